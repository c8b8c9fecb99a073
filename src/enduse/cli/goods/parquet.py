"""The rows of a Parquet file, cells as text."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from enduse.errors import InputUnreadable

MAGIC = b"PAR1"
_BATCH = 1000


def rows_of(path: Path) -> Iterator[Sequence[str]]:
    """The names of the columns, then every row. *Raises* InputUnreadable."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    from enduse.lists.tables import cell_text

    try:
        with pq.ParquetFile(path) as file:
            yield [str(name) for name in file.schema_arrow.names]
            for batch in file.iter_batches(_BATCH):
                columns = [column.to_pylist() for column in batch.columns]
                for cells in zip(*columns, strict=True):
                    yield [cell_text(cell) for cell in cells]
    except (pa.ArrowException, OSError, ValueError, OverflowError) as fault:
        said = f"not readable as Parquet: {fault}; write it anew, or as CSV"
        raise InputUnreadable(str(path), said) from None
