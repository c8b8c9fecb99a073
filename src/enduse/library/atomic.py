"""Files and folders that appear whole or not at all, whenever the process is killed."""

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from enduse.errors import LibraryBusy

SCRATCH = ".scratch-"


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
    """A scratch folder that becomes `path` when the block ends without an error."""
    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=path.parent, prefix=SCRATCH))
    try:
        yield scratch
        if path.exists():
            shutil.rmtree(path)
        scratch.chmod(0o755)
        scratch.replace(path)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


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
            shutil.rmtree(left) if left.is_dir() else left.unlink(missing_ok=True)
        yield
