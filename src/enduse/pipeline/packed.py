"""A ZIP of several files as a folder: each is read under the archive's name and own.

Nothing is trusted: members are written one at a time under names of ours, what is
locked, too large, too many or packed again is told, and the rest is read all the same.
"""

import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path, PurePosixPath

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import BROKEN_ZIP
from enduse.model import Origin, Problem

MOST_FILES = 2_000
MOST_BYTES = 1024**3
"""Unpacked, of one archive together."""
_WORKBOOKS = (".xlsx", ".xlsm", ".ods", ".docx", ".pptx", ".odt", ".jar", ".kmz")
_BLOCK = 1 << 20


def is_packed(file: SourceFile) -> bool:
    """Whether a file is a ZIP of several files, and no workbook."""
    if file.name.lower().endswith(_WORKBOOKS):
        return False
    try:
        with file.path.open("rb") as raw:
            if raw.read(4) != b"PK\x03\x04":
                return False
        with zipfile.ZipFile(file.path) as archive:
            names = archive.namelist()
    except BROKEN_ZIP:
        return False
    inside = [name for name in names if not name.endswith("/")]
    return len(inside) > 1 and "[Content_Types].xml" not in inside


def unpacked(file: SourceFile) -> Iterator[SourceFile | Problem]:
    """The files of an archive, in order of their names; each lasts until the next.

    A Problem stands for what cannot be read: the archive, or one file in it.
    """
    where = Origin(file.name, file.sha256, "")
    left = MOST_BYTES
    try:
        with zipfile.ZipFile(file.path) as archive:
            members = [m for m in archive.infolist() if not m.is_dir()]
            for member in sorted(members[:MOST_FILES], key=lambda m: m.filename):
                if _is_litter(member.filename):
                    continue
                with tempfile.TemporaryDirectory(prefix="enduse-") as folder:
                    path = Path(folder) / "member"
                    fault = _extract(archive, member, path, left)
                    if fault:
                        yield _unread(member.filename, fault, where)
                        continue
                    left -= path.stat().st_size
                    yield SourceFile(path, f"{file.name}#{member.filename}")
    except BROKEN_ZIP as fault:
        message = f"is a broken archive: {fault}. Ask for it again"
        yield Problem("archive-broken", message, where, "error")
        return
    if len(members) > MOST_FILES:
        message = f"holds {len(members):,} files, {MOST_FILES:,} are read; split it"
        yield Problem("archive-too-large", message, where, "error")


def extracted(path: Path, name: str, to: Path) -> bool:
    """Whether one file of an archive was written out again, to be shown."""
    try:
        with zipfile.ZipFile(path) as archive:
            return not _extract(archive, archive.getinfo(name), to, MOST_BYTES)
    except BROKEN_ZIP:
        return False


def _extract(
    archive: zipfile.ZipFile, member: zipfile.ZipInfo, path: Path, left: int
) -> str:
    """Writes a member; why it was not, or ''."""
    if member.flag_bits & 0x1:
        return "it is locked with a password; ask the sender for it without one"
    if member.file_size > left:
        return "the archive unpacks to more than is read; split it"
    try:
        with archive.open(member) as packed, path.open("wb") as out:
            held = 0
            while data := packed.read(_BLOCK):
                held += len(data)
                if held > left:
                    return "the archive unpacks to more than is read; split it"
                out.write(data)
    except BROKEN_ZIP as fault:
        return f"it is broken: {fault}"
    with path.open("rb") as stream:
        again = stream.read(4) == b"PK\x03\x04"
    if again and is_packed(SourceFile(path, member.filename)):
        return "it is an archive in an archive; unpack it and screen the files in it"
    return ""


def _is_litter(name: str) -> bool:
    """What systems put beside files: `__MACOSX/`, `.DS_Store`, `Thumbs.db`."""
    parts = PurePosixPath(name).parts
    return "__MACOSX" in parts or parts[-1:] in ((".DS_Store",), ("Thumbs.db",))


def _unread(name: str, why: str, where: Origin) -> Problem:
    message = f"the file {name[:200]!r} in it was not read: {why}"
    return Problem("archive-member-unread", message, where.at(name[:200]), "error")
