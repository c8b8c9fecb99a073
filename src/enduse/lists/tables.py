"""Delimited files and workbooks, row by row, as records with row numbers."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from enduse.files.source_file import SourceFile
from enduse.lists.record import Record
from enduse.model import Origin, Problem

csv.field_size_limit(
    16 * 1024 * 1024
)  # EU statements of reasons pass the 128 KiB default


def csv_records(
    file: SourceFile,
    *,
    source: str,
    table: str,
    columns: Sequence[str] | None = None,
    delimiter: str = ",",
    encoding: str = "utf-8-sig",
    header_row: int = 1,
) -> Iterator[Record | Problem]:
    """One record a row; `columns` names them where the file has no header row.

    Rows above `header_row`, which counts from 1, are not read.
    A row with too few or too many cells is a Problem *and*, where it has its first
    cells, still a record: nothing is lost. Bytes that are no `encoding` are kept as
    U+FFFD and reported once. A lone 0x1A (DOS end of file) is not a row.
    """
    origin = Origin(source, file.sha256, file.name)
    try:
        with file.open() as stream:
            text = io.TextIOWrapper(
                stream, encoding=encoding, errors="replace", newline=""
            )
            rows = csv.reader(text, delimiter=delimiter)
            for _ in range(header_row - 1):
                next(rows, None)
            yield from _table(rows, columns, origin, table, above=header_row - 1)
    except (csv.Error, OSError, EOFError, ValueError) as fault:
        message = f"not readable as a table, the list is incomplete: {fault}"
        yield Problem("table-malformed", message, origin, "error")


def _table(
    rows: Iterator[list[str]],
    columns: Sequence[str] | None,
    origin: Origin,
    table: str,
    *,
    above: int = 0,
) -> Iterator[Record | Problem]:
    names = list(columns) if columns else unique_headings(next(rows, []))
    first = above + (1 if columns else 2)
    for number, row in enumerate(rows, start=first):
        if not row or row == ["\x1a"] or not any(cell.strip() for cell in row):
            continue
        where = origin.at(f"{origin.locator}#row={number}")
        if len(row) != len(names):
            yield _ragged(row, names, where)
        values = dict(zip(names, row, strict=False))
        if any("�" in cell for cell in row):
            message = "has bytes that are not in the file's encoding; shown as U+FFFD"
            yield Problem("text-undecodable", message, where)
        yield Record(values, where, table)


def unique_headings(names: Sequence[str]) -> list[str]:
    """The headings, told apart where a table repeats one: `Name`, `Name (2)`."""
    seen: dict[str, int] = {}
    told = []
    for name in names:
        seen[name] = seen.get(name, 0) + 1
        told.append(name if seen[name] == 1 else f"{name} ({seen[name]})")
    return told


def _ragged(row: Sequence[str], names: Sequence[str], where: Origin) -> Problem:
    extra = [cell for cell in row[len(names) :] if cell.strip()]
    message = f"has {len(row)} cells where the table has {len(names)} columns"
    if extra:
        message += f"; cells beyond the last column: {extra}"
    return Problem("row-ragged", message, where)


def refuse_cut(results: Iterable[Record | Problem]) -> Iterator[Record | Problem]:
    """The same results, and an `error` at the end if the last row has too few cells.

    A file that stops within a row was cut off on its way; nothing may rest on it.
    """
    ragged: Problem | None = None
    last: Problem | None = None
    for result in results:
        if isinstance(result, Problem):
            ragged = result if result.code == "row-ragged" else ragged
        else:
            last = ragged if ragged and ragged.origin == result.origin else None
        yield result
    if last and "beyond the last column" not in last.message:
        message = f"its last row {last.message}: the file looks cut off"
        yield Problem("table-truncated", message, last.origin, "error")


def sheet_records(
    file: SourceFile, *, source: str, table: str, header_row: int = 1, sheet: int = 0
) -> Iterator[Record | Problem]:
    """One record a row of a workbook's sheet; `header_row` counts from 1.

    Cells become text: a whole number without its `.0`, a date in ISO form. Columns
    without a heading are named by their number (`column 27`) when they hold anything.
    """
    origin = Origin(source, file.sha256, file.name)
    try:
        book = CalamineWorkbook.from_path(str(file.path))
        rows = book.get_sheet_by_index(sheet).to_python(skip_empty_area=False)
    except (CalamineError, OSError, IndexError, ValueError) as fault:
        message = f"not readable as a workbook: {fault}"
        yield Problem("table-malformed", message, origin, "error")
        return
    heads = [
        cell_text(cell).strip() for r in rows[header_row - 1 : header_row] for cell in r
    ]
    names = unique_headings([h or f"column {i}" for i, h in enumerate(heads, start=1)])
    for number, row in enumerate(rows[header_row:], start=header_row + 1):
        cells = {n: cell_text(c) for n, c in zip(names, row, strict=False)}
        values = {name: text for name, text in cells.items() if text}
        if values:
            where = origin.at(f"{origin.locator}#row={number}")
            yield Record(values, where, table)


def cell_text(cell: Any) -> str:
    """A workbook cell as text. *Example*: 12.0 gives `12`, a date gives ISO 8601."""
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "TRUE" if cell else "FALSE"
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    if isinstance(cell, datetime):
        midnight = (cell.hour, cell.minute, cell.second) == (0, 0, 0)
        return cell.date().isoformat() if midnight else cell.isoformat()
    if isinstance(cell, date):
        return cell.isoformat()
    return str(cell)
