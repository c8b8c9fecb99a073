"""UK tables: a dated first line, the header below it, in CSV, XLSX or ODS."""

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from datetime import date

from python_calamine import CalamineError, CalamineWorkbook

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import BROKEN_ZIP
from enduse.lists.record import Record
from enduse.lists.tables import cell_text, csv_records, refuse_cut, sheet_records
from enduse.lists.workbook_head import strings_near_top
from enduse.model import Problem
from enduse.text.dates import parse_day

_WORKBOOKS = (".xlsx", ".xlsm", ".ods")
_TOP_ROWS = 4
_DATE = re.compile(r"\d{1,2}[/-](?:\d{1,2}|[A-Za-z]{3})[/-]\d{4}|\d{4}-\d\d-\d\d")


def is_workbook(file: SourceFile) -> bool:
    """Whether the file is an office workbook by its name."""
    return file.stem.endswith(_WORKBOOKS)


def top_words(file: SourceFile) -> set[str]:
    """The cells near the top of the table, for a sniffer; cheap for workbooks."""
    if not is_workbook(file):
        return {cell.strip() for row in _top_of_text(file) for cell in row}
    if file.stem.endswith(".ods"):
        return set(_ods_words(file))
    return {line.strip() for line in strings_near_top(file).split("\n")} - {""}


def rows(
    file: SourceFile, *, source: str, table: str, mark: str
) -> Iterator[Record | Problem]:
    """One record a row below the header, which is the first row that has `mark`."""
    top = _top_of_book(file) if is_workbook(file) else _top_of_text(file)
    header = next((i for i, row in enumerate(top, 1) if mark in row), 1)
    if is_workbook(file):
        yield from sheet_records(file, source=source, table=table, header_row=header)
    else:
        yield from refuse_cut(
            csv_records(file, source=source, table=table, header_row=header)
        )


def dated(file: SourceFile) -> date | None:
    """The day that the first line gives for the whole table, or None."""
    top = _top_of_book(file) if is_workbook(file) else _top_of_text(file)
    for cell in top[0] if top else []:
        match = _DATE.search(cell)
        if match:
            return parse_day(match[0])
    return None


def _top_of_text(file: SourceFile) -> list[list[str]]:
    text = file.head.decode("utf-8-sig", errors="replace")
    found: list[list[str]] = []
    try:
        for row in csv.reader(io.StringIO(text)):
            found.append(row)
            if len(found) == _TOP_ROWS:
                break
    except csv.Error:
        return found
    return found


def _top_of_book(file: SourceFile) -> list[list[str]]:
    try:
        book = CalamineWorkbook.from_path(str(file.path))
        sheet = book.get_sheet_by_index(0)
        cells = sheet.to_python(skip_empty_area=False, nrows=_TOP_ROWS)
    except (CalamineError, OSError, IndexError, ValueError):
        return []
    return [[cell_text(cell).strip() for cell in row] for row in cells]


def _ods_words(file: SourceFile) -> Iterator[str]:
    try:
        with zipfile.ZipFile(file.path) as book, book.open("content.xml") as stream:
            text = stream.read(256 * 1024).decode("utf-8", errors="replace")
    except BROKEN_ZIP:
        return
    yield from (
        word.strip() for word in re.findall(r"<text:p[^>]*>([^<]*)</text:p>", text)
    )
