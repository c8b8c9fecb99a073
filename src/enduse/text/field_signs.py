"""What a word of a name's field may be the sign of, found once for each word.

Most fields say a name and nothing else, which their words tell at once.
"""

import re
from collections.abc import Sequence

from enduse.model import PartyKind
from enduse.text.concepts import legal_class
from enduse.text.field_tail import is_country
from enduse.text.field_words import WORD, any_hint
from enduse.text.met import Met

MORE = 1  # of something beside a name: a label, a number, a bracket, a stroke
COMMA = 2  # a comma behind it
AMPERSAND = 4
COUNTRY = 8
FORM = 16  # a legal form, which may stand behind a comma
SHORT = 32  # what a firm's name may have behind a comma

_OF_NAME = 2  # words that a country behind them leaves too few of
_PLAIN = re.compile(r"[A-Za-z'.-]*[A-Za-z.]")
_SIGNS = re.compile(r"[@/|;()（\[\]]|,.|\d{4}|\d[./-]\d|^[-–—]$|[一-鿿]{5}")
_SHORT = re.compile(r"[A-Za-z.]{1,7}")


def _signs(word: str) -> int:
    low = word.lower()
    hints = (low,) if low.isalpha() else WORD.findall(low)
    found = 0 if any_hint().isdisjoint(hints) else MORE
    if not _PLAIN.fullmatch(word):
        found |= MORE if _SIGNS.search(word) else 0
        found |= COMMA if word.endswith(",") else 0
        found |= AMPERSAND if "&" in word else 0
    found |= COUNTRY if is_country(word) else 0
    found |= SHORT if _SHORT.fullmatch(word) else 0
    return found | FORM if legal_class(low.replace(".", "")) else found


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
    if every & MORE or (every & AMPERSAND and kind != "entity"):
        return True
    if every & COMMA:
        behind = SHORT if kind == "entity" else FORM
        last = len(signs) > 1 and signs[-2] & COMMA and signs[-1] & behind
        if not last or any(one & COMMA for one in (*signs[:-2], signs[-1])):
            return True
    return len(signs) > _OF_NAME and bool(signs[-1] & COUNTRY)
