"""Where an address is: the number of the house, its street, and the words around.

Addresses come in any order and spelling (`125 Mira Ave., Moscow`; `г. Москва, проспект
Мира, д. 125`), so that they are compared by what must agree, not part by part.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from enduse.codes.country import alpha2, codes, english_name
from enduse.model import Address
from enduse.text.concepts import canonical, is_place
from enduse.text.letter_table import whole
from enduse.text.phonetic import VOWELLESS
from enduse.text.romanise import romanise
from enduse.text.skeleton import skeleton
from enduse.text.tables import table

_SEGMENT = re.compile(r"[,;\n]")
_WORD = re.compile(r"\d+(?:st|nd|rd|th)\b|\d+(?:[a-z]\b)?|\b[a-z]\d+\b|[a-z]+_{0,4}")
# `354 A`, which is the house 354A, and no corner of the sky before a street's name.
_LETTER_APART = re.compile(r"(\d) (?=[a-z](?:$|[,;)]|\s[a-z]{3}))(?![nsew]\b)")
_UNIT = re.compile(r"#\s?(\d+)-(\d+)")  # floor and door, as written in Singapore
_STREET_END = re.compile(r"(?<=[a-z]{4})(?:strasse|str)$")
_TWO_WORDS = ("hong kong", "hk")  # a town whose words alone say nothing
_JOINERS = whole(str.maketrans("", "", "'\u2019\u00b7\u02bc"))
_ORDINAL = ("st", "nd", "rd", "th")
_MOST_CHARS, _MOST_WORDS, _MOST_SITES = 300, 12, 24
_POSTCODE = 5  # digits, at least
_STEM = 4
_LEAST = 3  # letters, or sounds, of a word that tells


@dataclass(frozen=True, slots=True)
class Site:
    """What tells one address from another: words as they sound, sorted.

    `units` are the other numbers in it: of a flat, a floor, a room.

    *Unknown*: what is not stated is empty.
    """

    text: str
    number: str = ""
    postcode: str = ""
    street: tuple[str, ...] = ()
    others: tuple[str, ...] = ()
    towns: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether it states a house: a number and a word of a street."""
        return bool(self.number and self.street)

    @classmethod
    def of(cls, plain: Sequence[str]) -> "Site":
        """The site that `plain` wrote."""
        text, number, postcode, *words = plain
        return cls(text, number, postcode, *(tuple(part.split()) for part in words))

    def plain(self) -> list[str]:
        """The site as texts, for an index to keep."""
        held = self.street, self.others, self.towns, self.units
        words = (" ".join(part) for part in held)
        return [self.text, self.number, self.postcode, *words]


def sites(addresses: Iterable[Address]) -> tuple[Site, ...]:
    """The sites of addresses that say more than a country, each once."""
    found: dict[str, Site] = {}
    for address in addresses:
        parts = (*address.lines, address.street, address.city, address.region)
        text = ", ".join(filter(None, (*parts, address.postcode)))[:_MOST_CHARS]
        site = _site(text) if text else None
        if site and (site.is_exact or site.towns):
            found[text] = site
    return tuple(found.values())[:_MOST_SITES]


def words_of(place: str) -> tuple[str, ...]:
    """The words of a town or district, as those of a site sound; no country's.

    *Example*

    >>> words_of("Moscow"), words_of("Russia")
    (('moscow',), ())
    """
    site = _site(place)
    return (*site.towns, *site.street, *site.others)


