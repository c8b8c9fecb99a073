"""A file that cannot be opened, unpacked or read to its end: one Problem for all."""

import zipfile
import zlib

from enduse.model import Origin, Problem

UNREADABLE = (OSError, EOFError, ValueError)
"""What `SourceFile.open` and reading from it raise, whatever the package broke with."""
BROKEN_ZIP = (*UNREADABLE, KeyError, RuntimeError, zipfile.BadZipFile, zlib.error)
"""What an archive, and reading a member of it, raise: broken, locked, or lacking it."""


def unreadable(origin: Origin, fault: Exception) -> Problem:
    """The `file-unreadable` error of a file; what was read before it stays."""
    message = f"cannot be read further: {fault}. Ask for the file again"
    return Problem("file-unreadable", message, origin, "error")
