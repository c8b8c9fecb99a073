"""The rows of a book, from its files into the store and out of it again."""

import hashlib
import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice
from pathlib import Path
from typing import Any

import orjson
import pyarrow as pa

from enduse.files.source_file import SourceFile
from enduse.library.books import ROWS, Customers, write_customers
from enduse.messages.message import Message, Options
from enduse.messages.tabular.customer import customer_facts
from enduse.messages.tabular.layout import Layout
from enduse.messages.tabular.row import Row
from enduse.model import Origin, Problem, Subject
from enduse.model.encode import from_json, from_plain, to_plain
from enduse.names.reading import uncollected
from enduse.pipeline import case_codec
from enduse.pipeline.case import Case
from enduse.pipeline.deals.gather import gathered
from enduse.pipeline.screen import FileRead, cases_of

_BATCH = 10_000
_NO_LAYOUT = -1  # content is a whole case
_PLACE = re.compile(rb'"(?:sha256|locator)":"(?:[^"\\]|\\.)*"')


def stored(
    folder: Path,
    files: Sequence[SourceFile],
    options: Options,
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> Customers:
    """The rows of the files, written into a new folder; a deal's papers are one."""
    meta: dict[str, Any] = {"files": [], "layouts": [], "read": []}
    writer = _Writer(meta["files"], meta["layouts"])
    cases = gathered(
        case
        for file in files
        for case in cases_of(file, options, meta["read"].append, keep=True)
    )
    return write_customers(folder, _batches(cases, writer, progress), meta)


def files_read(customers: Customers) -> list[FileRead]:
    """What became of each file when the rows were stored."""
    return [from_plain(FileRead, plain) for plain in customers.meta["read"]]


def _batches(
    cases: Iterator[Case],
    writer: "_Writer",
    progress: Callable[[int], None],
) -> Iterator[dict[str, list[Any]]]:
    done = 0
    while rows := _taken(cases, writer):
        columns = zip(*rows, strict=True)
        yield dict(zip(ROWS.names, map(list, columns), strict=True))
        done += len(rows)
        progress(done)


def _taken(cases: Iterator[Case], writer: "_Writer") -> list[tuple[Any, ...]]:
    """The next rows: values without cycles, among which none are looked for."""
    with uncollected():
        return [writer.row(case) for case in islice(cases, _BATCH)]


class _Writer:
    """Turns cases into rows; a file's name and a table's layout are kept once."""

    def __init__(self, files: list[Any], layouts: list[Any]) -> None:
        self._files = files
        self._layouts = layouts
        self._of_file: dict[tuple[str, str], int] = {}
        self._numbers: dict[int, tuple[int, bytes, Layout]] = {}

    def row(self, case: Case) -> tuple[Any, ...]:
        """The row of a case, in the order of `ROWS`.

        Its print is of all that screening it rests on, wherever in its file it stands:
        a reference that is no number of a row is in its cells.
        """
        message = case.message
        if message and isinstance(message.content, Row):
            number, about = self._layout(message.content.layout)
            content = said = _dumped(message.content.cells)
        else:
            content, number, about = case_codec.encode(case), _NO_LAYOUT, b""
            said = _PLACE.sub(b"", case_codec.encode(_without_number(case)))
        made = hashlib.blake2b(about, digest_size=16)
        made.update(said)
        return (
            case.subject.ref.encode("utf-8", "backslashreplace").decode(),
            case.subject.kind,
            case.origin.locator,
            case.subject.format,
            self._file(case.origin),
            number,
            content,
            _dumped(case.problems) if case.problems else None,
            made.digest(),
        )

    def _file(self, origin: Origin) -> int:
        known = self._of_file.setdefault(
            (origin.source, origin.sha256), len(self._files)
        )
        if known == len(self._files):
            self._files.append([origin.source, origin.sha256])
        return known

    def _layout(self, layout: Layout) -> tuple[int, bytes]:
        known = self._numbers.get(id(layout))
        if known is None:
            plain = to_plain(layout)
            about = hashlib.blake2b(orjson.dumps(plain), digest_size=16).digest()
            known = self._numbers[id(layout)] = (len(self._layouts), about, layout)
            self._layouts.append(plain)
        return known[:2]


def _without_number(case: Case) -> Case:
    """The case without a reference that is but the number of its row."""
    if case.origin.locator != f"row {case.subject.ref}":
        return case
    return replace(case, subject=replace(case.subject, ref=""))


class Reader:
    """Makes the cases of stored rows, as `enduse screen` makes those of the files."""

    def __init__(self, customers: Customers) -> None:
        self._rows = customers.rows
        self._files = [tuple(pair) for pair in customers.meta["files"]]
        plain = customers.meta["layouts"]
        self._layouts = [from_plain(Layout, layout) for layout in plain]

    def cases(self, rows: Sequence[int]) -> list[Case]:
        """The cases of rows, in the order given."""
        columns = self._rows.take(pa.array(rows, pa.int64())).to_pylist()
        return [self._case(row) for row in columns]

    def _case(self, row: dict[str, Any]) -> Case:
        if row["layout"] == _NO_LAYOUT:
            return case_codec.decode(row["content"])
        name, sha256 = self._files[row["file"]]
        origin = Origin(name, sha256, row["locator"])
        cells = Row(self._layouts[row["layout"]], tuple(_loaded(row["content"])))
        problems: tuple[Problem, ...] = ()
        if row["problems"]:
            problems = from_json(tuple[Problem, ...], row["problems"])
        message = Message(row["format"], "customer", row["ref"], origin, cells)
        subject = Subject("customer", row["ref"], name, row["format"])
        return Case(subject, origin, tuple(customer_facts(message)), problems)


def _dumped(value: Any) -> bytes:
    try:
        return orjson.dumps(value)
    except orjson.JSONEncodeError:  # half a surrogate pair
        import json

        return json.dumps(to_plain(value)).encode()


def _loaded(data: bytes) -> Any:
    try:
        return orjson.loads(data)
    except ValueError:
        import json

        return json.loads(data)
