"""Listed names that stand whole within the field of a name, whatever stands beside.

`SHPR KOREA LUCH GENERAL CORPORATION`, `Vega Ltd (controlled by Luch Optika)`, `BEK
IVAN PETROVICH PP NO 721234567`: no table has all that clerks write beside a name. A
listed name is found as it is in a text, where what stands on both sides of it shows
that no longer name goes on.
"""

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from enduse.model import Party, PartyKind
from enduse.names import sides
from enduse.names.kinds import CRAFT
from enduse.names.spot_firms import is_first
from enduse.names.weights import ORDINARY, class_weight
from enduse.text.concepts import is_trade_word
from enduse.text.dictionary import is_ordinary
from enduse.text.field_tail import ends_with_form
from enduse.text.field_words import place

if TYPE_CHECKING:
    from enduse.names.spotted import Span

FIELD_READ = 600  # characters of a field
_FEWEST = 3  # blanks in a field that says more than a person's name
_MORE = re.compile(rf"{sides.SIGN.pattern}|\d")
_SEVERAL, _SURE = 2, 3  # words of a name
_LETTERS = 3
_NUMBER_DIGITS = 3  # of a word that is a number, and `3T` is none


def fields(party: Party) -> tuple[str, ...]:
    """The names of a party, as its fields have them, that may say more than one."""
    return tuple([x.text for x in party.names if may_say_more(x.text, party.kind)])


def may_say_more(text: str, kind: PartyKind) -> bool:
    """Whether a field has so many words, or signs, that one name may be part of it."""
    blanks = text.count(" ") + text.count("\n")
    few = _FEWEST if kind in ("person", "unknown") else _FEWEST - 1
    return blanks >= few or (blanks > 0 and _MORE.search(text) is not None)


def parted(text: str, spans: Sequence["Span"]) -> Iterator["Span"]:
    """The names that stand within a field among more: none that is the whole of it."""
    for span in spans:
        start = sides.form_before(text, span.start)
        end = sides.form_behind(text, span.end)
        if sides.WORD.search(text, 0, start) or sides.WORD.search(text, end):
            yield span


def is_meant(text: str, span: "Span", kind: PartyKind) -> bool:
    """Whether a listing of the kind may be meant by a name, and no longer one stands.

    A firm's name of several words, some of them in no dictionary, tells whatever stands
    beside it; so does a person's of three, where no other name does.
    """
    start, end = sides.form_before(text, span.start), sides.form_behind(text, span.end)
    formed = span.formed or start < span.start or end > span.end
    little = kind == "entity" and _says_little(text, span, end)
    if little and not (formed and _is_alone(text, start, end)):
        return False
    if span.formed or (formed and kind in CRAFT):
        return kind == "entity"  # a firm that is called like the ship
    person = kind == "person"
    letter = text[span.start]
    begun = sides.begins(text[:start], letter, person=person) or (
        start < span.start and is_first(sides.last(text[: span.start])[0].casefold())
    )
    closed = begun and sides.ends(text[end:], letter, person=person, formed=formed)
    if person:
        words = len(text[span.start : span.end].split())
        return words >= _SEVERAL and (
            closed or (words >= _SURE and not _named_beside(text, span))
        )
    if closed or little or kind != "entity" or len(span.tokens) < _SURE:
        return closed
    if any(word and place(word) for word in _beside(text, start, end)):
        return False  # a sister firm's
    return _telling(span.tokens) > (0 if begun or len(span.tokens) > _SURE else 1)


def _says_little(text: str, span: "Span", end: int) -> bool:
    """Whether a firm's name is one word, or words that any firm's longer name has.

    With its legal form, which ends at `end`, words that begin a field are a whole
    name all the same.
    """
    words = [word.lower() for word in sides.WORD.findall(text[span.start : span.end])]
    told = [word for word in words if not sides.is_legal(word)]
    if len(span.tokens or told) < _SEVERAL:
        return True
    begins = not sides.WORD.search(text, 0, span.start)
    whole = begins and ends_with_form(text[span.start : end].split())
    return not whole and all(map(_is_of_any_firm, told))


def _is_of_any_firm(word: str) -> bool:
    return class_weight(word) < ORDINARY or is_trade_word(word) or is_ordinary(word)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether no word of a firm's name stands on either side of a part of a text."""
    return not any(map(_may_be_named, _beside(text, start, end)))


def _may_be_named(word: str) -> bool:
    """Whether a word may be one of a firm's name, and is no number or of papers."""
    digits = sum(map(str.isdigit, word))
    if digits:
        return digits < _NUMBER_DIGITS and not word.isdigit()
    return bool(word) and not sides.closes(word)


def _telling(tokens: Sequence[str]) -> int:
    """How many of the words are of no dictionary, so that no chance joins them."""
    return sum(
        class_weight(t) == ORDINARY and len(t) > _LETTERS and not is_ordinary(t)
        for t in tokens
    )


def _named_beside(text: str, span: "Span") -> bool:
    """Whether a word beside a person's name is one more of his names."""
    beside = _beside(text, span.start, span.end)
    return any(word and sides.is_named(word) for word in beside)


def _beside(text: str, start: int, end: int) -> tuple[str, str]:
    """The words before and behind a part of a text, '' where there is none."""
    return sides.last(text[:start])[0], sides.first(text[end:])[0]
