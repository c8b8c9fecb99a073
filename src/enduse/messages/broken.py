"""Words that the end of a full line cut in two: `STANKOM` and, below, `ASHSTROY`.

A line of a payment holds 35, 50 or 65 characters, one of XML 140; who fills it to the
last sign goes on in the next. Nothing says whether a blank was lost, so the words
around the cut are screened as one too, unless both halves are words. They are searched
for names alone, as words of goods are (`ROLE`).
"""

from collections.abc import Iterator, Sequence

from enduse.text.concepts import is_place, is_trade_word, legal_class
from enduse.text.dictionary import is_spelt_right

ROLE = "goods_text"
_AROUND = 5  # words on either side of a cut that are read with it
_WIDE = frozenset(("45", "46", "47", "49", "77L", "77U", "78", "86"))
_WIDTH, _NARRATIVE, _LONG = 35, 50, 65
_SMALL = """
    a an and are as at be been by for from has have in is it its no not of on or our per
    shall that the this to under via was we which will with you your
"""
_LITTLE = frozenset(_SMALL.split())  # words that nothing is cut off
_FULL = frozenset((35, 70, 140))  # of elements that hold a line each


def width_of(tag: str) -> int:
    """How many characters a line of a field of an MT message holds.

    *Source*: SWIFT Standards MT: `35x`, `65x` of credits and statements, `50x` of 79.
    """
    if tag[:2] == "79":
        return _NARRATIVE
    return _LONG if tag[:2] in _WIDE or tag in _WIDE else _WIDTH


def across(first: str, second: str) -> str:
    """The words around a cut, those at it as one; '' where no word can be cut there.

    *Example*

    >>> across("INVOICE 7 OF STANKOM", "ASHSTROY PENZA")
    'INVOICE 7 OF STANKOMASHSTROY PENZA'
    """
    above, below = first.rstrip(), second.lstrip()
    if above != first or not (above[-1:].isalpha() and below[:1].isalpha()):
        return ""
    words, others = above.split()[-_AROUND:], below.split()[:_AROUND]
    little = words[-1].lower() in _LITTLE
    if little or (_is_whole(words[-1]) and _is_whole(others[0])):
        return ""
    return " ".join(words) + " ".join(others)


def around(first: str, second: str) -> str:
    """The words on both sides of where one line ends between words and the next goes
    on; '' where there is none on a side.

    *Example*

    >>> around("BEARINGS FOR STANKO", "MASH PENZA")
    'BEARINGS FOR STANKO MASH PENZA'
    """
    above, below = first.split()[-_AROUND:], second.split()[:_AROUND]
    return " ".join((*above, *below)) if above and below else ""


def _is_whole(word: str) -> bool:
    """Whether a word is known as it stands, so that nothing is cut off it."""
    plain = word.strip(".,:;()/-'\"").lower()
    if plain in _LITTLE:
        return True
    known = is_spelt_right(plain) or is_trade_word(plain) or is_place(plain)
    return known or bool(legal_class(plain))


def cut_words(lines: Sequence[str], width: int) -> Iterator[tuple[int, str]]:
    """The words around each cut of a field's lines, with the number of the upper."""
    for number, line in enumerate(lines[:-1], start=1):
        if len(line) >= width:
            below = lines[number].removeprefix("//")
            if said := across(line.removeprefix("//"), below):
                yield number, said


def is_full(text: str) -> bool:
    """Whether an element's text fills what it may hold, so that the next goes on."""
    return len(text) in _FULL
