"""A message in memory that readers take for a file."""

import io
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from enduse.files.source_file import HEAD_BYTES, SourceFile
from enduse.model import Origin


class Held(SourceFile):
    """Bytes under the name and hash of the file that carries them."""

    def __init__(self, outer: Origin, data: bytes) -> None:
        super().__init__(Path(outer.source), outer.source)
        self.__dict__["sha256"] = outer.sha256
        self.__dict__["_data"] = data

    def read_head(self) -> bytes:
        """The first 64 KiB."""
        data: bytes = self.__dict__["_data"]
        return data[:HEAD_BYTES]

    @contextmanager
    def open(self) -> Iterator[IO[bytes]]:
        """A binary stream of the content."""
        yield io.BytesIO(self.__dict__["_data"])
