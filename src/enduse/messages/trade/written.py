"""Papers and letters as word processors and browsers keep them: DOCX, ODT, RTF, HTML.

Their words are read line by line, as those of plain text are. A locator is `line 12`.
"""

import re
import zipfile
from collections.abc import Iterator
from io import BytesIO

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import of_whole
from enduse.messages.markup_lines import declared_charset, lines_of_markup
from enduse.messages.message import Message, Options
from enduse.messages.trade.paper.kind import MAIN
from enduse.messages.trade.rtf_lines import lines_of_rtf
from enduse.messages.trade.text_paper import papers_of
from enduse.messages.trade.word_lines import lines_of_document
from enduse.model import Fact, Origin, Problem
from enduse.text.encoding import decoded

FORMATS = {
    "written-" + kind: f"DOCX, ODT, RTF or HTML: {kind.replace('-', ' ')}"
    for kind in MAIN
} | {"written-document": "DOCX, ODT, RTF or HTML of a kind it does not say"}
MAX_BYTES = 64 * 1024 * 1024
_HTML = re.compile(
    rb"\s*(?:<!--.{0,2000}?-->\s*)*<(?:!doctype\s+html|html)\b",
    re.I | re.S,
)
_MEDIA = ("word/media/", "Pictures/")
_ODT = b"mimetypeapplication/vnd.oasis.opendocument.text"


def sniff(head: bytes) -> bool:
    """Whether it begins as one of these documents does."""
    if head.startswith(b"PK\x03\x04"):
        return b"word/" in head or _ODT in head[:200]
    bare = head.removeprefix(b"\xef\xbb\xbf")
    return bare.startswith(b"{\\rtf") or bool(_HTML.match(bare))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a paper; one that begins on a page of its own is another."""
    return of_whole(file, MAX_BYTES, _read)


def _read(data: bytes, origin: Origin) -> Iterator[Message | Problem]:
    try:
        lines = _lines(data)
    except ValueError as fault:
        message = f"cannot be read: {fault}. Save it again, or as PDF"
        yield Problem("document-malformed", message, origin, "error")
        return
    if pictures := _pictures(data):
        message = f"pictures in it were not read ({pictures}): look at them"
        yield Problem("document-picture", message, origin, "note")
    yield from papers_of("\n".join(lines), origin, "written")


def facts(message: Message) -> list[Fact]:
    """Everything the lines say, found while they were read."""
    return list(message.content)


def _lines(data: bytes) -> list[str]:
    if data.startswith(b"PK\x03\x04"):
        return lines_of_document(data)
    if data.lstrip(b"\xef\xbb\xbf").startswith(b"{\\rtf"):
        return lines_of_rtf(data)
    return lines_of_markup(decoded(data, declared_charset(data)))


def _pictures(data: bytes) -> int:
    """How many pictures a packed document holds."""
    if not data.startswith(b"PK\x03\x04"):
        return 0
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return sum(n.startswith(_MEDIA) for n in archive.namelist())
