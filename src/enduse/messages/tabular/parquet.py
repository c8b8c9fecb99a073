"""Customers and counterparties in Parquet files: a record a row, nested ones too.

*Source*: https://parquet.apache.org/docs/file-format/, read by pyarrow.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.tabular.json_rows import Rows, text_of
from enduse.messages.tabular.layout import Layout, layout
from enduse.messages.tabular.rows import formats, row_facts, row_message
from enduse.model import Fact, Origin, Problem

if TYPE_CHECKING:  # pyarrow is loaded when a file of it is read
    from pyarrow.parquet import ParquetFile

FORMATS = formats("parquet", "columns of a Parquet file")
_BATCH = 10_000
_SAMPLE = 50


def sniff(head: bytes) -> bool:
    """Whether it begins as a Parquet file does."""
    return head.startswith(b"PAR1")


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a row, as a stream."""
    import pyarrow as pa
    from pyarrow import parquet

    origin = Origin(file.name, file.sha256, "")
    rows = Rows(options, origin, suffix="parquet")
    try:
        source = parquet.ParquetFile(file.path)
        if any(pa.types.is_nested(field.type) for field in source.schema_arrow):
            for batch in source.iter_batches(_BATCH):
                for record in batch.to_pylist():
                    yield from rows.row(record)
            yield from rows.end()
        else:
            yield from _flat(source, options, origin)
    except (pa.ArrowException, OSError, ValueError) as fault:
        message = f"cannot be read further as Parquet: {fault}. Export it again"
        yield Problem("table-malformed", message, origin, "error")


def _flat(
    source: "ParquetFile", options: Options, origin: Origin
) -> Iterator[Message | Problem]:
    """The messages of a table whose columns hold single values."""
    found: Layout | None = None
    number = 0
    for batch in source.iter_batches(_BATCH):
        columns = [list(map(text_of, column.to_pylist())) for column in batch.columns]
        rows = list(zip(*columns, strict=True))
        if found is None:
            names = source.schema_arrow.names
            found, problems = layout(
                names, rows[:_SAMPLE], options.mapping, origin=origin
            )
            yield from problems
        for row in rows:
            number += 1
            where = origin.at(f"row {number}")
            yield row_message(found, row, str(number), suffix="parquet", origin=where)
    if not number:
        message = "has columns and no row: nothing in it was screened"
        yield Problem("table-empty", message, origin, "error")


def facts(message: Message) -> list[Fact]:
    """The parties of the row and every other word in it."""
    return row_facts(message)
