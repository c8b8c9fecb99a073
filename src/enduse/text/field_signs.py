"""What a word of a name's field may be the sign of, found once for each word.

Most fields say a name and nothing else, which their words tell at once.
"""

import re
from collections.abc import Sequence

from enduse.model import PartyKind
from enduse.text import field_words
from enduse.text.concepts import legal_class
from enduse.text.field_tail import is_country
from enduse.text.field_words import WORD
from enduse.text.met import Met

MORE = 1  # of something beside a name: a label, a number, a bracket, a stroke
COMMA = 2  # a comma behind it
JOINS = 4  # two persons, or a woman's names: `&`
COUNTRY = 8
FORM = 16  # a legal form, which may stand behind a comma
SHORT = 32  # what a firm's name may have behind a comma
HOUSE = 64  # a number, as of a house
QUOTED = 128  # the end of a quotation

_OF_NAME = 2  # letters of a word, words before a country
_OF_PERSONS = ("joint", "maiden", "post_behind")
_PLAIN = re.compile(r"[A-Za-z'.-]*[A-Za-z.]")
_SIGNS = re.compile(r"[@/|;()（\[\]]|,.|\d{4}|\d[./-]\d|^[-–—]$|[一-鿿]{5}")
_QUOTES = "\"'»”"
_SHORT = re.compile(r"[A-Za-z.]{1,7}")


def _signs(word: str) -> int:
    low = word.lower()
    found = _hinted((low,) if low.isalpha() else tuple(WORD.findall(low)))
    if low.isascii() and len(low.rstrip(".")) < _OF_NAME:
        found = 0  # a letter is a hint with others: `a.k.a.`
    if not _PLAIN.fullmatch(word):
        found |= MORE if _SIGNS.search(word) else 0
        found |= COMMA if word.endswith(",") else 0
        found |= JOINS if "&" in word else 0
        found |= HOUSE if word[0].isdigit() else 0
        found |= QUOTED if word[-1] in _QUOTES else 0
    found |= COUNTRY if is_country(word) else 0
    found |= SHORT if _SHORT.fullmatch(word) else 0
    return found | FORM if legal_class(low.replace(".", "")) else found


def _hinted(words: Sequence[str]) -> int:
    """What the words are hints of: those that part persons' names part no firm's."""
    found = 0
    for key, hints in field_words.hints().items():
        if not hints.isdisjoint(words):
            found |= JOINS if key in _OF_PERSONS else MORE
    return found


_SIGNS_OF = Met(_signs)


def signs_of(words: Sequence[str]) -> list[int]:
    """The signs of each word of a field, as it stands."""
    return list(map(_SIGNS_OF.__getitem__, words))


def says_more(signs: Sequence[int], kind: PartyKind) -> bool:
    """Whether a field may say more than one name, by the signs of its words.

    *Example*

    >>> says_more(signs_of("Vega Trading Co., Ltd".split()), "unknown")
    False
    >>> says_more(signs_of("Vega Ltd, Moscow".split()), "unknown")
    True
    """
    every = 0
    for one in signs:
        every |= one
    if every & MORE or (every & JOINS and kind != "entity"):
        return True
    if every & COMMA:
        behind = SHORT if kind == "entity" else FORM
        last = len(signs) > 1 and signs[-2] & COMMA and signs[-1] & behind
        if not last or any(one & COMMA for one in (*signs[:-2], signs[-1])):
            return True
    if every & FORM and (signs[-1] & HOUSE or (every & QUOTED and signs[0] & FORM)):
        return True
    return len(signs) > _OF_NAME and bool(signs[-1] & COUNTRY)
