"""How each class stands to a batch of descriptions, seen from several sides.

The most alike lines vote for their classes; beside that every feature speaks for the
classes it is found in. `SIDES` names the numbers each candidate class gets from it,
`REGIMES` the kinds of description whose sides weigh differently.
"""

from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import features
from enduse.goods.classify.grammar import Readings
from enduse.goods.classify.index import Index, groups
from enduse.goods.classify.neighbours import Neighbours, neighbours
from enduse.goods.classify.sparse_rows import dense_product, greatest

FROM_EACH = 14  # candidates that each side proposes
FROM_PARTS = 4
FROM_MEANING = 8
POWER = 4
FAR = 0.35  # nothing is like it
_BLOCK = 50  # descriptions whose every class is looked at together: what a cache holds
SHARP = 12  # how fast the share of a class falls with its distance
Floats = NDArray[np.float32]
Ints = NDArray[np.int64]

SIDES = (
    "vote", "alike", "nomenclature", "words", "learned", "heading vote",
    "chapter vote", "count", "vote when alike", "vote when far", "spoken",
    "words speak", "letters speak", "part speaks", "heading spoken",
    "spoken when far", "grammar", "grammar of heading",
    "meant", "share of meaning", "heading meant",
    "usual", "usual or not", "heading usual", "unheard", "nearest",
)  # fmt: skip
REGIMES = ("any", "part number", "prose")
_LONG = 12  # words that make a description prose
_VIEW_OF = np.array([0, 1, 0, 2])  # words and pairs, letters, part prefixes
_VIEWS = 3


@dataclass(frozen=True, slots=True)
class Candidates:
    """Classes that each description may have (-1: none), and their sides."""

    classes: Ints
    sides: Floats
    neighbours: Neighbours


class _Votes(NamedTuple):
    """The class of each neighbour (-2: none), its kind, and its share of the vote."""

    code: Ints
    kind: Ints
    share: Floats


class _Spoken(NamedTuple):
    """What the features say of every class, and each view of it.

    `each` lacks the `bias`, once for each feature `own`; `said` scales both.
    *Units*: nats, over the root of how many features there are.
    """

    whole: Floats
    each: Floats
    own: Floats
    said: Floats


class _Read(NamedTuple):
    """Classes that part numbers speak for (-3: none) and how strongly, by row."""

    code: Ints
    strength: Floats


class _Seen(NamedTuple):
    """What is seen of some descriptions from every side.

    `unheard` is the share of the words of each that no known line has.
    """

    near: Neighbours
    votes: _Votes
    spoken: _Spoken
    grammar: _Read
    meant: Floats
    unheard: Floats


def candidates(index: Index, counts: Any, read: Readings) -> Candidates:
    """The classes each description may have, with every side of each.

    `counts` are the features of the descriptions, `read` what their part numbers say.
    Sides are repeated for each regime: as they are, and again where it applies.
    """
    regimes = _regimes(counts)
    near = neighbours(index, counts, part=regimes[:, 1] > 0)
    votes = _votes(index, near)
    grammar = _by_row(read, counts.shape[0])
    meant = index.meaning.likeness(counts, index.idf)
    unheard = _unheard(index, counts)
    found = []
    for begin in range(0, counts.shape[0], _BLOCK):
        rows = slice(begin, begin + _BLOCK)
        mine = _Seen(
            Neighbours(near.line[rows], near.similarity[rows]),
            _Votes(votes.code[rows], votes.kind[rows], votes.share[rows]),
            _spoken(index, counts[rows]),
            _Read(grammar.code[rows], grammar.strength[rows]),
            meant[rows],
            unheard[rows],
        )
        found.append(_sides(index, mine, regimes[rows]))
    chosen, sides = (np.concatenate(column) for column in zip(*found, strict=True))
    return Candidates(chosen, sides, near)


def _sides(index: Index, seen: _Seen, regimes: Floats) -> tuple[Ints, Floats]:
    """The classes that some descriptions may have, and the sides of each."""
    chosen = _chosen(seen)
    parts = [
        *_near_sides(seen.near, chosen, seen.votes),
        *_spoken_sides(index, seen.near, chosen, seen.spoken),
        *_grammar_sides(chosen, seen.grammar),
        *_meant_sides(chosen, seen.meant),
        *_usual_sides(index, seen, chosen),
        *_surely_sides(seen, chosen),
    ]
    plain = np.stack(parts, 2).astype(np.float32)
    plain[chosen < 0] = 0
    each = [plain * regimes[:, n, None, None] for n in range(len(REGIMES))]
    return chosen, np.concatenate(each, 2)


