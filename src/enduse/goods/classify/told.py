"""What known lines say of classes by their features, summed up and weighed.

told.*.npy          feature by class: what the lines of the last whole writing say
told.added.*.npy    the same of lines that came later, one by one
told.length.npy     features of each class, a share each
"""

from pathlib import Path
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import features
from enduse.goods.classify.index import array, classes
from enduse.goods.classify.sparse_rows import Matrix, matrix_of
from enduse.goods.classify.weighing import heaviest

_CLASSES = 192  # classes a feature speaks for
_MU = 1.0
Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Ints = NDArray[np.int32]


class Told(NamedTuple):
    """Feature by class: what the lines say; features of each class, a share each."""

    matrix: Matrix
    length: Doubles


def shares(counts: Any) -> tuple[Floats, Doubles]:
    """What a line's word counts, and all its words together."""
    length = np.bincount(_row_of(counts), counts.data, counts.shape[0])
    share = 1 / np.sqrt(np.maximum(length, 1))
    return share.astype(np.float32), share * length


def _row_of(counts: Any) -> NDArray[np.int64]:
    return np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))


def told_of(counts: Any, line_class: Ints) -> Told:
    """What the lines say, added up line by line."""
    from scipy import sparse

    share, whole = shares(counts)
    where = (line_class, np.arange(len(line_class)))
    member = sparse.csr_matrix((share, where), shape=(len(classes()), len(line_class)))
    length = np.zeros(len(classes()))
    np.add.at(length, line_class, whole)
    return Told(matrix_of((member @ counts).T.tocsr()), length)


class Added(NamedTuple):
    """What lines say that came after `told` was written, in their order."""

    feature: Ints
    of_class: Ints
    value: Floats

    @classmethod
    def none(cls) -> "Added":
        """Nothing yet."""
        places = np.zeros(0, np.int32)
        return cls(places, places, np.zeros(0, np.float32))

    @classmethod
    def read(cls, folder: Path) -> "Added":
        """What was written into a folder."""
        return cls(*(array(folder, f"told.added.{name}") for name in cls._fields))

    def and_of(self, counts: Any, line_class: Ints) -> "Added":
        """The same and what these lines say."""
        row = _row_of(counts)
        value = shares(counts)[0][row] * counts.data
        more = (counts.indices, line_class[row], value)
        return Added(*(np.concatenate(pair) for pair in zip(self, more, strict=True)))

    def rows(self, features_of: NDArray[np.int64]) -> Matrix:
        """What is said with each of some features, given in rising order."""
        mine = np.flatnonzero(np.isin(self.feature, features_of))
        order = mine[np.argsort(self.feature[mine], kind="stable")]
        start = np.searchsorted(self.feature[order], [*features_of, features.SIZE])
        return Matrix(start.astype(np.int32), self.of_class[order], self.value[order])

    def write(self, folder: Path) -> None:
        """Write it into a folder."""
        for name, column in zip(self._fields, self, strict=True):
            np.save(folder / f"told.added.{name}.npy", column)


def evidence_of(told: Matrix, total: float) -> Matrix:
    """Log of how much likelier a feature is in a class than anywhere.

    *Source*: query likelihood with Dirichlet smoothing, Zhai and Lafferty (2004).
    """
    sizes = np.diff(told.start)
    row = np.repeat(np.arange(len(sizes)), sizes)
    everywhere = np.bincount(row, told.value, len(sizes)) / total
    value = np.log1p(told.value / (_MU * everywhere[row])).astype(np.float32)
    found = Matrix(told.start, told.column, value).scipy(len(classes()))
    return matrix_of(heaviest(found, _CLASSES))


def bias_of(length: Doubles) -> Floats:
    """What a class gains or loses for each feature it says nothing of."""
    found: Floats = np.log(_MU / (length + _MU)).astype(np.float32)
    return found
