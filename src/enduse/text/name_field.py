"""What the field of a name says beside one name: numbers, dates, other names, places.

Clerks write what they have into the field there is: `BEK IVAN, DOB 07.09.1960`, `ACME
LLC INN 7707083893`, `A. Bek and/or M. Bek`, `Luch JSC, 5 Lenin St., Moscow`. Whoever
looks for the whole of it finds nobody.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from enduse.codes.by_check_digit import by_check_digit
from enduse.codes.country import alpha2
from enduse.model import PartyKind
from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.given_names import cluster
from enduse.text.legal import bare
from enduse.text.tables import table

_MOST = 6  # names of one field
_READ = 600  # characters of a field
_TELLING = 6  # letters of a word that may be a firm's whole name
_CUT = "\x1f"  # where something was taken out
_EDGES = " \t\r\n,;:()（）[]/|–—-_" + _CUT
_FORM_BEHIND = re.compile(r",\s*[A-Za-z.]{1,7}\s*$")
_SIGNS = re.compile(r"[@/|;()（\[\]\n,]|\d{4}|\d[./-]\d|\s[-–—]\s|[一-鿿]{5}")
_FOREIGN = re.compile(r"[一-鿿\u0590-\u06ff]")
_DATE = r"\d{1,2}[./-]\d{1,2}[./-]\d{4}|\d{4}-\d{1,2}-\d{1,2}"
_DATE_SAID = (
    rf"{_DATE}|\d{{1,2}}[./-]\d{{1,2}}[./-]\d\d"
    rf"|\d{{1,2}}\s\w{{3,9}}\.?,?\s\d{{4}}|\d{{4}}"
)
_BARE_NUMBER = re.compile(r"(?<![\w.\-/])/?\d{8,34}(?:[/-]\d{6,12})?(?![\w.\-])")
_SHIPS_NUMBER = re.compile(r"(?<!\w)\d{7}(?!\w)")
_EMAIL = re.compile(r"(?i)(?:\be-?mail\W{1,3})?\S+@\S+\.\w+")
_CODED = re.compile(r"(?:^|\s)([1-8])/")
_POSTCODE = re.compile(r"(?<!\w)\d{4,7}(?!\w)")
_HOUSE = re.compile(r"^\d{1,4}\w?\b(?!\s*$)|\s\d{1,4}[A-Za-zА-Яа-я]?(?:/\d{1,3})?$")
_NUMERO = re.compile(r"(?i)(?:\b(?:no|nr|number)\b\.?|[№#])\s*\d")
_BRACKETS = re.compile(r"[(\[][^()\[\]]*[)\]]")
_STROKES = re.compile(rf"[{_CUT}\n|;]|\s/\s")
_DASH = re.compile(r"\s[-–—]\s*")
_PARTICLES = frozenset(("of", "the", "de", "da", "do", "van", "von", "al", "el", "and"))
_SHIP_ONCE = re.compile(r"(?i)\s*[(,/\s]\s*ex[\s:.-]+")
_ONCE = re.compile(r"(?i)\s*\(\s*ex[\s:.-]+(?=\w{4})")
_FOR = re.compile(
    r"(?i)(?<=\b(?:LLC|LTD|JSC|OOO|OAO|PAO|ООО|ОАО|ПАО|INC|PLC|FZE|FZC|SRL|BHD))\.?\s+"
    r"(?:for|для)\s+"
)
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_WORD_OR_NUMBER = re.compile(r"[^\W_]+")


@dataclass(frozen=True, slots=True)
class NameField:
    """What a field says: names, likeliest first; numbers with their schemes; births.

    `numbers` are (scheme, value) as written, `born` dates of birth as written.
    """

    names: tuple[str, ...]
    numbers: tuple[tuple[str, str], ...] = ()
    born: tuple[str, ...] = ()


def read(text: str, kind: PartyKind = "unknown") -> NameField:
    """What the field of a name says; most say a name and nothing else.

    What is certainly no name (numbers, dates) is taken out; where it may be part of
    one, the whole is read too.

    *Example*

    >>> read("ACME MASHINY INN 7707083893", "entity")
    NameField(names=('ACME MASHINY',), numbers=(('inn', '7707083893'),), born=())
    >>> read("Bek Ivan, DOB 07.09.1960", "person").names
    ('Bek Ivan',)
    >>> read("Luch Tools LLC, 5 Lenin St., Minsk", "entity").names[1]
    'Luch Tools LLC'
    """
    words = frozenset(_WORD.findall(text.lower()))
    if len(text) > _READ or not (
        _SIGNS.search(_FORM_BEHIND.sub("", text) if kind == "entity" else text)
        or words & _any_hint()
        or (kind != "entity" and "&" in text)
        or _ends_in_country(text)
    ):
        return NameField((text,))
    said = _by_codes(text) if "1/" in text else text
    numbers: list[tuple[str, str]] = []
    born: list[str] = []
    whole = said
    if any(map(str.isdigit, said)) or "@" in said:
        whole = _without_numbers(_without_births(said, kind, born), kind, numbers)
    kept = _clean(whole) if numbers or born or whole != text else text
    names: dict[str, str] = {}
    for name in (kept, *_others(whole, kind, words)):
        if name == kept or _is_name(name):
            names.setdefault("".join(_WORD_OR_NUMBER.findall(name.lower())), name)
    found = tuple(names.values())[:_MOST]
    return NameField(found or (text,), tuple(numbers), tuple(born))


def _ends_in_country(text: str) -> bool:
    *first, last = text.split() or [""]
    return len(first) > 1 and _is_country(last)


def _by_codes(text: str) -> str:
    """The lines of a name in `1/NAME 2/STREET 3/RU/MOSCOW 4/19670113`."""
    parts = _CODED.split(text)
    if len(parts) < 3 or parts[0].strip() or parts[1] != "1":
        return text
    coded = list(zip(parts[1::2], parts[2::2], strict=True))
    return " ".join(value for code, value in coded if code == "1")


def _without_births(text: str, kind: PartyKind, born: list[str]) -> str:
    def take(match: re.Match[str]) -> str:
        born.append(next(filter(None, match.groups())))
        return _CUT

    text = _patterns()["born"].sub(take, text)
    if kind in ("person", "unknown"):
        text = _patterns()["date"].sub(take, text)
    return text


def _without_numbers(text: str, kind: PartyKind, numbers: list[tuple[str, str]]) -> str:
    for scheme, pattern in _numbers():
        for match in pattern.finditer(text):
            numbers.append((scheme, match[1].strip()))
        text = pattern.sub(_CUT, text)

    def take(match: re.Match[str]) -> str:
        value = match[0].strip("/")
        scheme = by_check_digit(value, person=kind == "person")[0]
        numbers.append((scheme, value))
        return _CUT

    text = _EMAIL.sub(_CUT, _BARE_NUMBER.sub(take, text))
    if kind == "vessel":
        numbers += [("imo", found) for found in _SHIPS_NUMBER.findall(text)]
        text = _SHIPS_NUMBER.sub(_CUT, text)
    return text


def _others(text: str, kind: PartyKind, words: frozenset[str]) -> Iterator[str]:
    """The names within a field, each as it stands and without what follows it."""
    foreign = bool(_FOREIGN.search(text))
    told = {key for key, hints in _hints().items() if foreign or words & hints}
    patterns = _patterns()
    pieces = [text]
    if "maiden" in told and kind != "entity":
        pieces = patterns["maiden"].split(text)
        yield from _as_a_girl(pieces)
    if "also" in told:
        said = [one for piece in pieces for one in patterns["also"].split(piece)]
        if len(said) > len(pieces) and kind == "person" and "(" in text:
            yield _clean(_BRACKETS.sub(" ", text))
        pieces = said
    for piece in pieces:
        for one in _parted(piece, kind, told):
            name = _clean(patterns["rest"].split(one)[0] if "rest" in told else one)
            yield name
            yield from _without_tail(name, kind, told)


def _as_a_girl(pieces: list[str]) -> Iterator[str]:
    """A woman's name with each of its words as the one she was born with."""
    if len(pieces) != 2 or not (maiden := _WORD.findall(pieces[1])):
        return
    words = pieces[0].replace(",", " ").split()
    for at in range(len(words)) if len(words) < 5 else ():
        yield " ".join([*words[:at], maiden[0], *words[at + 1 :]])


