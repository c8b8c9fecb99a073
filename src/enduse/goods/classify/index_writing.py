"""Writing an index: from known lines to arrays, whole or from an index of fewer lines.

What is counted of lines (which lines a feature leads to, what it says of a class, the
mean direction of a class) is carried on line by line, so that both ways give the same
arrays. What is measured of all of them together (how rare a feature is, how words lie
to one another) is measured when an index is written whole, and kept until it is again.
"""

import os
import shutil
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
import orjson
from numpy.typing import NDArray

from enduse.goods.classify import features, meaning
from enduse.goods.classify.corpus import Line
from enduse.goods.classify.index import (
    VERSION,
    Index,
    array,
    classes,
    made_by,
    matrix,
    place_of,
)
from enduse.goods.classify.known_lines import KnownLines
from enduse.goods.classify.sparse_rows import (
    Matrix,
    beside,
    matrix_of,
    rows_of,
    summed,
    with_rows,
)
from enduse.goods.classify.weighing import feature_matrix, heaviest, weighed

_KEPT = 72  # features of a line that lead to it
_LONGEST = 2500  # lines a feature leads to; the heaviest are kept
_CLASSES = 192  # classes a feature speaks for
_MU = 1.0
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int32]


class _Told(NamedTuple):
    """Feature by class: what the lines say; features of each class, a share each."""

    matrix: Matrix
    length: Doubles


def write(
    place: Path, lines: Sequence[Line], counts: Any, info: Mapping[str, Any]
) -> None:
    """Write the arrays of these lines, whose features are `counts`, into `place`."""
    known = KnownLines.of(lines, place_of())
    held = np.bincount(counts.indices, minlength=features.SIZE)
    idf = (np.log((len(lines) + 1) / (held + 1)) + 1).astype(np.float32)
    np.save(place / "idf.npy", idf)
    _save(place, "near", matrix_of(heaviest(_leading(counts, idf), _LONGEST)))
    told = _told(counts, known.of_class)
    total = float(told.matrix.value.sum(dtype=np.float64))
    every = _evidence(told.matrix, total)
    _write_told(place, told, every)
    meaning.write(place, counts, idf, of=known.of_class, classes=len(classes()))
    known.write(place)
    measured = {"measured_of": len(lines), "total": total}
    _write_info(place, known, {**measured, **info})


def write_grown(
    place: Path, base: Index, lines: Sequence[Line], info: Mapping[str, Any]
) -> None:
    """Write the arrays of an index's lines and these after them into `place`."""
    counts = feature_matrix([line.text for line in lines])
    more = KnownLines.of(lines, place_of())
    known = base.lines.followed_by(more)
    keep(base.folder, place, "idf")
    fresh = matrix_of(_leading(counts, base.idf))
    _save(place, "near", _near_grown(base, fresh))
    told, rows = _told_grown(base.folder, counts, more.of_class)
    total = float(base.info["total"])
    every = _evidence(rows_of(told.matrix, rows), total)
    _write_told(place, told, with_rows(base.evidence, rows, every))
    size = np.bincount(known.of_class, minlength=len(classes()))
    meaning.write_grown(
        place, base.folder, counts, base.idf, of=more.of_class, size=size
    )
    known.write(place)
    _write_info(place, known, {**base.info, **info})


def keep(folder: Path, place: Path, name: str) -> None:
    """Have an array of one folder in another too; the disk holds it once if it can."""
    source, target = folder / f"{name}.npy", place / f"{name}.npy"
    try:
        os.link(source, target)
    except OSError:
        shutil.copyfile(source, target)


def _leading(counts: Any, idf: Floats) -> Any:
    """Feature by line: how much it leads there, the heaviest features of each line."""
    return heaviest(weighed(counts, idf), _KEPT).T.tocsr()


def _near_grown(base: Index, fresh: Matrix) -> Matrix:
    rows = np.flatnonzero(np.diff(fresh.start))
    fresh = rows_of(fresh, rows)
    moved = Matrix(fresh.start, fresh.column + np.int32(len(base.lines)), fresh.value)
    both = beside(rows_of(base.near, rows), moved)
    kept = heaviest(both.scipy(len(base.lines) + int(fresh.column.max(initial=0)) + 1),
                    _LONGEST)  # fmt: skip
    return with_rows(base.near, rows, matrix_of(kept))


def _shares(counts: Any) -> tuple[Floats, Doubles]:
    """What a line's word counts, and all its words together."""
    length = np.bincount(_row_of(counts), counts.data, counts.shape[0])
    share = 1 / np.sqrt(np.maximum(length, 1))
    return share.astype(np.float32), share * length


def _row_of(counts: Any) -> NDArray[np.int64]:
    return np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))


def _told(counts: Any, line_class: Ints) -> _Told:
    from scipy import sparse

    share, whole = _shares(counts)
    where = (line_class, np.arange(len(line_class)))
    member = sparse.csr_matrix((share, where), shape=(len(classes()), len(line_class)))
    length = np.zeros(len(classes()))
    np.add.at(length, line_class, whole)
    return _Told(matrix_of((member @ counts).T.tocsr()), length)


def _told_grown(
    folder: Path, counts: Any, line_class: Ints
) -> tuple[_Told, NDArray[np.int64]]:
    """What is told with more lines, and the features of which it changed."""
    held, length = matrix(folder, "told"), array(folder, "told.length").copy()
    share, whole = _shares(counts)
    np.add.at(length, line_class, whole)
    counts = counts.copy()
    counts.data = share[_row_of(counts)] * counts.data
    fresh = matrix_of(counts.T.tocsr())
    rows = np.flatnonzero(np.diff(fresh.start))
    fresh = rows_of(fresh, rows)
    fresh = Matrix(fresh.start, line_class[fresh.column], fresh.value)
    both = summed(beside(rows_of(held, rows), fresh))
    return _Told(with_rows(held, rows, both), length), rows


def _evidence(told: Matrix, total: float) -> Matrix:
    """Log of how much likelier a feature is in a class than anywhere.

    *Source*: query likelihood with Dirichlet smoothing, Zhai and Lafferty (2004).
    """
    sizes = np.diff(told.start)
    row = np.repeat(np.arange(len(sizes)), sizes)
    everywhere = np.bincount(row, told.value, len(sizes)) / total
    value = np.log1p(told.value / (_MU * everywhere[row])).astype(np.float32)
    found = Matrix(told.start, told.column, value).scipy(len(classes()))
    return matrix_of(heaviest(found, _CLASSES))


def _write_told(place: Path, told: _Told, evidence: Matrix) -> None:
    _save(place, "told", told.matrix)
    np.save(place / "told.length.npy", told.length)
    bias = np.log(_MU / (told.length + _MU))
    np.save(place / "bias.npy", bias.astype(np.float32))
    _save(place, "class", evidence)


def _write_info(place: Path, known: KnownLines, info: Mapping[str, Any]) -> None:
    told = {**info, "version": VERSION, "made_by": made_by(), "lines": len(known)}
    (place / "model.json").write_bytes(orjson.dumps(told))


def _save(place: Path, name: str, found: Matrix) -> None:
    for part in ("start", "column", "value"):
        np.save(place / f"{name}.{part}.npy", getattr(found, part))
