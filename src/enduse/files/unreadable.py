"""A file that cannot be opened, unpacked or read to its end: one Problem for all."""

import zipfile
import zlib
from collections.abc import Callable, Iterator
from typing import TypeVar

from enduse.files.source_file import SourceFile
from enduse.model import Origin, Problem

T = TypeVar("T")

UNREADABLE = (OSError, EOFError, ValueError)
"""What `SourceFile.open` and reading from it raise, whatever the package broke with."""
BROKEN_ZIP = (*UNREADABLE, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What an archive, and reading a member of it, raise: broken, locked, or lacking it."""


def unreadable(origin: Origin, fault: Exception) -> Problem:
    """The `file-unreadable` error of a file; what was read before it stays."""
    message = f"cannot be read further: {fault}. Ask for the file again"
    return Problem("file-unreadable", message, origin, "error")


def whole(file: SourceFile, origin: Origin, most: int) -> bytes | Problem:
    """All bytes of a file of at most so many; a Problem for a larger or broken one."""
    try:
        with file.open() as stream:
            data = stream.read(most + 1)
    except UNREADABLE as fault:
        return unreadable(origin, fault)
    if len(data) <= most:
        return data
    message = f"holds more than {most // 1024**2} MB and was not read; split it"
    return Problem("document-too-large", message, origin, "error")


def of_whole(
    file: SourceFile, most: int, read: Callable[[bytes, Origin], Iterator[T | Problem]]
) -> Iterator[T | Problem]:
    """What `read` makes of all bytes of a file, or the Problem of reading them."""
    origin = Origin(file.name, file.sha256, "")
    data = whole(file, origin, most)
    if isinstance(data, Problem):
        yield data
    else:
        yield from read(data, origin)
