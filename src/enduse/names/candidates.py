"""Listed names that may match, for many query names at once, as arrays.

A name that reaches the threshold must share some of the query's weight, so it is
enough to look up the query's rarest tokens until the others together could not
reach it. What those give is then bounded by all tokens, still as arrays; only names
whose bound reaches the threshold are compared in full.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from enduse.names import hashing, spot_keys
from enduse.names.build import posting_key
from enduse.names.features.commonness import ALIKE, ALIKE_FIRM, ENOUGH_OF_FIRM, SAME
from enduse.names.features.name import DOUBT, LEAST_MISSING, NAME_MAX
from enduse.names.form import NameForm
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup, Resolved, distinct, ranges
from enduse.names.store import Array

POSTINGS_READ = 60_000
_SLACK = 0.04  # what initials, glued tokens and forms of one name may add
_EQUAL = 0.999
_FIRM = ENOUGH_OF_FIRM + 0.01
_ROUNDING = 1e-3  # weights are filed as 32-bit numbers
_MANY_NAMES = 8
_NONE = np.zeros(0, dtype=np.int64)
_KEPT = 200
_GLUED_KEPT = 50


Row = tuple[int, float]  # a row of the index, and the most points it may have
# Queries, rows, and on either side the weight of words that differ by a blank.
Glued = tuple[Array, Array, Array, Array]


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
    """Places of the tokens to look up, and the weight of those not yet looked up.

    `theirs` is the most weight that listed words may have which agree with those.
    """

    places: list[int]
    left: Array
    theirs: Array


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
        self._add_glued(queries, tokens, needed, found)
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
        are looked up later, or not at all, agreed.
        """
        if not anchors.places:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        chosen = [tokens.resolved[a] for a in anchors.places]
        arrays = self._index.arrays
        ids = np.concatenate([r.ids for r in chosen])
        likeness = np.concatenate([r.likeness for r in chosen])
        from_ = np.repeat(np.arange(len(chosen)), [len(r.ids) for r in chosen])
        owners = tokens.query[anchors.places][from_]
        weight, rest = tokens.weight[anchors.places][from_], anchors.left[from_]
        theirs = anchors.theirs[from_]
        own = arrays["vocab_weight"][ids].astype(np.float64)
        shared = np.minimum(own, weight)
        certain = shared * np.maximum(0.0, 1 - DOUBT * (1 - likeness))
        extra = np.maximum(0.0, tokens.total[owners] - weight - rest)
        alike, common = shared * likeness + rest, shared + rest
        lacking = _most_lacking(alike, common, extra, needed[owners])
        heaviest = np.where(lacking < 0, -1.0, own + theirs + lacking)
        first, counts = self._postings(ids, heaviest)
        rows = arrays["posting"][ranges(first, counts)]
        at = np.repeat(np.arange(len(ids)), counts)
        whole = arrays["name_weight"][rows].astype(np.float64)
        lacking = np.maximum(0.0, whole - (own + theirs)[at])
        points = self._points(
            rows, (alike[at], common[at]), (extra[at], lacking), (certain + rest)[at]
        )
        owners = owners[at]
        kept = points + _SLACK >= needed[owners]
        size = len(self._index)
        both = distinct(owners[kept] * size + rows[kept])
        return both // size, both % size

    def _postings(self, ids: Array, heaviest: Array) -> tuple[Array, Array]:
        """For each token where its names begin, and how many weigh at most so much."""
        arrays = self._index.arrays
        ends = arrays["posting_ends"]
        first, last = ends[ids], ends[ids + 1]
        many = np.flatnonzero(last - first >= _MANY_NAMES)
        keys = posting_key(ids[many], heaviest[many] + _ROUNDING)
        last[many] = arrays["posting_key"].searchsorted(keys, "right")
        counts = np.maximum(0, last - first)
        return first, np.where(heaviest < 0, 0, counts)

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
        bound = self._bound(tokens, owners, rows, 0.0, 0.0)
        kept = bound + _SLACK >= needed[owners]
        owners, rows, bound = owners[kept], rows[kept], bound[kept]
        order = np.lexsort((rows, -bound, owners))
        bound = bound[order] + _SLACK
        columns = (owners[order].tolist(), rows[order].tolist(), bound.tolist())
        return list(zip(*columns, strict=True))

    def _bound(
        self,
        tokens: Tokens,
        owners: Array,
        rows: Array,
        joined: Array | float,
        split: Array | float,
    ) -> Array:
        """The most points each pair can have, all of its words known.

        `joined` and `split` are the weight, in the query and in the name, of words
        that are the same but for a blank.
        """
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
        glued = (joined + split) / 2
        alike = np.bincount(pair, weights=both * likeness, minlength=size) + glued
        common = np.bincount(pair, weights=both, minlength=size) + glued
        lacking = np.bincount(pair, weights=np.where(held, 0.0, own), minlength=size)
        lacking = np.maximum(0.0, lacking - split)
        ours = np.bincount(pair, weights=np.where(held, weight, 0.0), minlength=size)
        extra = np.maximum(0.0, tokens.total[owners] - ours - joined)
        certain = np.maximum(0.0, 1 - DOUBT * (1 - likeness)) * held
        certain *= np.minimum(own, weight)
        evidence = np.bincount(pair, weights=certain, minlength=size)
        evidence += np.maximum(joined, split)
        return self._points(rows, (alike, common), (extra, lacking), evidence)

    def _held(
        self, tokens: Tokens, owners: Array, theirs: Array
    ) -> tuple[Array, Array]:
        """Likeness and query weight of each listed token for the query beside it."""
        size = self._index.facts["tokens"]
        asked = np.zeros(len(tokens.total), dtype=np.bool_)
        asked[owners] = True
        of = np.flatnonzero(asked[tokens.query]).tolist()
        resolved = [tokens.resolved[at] for at in of]
        lengths = [len(r.ids) for r in resolved]
        ids = np.concatenate([r.ids for r in resolved])
        filed = np.repeat(tokens.query[of], lengths) * size + ids
        likeness = np.concatenate([r.likeness for r in resolved])
        weight = np.repeat(tokens.weight[of], lengths)
        order = np.lexsort((-likeness, filed))
        filed, likeness, weight = filed[order], likeness[order], weight[order]
        wanted = owners * size + theirs
        if not len(filed):
            return np.zeros(len(wanted)), np.zeros(len(wanted))
        place = np.minimum(filed.searchsorted(wanted), len(filed) - 1)
        same = filed[place] == wanted
        return np.where(same, likeness[place], 0.0), np.where(same, weight[place], 0.0)

    def _add_glued(
        self,
        queries: Sequence[Query],
        tokens: Tokens,
        needed: Array,
        found: list[list[Row]],
    ) -> None:
        """Rows that are the query but for blanks, or hold two of its words as one."""
        names = [text for q in queries for text in (q.form.glued, q.form.raw)]
        at, rows = self._filed("glued", spot_keys.hashes(names))
        for place, row in zip(at.tolist(), rows.tolist(), strict=True):
            _extend(found[place // 2], row, 1.0)
        whole, parted = self._split(queries, tokens), self._joined(queries, tokens)
        if not (len(whole[0]) or len(parted[0])):
            return
        owners, rows, ours, theirs = (
            np.concatenate(both) for both in zip(whole, parted, strict=True)
        )
        bound = self._bound(tokens, owners, rows, ours, theirs)
        kept = np.flatnonzero(bound + _SLACK >= needed[owners])
        columns = (owners[kept].tolist(), rows[kept].tolist(), bound[kept].tolist())
        for owner, row, most in zip(*columns, strict=True):
            _extend(found[owner], row, most + _SLACK)

    def _split(self, queries: Sequence[Query], tokens: Tokens) -> Glued:
        """Rows that write one word of a query as two."""
        words = [word for query in queries for word in query.form.spelt]
        at, rows = self._filed("pair", hashing.of_texts(words))
        if not len(at):
            return (_NONE,) * 4
        ends = self._index.arrays["name_ends"]
        flat = self._index.arrays["name_token"]
        weights = self._index.arrays["vocab_weight"]
        heaviest = [
            sum(sorted(weights[flat[ends[row] : ends[row + 1]]].tolist())[-2:])
            for row in rows.tolist()
        ]
        return tokens.query[at], rows, tokens.weight[at], np.array(heaviest, float)

    def _joined(self, queries: Sequence[Query], tokens: Tokens) -> Glued:
        """Rows that write two words of a query, which stand together, as one."""
        words = [word for query in queries for word in query.form.spelt]
        left = np.flatnonzero(tokens.query[1:] == tokens.query[:-1])
        hashes = hashing.of_texts([words[i] + words[i + 1] for i in left.tolist()])
        arrays = self._index.arrays
        filed = arrays["vocab_hash"]
        place = np.minimum(filed.searchsorted(hashes), len(filed) - 1)
        hit = np.flatnonzero(filed[place] == hashes)
        if not len(hit):
            return (_NONE,) * 4
        ids, left = place[hit], left[hit]
        first = arrays["posting_ends"][ids]
        counts = np.minimum(arrays["posting_ends"][ids + 1] - first, _GLUED_KEPT)
        rows = arrays["posting"][ranges(first, counts)].astype(np.int64)
        left, ids = np.repeat(left, counts), np.repeat(ids, counts)
        ours = tokens.weight[left] + tokens.weight[left + 1]
        return tokens.query[left], rows, ours, arrays["vocab_weight"][ids].astype(float)

    def _filed(self, name: str, hashes: Array) -> tuple[Array, Array]:
        """The place of a hash beside each row filed under it, at most so many."""
        filed, values = (self._index.arrays[f"{name}_{x}"] for x in ("hash", "value"))
        first = filed.searchsorted(hashes, "left")
        counts = np.minimum(filed.searchsorted(hashes, "right") - first, _GLUED_KEPT)
        if not counts.any():
            return _NONE, _NONE
        at = np.repeat(np.arange(len(hashes)), counts)
        return at, values[ranges(first, counts)].astype(np.int64)


def _most_lacking(alike: Array, common: Array, extra: Array, needed: Array) -> Array:
    """The most weight of words that a name may have beside those that agree.

    *Unknown*: below 0 where what the query has beside them is too much already.
    """
    apart = alike * NAME_MAX / np.maximum(needed - _SLACK, 1e-9) - common
    half = LEAST_MISSING / 2
    less = (apart - half * extra) / (1 - half)
    return np.where(apart <= extra, less, extra + (apart - extra) / half)


def _extend(rows: list[Row], row: int, most: float) -> None:
    if all(known != row for known, _ in rows):
        rows.append((row, most))


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
    after: list[tuple[float, float]] = []
    left = list(totals)
    heavy = [
        max(r.heaviest, w)
        for r, w in zip(tokens.resolved, tokens.weight.tolist(), strict=True)
    ]
    theirs = np.bincount(tokens.query, weights=heavy, minlength=len(totals)).tolist()
    read: dict[int, int] = {}
    for place, owner, price, weight in zip(
        order.tolist(), owners, costs, weights, strict=True
    ):
        rest = left[owner]
        spent = read.get(owner, 0) + price
        if rest < share[owner] * totals[owner] or spent > POSTINGS_READ:
            continue
        left[owner], read[owner] = rest - weight, spent
        theirs[owner] -= heavy[place]
        if price:
            chosen.append(place)
            after.append((rest - weight, theirs[owner]))
    both = np.array(after, dtype=np.float64).reshape(-1, 2)
    return Anchors(chosen, both[:, 0], both[:, 1])
