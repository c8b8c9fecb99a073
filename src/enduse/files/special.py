"""What is named as an input and is no file: a pipe, read once; a device, endless."""

import os
import stat
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from enduse.errors import InputUnreadable
from enduse.files.source_file import MAX_UNPACKED_BYTES, is_device

STDIN = Path("-")
_BLOCK = 1 << 20


def is_pipe(path: Path) -> bool:
    """Whether it is a pipe, as of `| enduse screen /dev/stdin` or `<(...)`, or `-`."""
    if path == STDIN:
        return True
    try:
        return stat.S_ISFIFO(path.stat().st_mode)
    except OSError:
        return False


def refuse_device(path: Path) -> None:
    """Nothing. *Raises* InputUnreadable for a device: reading it need never end."""
    if is_device(path):
        raise InputUnreadable(str(path), "is a device, and no file")


@contextmanager
def readable_again(paths: Iterable[Path]) -> Iterator[list[Path]]:
    """The paths, pipes among them written out to files that go with the block.

    A file is read more than once: to tell what it is, for its hash, for its content.
    *Raises* InputUnreadable for a pipe that brings too much.
    """
    with tempfile.TemporaryDirectory(prefix="enduse-") as folder:
        yield [
            _written_out(path, Path(folder) / str(number)) if is_pipe(path) else path
            for number, path in enumerate(paths)
        ]


def _written_out(pipe: Path, folder: Path) -> Path:
    folder.mkdir()
    to = folder / ("stdin" if pipe == STDIN else pipe.name)
    left = MAX_UNPACKED_BYTES
    source = os.dup(0) if pipe == STDIN else os.open(pipe, os.O_RDONLY)
    with open(source, "rb") as stream, to.open("wb") as out:
        while block := stream.read(_BLOCK):
            left -= len(block)
            if left < 0:
                most = f"{MAX_UNPACKED_BYTES:,} bytes"
                raise InputUnreadable(str(pipe), f"brings more than {most}")
            out.write(block)
    return to
