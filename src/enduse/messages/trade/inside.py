"""Files that a paper carries inside, each handed to the reader that knows it.

A packing list in an invoice's base64, an XML in a PDF: each becomes a message of its
own, of the same deal, under the name of both (`invoice.xml#packing.pdf`). Size, number
and depth are bounded; what is not read is told, and is never a reason to call
something clear.
"""

import base64
import binascii
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.tree import Element
from enduse.model import Origin, Problem

MAX_FILES = 50
MAX_BYTES = 32 * 1024 * 1024
"""Of all the files in one paper together."""
MAX_DEPTH = 3
"""A file in a file in a file; what is deeper is told, not opened."""
_PACKED = (b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!")
_WORKBOOKS = (".xlsx", ".xlsm")
_ENDINGS = {
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": ".xlsx",
    "text/csv": ".csv",
    "application/pdf": ".pdf",
}


@dataclass(frozen=True, slots=True)
class Carried:
    """A file inside a paper: its name, its bytes or why there are none, its place."""

    name: str
    data: bytes
    locator: str
    fault: str = ""


@dataclass(frozen=True, slots=True)
class Opening:
    """How the files of one kind of paper are opened, and what is told of the others."""

    code: str = "attachment-not-read"
    advice: str = "Open it by hand"
    closed: tuple[str, ...] = ()
    sheets: bool = False
    """Whether tables of customers are read too."""


def carried_in(root: Element, *names: str) -> list[Carried]:
    """The files in base64 under these elements, which count as read from here on."""
    found: list[Carried] = []
    left = MAX_BYTES
    for element in root.walk():
        if element.name not in names or not element.text:
            continue
        element.taken = True
        if len(found) >= MAX_FILES:
            return [*found, Carried("", b"", element.path, "there are too many files")]
        one = _decoded(element, left)
        left -= len(one.data)
        found.append(one)
    return found


def _decoded(element: Element, left: int) -> Carried:
    kind = element.attributes.get("mimeCode", "")
    name = Path(element.attributes.get("filename", "").replace("\\", "/")).name[:120]
    name = name or f"attached{_ENDINGS.get(kind, '')}"
    if len(element.text) * 3 // 4 > left:
        return Carried(name, b"", element.path, "it is larger than is read")
    try:
        data = base64.b64decode("".join(element.text.split()), validate=True)
    except (binascii.Error, ValueError):
        return Carried(name, b"", element.path, "its base64 is damaged")
    return Carried(name, data, element.path)


def with_carried(
    papers: Iterable[Message],
    carried: Sequence[Carried],
    paper: Origin,
    options: Options,
    *,
    sheets: bool = False,
) -> Iterator[Message | Problem]:
    """The papers, and those inside them; what is not read is told of the last paper."""
    inside = list(read_carried(carried, paper, options, Opening(sheets=sheets)))
    faults = tuple(one for one in inside if isinstance(one, Problem))
    outer = list(papers)
    if outer:
        last = outer[-1]
        outer[-1] = replace(last, problems=(*last.problems, *faults))
    else:
        yield from faults
    yield from outer
    yield from (one for one in inside if isinstance(one, Message))


def read_carried(
    carried: Sequence[Carried], paper: Origin, options: Options, how: Opening
) -> Iterator[Message | Problem]:
    """The messages of every file inside; a Problem for one that nobody can read."""
    for one in carried:
        where = paper.at(one.locator)
        fault = one.fault or _closed(one.data)
        if not fault and paper.source.count("#") >= MAX_DEPTH:
            fault = "it is a file in a file in a file"
        if fault:
            yield _unread(one.name, fault, where, how)
            continue
        with tempfile.TemporaryDirectory(prefix="enduse-") as folder:
            path = Path(folder) / "attached"
            path.write_bytes(one.data)
            inner = SourceFile(path, f"{paper.source}#{Path(one.name).name}")
            yield from _read(inner, one.name, options, where, how)


def _closed(data: bytes) -> str:
    if not data.strip():
        return "it is empty"
    return "it is packed" if data.startswith(_PACKED) else ""


def _read(
    inner: SourceFile, name: str, options: Options, where: Origin, how: Opening
) -> Iterator[Message | Problem]:
    from enduse.messages import registry

    packed = inner.head[:4] == b"PK\x03\x04" and not name.lower().endswith(_WORKBOOKS)
    reader = None if packed else registry.sniff(inner)
    closed = reader in how.closed or (
        not how.sheets and (reader or "").startswith("customers")
    )
    if reader is None or closed:
        yield _unread(name, "it is of no message format enduse knows", where, how)
        return
    for item in registry.reader(reader).parse(inner, options):
        if not isinstance(item, Message):
            yield item
            continue
        found = registry.reader(reader).facts(item)
        yield replace(item, content=tuple(found))


def _unread(name: str, why: str, where: Origin, how: Opening) -> Problem:
    message = f"the file {name!r} inside was not read: {why}. {how.advice}"
    return Problem(how.code, message, where, "error")
