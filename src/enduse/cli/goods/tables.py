"""A table of goods, row by row: delimited text of any encoding, workbook, Parquet."""

import csv
import io
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice
from pathlib import Path

import typer

from enduse.cli import output
from enduse.cli.goods import parquet
from enduse.cli.goods.codec import codec_of
from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile

_SAMPLE = 20
_DELIMITERS = ",;\t|"
_MAX_CELL = 16 * 1024 * 1024
_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_MOST_LINES = 200  # of one row; a quote open for longer was never meant


class Unreadable(tuple[str, ...]):
    """A row that could not be read: no cells, and why."""

    why: str

    def __new__(cls, why: str) -> "Unreadable":
        """The row that stands for what could not be read."""
        made = super().__new__(cls)
        made.why = why
        return made


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
    if path.is_dir():
        raise InputUnreadable(str(path), "is a folder; name one table in it")
    file = SourceFile.of(path)
    if not path.is_file():
        raise FileNotFoundError(2, "no such file", str(path))
    try:
        rows = _rows_of(path, file)
        first = next(rows, None)
    except InputUnreadable:
        raise
    except (OSError, EOFError, ValueError) as fault:
        raise InputUnreadable(str(path), str(fault)) from None
    if isinstance(first, Unreadable):
        raise InputUnreadable(str(path), first.why)
    if first is None:
        raise InputUnreadable(str(path), "is empty: a first row of headings is needed")
    return Table(file.name, tuple(first), rows)


def _rows_of(path: Path, file: SourceFile) -> Iterator[Sequence[str]]:
    if file.stem.endswith(_WORKBOOKS):
        return _workbook(path)
    with path.open("rb") as stream:
        packed = stream.read(len(parquet.MAGIC)) == parquet.MAGIC
    return parquet.rows_of(path) if packed else _delimited(file)


def _delimited(file: SourceFile) -> Iterator[Sequence[str]]:
    csv.field_size_limit(_MAX_CELL)
    codec = codec_of(file)
    if not codec:
        raise ValueError(
            "is no table of text: it is full of control signs; save it as CSV, XLSX "
            "or Parquet"
        )
    with file.open() as stream:
        text = io.TextIOWrapper(stream, encoding=codec, errors="replace", newline="")
        lines = (line.replace("\0", "") for line in text)
        top = list(islice(lines, _SAMPLE))
        yield from _rows(chain(top, lines), _delimiter(top))


def _rows(lines: Iterator[str], delimiter: str) -> Iterator[Sequence[str]]:
    """The rows; one that cannot be read is Unreadable, and the next line begins anew.

    A quote that stays open would swallow what follows: its row is given up, and the
    lines after its first are read again.
    """
    feed = _Feed(lines)
    reader = csv.reader(feed, delimiter=delimiter)
    while True:
        feed.begin()
        try:
            row: Sequence[str] = next(reader)
            if feed.ended and len(feed.taken) > 1:
                raise csv.Error(
                    "a quote is opened and never closed; close or double it"
                )
        except StopIteration:
            return
        except csv.Error as fault:
            row = Unreadable(f"row not readable: {_remedied(fault)}")
            feed.give_back()
            reader = csv.reader(feed, delimiter=delimiter)
        if row or isinstance(row, Unreadable):
            yield row


def _remedied(fault: csv.Error) -> str:
    if "field limit" in str(fault):
        return f"a cell is longer than {_MAX_CELL:,} signs; shorten it"
    return str(fault)


class _Feed:
    """Lines for a reader that remembers which of them a row took."""

    def __init__(self, lines: Iterator[str]) -> None:
        self._lines = lines
        self._again: deque[str] = deque()
        self.taken: list[str] = []
        self.ended = False

    def __iter__(self) -> "_Feed":
        return self

    def __next__(self) -> str:
        if len(self.taken) >= _MOST_LINES:
            raise csv.Error(
                f"a quote is not closed within {_MOST_LINES} lines; close or double it"
            )
        line = self._again.popleft() if self._again else next(self._lines, None)
        if line is None:
            self.ended = True
            raise StopIteration
        self.taken.append(line)
        return line

    def begin(self) -> None:
        """A new row begins."""
        self.taken.clear()
        self.ended = False

    def give_back(self) -> None:
        """All lines of the row but its first are read again."""
        self._again.extendleft(reversed(self.taken[1:]))


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
        sheets = [(n, book.get_sheet_by_name(n).to_python()) for n in book.sheet_names]
    except Exception as fault:
        raise InputUnreadable(
            str(path), f"not readable as a workbook: {fault}; save it anew, or as CSV"
        ) from None
    first: list[str] = []
    for name, sheet in sheets:
        rows = ([cell_text(value) for value in row] for row in sheet)
        held = (cells for cells in rows if any(cells))
        headings = next(held, None)
        if headings is None:
            continue
        if not first:
            first = headings
            yield first
        places = _places(headings, first)
        if max(places) < 0:
            output.warn(f"sheet {name!r} left out: none of its headings is the first's")
            continue
        for cells in held:
            yield [cell(cells, place) for place in places]


def _places(headings: Sequence[str], first: Sequence[str]) -> list[int]:
    """Where each heading of the first sheet stands in another; -1 where nowhere."""
    plain = [heading.strip().casefold() for heading in headings]
    if list(headings) == list(first):
        return list(range(len(first)))
    wanted = (heading.strip().casefold() for heading in first)
    return [plain.index(w) if w and w in plain else -1 for w in wanted]
