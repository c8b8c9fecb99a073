"""A file on disk, a list or a payment file: its name, hash, and bytes, unpacked."""

import gzip
import hashlib
import io
import os
import stat
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import IO, cast

HEAD_BYTES = 64 * 1024
_BREAKS = (OSError, EOFError, ValueError, zlib.error, zipfile.BadZipFile)
_TYPES = "[Content_Types].xml"
MAX_UNPACKED_BYTES = 4 * 1024**3  # no list comes near; a bomb passes it quickly


@dataclass(frozen=True)
class SourceFile:
    """One file under its own name; `.gz` and one-file `.zip` read unpacked."""

    path: Path
    name: str

    @classmethod
    def of(cls, path: Path) -> "SourceFile":
        """The file at `path` by its name; in that, bytes of no letter as `\\xe9`."""
        name = path.name
        if not name.isascii():
            name = os.fsencode(name).decode("utf-8", "backslashreplace")
        return cls(path, name)

    @property
    def stem(self) -> str:
        """The name in lower case without packing suffix: `sdn.csv.gz` -> `sdn.csv`."""
        return self.name.lower().removesuffix(".gz").removesuffix(".zip")

    @cached_property
    def sha256(self) -> str:
        """Hash of the stored bytes, hex."""
        with self._stored() as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()

    @cached_property
    def head(self) -> bytes:
        """The first 64 KiB, unpacked. *Unknown*: b'' if it can't be opened."""
        try:
            return self.read_head()
        except (OSError, EOFError, ValueError):
            return b""

    def read_head(self) -> bytes:
        """The first 64 KiB, unpacked, or what a damaged file has of them.

        *Raises* OSError, EOFError or ValueError where it has none.
        """
        with self.open() as stream:
            return block(stream, HEAD_BYTES)

    @contextmanager
    def open_to_break(self) -> Iterator[IO[bytes]]:
        """As `open`, but what a package breaks off at is its end: to see what it is."""
        with self.open() as stream:
            yield io.BufferedReader(_ToBreak(stream))

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """A binary stream of the unpacked content.

        *Raises* OSError, EOFError or ValueError for a broken, encrypted or too large
        package, also while it is being read, and for a zip of more than one file. Of a
        package that breaks off, what is before the break can be read first.
        """
        try:
            with self._unpacked() as stream:
                yield stream
        except (zipfile.BadZipFile, zlib.error, NotImplementedError) as fault:
            raise ValueError(f"a broken package: {fault}") from fault

    def _stored(self) -> io.BufferedReader:
        if is_device(self.path):
            raise OSError("it is a device, and no file")
        return self.path.open("rb")

    @contextmanager
    def _unpacked(self) -> Iterator[IO[bytes]]:
        with self._stored() as raw:
            magic = raw.read(4)
            raw.seek(0)
            if magic[:2] == b"\x1f\x8b":
                with gzip.open(raw) as packed:
                    yield io.BufferedReader(_Bounded(cast(IO[bytes], packed)))
            elif magic == b"PK\x03\x04" and not _is_office(raw):
                archive = zipfile.ZipFile(raw)
                with archive, archive.open(self._only_member(archive)) as packed:
                    yield io.BufferedReader(_Bounded(packed))
            else:
                yield raw

    def _only_member(self, archive: zipfile.ZipFile) -> str:
        members = [i for i in archive.infolist() if not i.is_dir()]
        names = [i.filename for i in members]
        if any(i.flag_bits & 0x1 for i in members):
            raise ValueError(f"{self.name}: the zip is encrypted")
        if len(names) != 1:
            raise ValueError(f"{self.name}: a zip of {len(names)} files, one expected")
        return names[0]


def block(stream: IO[bytes], size: int) -> bytes:
    """The next `size` bytes, fewer before the end or before a break; b'' at the end.

    *Raises* what `SourceFile.open` does, once nothing is left before the break.
    """
    found = bytearray()
    source = cast(io.BufferedReader, stream)
    try:
        while len(found) < size and (more := source.read1(size - len(found))):
            found += more
    except _BREAKS:
        if not found:
            raise
    return bytes(found)


def is_device(path: Path) -> bool:
    """Whether it is a device, such as /dev/zero, which need never end."""
    try:
        mode = path.stat().st_mode
    except OSError:
        return False
    return stat.S_ISCHR(mode) or stat.S_ISBLK(mode)


def _is_office(raw: IO[bytes]) -> bool:
    """Whether a package is a document of an office program, and no archive."""
    head = raw.read(HEAD_BYTES)
    raw.seek(0)
    if _TYPES.encode() in head or head[30:38] == b"mimetype":
        return True
    try:
        return _TYPES in zipfile.ZipFile(raw).namelist()
    finally:
        raw.seek(0)


class _ToBreak(io.RawIOBase):
    """A read-only stream that ends where the one below it cannot be read further."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = cast(io.BufferedReader, stream)
        self._broken = False

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # any writable buffer
        try:
            data = b"" if self._broken else self._stream.read1(len(view))
        except _BREAKS:
            self._broken, data = True, b""
        view[: len(data)] = data
        return len(data)


class _Bounded(io.RawIOBase):
    """A read-only stream that refuses to unpack without end."""

    def __init__(self, stream: IO[bytes]) -> None:
        self._stream = stream
        self._left = MAX_UNPACKED_BYTES

    def readable(self) -> bool:
        return True

    def read(self, size: int = -1) -> bytes:
        if size < 0:
            data = self._stream.read(self._left + 1)
        else:  # no more than is at hand: a break further on loses nothing
            data = cast(io.BufferedReader, self._stream).read1(size)
        self._left -= len(data)
        if self._left < 0:
            raise ValueError(f"unpacks to more than {MAX_UNPACKED_BYTES:,} bytes")
        return data

    def readinto(self, buffer: object) -> int:
        view = memoryview(buffer)  # type: ignore[arg-type]  # any writable buffer
        data = self.read(len(view))
        view[: len(data)] = data
        return len(data)
