"""Ids in an Arrow column, found where they stand."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np

if TYPE_CHECKING:
    import pyarrow as pa

_FEW = 100  # ids that are sooner looked for than all are read


class Ids:
    """The ids of a table, and the row of each; of equal ones the last."""

    def __init__(self, column: "pa.ChunkedArray") -> None:
        self._column = column.combine_chunks()
        self._asked = 0

    def __len__(self) -> int:
        return len(self._column)

    def at(self, row: int) -> str:
        """The id in a row."""
        found: str = self._column[row].as_py()
        return found

    def row(self, wanted: str) -> int | None:
        """The row of an id, or None."""
        self._asked += 1
        if self._asked > _FEW or not wanted:
            return self._row_of.get(wanted)
        return self._looked_for(wanted.encode("utf-8", "surrogatepass"))

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {key: row for row, key in enumerate(self._column.to_pylist())}

    @cached_property
    def _run(self) -> tuple[bytes, "np.ndarray[tuple[int], np.dtype[np.int32]]"]:
        """All ids in one run, and where each begins and the last one ends."""
        _, ends, run = self._column.buffers()
        first, count = self._column.offset, len(self._column)
        begins = np.frombuffer(ends, dtype=np.int32)[first : first + count + 1]
        return run.to_pybytes() if run else b"", begins

    def _looked_for(self, wanted: bytes) -> int | None:
        run, ends = self._run
        place = run.rfind(wanted, int(ends[0]), int(ends[-1]))
        while place >= 0:
            row = int(ends.searchsorted(place, "right")) - 1
            if ends[row] == place and ends[row + 1] == place + len(wanted):
                return row
            place = run.rfind(wanted, int(ends[0]), place + len(wanted) - 1)
        return None
