"""Which encoding a text file is in, told by its bytes; a guess is said to be one."""

import codecs
import io
from typing import IO, NamedTuple

from enduse.text.encoding_guess import likeliest

CHUNK = 1024 * 1024
_GOOD_TO_BAD = 4  # in other encodings hardly two bytes in a row make a letter


class Encoding(NamedTuple):
    """A codec's name, and whether it is certain."""

    codec: str
    certain: bool


def encoding_of(stream: IO[bytes]) -> Encoding:
    """The encoding of a whole stream, which is read to its end where it is UTF-8.

    A byte order mark and UTF-8 are certain, even with some bytes that are none; UTF-16
    without a mark and all older encodings are guesses.
    """
    head = stream.read(CHUNK)
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return Encoding("utf-16", True)
    if head[1:8:2].count(0) >= 3 and not head.startswith(codecs.BOM_UTF8):
        return Encoding("utf-16-le", False)
    if head[0:8:2].count(0) >= 3:
        return Encoding("utf-16-be", False)
    decoder = codecs.getincrementaldecoder("utf-8")()
    sample = chunk = head
    try:
        while chunk:
            decoder.decode(chunk)
            chunk = stream.read(CHUNK)
            sample = chunk or sample
        decoder.decode(b"", final=True)
        return Encoding("utf-8-sig", True)
    except UnicodeDecodeError:
        if _is_damaged_utf8(sample):
            return Encoding("utf-8-sig", True)
        return Encoding(likeliest(sample), False)


def decoded(data: bytes, declared: str = "") -> str:
    """The text of these bytes, without zeros: as declared where that fits all of it.

    UTF-8 is UTF-8 whatever is declared; what fits nothing is read as the bytes tell.
    """
    told = encoding_of(io.BytesIO(data))
    codec = told.codec
    if declared and not told.certain:
        try:
            return data.decode(declared).replace("\0", "")
        except (LookupError, UnicodeError, ValueError):
            pass
    return data.decode(codec, "replace").replace("\0", "")


def _is_damaged_utf8(sample: bytes) -> bool:
    """Whether nearly all that is beyond ASCII is UTF-8: some bytes of it were lost."""
    text = sample.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    good = sum(1 for char in text if not char.isascii()) - bad
    return good > _GOOD_TO_BAD * bad
