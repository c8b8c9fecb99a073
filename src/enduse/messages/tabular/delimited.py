"""Customers and counterparties in delimited text: comma, semicolon, tab or bar.

*Source*: RFC 4180, as far as exports keep to it.
"""

import csv
import io
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, islice, takewhile
from typing import IO

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.message import Message, Options
from enduse.messages.tabular.header_rows import SEARCHED, Header, header_of, upright
from enduse.messages.tabular.layout import layout
from enduse.messages.tabular.rows import formats, row_facts, row_message, rows_above
from enduse.model import Fact, Origin, Problem
from enduse.text.encoding import encoding_of

FORMATS = formats("csv", "delimited text with a header")
MAX_LINE = 1024 * 1024
MAX_ROW = 1024 * 1024  # characters a quoted cell may run on before its quote is open
_SAMPLE = 50
_DELIMITERS = ",;\t|^~"
_NULS = 64  # that a text has by accident; a file with more is none


class _QuoteOpen(Exception):  # ends the reader of one row, no error
    """A quoted cell that does not end."""


def sniff(head: bytes) -> bool:
    """Whether a header with a name-like column stands at the top."""
    if not head.strip() or head[:1] in b"<{[" or head.startswith(b"PK\x03\x04"):
        return False
    codec = encoding_of(io.BytesIO(head[: head.rfind(b"\n") + 1] or head)).codec
    if head.count(0) > _NULS and not codec.startswith("utf-16"):
        return False
    text = head.decode(codec, "replace").lstrip("\ufeff").replace("\0", "")
    if text.lstrip()[:1] in ("<", "{", "[", "|") or text.startswith("%PDF"):
        return False
    lines = text.splitlines(keepends=True)[: SEARCHED + _SAMPLE]
    remarks = sum(1 for _ in takewhile(lambda line: line.startswith("# "), lines))
    header = header_of(_top(lines[remarks:])[0])
    if remarks:  # above a table, or headings of a paper in Markdown
        return header is not None and header.place == 0 and len(header.cells) > 1
    return header is not None


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a row, as a stream."""
    origin = Origin(file.name, file.sha256, "")
    try:
        with file.open_to_break() as stream:
            encoding = encoding_of(stream)
        if not encoding.certain:
            message = (
                f"does not say its encoding and was read as {encoding.codec}; where "
                "letters look wrong, save it as UTF-8 and screen it again"
            )
            yield Problem("text-encoding-guessed", message, origin, "note")
        with file.open() as stream:
            yield from _rows(stream, encoding.codec, options, origin)
    except UNREADABLE as fault:
        yield unreadable(origin, fault)


def facts(message: Message) -> list[Fact]:
    """The parties of the row and every other word in it."""
    return row_facts(message)


def _rows(
    stream: IO[bytes], codec: str, options: Options, origin: Origin
) -> Iterator[Message | Problem]:
    text = io.TextIOWrapper(stream, encoding=codec, errors="replace", newline="")
    lines = _Lines(text)
    top = list(islice(lines, SEARCHED + _SAMPLE))
    rows, delimiter = _top(top)
    header = header_of(rows)
    if told := _mapped(top, options.mapping):
        rows, delimiter, header = told
    form = upright(rows) if len(top) < SEARCHED + _SAMPLE else []
    if form and not options.mapping:
        yield from _form(form, origin)
        return
    if header is None and options.mapping:
        first = (Header(n, row) for n, row in enumerate(rows) if row)
        header = next(first, None)
    if header is None:
        message = (
            "has no header with a name column enduse knows; say which column is which "
            "with --map name=COLUMN"
        )
        yield Problem("header-unknown", message, origin, "error")
        return
    found, problems = layout(
        header.cells, rows[header.place + 1 :], options.mapping, origin=origin
    )
    yield from problems
    lines.push(top)
    yield from rows_above(header.above(rows), found, suffix="csv", origin=origin)
    skipped, number = header.place + 1, 0
    for line_rows in _records(lines, delimiter):
        if isinstance(line_rows, str):
            where = origin.at(f"row {max(number, 1)}")
            yield Problem("row-malformed", line_rows, where)
            continue
        if skipped:
            skipped -= 1
            continue
        if line_rows:
            number += 1
            yield row_message(
                found,
                line_rows,
                str(number),
                suffix="csv",
                origin=origin.at(f"row {number}"),
            )
    if not number:
        message = "has a header and no row below it: nothing in it was screened"
        yield Problem("table-empty", message, origin, "error")
    for fault in lines.faults:
        yield Problem("text-damaged", fault, origin, "warning")


def _form(rows: list[list[str]], origin: Origin) -> Iterator[Message | Problem]:
    """Customers of a form, a column each."""
    found, problems = layout(rows[0], rows[1:], {}, origin=origin)
    yield from problems
    for number, row in enumerate(rows[1:], start=1):
        where = origin.at(f"row {number}")
        yield row_message(found, row, str(number), suffix="csv", origin=where)


class _Lines:
    """Lines of bounded length; what was odd about them is in `faults`, once each."""

    def __init__(self, text: io.TextIOWrapper) -> None:
        self._text = text
        self._pushed: deque[str] = deque()
        self.faults: list[str] = []
        self.since_row = 0
        self.kept: list[str] = []

    def __iter__(self) -> Iterator[str]:
        return self

    def __next__(self) -> str:
        line = self._pushed.popleft() if self._pushed else self._text.readline(MAX_LINE)
        if not line:
            raise StopIteration
        if len(line) >= MAX_LINE and line[-1] not in "\r\n":
            self._skip_line()
        if "\0" in line or "\ufffd" in line:
            line = self._clean(line)
        return line

    def push(self, lines: Sequence[str]) -> None:
        """Puts lines back in front."""
        self._pushed.extendleft(reversed(lines))

    def of_row(self) -> Iterator[str]:
        """Lines while one row is read; *raises* _QuoteOpen where it does not end."""
        for line in self:
            self.kept.append(line)
            self.since_row += len(line)
            if self.since_row > MAX_ROW and len(self.kept) > 1:
                raise _QuoteOpen
            yield line

    def row_done(self) -> None:
        """The row is complete: its lines are not needed again."""
        self.kept.clear()
        self.since_row = 0

    def quote_open(self) -> bool:
        """Whether the lines of this row have a quote too many or too few."""
        return sum(line.count('"') for line in self.kept) % 2 == 1

    def _skip_line(self) -> None:
        while (more := self._text.readline(MAX_LINE)) and more[-1] not in "\r\n":
            pass
        self._say(f"a line of more than {MAX_LINE:,} characters was cut off")

    def _clean(self, line: str) -> str:
        if "\0" in line:
            self._say("has NUL characters; they were left out")
        if "\ufffd" in line:
            self._say("has bytes that are not in its encoding; shown as U+FFFD")
        return line.replace("\0", "")

    def _say(self, fault: str) -> None:
        if fault not in self.faults:
            self.faults.append(fault)


def _records(lines: _Lines, delimiter: str) -> Iterator[list[str] | str]:
    """Every row's cells; a sentence where a row could not be read as it stands."""
    while True:
        reader = csv.reader(lines.of_row(), delimiter=delimiter)
        try:
            for row in reader:
                if len(lines.kept) > 1 and lines.quote_open():
                    break
                lines.row_done()
                yield row
        except _QuoteOpen:
            pass
        except csv.Error as fault:
            yield f"not readable as a row of cells: {fault}"
        kept = lines.kept.copy()
        lines.row_done()
        if not kept:
            return
        yield "a quote is opened and never closed; the line was read without quotes"
        yield kept[0].rstrip("\r\n").replace('"', "").split(delimiter)
        lines.push(kept[1:])


