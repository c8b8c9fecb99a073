"""The known lines of an index: class, kind, source and text of each, memory-mapped.

    line.class.npy, line.kind.npy, line.source.npy    a number each
    line.start.npy, line.text.npy                     where its text begins; all texts
    line.hash.npy                                     of its text and class
    line.same.npy                                     the first line that is the same

`sources.json` names the sources. Lines are only ever added at the end.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from enduse.goods.classify.corpus import Line

KINDS = ("nomenclature", "words", "learned")


@dataclass(frozen=True, slots=True)
class KnownLines:
    """Columns of one length (`start` has one more), and the names of the sources."""

    of_class: NDArray[np.int32]
    kind: NDArray[np.int8]
    source: NDArray[np.int32]
    start: NDArray[np.int64]
    text: NDArray[np.uint8]
    hash: NDArray[np.uint64]
    same: NDArray[np.int32]
    sources: tuple[str, ...]

    def __len__(self) -> int:
        return len(self.of_class)

    @classmethod
    def of(cls, lines: Sequence[Line], place_of: dict[str, int]) -> "KnownLines":
        """The columns of these lines; `place_of` is the class of each code."""
        sources = tuple(dict.fromkeys(line.source for line in lines))
        number = {source: n for n, source in enumerate(sources)}
        texts = [line.text.encode("utf-8", "surrogatepass") for line in lines]
        hashes = np.array([_hashed(line.hs6, text) for line, text in zip(
            lines, texts, strict=True)], np.uint64)  # fmt: skip
        return cls(
            np.array([place_of[line.hs6] for line in lines], np.int32),
            np.array([KINDS.index(line.kind) for line in lines], np.int8),
            np.array([number[line.source] for line in lines], np.int32),
            np.cumsum([0, *map(len, texts)], dtype=np.int64),
            np.frombuffer(b"".join(texts), np.uint8),
            hashes,
            _first_of(hashes),
            sources,
        )

    @classmethod
    def read(cls, folder: Path) -> "KnownLines":
        """The columns that were written into a folder. *Raises* OSError, ValueError."""
        paths = (_path(folder, name) for name in _columns())
        columns = [np.load(p, mmap_mode="r", allow_pickle=False) for p in paths]
        sources = orjson.loads((folder / "sources.json").read_bytes())
        told: list[Any] = [*map(np.asarray, columns), tuple(map(str, sources))]
        return cls(*told)

    def write(self, folder: Path) -> None:
        """Write the columns into a folder."""
        for name in _columns():
            np.save(_path(folder, name), getattr(self, name))
        (folder / "sources.json").write_bytes(orjson.dumps(self.sources))

    def followed_by(self, more: "KnownLines") -> "KnownLines":
        """These lines and then those."""
        sources = tuple(dict.fromkeys((*self.sources, *more.sources)))
        number = {source: n for n, source in enumerate(sources)}
        moved = np.array([number[s] for s in more.sources], np.int32)
        hashes = np.concatenate([self.hash, more.hash])
        return KnownLines(
            np.concatenate([self.of_class, more.of_class]),
            np.concatenate([self.kind, more.kind]),
            np.concatenate([self.source, moved[more.source]]),
            np.concatenate([self.start, more.start[1:] + self.start[-1]]),
            np.concatenate([self.text, more.text]),
            hashes,
            np.concatenate([self.same, self._first_of(more.hash)]),
            sources,
        )

    def learned_with(self, numbers: NDArray[Any]) -> NDArray[np.int64]:
        """The source that each of these lines was learned from; -1 for others."""
        learned = self.kind[numbers] == KINDS.index("learned")
        return np.where(learned, self.source[numbers], -1).astype(np.int64)

    def _first_of(self, hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
        """For each hash of a line that follows the first line that has it."""
        first: dict[int, int] = {}
        held = np.flatnonzero(np.isin(self.hash, hashes))
        for number, own in zip(held.tolist(), self.hash[held].tolist(), strict=True):
            first.setdefault(own, number)
        for number, own in enumerate(hashes.tolist(), len(self)):
            first.setdefault(own, number)
        return np.array([first[own] for own in hashes.tolist()], np.int32)

    def text_of(self, number: int) -> str:
        """The text of a line."""
        start, end = int(self.start[number]), int(self.start[number + 1])
        held: Any = self.text[start:end]
        return str(bytes(held), "utf-8", "surrogatepass")

    def told_of(self, numbers: Sequence[int]) -> Iterator[tuple[str, int, str]]:
        """Text, class and source of some lines, in the order asked for."""
        rows = np.array(numbers, np.int64)
        begins, ends = self.start[rows].tolist(), self.start[rows + 1].tolist()
        of_class, source = self.of_class[rows].tolist(), self.source[rows].tolist()
        held = self.text.data
        for begin, end, own, n in zip(begins, ends, of_class, source, strict=True):
            yield str(held[begin:end], "utf-8", "surrogatepass"), own, self.sources[n]

    def source_of(self, number: int) -> str:
        """The name of the source of a line."""
        return self.sources[int(self.source[number])]


def _columns() -> list[str]:
    return [field.name for field in fields(KnownLines) if field.name != "sources"]


def _path(folder: Path, name: str) -> Path:
    return folder / f"line.{name.removeprefix('of_')}.npy"


def _hashed(hs6: str, text: bytes) -> int:
    found = hashlib.blake2b(hs6.encode() + text, digest_size=8).digest()
    return int.from_bytes(found, "little")


def _first_of(hashes: NDArray[np.uint64]) -> NDArray[np.int32]:
    """For each line the first that has its hash."""
    _, first, inverse = np.unique(hashes, return_index=True, return_inverse=True)
    return first.astype(np.int32)[inverse]
