"""Many rows bounded for one query: what `alone` does row by row, as arrays.

Where common words give hundreds of rows to look at, this is the quicker way.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from enduse.names import bounds
from enduse.names.asked import LETTERS
from enduse.names.bounds import ROUNDING, Held
from enduse.names.hashed import distinct, ranges
from enduse.names.hits import Sums, optional
from enduse.names.one_query import OneQuery
from enduse.names.score import WEAK_ALIAS
from enduse.names.store import Array

Row = tuple[int, float]
Short = tuple[int, int, int]
"""A span of names that have initials, and the letters of which they must have one."""


class ManyRows:
    """Bounds rows of an index for one query at a time."""

    def __init__(
        self, arrays: Mapping[str, Array], tokens: int, letters: tuple[Array, Array]
    ) -> None:
        self._arrays = arrays
        self._tokens = tokens
        self._first, self._letters = letters

    def held(self, spans: Sequence[tuple[int, int]], short: Sequence[Short]) -> Array:
        """The rows in spans of postings, and those with such initials, each once."""
        posting, initials = self._arrays["posting"], self._arrays["name_initials"]
        found = [posting[first:last] for first, last in spans]
        for first, last, letters in short:
            rows = posting[first:last]
            found.append(rows[initials[rows] & letters != 0])
        return distinct(np.concatenate(found)) if found else posting[:0]

    def bounded(self, asked: OneQuery, rows: Array) -> list[Row]:
        """The rows that can reach what is needed, all their words known, best first."""
        arrays = self._arrays
        if not asked.marked:
            rows = rows[~arrays["name_shadowed"][rows]]
        if not len(rows):
            return []
        held, counts = self._held(asked, rows)
        single = counts == 1
        kinds = arrays["name_kind"][rows]
        made_up_for = asked.translated & (kinds == bounds.FIRM)
        most = bounds.points(
            held,
            kinds,
            several=~single & (len(asked.weights) > 1) & ~made_up_for,
            lone=single & (held.extra > asked.spare),
            lifted=np.array(bool(asked.form.legal)),
        )
        most += WEAK_ALIAS * arrays["name_weak"][rows]
        kept = (most + ROUNDING >= np.array(asked.needed)[kinds]).nonzero()[0]
        rows, most = rows[kept], most[kept]
        order = np.lexsort((rows, -most))
        return list(zip(rows[order].tolist(), most[order].tolist(), strict=True))

    def _held(self, asked: OneQuery, rows: Array) -> tuple[Held, Array]:
        """What rows have in common with a query and what not; how many words each."""
        arrays = self._arrays
        first = arrays["name_ends"][rows]
        counts = arrays["name_ends"][rows + 1] - first
        names = np.arange(len(rows)).repeat(counts)
        places = ranges(first, counts)
        tokens = arrays["name_token"][places]
        sums = self._sums(asked, (places, tokens), names, len(rows))
        long, short = asked.by_letter()
        at = arrays["name_initials"][rows] != 0
        if short:
            at[:] = True
        chosen = at[names].nonzero()[0]
        if len(chosen):
            held = tokens[chosen], names[chosen]
            sums = sums + self._short((long, short), held, len(rows))
        whole = arrays["name_weight"][rows].astype(np.float64)
        return sums.held(np.array(asked.total), whole), counts

    def _sums(
        self, asked: OneQuery, words: tuple[Array, Array], names: Array, count: int
    ) -> Sums:
        """What words in common come to, and neighbours that are as one word."""
        arrays = self._arrays
        places, theirs = words
        best = asked.best()
        filed = np.array(sorted(best), dtype=theirs.dtype)
        if len(filed) and filed[-1] >= self._tokens:
            pairs = arrays["name_pair"][places]
            kept = (pairs >= 0).nonzero()[0]
            theirs = np.concatenate([theirs, pairs[kept] + self._tokens])
            names = np.concatenate([names, names[kept]])
        if not len(filed):
            none = np.zeros(count)
            return Sums(none, none, none, none, none)
        place = np.minimum(filed.searchsorted(theirs), len(filed) - 1)
        at = (filed[place] == theirs).nonzero()[0]
        place, names = place[at], names[at]
        told = np.array([best[target] for target in filed.tolist()])
        likeness, weight = told[:, 0], told[:, 1]
        own = arrays["target_weight"][filed].astype(np.float64)
        both = bounds.both_weigh(own, weight, likeness)
        certain = bounds.certain(np.minimum(own, weight), likeness)
        columns = both * likeness, both, certain, weight, own
        return Sums(*(np.bincount(names, column[place], count) for column in columns))

    def _short(
        self,
        by_letter: tuple[dict[int, float], dict[int, float]],
        held: tuple[Array, Array],
        count: int,
    ) -> Sums:
        """What initials may stand for on either side."""
        long, short = map(_by_letter, by_letter)
        tokens, names = held
        own = self._arrays["vocab_weight"][tokens].astype(np.float64)
        found = optional(own, long[self._letters[tokens]], names, count)
        return found + optional(own, short[self._first[tokens]], names, count)


def _by_letter(weights: Mapping[int, float]) -> Array:
    """Weights by letter, and last 0 for what begins with none."""
    found = np.zeros(LETTERS + 1)
    for letter, weight in weights.items():
        found[letter] = weight
    return found
