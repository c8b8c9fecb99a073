"""A database query, or a Parquet file, as a table in a CSV file."""

import csv
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from enduse.errors import InputUnreadable
from enduse.pipeline.batch import cell_text

_PARQUET = b"PAR1"
_SQLITE = b"SQLite format 3\0"


@contextmanager
def table_of(place: Path, query: str) -> Iterator[Path]:
    """The path itself, or a CSV of what it holds, while the block runs.

    With a `query`, the path is an SQLite database, opened read-only. Other databases
    export Parquet. *Raises* InputUnreadable, FileNotFoundError.
    """
    if not query and not _is_parquet(place):
        yield place
        return
    if not place.is_file():
        raise FileNotFoundError(place)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / f"{place.stem}.csv"
        with table.open("w", encoding="utf-8", newline="", errors="replace") as stream:
            out = csv.writer(stream)
            for row in _queried(place, query) if query else _parquet(place):
                out.writerow([cell_text(value) for value in row])
        yield table


def is_database(place: Path) -> bool:
    """Whether it is an SQLite database."""
    return _begins(place, _SQLITE)


def _is_parquet(place: Path) -> bool:
    return _begins(place, _PARQUET)


def _begins(place: Path, mark: bytes) -> bool:
    if not place.is_file():
        return False
    with place.open("rb") as stream:
        return stream.read(len(mark)) == mark


def _queried(place: Path, query: str) -> Iterator[Iterable[object]]:
    """The names of the columns, then the rows."""
    address = f"{place.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            rows = database.execute(query)
            if rows.description is None:
                raise InputUnreadable(str(place), "the query gives no rows: no SELECT")
            yield [column[0] for column in rows.description]
            yield from rows
    except sqlite3.Error as fault:
        reason = f"the query cannot be run: {fault}"
        raise InputUnreadable(str(place), reason) from None


def _parquet(place: Path) -> Iterator[Iterable[object]]:
    import pyarrow as pa
    import pyarrow.parquet as pq

    try:
        file = pq.ParquetFile(place)
        yield file.schema_arrow.names
        for batch in file.iter_batches():
            columns = [column.to_pylist() for column in batch.columns]
            yield from zip(*columns, strict=True)
    except (pa.ArrowException, OSError, ValueError) as fault:
        reason = f"not readable as Parquet: {fault}"
        raise InputUnreadable(str(place), reason) from None
