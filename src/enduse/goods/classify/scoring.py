"""How each class stands to a batch of descriptions, seen from several sides.

The most alike lines vote for their classes; beside that every feature speaks for the
classes it is found in. `SIDES` names the numbers each candidate class gets from it,
`REGIMES` the kinds of description whose sides weigh differently.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import features
from enduse.goods.classify.grammar import Readings
from enduse.goods.classify.index import Index, classes, heaviest, weighed

NEIGHBOURS = 40
ASKED_PROSE = 88  # features of a description that look for lines
ASKED_PART = 48  # with a part number, which leads; words around it only dilute
FROM_EACH = 14  # candidates that each side proposes
FROM_PARTS = 4
POWER = 4
FAR = 0.35  # nothing is like it
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SIDES = (
    "vote", "alike", "nomenclature", "words", "learned", "heading vote",
    "chapter vote", "count", "vote when alike", "vote when far", "spoken",
    "words speak", "letters speak", "part speaks", "heading spoken",
    "spoken when far", "grammar", "grammar of heading",
)  # fmt: skip
REGIMES = ("any", "part number", "prose")
_LONG = 12  # words that make a description prose
_VIEWS = ((features.WORD, features.PAIR), (features.LETTERS,), (features.PART,))


@dataclass(frozen=True, slots=True)
class Neighbours:
    """The most alike lines of each description, best first; -1 where none is left."""

    line: Ints
    similarity: Floats


@dataclass(frozen=True, slots=True)
class Candidates:
    """Classes that each description may have (-1: none), and their sides."""

    classes: Ints
    sides: Floats
    neighbours: Neighbours


def candidates(index: Index, counts: Any, read: Readings) -> Candidates:
    """The classes each description may have, with every side of each.

    `counts` are the features of the descriptions, `read` what their part numbers say.
    Sides are repeated for each regime: as they are, and again where it applies.
    """
    regimes = _regimes(counts)
    near = neighbours(index, counts, part=regimes[:, 1] > 0)
    vote = _votes(index, near)
    spoken = _spoken(index, counts)
    grammar = np.zeros(vote.shape, np.float32)
    np.maximum.at(grammar, (read.row, read.code), read.strength)
    chosen = _chosen(vote, spoken.sum(0), grammar)
    parts = [
        _near_sides(index, near, chosen, vote),
        _spoken_sides(near, chosen, spoken),
        _grammar_sides(chosen, grammar),
    ]
    sides = np.concatenate(parts, 2)
    sides[chosen < 0] = 0
    each = [sides * regimes[:, n, None, None] for n in range(len(REGIMES))]
    return Candidates(chosen, np.concatenate(each, 2).astype(np.float32), near)


def neighbours(index: Index, counts: Any, *, part: NDArray[np.bool_]) -> Neighbours:
    """The most alike lines of each description in `counts`.

    `part` tells which descriptions have a part number.
    """
    kept = np.where(part, ASKED_PART, ASKED_PROSE)
    asked = heaviest(weighed(counts, np.asarray(index.idf)), kept)
    found = (asked @ index.near).tocsr()
    rows = found.shape[0]
    line = np.full((rows, NEIGHBOURS), -1, np.int64)
    similarity = np.zeros((rows, NEIGHBOURS), np.float32)
    for row in range(rows):
        piece = slice(found.indptr[row], found.indptr[row + 1])
        value, column = found.data[piece], found.indices[piece]
        if len(value) > NEIGHBOURS:
            least = np.partition(value, len(value) - NEIGHBOURS)[-NEIGHBOURS]
            best = np.flatnonzero(value >= least)
            value, column = value[best], column[best]
        order = np.lexsort((column, -value))[:NEIGHBOURS]
        line[row, : len(order)] = column[order]
        similarity[row, : len(order)] = value[order]
    return Neighbours(line, similarity)


def _regimes(counts: Any) -> Floats:
    """Which regimes each description is in: 1 or 0."""
    rows = counts.shape[0]
    row = np.repeat(np.arange(rows), np.diff(counts.indptr))
    view = counts.indices & 3
    parts = np.bincount(row[view == features.PART], minlength=rows)
    words = np.bincount(row[view == features.WORD], minlength=rows)
    part = (parts >= 3) & (words < _LONG)
    return np.stack([np.ones(rows), part, words >= _LONG], 1).astype(np.float32)


def _votes(index: Index, near: Neighbours) -> Floats:
    """Share of the neighbours' vote by class."""
    rows, size = len(near.line), len(index.bias)
    known = near.line >= 0
    code = np.where(known, np.asarray(index.line_class)[near.line], 0)
    place = (np.arange(rows)[:, None] * size + code).ravel()
    weight = np.where(known, near.similarity**POWER, 0).ravel()
    vote = np.bincount(place, weight, rows * size).reshape(rows, size)
    found: Floats = (vote / np.maximum(vote.sum(1, keepdims=True), 1e-9)).astype(
        np.float32
    )
    return found


