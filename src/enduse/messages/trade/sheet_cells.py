"""Sheets of workbooks and delimited files as pages of cells."""

import csv
import io
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.messages.tabular.office import sheets
from enduse.messages.trade.paper.segment import Leaf, Piece, Rule, Segment
from enduse.messages.trade.paper.vocabulary import kinds
from enduse.text.encoding import encoding_of

WIDE, HIGH = 100.0, 12.0  # of a cell, in the points of an imagined page
MAX_COLUMNS = 256
MAX_CELL = 4_000  # letters of one line of a cell; further ones make lines of their own
_DELIMITERS = ",;\t|"
_SAMPLE = 60


@dataclass(slots=True)
class Table:
    """One sheet: its rows of texts, as a stream; `mark` divides decimals."""

    name: str
    rows: Iterator[list[str]]
    mark: str = ""
    locator: str = ""


def workbook(path: Path, most: int) -> Iterator[Table]:
    """The sheets of a workbook, in order. *Raises* ValueError, saying what is wrong."""
    for name, rows in sheets(path, most):
        yield Table(name, rows, ".", f"sheet={name}")


def delimited(file: SourceFile) -> Table:
    """The one table of a delimited file."""
    with file.open() as stream:
        codec = encoding_of(stream).codec
    return Table("", _rows(file, codec), "", "")


def top_of(head: bytes) -> Table:
    """The table as far as its first bytes show it."""
    whole = head[: head.rfind(b"\n") + 1] or head
    codec = encoding_of(io.BytesIO(whole)).codec
    lines = whole.decode(codec, "replace").replace("\0", "").splitlines(keepends=True)
    return Table("", csv.reader(lines, delimiter=_delimiter(lines[:_SAMPLE])))


def _rows(file: SourceFile, codec: str) -> Iterator[list[str]]:
    with file.open() as stream:
        text = io.TextIOWrapper(stream, encoding=codec, errors="replace", newline="")
        lines = (line.replace("\0", "") for line in text)
        top = list(islice(lines, _SAMPLE))
        delimiter = _delimiter(top)
        yield from csv.reader(_chained(top, lines), delimiter=delimiter)


def _chained(top: Sequence[str], rest: Iterable[str]) -> Iterator[str]:
    yield from top
    yield from rest


def _delimiter(lines: Sequence[str]) -> str:
    """The sign that parts most lines alike."""
    best = (0, ",")
    for mark in _DELIMITERS:
        counts = Counter(line.count(mark) for line in lines if line.count(mark))
        if counts:
            count, lines_alike = counts.most_common(1)[0]
            best = max(best, (lines_alike * min(count, 5), mark))
    return best[1]


def leaf_of(table: Table, rows: Sequence[Sequence[str]], first: int) -> Leaf:
    """Some rows as a page: each line of a cell a segment, columns between walls."""
    segments: list[Segment] = []
    y, width = 0.0, 1
    for number, row in enumerate(rows, start=first):
        high, alone = 1, not segments or sum(map(bool, row)) == 1
        for column, text in enumerate(row[:MAX_COLUMNS]):
            lines = _lines_of(text)
            high = max(high, len(lines))
            if lines:
                width = max(width, column + 1)
                place = _place(table, column, number)
                segments += _segments(lines, column, y, place, titled=alone)
        y += HIGH * high
    walls = [Rule(n * WIDE, 0.0, n * WIDE, y) for n in range(1, width + 1)]
    name = table.locator
    return Leaf(first, width * WIDE + 1, y, segments, [], walls, lambda *_: name)


def _lines_of(text: str) -> list[str]:
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return [
        line[at : at + MAX_CELL]
        for line in lines
        if line
        for at in range(0, len(line), MAX_CELL)
    ]


def _segments(
    lines: Sequence[str], column: int, y: float, place: str, *, titled: bool
) -> Iterator[Segment]:
    """The lines of a cell; a kind of paper is its title in a row of its own only."""
    for number, line in enumerate(lines):
        x0, top = column * WIDE + 2, y + number * HIGH + 1
        size = 14.0 if titled and kinds().whole(line) else 10.0
        x1 = x0 + WIDE - 4
        piece = (Piece(0, x0, x1, False),)
        yield Segment(line, x0, top, x1, top + HIGH - 2, size, piece, place)


def _place(table: Table, column: int, row: int) -> str:
    letters, left = "", column
    while left >= 0:
        letters = chr(ord("A") + left % 26) + letters
        left = left // 26 - 1
    cell = f"cell={letters}{row}"
    return f"{table.locator}&{cell}" if table.locator else cell
