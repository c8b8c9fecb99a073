"""What stands beside a name in a text, and whether a longer name may go on.

Before `Luch LLC` in `PAYMENT 12 FOR Luch LLC` stands a word that no name has; before it
in `Red Luch LLC` one that a name may have, and the firm is another.
"""

import re
from functools import cache

from enduse.names.spot_firms import is_first, is_stop
from enduse.text.common_names import share
from enduse.text.concepts import is_trade_word
from enduse.text.dictionary import is_ordinary
from enduse.text.field_tail import is_form
from enduse.text.field_words import paper_words
from enduse.text.given_names import cluster
from enduse.text.legal_words import LEGAL_WORDS
from enduse.text.met import Met
from enduse.text.scripts import script
from enduse.text.tables import table

WORD = re.compile(r"[^\W_]+(?:['’.&-][^\W_]+)*\.?")
SIGN = re.compile(r"[,;:/|=<>()\[\]{}（）：；，\n\t#*]|(?:^|\s)[-–—~+]+(?:\s|$)")
_LAST = re.compile(r"([^\W_]+(?:['’.&-][^\W_]+)*)[\W_]*$")
_PARTED = re.compile(r"[;/|\n]|\s[-–—]\s")
_FORM_WORDS = 4
_NEAR = 80  # characters of a text that are looked at for the word beside a name
_OF = ("of", "de", "di", "der")
_OF_PERSONS = ("von", "an", "vom")  # words of papers that stand within a name, too


def last(text: str) -> tuple[str, str]:
    """The last word of a text, and what stands behind it."""
    found = _LAST.search(text, max(0, len(text) - _NEAR))
    return (found[1], text[found.end(1) :]) if found else ("", text)


def first(text: str) -> tuple[str, str]:
    """The first word of a text, and what stands before it."""
    found = WORD.search(text)
    return (found[0], text[: found.start()]) if found else ("", text)


def begins(
    before: str, letter: str, *, person: bool = False, alone: bool = False
) -> bool:
    """Whether a name begins behind this text; `letter` is its first.

    What is told by a form `alone` does not begin behind `and`, or behind `of` but where
    papers say whose something is: `A/C OF`.

    *Example*

    >>> begins("INV 12 FOR ", "L"), begins("RED ", "L"), begins("ESCROW: ", "L")
    (True, False, True)
    """
    word, gap = last(before)
    if not word or SIGN.search(gap):
        return True
    if alone and word.lower() in _links("joins"):
        owned = last(before[: before.rindex(word)])[0].lower()
        return word.lower() == "of" and owned in _of_papers()
    return _is_no_part(word, letter, person=person) or word.lower() in _links("of_name")


def ends(behind: str, letter: str, *, person: bool = False, formed: bool) -> bool:
    """Whether a name ends before this text; `formed` has its legal form already.

    *Example*

    >>> ends(" HQ", "L", formed=False), ends(" REX", "L", formed=False)
    (True, False)
    """
    word, gap = first(behind)
    if not word:
        return True
    if SIGN.search(gap):  # `ALFA (CY) LIMITED` goes on
        return person or formed or not is_form(last(behind)[0])
    if formed and not person:
        return word.lower() not in _OF  # `Advanced Technologies Company of Tomsk`
    return _is_no_part(word, letter, person=person) or word.lower() in _links("goes_on")


def leads(word: str) -> bool:
    """Whether a word says that a name follows, and is none of it: `FOR`, `PMT`."""
    low = word.lower().strip(".")
    return low in _of_papers() or low in _links("of_name")


def closes(word: str) -> bool:
    """Whether a word may stand beside a name and be none of its words."""
    low = word.lower().strip(".")
    return (
        leads(word)
        or low in _links("goes_on")
        or not low.isalpha()
        or not low.isascii()
    )


def parts(word: str) -> bool:
    """Whether a word is none of a name's, on whichever side of it it stands."""
    low = word.lower().strip(".")
    if low in _of_papers():
        return not is_trade_word(low)
    links = low in _links("of_name") or low in _links("goes_on")
    return links and not joins(word)


def joins(word: str) -> bool:
    """Whether a word stands within a name as often as beside it: `and`, `of`."""
    return word.lower() in _links("joins")


def is_of_papers(word: str) -> bool:
    """Whether papers write a word beside a name, if it may be a name's too: `INV`."""
    low = word.lower().strip(".")
    return low in _of_papers() or is_stop(low)


def form_behind(text: str, end: int) -> int:
    """Where a name that ends at `end` ends with the legal form behind it."""
    for _ in range(_FORM_WORDS):
        found = WORD.search(text, end)
        if not found or not is_legal(found[0]):
            break
        if _PARTED.search(text[end : found.start()]):
            break
        end = found.end()
    return end


def form_before(text: str, start: int) -> int:
    """Where a name that starts at `start` starts with the legal form before it."""
    for _ in range(_FORM_WORDS):
        found = _LAST.search(text, max(0, start - _NEAR), start)
        if not found or not is_legal(found[1]):
            break
        if _PARTED.search(text[found.end(1) : start]):
            break
        start = found.start(1)
    return start


def is_legal(word: str) -> bool:
    """Whether a word, as it stands, is a legal form or one of its words."""
    return _LEGAL[word]


def _is_legal(word: str) -> bool:
    low = word.lower().strip(".")
    return is_form(word) or low in LEGAL_WORDS or is_first(low)


_LEGAL = Met(_is_legal)


def is_named(word: str) -> bool:
    """Whether a word is some person's given or family name."""
    low = word.lower().strip(".")
    return share(low) > 0 or cluster(low) >= 0


def _is_no_part(word: str, letter: str, *, person: bool) -> bool:
    """Whether a word beside a name cannot be one of its words."""
    low = word.lower().strip(".")
    if any(map(str.isdigit, word)) or script(word[0]) != script(letter):
        return True
    if low in _of_papers() and not is_trade_word(low):
        return True
    if not person:
        return False
    if is_stop(low) and low not in _OF_PERSONS:
        return True
    return is_form(word) or (is_ordinary(low) and not is_named(low))


@cache
def _of_papers() -> frozenset[str]:
    return frozenset().union(*map(paper_words, ("roles", "behind", "dues", "beside")))


@cache
def _links(part: str) -> frozenset[str]:
    return frozenset(table("paper_words")["links"][part].split())
