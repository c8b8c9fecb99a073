"""Listed names that may match, for many query names at once, as arrays.

A name that reaches the threshold must share some of the query's weight, so it is
enough to look up the query's rarest tokens until the others together could not
reach it. What those give is then bounded by all tokens, still as arrays; only names
whose bound reaches the threshold are compared in full.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np

from enduse.names import hashing, spot_keys
from enduse.names.features.commonness import ALIKE, ALIKE_FIRM, ENOUGH_OF_FIRM, SAME
from enduse.names.features.name import DOUBT, LEAST_MISSING, NAME_MAX
from enduse.names.form import NameForm
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup, Resolved, ranges
from enduse.names.store import Array

POSTINGS_READ = 60_000
_SLACK = 0.04  # what initials, glued tokens and forms of one name may add
_EQUAL = 0.999
_FIRM = ENOUGH_OF_FIRM + 0.01
_KEPT = 200
_GLUED_KEPT = 50


Row = tuple[int, float]  # a row of the index, and the most points it may have


@dataclass(frozen=True, slots=True)
class Query:
    """A name to be searched. `needed` is the name score that a match must reach."""

    form: NameForm
    needed: float


@dataclass(frozen=True, slots=True)
class Tokens:
    """The tokens of all queries in one run: whose each is, its weight, its variants."""

    query: Array
    weight: Array
    resolved: list[Resolved]
    total: Array


@dataclass(frozen=True, slots=True)
class Anchors:
    """Places of the tokens to look up, and each query's weight in the others."""

    places: list[int]
    left: Array


