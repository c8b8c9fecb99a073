"""What words of queries may stand for, and what they share with listed names."""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np

from enduse.names import bounds
from enduse.names.align import INITIAL_LIKENESS
from enduse.names.bounds import Held
from enduse.names.hashed import starts
from enduse.names.store import Array

_TINY = 1e-6
_ODD = 0x2545F4914F6CDD1D
_SHIFT = 24


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

    def best(self, owners: Array, size: int, tokens: int) -> "Best":
        """For the queries that `owners` names, what each target is to them at best."""
        wanted = np.zeros(int(owners.max(initial=0)) + 1, dtype=np.bool_)
        wanted[owners] = True
        at = _where(self.query < len(wanted))
        at = at[wanted[self.query[at]]]
        filed = self.query[at] * size + self.target[at]
        order = np.argsort(filed, kind="stable")
        filed, at = filed[order], at[order]
        begins = starts(filed)
        likeness = self.likeness[at], self.weight[at]
        best = [np.maximum.reduceat(x, begins) if len(x) else x for x in likeness]
        pairs = np.zeros(len(wanted), dtype=np.bool_)
        pairs[self.query[at[self.target[at] >= tokens]]] = True
        filed = filed[begins]
        sieve = np.zeros(1 << (8 * len(filed)).bit_length(), dtype=np.bool_)
        sieve[_mixed(filed, len(sieve))] = True
        return Best(filed, best[0], best[1], size, pairs, sieve)


@dataclass(frozen=True, slots=True)
class Best:
    """Targets of queries, in order, with the best likeness and most weight of each."""

    filed: Array
    likeness: Array
    weight: Array
    size: int
    has_pairs: Array
    sieve: Array

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
        at = _where(self.sieve[_mixed(wanted, len(self.sieve))])
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


def _mixed(keys: Array, size: int) -> Array:
    """A place in the sieve for each key: where none is set, no key is filed."""
    return (keys * _ODD) >> _SHIFT & (size - 1)


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
