"""Workbooks as calamine opens them: .xlsx, .xlsb, .xls and OpenDocument's .ods."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineWorkbook

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import BROKEN_ZIP
from enduse.lists.tables import cell_text

_ZIP, _OLD = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
_OPEN_DOCUMENT = b"mimetypeapplication/vnd.oasis.opendocument.spreadsheet"


def is_workbook(head: bytes) -> bool:
    """Whether a file may be a workbook: of an old one, `can_be_opened` finds out."""
    if head.startswith(_OLD):
        return True
    if not head.startswith(_ZIP):
        return False
    office = b"[Content_Types].xml" in head or b"_rels/.rels" in head
    other = b"word/" in head or b"ppt/" in head
    return b"xl/" in head or (office and not other) or _OPEN_DOCUMENT in head[:200]


def can_be_opened(file: SourceFile) -> bool:
    """Whether an old Office file is a workbook; of a new one, its head has said so."""
    if not file.head.startswith(_OLD):
        return True
    try:
        return bool(_opened(file.path).sheet_names)
    except ValueError:
        return False


def sheets(path: Path, most: int) -> Iterator[tuple[str, Iterator[list[str]]]]:
    """The name and the rows of every sheet, each row's cells as texts.

    *Raises* ValueError, saying what is wrong, also where it unpacks to over `most`
    bytes.
    """
    if (size := _unpacked(path)) > most:
        raise ValueError(f"it unpacks to {size:,} bytes, more than is read")
    book = _opened(path)
    for name in book.sheet_names:
        yield name, _rows(book, name)


def _unpacked(path: Path) -> int:
    """How many bytes a packed workbook unpacks to. *Raises* ValueError."""
    with path.open("rb") as raw:
        if raw.read(len(_ZIP)) != _ZIP:
            return 0
    try:
        with zipfile.ZipFile(path) as archive:
            return sum(part.file_size for part in archive.infolist())
    except BROKEN_ZIP as fault:
        raise ValueError(str(fault)) from None


def _opened(path: Path) -> CalamineWorkbook:
    try:
        return CalamineWorkbook.from_path(str(path))
    except BaseException as fault:
        raise _told(fault) from None


def _rows(book: CalamineWorkbook, name: str) -> Iterator[list[str]]:
    try:
        for row in book.get_sheet_by_name(name).iter_rows():
            yield [cell_text(cell) for cell in row]
    except GeneratorExit:
        raise
    except BaseException as fault:
        raise _told(fault) from None


def _told(fault: BaseException) -> BaseException:
    """What calamine raises, its panics too, as a ValueError; what is ours as it is."""
    if isinstance(fault, KeyboardInterrupt | SystemExit | MemoryError):
        return fault
    return ValueError(str(fault) or type(fault).__name__)
