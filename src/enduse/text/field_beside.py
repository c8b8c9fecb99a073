"""The name alone in a field that says more around it, without a sign that parts them.

`ESTATE OF IVAN BEK`, `LUCH AO LENINA 5`, `VTK (Vortek Tool Company)`, `IVAN BEK RENT`:
each is another way to read the field, beside the whole of it.
"""

import re
from collections.abc import Iterator

from enduse.codes.country import is_code
from enduse.model import PartyKind
from enduse.text.common_names import share
from enduse.text.concepts import is_trade_word
from enduse.text.field_papers import without_roles
from enduse.text.field_tail import begins_with_form, ends_with_form, is_form, is_person
from enduse.text.field_words import PARTICLES, WORD, clean, patterns, place
from enduse.text.given_names import cluster
from enduse.text.han_latin import is_syllable
from enduse.text.legal_words import LEGAL_WORDS

_BRACKETS = re.compile(r"\(([^()]*)(?:\)|$)")
_HOUSE = re.compile(r"\d{1,4}[A-Za-zА-Яа-я]?(?:[/-]\d{1,4})?")
_QUOTES = "\"'»”"
_NUMERO = re.compile(r"(?i)(?:no|nr|№|#)\.?\d")
_QUOTED = re.compile(
    r"""^\W*(\w{2,20}(?: \w{2,20}){0,3})\s*(["'«“][^"'«»“”]{4,}["'»”])[\s,/(-]+\w"""
)
_REFERENCE = re.compile(r"[A-Z]{1,4}[\d/-]{6,}[A-Z\d]*$|\d[\d/-]{6,}$")
_NICKNAME = re.compile(r"""(?<=\w)\s+["'«“][^"'«»“”]{2,20}["'»”](?=\s+\w)""")
_TICKET = re.compile(r"([A-Z'-]{2,30})/([A-Z]{3,20}?)\s?(?:MR|MRS|MS|MISS|MSTR|DR)")
_EXPANSION = 3  # words of a name that stands in brackets behind its letters
_SHORT_NAME = 4  # letters
_INITIALS = 2  # letters
_TWO_FAMILIES, _FAMILY_LETTERS, _FULL_NAME = 2, 5, 4
_BORNE_BY_MANY = 0.0005  # of all people
_NO_INITIALS = PARTICLES | frozenset(
    ["to", "by", "in", "on", "at", "or", "ex", "no", "mv", "mt", "dr", "mr", "ms", "st"]
)
_TAIL_WORDS = 2  # that are no name's, behind a firm's form and a comma


def without_lead(text: str, *, person: bool = False) -> str:
    """The text without what says who its party is: `BENEFICIARY:`, `ESTATE OF`.

    *Example*

    >>> without_lead("BNF/VORTEK TOOLS"), without_lead("IP BEK IVAN IVANOVICH")
    ('VORTEK TOOLS', 'BEK IVAN IVANOVICH')
    """
    rest = without_roles(patterns()["lead"].sub("", text), person=person)
    for end in (patterns()["trader_first"], patterns()["trader_last"]):
        bare = end.sub("", rest)
        if bare != rest and is_person(bare):
            return bare
    return rest


def is_trader(text: str) -> bool:
    """Whether a name says that a person trades under it: `IP Bek Ivan Ivanovich`."""
    found = patterns()["trader_first"].match(text)
    return found is not None and is_person(text[found.end() :])


def beside_brackets(text: str, kind: PartyKind) -> Iterator[str]:
    """What stands outside brackets, and a whole name inside; no place is taken away.

    Of a person's nothing inside is a name: `(Director)`, `(deceased)`.

    *Example*

    >>> list(beside_brackets("VTKO (Vortek Tool Company)", "entity"))
    ['VTKO', 'Vortek Tool Company']
    """
    if kind == "person":
        outside = clean(_BRACKETS.sub(" ", text))
        if len(outside.split()) >= _TAIL_WORDS:
            yield outside
        return
    inside = [(one, WORD.findall(one)) for one in _BRACKETS.findall(text)]
    named = [one for one, words in inside if _is_expansion(words)]
    places = any(
        any(map(place, words)) for _, words in inside if len(words) < _EXPANSION
    ) and not _is_behind_form(text)
    outside = clean(_BRACKETS.sub(" ", text))
    letters = sum(map(str.isalpha, outside))
    told = named or (" " in outside and not _is_within_name(text, outside))
    if letters >= _SHORT_NAME and told and not places:
        yield outside
    yield from map(clean, named)


def _is_expansion(words: list[str]) -> bool:
    """Whether what stands in brackets is a whole name, and not letters: `(I.I.C.)`."""
    return sum(len(word) > 1 for word in words) >= _EXPANSION


def _is_within_name(text: str, outside: str) -> bool:
    """Whether brackets before a legal form are all that tells one firm of a name.

    `Luch (Metro) Pty Ltd` and `Luch (Overseas) Limited` are each a firm of its own.
    """
    rest = text.rpartition(")")[2]
    told = [word for word in outside.split() if not is_form(word)]
    return len(told) == 1 and bool(rest.strip()) and ends_with_form(rest.split())


def _is_behind_form(text: str) -> bool:
    """Whether brackets end a text whose name is said before: `Luch Ltd (Minsk)`."""
    before, _, rest = text.partition("(")
    words = before.split()
    ends = rest.rstrip().endswith(")") and ")" not in rest.rstrip()[:-1]
    if len(words) < _TAIL_WORDS or not ends:
        return False
    return ends_with_form(words) or words[-1][-1] in _QUOTES or begins_with_form(words)


