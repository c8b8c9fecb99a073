"""A file that cannot be opened, unpacked or read to its end: one Problem for all."""

from enduse.model import Origin, Problem

UNREADABLE = (OSError, EOFError, ValueError)
"""What `SourceFile.open` and reading from it raise, whatever the package broke with."""


def unreadable(origin: Origin, fault: Exception) -> Problem:
    """The `file-unreadable` error of a file; what was read before it stays."""
    message = f"cannot be read further: {fault}. Ask for the file again"
    return Problem("file-unreadable", message, origin, "error")
