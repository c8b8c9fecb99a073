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
from enduse.names import spot_keys
from enduse.names.alone import SAME_WRITTEN
from enduse.names.anchored import Anchored
from enduse.names.asked import Asked, Query
from enduse.names.features.name import NAME_MAX
from enduse.names.hashed import distinct, ranges
from enduse.names.hits import Hits
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup
from enduse.names.query_words import QueryWords
from enduse.names.reach import Reach
from enduse.names.store import Array

ROWS_KEPT = 2000
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


class Together:
    """Finds rows of an index for many queries."""

    def __init__(self, index: NameIndex, lookup: Lookup, reach: Reach) -> None:
        self._index = index
        self._lookup = lookup
        self._reach = reach
        self._anchored = Anchored(index, reach)

    def search(self, queries: Sequence[Query]) -> list[Found]:
        """What is found for each query, and whether a bound cut it short.

        Most queries find nothing by what their words may be at most. Only for others is
        it measured how alike words are that may sound alike.
        """
        asked = Asked.of(queries)
        words = QueryWords.of(asked, self._index, self._lookup)
        weights = self._index.arrays["target_weight"]
        hits = words.hits(weights)
        best = hits.best(len(weights), self._index.facts["tokens"])
        cut = np.zeros(len(queries), dtype=np.bool_)
        pairs = [self._anchored.rows(asked, words, (hits, best), cut)]
        pairs.append(self._with_initials(asked, words, hits))
        both = distinct(np.concatenate(pairs))
        owners, rows = both // len(self._index), both % len(self._index)
        kept = self._may_be(asked, owners, rows)
        owners, rows = owners[kept], rows[kept]
        most = self._reach.most(asked, best, owners, rows)
        at = _where((most > -np.inf) & np.isin(owners, words.rough()))
        if len(at):
            some, of_some = owners[at], rows[at]
            targets, names = self._reach.targets(of_some)
            words = words.measured(self._lookup, some[names], targets)
            best = words.hits(weights, some).best(best.size, best.tokens)
            most[at] = self._reach.most(asked, best, some, of_some)
        return self._ranked(asked, (owners, rows, most), cut)

    def _may_be(self, asked: Asked, owners: Array, rows: Array) -> Array:
        """Names of another script say nothing more than the Latin ones beside them."""
        shadowed = self._index.arrays["name_shadowed"][rows]
        return _where(~shadowed | asked.marked[owners])

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
