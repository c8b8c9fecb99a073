"""How the known lines that a description is most like vote for their classes.

A line votes with a power of how alike it is. What candidates get is counted from the
few pairs of a line and a candidate that are of one class, heading or chapter.
"""

from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.index import Index, groups
from enduse.goods.classify.neighbours import Neighbours

FROM_EACH = 14  # candidates that each side proposes
POWER = 4
FAR = 0.35  # nothing is like it
_KINDS = 3
_LANES = 8  # sums are of every eighth value, then of these: how numpy adds up a row
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]


class Votes(NamedTuple):
    """The class of each neighbour (-2: none), its kind, and its share of the vote."""

    code: Ints
    kind: Ints
    share: Floats


def votes_of(index: Index, near: Neighbours) -> Votes:
    """The votes of the lines that each description is most like."""
    known = near.line >= 0
    code = np.where(known, index.lines.of_class[near.line], -2)
    kind = np.where(known, index.lines.kind[near.line], -1)
    weight = np.where(known, near.similarity**POWER, 0)
    share = weight / np.maximum(weight.sum(1, keepdims=True), 1e-9)
    return Votes(code, kind, share.astype(np.float32))


def proposed(votes: Votes) -> Ints:
    """The classes with most votes, of equals that of the nearest line; -1: none."""
    code = votes.code
    rows, width = code.shape
    place = np.arange(rows * width)
    leader = _firsts(code).ravel() + place // width * width
    vote = _sums(leader, place % width, votes.share.ravel(), rows * width)
    vote[leader != place] = 0
    vote = vote.reshape(rows, width)
    first = np.argsort(-vote, 1, kind="stable")[:, :FROM_EACH]
    there = np.take_along_axis(vote, first, 1) > 0
    return np.where(there, np.take_along_axis(code, first, 1), -1)


def _firsts(code: Ints) -> Ints:
    """Of each place in a row the first that has the same class."""
    order = np.argsort(code, 1, kind="stable")
    risen = np.take_along_axis(code, order, 1)
    first = np.take_along_axis(order, leaders(risen), 1)
    found = np.empty_like(order)
    np.put_along_axis(found, order, first, 1)
    return found


def sides(near: Neighbours, chosen: Ints, votes: Votes) -> list[Floats]:
    """What the votes say of the chosen classes, which fall within a row."""
    rows, width = chosen.shape
    row, place, rank = _hits(chosen, votes.code)
    alike = np.zeros((1 + _KINDS, rows * width), np.float32)
    back = slice(None, None, -1)  # the nearest last, so that it is what stays
    similarity = near.similarity[row, rank][back]
    alike[0, place[back]] = similarity
    alike[1 + votes.kind[row, rank][back], place[back]] = similarity
    log_vote = np.log(_shared(chosen, votes.code, votes.share) + 0.01)
    shares = (_shared(*_grouped(n, chosen, votes.code), votes.share) for n in (4, 2))
    count = np.bincount(place, minlength=rows * width).reshape(rows, width)
    top = near.similarity[:, :1]
    return [
        log_vote,
        *alike.reshape(1 + _KINDS, rows, width),
        *(np.log(share + 0.02) for share in shares),
        np.log1p(count),
        log_vote * top,
        log_vote * (top < FAR),
    ]


def leaders(sorted_: Ints) -> Ints:
    """Of each place in a row the first of the same value, which stand side by side.

    *Example*:
    >>> leaders(np.array([[7, 5, 5, 2]])).tolist()
    [[0, 1, 1, 3]]
    """
    place = np.arange(sorted_.shape[1])
    found = np.where(sorted_[:, 1:] != sorted_[:, :-1], place[1:], 0)
    found = np.concatenate([np.zeros((len(sorted_), 1), np.int64), found], 1)
    return np.maximum.accumulate(found, 1)


def _grouped(digits: int, chosen: Ints, code: Ints) -> tuple[Ints, Ints]:
    """The heading or chapter of each candidate and of each neighbour."""
    group = groups(digits)
    mine = np.where(chosen >= 0, group[chosen], -1)
    return mine, np.where(code >= 0, group[code], -2)


def _shared(chosen: Ints, code: Ints, share: Floats) -> Floats:
    """The share of the vote of those neighbours that are the same as a candidate."""
    rows, width = chosen.shape
    leader = leaders(chosen)
    first = leader == np.arange(width)
    row, place, rank = _hits(np.where(first, chosen, -1), code)
    total = _sums(place, rank, share[row, rank], rows * width)
    return np.take_along_axis(total.reshape(rows, width), leader, 1)


def _hits(chosen: Ints, code: Ints) -> tuple[Ints, Ints, Ints]:
    """Row, place among all candidates, and rank of neighbours of the same class."""
    place, rank = np.divmod(np.flatnonzero(_pairs(chosen, code)), code.shape[1])
    return place // chosen.shape[1], place, rank


def _pairs(left: Ints, right: Ints) -> NDArray[np.bool_]:
    """Which values of two tables are the same, row by row."""
    same = left.astype(np.int16)[:, :, None] == right.astype(np.int16)[:, None, :]
    return np.asarray(same, bool)


def _sums(place: Ints, rank: Ints, value: Floats, size: int) -> Floats:
    """The sum of the values that belong to each place; `rank` in their row."""
    lane = np.zeros(size * _LANES, np.float32)
    np.add.at(lane, place * _LANES + rank % _LANES, value)
    while len(lane) > size:
        lane = lane[::2] + lane[1::2]
    return lane
