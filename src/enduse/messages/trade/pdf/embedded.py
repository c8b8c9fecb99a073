"""Files embedded in a PDF, handed to the reader that knows them: Factur-X and the like.

The XML's values and the visible text become two messages of one deal, so that a page
that says something else than its XML is seen.
"""

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.pdf.wire import Attached
from enduse.model import Origin, Problem

_NOT_INSIDE = ("trade-pdf",)  # a PDF in a PDF is told, not opened


def embedded(
    attachments: Sequence[Attached], file: SourceFile, options: Options
) -> Iterator[Message | Problem]:
    """The messages of every embedded file; a Problem for one nobody can read."""
    for attached in attachments:
        where = Origin(file.name, file.sha256, f"attachment={attached.name}")
        if attached.fault:
            yield _unread(attached.name, attached.fault, where)
            continue
        with tempfile.TemporaryDirectory(prefix="enduse-") as folder:
            path = Path(folder) / "attached"
            path.write_bytes(attached.data)
            inner = SourceFile(path, f"{file.name}#{Path(attached.name).name}")
            yield from _read(inner, attached.name, options, where)


def _read(
    inner: SourceFile, name: str, options: Options, where: Origin
) -> Iterator[Message | Problem]:
    from enduse.messages import registry

    if not inner.head.strip():
        yield _unread(name, "it is empty", where)
        return
    reader = registry.sniff(inner)
    if reader is None or reader in _NOT_INSIDE or reader.startswith("customers"):
        yield _unread(name, "it is of no message format enduse knows", where)
        return
    for item in registry.reader(reader).parse(inner, options):
        if not isinstance(item, Message):
            yield item
            continue
        found = registry.reader(reader).facts(item)
        yield replace(item, content=tuple(found))


def _unread(name: str, why: str, where: Origin) -> Problem:
    message = (
        f"the embedded file {name!r} was not read: {why}. Save it from a PDF viewer "
        "and screen it by itself"
    )
    return Problem("pdf-attachment-unread", message, where, "error")
