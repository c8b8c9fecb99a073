"""How each class stands to a batch of descriptions, seen from several sides.

`neighbours` are the most alike lines; `votes` what they say; `spoken` what each
feature says of each class. `Sides` turns them into numbers for each candidate class.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.index import Index, heaviest, weighed

NEIGHBOURS = 40
ASKED = 48  # features of a description that look for lines
FROM_EACH = 14  # candidates that each side proposes
POWER = 4
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SIDES = (
    "vote", "alike", "nomenclature", "words", "learned", "spoken", "heading vote",
    "heading spoken", "chapter vote", "count", "vote when alike", "vote when far",
    "spoken when long",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The most alike lines of each description, best first; -1 where there are fewer."""

    line: Ints
    similarity: Floats


@dataclass(frozen=True, slots=True)
class Candidates:
    """Classes that each description may have (-1: none), and their sides."""

    classes: Ints
    sides: Floats
    neighbours: Neighbours


def neighbours(index: Index, counts: Any) -> Neighbours:
    """The most alike lines of each description in `counts`."""
    asked = heaviest(weighed(counts, np.asarray(index.idf)), ASKED)
    found = (asked @ index.near).tocsr()
    rows = found.shape[0]
    line = np.full((rows, NEIGHBOURS), -1, np.int64)
    similarity = np.zeros((rows, NEIGHBOURS), np.float32)
    for row in range(rows):
        part = slice(found.indptr[row], found.indptr[row + 1])
        value, column = found.data[part], found.indices[part]
        if len(value) > NEIGHBOURS:
            best = np.argpartition(-value, NEIGHBOURS)[:NEIGHBOURS]
            value, column = value[best], column[best]
        order = np.lexsort((column, -value))
        line[row, : len(order)] = column[order]
        similarity[row, : len(order)] = value[order]
    return Neighbours(line, similarity)


def candidates(index: Index, counts: Any) -> Candidates:
    """The classes each description may have, with every side of each."""
    near = neighbours(index, counts)
    vote, alike = _votes(index, near)
    spoken = np.asarray((counts @ index.evidence).todense(), np.float32)
    said = np.asarray(counts.sum(1), np.float32)
    spoken += said * np.asarray(index.bias)[None, :]
    spoken /= np.sqrt(np.maximum(said, 1))
    chosen = _chosen(vote, spoken)
    sides = _sides(index, near, chosen, vote=vote, alike=alike, spoken=spoken)
    return Candidates(chosen, sides, near)


def _votes(index: Index, near: Neighbours) -> tuple[Floats, Floats]:
    """Share of the neighbours' vote by class, and the greatest likeness by class."""
    rows, size = len(near.line), len(index.bias)
    known = near.line >= 0
    code = np.where(known, np.asarray(index.line_class)[near.line], 0)
    place = (np.arange(rows)[:, None] * size + code).ravel()
    weight = np.where(known, near.similarity**POWER, 0).ravel()
    vote = np.bincount(place, weight, rows * size).reshape(rows, size)
    vote /= np.maximum(vote.sum(1, keepdims=True), 1e-9)
    alike = np.zeros((rows, size), np.float32)
    np.maximum.at(alike.ravel(), place, np.where(known, near.similarity, 0).ravel())
    return vote.astype(np.float32), alike


def _chosen(vote: Floats, spoken: Floats) -> Ints:
    """Classes proposed by either side, each once, in the order of classes; -1 after."""
    rows = len(vote)
    first = np.argpartition(-vote, FROM_EACH, 1)[:, :FROM_EACH]
    first = np.where(np.take_along_axis(vote, first, 1) > 0, first, -1)
    second = np.argpartition(-spoken, FROM_EACH, 1)[:, :FROM_EACH]
    both = np.sort(np.concatenate([first, second], 1), 1)[:, ::-1]
    again = np.zeros((rows, both.shape[1]), bool)
    again[:, 1:] = both[:, 1:] == both[:, :-1]
    return np.sort(np.where(again, -1, both), 1)[:, ::-1].astype(np.int64)


def _sides(
    index: Index,
    near: Neighbours,
    chosen: Ints,
    *,
    vote: Floats,
    alike: Floats,
    spoken: Floats,
) -> Floats:
    del alike
    rows, width = chosen.shape
    safe = np.maximum(chosen, 0)
    known = near.line >= 0
    line_class = np.where(known, np.asarray(index.line_class)[near.line], -2)
    kind = np.where(known, np.asarray(index.line_kind)[near.line], -1)
    same = line_class[:, None, :] == safe[:, :, None]
    by_kind = [
        (same & (kind == k)[:, None, :]) * near.similarity[:, None, :] for k in range(3)
    ]
    best = np.stack([one.max(2) for one in by_kind])
    share = np.take_along_axis(vote, safe, 1)
    told = np.take_along_axis(spoken, safe, 1)
    told = told - spoken.max(1, keepdims=True)
    heading = _groups(index, 4)
    chapter = _groups(index, 2)
    log_vote = np.log(share + 0.01)
    top = near.similarity[:, :1]
    pull = np.exp(np.minimum(spoken - spoken.max(1, keepdims=True), 0) * 2)
    columns = [
        log_vote,
        best.max(0),
        *best,
        told,
        np.log(_grouped(vote, heading, safe) + 0.02),
        np.log(
            _grouped(pull, heading, safe) / np.maximum(pull.sum(1, keepdims=True), 1e-9)
            + 0.02
        ),
        np.log(_grouped(vote, chapter, safe) + 0.02),
        np.log1p(same.sum(2)),
        log_vote * top,
        log_vote * (top < 0.35),
        told * (top < 0.35),
    ]
    found = np.stack(columns, 2).astype(np.float32)
    found[chosen < 0] = 0
    return found.reshape(rows, width, len(columns))


def _groups(index: Index, digits: int) -> Ints:
    """The number of the heading or chapter of each class."""
    from enduse.goods.classify.index import classes

    starts = [code[:digits] for code in classes()]
    place = {start: n for n, start in enumerate(dict.fromkeys(starts))}
    return np.array([place[start] for start in starts], np.int64)


def _grouped(values: Floats, group: Ints, chosen: Ints) -> Floats:
    """The sum of `values` over the heading or chapter of each chosen class."""
    bounds = np.flatnonzero(np.diff(group, prepend=-1))
    sums = np.add.reduceat(values, bounds, axis=1)
    found: Floats = np.take_along_axis(sums, group[chosen], 1)
    return found
