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
from enduse.names.features.name import LEAST_MISSING, NAME_MAX
from enduse.names.form import NameForm
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup, Resolved, distinct, ranges
from enduse.names.store import Array

POSTINGS_READ = 60_000
_SLACK = 0.04  # what initials, glued tokens and forms of one name may add
_KEPT = 200
_GLUED_KEPT = 50


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


class Candidates:
    """Finds rows of the index for queries."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._lookup = Lookup(index)

    def find(self, queries: Sequence[Query]) -> list[list[int]]:
        """For each query the rows worth a full comparison, most promising first."""
        found: list[list[int]] = [[] for _ in queries]
        if not len(self._index):
            return found
        tokens = self._tokens(queries)
        needed = np.array([q.needed for q in queries])
        anchors = _anchors(tokens, needed)
        pairs = self._rows(tokens, anchors)
        for query, row in self._bounded(tokens, pairs, needed):
            if len(found[query]) < _KEPT:
                found[query].append(row)
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

    def _rows(self, tokens: Tokens, anchors: list[int]) -> tuple[Array, Array]:
        """(query, row) for every listed name that holds an anchor, each once."""
        if not anchors:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        chosen = [tokens.resolved[a] for a in anchors]
        ids = np.concatenate([r.ids for r in chosen])
        owners = np.repeat(tokens.query[anchors], [len(r.ids) for r in chosen])
        ends = self._index.arrays["posting_ends"]
        counts = ends[ids + 1] - ends[ids]
        rows = self._index.arrays["posting"][ranges(ends[ids], counts)]
        size = len(self._index)
        both = distinct(np.repeat(owners, counts) * size + rows)
        return both // size, both % size

    def _bounded(
        self, tokens: Tokens, pairs: tuple[Array, Array], needed: Array
    ) -> list[tuple[int, int]]:
        """The pairs whose upper bound reaches what is needed, best first."""
        owners, rows = pairs
        if not len(rows):
            return []
        bound = self._bound(tokens, owners, rows)
        kept = bound * NAME_MAX + _SLACK >= needed[owners]
        owners, rows, bound = owners[kept], rows[kept], bound[kept]
        order = np.lexsort((rows, -bound, owners))
        return list(zip(owners[order].tolist(), rows[order].tolist(), strict=True))

    def _bound(self, tokens: Tokens, owners: Array, rows: Array) -> Array:
        """The highest agreement each pair can have (`features.name`)."""
        arrays = self._index.arrays
        ends = arrays["name_ends"]
        counts = ends[rows + 1] - ends[rows]
        theirs = arrays["name_token"][ranges(ends[rows], counts)]
        pair = np.repeat(np.arange(len(rows)), counts)
        likeness, weight = self._held(tokens, owners[pair], theirs)
        own = arrays["vocab_weight"][theirs].astype(np.float64)
        held = likeness > 0
        both = np.where(held, (own + weight) / 2, 0.0)
        size = len(rows)
        alike = np.bincount(pair, weights=both * likeness, minlength=size)
        common = np.bincount(pair, weights=both, minlength=size)
        lacking = np.bincount(pair, weights=np.where(held, 0.0, own), minlength=size)
        ours = np.bincount(pair, weights=np.where(held, weight, 0.0), minlength=size)
        extra = np.maximum(0.0, tokens.total[owners] - ours)
        less, more = np.minimum(extra, lacking), np.maximum(extra, lacking)
        apart = less + arrays["name_missing"][rows] * (more - less) / 2
        bound: Array = alike / np.maximum(common + apart, 1e-9)
        return bound

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

    def _add_glued(self, queries: Sequence[Query], found: list[list[int]]) -> None:
        """Rows that are the query but for blanks, or hold two of its words as one."""
        names = spot_keys.hashes([query.form.glued for query in queries])
        self._add("glued", names, np.arange(len(queries)), found)
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
        self, name: str, hashes: Array, owners: Array, found: list[list[int]]
    ) -> None:
        filed, values = (self._index.arrays[f"{name}_{x}"] for x in ("hash", "value"))
        first = filed.searchsorted(hashes, "left")
        counts = np.minimum(filed.searchsorted(hashes, "right") - first, _GLUED_KEPT)
        hit = np.flatnonzero(counts)
        for at in hit.tolist():
            rows = values[first[at] : first[at] + counts[at]].tolist()
            _extend(found[owners[at]], rows)

    def _add_single(self, hashes: Array, owners: Array, found: list[list[int]]) -> None:
        filed = self._index.arrays["vocab_hash"]
        place = np.minimum(filed.searchsorted(hashes), len(filed) - 1)
        ends, posting = (self._index.arrays[x] for x in ("posting_ends", "posting"))
        for at in np.flatnonzero(filed[place] == hashes).tolist():
            start = int(ends[place[at]])
            stop = min(int(ends[place[at] + 1]), start + _GLUED_KEPT)
            _extend(found[owners[at]], posting[start:stop].tolist())


def _extend(rows: list[int], more: list[int]) -> None:
    rows += [row for row in more if row not in rows]


def _anchors(tokens: Tokens, needed: Array) -> list[int]:
    """Places of the tokens to look up: the cheapest, until the rest can't suffice.

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
    left: dict[int, float] = {}
    read: dict[int, int] = {}
    for place, owner, price, weight in zip(
        order.tolist(), owners, costs, weights, strict=True
    ):
        rest = left.get(owner, totals[owner])
        spent = read.get(owner, 0) + price
        if rest < share[owner] * totals[owner] or spent > POSTINGS_READ:
            continue
        left[owner], read[owner] = rest - weight, spent
        if price:
            chosen.append(place)
    return chosen
