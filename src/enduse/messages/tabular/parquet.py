"""Customers and counterparties in Parquet files: a record a row, nested ones too.

*Source*: https://parquet.apache.org/docs/file-format/, read by pyarrow.
"""

from collections.abc import Iterator

from enduse.files.source_file import SourceFile
from enduse.messages.json_pieces import Piece
from enduse.messages.message import Message, Options
from enduse.messages.tabular.json_rows import Rows
from enduse.messages.tabular.rows import formats, row_facts
from enduse.model import Fact, Origin, Problem

FORMATS = formats("parquet", "columns of a Parquet file")
_BATCH = 10_000


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
        for batch in parquet.ParquetFile(file.path).iter_batches(_BATCH):
            for record in batch.to_pylist():
                yield from rows.take(Piece("", record))
    except (pa.ArrowException, OSError, ValueError) as fault:
        message = f"cannot be read further as Parquet: {fault}. Export it again"
        yield Problem("table-malformed", message, origin, "error")
        return
    yield from rows.end()


def facts(message: Message) -> list[Fact]:
    """The parties of the row and every other word in it."""
    return row_facts(message)
