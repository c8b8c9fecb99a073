"""The encoding of a table of text, also where a few of its bytes are of another."""

import re

from enduse.files.source_file import SourceFile
from enduse.text.encoding import CHUNK, encoding_of

REPLACED = "\ufffd"  # stands for bytes that are none of the encoding
_LETTER = re.compile(
    rb"[\xc3-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}"
)
_HIGH = re.compile(rb"[\x80-\xff]")
_MOSTLY = 0.9  # of the bytes beyond ASCII
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
_SOME = 0.02  # of the bytes of something that is no text
_FEW = 8  # control signs that text may hold however short it is


def codec_of(file: SourceFile) -> str:
    """The name of the codec; '' for what is no text at all.

    What is UTF-8 but for a few bytes is read as UTF-8, not as an old encoding.
    """
    with file.open() as stream:  # opened twice, for a packed file can't be gone back in
        codec = encoding_of(stream).codec
    with file.open() as stream:
        head = stream.read(CHUNK)
    controls = 0 if codec.startswith("utf-16") else len(_CONTROL.findall(head))
    if controls > max(_FEW, _SOME * len(head)):
        return ""
    if codec.startswith("utf"):
        return codec
    high = len(_HIGH.findall(head))
    held = sum(map(len, _LETTER.findall(head)))
    return "utf-8-sig" if high and held >= _MOSTLY * high else codec
