"""From texts to rows of weights: how often a feature stands there, how rare it is."""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import features
from enduse.goods.classify.heads import without_opening
from enduse.goods.classify.ranking import ranked

VIEW_WEIGHT = np.array([1.0, 0.6, 0.7, 0.8], np.float32)  # word, letters, pair, part
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


def feature_matrix(
    texts: Sequence[str], progress: Callable[[int], None] = lambda _: None
) -> Any:
    """Texts by features: 1 + log of how often each stands there.

    What only says that goods follow is no part of a text, of a known line neither.
    """
    from scipy import sparse

    columns, values, sizes = [], [], [np.zeros(1, np.int64)]
    for begin in range(0, len(texts), features.BATCH):
        batch = [*map(without_opening, texts[begin : begin + features.BATCH])]
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


def ranks_in_row(matrix: Any) -> tuple[Ints, Ints, Ints]:
    """Row of each value; the places by row, greatest first; the rank of each of them.

    Equal values keep their order.
    """
    row = np.repeat(np.arange(matrix.shape[0]), np.diff(matrix.indptr))
    _, order = ranked(row, matrix.data, np.arange(len(row)))
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
