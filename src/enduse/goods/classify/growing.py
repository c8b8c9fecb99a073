"""Adding lines to an index that is there: rows that change, and nothing else, anew.

What is counted of lines (which lines a feature leads to, what it says of a class, the
mean direction of a class) is carried on line by line, so that the arrays are those of
all lines written at once. What is measured of all lines together (how rare a feature
is, how words lie to one another) stays as it was when the whole was last written.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np

from enduse.goods.classify import index_writing, meaning
from enduse.goods.classify.corpus import Line
from enduse.goods.classify.index import Index, array, classes, matrix, place_of
from enduse.goods.classify.index_writing import save, write_evidence, write_info
from enduse.goods.classify.known_lines import KnownLines
from enduse.goods.classify.shared_files import keep
from enduse.goods.classify.sparse_rows import (
    Matrix,
    beside,
    rows_of,
    summed,
    turned,
    with_rows,
)
from enduse.goods.classify.told import Added, Ints, evidence_of, shares
from enduse.goods.classify.weighing import feature_matrix


def write_grown(
    place: Path, base: Index, lines: Sequence[Line], info: Mapping[str, Any]
) -> None:
    """Write the arrays of an index's lines and these after them into `place`."""
    from scipy import sparse

    counts = feature_matrix([line.text for line in lines])
    more = KnownLines.of(lines, place_of())
    known = base.lines.followed_by(more)
    keep(base.folder / "idf.npy", place / "idf.npy")
    save(place, "near", _near_grown(base, counts))
    _told_grown(place, base, counts, more.of_class)
    size = np.bincount(known.of_class, minlength=len(classes()))
    since = slice(int(base.info["measured_of"]), None)
    later = range(*since.indices(len(base.lines)))
    before = feature_matrix([base.lines.text_of(number) for number in later])
    meaning.write_grown(
        place,
        base.folder,
        sparse.vstack([before, counts], "csr"),
        base.idf,
        of=known.of_class[since],
        size=size,
    )
    known.write(place)
    write_info(place, known, {**base.info, **info})


def _near_grown(base: Index, counts: Any) -> Matrix:
    """Feature by line with more lines at the end."""
    known = len(base.lines)
    rows, fresh = turned(index_writing.leading(counts, base.idf))
    moved = Matrix(fresh.start, fresh.column + np.int32(known), fresh.value)
    both = beside(rows_of(base.near, rows), moved).scipy(known + counts.shape[0])
    return with_rows(base.near, rows, index_writing.longest(both))


def _told_grown(place: Path, base: Index, counts: Any, line_class: Ints) -> None:
    """Write what is told with more lines: the whole as it was, and what they add."""
    for part in ("start", "column", "value"):
        name = f"told.{part}.npy"
        keep(base.folder / name, place / name)
    added = Added.read(base.folder).and_of(counts, line_class)
    rows = np.unique(counts.indices).astype(np.int64)
    whole = summed(beside(rows_of(matrix(base.folder, "told"), rows), added.rows(rows)))
    every = evidence_of(whole, float(base.info["total"]))
    length = array(base.folder, "told.length").copy()
    np.add.at(length, line_class, shares(counts)[1])
    write_evidence(place, with_rows(base.evidence, rows, every), length)
    added.write(place)
