"""Sparse matrices by rows: products, and the greatest values of each row.

The arrays may lie on disk. The product is scipy's own, without the pass that first
counts what will come out: room is made for the most there can be.
"""

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.ranking import ranked

Floats = NDArray[np.float32]
Places = NDArray[np.int32]
Ints = NDArray[np.int64]
_BLOCK = 32  # values of which one, the greatest, is looked at first


@dataclass(frozen=True, slots=True)
class Matrix:
    """A sparse matrix by rows: where each begins, then columns and values."""

    start: Places
    column: Places
    value: Floats

    def scipy(self, width: int) -> Any:
        """The same for scipy, with rows of `width` places."""
        from scipy import sparse

        data = (self.value, self.column, self.start)
        return sparse.csr_matrix(data, shape=(len(self.start) - 1, width))

    def sizes(self, rows: NDArray[Any]) -> Places:
        """How many values these rows have."""
        found: Places = self.start[rows + 1] - self.start[rows]
        return found


def matrix_of(found: Any) -> Matrix:
    """A matrix of scipy's, columns in order. *Raises* ValueError for a huge one."""
    if len(found.indices) >= 2**31:
        raise ValueError("more values than a 32-bit place can count")
    found.sort_indices()
    places = (found.indptr.astype(np.int32), found.indices.astype(np.int32))
    return Matrix(*places, found.data.astype(np.float32))


def rows_of(held: Matrix, rows: NDArray[Any]) -> Matrix:
    """Some rows of a matrix, in the order asked for."""
    from scipy.sparse import _sparsetools

    rows = rows.astype(np.int32, copy=False)
    start = np.zeros(len(rows) + 1, np.int32)
    np.cumsum(held.sizes(rows), out=start[1:])
    column, value = np.empty(start[-1], np.int32), np.empty(start[-1], np.float32)
    beside = (held.start, held.column, held.value)
    _sparsetools.csr_row_index(len(rows), rows, *beside, column, value)
    return Matrix(start, column, value)


def beside(left: Matrix, right: Matrix) -> Matrix:
    """Matrices of as many rows: in each the left one's values, then the right one's."""
    sizes = (np.diff(left.start), np.diff(right.start))
    start = np.concatenate([[0], np.cumsum(sizes[0] + sizes[1], dtype=np.int64)])
    column, value = np.empty(start[-1], np.int32), np.empty(start[-1], np.float32)
    begins = (start[:-1], start[:-1] + sizes[0])
    for one, size, begin in zip((left, right), sizes, begins, strict=True):
        place = np.arange(len(one.value)) + np.repeat(begin - one.start[:-1], size)
        column[place], value[place] = one.column, one.value
    return Matrix(start.astype(np.int32), column, value)


def summed(rows: Matrix) -> Matrix:
    """Columns in order, each once: its values added in the order they come."""
    sizes = np.diff(rows.start)
    row = np.repeat(np.arange(len(sizes)), sizes)
    order = np.lexsort((rows.column, row))
    row, column, value = row[order], rows.column[order], rows.value[order]
    first = np.ones(len(row), bool)
    first[1:] = (row[1:] != row[:-1]) | (column[1:] != column[:-1])
    total = np.zeros(int(first.sum()), np.float32)
    np.add.at(total, np.cumsum(first) - 1, value)
    held = np.bincount(row[first], minlength=len(sizes))
    start = np.concatenate([[0], np.cumsum(held)]).astype(np.int32)
    return Matrix(start, column[first], total)


def with_rows(held: Matrix, rows: Ints, other: Matrix) -> Matrix:
    """The matrix with some rows, in rising order, replaced by those of `other`."""
    ends = held.start[rows + 1]
    longer = np.cumsum(np.diff(other.start).astype(np.int64) - held.sizes(rows))
    if len(held.column) + int(longer[-1:].sum()) >= 2**31:
        raise ValueError("more values than a 32-bit place can count")
    start = held.start.copy()
    after = [*(rows + 1).tolist(), len(start)]
    for (a, b), more in zip(pairwise(after), longer.tolist(), strict=True):
        start[a:b] += more
    begins, lasts = [0, *ends.tolist()], [*held.start[rows].tolist(), len(held.column)]
    pieces = [*pairwise(other.start.tolist()), (0, 0)]
    column, value = (
        np.concatenate([
            part
            for a, b, (c, d) in zip(begins, lasts, pieces, strict=True)
            for part in (old[a:b], fresh[c:d])
        ])
        for old, fresh in ((held.column, other.column), (held.value, other.value))
    )  # fmt: skip
    return Matrix(start, column, value)


