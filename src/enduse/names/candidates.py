"""Listed names that may match, for many query names at once, as arrays.

A name that reaches the threshold must share some of the query's weight, so it is
enough to look up the query's rarest words until the others together could not reach
it. What those give is then bounded by all words, still as arrays; only names whose
bound reaches the threshold are compared in full, so that no match is missed.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from enduse.model.quick import quick
from enduse.names import bounds, spot_keys
from enduse.names.alone import POSTINGS_READ, SAME_WRITTEN, Alone
from enduse.names.asked import LETTERS, Asked, Query
from enduse.names.bounds import Held
from enduse.names.features.name import NAME_MAX
from enduse.names.filed import posting_key
from enduse.names.hashed import distinct, ranges, starts
from enduse.names.hits import Hits, Sums, optional
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup
from enduse.names.query_words import QueryWords
from enduse.names.score import WEAK_ALIAS
from enduse.names.store import Array

__all__ = ["Candidates", "Found", "Query"]
ROWS_KEPT = 2000
_FEW = 6  # queries that are sooner searched one by one
_MANY_NAMES = 8
_FAR = np.iinfo(np.int64).max
_NONE = np.zeros(0, dtype=np.int64)


Row = tuple[int, float]  # a row of the index, and the most points it may have


@quick
@dataclass(frozen=True, slots=True)
class Found:
    """Rows worth a full comparison, most promising first.

    `cut` says that a bound on the work of one query left some rows unseen.
    """

    rows: list[Row]
    cut: bool = False


class Candidates:
    """Finds rows of the index for queries."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self.lookup = Lookup(index)
        self._first, self._letters = letters = _initials(index)
        self._alone = Alone(index, self.lookup, letters) if len(index) else None

    def find(self, queries: Sequence[Query]) -> list[list[Row]]:
        """For each query the rows worth a full comparison, most promising first."""
        return [found.rows for found in self.search(queries)]

    def search(self, queries: Sequence[Query]) -> list[Found]:
        """What is found for each query, and whether a bound cut it short."""
        if not len(self._index) or not queries:
            return [Found([]) for _ in queries]
        if len(queries) <= _FEW:
            return [self._found(query) for query in queries]
        return self._searched(queries)

    def _found(self, query: Query) -> Found:
        rows = self._alone.search(query) if self._alone else None
        if rows is None or len(rows) > ROWS_KEPT:
            return self._searched([query])[0]
        return Found(rows)

    def _searched(self, queries: Sequence[Query]) -> list[Found]:
        asked = Asked.of(queries)
        words = QueryWords.of(asked, self._index, self.lookup)
        hits = words.hits(self._index.arrays["target_weight"])
        cut = np.zeros(len(queries), dtype=np.bool_)
        pairs = [self._anchored(asked, words, hits, cut)]
        pairs.append(self._with_initials(asked, words, hits))
        size = len(self._index)
        both = distinct(np.concatenate(pairs))
        if not len(both):
            return self._ranked(asked, (both, both, both * 1.0), cut)
        owners, rows = both // size, both % size
        kept = self._may_be(asked, owners, rows)
        owners, rows = owners[kept], rows[kept]
        most = self._bound(asked, hits, owners, rows)
        return self._ranked(asked, (owners, rows, most), cut)

    def _may_be(self, asked: Asked, owners: Array, rows: Array) -> Array:
        """Names of another script say nothing more than the Latin ones beside them."""
        shadowed = self._index.arrays["name_shadowed"][rows]
        return _where(~shadowed | asked.marked[owners])

    def _anchored(
        self, asked: Asked, words: QueryWords, hits: Hits, cut: Array
    ) -> Array:
        """Query and row, as one number, for names that hold an anchor.

        Names are left out that could not reach what is needed though all words that
        are looked up later, or not at all, agreed.
        """
        if not len(hits.target):
            return _NONE
        anchors = words.anchors(asked)
        place = anchors.place_of(hits)
        at = _where(place < _FAR)
        if not len(at):
            return _NONE
        at = at[np.argsort(place[at], kind="stable")]
        place, hits = place[at], hits.at(at)
        rest, theirs = anchors.rest[place], anchors.theirs[place]
        both = bounds.both_weigh(hits.own, hits.weight, hits.likeness)
        alike, common = both * hits.likeness + rest, both + rest
        extra = asked.total[hits.query] - hits.weight - anchors.rest_weight[place]
        extra = np.maximum(0.0, extra)
        lacking = bounds.most_lacking(alike, common, extra, asked.needed[hits.query])
        heaviest = np.where(lacking < 0, -1.0, hits.own + theirs + lacking)
        first, counts = self._postings(hits.target, heaviest)
        counts = _within(counts, hits.query, cut)
        rows = self._index.arrays["posting"][ranges(first, counts)].astype(np.int64)
        at = np.arange(len(counts)).repeat(counts)
        owners = hits.query[at]
        whole = self._index.arrays["name_weight"][rows].astype(np.float64)
        shared = np.minimum(hits.own, hits.weight)
        evidence = bounds.certain(shared, hits.likeness) + rest
        lacking = np.maximum(0.0, whole - (hits.own + theirs)[at])
        held = Held(alike[at], common[at], evidence[at], extra[at], lacking)
        kept = self._reach(asked, owners, rows, held)[0]
        found: Array = owners[kept] * len(self._index) + rows[kept]
        return found

    def _with_initials(self, asked: Asked, words: QueryWords, hits: Hits) -> Array:
        """The same for names with initials that other words may be the rest of."""
        arrays = self._index.arrays
        ends = arrays["posting_ends"]
        target = hits.target + len(arrays["target_weight"])
        first = ends[target]
        counts = ends[target + 1] - first
        held = counts.nonzero()[0]
        if not len(held):
            return _NONE
        hits = hits.at(held)
        telling = words.telling(asked, hits)
        hits, held = hits.at(telling), held[telling]
        first, counts = first[held], counts[held]
        rows = arrays["posting"][ranges(first, counts)].astype(np.int64)
        others = words.letters(asked)[hits.first]
        short = arrays["name_initials"][rows]
        kept = _where(short & np.repeat(others, counts))
        owners, rows = np.repeat(hits.query, counts)[kept], rows[kept]
        possible = asked.needed[owners, arrays["name_kind"][rows]] <= NAME_MAX
        found: Array = owners[possible] * len(self._index) + rows[possible]
        return found

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

    def _reach(
        self, asked: Asked, owners: Array, rows: Array, held: Held
    ) -> tuple[Array, Array]:
        """Which of the pairs can reach what is needed, and the points of all."""
        arrays = self._index.arrays
        kinds = arrays["name_kind"][rows]
        ends = arrays["name_ends"]
        single = ends[rows + 1] - ends[rows] == 1
        most = bounds.points(
            held,
            kinds,
            several=~single & (asked.count[owners] > 1),
            lone=single & (held.extra > asked.spare[owners]),
            lifted=asked.legal[owners],
        )
        most += WEAK_ALIAS * arrays["name_weak"][rows]
        kept = most + bounds.ROUNDING >= asked.needed[owners, kinds]
        return _where(kept), most

    def _bound(self, asked: Asked, hits: Hits, owners: Array, rows: Array) -> Array:
        """The most points each pair can have, all its words known."""
        most = np.full(len(rows), -np.inf)
        if not len(rows):
            return most
        arrays, tokens = self._index.arrays, self._index.facts["tokens"]
        best = hits.best(owners, len(arrays["target_weight"]), tokens)
        ends = arrays["name_ends"]
        first, counts = ends[rows], ends[rows + 1] - ends[rows]
        sums = best.sums(arrays, self._tokens(first, counts), owners)
        glued = _where(best.has_pairs[owners])
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
        kept, points = self._reach(asked, owners, rows, held)
        most[kept] = points[kept]
        return most

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
        letter, first = self._letters[theirs], self._first[theirs]
        weight = np.where(letter >= 0, asked.letters[queries, letter], 0.0)
        ours = np.where(first >= 0, asked.short[queries, first], 0.0)
        return optional(own, weight, names, count) + optional(own, ours, names, count)

    def _ranked(
        self, asked: Asked, bounded: tuple[Array, Array, Array], cut: Array
    ) -> list[Found]:
        """Per query its rows, best first, with those that are written as it is."""
        owners, rows, most = bounded
        kept = _where(most > -np.inf)
        order = kept[np.lexsort((rows[kept], -most[kept], owners[kept]))]
        found: list[list[Row]] = [[] for _ in asked.total]
        same = self._same_written(asked, cut)
        for owner, row in same:
            found[owner].append((row, 1.0))
        columns = owners[order].tolist(), rows[order].tolist(), most[order].tolist()
        known = set(same)
        for owner, row, points in zip(*columns, strict=True):
            if len(found[owner]) >= ROWS_KEPT:
                cut[owner] = True
            elif not known or (owner, row) not in known:
                found[owner].append((row, points))
        both = zip(found, cut.tolist(), strict=True)
        return [Found(rows, stopped) for rows, stopped in both]

    def _same_written(self, asked: Asked, cut: Array) -> dict[tuple[int, int], None]:
        """Queries and rows that are the same but for blanks."""
        arrays = self._index.arrays
        filed, values = arrays["glued_hash"], arrays["glued_value"]
        hashes = spot_keys.hashes(asked.written)
        first = filed.searchsorted(hashes, "left")
        counts = filed.searchsorted(hashes, "right") - first
        counts[[not text for text in asked.written]] = 0
        hit = _where(counts)
        if not len(hit):
            return {}
        cut[hit[counts[hit] > SAME_WRITTEN] // 2] = True
        counts = np.minimum(counts, SAME_WRITTEN)
        owners = np.repeat(np.arange(len(hashes)) // 2, counts)
        rows = values[ranges(first, counts)].astype(np.int64)
        kept = self._may_be(asked, owners, rows)
        both = zip(owners[kept].tolist(), rows[kept].tolist(), strict=True)
        return dict.fromkeys(both)


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found


def _initials(index: NameIndex) -> tuple[Array, Array]:
    """By token the number of its first letter, and of the letter it is, or -1."""
    run, ends = index.arrays["vocab_run"], index.arrays["vocab_ends"]
    if len(ends) < 2:
        return _NONE, _NONE
    first = run[ends[:-1]].astype(np.int64) - ord("a")
    first = np.where((first >= 0) & (first < LETTERS), first, -1)
    return first, np.where(np.diff(ends) == 1, first, -1)


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