def _parted(text: str, kind: PartyKind, told: set[str]) -> Iterator[str]:
    """The names on both sides of a stroke, of `and`, of what a ship was called."""
    for piece in _STROKES.split(text):
        sides = (_SHIP_ONCE if kind == "vessel" else _ONCE).split(piece)
        if len(sides) == 1:
            sides = _FOR.split(piece, maxsplit=1)
        if len(sides) > 1:
            yield from sides
            continue
        if kind in ("person", "unknown") and ("joint" in told or "&" in piece):
            both = _patterns()["joint"].split(piece)
            if len(both) > 1 and all(map(_is_person, both)):
                yield from both
                continue
        yield piece


def _without_tail(name: str, kind: PartyKind, told: set[str]) -> Iterator[str]:
    """A name without the address, post, branch or place behind it."""
    person = kind in ("person", "unknown")
    first, *rest = name.split(",")
    for at, piece in enumerate(rest):
        if _is_address(piece) or (person and _is_post(piece)):
            yield _clean(",".join([first, *rest[:at]]))
            break
    dash = _DASH.search(name) if person else None
    if dash and _is_post(name[dash.end() :]):
        yield _clean(name[: dash.start()])
    if "branch" in told and kind != "person":
        found = _patterns()["branch"].search(name)
        head = _clean(name[: found.start()]) if found else ""
        if head and not _is_given_name(head):
            yield head
            yield from _without_places(head, kind)
    yield from _without_places(name, kind)