class Candidates:
    """Finds rows of the index for queries."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._lookup = Lookup(index)

    def find(self, queries: Sequence[Query]) -> list[list[Row]]:
        """For each query the rows worth a full comparison, most promising first."""
        found: list[list[Row]] = [[] for _ in queries]
        if not len(self._index):
            return found
        tokens = self._tokens(queries)
        needed = np.array([q.needed for q in queries])
        pairs = self._rows(tokens, _anchors(tokens, needed), needed)
        for query, row, most in self._bounded(tokens, pairs, needed):
            if len(found[query]) < _KEPT:
                found[query].append((row, most))
        self._add_glued(queries, found)
        return found

    def _tokens(self, queries: Sequence[Query]) -> Tokens:
        words = [token for query in queries for token in query.form.tokens]
        owners = np.repeat(
            np.arange(len(queries)), [len(query.form.tokens) for query in queries]
        )
        weight = np.array(self._index.weights(words), dtype=np.float64)
        total = np.bincount(owners, weights=weight, minlength=len(queries))
        return Tokens(owners, weight, self._lookup.resolve(words), total)

    def _rows(
        self, tokens: Tokens, anchors: Anchors, needed: Array
    ) -> tuple[Array, Array]:
        """(query, row) for the listed names that hold an anchor, each once.

        Names are left out that could not reach what is needed though all words that
        were not looked up agreed.
        """
        if not anchors.places:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        chosen = [tokens.resolved[a] for a in anchors.places]
        arrays = self._index.arrays
        ids = np.concatenate([r.ids for r in chosen])
        likeness = np.concatenate([r.likeness for r in chosen])
        lengths = [len(r.ids) for r in chosen]
        owners = np.repeat(tokens.query[anchors.places], lengths)
        weight = np.repeat(tokens.weight[anchors.places], lengths)
        own = arrays["vocab_weight"][ids].astype(np.float64)
        ends = arrays["posting_ends"]
        counts = ends[ids + 1] - ends[ids]
        rows = arrays["posting"][ranges(ends[ids], counts)]
        size = len(self._index)
        both = np.repeat(owners, counts) * size + rows
        order = np.argsort(both)
        both = both[order]
        first = np.flatnonzero(np.concatenate([[True], both[1:] != both[:-1]]))
        shared = np.minimum(own, weight)
        certain = shared * np.maximum(0.0, 1 - DOUBT * (1 - likeness))
        sums = [
            np.add.reduceat(np.repeat(value, counts)[order], first)
            for value in (shared, shared * likeness, certain, weight, own)
        ]
        owners, rows = both[first] // size, both[first] % size
        kept = self._reach(sums, owners, rows, (tokens.total, anchors.left))
        kept = kept + _SLACK >= needed[owners]
        return owners[kept], rows[kept]

    def _reach(
        self, sums: list[Array], owners: Array, rows: Array, of: tuple[Array, Array]
    ) -> Array:
        """The most points of each pair, its anchors' sums known and the rest equal.

        `of` has each query's whole weight, and the weight that was not looked up.
        """
        shared, alike, certain, ours, theirs = sums
        total, rest = of[0][owners], of[1][owners]
        whole = self._index.arrays["name_weight"][rows].astype(np.float64)
        extra = np.maximum(0.0, total - ours - rest)
        lacking = np.maximum(0.0, whole - theirs - rest)
        return self._points(
            rows, (alike + rest, shared + rest), (extra, lacking), certain + rest
        )

    def _points(
        self,
        rows: Array,
        agreeing: tuple[Array, Array],
        apart: tuple[Array, Array],
        evidence: Array,
    ) -> Array:
        """The points of names by what agrees and what stands on one side only."""
        arrays = self._index.arrays
        alike, common = agreeing
        less, more = np.minimum(*apart), np.maximum(*apart)
        unshared = less + arrays["name_missing"][rows] * (more - less) / 2
        agreement = alike / np.maximum(common + unshared, 1e-9)
        enough = arrays["name_enough"][rows]
        cost = np.where(enough > _FIRM, ALIKE, ALIKE_FIRM)
        cost = np.where(agreement < _EQUAL, cost, SAME)
        ends = arrays["name_ends"]
        several = ends[rows + 1] - ends[rows] > 1
        common_cost = np.where(several, np.maximum(0.0, enough - evidence) * cost, 0.0)
        points: Array = np.maximum(0.0, agreement * NAME_MAX - common_cost)
        return points

    def _bounded(
        self, tokens: Tokens, pairs: tuple[Array, Array], needed: Array
    ) -> list[tuple[int, int, float]]:
        """The pairs whose upper bound reaches what is needed, best first, with it."""
        owners, rows = pairs
        if not len(rows):
            return []
        bound = self._bound(tokens, owners, rows)
        kept = bound + _SLACK >= needed[owners]
        owners, rows, bound = owners[kept], rows[kept], bound[kept]
        order = np.lexsort((rows, -bound, owners))
        bound = bound[order] + _SLACK
        columns = (owners[order].tolist(), rows[order].tolist(), bound.tolist())
        return list(zip(*columns, strict=True))

    def _bound(self, tokens: Tokens, owners: Array, rows: Array) -> Array:
        """The most points each pair can have, all of its words known."""
        arrays = self._index.arrays
        ends = arrays["name_ends"]
        counts = ends[rows + 1] - ends[rows]
        theirs = arrays["name_token"][ranges(ends[rows], counts)]
        pair = np.repeat(np.arange(len(rows)), counts)
        likeness, weight = self._held(tokens, owners[pair], theirs)
        own = arrays["vocab_weight"][theirs].astype(np.float64)
        held = likeness > 0
        both = np.where(likeness == 1, (own + weight) / 2, np.minimum(own, weight))
        both = np.where(held, both, 0.0)
        size = len(rows)
        alike = np.bincount(pair, weights=both * likeness, minlength=size)
        common = np.bincount(pair, weights=both, minlength=size)
        lacking = np.bincount(pair, weights=np.where(held, 0.0, own), minlength=size)
        ours = np.bincount(pair, weights=np.where(held, weight, 0.0), minlength=size)
        extra = np.maximum(0.0, tokens.total[owners] - ours)
        certain = np.maximum(0.0, 1 - DOUBT * (1 - likeness)) * held
        certain *= np.minimum(own, weight)
        evidence = np.bincount(pair, weights=certain, minlength=size)
        return self._points(rows, (alike, common), (extra, lacking), evidence)

    def _held(
        self, tokens: Tokens, owners: Array, theirs: Array
    ) -> tuple[Array, Array]:
        """Likeness and query weight of each listed token for the query beside it."""
        size = self._index.facts["tokens"]
        lengths = [len(r.ids) for r in tokens.resolved]
        ids = np.concatenate([r.ids for r in tokens.resolved])
        filed = np.repeat(tokens.query, lengths) * size + ids
        likeness = np.concatenate([r.likeness for r in tokens.resolved])
        weight = np.repeat(tokens.weight, lengths)
        order = np.lexsort((-likeness, filed))
        filed, likeness, weight = filed[order], likeness[order], weight[order]
        wanted = owners * size + theirs
        place = np.minimum(filed.searchsorted(wanted), len(filed) - 1)
        same = filed[place] == wanted
        return np.where(same, likeness[place], 0.0), np.where(same, weight[place], 0.0)

    def _add_glued(self, queries: Sequence[Query], found: list[list[Row]]) -> None:
        """Rows that are the query but for blanks, or hold two of its words as one."""
        for texts in (
            [query.form.glued for query in queries],
            [query.form.raw for query in queries],
        ):
            self._add("glued", spot_keys.hashes(texts), np.arange(len(queries)), found)
        words = [(t, i) for i, q in enumerate(queries) for t in q.form.spelt]
        owners = np.array([i for _, i in words], dtype=np.int64)
        self._add("pair", hashing.of_texts([t for t, _ in words]), owners, found)
        doubles = [
            (a + b, i) for i, q in enumerate(queries) for a, b in pairwise(q.form.spelt)
        ]
        owners = np.array([i for _, i in doubles], dtype=np.int64)
        hashes = hashing.of_texts([text for text, _ in doubles])
        self._add_single(hashes, owners, found)

    def _add(
        self, name: str, hashes: Array, owners: Array, found: list[list[Row]]
    ) -> None:
        filed, values = (self._index.arrays[f"{name}_{x}"] for x in ("hash", "value"))
        first = filed.searchsorted(hashes, "left")
        counts = np.minimum(filed.searchsorted(hashes, "right") - first, _GLUED_KEPT)
        hit = np.flatnonzero(counts)
        for at in hit.tolist():
            rows = values[first[at] : first[at] + counts[at]].tolist()
            _extend(found[owners[at]], rows)

    def _add_single(self, hashes: Array, owners: Array, found: list[list[Row]]) -> None:
        filed = self._index.arrays["vocab_hash"]
        place = np.minimum(filed.searchsorted(hashes), len(filed) - 1)
        ends, posting = (self._index.arrays[x] for x in ("posting_ends", "posting"))
        for at in np.flatnonzero(filed[place] == hashes).tolist():
            start = int(ends[place[at]])
            stop = min(int(ends[place[at] + 1]), start + _GLUED_KEPT)
            _extend(found[owners[at]], posting[start:stop].tolist())


def _extend(rows: list[Row], more: list[int]) -> None:
    known = {row for row, _ in rows}
    rows += [(row, 1.0) for row in more if row not in known]


def _anchors(tokens: Tokens, needed: Array) -> Anchors:
    """The tokens to look up: the cheapest, until the rest can't suffice.

    A query's lookups stop at `POSTINGS_READ`, so that no name costs without bound.
    """
    agreement = np.clip((needed - _SLACK) / NAME_MAX, 0.05, 0.99)
    ratio = agreement * LEAST_MISSING / (2 * (1 - agreement))
    share = (ratio / (1 + ratio)).tolist()
    cost = np.array([r.postings for r in tokens.resolved], dtype=np.int64)
    order = np.lexsort((-tokens.weight, cost, tokens.query))
    owners, costs = tokens.query[order].tolist(), cost[order].tolist()
    weights, totals = tokens.weight[order].tolist(), tokens.total.tolist()
    chosen: list[int] = []
    left = list(totals)
    read: dict[int, int] = {}
    for place, owner, price, weight in zip(
        order.tolist(), owners, costs, weights, strict=True
    ):
        rest = left[owner]
        spent = read.get(owner, 0) + price
        if rest < share[owner] * totals[owner] or spent > POSTINGS_READ:
            continue
        left[owner], read[owner] = rest - weight, spent
        if price:
            chosen.append(place)
    return Anchors(chosen, np.array(left, dtype=np.float64))
