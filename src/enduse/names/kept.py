"""Readings of names kept beside an index, for the one after it to take over.

    readings.bin   the columns of parts of the listings, one part behind the other
    readings.json  by what made them, where each part is, and a hash of its bytes;
                   and a hash of all that

Lists change by a few listings at a time, and to read the names of all of them is most
of the work of an index. A part is known again by a hash of all that is read of it, so
that it gives what reading it anew would give: the same bytes.
"""

import sys
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from importlib.resources.abc import Traversable
from math import prod
from pathlib import Path
from typing import Any, BinaryIO, NamedTuple

import numpy as np
import orjson

from enduse.names import store
from enduse.names.columns import Asked, Columns

_BLOCKS, _PLACES = "readings.bin", "readings.json"
_HEAD = 8  # bytes that say how long the head of a part is
_LIBRARIES = ("anyascii", "pycountry", "rapidfuzz")  # names are read with their tables


class _Place(NamedTuple):
    """Where a part is, and the hash of its bytes."""

    start: int
    size: int
    check: str


class Kept:
    """Columns read for indexes before, and those of the index that is made.

    `folder` is of the index that is made, `before` are those of others. *Unknown*: what
    is missing, damaged or made by other code is read anew.
    """

    def __init__(self, folder: Path, before: Iterable[Path] = ()) -> None:
        self._folder = folder
        self._made_by = _made_by()
        self._held: list[BinaryIO] = []
        self._known: dict[str, tuple[BinaryIO, _Place]] = {}
        for one in before:
            self._open(one)
        self._places: dict[str, _Place] = {}
        self._written = 0
        self._out: BinaryIO | None = None

    def _open(self, folder: Path) -> None:
        with suppress(OSError, ValueError, KeyError, TypeError):
            plain = orjson.loads((folder / _PLACES).read_bytes())
            parts = plain["parts"]
            if (plain["made_by"], plain["check"]) != (self._made_by, _check_of(parts)):
                return
            stream = (folder / _BLOCKS).open("rb")
            self._held.append(stream)
            for key, place in parts.items():
                self._known[key] = stream, _Place(*place)

    def columns(self, key: str) -> Columns | None:
        """The columns of the names with that key as they were read before, or None."""
        if key not in self._known:
            return None
        stream, place = self._known[key]
        try:
            stream.seek(place.start)
            block = stream.read(place.size)
        except OSError:
            return None
        return _unpacked(block) if _check(block) == place.check else None

    def keep(self, key: str, columns: Columns) -> None:
        """Keeps the columns of names for the next index."""
        if self._out is None:
            self._out = (self._folder / _BLOCKS).open("wb")
        block = _packed(columns)
        self._out.write(block)
        place = _Place(self._written, len(block), _check(block))
        self._places[key] = place
        self._written += len(block)

    def close(self) -> None:
        """Writes down where all is: without it nothing is known to be kept."""
        for stream in self._held:
            stream.close()
        if self._out is not None:
            self._out.close()
            parts = {key: list(place) for key, place in self._places.items()}
            made_by, check = self._made_by, _check_of(parts)
            plain = {"made_by": made_by, "check": check, "parts": parts}
            (self._folder / _PLACES).write_bytes(orjson.dumps(plain))


def drop(folder: Path) -> None:
    """Removes what is kept beside an index; a reader that has it open keeps it."""
    for name in (_PLACES, _BLOCKS):
        with suppress(OSError):
            (folder / name).unlink()


def _made_by() -> str:
    """What the reading of names rests on: code, tables, and those of libraries."""
    said = [store.version(), _code(), unicodedata.unidata_version, sys.version]
    return " ".join([*said, *map(version, _LIBRARIES)])


def _code() -> str:
    """A hash of all code of names.

    The version of an index is of less; but what is kept is handed on from one index to
    the next, and a fault would go with it.
    """
    made = blake2b(digest_size=8)
    for code in _sources(files("enduse.names")):
        made.update(code)
    return made.hexdigest()


def _sources(folder: Traversable) -> Iterator[bytes]:
    for file in sorted(folder.iterdir(), key=lambda file: file.name):
        if file.is_dir():
            yield from _sources(file)
        elif not file.name.endswith(".pyc"):
            yield file.read_bytes()


def key_of(asked: Sequence[Asked]) -> str:
    """The key of all that is read of some listings' names."""
    raw = repr(asked).encode("utf-8", "surrogatepass")
    return blake2b(raw, digest_size=16).hexdigest()


def _check(block: bytes) -> str:
    return blake2b(block, digest_size=8).hexdigest()


def _check_of(parts: Mapping[str, Any]) -> str:
    return _check(orjson.dumps(parts))


def _packed(columns: Columns) -> bytes:
    """Columns as bytes: the length of a head, the head, and every array behind it."""
    arrays = {name: np.ascontiguousarray(x) for name, x in columns.arrays.items()}
    head = orjson.dumps([
        columns.words,
        columns.pairs,
        sorted(columns.spellings),
        [(name, one.dtype.str, one.shape) for name, one in arrays.items()],
    ])  # fmt: skip
    size = len(head).to_bytes(_HEAD, "little")
    return b"".join([size, head, *(one.tobytes() for one in arrays.values())])


def _unpacked(block: bytes) -> Columns:
    at = _HEAD + int.from_bytes(block[:_HEAD], "little")
    words, pairs, spellings, shapes = orjson.loads(block[_HEAD:at])
    arrays = {}
    for name, kind, shape in shapes:
        count = prod(shape)
        one = np.frombuffer(block, dtype=kind, count=count, offset=at)
        arrays[name] = one.reshape(shape)
        at += one.nbytes
    both = frozenset((word, token) for word, token in spellings)
    return Columns(tuple(words), tuple(pairs), both, arrays)
