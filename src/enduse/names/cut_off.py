"""A firm's name whose end a field cut off: `KHATAM AL ANBIYA CONSTRUCTION HEADQ`.

A field of SWIFT holds 35 signs, two lines of it 70. What was cut is a word that any
firm may have, which is read whole (`HEADQ`), a legal form (`OPEN JO`), or a word that
can't be told, which is left out where a name is that long.
"""

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import takewhile

from enduse.names.form import NameForm, parse
from enduse.text.concepts import (
    canonical,
    is_place,
    is_trade_word,
    legal_class,
    spellings,
)
from enduse.text.dictionary import is_spelt_right
from enduse.text.legal import sequences
from enduse.text.met import Met

# Signs of a line of a field, or two, with a blank at the end and without.
LINES = frozenset((34, 35, 69, 70))
_LETTERS = 4  # of a word's beginning that is read whole
_FORM_LETTERS = 3  # of what is left of a legal form
_FEWEST = 2  # words that a name has without its last
_AROUND = ".,;()\"'"


def read_whole(text: str, whole: NameForm) -> tuple[NameForm, ...]:
    """The forms of a name with its last word whole, or left out; none for most.

    *Example*

    >>> name = "Splavit Construction Headq"
    >>> [form.tokens for form in read_whole(name, parse(name, "entity"))]
    [('splavit', 'construction', 'headquarters')]
    """
    said = text.split()
    if len(said) <= _FEWEST or not _MAY_BE_CUT[said[-1]]:
        return ()
    found: dict[tuple[str, ...], NameForm] = {}
    for name in _names(said, len(text.rstrip())):
        form = parse(name, "entity")
        if form.tokens != whole.tokens and len(form.tokens) >= _FEWEST:
            found[form.tokens] = form
    return tuple(found.values())


def _names(said: list[str], length: int) -> Iterator[str]:
    last = _bare(said[-1])
    if found := _WHOLE[last]:
        yield " ".join([*said[:-1], found])
        return
    if kept := _without_form([_bare(word) for word in said]):
        yield " ".join(said[:kept])
    elif length in LINES:
        yield " ".join(said[:-1])


def _without_form(said: list[str]) -> int:
    """How many words stand before the beginning of a legal form; 0 where none does."""
    for size in range(min(len(said) - _FEWEST, _longest()), 0, -1):
        tail = said[-size:]
        if len("".join(tail)) >= _FORM_LETTERS and _begins_form(" ".join(tail)):
            return len(said) - size
    return 0


def _begins_form(tail: str) -> bool:
    """Whether a legal form of several words begins so, with its first word whole."""
    at = bisect_left(_forms(), tail)
    found = _forms()[at] if at < len(_forms()) else ""
    return found.startswith(tail) and found != tail and " " in tail


def _may_be_cut(word: str) -> bool:
    """Whether a word is none that is known as it is, and may be another's beginning."""
    bare = _bare(word)
    if not bare.isascii() or not bare.isalpha() or legal_class(bare):
        return False
    return not (canonical(bare) != bare or is_trade_word(bare) or is_place(bare))


_MAY_BE_CUT = Met(_may_be_cut)


def _whole(word: str) -> str:
    """The word of firms' names that begins so; '' for several that say other things."""
    if len(word) < _LETTERS or is_spelt_right(word):
        return ""
    words = _words()
    at = bisect_left(words, word)
    begun = list(takewhile(lambda one: one.startswith(word), words[at:]))
    said = Counter(map(canonical, begun)).most_common(1)
    return said[0][0] if said and 2 * said[0][1] > len(begun) else ""


_WHOLE = Met(_whole)


def _bare(word: str) -> str:
    return word.strip(_AROUND).lower()


@cache
def _words() -> list[str]:
    """Words of firms' names in Latin letters, in order."""
    return sorted(word for word in spellings() if word.isascii() and word.isalpha())


@cache
def _forms() -> list[str]:
    return sorted(" ".join(form) for form in sequences() if len(form) > 1)


@cache
def _longest() -> int:
    return max(map(len, sequences()))
