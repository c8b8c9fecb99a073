"""A file that is written: whole or not at all, and never in a device's place."""

import errno
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from enduse.errors import OutputUnwritable

_OURS = (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EACCES, errno.EFBIG)


@contextmanager
def new_file(path: Path) -> Iterator[IO[bytes]]:
    """A stream whose content is at `path` once the block ends well.

    A device or a pipe that stands there (`/dev/null`, `/dev/stdout`) is written to as
    it is. *Raises* OutputUnwritable where the disk is full, read-only or
    not ours to write to.
    """
    try:
        if path.exists() and not path.is_file():
            with path.open("wb") as stream:
                yield stream
            return
        with _scratch(path) as stream:
            yield stream
    except OSError as fault:
        ours = fault.filename is None or path.name in str(fault.filename)
        if fault.errno not in _OURS or not ours:
            raise  # the fault of something else that the block does
        raise OutputUnwritable(str(path), fault.strerror or str(fault)) from fault


@contextmanager
def _scratch(path: Path) -> Iterator[IO[bytes]]:
    """A file beside `path` that takes its place, flushed to disk first."""
    handle, name = tempfile.mkstemp(
        dir=path.parent, prefix=f".{path.name}.", suffix=".part"
    )
    try:
        with os.fdopen(handle, "wb") as stream:
            yield stream
            stream.flush()
            os.fsync(stream.fileno())
        os.chmod(name, 0o666 & ~_umask())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


def _umask() -> int:
    held = os.umask(0)
    os.umask(held)
    return held
