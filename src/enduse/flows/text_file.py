"""A delimited file as UTF-8 on disk, so that Polars can stream it.

Files are used where they lie; only packed ones and those in another encoding
(UTF-16, GB 18030, Windows-1251 and 1252) are first written out beside the import.
"""

import codecs
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import polars as pl

from enduse.files.source_file import SourceFile
from enduse.flows.cells import Rows
from enduse.flows.registry import Reading
from enduse.model import Origin

_CHUNK = 8 * 1024 * 1024
_RUNS = re.compile(rb"[\x80-\xff]+")
_BOMS = ((codecs.BOM_UTF16_LE, "utf-16"), (codecs.BOM_UTF16_BE, "utf-16"))


@dataclass(frozen=True, slots=True)
class TextFile:
    """A UTF-8 file, and the encoding it was written in."""

    path: Path
    encoding: str


def plain(file: SourceFile, scratch: Path) -> TextFile:
    """The file as UTF-8 text. *Raises* OSError, EOFError or ValueError."""
    encoding = encoding_of(file)
    packed = file.path.open("rb").read(4)[:2] in (b"\x1f\x8b", b"PK")
    if encoding == "utf-8" and not packed:
        return TextFile(file.path, encoding)
    target = scratch / f"{file.sha256[:16]}.txt"
    decoder = codecs.getincrementaldecoder(encoding)(errors="replace")
    with file.open() as stream, target.open("w", encoding="utf-8", newline="") as out:
        while chunk := stream.read(_CHUNK):
            out.write(decoder.decode(chunk))
        out.write(decoder.decode(b"", final=True))
    return TextFile(target, encoding)


def encoding_of(file: SourceFile) -> str:
    """`utf-8` where the whole file is; else the likeliest of those people still use."""
    known = next((name for bom, name in _BOMS if file.head.startswith(bom)), "")
    if known:
        return known
    decoder = codecs.getincrementaldecoder("utf-8")()
    with file.open() as stream:
        while chunk := stream.read(_CHUNK):
            try:
                decoder.decode(chunk)
            except UnicodeDecodeError:
                return _likeliest(chunk)
    return "utf-8"


def _likeliest(sample: bytes) -> str:
    """By how bytes above 127 lie: alone in Latin text, in runs in Cyrillic and Han;
    Cyrillic letters are all above 0xC0, Han ones are not."""
    runs = _RUNS.findall(sample[: 1024 * 1024])
    size = sum(map(len, runs))
    if not runs or size / len(runs) < 1.6:
        return "cp1252"
    high = sum(byte >= 0xC0 for run in runs for byte in run)
    return "cp1251" if high / size > 0.93 else "gb18030"


def head_text(file: SourceFile) -> str:
    """The beginning of the file as text, in its likeliest encoding."""
    head = file.head
    if any(head.startswith(bom) for bom, _ in _BOMS):
        return head.decode("utf-16", errors="replace")
    cut = head[: head.rfind(b"\n") + 1] or head
    try:
        return cut.decode("utf-8-sig")
    except UnicodeDecodeError:
        return cut.decode(_likeliest(cut), errors="replace")


def headings(file: SourceFile) -> tuple[list[str], str]:
    """The first line's cells, and the mark between them: `,`, `;`, tab or `|`."""
    first = next((ln for ln in head_text(file).splitlines() if ln.strip()), "")
    mark = max(",;\t|", key=first.count)
    return [cell.strip().strip('"').strip() for cell in _cells(first, mark)], mark


def _cells(line: str, mark: str) -> Sequence[str]:
    import csv

    try:
        return next(csv.reader([line], delimiter=mark), [])
    except csv.Error:
        return line.split(mark)


def rows(
    file: SourceFile,
    reading: Reading,
    *,
    named: Callable[[list[str]], list[str]] = lambda headings: headings,
) -> Rows:
    """The file's rows as text, its columns `named` after their headings."""
    columns, mark = headings(file)
    path = plain(file, reading.scratch).path
    frame = scan(path, mark=mark, columns=named(columns))
    return Rows(frame, Origin(file.name, file.sha256, ""))


def scan(path: Path, *, mark: str = ",", columns: Sequence[str] = ()) -> pl.LazyFrame:
    """The file's rows as text columns and `row`, counted as a spreadsheet does.

    Cells beyond the last heading (Comtrade+ ends each row with a comma) are cut off.
    """
    frame = pl.scan_csv(
        path,
        glob=False,
        separator=mark,
        infer_schema=False,
        truncate_ragged_lines=True,
        encoding="utf8-lossy",
        row_index_name="row",
        row_index_offset=2,
    )
    if columns:
        have = frame.collect_schema().names()
        named = dict(zip(have[1:], columns, strict=False))
        frame = frame.rename({a: b for a, b in named.items() if a != b})
    return frame.with_columns(pl.exclude("row").fill_null(""))
