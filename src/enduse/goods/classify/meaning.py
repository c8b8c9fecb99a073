"""What the words of a description mean, held against what each class means.

A word stands for a direction. The package brings directions of English words
(`vectors.npz`, made by `tools/make_goods_vectors.py`); every other word of the known
lines, of any language, gets the direction of the classes it stands in. A line is the
sum of its words, a class the mean of its lines, and both are seen where lines of one
class lie close together.

*Source*: linear discriminant analysis, Fisher (1936); summing word vectors by rarity,
Arora, Liang and Ma (2017).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import features
from enduse.goods.classify.shared_files import keep

LEAST = 2  # lines a word stands in before it gets a direction of its own
RIDGE = 0.3  # of the mean spread within a class
_STEP = 20_000
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]
Lines = NDArray[np.int32]
Halves = NDArray[np.float16]


@dataclass(frozen=True, slots=True)
class Meaning:
    """Directions of words, where they are seen from, and those of every class.

    `feature` is sorted and has a row of `vector` each; a class without lines is zero.
    """

    feature: Lines
    vector: NDArray[np.float16]
    middle: Floats
    view: Floats
    of_class: Floats

    @classmethod
    def read(cls, folder: Path) -> "Meaning":
        """The arrays of an index's folder, memory-mapped."""
        names = ("feature", "vector", "middle", "view", "class")
        paths = (_path(folder, name) for name in names)
        return cls(*(np.asarray(np.load(p, mmap_mode="r")) for p in paths))

    def likeness(self, counts: Any, idf: Floats) -> Floats:
        """How alike each text of `counts` and each class are, from -1 to 1."""
        line = _direction(self.feature, self.vector, counts, idf)
        seen = (line - self.middle) @ self.view
        found: Floats = _unit(seen) @ np.asarray(self.of_class).T
        return found


def write(folder: Path, counts: Any, idf: Floats, *, of: Lines, classes: int) -> None:
    """Write what the words of these lines mean; `of` is the class of each line."""
    from scipy import sparse

    where = (of, np.arange(len(of)))
    one = np.ones(len(of), np.float32)
    member = sparse.csr_matrix((one, where), shape=(classes, len(of)))
    early = _early(*_shipped(), counts=counts, idf=idf, member=member)
    shipped, more = _shipped(), _others(_shipped()[0], counts, member, early)
    feature, vector = _joined(shipped[0], shipped[1].astype(np.float16), *more)
    size = np.asarray(member.sum(1)).ravel()
    told = np.zeros((classes, vector.shape[1]), np.float32)
    spread = np.zeros((vector.shape[1],) * 2, np.float32)
    for begin, line in _directions(feature, vector, counts, idf):
        told = _added(told, line, of[begin : begin + len(line)])
        spread += line.T @ line
    middle = told.sum(0) / max(len(of), 1)
    mean = told / np.maximum(size, 1)[:, None]
    view = _view(spread - (mean * size[:, None]).T @ mean, len(of))
    seen = _seen(told, size, middle, view)
    made = (feature.astype(np.int32), vector, middle, view)
    names = ("feature", "vector", "middle", "view", "early", "told", "class")
    for name, array in zip(names, (*made, early, told, seen), strict=True):
        np.save(_path(folder, name), array)


def write_grown(
    folder: Path, base: Path, counts: Any, idf: Floats, *, of: Lines, size: Ints
) -> None:
    """Write the same with the lines that came since the whole was written.

    Words that only these hold get their directions from these; others keep theirs.
    `size` is how many lines each class has now.
    """
    from scipy import sparse

    first = "first." if _path(base, "first.told").exists() else ""
    for name in ("feature", "vector", "told"):
        keep(_path(base, first + name), _path(folder, f"first.{name}"))
    for name in ("middle", "view", "early"):
        keep(_path(base, name), _path(folder, name))
    firsts = ("first.feature", "first.vector", "first.told", "middle", "view", "early")
    feature, vector, told, *seen_from, early = (
        np.load(_path(folder, name), mmap_mode="r") for name in firsts
    )
    where = (of, np.arange(len(of)))
    one = np.ones(len(of), np.float32)
    member = sparse.csr_matrix((one, where), shape=(len(size), len(of)))
    before = np.rint(np.exp(idf.max() - idf)) - 1  # lines a feature stood in
    more = _others(feature, counts, member, early, before=before)
    feature, vector = _joined(feature, vector, *more)
    for begin, line in _directions(feature, vector, counts, idf):
        told = _added(told, line, of[begin : begin + len(line)])
    made = (feature.astype(np.int32), vector, told)
    for name, array in zip(("feature", "vector", "told"), made, strict=True):
        np.save(_path(folder, name), array)
    np.save(_path(folder, "class"), _seen(told, size, *seen_from))


def _added(told: Floats, line: Floats, of: Lines) -> Floats:
    """What is told of each class and, line by line, what these lines add."""
    from scipy import sparse

    rows, more = len(told), len(line)
    column = np.concatenate([np.arange(rows), rows + np.arange(more)])
    where = (np.concatenate([np.arange(rows), of]), column)
    one = np.ones(rows + more, np.float32)
    member = sparse.csr_matrix((one, where), shape=(rows, rows + more))
    return np.asarray(member @ np.concatenate([told, line]), np.float32)


