"""The arrays a description is held against, memory-mapped.

    <home>/goods-index/<key>/
        line.*.npy       class, kind, source and text of every line
        idf.npy          weight of every feature
        near.*.npy       feature -> lines that have it (only the heaviest), weights
        class.*.npy      feature -> classes it speaks for, log evidence
        bias.npy         what a class gains or loses for each feature it says nothing of
        meaning.*.npy    directions of words and of classes
        told.*.npy       what evidence and bias were made of, for lines that come later
        model.json       versions, line count, fusion weights, statistics

`key` is a hash of the segments and of this code's versions: an index is right or
missing.
"""

import hashlib
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from functools import cache, cached_property
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from enduse.errors import LibraryCorrupt
from enduse.goods import hs
from enduse.goods.classify import features, meaning
from enduse.goods.classify.corpus import EDITION, Segment
from enduse.goods.classify.known_lines import KnownLines
from enduse.goods.classify.sparse_rows import Matrix
from enduse.goods.classify.usual import Usual

VERSION = 10
FOLDER = "goods-index"
Floats = NDArray[np.float32]


@cache
def classes() -> tuple[str, ...]:
    """Every code of the newest edition, in order: a class is its place here."""
    return tuple(sorted(hs.codes(EDITION)))


@cache
def groups(digits: int) -> NDArray[np.int64]:
    """The number of the heading or chapter of each class."""
    starts = [code[:digits] for code in classes()]
    place = {start: n for n, start in enumerate(dict.fromkeys(starts))}
    return np.array([place[start] for start in starts], np.int64)


@cache
def place_of() -> dict[str, int]:
    """The class of each code."""
    return {code: n for n, code in enumerate(classes())}


def classes_of(starts: Iterable[str]) -> NDArray[np.bool_]:
    """Which classes have a code that begins so."""
    found, codes = np.zeros(len(classes()), bool), classes()
    for start in starts:
        found[bisect_left(codes, start) : bisect_left(codes, f"{start}~")] = True
    return found


def key_of(segments: Sequence[Segment]) -> str:
    """The name of the folder built from these segments, 16 hex digits."""
    parts = [made_by(), *(segment.key for segment in segments)]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def made_by() -> str:
    """The versions of the code that makes an index."""
    return f"index {VERSION} features {features.VERSION}"


class Index:
    """An index on disk. *Raises* LibraryCorrupt where a file is missing or cut.

    `near` is feature by line: how much the feature leads to the line; `evidence`
    feature by class: how much it speaks for the class.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.info: dict[str, Any] = orjson.loads(
                (folder / "model.json").read_bytes()
            )
            self.idf: Floats = array(folder, "idf")
            self.bias: Floats = array(folder, "bias")
            self.near = matrix(folder, "near")
            self.evidence = matrix(folder, "class")
            self.lines = KnownLines.read(folder)
            self.meaning = meaning.Meaning.read(folder)
        except (OSError, ValueError, EOFError) as fault:
            raise LibraryCorrupt(str(folder), f"not an index: {fault}") from None

    @cached_property
    def usual(self) -> Usual:
        """How usual each class is in what was learned from each source."""
        return Usual(self.lines, groups(4))


def array(folder: Path, name: str) -> Any:
    """An array of an index, memory-mapped. *Raises* OSError, ValueError."""
    path = folder / f"{name}.npy"
    return np.asarray(np.load(path, mmap_mode="r", allow_pickle=False))


def matrix(folder: Path, name: str) -> Matrix:
    """A sparse matrix of an index. *Raises* OSError, ValueError."""
    return Matrix(*(array(folder, f"{name}.{p}") for p in ("start", "column", "value")))
