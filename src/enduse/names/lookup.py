"""Query words resolved to listed ones, and remembered.

Words that share a key (see `keys`) are looked up for all new words of a batch at once,
a few new ones one by one.
"""

from collections.abc import Iterable, Sequence

import numpy as np

from enduse.names.index import NameIndex
from enduse.names.keys import asked_keys
from enduse.names.many_lookup import ManyWords
from enduse.names.resolved import GLUED, PLAIN, SHADOWED, Resolved
from enduse.names.word_lookup import WordLookup

__all__ = ["Lookup", "asked_keys"]
_KEPT = 200_000
_FEW = 8  # words that are sooner looked up one by one

_Known = dict[str, Resolved]


class Lookup:
    """Resolves words, and remembers them.

    Asked to do so `roughly`, words that share a sound are taken to sound alike unless
    it is known better; what a word resolves to tells where, and `measure` mends it.
    """

    def __init__(self, index: NameIndex) -> None:
        self._known: tuple[_Known, ...] = ({}, {}, {})
        self._rough: tuple[_Known, ...] = ({}, {}, {})
        self._words = WordLookup(index) if index.facts["spellings"] else None
        self._many = ManyWords(index)

    def resolve(
        self, words: Sequence[str], *, shadowed: bool = False, roughly: bool = False
    ) -> list[Resolved]:
        """One result a word, in order.

        With `shadowed`, names of other scripts are looked up too whose bearers are
        listed in Latin letters as well.
        """
        return self._of(words, SHADOWED if shadowed else PLAIN, roughly=roughly)

    def glued(self, words: Sequence[str], *, roughly: bool = False) -> list[Resolved]:
        """For neighbours written as one word, the listed words that they may be."""
        return self._of(words, GLUED, roughly=roughly)

    def measure(self, wanted: Iterable[tuple[Resolved, Iterable[int]]]) -> None:
        """Measures of words how alike they are to some targets, and remembers it."""
        asked: tuple[dict[str, tuple[Resolved, set[int]]], ...] = ({}, {}, {})
        for known, ids in wanted:
            if told := known.rough:
                held = asked[told.table].setdefault(told.word, (known, set()))
                held[1].update(ids)
        for table, words in enumerate(asked):
            if words:
                self._measure(table, words)

    def _measure(
        self, table: int, wanted: dict[str, tuple[Resolved, set[int]]]
    ) -> None:
        words = list(wanted)
        sets = [ids for _, ids in wanted.values()]
        owners = np.repeat(np.arange(len(words)), [len(ids) for ids in sets])
        targets = np.array([at for ids in sets for at in ids], dtype=np.int64)
        only = self._many.keyed(owners, targets)
        found = self._many.resolve(words, table, only=only)
        for (word, (known, ids)), one in zip(wanted.items(), found, strict=True):
            told = known.measured(ids, one)
            (self._rough if told.rough else self._known)[table][word] = told

    def now(self, found: Resolved) -> Resolved:
        """What is known of a word by now."""
        if found.rough is None:
            return found
        word, table = found.rough.word, found.rough.table
        told = self._known[table].get(word)
        return self._rough[table].get(word, found) if told is None else told

    def _of(self, words: Sequence[str], table: int, *, roughly: bool) -> list[Resolved]:
        """What words resolve to by one of the tables; new ones are looked up."""
        known, rough = _kept(self._known[table]), _kept(self._rough[table])
        new = [word for word in dict.fromkeys(words) if word not in known]
        if roughly and rough:
            new = [word for word in new if word not in rough]
        if new:
            found = self._look_up(new, table, roughly=roughly)
            for word, one in zip(new, found, strict=True):
                (rough if one.rough else known)[word] = one
        if roughly and rough:
            return [known[word] if word in known else rough[word] for word in words]
        return [known[word] for word in words]

    def _look_up(self, new: list[str], table: int, *, roughly: bool) -> list[Resolved]:
        one = self._words
        if one is None or len(new) > _FEW:
            return self._many.resolve(new, table, roughly=roughly)
        if table == GLUED:
            return [one.glued(word) for word in new]
        return [one.resolve(word, shadowed=table == SHADOWED) for word in new]


def _kept(known: _Known) -> _Known:
    """What is remembered, or nothing any more where that is too much."""
    if len(known) > _KEPT:
        known.clear()
    return known
