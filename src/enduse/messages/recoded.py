"""XML whose bytes are not in the encoding that it declares, in the one they tell.

A name in Windows-1251 under `encoding="UTF-8"` is no XML to a parser, and UTF-8 under
`encoding="ISO-8859-1"` is, with every letter wrong. Both are read by what the bytes
are, and every message of such a file says that this is a guess.
"""

import codecs
import io
import re
from dataclasses import replace
from typing import IO

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE
from enduse.model import Origin, Problem
from enduse.text.encoding import encoding_of

MAX_BYTES = 64 * 1024**2
_DECLARED = re.compile(
    rb"\A(?:\xef\xbb\xbf)?\s{0,64}<\?xml[^>]{0,80}?\sencoding\s{0,4}=\s{0,4}[\"']([\w.:-]{1,40})"
)
_DECLARATION = re.compile(
    r"(<\?xml[^>]{0,80}?)\s+encoding\s*=\s*[\"'][^\"'>]{0,40}[\"']"
)
_FAULTS = ("Invalid bytes", "not proper UTF-8", "Unsupported encoding", "encoder error")


def is_of_encoding(fault: Problem) -> bool:
    """Whether a fault of a file's XML is that its letters are in another encoding."""
    return fault.code == "xml-malformed" and any(s in fault.message for s in _FAULTS)


def is_declared_wrong(file: SourceFile) -> bool:
    """Whether a file surely is in another encoding than the one it declares.

    It declares two bytes a letter and has none, an encoding that nobody knows, or an
    old one and is UTF-8 throughout, with letters that are not in ASCII.
    """
    declared = _DECLARED.match(file.head)
    if not declared:
        return False
    try:
        name = codecs.lookup(declared[1].decode()).name
    except LookupError:
        return True
    if name in ("utf-8", "ascii"):
        return False
    if name.startswith(("utf-16", "utf-32")):
        return b"\0" not in file.head
    return _is_utf8(file)


def _is_utf8(file: SourceFile) -> bool:
    decoder, beyond = codecs.getincrementaldecoder("utf-8")(), False
    try:
        with file.open() as stream:
            while data := stream.read(1024 * 1024):
                beyond = beyond or not data.isascii()
                decoder.decode(data)
            decoder.decode(b"", final=True)
    except (UnicodeDecodeError, *UNREADABLE):
        return False
    return beyond


def recoded(file: SourceFile) -> IO[bytes] | None:
    """The file as UTF-8 by what its bytes tell; None where it is too long for that."""
    with file.open() as stream:
        data = stream.read(MAX_BYTES + 1)
    if len(data) > MAX_BYTES:
        return None
    text = data.decode(encoding_of(io.BytesIO(data)).codec, "replace")
    return io.BytesIO(_DECLARATION.sub(r"\1", text.lstrip("\ufeff")).encode())


def read_even_so(fault: Problem) -> Problem:
    """The fault of letters in another encoding than declared, once they are read."""
    told, _, _ = fault.message.partition("; ")
    message = f"{told}; it was read in the encoding its bytes tell: ask for it again"
    return replace(fault, message=message)


def guessed(origin: Origin) -> Problem:
    """What is told of a message that was read so."""
    message = (
        "its letters are not in the encoding that the file declares; they were read in "
        "the one its bytes tell: hold its names against the sender's"
    )
    return Problem("text-encoding-guessed", message, origin, "warning")
