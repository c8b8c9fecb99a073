"""The arrays a description is held against, built once and memory-mapped.

    <home>/goods-index/<key>/
        lines.arrow      text, class, source of every line
        idf.npy          weight of every feature
        near.*.npy       feature -> lines that have it (only the heaviest), weights
        class.*.npy      feature -> classes it speaks for, log evidence
        bias.npy         what a class gains or loses for each feature it says nothing of
        meaning.*.npy    directions of words and of classes
        model.json       versions, class count, fusion weights

`key` is a hash of the segments and of this code's versions: an index is right or
missing.
"""

import hashlib
import shutil
import tempfile
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
import orjson
from numpy.typing import NDArray

from enduse.errors import LibraryCorrupt
from enduse.goods import hs
from enduse.goods.classify import features, meaning
from enduse.goods.classify.corpus import EDITION, Line, Segment

if TYPE_CHECKING:
    import pyarrow as pa

VERSION = 5
FOLDER = "goods-index"
Floats = NDArray[np.float32]
Ints = NDArray[np.int32]
_KEPT = 72  # features of a line that lead to it
_LONGEST = 2500  # lines a feature leads to; the heaviest are kept
_CLASSES = 192  # classes a feature speaks for
_MU = 1.0
KINDS = ("nomenclature", "words", "learned")


@cache
def classes() -> tuple[str, ...]:
    """Every code of the newest edition, in order: a class is its place here."""
    return tuple(sorted(hs.codes(EDITION)))


def key_of(segments: Sequence[Segment]) -> str:
    """The name of the folder built from these segments, 16 hex digits."""
    parts = [f"index {VERSION} features {features.VERSION}"]
    parts += [segment.key for segment in segments]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Matrix:
    """A sparse matrix by rows, in three arrays that may lie on disk."""

    start: NDArray[np.int64]
    column: Ints
    value: Floats

    def scipy(self, width: int) -> Any:
        """The same for scipy, without copying and without a check of every index."""
        from scipy import sparse

        shape = (len(self.start) - 1, width)
        made = sparse.csr_matrix(shape, dtype=np.float32)
        index = np.int32 if len(self.column) < 2**31 else np.int64
        made.data = self.value
        made.indices = self.column
        made.indptr = np.asarray(self.start, dtype=index)
        return made


class Index:
    """An index on disk. *Raises* LibraryCorrupt where a file is missing or cut."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            self.info = orjson.loads((folder / "model.json").read_bytes())
            self.idf: Floats = self._array("idf")
            self.bias: Floats = self._array("bias")
            self.line_class: Ints = self._array("line_class")
            self.line_kind: NDArray[np.int8] = self._array("line_kind")
            self._near = self._matrix("near")
            self._class = self._matrix("class")
            self.meaning = meaning.Meaning.read(folder)
        except (OSError, ValueError, EOFError) as fault:
            raise LibraryCorrupt(str(folder), f"not an index: {fault}") from None

    @cached_property
    def near(self) -> Any:
        """Feature by line: how much the feature leads to the line."""
        return self._near.scipy(len(self.line_class))

    @cached_property
    def near_sizes(self) -> NDArray[np.int64]:
        """How many lines each feature leads to."""
        return np.diff(self._near.start)

    @cached_property
    def evidence(self) -> Any:
        """Feature by class: how much the feature speaks for the class."""
        return self._class.scipy(len(self.bias))

    @cached_property
    def lines(self) -> "pa.Table":
        """Text and source of every line."""
        import pyarrow as pa

        path = self.folder / "lines.arrow"
        try:
            with pa.memory_map(str(path)) as source:
                return pa.ipc.open_file(source).read_all()
        except (OSError, pa.ArrowInvalid) as fault:
            raise LibraryCorrupt(str(path), str(fault)) from None

    def _array(self, name: str) -> Any:
        return np.load(self.folder / f"{name}.npy", mmap_mode="r", allow_pickle=False)

    def _matrix(self, name: str) -> Matrix:
        return Matrix(
            *(self._array(f"{name}.{p}") for p in ("start", "column", "value"))
        )


@contextmanager
def building(folder: Path) -> Iterator[Path]:
    """A scratch folder that becomes `folder` when the block ends without an error."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    scratch = Path(tempfile.mkdtemp(dir=folder.parent, prefix=".scratch-"))
    try:
        yield scratch
        if folder.exists():
            shutil.rmtree(folder)
        scratch.chmod(0o755)
        scratch.replace(folder)
    finally:
        shutil.rmtree(scratch, ignore_errors=True)


def write(
    place: Path, lines: Sequence[Line], counts: Any, info: Mapping[str, Any]
) -> None:
    """Write the arrays of these lines, whose features are `counts`, into `place`."""
    place_of = {code: n for n, code in enumerate(classes())}
    line_class = np.array([place_of[line.hs6] for line in lines], np.int32)
    line_kind = np.array([KINDS.index(line.kind) for line in lines], np.int8)
    held = np.bincount(counts.indices, minlength=features.SIZE)
    idf = (np.log((len(lines) + 1) / (held + 1)) + 1).astype(np.float32)
    np.save(place / "idf.npy", idf)
    np.save(place / "line_class.npy", line_class)
    np.save(place / "line_kind.npy", line_kind)
    _save(place, "near", _near(counts, idf))
    evidence, bias = _evidence(counts, line_class, len(place_of))
    _save(place, "class", evidence)
    np.save(place / "bias.npy", bias)
    meaning.write(place, counts, idf, of=line_class, classes=len(place_of))
    _write_lines(place / "lines.arrow", lines)
    told = {"version": VERSION, "lines": len(lines), **info}
    (place / "model.json").write_bytes(orjson.dumps(told))


