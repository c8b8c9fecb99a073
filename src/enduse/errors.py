"""The errors enduse raises when its world is not as it must be.

Bad data is a `Problem` value; a bad caller is `ValueError` or `TypeError`.
"""


class EnduseError(Exception):
    """The root: something outside the data stops the work."""


class SourceUnavailable(EnduseError):
    """A publisher could not be reached or refused."""

    def __init__(self, url: str, reason: str) -> None:
        super().__init__(
            f"{url}: {reason}. The library is unchanged; try again, or download the "
            "file yourself and run: enduse update --from FILE"
        )
        self.url = url


class SnapshotRejected(EnduseError):
    """A fetched or imported list failed its checks and was not switched in.

    `code` is that of the problem which stood against it, where one did.
    """

    def __init__(self, source: str, reason: str, code: str = "") -> None:
        super().__init__(f"{source}: not switched in: {reason}")
        self.source = source
        self.reason = reason
        self.code = code


class LibraryCorrupt(EnduseError):
    """A file of the library does not have the content its manifest promises."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path}: {reason}. Restore it, or import that source again with "
            "enduse update"
        )
        self.path = path
        self.reason = reason


class LibraryBusy(EnduseError):
    """Another process is writing the library, or a book."""

    def __init__(self, path: str) -> None:
        super().__init__(f"{path}: another enduse is at work there; try again after it")


class InputUnreadable(EnduseError):
    """An input named on the command line cannot be opened."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(f"{path}: {reason}")
        self.path = path


class OutputUnwritable(EnduseError):
    """A result could not be written; what stood there before is unchanged."""

    def __init__(self, path: str, reason: str) -> None:
        super().__init__(
            f"{path}: cannot be written: {reason}. Nothing was left half-written; make "
            "room there or name another place"
        )
        self.path = path


class EngineMissing(EnduseError):
    """An engine was asked for that needs what is not installed here."""

    def __init__(self, engine: str, what: str, remedy: str) -> None:
        super().__init__(f"--engine {engine} needs {what}: {remedy}")
        self.engine = engine


class ProcessEnded(EnduseError):
    """One of several processes of a run was ended from outside."""

    def __init__(self) -> None:
        super().__init__(
            "a process of this run was ended by the system, often for want of memory. "
            "Nothing was left half-written; try again with --workers 1"
        )