def _unheard(index: Index, counts: Any) -> Floats:
    """The share of the words of each description that stand in no known line."""
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    word = (counts.indices & 3) == features.WORD
    rarest = np.log(index.info["measured_of"] + 1) + 1 - 1e-3
    new = word & (index.idf[counts.indices] >= rarest)
    words = np.bincount(row[word], minlength=counts.shape[0])
    heard_not = np.bincount(row[new], minlength=counts.shape[0])
    return np.asarray(heard_not / np.maximum(words, 1), np.float32)


def _regimes(counts: Any) -> Floats:
    """Which regimes each description is in: 1 or 0."""
    rows = counts.shape[0]
    row = np.repeat(np.arange(rows), np.diff(counts.indptr))
    view = counts.indices & 3
    parts = np.bincount(row[view == features.PART], minlength=rows)
    words = np.bincount(row[view == features.WORD], minlength=rows)
    part = (parts >= 3) & (words < _LONG)
    return np.stack([np.ones(rows), part, words >= _LONG], 1).astype(np.float32)


def _votes(index: Index, near: Neighbours) -> _Votes:
    known = near.line >= 0
    code = np.where(known, index.lines.of_class[near.line], -2)
    kind = np.where(known, index.lines.kind[near.line], -1)
    weight = np.where(known, near.similarity**POWER, 0)
    share = weight / np.maximum(weight.sum(1, keepdims=True), 1e-9)
    return _Votes(code, kind, share.astype(np.float32))


def _spoken(index: Index, counts: Any) -> _Spoken:
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
    return _Spoken(whole, each, own, said)


def _by_row(read: Readings, rows: int) -> _Read:
    """The readings of each row side by side, in the order they came."""
    size = np.bincount(read.row, minlength=rows)
    width = max(int(size.max(initial=0)), FROM_PARTS)
    code = np.full((rows, width), -3, np.int64)
    strength = np.zeros((rows, width), np.float32)
    order = np.argsort(read.row, kind="stable")
    first = np.concatenate([[0], np.cumsum(size)])
    row = read.row[order]
    column = np.arange(len(row)) - first[row]
    code[row, column] = read.code[order]
    strength[row, column] = read.strength[order]
    return _Read(code, strength)


def _chosen(seen: _Seen) -> Ints:
    """Classes proposed by any side, each once; -1 after them."""
    votes, grammar = seen.votes, seen.grammar
    same = votes.code[:, :, None] == votes.code[:, None, :]
    vote = np.einsum("rij,rj->ri", same, votes.share)
    earlier = np.tril(np.ones(same.shape[1:], bool), -1)
    vote[(same & earlier).any(2)] = 0
    first = np.argsort(-vote, 1, kind="stable")[:, :FROM_EACH]
    there = np.take_along_axis(vote, first, 1) > 0
    first = np.where(there, np.take_along_axis(votes.code, first, 1), -1)
    second = greatest(seen.spoken.whole, FROM_EACH)
    strongest = np.argsort(-grammar.strength, 1, kind="stable")[:, :FROM_PARTS]
    third = np.take_along_axis(grammar.code, strongest, 1)
    fourth = greatest(seen.meant, FROM_MEANING)
    all_four = np.concatenate([first, second, third, fourth], 1)
    both = np.sort(all_four, 1)[:, ::-1]
    both = np.maximum(both, -1)
    again = np.zeros(both.shape, bool)
    again[:, 1:] = both[:, 1:] == both[:, :-1]
    found: Ints = np.sort(np.where(again, -1, both), 1)[:, ::-1].astype(np.int64)
    return found


def _near_sides(near: Neighbours, chosen: Ints, votes: _Votes) -> list[Floats]:
    same = votes.code[:, None, :] == chosen[:, :, None]
    alike = same * near.similarity[:, None, :]
    best = [(alike * (votes.kind == k)[:, None, :]).max(2) for k in range(3)]
    log_vote = np.log(_shared(same, votes.share) + 0.01)
    beside = []
    for digits in (4, 2):
        group = groups(digits)
        mine = np.where(votes.code >= 0, group[votes.code], -2)
        beside.append(
            _shared(mine[:, None, :] == group[chosen][:, :, None], votes.share)
        )
    top = near.similarity[:, :1]
    return [
        log_vote,
        alike.max(2),
        *best,
        *(np.log(share + 0.02) for share in beside),
        np.log1p(same.sum(2)),
        log_vote * top,
        log_vote * (top < FAR),
    ]


