"""A source file as a plain file on disk, for libraries that open paths."""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from enduse.files.source_file import SourceFile


@contextmanager
def on_disk(file: SourceFile) -> Iterator[Path]:
    """A path to the unpacked content: the file itself, or a copy while in use.

    *Raises* OSError, EOFError or ValueError for a broken or too large package.
    """
    with file.path.open("rb") as raw:
        packed = raw.read(4) in (b"PK\x03\x04",) or file.stem != file.name.lower()
    if not packed:
        yield file.path.resolve()
        return
    with tempfile.TemporaryDirectory(prefix="enduse-") as folder:
        path = Path(folder) / "unpacked"
        with file.open() as stream, path.open("wb") as copy:
            shutil.copyfileobj(stream, copy)
        yield path
