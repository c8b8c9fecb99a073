"""All that is known of a word of a firm's name, found once for each word.

A name's words say by their signs which steps of reading it have anything to do.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from enduse.text.concepts import legal_words
from enduse.text.firm_bodies import is_body
from enduse.text.firm_concept import concept
from enduse.text.firm_phrases import heads
from enduse.text.left_out import dropped
from enduse.text.left_out_slips import is_joining, is_near_stock
from enduse.text.met import Met

BODY = 1  # a short word for a body
HEAD = 2  # the first of a phrase
INITIAL = 4  # a single letter
SPECIAL = 8  # what is read by the words beside it
LEFT_OUT = 16  # what may say nothing
JOINING = 32  # what only joins two others
NEAR_STOCK = 64  # what may be of `joint stock`
EMPTY = 128  # what is no name of a firm by itself

AIR, NAMED, CITY = "air", "named", "city"
_SPECIAL = frozenset((AIR, NAMED, CITY))


class FirmWord(NamedTuple):
    """A word as it is spelt, its concept, and its signs."""

    spelt: str
    concept: str
    signs: int


def signs_of(words: Iterable[FirmWord]) -> int:
    """The signs of all words together."""
    signs = 0
    for _, _, one in words:
        signs |= one
    return signs


def said(name: str, spelt: str) -> FirmWord:
    """A concept and what stands for it, be it one word or several."""
    return FirmWord(spelt, name, _signs(spelt, name))


def _word(spelt: str) -> FirmWord:
    name = concept(spelt)
    signs = _signs(spelt, name)
    return FirmWord(spelt, name, signs | BODY if is_body(spelt) else signs)


WORDS = Met(_word)


def _signs(spelt: str, name: str) -> int:
    signs = _of_concepts().get(name, 0)
    if len(name) < 2:
        signs |= EMPTY | INITIAL if name.isalpha() else EMPTY
    if is_joining(spelt):
        signs |= JOINING
    return signs | NEAR_STOCK if is_near_stock(spelt) else signs


@cache
def _of_concepts() -> dict[str, int]:
    """The signs of those concepts that have any."""
    signs = dict.fromkeys(legal_words(), EMPTY)
    nothing = dropped(is_stock=True, is_unitary=True)
    for names, sign in ((heads(), HEAD), (_SPECIAL, SPECIAL), (nothing, LEFT_OUT)):
        for name in names:
            signs[name] = signs.get(name, 0) | sign
    return signs