def _shared(same: NDArray[np.bool_], share: Floats) -> Floats:
    """The share of the vote of those neighbours that are the same as a candidate."""
    found: Floats = (same * share[:, None, :]).sum(2)
    return found


def _spoken_sides(
    index: Index, near: Neighbours, chosen: Ints, spoken: _Spoken
) -> list[Floats]:
    safe = np.maximum(chosen, 0)
    behind = spoken.whole - spoken.whole.max(1, keepdims=True)
    own = np.take_along_axis(behind, safe, 1)
    bias = index.bias[safe]
    there = chosen >= 0
    pull = np.exp(2 * behind)
    heading = _grouped(pull, safe) / pull.sum(1, keepdims=True)
    found = [own]
    for view, many in zip(spoken.each, spoken.own, strict=True):
        mine = (np.take_along_axis(view, safe, 1) + many * bias) / spoken.said
        found.append(mine - np.where(there, mine, -1e9).max(1, keepdims=True))
    far = near.similarity[:, :1] < FAR
    return [*found, np.log(heading + 0.02), own * far]


def _grammar_sides(chosen: Ints, grammar: _Read) -> list[Floats]:
    same = grammar.code[:, None, :] == chosen[:, :, None]
    own = (same * grammar.strength[:, None, :]).max(2)
    group = groups(4)
    mine = np.where(grammar.code >= 0, group[grammar.code], -2)
    beside = mine[:, None, :] == group[chosen][:, :, None]
    heading = (beside * grammar.strength[:, None, :]).sum(2)
    return [own, np.minimum(heading, 2)]


def _meant_sides(chosen: Ints, meant: Floats) -> list[Floats]:
    """How alike in meaning, its share among the chosen, and how far the heading is."""
    own = np.take_along_axis(meant, np.maximum(chosen, 0), 1)
    own = np.where(chosen >= 0, own, -1)
    behind = own - own.max(1, keepdims=True)
    power = np.exp(SHARP * behind)
    group = groups(4)[chosen]
    same = group[:, :, None] == group[:, None, :]
    heading = np.where(same, behind[:, None, :], -2).max(2)
    return [own, np.log(power / power.sum(1, keepdims=True) + 1e-3), heading]


def _usual_sides(index: Index, seen: _Seen, chosen: Ints) -> list[Floats]:
    """How usual a class is in those learned sets that the description is like.

    *Unknown*: 0 where nothing was learned.
    """
    usual = index.usual
    rows, sets = len(chosen), len(usual) + 1
    line = seen.near.line
    like = np.where(line >= 0, index.lines.learned_with(line), -1)
    place = np.arange(rows)[:, None] * sets + like + 1
    of_set = np.bincount(place.ravel(), seen.votes.share.ravel(), rows * sets)
    of_set = of_set.reshape(rows, sets)[:, 1:].astype(np.float32)
    safe = np.maximum(chosen, 0)
    own, heading = np.zeros((2, *chosen.shape), np.float32)
    for n in np.flatnonzero(of_set.any(0)).tolist():
        share = of_set[:, n, None]
        own += share * usual[n][safe]
        heading += share * index.usual_headings[n][groups(4)[safe]]
    return [np.log1p(own * 1e4), np.log1p(own * 1e3), np.log1p(heading * 1e3)]


def _surely_sides(seen: _Seen, chosen: Ints) -> list[Floats]:
    """The same for every candidate: how sure any of them can be."""
    alike = (-seen.unheard, seen.near.similarity[:, 0])
    return [np.repeat(one[:, None], chosen.shape[1], 1) for one in alike]


def _grouped(values: Floats, chosen: Ints) -> Floats:
    """The sum of `values` over the heading of each chosen class."""
    sums = np.asarray(_headings() @ values.T).T
    found: Floats = np.take_along_axis(sums, groups(4)[chosen], 1)
    return found


@cache
def _headings() -> Any:
    """Headings by classes: one where the class is of the heading."""
    from scipy import sparse

    group = groups(4)
    where = (group, np.arange(len(group)))
    return sparse.csr_matrix((np.ones(len(group), np.float32), where))
