"""Payments that have gone by: kept on disk, so that a deal found later can name them.

Memory does not grow with their number: a file holds the payments, packed some at a
time, another for each number-like word in their texts a hash and the payment's place.
"""

import contextlib
import struct
import tempfile
from collections.abc import Iterable, Iterator
from hashlib import blake2b
from types import TracebackType
from typing import IO

import numpy as np
import pyarrow as pa

from enduse.model import Text
from enduse.pipeline import case_codec
from enduse.pipeline.case import Case
from enduse.pipeline.deals.keys import words

_ENTRY = np.dtype([("word", "<u8"), ("at", "<u8")])
_Hashes = np.ndarray[tuple[int], np.dtype[np.uint64]]
_PAIR = struct.Struct("<QQ")
_HEAD = struct.Struct("<II")  # bytes of a pack as it lies there, and unpacked
_CHUNK = 1 << 18  # entries looked through at a time
_TOGETHER = 32  # payments in a pack: alike, they take a twentieth of their length
_CODEC = "zstd"
MOST = 2_000
"""Payments given back for the deals of one run: what is past them is not compared."""


class Passed:
    """A context that keeps payments on disk until it ends."""

    def __enter__(self) -> "Passed":
        self._open = contextlib.ExitStack()
        self._payments: IO[bytes] = self._open.enter_context(tempfile.TemporaryFile())
        self._index: IO[bytes] = self._open.enter_context(tempfile.TemporaryFile())
        self._end = 0
        self._waiting: list[bytes] = []
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
        said = words(f.value.text for f in case.facts if type(f.value) is Text)
        if not said:
            return
        place = self._end * _TOGETHER + len(self._waiting)
        self._index.write(b"".join([_PAIR.pack(_hash(word), place) for word in said]))
        self._waiting.append(case_codec.encode(case))
        if len(self._waiting) == _TOGETHER:
            self._pack()

    def naming(self, values: Iterable[str]) -> Iterator[Case]:
        """The payments whose texts hold one of these numbers, in their order."""
        self._pack()
        wanted = np.array(sorted({_hash(value) for value in values}), "<u8")
        for place in sorted(self._places(wanted))[:MOST]:
            start, number = divmod(place, _TOGETHER)
            yield case_codec.decode(self._unpacked(start)[number])

    def _pack(self) -> None:
        """Writes the payments that wait; each is a line, for JSON has none in it."""
        if not self._waiting:
            return
        plain = b"\n".join(self._waiting)
        data = pa.compress(plain, codec=_CODEC, asbytes=True)
        self._payments.write(_HEAD.pack(len(data), len(plain)) + data)
        self._end += _HEAD.size + len(data)
        self._waiting = []

    def _unpacked(self, start: int) -> list[bytes]:
        self._payments.seek(start)
        length, plain = _HEAD.unpack(self._payments.read(_HEAD.size))
        data = self._payments.read(length)
        unpacked = pa.decompress(data, plain, codec=_CODEC, asbytes=True)
        return bytes(unpacked).split(b"\n")

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
