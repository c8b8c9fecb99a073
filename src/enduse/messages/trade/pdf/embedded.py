"""Files embedded in a PDF, handed to the reader that knows them: Factur-X and the like.

The XML's values and the visible text become two messages of one deal, so that a page
that says something else than its XML is seen.
"""

from collections.abc import Iterator, Sequence

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.inside import Carried, Opening, read_carried
from enduse.messages.trade.pdf.wire import Attached
from enduse.model import Origin, Problem

_HOW = Opening(
    "pdf-attachment-unread",
    "Save it from a PDF viewer and screen it by itself",
    ("trade-pdf",),  # a PDF in a PDF is told, not opened
)


def embedded(
    attachments: Sequence[Attached], file: SourceFile, options: Options
) -> Iterator[Message | Problem]:
    """The messages of every embedded file; a Problem for one nobody can read."""
    carried = [
        Carried(one.name, one.data, f"attachment={one.name}", one.fault)
        for one in attachments
    ]
    yield from read_carried(carried, Origin(file.name, file.sha256, ""), options, _HOW)
