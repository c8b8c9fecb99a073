"""What a workbook says of itself near its top, without opening all of it."""

import re
import zipfile

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import BROKEN_ZIP

_PEEK_BYTES = 64 * 1024
_PARTS = ("xl/sharedStrings.xml", "xl/worksheets/sheet1.xml")
_TAG = re.compile(r"<[^>]*>")


def strings_near_top(file: SourceFile) -> str:
    """The first texts of an .xlsx, one a line; '' where it is none.

    Reads 64 KiB of the shared strings and of the first sheet, so it is cheap enough
    to sniff with. Excel writes shared strings in the order in which cells use them.
    """
    try:
        with zipfile.ZipFile(file.path) as book:
            return "\n".join(_texts(book, part) for part in _PARTS)
    except BROKEN_ZIP:
        return ""


def _texts(book: zipfile.ZipFile, part: str) -> str:
    if part not in book.namelist():
        return ""
    with book.open(part) as stream:
        text = stream.read(_PEEK_BYTES).decode("utf-8", errors="replace")
    return _TAG.sub("\n", text)
