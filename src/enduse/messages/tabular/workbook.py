"""Customers and counterparties in workbooks: every sheet with a header enduse knows.

*Source*: ECMA-376 (Office Open XML), [MS-XLS] and ISO/IEC 26300 (OpenDocument), read by
calamine.
"""

from collections.abc import Iterator, Sequence
from itertools import chain, islice

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE
from enduse.messages.message import Message, Options
from enduse.messages.tabular.header_rows import SEARCHED, Header, header_of, upright
from enduse.messages.tabular.layout import layout
from enduse.messages.tabular.office import can_be_opened, is_workbook, sheets
from enduse.messages.tabular.rows import formats, row_facts, row_message, rows_above
from enduse.model import Fact, Origin, Problem, Text

FORMATS = formats("xlsx", "workbook with headers")
MAX_UNPACKED = 1024**3
_SAMPLE = 50
_BLOCK = 40  # lines that are one text


def sniff(head: bytes) -> bool:
    """Whether it may be a workbook: what is in it, `parse` finds out."""
    return is_workbook(head)


def confirm(file: SourceFile) -> bool:
    """Whether an old Office file is a workbook, and no letter."""
    return can_be_opened(file)


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a row of each sheet; calamine holds one sheet at a time in memory."""
    origin = Origin(file.name, file.sha256, "")
    read = 0
    try:
        for number, (name, rows) in enumerate(sheets(file.path, MAX_UNPACKED)):
            for result in _sheet(rows, name, options, origin):
                if isinstance(result, Message):
                    read += result.kind != "document"
                    yield _numbered(result, name, number)
                else:
                    yield result
    except (*UNREADABLE, ValueError) as fault:
        message = f"not readable as a workbook: {fault}. Save it again as .xlsx or CSV"
        yield Problem("table-malformed", message, origin, "error")
        return
    if not read:
        message = (
            "has no sheet with rows below a header with a name column; say which "
            "column is which with --map name=COLUMN"
        )
        yield Problem("header-unknown", message, origin, "error")


def facts(message: Message) -> list[Fact]:
    """The parties of the row and every other word in it."""
    return (
        list(message.content)
        if isinstance(message.content, tuple)
        else row_facts(message)
    )


def _numbered(message: Message, sheet: str, number: int) -> Message:
    """Row numbers of further sheets carry the sheet's name: refs stay apart."""
    _, _, row = message.origin.locator.rpartition(" row ")
    if not number or message.ref != row or message.kind == "document":
        return message
    ref, content, problems = f"{sheet}:{row}", message.content, message.problems
    origin = message.origin
    return Message(message.format, message.kind, ref, origin, content, problems)


def _sheet(
    cells: Iterator[list[str]], name: str, options: Options, origin: Origin
) -> Iterator[Message | Problem]:
    where = origin.at(f"sheet {name!r}")
    try:
        top = list(islice(cells, SEARCHED + _SAMPLE))
        if len(top) < SEARCHED + _SAMPLE and not options.mapping:
            top = upright(top) or top
        header = _header(top, options)
        if header is None:
            yield from _words(chain(top, cells), where)
            return
        below = top[header.place + 1 :]
        found, problems = layout(header.cells, below, options.mapping, origin=where)
        yield from problems
        above = header.above(top)
        yield from rows_above(above, found, suffix="xlsx", origin=where)
        number = 0
        for row in chain(below, cells):
            if any(cell.strip() for cell in row):
                number += 1
                spot = origin.at(f"sheet {name!r} row {number}")
                yield row_message(found, row, str(number), suffix="xlsx", origin=spot)
    except ValueError as fault:
        message = f"the sheet cannot be read further: {fault}"
        yield Problem("table-malformed", message, where, "error")


def _words(rows: Iterator[list[str]], where: Origin) -> Iterator[Message | Problem]:
    """A sheet without a header as text, and that it was read no further."""
    lines = (" ".join(filter(None, map(str.strip, row))) for row in rows)
    said = "\n".join(filter(None, lines))
    if not said:
        return
    message = (
        "has no header with a name column: the sheet's words were screened as text; "
        "say which column is which with --map name=COLUMN"
    )
    told = (Problem("header-unknown", message, where),)
    facts = tuple(
        Fact("unmapped", Text(part), where) for part in _blocks(said.splitlines())
    )
    format_ = "customers-xlsx"
    yield Message(format_, "document", where.locator, where, facts, told)


def _blocks(lines: list[str]) -> Iterator[str]:
    for start in range(0, len(lines), _BLOCK):
        yield "\n".join(lines[start : start + _BLOCK])


def _header(rows: Sequence[Sequence[str]], options: Options) -> Header | None:
    found = header_of(rows)
    if found or not options.mapping:
        return found
    filled = (Header(n, list(r)) for n, r in enumerate(rows) if any(map(str.strip, r)))
    return next(filled, None)
