"""Listed names that may match: for a few queries one by one, for many together."""

from collections.abc import Sequence

from enduse.names.alone import Alone
from enduse.names.asked import Query
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup
from enduse.names.reach import Reach, initials
from enduse.names.together import ROWS_KEPT, Found, Row, Together

__all__ = ["Candidates", "Found", "Query"]
_FEW = 6  # queries that are sooner searched one by one


class Candidates:
    """Finds rows of the index for queries."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self.lookup = Lookup(index)
        letters = initials(index)
        self._alone = Alone(index, self.lookup, letters) if len(index) else None
        self._together = Together(index, self.lookup, Reach(index, letters))

    def find(self, queries: Sequence[Query]) -> list[list[Row]]:
        """For each query the rows worth a full comparison, most promising first."""
        return [found.rows for found in self.search(queries)]

    def search(self, queries: Sequence[Query]) -> list[Found]:
        """What is found for each query, and whether a bound cut it short."""
        if not len(self._index) or not queries:
            return [Found([]) for _ in queries]
        if len(queries) <= _FEW:
            return [self._found(query) for query in queries]
        return self._together.search(queries)

    def _found(self, query: Query) -> Found:
        rows = self._alone.search(query) if self._alone else None
        if rows is None or len(rows) > ROWS_KEPT:
            return self._together.search([query])[0]
        return Found(rows)
