"""A firm's table as records: CSV of any delimiter, workbook, JSON or JSON lines."""

import csv
import io
from collections.abc import Iterator, Mapping
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.lists.json_records import json_records
from enduse.lists.record import Record
from enduse.lists.tables import csv_records, sheet_records
from enduse.model import Origin, Problem
from enduse.text.encoding import encoding_of

_DELIMITERS = ",;\t|"
_WORKBOOK = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_WORKBOOK_NAMES = (".xlsx", ".xlsm", ".xls", ".xlsb", ".ods")


def table_records(file: SourceFile, source: str) -> Iterator[Record | Problem]:
    """One record of table `row` for each row, columns as headed.

    JSON objects become columns: `{"names": [{"full": "A"}]}` is a column
    `names.full` with the value `A`.
    """
    head = file.head
    if file.stem.endswith(_WORKBOOK_NAMES) and head[:4] in _WORKBOOK:
        yield from sheet_records(file, source=source, table="row")
        return
    if head.lstrip(b"\xef\xbb\xbf \t\r\n")[:1] in (b"{", b"["):
        for item in json_records(file, source=source, table="row"):
            yield _flattened(item) if isinstance(item, Record) else item
        return
    origin = Origin(source, file.sha256, file.name)
    try:
        with file.open() as stream:
            encoding, certain = encoding_of(stream)
    except (OSError, EOFError, ValueError) as fault:
        message = f"not readable as a table: {fault}"
        yield Problem("table-malformed", message, origin, "error")
        return
    if b"\x00" in head and not encoding.startswith("utf-16"):
        message = "neither a table, a workbook nor JSON: it has binary content"
        yield Problem("table-malformed", message, origin, "error")
        return
    if not certain:
        message = f"not UTF-8; read as {encoding}. Save it as UTF-8 if names look odd"
        yield Problem("encoding-guessed", message, origin)
    yield from csv_records(
        file,
        source=source,
        table="row",
        delimiter=_delimiter(head.decode(encoding, errors="replace")),
        encoding=encoding,
    )


def _delimiter(text: str) -> str:
    """The delimiter that cuts the first line into most columns, outside quotes."""
    line = next(iter(text.lstrip("\ufeff").splitlines()), "")
    counts = {
        mark: len(next(csv.reader(io.StringIO(line), delimiter=mark), []))
        for mark in _DELIMITERS
    }
    return max(_DELIMITERS, key=counts.__getitem__)


def _flattened(row: Record) -> Record:
    if row.table == "@root":
        values = {f"file.{k}": v for k, v in _flat(row.values).items()}
        return Record(values, row.origin, "@root")
    return Record(_flat(row.values), row.origin, row.table)


def _flat(values: Mapping[str, Any], before: str = "") -> dict[str, Any]:
    found: dict[str, list[str]] = {}
    for name, value in values.items():
        for item in value if isinstance(value, list) else [value]:
            if isinstance(item, Mapping):
                for inner, said in _flat(item, f"{before}{name}.").items():
                    texts = said if isinstance(said, list) else [said]
                    found.setdefault(inner, []).extend(texts)
            elif item is not None:
                found.setdefault(f"{before}{name}", []).append(str(item))
    return {k: v[0] if len(v) == 1 else v for k, v in found.items()}
