"""Writing an index whole, from known lines to arrays.

All that is measured of the lines together, as how rare a feature is, is measured here.
`growing` adds lines to what was written.
"""

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import orjson
from numpy.typing import NDArray

from enduse.goods.classify import features, meaning
from enduse.goods.classify.corpus import Line
from enduse.goods.classify.index import VERSION, classes, made_by, place_of
from enduse.goods.classify.known_lines import KnownLines
from enduse.goods.classify.sparse_rows import Matrix, matrix_of
from enduse.goods.classify.told import Added, bias_of, evidence_of, told_of
from enduse.goods.classify.weighing import heaviest, weighed

_KEPT = 72  # features of a line that lead to it
_LONGEST = 2500  # lines a feature leads to; the heaviest are kept
Floats = NDArray[np.float32]


def write(
    place: Path, lines: Sequence[Line], counts: Any, info: Mapping[str, Any]
) -> None:
    """Write the arrays of these lines, whose features are `counts`, into `place`."""
    known = KnownLines.of(lines, place_of())
    held = np.bincount(counts.indices, minlength=features.SIZE)
    idf = (np.log((len(lines) + 1) / (held + 1)) + 1).astype(np.float32)
    np.save(place / "idf.npy", idf)
    save(place, "near", near_of(counts, idf))
    told = told_of(counts, known.of_class)
    total = max(float(told.matrix.value.sum(dtype=np.float64)), 1.0)
    save(place, "told", told.matrix)
    Added.none().write(place)
    write_evidence(place, evidence_of(told.matrix, total), told.length)
    meaning.write(place, counts, idf, of=known.of_class, classes=len(classes()))
    known.write(place)
    measured = {"measured_of": len(lines), "total": total}
    write_info(place, known, {**measured, **info})


def near_of(counts: Any, idf: Floats) -> Matrix:
    """Feature by line: how much it leads to the line."""
    return longest(leading(counts, idf).T.tocsr())


def leading(counts: Any, idf: Floats) -> Any:
    """Line by feature: the heaviest of each line."""
    return heaviest(weighed(counts, idf), _KEPT)


def longest(by_feature: Any) -> Matrix:
    """Feature by line: the lines that it leads to most."""
    return matrix_of(heaviest(by_feature, _LONGEST))


def write_evidence(place: Path, evidence: Matrix, length: NDArray[np.float64]) -> None:
    """Write what features say of classes, and what classes lose without them."""
    save(place, "class", evidence)
    np.save(place / "told.length.npy", length)
    np.save(place / "bias.npy", bias_of(length))


def write_info(place: Path, known: KnownLines, info: Mapping[str, Any]) -> None:
    """Write what an index says of itself."""
    told = {**info, "version": VERSION, "made_by": made_by(), "lines": len(known)}
    (place / "model.json").write_bytes(orjson.dumps(told))


def save(place: Path, name: str, found: Matrix) -> None:
    """Write a sparse matrix."""
    for part in ("start", "column", "value"):
        np.save(place / f"{name}.{part}.npy", getattr(found, part))