def turned(rows: Any) -> tuple[Ints, Matrix]:
    """The columns that have values, in order, and each of them as a row."""
    from scipy import sparse

    used, column = np.unique(rows.indices, return_inverse=True)
    data = (rows.data, column, rows.indptr)
    found = sparse.csr_matrix(data, shape=(rows.shape[0], len(used)))
    return used.astype(np.int64), matrix_of(found.T.tocsr())


def product(asked: Any, held: Matrix, width: int) -> Matrix:
    """`asked @ held`, whose rows have `width` places; columns in no order."""
    from scipy.sparse import _sparsetools

    most = int(held.sizes(asked.indices).sum(dtype=np.int64))
    rows = asked.shape[0]
    if most >= 2**31:
        raise ValueError("more values than a 32-bit place can count")
    found = (np.empty(rows + 1, np.int32), np.empty(most, np.int32))
    value = np.empty(most, np.float32)
    places = (asked.indptr.astype(np.int32), asked.indices.astype(np.int32))
    left, right = (*places, asked.data), (held.start, held.column, held.value)
    _sparsetools.csr_matmat(rows, width, *left, *right, *found, value)
    start, column = found
    return Matrix(start, column[: start[-1]], value[: start[-1]])


def dense_product(asked: Any, held: Matrix, width: int) -> Floats:
    """`asked @ held` with every place written out.

    The rows of `held` that are asked for are laid side by side first, so that each
    row of the product is one pass over memory that lies together.
    """
    from scipy.sparse import _sparsetools

    rows, beside = asked.shape[0], rows_of(held, asked.indices)
    found = np.zeros((rows, width), np.float32)
    bounds = asked.indptr.tolist()
    for row, (a, b) in enumerate(pairwise(bounds)):
        own = (beside.start[a : b + 1], beside.column, beside.value, asked.data[a:b])
        _sparsetools.csc_matvec(width, b - a, *own, found[row])
    return found


def greatest(values: NDArray[Any], kept: int) -> Ints:
    """The places of the `kept` greatest of each row, in no order; of equals the first.

    *Shape*: two dimensions in, `kept` columns out. *Raises* ValueError for a row that
    has fewer.
    """
    rows, size = values.shape
    if size < kept:
        raise ValueError(f"{kept} of a row of {size} asked for")
    flat = np.flatnonzero((values >= _bounds(values, kept)).ravel())
    row = flat // size
    _, order = ranked(row, values.ravel()[flat], np.arange(len(flat)))
    first = np.searchsorted(row, np.arange(rows))
    place = flat[order[first[:, None] + np.arange(kept)]]
    found: Ints = place - np.arange(rows)[:, None] * size
    return found


def _bounds(values: NDArray[Any], kept: int) -> NDArray[Any]:
    """Of each row a value that at least `kept` of its values reach.

    Of each block of a row the greatest is taken; of those that of rank `kept`.
    """
    rows, size = values.shape
    wide = size // _BLOCK
    if wide < kept:
        return np.partition(values, size - kept, 1)[:, size - kept, None]
    tops = values[:, : wide * _BLOCK].reshape(rows, _BLOCK, wide).max(1)
    return np.partition(tops, wide - kept, 1)[:, wide - kept, None]


def greatest_of_rows(rows: Matrix, kept: int) -> tuple[Ints, Floats]:
    """Columns and values of the `kept` greatest of each row, greatest first.

    Equals come by column. *Unknown*: column -1, value 0 where a row has fewer.
    """
    bounds = rows.start.tolist()
    spans = list(pairwise(bounds))
    places = [_candidates(rows.value[a:b], kept) + a for a, b in spans]
    sizes = np.array([len(place) for place in places], np.int64)
    flat = np.concatenate(places)
    row = np.repeat(np.arange(len(spans)), sizes)
    value, column = ranked(row, rows.value[flat], rows.column[flat])
    rank = np.arange(len(row)) - (np.cumsum(sizes) - sizes)[row]
    first = rank < kept
    found = np.full((len(spans), kept), -1, np.int64)
    alike = np.zeros((len(spans), kept), np.float32)
    found[row[first], rank[first]] = column[first]
    alike[row[first], rank[first]] = value[first]
    return found, alike


def _candidates(value: Floats, kept: int) -> Ints:
    """Places of some values, with the `kept` greatest and all that equal them."""
    wide = len(value) // _BLOCK
    if wide < kept:
        return np.arange(len(value))
    tops = value[: wide * _BLOCK].reshape(_BLOCK, wide).max(0)
    tops.partition(wide - kept)
    found: Ints = (value >= tops[wide - kept]).nonzero()[0]
    return found