def feature_matrix(
    texts: Sequence[str], progress: Callable[[int], None] = lambda _: None
) -> Any:
    """Texts by features: 1 + log of how often each stands there."""
    from scipy import sparse

    columns, values, sizes = [], [], [np.zeros(1, np.int64)]
    for begin in range(0, len(texts), features.BATCH):
        batch = texts[begin : begin + features.BATCH]
        found = features.counts_of(batch)
        columns.append(found.feature.astype(np.int32))
        values.append(1 + np.log(found.count))
        sizes.append(np.bincount(found.row, minlength=len(batch)))
        progress(begin + len(batch))
    start = np.cumsum(np.concatenate(sizes))
    shape = (len(texts), features.SIZE)
    if not columns:
        return sparse.csr_matrix(shape, dtype=np.float32)
    data = (np.concatenate(values), np.concatenate(columns), start)
    return sparse.csr_matrix(data, shape=shape, dtype=np.float32)


VIEW_WEIGHT = np.array([1.0, 0.6, 0.7, 0.8], np.float32)  # word, letters, pair, part


def weighed(counts: Any, idf: Floats) -> Any:
    """Rows of unit length: each count by its rarity and its view."""
    made = counts.copy()
    made.data = made.data * idf[made.indices] * VIEW_WEIGHT[made.indices & 3]
    return unit_rows(made)


def unit_rows(matrix: Any) -> Any:
    """The matrix with every row that is not empty scaled to length one, in place."""
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    length = np.sqrt(np.bincount(row, matrix.data**2, matrix.shape[0]))
    length[length == 0] = 1
    matrix.data = (matrix.data / length[row]).astype(np.float32)
    return matrix


def ranks_in_row(
    matrix: Any,
) -> tuple[NDArray[np.int64], NDArray[np.int64], NDArray[np.int64]]:
    """Row of each value; the places by row, greatest first; the rank of each of them.

    Equal values keep their order.
    """
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    order = np.lexsort((-matrix.data, row))
    return row, order, np.arange(len(order)) - matrix.indptr[row]


def heaviest(matrix: Any, kept: int) -> Any:
    """The matrix with at most `kept` values in a row, the greatest."""
    from scipy import sparse

    size = np.diff(matrix.indptr)
    keep = np.ones(len(matrix.data), bool)
    for row in np.flatnonzero(size > kept).tolist():
        piece = slice(matrix.indptr[row], matrix.indptr[row + 1])
        value = matrix.data[piece]
        least = np.partition(value, len(value) - kept)[-kept]
        keep[piece] = value > least
        same = np.flatnonzero(value == least)
        spare = kept - int((value > least).sum())
        keep[piece.start + same[:spare]] = True
    start = np.concatenate([[0], np.cumsum(np.minimum(size, kept))])
    data = (matrix.data[keep], matrix.indices[keep], start)
    return sparse.csr_matrix(data, shape=matrix.shape)


def _near(counts: Any, idf: Floats) -> Matrix:
    by_line = heaviest(weighed(counts, idf), _KEPT)
    return _matrix(heaviest(by_line.T.tocsr(), _LONGEST))


def _evidence(counts: Any, line_class: Ints, size: int) -> tuple[Matrix, Floats]:
    """Log of how much likelier a feature is in a class than anywhere, and the bias.

    *Source*: query likelihood with Dirichlet smoothing, Zhai and Lafferty (2004).
    """
    from scipy import sparse

    length = np.maximum(np.asarray(counts.sum(1)).ravel(), 1)
    share = (1 / np.sqrt(length)).astype(np.float32)
    where = (line_class, np.arange(len(line_class)))
    member = sparse.csr_matrix((share, where), shape=(size, len(line_class)))
    told = (member @ counts).tocsr()
    everywhere = np.maximum(np.asarray(told.sum(0)).ravel(), 1e-12)
    everywhere /= everywhere.sum()
    told.data = np.log1p(told.data / (_MU * everywhere[told.indices])).astype(
        np.float32
    )
    bias = np.log(_MU / (np.asarray((member @ counts).sum(1)).ravel() + _MU))
    return _matrix(heaviest(told.T.tocsr(), _CLASSES)), bias.astype(np.float32)


def _matrix(found: Any) -> Matrix:
    found.sort_indices()
    column = found.indices.astype(np.int32)
    return Matrix(found.indptr.astype(np.int64), column, found.data.astype(np.float32))


def _save(place: Path, name: str, matrix: Matrix) -> None:
    for part in ("start", "column", "value"):
        np.save(place / f"{name}.{part}.npy", getattr(matrix, part))


def _write_lines(path: Path, lines: Sequence[Line]) -> None:
    import pyarrow as pa

    columns = {
        "text": pa.array([line.text for line in lines], pa.string()),
        "hs6": pa.array([line.hs6 for line in lines], pa.string()),
        "source": pa.array([line.source for line in lines]).dictionary_encode(),
    }
    table = pa.table(columns)
    with pa.OSFile(str(path), "wb") as sink, pa.ipc.new_file(sink, table.schema) as out:
        out.write_table(table)


def stale(folder: Path) -> Iterator[Path]:
    """Folders of other states beside this one that no one opened for a week."""
    old = time.time() - 7 * 24 * 3600
    for place in sorted(folder.parent.iterdir()):
        mark = place / "model.json"
        if place != folder and mark.is_file() and mark.stat().st_mtime < old:
            yield place
