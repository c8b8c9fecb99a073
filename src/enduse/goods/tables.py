"""Rows of a goods table, and an error where the file was cut off within a row."""

from collections.abc import Iterator

from enduse.files.source_file import SourceFile
from enduse.lists.own.files import table_records
from enduse.lists.record import Record
from enduse.lists.tables import refuse_cut
from enduse.model import Problem


def goods_records(file: SourceFile, source: str) -> Iterator[Record | Problem]:
    """One record of table `row` for each row: CSV of any delimiter, workbook, JSON."""
    return refuse_cut(table_records(file, source))
