"""The words of the queries of one batch as arrays, and what those resolve to."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from enduse.names import bounds
from enduse.names.align import WRITTEN
from enduse.names.asked import LETTERS, Asked, is_initial
from enduse.names.hits import Hits
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup
from enduse.names.resolved import Resolved
from enduse.names.store import Array
from enduse.text.numbers import joined
from enduse.text.phonetic import VOWELLESS

_FAR = np.iinfo(np.int64).max
_TINY = 1e-6


@dataclass(frozen=True, slots=True)
class Anchors:
    """Words to look up, and what may yet agree once they are; by place in their order.

    `place` is that of each word, or far; `rest` the most that later words may have in
    common, `rest_weight` their weight, `theirs` the most that they may stand for.
    """

    place: Array
    rest: Array
    rest_weight: Array
    theirs: Array

    def place_of(self, hits: Hits) -> Array:
        """The place of the first of a hit's words."""
        other = np.where(hits.second >= 0, self.place[hits.second], _FAR)
        return np.minimum(self.place[hits.first], other)


@dataclass(frozen=True, slots=True)
class QueryWords:
    """The words of all queries, one after another, and what was looked up.

    `units` are what was looked up: a word, its other spelling, or a word and the next
    as one (`second`).
    """

    query: Array
    weight: Array
    initial: Array
    first: Array
    second: Array
    most: Array
    resolved: list[Resolved]

    @classmethod
    def of(cls, asked: Asked, index: NameIndex, lookup: Lookup) -> "QueryWords":
        """The words of queries, looked up roughly; fills in the queries' weights."""
        words = [token for form in asked.forms for token in form.tokens]
        spelt = [word for form in asked.forms for word in form.spelt or form.tokens]
        query = np.repeat(np.arange(len(asked.forms)), asked.count)
        weight = np.array(index.weights(words), dtype=np.float64)
        asked.weigh(query, words, weight)
        other = [i for i, word in enumerate(words) if spelt[i] != word]
        left = _where(query[1:] == query[:-1])
        glued = [
            joined(spelt[i].rstrip(VOWELLESS), spelt[i + 1]) for i in left.tolist()
        ]
        marked = asked.marked[query] if asked.marked.any() else None
        found = [
            *_resolved(lookup, words, marked),
            *_resolved(
                lookup,
                [spelt[i] for i in other],
                None if marked is None else marked[other],
            ),
            *lookup.glued(glued, roughly=True),
        ]
        at = np.arange(len(words))
        none = np.full(len(words) + len(other), -1, dtype=np.int64)
        most = np.ones(len(found))
        most[len(words) : len(words) + len(other)] = WRITTEN
        return cls(
            query,
            weight,
            np.array([is_initial(word) for word in words], dtype=np.bool_),
            np.concatenate([at, np.array(other, dtype=np.int64), left]),
            np.concatenate([none, left + 1]),
            most,
            found,
        )

    def hits(self, target_weight: Array, queries: Array | None = None) -> Hits:
        """Every target that a word, or two as one, may stand for; of some queries."""
        held = [i for i, found in enumerate(self.resolved) if found.ids]
        if queries is not None:
            own = np.array(held, dtype=np.int64)
            held = own[np.isin(self.query[self.first[own]], queries)].tolist()
        chosen = [self.resolved[i] for i in held]
        if not chosen:
            none = np.zeros(0, dtype=np.int64)
            return Hits(none, none, none, none, none * 1.0, none * 1.0, none * 1.0)
        unit = np.repeat(held, [len(found.ids) for found in chosen])
        target = np.array([x for found in chosen for x in found.ids], dtype=np.int64)
        likeness = np.array([x for found in chosen for x in found.likeness])
        first, second = self.first[unit], self.second[unit]
        weight = self.weight[first] + np.where(second >= 0, self.weight[second], 0.0)
        return Hits(
            self.query[first],
            first,
            second,
            target,
            np.minimum(likeness, self.most[unit]),
            weight,
            target_weight[target].astype(np.float64),
        )

    def rough(self) -> Array:
        """The queries, by number, with a word that is resolved but roughly."""
        units = [at for at, found in enumerate(self.resolved) if found.rough]
        queries: Array = np.unique(self.query[self.first[units]])
        return queries

    def measured(self, lookup: Lookup, owners: Array, targets: Array) -> "QueryWords":
        """The words, once it is measured how alike they are to some targets.

        To those of the queries and targets that are given, two beside each other.
        """
        units = [at for at, found in enumerate(self.resolved) if found.rough]
        queries = self.query[self.first[units]]
        some = _where(np.isin(owners, queries))
        wanted: dict[int, set[int]] = {}
        both = zip(owners[some].tolist(), targets[some].tolist(), strict=True)
        for owner, target in both:
            wanted.setdefault(owner, set()).add(target)
        asked = []
        for unit, query in zip(units, queries.tolist(), strict=True):
            found = self.resolved[unit]
            if found.rough and (ids := found.rough.ids & wanted.get(query, set())):
                asked.append((found, ids))
        lookup.measure(asked)
        return replace(self, resolved=[lookup.now(found) for found in self.resolved])

    def telling(self, asked: Asked, hits: Hits) -> Array:
        """The hits of words that are no initials; of names of initials alone, all."""
        short = self.initial[hits.first] & (hits.second < 0)
        alone = asked.initials == asked.count
        found: Array = _where(~short | alone[hits.query])
        return found

    def letters(self, asked: Asked) -> Array:
        """For each word the first letters of the other words of its query, as bits."""
        words = [token for form in asked.forms for token in form.tokens]
        first = np.array([ord(word[0]) for word in words]) - ord("a")
        counts = np.zeros((len(asked.forms), LETTERS), dtype=np.int64)
        at = _where((first >= 0) & ~self.initial)
        np.add.at(counts, (self.query[at], first[at]), 1)
        bits = 1 << np.arange(LETTERS, dtype=np.int64)
        several, once = (counts > 1) @ bits, (counts == 1) @ bits
        own = np.where(first >= 0, bits[np.maximum(first, 0)], 0)
        found: Array = several[self.query] | (once[self.query] & ~own)
        return found

    def anchors(self, asked: Asked) -> Anchors:
        """The cheapest words to look up, until the rest can't suffice.

        Initials come last: what they stand for is found by the other words.
        """
        cost, heavy, excess = self._of_units()
        held = (cost > 0) | self.initial
        reach = np.where(held, self.weight + excess, 0.0)
        known = np.where(held, self.weight, 0.0)
        heavy = np.where(self.initial, 1.0, np.where(held, heavy, 0.0))
        order = np.lexsort((cost, self.initial, self.query))
        query = self.query[order]
        rest = [_from_here_on(x[order], query) for x in (reach, known, heavy)]
        ratio = bounds.ratios(asked.needed).min(axis=1)[query]
        apart = np.maximum(0.0, asked.total[query] - rest[1])
        with np.errstate(invalid="ignore"):
            wanted = np.where(apart > _TINY, ratio * apart, 0.0)
        suffices = (rest[0] + _TINY >= wanted) & (ratio < np.inf)
        place = np.full(len(order), _FAR, dtype=np.int64)
        chosen = suffices & (cost[order] > 0)
        place[order[chosen]] = _where(chosen)
        after = zip(rest, (reach, known, heavy), strict=True)
        return Anchors(place, *(whole - x[order] for whole, x in after))

    def _of_units(self) -> tuple[Array, Array, Array]:
        """For each word the names to read, its heaviest target, what that adds."""
        size = len(self.weight)
        cost, heavy, excess = np.zeros(size), self.weight.copy(), np.zeros(size)
        held = [i for i, found in enumerate(self.resolved) if found.ids]
        if not held:
            return cost, heavy, excess
        names = np.array([self.resolved[i].postings for i in held], dtype=np.float64)
        most = np.array([self.resolved[i].heaviest for i in held])
        whole = np.array([self.resolved[i].whole for i in held])
        for word in (self.first[held], self.second[held]):
            kept = _where(word >= 0)
            at = word[kept]
            np.add.at(cost, at, names[kept])
            np.maximum.at(heavy, at, most[kept])
            more = np.maximum(0.0, whole[kept] - self.weight[at]) / 2
            np.maximum.at(excess, at, more)
        return cost, heavy, excess


def _resolved(
    lookup: Lookup, words: Sequence[str], marked: Array | None
) -> list[Resolved]:
    """What the words resolve to; `marked` ones as words of names in their script."""
    if marked is None or not marked.any():
        return lookup.resolve(words, roughly=True)
    both = list(zip(words, marked.tolist(), strict=True))
    bare, latin = [w for w, told in both if told], [w for w, told in both if not told]
    plain = iter(lookup.resolve(latin, roughly=True))
    other = iter(lookup.resolve(bare, shadowed=True, roughly=True))
    return [next(other if told else plain) for _, told in both]


def _from_here_on(values: Array, query: Array) -> Array:
    """Of each place the sum of its value and of those after it in the same query."""
    if len(query) and query[0] == query[-1]:
        rest: Array = values[::-1].cumsum()[::-1]
        return rest
    upto = np.cumsum(values)
    last = _where(np.diff(query, append=-1))
    ends = np.repeat(upto[last], np.diff([-1, *last]))
    found: Array = np.maximum(0.0, ends - upto + values)
    return found


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found
