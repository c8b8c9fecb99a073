"""What stands behind a name in its field: an address, a post, a branch, a town."""

import re
from collections.abc import Iterator, Sequence

from enduse.codes.country import alpha2
from enduse.model import PartyKind
from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.field_branch import without_branch
from enduse.text.field_words import PARTICLES, WORD, clean, patterns, place
from enduse.text.legal import bare
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.met import Met

_POSTCODE = re.compile(r"(?<!\w)\d{4,7}(?!\w)")
_HOUSE = re.compile(r"^\d{1,4}\w?\b(?!\s*$)|\s\d{1,4}[A-Za-zА-Яа-я]?(?:[/-]\d{1,4})?$")
_NUMERO = re.compile(r"(?i)(?:\b(?:no|nr|number)\b\.?|[№#])\s*\d")
# A branch, an office or a department in the scripts whose words are not parted, or are
# written behind: the firm's name has its legal form already.
_EASTERN_BRANCH = re.compile(
    r"^(?P<firm>.*(?:公司|集团|集團|银行|銀行|研究所|研究院|工厂|工廠|会社|會社|회사|은행|공사|총국))"
    r"\s*[（(]?[^公司（(]{0,12}(?:代表处|代表處|办事处|辦事處|分公司|分行|支行|支店|支社|営業所|事務所"
    r"|联络处|财务部|采购部|销售部|营业部|进出口部|子公司|分厂|지사|지점|대표부|대표처|사무소|출장소|[（(][^)）]{1,8})[)）]?$"
    r"|^(?P<other>.{4,}?)\s+(?:شعبه|دفتر|نمایندگی|فرع|مكتب)\s+\S.*$"
)
_DASH = re.compile(r"\s[-–—]\s*")
_AROUND = ",;()\"'"
_WHOLE_WORDS = ("corporation",)
# Before the name of a town.
_TOWN_OF = frozenset("г гор город пос g gor gorod city town в v in at".split())  # noqa: SIM905


def without_tail(name: str, kind: PartyKind, told: set[str]) -> Iterator[str]:
    """A name without the address, post, branch or place behind it."""
    person = kind in ("person", "unknown")
    if not name.isascii() and (found := _EASTERN_BRANCH.match(name)):
        yield clean(found["firm"] or found["other"])
    first, *rest = name.split(",")
    for at, piece in enumerate(rest):
        if is_address(piece) or (person and _is_post(piece)):
            yield clean(",".join([first, *rest[:at]]))
            break
    dash = _DASH.search(name) if person else None
    if dash and _is_post(name[dash.end() :]):
        yield clean(name[: dash.start()])
    if "branch" in told and kind != "person":
        yield from without_branch(name)
    yield from _without_places(name, kind)


def _without_places(name: str, kind: PartyKind) -> Iterator[str]:
    """A name without the towns and countries behind it.

    Of a firm that its legal form ends, or that has one, and a town with its country:
    `JSC Vega Minsk` may be another than `JSC Vega`, which only the listing tells
    (`names/place_behind.py`). Of a person not one town alone, which is a family name
    as often.
    """
    words = name.replace(",", " ").split()
    end = len(words)
    while end > 1 and place(words[end - 1]):
        end -= 1
    while 1 < end < len(words) and words[end - 1].strip(".").lower() in _TOWN_OF:
        end -= 1
    if end == len(words) or words[end - 1].lower() in PARTICLES:
        return
    head = " ".join(words[:end])
    several = len(words) - end > 1
    alone = kind in ("person", "unknown") and (several or is_country(words[-1]))
    if (alone and end > 1 and is_person(head)) or (
        kind != "vessel"
        and (ends_with_form(words[:end]) or (several and _has_form(head)))
    ):
        yield clean(head)


def is_address(piece: str) -> bool:
    """Whether what stands between commas is a place, a street, a code or a post box."""
    words = WORD.findall(piece)
    if not words:
        return bool(_POSTCODE.search(piece))
    bare = piece.strip(" .)")
    towns = [word for word in words if word.lower() not in _TOWN_OF]
    if (towns and all(map(place, towns))) or (len(bare) > 3 and alpha2(bare)):
        return True
    if not any(map(str.isdigit, piece)) or _NUMERO.search(piece):
        return False
    street = patterns()["street"].search(piece) or _POSTCODE.search(piece)
    return bool(street or _HOUSE.search(piece.strip()))


def _is_post(text: str) -> bool:
    return patterns()["post"].match(text.strip()) is not None


def is_country(word: str) -> bool:
    """Whether a word is the name of a country by itself."""
    bare = word.strip(".,()")
    return len(bare) > 3 and is_place(bare.lower()) and bool(alpha2(bare))


def is_person(text: str) -> bool:
    """Whether a text of two words or more has none that only firms have."""
    words = [word.lower() for word in WORD.findall(text)]
    firm = any(is_trade_word(w) or (len(w) > 2 and legal_class(w)) for w in words)
    return len(words) > 1 and not firm


def is_form(word: str) -> bool:
    """Whether a word, as it stands, is a legal form."""
    return _FORM[word]


def _is_form(word: str) -> bool:
    bare = word.strip(_AROUND).replace(".", "").lower()
    return bool(legal_class(bare)) or bare in _WHOLE_WORDS


_FORM = Met(_is_form)
_OF_FORM = Met(lambda word: word.strip(_AROUND).lower() in LEGAL_WORDS)


def ends_with_form(words: Sequence[str]) -> bool:
    """Whether a name's last words are a legal form: `Luch Joint Stock Company`."""
    return is_form(words[-1]) or _are_legal(words[-2:])


def begins_with_form(words: Sequence[str]) -> bool:
    """Whether a name's first words are a legal form: `Joint Stock Company Luch`."""
    return is_form(words[0]) or _are_legal(words[:2])


def _are_legal(words: Sequence[str]) -> bool:
    return len(words) > 1 and all(map(_OF_FORM.__getitem__, words))


def _has_form(text: str) -> bool:
    said, named = bare(clean(text))
    return 0 < len(named) < len(said)
