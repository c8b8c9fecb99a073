"""Many rows bounded for one query: what `alone` does row by row, as arrays.

Where common words give hundreds of rows to look at, this is the quicker way.
"""

from collections.abc import Mapping, Sequence

import numpy as np

from enduse.names import bounds
from enduse.names.asked import LETTERS
from enduse.names.bounds import ROUNDING, Held
from enduse.names.hashed import distinct, ranges, starts
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
        lone = single & (held.extra > asked.spare)
        if asked.given:
            lone |= bounds.PERSON[kinds] & (arrays["name_initials"][rows] == 0)
        made_up_for = asked.translated & (kinds == bounds.FIRM)
        most = bounds.points(
            held,
            kinds,
            several=~single & (len(asked.weights) > 1) & ~made_up_for,
            lone=lone,
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
        filed, likeness, weight = _best(asked)
        if not len(filed):
            none = np.zeros(count)
            return Sums(none, none, none, none, none)
        if filed[-1] >= self._tokens:
            pairs = arrays["name_pair"][places]
            kept = (pairs >= 0).nonzero()[0]
            theirs = np.concatenate([theirs, pairs[kept] + self._tokens])
            names = np.concatenate([names, names[kept]])
        place = np.minimum(filed.searchsorted(theirs), len(filed) - 1)
        at = (filed[place] == theirs).nonzero()[0]
        place, names = place[at], names[at]
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
        tokens, names = held
        found = []
        for letters, weights in zip(
            (self._letters, self._first), by_letter, strict=True
        ):
            weight = _by_letter(weights)[letters[tokens]]
            at = weight.nonzero()[0]
            own = self._arrays["vocab_weight"][tokens[at]].astype(np.float64)
            found.append(optional(own, weight[at], names[at], count))
        return found[0] + found[1]


def _best(asked: OneQuery) -> tuple[Array, Array, Array]:
    """Each target of a query, in order, with its likeness and weight at best."""
    units = asked.units
    counts = [len(unit.found.ids) for unit in units]
    target = np.array([at for unit in units for at in unit.found.ids], dtype=np.int32)
    alike = np.array([alike for unit in units for alike in unit.found.likeness])
    alike = np.minimum(alike, np.repeat([unit.most for unit in units], counts))
    weight = np.repeat([unit.weight for unit in units], counts)
    order = np.argsort(target, kind="stable")
    target = target[order]
    begins = starts(target)
    best = [
        np.maximum.reduceat(x[order], begins) if len(x) else x for x in (alike, weight)
    ]
    return target[begins], best[0], best[1]


def _by_letter(weights: Mapping[int, float]) -> Array:
    """Weights by letter, and last 0 for what begins with none."""
    found = np.zeros(LETTERS + 1)
    for letter, weight in weights.items():
        found[letter] = weight
    return found