def _spoken(index: Index, counts: Any) -> Floats:
    """What words, letters and part prefixes each say of every class.

    *Units*: nats, over the root of how many features there are.
    """
    said = np.sqrt(np.maximum(np.asarray(counts.sum(1), np.float32), 1))
    bias = np.asarray(index.bias)[None, :]
    found = []
    for views in _VIEWS:
        mine = counts.copy()
        mine.data = mine.data * np.isin(mine.indices & 3, views)
        mine.eliminate_zeros()
        own = np.asarray(mine.sum(1), np.float32)
        value = np.asarray((mine @ index.evidence).todense(), np.float32)
        found.append((value + own * bias) / said)
    return np.stack(found)


def _chosen(vote: Floats, spoken: Floats, grammar: Floats) -> Ints:
    """Classes proposed by any side, each once; -1 after them."""
    first = np.argpartition(-vote, FROM_EACH, 1)[:, :FROM_EACH]
    first = np.where(np.take_along_axis(vote, first, 1) > 0, first, -1)
    second = np.argpartition(-spoken, FROM_EACH, 1)[:, :FROM_EACH]
    third = np.argpartition(-grammar, FROM_PARTS, 1)[:, :FROM_PARTS]
    third = np.where(np.take_along_axis(grammar, third, 1) > 0, third, -1)
    both = np.sort(np.concatenate([first, second, third], 1), 1)[:, ::-1]
    again = np.zeros(both.shape, bool)
    again[:, 1:] = both[:, 1:] == both[:, :-1]
    return np.sort(np.where(again, -1, both), 1)[:, ::-1].astype(np.int64)


def _near_sides(index: Index, near: Neighbours, chosen: Ints, vote: Floats) -> Floats:
    safe = np.maximum(chosen, 0)
    known = near.line >= 0
    line_class = np.where(known, np.asarray(index.line_class)[near.line], -2)
    kind = np.where(known, np.asarray(index.line_kind)[near.line], -1)
    same = line_class[:, None, :] == safe[:, :, None]
    alike = same * near.similarity[:, None, :]
    best = [(alike * (kind == k)[:, None, :]).max(2) for k in range(3)]
    log_vote = np.log(np.take_along_axis(vote, safe, 1) + 0.01)
    top = near.similarity[:, :1]
    columns = [
        log_vote,
        alike.max(2),
        *best,
        np.log(_grouped(vote, _groups(4), safe) + 0.02),
        np.log(_grouped(vote, _groups(2), safe) + 0.02),
        np.log1p(same.sum(2)),
        log_vote * top,
        log_vote * (top < FAR),
    ]
    return np.stack(columns, 2).astype(np.float32)


def _spoken_sides(near: Neighbours, chosen: Ints, spoken: Floats) -> Floats:
    safe = np.maximum(chosen, 0)
    whole = spoken.sum(0)
    behind = whole - whole.max(1, keepdims=True)
    each = [np.take_along_axis(one, safe, 1) for one in (behind, *spoken)]
    there = chosen >= 0
    behind_best = [
        one - np.where(there, one, -1e9).max(1, keepdims=True) for one in each[1:]
    ]
    pull = np.exp(2 * behind)
    heading = _grouped(pull, _groups(4), safe) / pull.sum(1, keepdims=True)
    far = near.similarity[:, :1] < FAR
    columns = [each[0], *behind_best, np.log(heading + 0.02), each[0] * far]
    return np.stack(columns, 2).astype(np.float32)


def _grammar_sides(chosen: Ints, grammar: Floats) -> Floats:
    safe = np.maximum(chosen, 0)
    own = np.take_along_axis(grammar, safe, 1)
    heading = np.minimum(_grouped(grammar, _groups(4), safe), 2)
    return np.stack([own, heading], 2).astype(np.float32)


@cache
def _groups(digits: int) -> Ints:
    """The number of the heading or chapter of each class."""
    starts = [code[:digits] for code in classes()]
    place = {start: n for n, start in enumerate(dict.fromkeys(starts))}
    return np.array([place[start] for start in starts], np.int64)


def _grouped(values: Floats, group: Ints, chosen: Ints) -> Floats:
    """The sum of `values` over the heading or chapter of each chosen class."""
    bounds = np.flatnonzero(np.diff(group, prepend=-1))
    sums = np.add.reduceat(values, bounds, axis=1)
    found: Floats = np.take_along_axis(sums, group[chosen], 1)
    return found