def _seen(told: Floats, size: Ints, middle: Floats, view: Floats) -> Floats:
    """The direction of each class, seen where lines of a class lie close."""
    mean = told / np.maximum(size, 1)[:, None].astype(np.float32)
    found: Floats = _unit((mean - middle) @ view) * (size > 0)[:, None]
    return found


def _path(folder: Path, name: str) -> Path:
    return folder / f"meaning.{name}.npy"


@cache
def _shipped() -> tuple[Ints, Floats]:
    """Features and directions of the words that the package brings."""
    with files(__package__).joinpath("vectors.npz").open("rb") as stream:
        table = np.load(stream, allow_pickle=False)
        words = table["words"].tobytes().decode().split("\n")
        vectors = _unit(table["vectors"].astype(np.float32))
    feature = np.full(len(words), -1, np.int64)
    for begin in range(0, len(words), features.BATCH):
        for row, found in features.words_of(words[begin : begin + features.BATCH]):
            feature[begin + row] = found
    unique, first = np.unique(feature, return_index=True)
    return unique, vectors[first]


def _early(
    feature: Ints, vector: Floats, *, counts: Any, idf: Floats, member: Any
) -> Floats:
    """The direction of each class by these words alone."""
    of_class = np.zeros((member.shape[0], vector.shape[1]), np.float32)
    middle = np.zeros(vector.shape[1], np.float32)
    for begin, line in _directions(feature, vector, counts, idf):
        of_class += member[:, begin : begin + len(line)] @ line
        middle += line.sum(0)
    size = np.asarray(member.sum(1))
    return _unit(of_class - size * (middle / max(counts.shape[0], 1)))


def _others(
    feature: NDArray[Any],
    counts: Any,
    member: Any,
    early: Floats,
    *,
    before: NDArray[Any] | None = None,
) -> tuple[Ints, Halves]:
    """Every other word of the lines, and its direction by the classes it stands in.

    `before` is in how many lines each feature stood that `counts` doesn't have.
    """
    said, lines = np.unique(counts.indices, return_counts=True)
    enough = lines + (0 if before is None else before[said]) >= LEAST
    words = said[enough & (said & 3 == features.WORD)]
    more = words[~np.isin(words, feature)].astype(np.int64)
    there = counts[:, more]
    there.data[:] = 1
    new = _unit(np.asarray((there.T @ member.T) @ early, np.float32))
    return more, new.astype(np.float16)


def _joined(
    feature: NDArray[Any], vector: Halves, more: Ints, new: Halves
) -> tuple[NDArray[Any], Halves]:
    """Words and others between them, in order."""
    place = np.searchsorted(feature, more)
    return np.insert(feature, place, more), np.insert(vector, place, new, axis=0)


def _directions(
    feature: NDArray[Any], vector: NDArray[Any], counts: Any, idf: Floats
) -> Iterator[tuple[int, Floats]]:
    """Where each block of lines begins, and the direction of each of its lines."""
    for begin in range(0, counts.shape[0], _STEP):
        block = counts[begin : begin + _STEP]
        yield begin, _direction(feature, vector, block, idf)


def _direction(
    feature: NDArray[Any], vector: NDArray[Any], counts: Any, idf: Floats
) -> Floats:
    """The direction of each text: that of its words together."""
    place, held = _held(counts, feature)
    used, column = np.unique(place, return_inverse=True)
    asked = _weighed(counts, idf, held, column, len(used))
    return _unit(asked @ vector[used].astype(np.float32))


def _held(counts: Any, feature: NDArray[Any]) -> tuple[Ints, Ints]:
    """Places in `feature` of those values of `counts` that are there, and which."""
    words = np.flatnonzero((counts.indices & 3) == features.WORD)
    said = counts.indices[words]
    place = np.searchsorted(feature, said).clip(max=len(feature) - 1)
    held = np.asarray(feature)[place] == said
    return place[held], words[held]


def _weighed(counts: Any, idf: Floats, held: Ints, column: Ints, width: int) -> Any:
    """Texts by words: each count by the root of the word's rarity."""
    from scipy import sparse

    value = counts.data[held] * np.sqrt(np.asarray(idf)[counts.indices[held]])
    start = np.searchsorted(held, counts.indptr)
    shape = (counts.shape[0], width)
    return sparse.csr_matrix((value, column, start), shape=shape)


def _view(within: Floats, lines: int) -> Floats:
    """The map under which what differs within a class counts little."""
    size = len(within)
    mean = within / max(lines, 1)
    ridge = RIDGE * max(float(np.trace(mean)) / size, 1e-6)
    spread, axes = np.linalg.eigh(mean + ridge * np.eye(size, dtype=np.float32))
    return np.asarray(axes / np.sqrt(spread), np.float32)


def _unit(rows: NDArray[Any]) -> Floats:
    """Rows of length one; an empty one stays so."""
    length = np.sqrt(np.einsum("rd,rd->r", rows, rows))[:, None]
    return np.asarray(rows / np.where(length > 0, length, 1), np.float32)
