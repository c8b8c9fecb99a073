"""Which encoding a text file is in, told by its bytes; a guess is said to be one."""

import codecs
import re
from typing import IO, NamedTuple

CHUNK = 1024 * 1024
_RUN = re.compile(rb"[\x80-\xff]+")
_SAMPLE = 256 * 1024


class Encoding(NamedTuple):
    """A codec's name, and whether it is certain."""

    codec: str
    certain: bool


def encoding_of(stream: IO[bytes]) -> Encoding:
    """The encoding of a whole stream, which is read to its end where it is UTF-8.

    A byte order mark and valid UTF-8 are certain; UTF-16 without a mark, GB 18030,
    Windows-1251 and Windows-1252 are guesses.
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
        return Encoding(_legacy(sample), False)


def _legacy(sample: bytes) -> str:
    """The likeliest of three old encodings, by the runs of bytes beyond ASCII."""
    runs = _RUN.findall(sample)[:_SAMPLE]
    high = b"".join(runs)
    if _is_chinese(runs, high):
        return "gb18030"
    letters = sum(1 for byte in high if byte >= 0xC0 or byte in (0xA8, 0xB8))
    long_runs = sum(len(run) for run in runs if len(run) >= 3)
    if high and letters >= 0.9 * len(high) and long_runs >= 0.6 * len(high):
        return "cp1251"
    return "cp1252"


def _is_chinese(runs: list[bytes], high: bytes) -> bool:
    """Pairs of a lead byte of the common characters and a trail byte of any kind."""
    pairs = [run[i : i + 2] for run in runs for i in range(0, len(run) - 1, 2)]
    if not pairs or sum(len(run) % 2 for run in runs) > 0.05 * len(runs):
        return False
    common = sum(1 for pair in pairs if 0xB0 <= pair[0] <= 0xD7)
    cyrillic = sum(1 for pair in pairs if pair[0] >= 0xC0 and pair[1] >= 0xC0)
    try:
        high.decode("gb18030")
    except UnicodeDecodeError:
        return False
    return common >= 0.7 * len(pairs) and cyrillic <= 0.8 * len(pairs)
