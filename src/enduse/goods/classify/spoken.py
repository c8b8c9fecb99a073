"""What the features of a description say of every class, and of candidates.

Every feature speaks for the classes it is found in. Few classes are near enough to the
likeliest to count beside it, so that shares of headings are summed over these alone.
"""

from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.index import Index, groups
from enduse.goods.classify.sparse_rows import dense_product

_VIEW_OF = np.array([0, 1, 0, 2])  # words and pairs, letters, part prefixes
_VIEWS = 3
_FAR = 10.0  # nats behind the likeliest class from where a share is nothing
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Spoken(NamedTuple):
    """What the features say of every class, and each view of it.

    `each` lacks the `bias`, once for each feature `own`; `said` scales both.
    *Units*: nats, over the root of how many features there are.
    """

    whole: Floats
    each: Floats
    own: Floats
    said: Floats


def spoken(index: Index, counts: Any) -> Spoken:
    """What words, letters and part prefixes each say of every class."""
    from scipy import sparse

    rows, size = counts.shape[0], len(index.bias)
    row = np.repeat(np.arange(rows), np.diff(counts.indptr))
    place = _VIEW_OF[counts.indices & 3] * rows + row
    order = np.argsort(place, kind="stable")
    start = np.concatenate(
        [[0], np.cumsum(np.bincount(place, minlength=_VIEWS * rows))]
    )
    data = (counts.data[order], counts.indices[order], start)
    asked = sparse.csr_matrix(data, shape=(_VIEWS * rows, counts.shape[1]))
    each = dense_product(asked, index.evidence, size).reshape(_VIEWS, rows, size)
    own = np.bincount(place, counts.data, _VIEWS * rows).astype(np.float32)
    own = own.reshape(_VIEWS, rows, 1)
    said = np.sqrt(np.maximum(own.sum(0), 1))
    whole = each.sum(0)
    whole += own.sum(0) * index.bias
    whole /= said
    return Spoken(whole, each, own, said)


def sides(
    index: Index, chosen: Ints, spoken: Spoken, far: NDArray[np.bool_]
) -> list[Floats]:
    """What the features say of the chosen classes; `far` where no line is alike."""
    safe, there = np.maximum(chosen, 0), chosen >= 0
    top = spoken.whole.max(1, keepdims=True)
    own = np.take_along_axis(spoken.whole, safe, 1) - top
    bias = index.bias[safe]
    found = [own]
    for view, many in zip(spoken.each, spoken.own, strict=True):
        mine = (np.take_along_axis(view, safe, 1) + many * bias) / spoken.said
        found.append(mine - np.where(there, mine, -1e9).max(1, keepdims=True))
    share = _heading_share(spoken.whole, top, safe)
    return [*found, np.log(share + 0.02), own * far]


def _heading_share(whole: Floats, top: Floats, chosen: Ints) -> Floats:
    """The share that the heading of each chosen class has of all classes."""
    rows, size = whole.shape
    group = groups(4)
    width = int(group[-1]) + 1
    near = np.flatnonzero(whole > top - _FAR)
    row = near // size
    pull = np.exp(2 * (whole.ravel()[near] - top[row, 0]))
    heading = np.bincount(row * width + group[near % size], pull, rows * width)
    mine = np.take_along_axis(heading.reshape(rows, width), group[chosen], 1)
    every = np.bincount(row, pull, rows)[:, None]
    return np.asarray(mine / every, np.float32)
