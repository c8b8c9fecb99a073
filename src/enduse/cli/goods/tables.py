"""A table of goods, row by row: delimited text of any encoding, or a workbook."""

import csv
import io
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import typer

from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile

_SAMPLE = 20
_DELIMITERS = ",;\t|"
_MAX_CELL = 16 * 1024 * 1024


@dataclass(frozen=True)
class Table:
    """Headings and data rows; a row may have fewer or more cells than headings."""

    name: str
    headings: tuple[str, ...]
    rows: Iterator[Sequence[str]]

    def place(self, column: str) -> int:
        """The place of a column by its heading, whatever its case.

        *Raises* typer.BadParameter, naming the headings there are.
        """
        plain = [heading.strip().casefold() for heading in self.headings]
        if column.strip().casefold() in plain:
            return plain.index(column.strip().casefold())
        known = ", ".join(repr(h) for h in self.headings)
        raise typer.BadParameter(f"{self.name}: no column {column!r}; it has {known}")

    def has(self, column: str) -> bool:
        """Whether there is a column of that heading."""
        return column.casefold() in (h.strip().casefold() for h in self.headings)


def cell(row: Sequence[str], place: int) -> str:
    """The text of a cell, '' where the row is too short."""
    return row[place].strip() if 0 <= place < len(row) else ""


def read(path: Path) -> Table:
    """The table in a file. *Raises* InputUnreadable, FileNotFoundError."""
    file = SourceFile.of(path)
    if not path.is_file():
        raise FileNotFoundError(2, "no such file", str(path))
    try:
        rows = _workbook(path) if file._is_workbook() else _delimited(file)
        first = next(rows, None)
    except InputUnreadable:
        raise
    except (OSError, EOFError, ValueError) as fault:
        raise InputUnreadable(str(path), str(fault)) from None
    if first is None:
        raise InputUnreadable(str(path), "is empty: a first row of headings is needed")
    return Table(file.name, tuple(first), rows)


def _delimited(file: SourceFile) -> Iterator[Sequence[str]]:
    from enduse.messages.tabular.encoding import encoding_of

    csv.field_size_limit(_MAX_CELL)
    with file.open() as stream:
        codec = encoding_of(stream).codec
    with file.open() as stream:
        text = io.TextIOWrapper(stream, encoding=codec, errors="replace", newline="")
        lines = (line.replace("\0", "") for line in text)
        top = list(islice(lines, _SAMPLE))
        reader = csv.reader(chain(top, lines), delimiter=_delimiter(top))
        while True:
            try:
                row = next(reader)
            except StopIteration:
                return
            except csv.Error as fault:
                raise InputUnreadable(
                    str(file.path), f"row not readable: {fault}"
                ) from None
            if row:
                yield row


def _delimiter(top: Sequence[str]) -> str:
    """The delimiter under which the first rows have most cells, and equally many."""
    best = (0, 0, ",")
    for delimiter in _DELIMITERS:
        try:
            widths = [len(row) for row in csv.reader(top, delimiter=delimiter) if row]
        except csv.Error:
            continue
        width = widths[0] if widths else 0
        alike = sum(w == width for w in widths) if width > 1 else 0
        best = max(best, (alike, width, delimiter), key=lambda b: b[:2])
    return best[2]


def _workbook(path: Path) -> Iterator[Sequence[str]]:
    from python_calamine import CalamineWorkbook

    from enduse.lists.tables import cell_text

    try:
        book = CalamineWorkbook.from_path(str(path))
        sheet = book.get_sheet_by_index(0).to_python()
    except Exception as fault:
        raise InputUnreadable(
            str(path), f"not readable as a workbook: {fault}"
        ) from None
    for row in sheet:
        cells = [cell_text(value) for value in row]
        if any(cells):
            yield cells