def of_person(text: str) -> Iterator[str]:
    """A person's name without the nickname inside, or as an airline's ticket has it.

    *Example*

    >>> list(of_person('Ivan "Bear" Bek')), list(of_person("BEK/IVANMR"))
    (['Ivan Bek'], ['IVAN BEK'])
    >>> list(of_person("Herr Dr. Ivan Bek")), list(of_person("BEKOV IV"))
    (['Ivan Bek'], ['I V BEKOV'])
    """
    named = patterns()["honour"].sub("", text)
    if named != text:
        yield clean(named)
    words = named.split()
    if len(words) == _TAIL_WORDS and any(map(are_initials, words)):
        apart = (" ".join(x) if are_initials(x) else x for x in reversed(words))
        yield " ".join(apart)  # in the other order, for the same letters are no other
    yield from of_two_families(named)
    bare = _NICKNAME.sub("", text)
    if bare != text:
        yield clean(bare)
    if ticket := _TICKET.fullmatch(text.strip()):
        yield f"{ticket[2]} {ticket[1]}"


def of_two_families(text: str) -> Iterator[str]:
    """A name with either half of the family name that its bearer made of two.

    Not with one that many bear: of those one is soon listed by that name.

    *Example*

    >>> list(of_two_families("Margarita Tanboryan-Velmoryan"))
    ['Margarita Tanboryan', 'Margarita Velmoryan']
    >>> list(of_two_families("Anna-Maria Bek")), list(of_two_families("Luch-Optika"))
    ([], [])
    """
    words = text.split()
    doubled = [word for word in words if is_double(word)]
    given = any(cluster(word.lower()) >= 0 for word in words)
    if len(doubled) == 1 and given and len(words) <= _FULL_NAME:
        at = words.index(doubled[0])
        for half in doubled[0].split("-"):
            if share(half.strip(",").lower()) < _BORNE_BY_MANY:
                yield " ".join([*words[:at], half, *words[at + 1 :]])


def is_double(word: str) -> bool:
    """Whether a word may be two family names: `Simonyan-Keosayan`."""
    halves = word.strip(",").lower().split("-")
    return len(halves) == _TWO_FAMILIES and all(
        len(half) >= _FAMILY_LETTERS and half.isalpha() and cluster(half) < 0
        for half in halves
    )


def are_initials(word: str) -> bool:
    """Whether a word is two initials that are written as one, and no name: `IV`."""
    low = word.lower()
    if len(word) != _INITIALS or not (word.isascii() and word.isupper()):
        return False
    if not word.isalpha() or share(low) or cluster(low) >= 0 or is_syllable(low):
        return False
    return not (low in _NO_INITIALS or is_form(word) or place(word))


def without_more(name: str, told: set[str]) -> Iterator[str]:
    """A name without the street, post or purpose that follows it with no comma."""
    words = name.split()
    for end in (_at_form(words), _at_purpose(words, told), *_at_address(words)):
        if 0 < end < len(words):
            yield clean(" ".join(words[:end]))
    quoted = _QUOTED.match(name)
    if quoted and all(
        x in LEGAL_WORDS or is_form(x) for x in quoted[1].lower().split()
    ):
        yield f"{quoted[1]} {quoted[2]}"


def _at_form(words: list[str]) -> int:
    """Where a firm's name ends: at its form, before a street or what is no name.

    0 where it may be part of it: `Luch JSC Plant 5`, `Luch JSC, Minsk`.
    """
    ends = range(len(words), 1, -1)
    end = next((n for n in ends if ends_with_form(words[n - 2 : n])), 0)
    if not end and len(words) > _TAIL_WORDS and begins_with_form(words):
        end = len(words) - 1 if words[-2].endswith(",") else 0
    if not end or end == len(words):
        return 0
    tail = words[end:]
    if len(tail) == 1 and is_code(tail[0]):
        return end
    if len(tail) > 1 and any(map(_is_street, tail)):
        return end
    if any(is_trade_word(word.lower()) for word in tail):
        return 0
    apart = words[end - 1].endswith(",")
    is_street = len(tail) > 1 and _HOUSE.fullmatch(tail[-1].strip(".,")) is not None
    town = len(tail) >= _TAIL_WORDS or len(tail[0].strip(".")) >= _SHORT_NAME
    return end if is_street or (apart and town) else 0


def _is_street(word: str) -> bool:
    return patterns()["street"].fullmatch(word.strip(",;()")) is not None


def _at_address(words: list[str]) -> tuple[int, ...]:
    """Where a house or a street may begin that no comma parts from the name.

    `Luch Tools NO.88 Nova Road`, `Bek Ivan Lenina Str 10 Apt 5`, `Luch Unit 7`.
    """
    for at in range(_TAIL_WORDS, len(words)):
        if _NUMERO.match(words[at]):
            return (at,)
        if _is_street(words[at]) and any(map(_HOUSE.match, words[at + 1 :])):
            unit = patterns()["unit"].fullmatch(words[at].strip(",;()"))
            return (at,) if unit or at == _TAIL_WORDS else (at - 1,)
    return ()


def _at_purpose(words: list[str], told: set[str]) -> int:
    """Where a name ends before what is paid for, a reference, or a post; 0 if none."""
    purpose = patterns()["purpose"].fullmatch if "purpose" in told else _REFERENCE.match
    ends = [bool(purpose(x.strip(".,:")) or _REFERENCE.match(x)) for x in words]
    if len(words) > 1 and all(ends[1:]):
        return 1  # of one word, only where nothing else follows it
    for at in range(2, len(words)):
        if ends[at]:
            return at
    if not words or "post_behind" not in told:
        return 0
    is_post = patterns()["post"].fullmatch(words[-1])
    return len(words) - 1 if is_post and not share(words[-1].lower()) else 0
