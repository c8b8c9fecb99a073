"""A database query as a table of customers in a file."""

import csv
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

from enduse.errors import InputUnreadable


@contextmanager
def table_of(place: Path, query: str) -> Iterator[Path]:
    """The path itself, or for a query a CSV of what it gives, while the block runs.

    The database is opened read-only. *Raises* InputUnreadable, FileNotFoundError.
    """
    if not query:
        yield place
        return
    if not place.is_file():
        raise FileNotFoundError(place)
    with tempfile.TemporaryDirectory() as folder:
        table = Path(folder) / f"{place.stem}.csv"
        _write(place, query, table)
        yield table


def _write(place: Path, query: str, table: Path) -> None:
    address = f"{place.resolve().as_uri()}?mode=ro"
    try:
        with closing(sqlite3.connect(address, uri=True)) as database:
            rows = database.execute(query)
            if rows.description is None:
                raise InputUnreadable(str(place), "the query gives no rows: no SELECT")
            with table.open("w", encoding="utf-8", newline="") as stream:
                out = csv.writer(stream)
                out.writerow([column[0] for column in rows.description])
                for row in rows:
                    out.writerow([_text(value) for value in row])
    except sqlite3.Error as fault:
        reason = f"the query cannot be run: {fault}"
        raise InputUnreadable(str(place), reason) from None


def _text(value: object) -> str:
    if isinstance(value, bytes):
        return value.decode("utf-8", "replace")
    return "" if value is None else str(value)
