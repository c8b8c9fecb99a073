"""Which of many queries and listed names can come to what is needed, as arrays."""

import numpy as np

from enduse.names import bounds
from enduse.names.asked import LETTERS, Asked
from enduse.names.bounds import Held
from enduse.names.hashed import ranges
from enduse.names.hits import Best, Sums, optional
from enduse.names.index import NameIndex
from enduse.names.score import WEAK_ALIAS
from enduse.names.store import Array

_NONE = np.zeros(0, dtype=np.int64)


class Reach:
    """Bounds the points of listed names against queries.

    `letters` are by token the number of its first letter (`first`), and of the letter
    it is, or -1.
    """

    def __init__(self, index: NameIndex, letters: tuple[Array, Array]) -> None:
        self._index = index
        self.first, self._letters = letters

    def of(
        self, asked: Asked, owners: Array, rows: Array, held: Held
    ) -> tuple[Array, Array]:
        """Which of the pairs can reach what is needed, and the points of all."""
        arrays = self._index.arrays
        kinds = arrays["name_kind"][rows]
        ends = arrays["name_ends"]
        single = ends[rows + 1] - ends[rows] == 1
        lone = single & (held.extra > asked.spare[owners])
        if asked.given.any():
            bare = bounds.PERSON[kinds] & (arrays["name_initials"][rows] == 0)
            lone |= asked.given[owners] & bare
        made_up_for = asked.translated[owners] & (kinds == bounds.FIRM)
        most = bounds.points(
            held,
            kinds,
            several=~single & (asked.count[owners] > 1) & ~made_up_for,
            lone=lone,
            lifted=asked.legal[owners],
        )
        most += WEAK_ALIAS * arrays["name_weak"][rows]
        kept = most + bounds.ROUNDING >= asked.needed[owners, kinds]
        return _where(kept), most

    def most(self, asked: Asked, best: Best, owners: Array, rows: Array) -> Array:
        """The most points each pair can have, all its words known."""
        most = np.full(len(rows), -np.inf)
        if not len(rows):
            return most
        arrays = self._index.arrays
        ends = arrays["name_ends"]
        first, counts = ends[rows], ends[rows + 1] - ends[rows]
        sums = best.sums(arrays, self._tokens(first, counts), owners)
        glued = best.has_pairs(owners)
        if len(glued):
            pairs = self._split(glued, first[glued], counts[glued])
            sums = sums + best.sums(arrays, pairs, owners)
        short = arrays["name_initials"][rows] != 0
        at = _where(short | (asked.initials[owners] > 0))
        if len(at):
            names = np.repeat(at, counts[at])
            theirs = arrays["name_token"][ranges(first[at], counts[at])]
            sums = sums + self._short(asked, (owners, names, theirs), len(rows))
        whole = arrays["name_weight"][rows].astype(np.float64)
        held = sums.held(asked.total[owners], whole)
        kept, points = self.of(asked, owners, rows, held)
        most[kept] = points[kept]
        return most

    def targets(self, rows: Array) -> tuple[Array, Array]:
        """What words may stand for in names, and the place of which name each is of."""
        ends = self._index.arrays["name_ends"]
        first, counts = ends[rows], ends[rows + 1] - ends[rows]
        tokens, names = self._tokens(first, counts)
        pairs, owners = self._split(np.arange(len(rows)), first, counts)
        return np.concatenate([tokens, pairs]), np.concatenate([names, owners])

    def _tokens(self, first: Array, counts: Array) -> tuple[Array, Array]:
        """The tokens of names, and which name each is of."""
        tokens = self._index.arrays["name_token"][ranges(first, counts)]
        return tokens, np.arange(len(counts)).repeat(counts)

    def _split(self, at: Array, first: Array, counts: Array) -> tuple[Array, Array]:
        """The pairs of neighbours in names, as targets, and which name each is of."""
        pairs = self._index.arrays["name_pair"][ranges(first, counts)]
        names = np.repeat(at, counts)
        kept = _where(pairs >= 0)
        return pairs[kept] + self._index.facts["tokens"], names[kept]

    def _short(
        self, asked: Asked, held: tuple[Array, Array, Array], count: int
    ) -> Sums:
        """What initials may stand for on either side, as if it were equal.

        `held` is the query of each name, and of each token its name and the token.
        """
        owners, names, theirs = held
        queries = owners[names]
        own = self._index.arrays["vocab_weight"][theirs].astype(np.float64)
        letter, first = self._letters[theirs], self.first[theirs]
        weight = np.where(letter >= 0, asked.letters[queries, letter], 0.0)
        ours = np.where(first >= 0, asked.short[queries, first], 0.0)
        return optional(own, weight, names, count) + optional(own, ours, names, count)


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found


def initials(index: NameIndex) -> tuple[Array, Array]:
    """By token the number of its first letter, and of the letter it is, or -1."""
    run, ends = index.arrays["vocab_run"], index.arrays["vocab_ends"]
    if len(ends) < 2:
        return _NONE, _NONE
    first = run[ends[:-1]].astype(np.int64) - ord("a")
    first = np.where((first >= 0) & (first < LETTERS), first, -1)
    return first, np.where(np.diff(ends) == 1, first, -1)
