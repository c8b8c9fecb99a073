"""A file of no format enduse knows: what it is, what to do, and what its words say.

Words are screened as text all the same: a listed name in a file that nobody could read
further is found, and that it was read no further is an error still.
"""

import re
from collections.abc import Iterator

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE
from enduse.model import Fact, Origin, Problem, Subject, Text
from enduse.pipeline.case import Case
from enduse.text.encoding import decoded

MAX_BYTES = 4 * 1024 * 1024
_LINES = 40  # that are one text, so that a name over two of them is found
_SIGNS_01 = 0.02  # of the letters: with more control signs it is no text
_TAG = re.compile(r"<[^<>]{0,4000}>")
_VALUE = re.compile(r"\"([^\"<>]{2,2000})\"|'([^'<>]{2,2000})'")
_KNOWN = (
    "payments (SWIFT MT, ISO 20022), papers of trade (PDF with text, plain text, "
    "DOCX, ODT, RTF, HTML, e-mail, UBL, CII, EDIFACT, Cargo-IMP and Cargo-XML, DCSA, "
    "workbooks) and tables of customers (CSV, XLSX, XLS, ODS, JSON, Parquet)"
)
_PICTURE = "is a picture: read it by eye, or ask for the original"
# How files that many people have begin, what each is, and what to do.
_BEGINNINGS: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG", _PICTURE),
    (b"\xff\xd8\xff", _PICTURE),
    (b"GIF8", _PICTURE),
    (b"II*\x00", _PICTURE),
    (b"MM\x00*", _PICTURE),
    (b"BM", _PICTURE),
    (b"\xd0\xcf\x11\xe0", "is an old Word file or an Outlook message (.doc, .msg); "
     "save it as PDF or EML and screen that"),
    (b"Rar!", "is a RAR archive; unpack it and screen the files in it"),
    (b"7z\xbc\xaf", "is a 7-Zip archive; unpack it and screen the files in it"),
)  # fmt: skip


def _unknown(head: bytes) -> str:
    """What a file is that no reader knows, and what to do about it."""
    if head[:2] == b"PK":
        return "is an archive; unpack it and screen the files in it"
    for beginning, said in _BEGINNINGS:
        if head.startswith(beginning):
            return said
    return (
        f"is of no format enduse knows: it reads {_KNOWN}. A table whose headings say "
        "nothing is read with --map name=COLUMN"
    )


def unknown_case(file: SourceFile, where: Origin) -> Case:
    """The case of such a file, with its words where it has any."""
    head = file.head
    told = _unknown(head)
    facts = tuple(_words(file, where)) if told.startswith(_UNTOLD) else ()
    if facts:
        told += f"; its words were screened as text (of the first {_SAID})"
    problem = Problem("format-unknown", told, where, "error")
    subject = Subject("document", file.name, file.name, "unknown")
    return Case(subject, where, facts, (problem,))


_UNTOLD = "is of no format"
_SAID = f"{MAX_BYTES // 1024**2} MB"


def _words(file: SourceFile, where: Origin) -> Iterator[Fact]:
    try:
        with file.open() as stream:
            data = stream.read(MAX_BYTES)
    except UNREADABLE:
        return
    text = decoded(data).lstrip("\ufeff")
    signs = sum(1 for c in text[:65536] if not c.isprintable() and not c.isspace())
    if signs + text[:65536].count("\ufffd") > _SIGNS_01 * min(len(text), 65536):
        return
    if text.lstrip()[:1] == "<":
        text = _TAG.sub(_values, text)
    numbered = enumerate(text.splitlines(), start=1)
    lines = [(n, said) for n, line in numbered if (said := line.strip())]
    for start in range(0, len(lines), _LINES):
        block = lines[start : start + _LINES]
        said = "\n".join(line for _, line in block)
        yield Fact("unmapped", Text(said), where.at(f"line {block[0][0]}"))


def _values(tag: re.Match[str]) -> str:
    """The values in a tag, a line each."""
    said = (a or b for a, b in _VALUE.findall(tag[0]))
    return "\n" + "".join(f"{value}\n" for value in said)