def _top(lines: Sequence[str]) -> tuple[list[list[str]], str]:
    """The first rows, and the delimiter that makes most sense of them."""
    best: tuple[tuple[int, int, int], list[list[str]], str] | None = None
    for delimiter in _DELIMITERS:
        rows = _parsed(lines, delimiter)
        header = header_of(rows)
        width = len(header.cells) if header else 0
        alike = sum(1 for row in rows if len(row) == width > 1)
        score = (int(width > 1), alike, width)
        if best is None or score > best[0]:
            best = (score, rows, delimiter)
    return (best[1], best[2]) if best else ([], ",")


def _mapped(
    lines: Sequence[str], mapping: Mapping[str, str]
) -> tuple[list[list[str]], str, Header] | None:
    """The first rows, the delimiter and the header with most of the mapped columns."""
    wanted = {column.strip().casefold() for column in mapping.values()}
    best, found = 0, None
    for delimiter in _DELIMITERS if wanted else "":
        rows = _parsed(lines, delimiter)
        for place, row in enumerate(rows[:SEARCHED]):
            held = len(wanted.intersection(cell.strip().casefold() for cell in row))
            if held > best:
                best, found = held, (rows, delimiter, Header(place, row))
    return found


def _parsed(lines: Sequence[str], delimiter: str) -> list[list[str]]:
    rows: list[list[str]] = []
    try:
        rows.extend(csv.reader(chain(lines), delimiter=delimiter))
    except csv.Error:
        return rows
    return rows
