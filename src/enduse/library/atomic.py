"""Files and folders that appear whole or not at all, whenever the process is killed."""

import fcntl
import os
import shutil
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from enduse.errors import LibraryBusy

SCRATCH = ".scratch-"
_HELD = ".held"  # in a scratch folder: locked by the process that fills it
_ENDED_S = 3600  # without a change, for a scratch folder that nobody has locked yet
_OURS: set[Path] = set()  # scratch folders that this process fills


def write_atomically(path: Path, data: bytes) -> None:
    """Replace `path` by `data` in one rename, flushed to disk first."""
    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(dir=path.parent, prefix=SCRATCH)
    try:
        with os.fdopen(handle, "wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise


@contextmanager
def new_folder(path: Path) -> Iterator[Path]:
    """A scratch folder that becomes `path` when the block ends without an error.

    Scratch folders beside it whose process was killed are removed first.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    for left in path.parent.glob(f"{SCRATCH}*"):
        if left.is_dir() and _is_left(left):
            shutil.rmtree(left, ignore_errors=True)
    scratch = Path(tempfile.mkdtemp(dir=path.parent, prefix=SCRATCH))
    held = scratch / _HELD
    _OURS.add(scratch)
    try:
        with (scratch / ".new").open("w") as stream:
            fcntl.lockf(stream, fcntl.LOCK_EX)  # the process's own: no child has it
            (scratch / ".new").replace(held)
            yield scratch
            held.unlink()
            if path.exists():
                shutil.rmtree(path)
            scratch.chmod(0o755)
            scratch.replace(path)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)
        _OURS.discard(scratch)


def _is_left(scratch: Path) -> bool:
    """Whether the process that filled a scratch folder has ended."""
    try:
        if scratch in _OURS or (scratch / _HELD).exists():
            return not _is_held(scratch)
        return scratch.stat().st_mtime < time.time() - _ENDED_S
    except OSError:  # it is no longer there
        return False


def _is_held(scratch: Path) -> bool:
    """Whether a process that is alive fills a scratch folder."""
    if scratch in _OURS:  # by another thread, and a second lock would end the first
        return True
    try:
        with (scratch / _HELD).open("r+") as stream:
            fcntl.lockf(stream, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # no scratch folder, or one that nobody holds
        return False
    return False


@contextmanager
def only_one(folder: Path, *, wait: bool = False) -> Iterator[None]:
    """Hold the folder's lock, and clear what a killed process left behind.

    *Raises* LibraryBusy when another process holds it, unless told to `wait`.
    """
    folder.mkdir(parents=True, exist_ok=True)
    with (folder / ".lock").open("w") as stream:
        try:
            fcntl.flock(stream, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
        except BlockingIOError:
            raise LibraryBusy(str(folder)) from None
        for left in (*folder.glob(f"*/{SCRATCH}*"), *folder.glob(f"{SCRATCH}*")):
            if not left.is_dir():
                left.unlink(missing_ok=True)
            elif not _is_held(left):
                shutil.rmtree(left, ignore_errors=True)
        yield
