"""What a word of a name's field may be the sign of, found once for each word.

Most fields say a name and nothing else, which their words tell at once.
"""

import re
from collections.abc import Sequence
from functools import cache
from itertools import pairwise

from enduse.model import PartyKind
from enduse.text import field_words
from enduse.text.field_beside import are_initials, is_double
from enduse.text.field_mended import scanned
from enduse.text.field_tail import is_country, is_form
from enduse.text.field_words import WORD
from enduse.text.met import Met

MORE = 1  # of something beside a name: a label, a number, a bracket, a stroke
COMMA = 2  # a comma behind it
JOINS = 4  # two persons, what is beside a person's name, or initials as one word
COUNTRY = 8
FORM = 16  # a legal form, which may stand behind a comma
SHORT = 32  # what a firm's name may have behind a comma
HOUSE = 64  # a number, as of a house
QUOTED = 128  # the end of a quotation
DASH = 256  # which parts a person's post from the name
WITHIN = 512  # a digit for a letter, or letters that a scanner takes for others
STREET = 1024
PLACE = 2048

_FEWEST = 2  # words before a country
_OF_PERSONS = ("joint", "maiden", "post_behind", "parts", "dues", "honour")
_PLAIN = re.compile(r"[A-Za-z'.-]*[A-Za-z.]")
_SIGNS = re.compile(
    r"[@/|;()（\[\]：]|:$|^\+$|,.|\d{4}|\d[./-]\d|^[Nn][OoRr]\.?\d|^\d\d?\.$|[一-鿿]{5}"
    r"|(?:지사|지점|대표부|대표처|사무소|출장소)$|^(?:شعبه|دفتر|نمایندگی|فرع|مكتب)$"
)
_WITHIN = re.compile(
    r"[^\W\d_][0134578]+[^\W\d_]"
    r"|\b(?:[01][^\W\d_]{2}|[58][^\W\d_]{5})|[^\W\d_]{3}[01]\b"
)
_DASHES = frozenset("-–—")
# What letters with points say, of those that are hints: `B.V.` says nothing.
_LETTERS = re.compile(r"(?<![a-z])(?:[afn]\.?k\.?a|d\.?b\.?a|o\.?b\.?o|i\.?p)(?![a-z])")
_QUOTES = "\"'»”"
_SHORT = re.compile(r"[A-Za-z.]{1,7}")


def _signs(word: str) -> int:
    low = word.lower()
    found = _hints().get(low, 0) if low.isalpha() else _hinted(low)
    if not _PLAIN.fullmatch(word):
        found |= MORE if _SIGNS.search(word) else 0
        found |= COMMA if word.endswith(",") else 0
        found |= JOINS if "&" in word else 0
        found |= HOUSE if word[0].isdigit() else 0
        found |= QUOTED if word[-1] in _QUOTES else 0
        found |= DASH if word in _DASHES else 0
        found |= WITHIN if _WITHIN.search(word) else 0
    found |= WITHIN if scanned(word) != word else 0
    found |= JOINS if are_initials(word) or is_double(word) else 0
    found |= COUNTRY if is_country(word) else 0
    found |= PLACE if field_words.place(word) else 0
    found |= STREET if field_words.patterns()["street"].fullmatch(word) else 0
    found |= SHORT if _SHORT.fullmatch(word) else 0
    return found | FORM if is_form(word) else found


def _hinted(low: str) -> int:
    """What a word with signs in it is a hint of; its single letters where they are."""
    found = MORE if _LETTERS.search(low) else 0
    hints = _hints()
    for part in WORD.findall(low):
        found |= hints.get(part, 0)
    return found


@cache
def _hints() -> dict[str, int]:
    """The signs of words that are hints: those of persons' names part no firm's."""
    found: dict[str, int] = {}
    for key, words in field_words.hints().items():
        sign = JOINS if key in _OF_PERSONS else MORE
        for word in words:
            if len(word) > 1 or not word.isascii():  # a letter is a hint with others
                found[word] = found.get(word, 0) | sign
    return found


_SIGNS_OF = Met(_signs)


def signs_of(words: Sequence[str]) -> list[int]:
    """The signs of each word of a field, as it stands."""
    return list(map(_SIGNS_OF.__getitem__, words))


def together(signs: Sequence[int]) -> int:
    """The signs of all words as one number."""
    every = 0
    for one in signs:
        every |= one
    return every


def says_more(signs: Sequence[int], kind: PartyKind) -> bool:
    """Whether a field may say more than one name, by the signs of its words.

    *Example*

    >>> says_more(signs_of("Vega Trading Co., Ltd".split()), "unknown")
    False
    >>> says_more(signs_of("Vega Ltd, Moscow".split()), "unknown")
    True
    """
    every = together(signs)
    if every & MORE or (every & (JOINS | DASH) and kind != "entity"):
        return True
    if every & DASH and every & (FORM | PLACE):
        return True  # `Luch Ltd - Minsk`
    if every & COMMA:
        behind = SHORT if kind == "entity" else FORM
        if (signs[-2:][0] | signs[0]) & FORM and not signs[-1] & FORM:
            return True  # `Luch Ltd, Minsk`
        last = len(signs) > 1 and signs[-2] & COMMA and signs[-1] & behind
        if not last or any(one & COMMA for one in (*signs[:-2], signs[-1])):
            return True
    if every & FORM and _goes_on(signs):
        return True
    if every & QUOTED and kind != "entity" and any(x & QUOTED for x in signs[1:-1]):
        return True  # a nickname
    if every & FORM and (signs[-1] & HOUSE or (every & QUOTED and signs[0] & FORM)):
        return True
    if every & STREET and every & (HOUSE | FORM):
        return True
    return len(signs) > _FEWEST and bool(signs[-1] & COUNTRY)


def _goes_on(signs: Sequence[int]) -> bool:
    """Whether other words follow a legal form inside."""
    return any(one & FORM and not behind & FORM for one, behind in pairwise(signs[1:]))