@lru_cache(maxsize=16384)
def _site(text: str) -> Site:
    """The site of an address as written.

    *Example*

    >>> site = _site("129226, Moscow, Mira Avenue, 125, office 4")
    >>> site.number, site.postcode, site.street, site.towns, site.units
    ('125', '129226', ('mira',), ('moscow',), ('4',))
    """
    plain = romanise(text).translate(_JOINERS).replace(*_TWO_WORDS)
    plain = _UNIT.sub(r"floor \1 unit \2", _LETTER_APART.sub(r"\1", plain))
    segments = _SEGMENT.split(plain)
    tokens = [_WORD.findall(segment) for segment in segments]
    every = [token for segment in tokens for token in segment]
    postcode = next((t for t in every if t.isdigit() and len(t) >= _POSTCODE), "")
    number, at = _house(tokens)
    street = _street(tokens, at) if number else set()
    others = {word for segment in tokens for word in _telling(segment)} - street
    towns = {canonical(t) for t in every if is_place(t) and not _is_country(t)}
    units = {_bare(token) for token in every if _is_number(token) or _is_coded(token)}
    units -= {_bare(number), ""}
    words = (tuple(sorted(x))[:_MOST_WORDS] for x in (street, others, towns, units))
    return Site(text, number, postcode, *words)


def _street(segments: Sequence[list[str]], at: int) -> set[str]:
    """The words beside the number: of its segment, else of those before, or after."""
    for place in (at, at - 1, at + 1, at + 2):
        if 0 <= place < len(segments) and (found := _telling(segments[place])):
            return found
    return set()


def _telling(tokens: Iterable[str]) -> set[str]:
    """The words that say which street or house it is, as they sound."""
    return {_sound(t) for t in tokens if _tells(t)}


def _tells(token: str) -> bool:
    if token[0].isdigit() or _is_coded(token):
        return token.endswith(_ORDINAL)
    if len(token.rstrip(VOWELLESS)) < _LEAST or token in _ignored():
        return False
    return not (is_place(token) or _is_country(token))


@lru_cache(maxsize=16384)
def _is_country(token: str) -> bool:
    """Whether a word is of a country's own name; a capital stands for one, too."""
    if token[:_STEM] not in _of_countries():
        return False
    code = alpha2(token)
    named = romanise(english_name(code)) if code else ""
    return any(word.startswith(token[:_STEM]) for word in named.split())


@cache
def _of_countries() -> frozenset[str]:
    """What the words of countries' names begin with, up to `_STEM` letters."""
    named = (romanise(english_name(code)) for code in codes())
    words = {word for name in named for word in name.split()}
    return frozenset(word[:n] for word in words for n in range(1, _STEM + 1))


def _sound(token: str) -> str:
    """A word as it sounds, so that its spelling and its ending matter less."""
    token = _STREET_END.sub("", token)
    bones = skeleton(token)
    return bones if len(bones) >= _LEAST else token.rstrip(VOWELLESS)


def _house(segments: Sequence[list[str]]) -> tuple[str, int]:
    """The number of the house, and its segment: '' where there is none.

    The first number that is not of a floor, an office, or a building in a yard. A
    letter with a number, `A12`, numbers a house where nothing else does.
    """
    second = "", 0
    for at, tokens in enumerate(segments):
        for i, token in enumerate(tokens):
            if _is_coded(token):
                second = second if second[0] else (token, at)
                continue
            if not _is_number(token):
                continue
            before = tokens[i - 1] if i else ""
            after = tokens[i + 1] if i + 1 < len(tokens) else ""
            if before not in _words("detail") and after not in _words("after"):
                return token, at
            if before in _words("house") and not second[0]:
                second = token, at
    return second


def _is_coded(token: str) -> bool:
    """Whether a token is a letter with a number, as of a flat, or a floor (`5f`)."""
    return token[-1].isdigit() if token[0].isalpha() else token.endswith("f")


def _bare(number: str) -> str:
    """A number of a part of a house without leading zeros, and the `F` of a floor."""
    return number.lstrip("0").removesuffix("f")


def _is_number(token: str) -> bool:
    """Whether a token may number a house: no ordinal, and no postcode."""
    if not token[0].isdigit() or token.endswith(_ORDINAL):
        return False
    return len(token) < _POSTCODE or not token.isdigit()


@cache
def _words(part: str) -> frozenset[str]:
    return frozenset(table("address_words")[part].split())


@cache
def _ignored() -> frozenset[str]:
    return _words("ignored") | _words("detail") | _words("after")
