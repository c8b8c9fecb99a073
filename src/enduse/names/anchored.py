"""Names that hold one of the words that queries are looked up by, as arrays.

Most of them have nothing else in common with their query: that is told first, by a few
bits of each name, and of the rest by their words; only what is left is bounded.
"""

from dataclasses import dataclass

import numpy as np

from enduse.names import bounds
from enduse.names.alone import POSTINGS_READ
from enduse.names.asked import Asked
from enduse.names.bounds import Held
from enduse.names.filed import posting_key
from enduse.names.hashed import starts
from enduse.names.hits import Best, Hits
from enduse.names.index import NameIndex
from enduse.names.query_words import QueryWords
from enduse.names.reach import Reach
from enduse.names.sieve import AT_ONCE, Sieve, Spans
from enduse.names.store import Array

_MANY_NAMES = 8
_FAR = np.iinfo(np.int64).max
_NONE = np.zeros(0, dtype=np.int64)


@dataclass(frozen=True, slots=True)
class _Anchor:
    """What a hit has in common with names that hold it, and what more may agree.

    *Units*: `both` is what it weighs with its target, `rest`, `beside` and `theirs`
    what words that are looked up later may have in common, weigh and stand for.
    """

    hits: Hits
    both: Array
    rest: Array
    beside: Array
    theirs: Array

    @classmethod
    def of(cls, words: QueryWords, asked: Asked, hits: Hits) -> "_Anchor":
        """Of the hits of anchors, those that are looked up first before others."""
        anchors = words.anchors(asked)
        place = anchors.place_of(hits)
        at = _where(place < _FAR)
        at = at[np.argsort(place[at], kind="stable")]
        place, hits = place[at], hits.at(at)
        both = bounds.both_weigh(hits.own, hits.weight, hits.likeness)
        beside = asked.total[hits.query] - hits.weight
        least = np.maximum(0.0, beside - anchors.rest_weight[place])
        return cls(hits, both, anchors.rest[place], least, anchors.theirs[place])

    def at(self, places: Array) -> "_Anchor":
        """Those at these places."""
        return _Anchor(
            self.hits.at(places),
            self.both[places],
            self.rest[places],
            self.beside[places],
            self.theirs[places],
        )

    def heaviest(self, asked: Asked) -> Array:
        """What a name weighs at most that may match; less than 0 where none may."""
        hits = self.hits
        alike, common = self.both * hits.likeness + self.rest, self.both + self.rest
        needed = asked.needed[hits.query]
        lacking = bounds.most_lacking(alike, common, self.beside, needed)
        return np.where(lacking < 0, -1.0, hits.own + self.theirs + lacking)

    def light(self, asked: Asked) -> Array:
        """The same of a name that has nothing else in common with the query."""
        hits = self.hits
        beside, needed = asked.total[hits.query] - hits.weight, asked.needed[hits.query]
        alike = self.both * hits.likeness
        lacking = bounds.most_lacking(alike, self.both, beside, needed)
        most = np.where(lacking < 0, -1.0, hits.own + lacking + bounds.ROUNDING)
        return most.astype(np.float32)

    def held(self, at: Array, whole: Array) -> Held:
        """What names of such weights have in common with the queries of hits."""
        hits, rest = self.hits, self.rest
        alike, common = self.both * hits.likeness + rest, self.both + rest
        shared = np.minimum(hits.own, hits.weight)
        evidence = bounds.certain(shared, hits.likeness) + rest
        lacking = np.maximum(0.0, whole - (hits.own + self.theirs)[at])
        return Held(alike[at], common[at], evidence[at], self.beside[at], lacking)


class Anchored:
    """Finds names of an index by words of queries."""

    def __init__(self, index: NameIndex, reach: Reach) -> None:
        self._index = index
        self._reach = reach
        self._sieve: Sieve | None = None

    def rows(
        self, asked: Asked, words: QueryWords, found: tuple[Hits, Best], cut: Array
    ) -> Array:
        """Query and row, as one number, for names that hold an anchor.

        Names are left out that could not reach what is needed though all words that
        are looked up later, or not at all, agreed. `found` is what words may stand for.
        """
        hits, best = found
        if not len(hits.target):
            return _NONE
        anchor = _Anchor.of(words, asked, hits)
        first, counts = self._postings(anchor.hits.target, anchor.heaviest(asked))
        counts = _within(counts, anchor.hits.query, cut)
        read = _where(counts)
        if not len(read):
            return _NONE
        anchor, spans = anchor.at(read), (first[read], counts[read])
        rows, at = self._may_match(asked, anchor, spans, (hits, best))
        both: Array = anchor.hits.query[at] * len(self._index) + rows
        return both

    def _postings(self, targets: Array, heaviest: Array) -> tuple[Array, Array]:
        """For each target where its names begin, and how many weigh at most so much."""
        arrays = self._index.arrays
        ends = arrays["posting_ends"]
        first, last = ends[targets], ends[targets + 1]
        many = _where((last - first >= _MANY_NAMES) & (heaviest >= 0))
        if len(many):
            keys = posting_key(targets[many], heaviest[many] + bounds.ROUNDING)
            last[many] = arrays["posting_key"].searchsorted(keys, "right")
        counts = np.maximum(0, last - first)
        return first, np.where(heaviest < 0, 0, counts)

    def _may_match(
        self,
        asked: Asked,
        anchor: _Anchor,
        spans: tuple[Array, Array],
        found: tuple[Hits, Best],
    ) -> tuple[Array, Array]:
        """The names of spans that can reach what is needed, and the anchor of each.

        They are light or may hold more than the anchor; `found` is what all words may
        stand for.
        """
        hits, best = found
        if self._sieve is None:
            tokens = self._index.facts["tokens"]
            self._sieve = Sieve(self._index.arrays, tokens, self._reach.first)
        some, begin = anchor.hits, self._sieve.begin
        others = self._sieve.others(hits, some)
        light, letters = anchor.light(asked), asked.initials_letters()[some.query]
        rows, at = self._sieve.kept(Spans(*spans, light, others, letters))
        arrays, weight = self._index.arrays, self._index.arrays["name_weight"]
        but = np.where(best.is_shared(some.query, some.target), -1, some.target)
        kept = [(_NONE, _NONE)]
        for start in range(0, len(rows), AT_ONCE):
            row, of = rows[start : start + AT_ONCE], at[start : start + AT_ONCE]
            held = anchor.held(of, weight[row].astype(np.float64))
            reach = self._reach.of(asked, some.query[of], row, held)[0]
            row, of = row[reach], of[reach]
            may = best.others(arrays, (some.query[of], row), but[of])
            may |= weight[row] <= light[of]
            may |= (begin[row] & letters[of]) != 0
            kept.append((row[may], of[may]))
        chosen = [np.concatenate(part) for part in zip(*kept, strict=True)]
        return chosen[0].astype(np.int64), chosen[1]


def _within(counts: Array, query: Array, cut: Array) -> Array:
    """The counts of names to read, nothing more of a query that has read enough."""
    if not len(counts):
        return counts
    upto = counts.cumsum()
    if upto[-1] <= POSTINGS_READ:
        return counts
    begins = starts(query)
    before = (upto - counts)[begins].repeat(np.diff(begins, append=len(counts)))
    over = upto - before > POSTINGS_READ
    cut[query[over]] = True
    return np.where(over, 0, counts)


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found
