"""The headings of a table file, for telling what it is without reading it."""

import csv
import io

from enduse.files.source_file import SourceFile

_DELIMITERS = ",;\t|"
_LONGEST = 4000  # characters of a first line; headings end long before


def headings(file: SourceFile) -> tuple[str, ...]:
    """The cells of the first line, lower case, stripped, however they are delimited.

    *Unknown*: () for an empty or binary file.
    """
    head = file.head
    wide = head.startswith((b"\xff\xfe", b"\xfe\xff"))
    if b"\x00" in head[:1024] and not wide:
        return ()
    text = head.decode("utf-16" if wide else "utf-8-sig", errors="replace")
    line = next(iter(text.lstrip("\ufeff").splitlines()), "")[:_LONGEST]
    return max((_cells(line, mark) for mark in _DELIMITERS), key=len)


def _cells(line: str, delimiter: str) -> tuple[str, ...]:
    try:
        row = next(csv.reader(io.StringIO(line), delimiter=delimiter), [])
    except csv.Error:
        return ()
    return tuple(cell.strip().lower() for cell in row)
