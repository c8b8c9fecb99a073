"""The known lines most like each description, by its weightiest features.

A line of postings is read for every feature that is asked, so that the cost of a
description is how many lines its features lead to: the rarest are asked first, until
`BUDGET` lines have been looked at.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.index import Index
from enduse.goods.classify.sparse_rows import greatest_of_rows, product
from enduse.goods.classify.weighing import ranks_in_row, weighed

NEIGHBOURS = 40
ASKED_PROSE = 88  # features of a description that look for lines
ASKED_PART = 48  # with a part number, which leads; words around it only dilute
BUDGET = 10_000  # lines looked at for one description
ALWAYS = 4  # features asked whatever they cost
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The most alike lines of each description, best first; -1 where none is left.

    `asked` is how alike a description would be to itself by the features that were
    asked: less than one where the budget left out common ones.
    """

    line: Ints
    similarity: Floats
    asked: Floats


def neighbours(index: Index, counts: Any, *, part: NDArray[np.bool_]) -> Neighbours:
    """The most alike lines of each description in `counts`.

    `part` tells which descriptions have a part number.
    """
    most = np.where(part, ASKED_PART, ASKED_PROSE)
    asked = _asked(index, weighed(counts, index.idf), most)
    found = product(asked, index.near, len(index.lines))
    row = np.repeat(np.arange(counts.shape[0]), np.diff(asked.indptr))
    whole = np.bincount(row, asked.data**2, counts.shape[0]).astype(np.float32)
    return Neighbours(*greatest_of_rows(found, NEIGHBOURS), whole)


def _asked(index: Index, weights: Any, most: Ints) -> Any:
    """The features of each row that are asked: the weightiest, within the budget."""
    from scipy import sparse

    row, order, rank = ranks_in_row(weights)
    cost = index.near.sizes(weights.indices[order])
    before = np.concatenate([[0], np.cumsum(cost)])
    spent = before[1:] - before[weights.indptr[row]]
    wanted = (rank < most[row]) & ((spent <= BUDGET) | (rank < ALWAYS))
    keep = np.sort(order[wanted])
    size = np.bincount(row[keep], minlength=len(most))
    start = np.concatenate([[0], np.cumsum(size)])
    data = (weights.data[keep], weights.indices[keep], start)
    return sparse.csr_matrix(data, shape=weights.shape)
