"""Payments that have gone by: kept on disk, so that a deal found later can name them.

Memory does not grow with their number: a file holds the payments, another for each
number-like word in their texts a hash and the payment's place.
"""

import contextlib
import struct
import tempfile
import zlib
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from types import TracebackType
from typing import IO

import numpy as np

from enduse.model import Text
from enduse.pipeline import case_codec
from enduse.pipeline.case import Case
from enduse.pipeline.deals.keys import words

_ENTRY = np.dtype([("word", "<u8"), ("at", "<u8")])
_Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]
_PAIR = struct.Struct("<QQ")
_LENGTH = 4
_CHUNK = 1 << 18  # entries looked through at a time
MOST = 2_000
"""Payments given back for the deals of one run: what is past them is not compared."""


class Passed:
    """A context that keeps payments on disk until it ends."""

    def __enter__(self) -> "Passed":
        self._open = contextlib.ExitStack()
        self._payments: IO[bytes] = self._open.enter_context(tempfile.TemporaryFile())
        self._index: IO[bytes] = self._open.enter_context(tempfile.TemporaryFile())
        self._end = 0
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        fault: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self._open.close()

    def add(self, case: Case) -> None:
        """Keeps a payment that says something like a number. *Raises* OSError."""
        said = words(f.value.text for f in case.facts if isinstance(f.value, Text))
        if not said:
            return
        data = zlib.compress(case_codec.encode(case), 1)
        for word in said:
            self._index.write(_PAIR.pack(_hash(word), self._end))
        self._payments.write(len(data).to_bytes(_LENGTH, "little") + data)
        self._end += _LENGTH + len(data)

    def naming(self, values: Iterable[str]) -> Iterator[Case]:
        """The payments whose texts hold one of these numbers, in their order."""
        wanted = np.array(sorted({_hash(value) for value in values}), "<u8")
        for place in sorted(self._places(wanted))[:MOST]:
            self._payments.seek(place)
            length = int.from_bytes(self._payments.read(_LENGTH), "little")
            yield case_codec.decode(zlib.decompress(self._payments.read(length)))

    def _places(self, wanted: _Hashes) -> set[int]:
        found: set[int] = set()
        self._index.seek(0)
        while data := self._index.read(_CHUNK * _ENTRY.itemsize):
            entries = np.frombuffer(data, _ENTRY)
            held = np.isin(entries["word"], wanted)
            found.update(int(at) for at in entries["at"][held])
        return found


def _hash(word: str) -> int:
    data = word.encode("utf-8", "surrogatepass")
    return int.from_bytes(blake2b(data, digest_size=8).digest(), "little")