def _without_places(name: str, kind: PartyKind) -> Iterator[str]:
    """A name without the towns and countries behind it.

    Of a firm only behind its legal form: `Vega Minsk` is another than `Vega`. Of a
    person not one town alone, which is a family name as often.
    """
    words = name.replace(",", " ").split()
    end = len(words)
    while end > 1 and _is_place(words[end - 1]):
        end -= 1
    if end == len(words) or words[end - 1].lower() in _PARTICLES:
        return
    head = " ".join(words[:end])
    several = len(words) - end > 1
    behind_form = bool(legal_class(words[end - 1].lower().strip(".")))
    alone = kind in ("person", "unknown") and (several or _is_country(words[-1]))
    if (
        behind_form
        or (alone and end > 1 and _is_person(head))
        or (several and kind != "vessel" and _has_form(head))
    ):
        yield _clean(head)


def _is_address(piece: str) -> bool:
    """Whether what stands between commas is a place, a street, a code or a post box."""
    words = _WORD.findall(piece)
    if not words:
        return bool(_POSTCODE.search(piece))
    bare = piece.strip(" .)")
    if all(map(_is_place, words)) or (len(bare) > 3 and alpha2(bare)):
        return True
    if not any(map(str.isdigit, piece)) or _NUMERO.search(piece):
        return False
    street = _patterns()["street"].search(piece) or _POSTCODE.search(piece)
    return bool(street or _HOUSE.search(piece.strip()))


def _is_post(text: str) -> bool:
    return _patterns()["post"].match(text.strip()) is not None


def _is_place(word: str) -> bool:
    low = word.lower().strip(".,()")
    return is_place(low) or low in ("federation", "republic")


def _is_country(word: str) -> bool:
    bare = word.strip(".,()")
    return len(bare) > 3 and is_place(bare.lower()) and bool(alpha2(bare))


def _is_given_name(text: str) -> bool:
    return " " not in text and cluster(text.lower()) >= 0


def _is_person(text: str) -> bool:
    """Whether a text of two words or more has none that only firms have."""
    words = [word.lower() for word in _WORD.findall(text)]
    firm = any(is_trade_word(w) or (len(w) > 2 and legal_class(w)) for w in words)
    return len(words) > 1 and not firm


def _has_form(text: str) -> bool:
    said, named = bare(_clean(text))
    return 0 < len(named) < len(said)


def _is_name(text: str) -> bool:
    """Whether something is left that may be searched: two words, or a long one."""
    words = _WORD.findall(text)
    return (
        sum(map(len, words)) >= _TELLING
        or (len(words) > 1)
        or len(text) > 1 > len(words)
    )


def _clean(text: str) -> str:
    said = re.sub(rf"[\s{_CUT}]+", " ", text).strip(_EDGES)
    said = re.sub(r"[(\[]\s*[)\]]", "", said)
    opened, closed = said.count("("), said.count(")")
    if opened > closed:
        said += ")"
    elif closed > opened:
        said = said.replace(")", " ")
    return re.sub(r"\s+", " ", said).strip(" ,;:/|")


@cache
def _hints() -> dict[str, frozenset[str]]:
    said = table("name_field")["hints"]
    return {key: frozenset(words.split()) for key, words in said.items()}


@cache
def _any_hint() -> frozenset[str]:
    return frozenset().union(*_hints().values())


@cache
def _numbers() -> tuple[tuple[str, re.Pattern[str]], ...]:
    tables = table("name_field")
    sign = tables["words"]["sign"]
    return tuple(
        (
            scheme,
            re.compile(
                rf"(?i)(?<![^\W\d_])(?<!\d)(?:{one['labels']})[\s.:]*{sign}[\s.:#№\-–]*"
                rf"({one['value']})(?!\w)"
            ),
        )
        for scheme, one in tables["numbers"].items()
    )


@cache
def _patterns() -> dict[str, re.Pattern[str]]:
    words = table("name_field")["words"]
    before, behind = r"(?i)(?<![\w-])", r"(?![\w-])"
    return {
        "born": re.compile(
            rf"{before}(?:(?:{words['born']})[\s:.]*({_DATE_SAID}){behind}"
            rf"|({_DATE}|\d{{4}})\s?(?:{words['of_birth']})(?!\w)\.?)"
        ),
        "date": re.compile(rf"{before}({_DATE}){behind}"),
        "rest": re.compile(rf"{before}(?:{words['rest']})(?!\w)"),
        "also": re.compile(
            rf"{before}(?:{words['also']}){behind}[\s:]*|{words['also_in_han']}"
        ),
        "maiden": re.compile(rf"{before}(?:{words['maiden']}){behind}"),
        "joint": re.compile(rf"(?i)\s+(?:{words['joint']})\s+"),
        "post": re.compile(rf"(?i)(?:{words['post']})\b"),
        "branch": re.compile(rf"(?i)[\s,(–—-]+(?:{words['branch']})\W*$"),
        "street": re.compile(rf"{before}(?:{words['street']})(?!\w)"),
    }
