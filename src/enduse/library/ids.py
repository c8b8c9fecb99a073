"""Ids in an Arrow column, found where they stand."""

from functools import cached_property
from typing import TYPE_CHECKING

import numpy as np
from numpy.typing import NDArray

if TYPE_CHECKING:
    import pyarrow as pa

Bytes = NDArray[np.uint8]
Numbers = NDArray[np.int32]
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
        if self._asked > _FEW:
            return self._row_of.get(wanted)
        return self._looked_for(wanted.encode("utf-8", "surrogatepass"))

    @cached_property
    def _row_of(self) -> dict[str, int]:
        return {key: row for row, key in enumerate(self._column.to_pylist())}

    @cached_property
    def _run(self) -> tuple[Bytes, Numbers]:
        """The bytes of all ids in one run, and where each begins and the last ends."""
        _, ends, run = self._column.buffers()
        first, count = self._column.offset, len(self._column)
        begins = np.frombuffer(ends or b"\0" * 4, dtype=np.int32)
        held = np.frombuffer(run or b"", dtype=np.uint8)
        return held, begins[first : first + count + 1]

    def _looked_for(self, wanted: bytes) -> int | None:
        run, ends = self._run
        rows = np.flatnonzero(np.diff(ends) == len(wanted))
        for at in range(len(wanted) - 1, -1, -1):  # ids are told apart by their ends
            rows = rows[run[ends[rows] + at] == wanted[at]]
        return int(rows[-1]) if len(rows) else None


def numbers(column: "pa.ChunkedArray") -> Numbers:
    """A column of 32-bit numbers as an array; Arrow's own way loads pandas first."""
    whole = column.combine_chunks()
    held = np.frombuffer(whole.buffers()[1] or b"", dtype=np.int32)
    return held[whole.offset : whole.offset + len(whole)]
