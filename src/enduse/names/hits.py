"""What words of queries may stand for, and what they share with listed names."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from enduse.names import bounds
from enduse.names.align import INITIAL_LIKENESS
from enduse.names.bounds import Held
from enduse.names.hashed import ranges, starts
from enduse.names.store import Array

_TINY = 1e-6
_ODD = 0x2545F4914F6CDD1D
_SHIFTS = (24, 41)


@dataclass(frozen=True, slots=True)
class Hits:
    """Words of queries, or neighbours as one word, and targets they may stand for.

    `second` is -1, or the other of two words that were looked up as one.
    """

    query: Array
    first: Array
    second: Array
    target: Array
    likeness: Array
    weight: Array
    own: Array

    def at(self, places: Array) -> "Hits":
        """Those at these places."""
        return Hits(
            self.query[places],
            self.first[places],
            self.second[places],
            self.target[places],
            self.likeness[places],
            self.weight[places],
            self.own[places],
        )

    def best(self, size: int, tokens: int) -> "Best":
        """What each target is to its query at best.

        `size` is how many targets there are, the first `tokens` of them single words.
        """
        filed = self.query * size + self.target
        order = np.argsort(filed, kind="stable")
        filed = filed[order]
        begins = starts(filed)
        columns = self.likeness[order], self.weight[order]
        best = [np.maximum.reduceat(x, begins) if len(x) else x for x in columns]
        pairs = np.zeros(int(self.query.max(initial=-1)) + 1, dtype=np.bool_)
        pairs[self.query[self.target >= tokens]] = True
        filed = filed[begins]
        sieve = np.zeros(1 << (16 * len(filed)).bit_length(), dtype=np.bool_)
        for shift in _SHIFTS:
            sieve[_mixed(filed, len(sieve), shift)] = True
        said, shared = self.first[order], np.zeros(len(filed), dtype=np.bool_)
        if len(filed):
            least = np.minimum.reduceat(said, begins)
            shared = least < np.maximum.reduceat(said, begins)
        return Best(filed, best[0], best[1], size, tokens, shared, pairs, sieve)


@dataclass(frozen=True, slots=True)
class Best:
    """Targets of queries, in order, with the best likeness and most weight of each.

    `shared` tells which of them several words of the query may stand for, `pairs` by
    query whether any is two neighbours as one; `sieve` has two places of each filed.
    """

    filed: Array
    likeness: Array
    weight: Array
    size: int
    tokens: int
    shared: Array
    pairs: Array
    sieve: Array

    def is_shared(self, owners: Array, targets: Array) -> Array:
        """Whether several words of a query may stand for its target."""
        wanted = owners * self.size + targets
        found: Array = self.shared[self.filed.searchsorted(wanted)]
        return found

    def has_pairs(self, owners: Array) -> Array:
        """The places of queries of which two neighbours as one may be in a name."""
        held = np.minimum(owners, len(self.pairs) - 1)
        return _where(self.pairs[held] & (held == owners))

    def others(
        self, arrays: Mapping[str, Array], held: tuple[Array, Array], but: Array
    ) -> Array:
        """Whether names may hold more for a query than the target beside them.

        `held` are queries and rows. A name with initials always may.
        """
        owners, rows = held
        found: Array = arrays["name_initials"][rows] != 0
        ends = arrays["name_ends"]
        for column, base in (("name_token", 0), ("name_pair", self.tokens)):
            left = _where(~found)
            if base:
                left = left[self.has_pairs(owners[left])]
            first = ends[rows[left]]
            counts = ends[rows[left] + 1] - first
            target = arrays[column][ranges(first, counts)] + base
            at = self._sifted((owners[left] * self.size).repeat(counts) + target)
            if base:
                at = at[target[at] >= base]
            names = left.repeat(counts)[at]
            found[names[target[at] != but[names]]] = True
        return found

    def _sifted(self, wanted: Array) -> Array:
        """The places of those keys that may be filed."""
        one, other = _SHIFTS
        at = _where(self.sieve[_mixed(wanted, len(self.sieve), one)])
        kept: Array = at[self.sieve[_mixed(wanted[at], len(self.sieve), other)]]
        return kept

    def sums(
        self,
        arrays: Mapping[str, Array],
        held: tuple[Array, Array],
        owners: Array,
    ) -> "Sums":
        """What targets of names come to, for the query beside each name.

        `held` is each target, and the name it is of.
        """
        theirs, names = held
        wanted = (owners * self.size)[names] + theirs
        at = self._sifted(wanted)
        place = self.filed.searchsorted(wanted[at])
        place = np.minimum(place, len(self.filed) - 1)
        same = self.filed[place] == wanted[at]
        at, place = at[same], place[same]
        likeness, weight = self.likeness[place], self.weight[place]
        own = arrays["target_weight"][theirs[at]].astype(np.float64)
        both = bounds.both_weigh(own, weight, likeness)
        certain = bounds.certain(np.minimum(own, weight), likeness)
        columns = (both * likeness, both, certain, weight, own)
        pair, count = names[at], len(owners)
        return Sums(*(np.bincount(pair, weights=c, minlength=count) for c in columns))


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of weights over the words that a query and a name may have in common."""

    alike: Array
    common: Array
    evidence: Array
    ours: Array
    theirs: Array

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.alike + other.alike,
            self.common + other.common,
            self.evidence + other.evidence,
            self.ours + other.ours,
            self.theirs + other.theirs,
        )

    def held(self, total: Array, whole: Array) -> Held:
        """What is in common and what not, of queries and names that weigh so much.

        Where words count twice, not all may stand for each other; then those that do
        may be the likest ones.
        """
        over = (self.ours > total + _TINY) | (self.theirs > whole + _TINY)
        return Held(
            np.where(over, self.common, self.alike),
            self.common,
            self.evidence,
            np.maximum(0.0, total - self.ours),
            np.maximum(0.0, whole - self.theirs),
        )


def _mixed(keys: Array, size: int, shift: int) -> Array:
    """A place in the sieve for each key: where none is set, no key is filed."""
    return (keys * _ODD) >> shift & (size - 1)


def optional(own: Array, weight: Array, pair: Array, count: int) -> Sums:
    """Sums over words that may be passed over, as initials and what they may be."""
    both = np.minimum(own, weight)
    sure = bounds.certain(both, np.full(len(both), INITIAL_LIKENESS))
    theirs = np.where(weight > 0, own, 0.0)
    columns = both * bounds.INITIAL, both, sure, weight, theirs
    return Sums(*(np.bincount(pair, weights=c, minlength=count) for c in columns))


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found
