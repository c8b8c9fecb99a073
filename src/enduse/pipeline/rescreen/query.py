"""A database query as a table in a CSV file."""

import csv
import sqlite3
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from enduse.errors import InputUnreadable
from enduse.pipeline.batch import cell_text

_SQLITE = b"SQLite format 3\0"
_REFUSED = ("not authorized", "authorization denied")  # as it says, by statement
_READING = frozenset(
    (
        sqlite3.SQLITE_SELECT,
        sqlite3.SQLITE_READ,
        sqlite3.SQLITE_FUNCTION,
        sqlite3.SQLITE_RECURSIVE,
    )
)


@contextmanager
def table_of(place: Path, query: str) -> Iterator[Path]:
    """The path itself, or a CSV of what it holds, while the block runs.

    With a `query`, the path is an SQLite database, opened read-only; the query may do
    nothing but read it (SQLite would make a file for an ATTACH or a VACUUM INTO all the
    same). Other databases export Parquet. *Raises* InputUnreadable, FileNotFoundError.
    """
    if not query:
        yield place
        return
    if not place.is_file():
        raise FileNotFoundError(place)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / f"{place.stem}.csv"
        with table.open("w", encoding="utf-8", newline="", errors="replace") as stream:
            out = csv.writer(stream)
            for row in _queried(place, query):
                out.writerow([cell_text(value) for value in row])
        yield table


def is_database(place: Path) -> bool:
    """Whether it is an SQLite database."""
    if not place.is_file():
        return False
    with place.open("rb") as stream:
        return stream.read(len(_SQLITE)) == _SQLITE


def _queried(place: Path, query: str) -> Iterator[Iterable[object]]:
    """The names of the columns, then the rows."""
    address = f"{place.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            database.set_authorizer(_allowed)
            rows = database.execute(query)
            if rows.description is None:
                raise InputUnreadable(str(place), "the query gives no rows: no SELECT")
            yield [column[0] for column in rows.description]
            yield from rows
    except sqlite3.Error as fault:
        if str(fault) in _REFUSED:
            fault = sqlite3.OperationalError("it does more than read: no SELECT alone")
        reason = f"the query cannot be run: {fault}"
        raise InputUnreadable(str(place), reason) from None


def _allowed(action: int, *_: str | None) -> int:
    return sqlite3.SQLITE_OK if action in _READING else sqlite3.SQLITE_DENY
