"""How each class stands to a batch of descriptions, seen from several sides.

The most alike lines vote for their classes; beside that every feature speaks for the
classes it is found in. `SIDES` names the numbers each candidate class gets from it,
`REGIMES` the kinds of description whose sides weigh differently.
"""

from dataclasses import dataclass
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import features, sold_rule, spoken, votes
from enduse.goods.classify.grammar import Readings
from enduse.goods.classify.index import Index, groups
from enduse.goods.classify.neighbours import Neighbours, neighbours
from enduse.goods.classify.sold_rule import Sold
from enduse.goods.classify.sparse_rows import greatest
from enduse.goods.classify.votes import Votes, leaders

FROM_PARTS = 4
FROM_MEANING = 8
_BLOCK = 25  # descriptions whose every class is looked at together: what a cache holds
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
_BEGUN = 3  # beginnings of a part number that known lines have, so that it leads
_WORDS = 3  # known words beside which another is a model


@dataclass(frozen=True, slots=True)
class Candidates:
    """Classes that each description may have (-1: none), and their sides.

    `regimes` tells by 1 or 0 in which each description is.
    """

    classes: Ints
    sides: Floats
    regimes: Floats
    neighbours: Neighbours

    def in_regimes(self) -> Floats:
        """The sides repeated for each regime: as they are where it applies, else 0."""
        each = [self.sides * regime[:, None, None] for regime in self.regimes.T]
        return np.concatenate(each, 2)


class _Read(NamedTuple):
    """Classes that part numbers speak for (-3: none) and how strongly, by row."""

    code: Ints
    strength: Floats


def candidates(
    index: Index, counts: Any, *, read: Readings, sold: Sold, models: bool = True
) -> Candidates:
    """The classes each description may have, with every side of each.

    `counts` are the features of the descriptions, `read` what their part numbers say,
    `sold` the nouns they turn on; `models` whether a number that no line has is a
    model beside known words.
    """
    regimes = _regimes(index, counts, read, models=models)
    near = neighbours(index, counts, part=regimes[:, 1] > 0)
    voted = votes.votes_of(index, near)
    grammar = _by_row(read, counts.shape[0])
    meant = index.meaning.likeness(counts, index.idf)
    proposed = np.concatenate([
        votes.proposed(voted), _read_most(grammar), greatest(meant, FROM_MEANING),
        sold_rule.proposed(sold),
    ], 1)  # fmt: skip
    chosen, said = _spoken(index, counts, proposed, near)
    parts = [
        *votes.sides(near, chosen, voted),
        *said,
        *_grammar_sides(chosen, grammar),
        *_meant_sides(chosen, meant),
        *_usual_sides(index, near, voted, chosen),
        *_surely_sides(_unheard(index, counts), near, chosen),
    ]
    sides = np.stack(parts, 2).astype(np.float32)
    sides[chosen < 0] = 0
    return Candidates(chosen, sides, regimes, near)


def _spoken(
    index: Index, counts: Any, proposed: Ints, near: Neighbours
) -> tuple[Ints, list[Floats]]:
    """The classes proposed, and by what is spoken; what is spoken of each of them."""
    far = near.similarity[:, :1] < votes.FAR
    found = []
    for begin in range(0, counts.shape[0], _BLOCK):
        rows = slice(begin, begin + _BLOCK)
        said = spoken.spoken(index, counts[rows])
        more = greatest(said.whole, votes.FROM_EACH)
        chosen = _falling(np.concatenate([proposed[rows], more], 1))
        found.append([chosen, *spoken.sides(index, chosen, said, far[rows])])
    chosen, *sides = (np.concatenate(column) for column in zip(*found, strict=True))
    return chosen, sides


def _unheard(index: Index, counts: Any) -> Floats:
    """The share of the words of each description that stand in no known line."""
    row = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
    word = (counts.indices & 3) == features.WORD
    new = word & ~_heard(index, counts)
    words = np.bincount(row[word], minlength=counts.shape[0])
    heard_not = np.bincount(row[new], minlength=counts.shape[0])
    return np.asarray(heard_not / np.maximum(words, 1), np.float32)


def _heard(index: Index, counts: Any) -> NDArray[np.bool_]:
    """Which features stand in a known line."""
    rarest = np.log(index.info["measured_of"] + 1) + 1 - 1e-3
    found: NDArray[np.bool_] = index.idf[counts.indices] < rarest
    return found


def _regimes(index: Index, counts: Any, read: Readings, *, models: bool) -> Floats:
    """Which regimes each description is in: 1 or 0.

    Beside words of a script of their own a number is a model; the words say of what.
    So it is beside known words where no line has a number that begins so (`models`).
    """
    rows = counts.shape[0]
    row = np.repeat(np.arange(rows), np.diff(counts.indptr))
    view, heard = counts.indices & 3, _heard(index, counts)
    is_part, is_word = view == features.PART, view == features.WORD
    parts = np.bincount(row[is_part], minlength=rows)
    words = np.bincount(row[is_word], minlength=rows)
    begun = np.bincount(row[is_part & heard], minlength=rows)
    known = np.bincount(row[is_word & heard], minlength=rows)
    unknown = (begun < _BEGUN) & (known >= _WORDS) & models
    model = read.told | unknown
    part = (parts >= 3) & (words < _LONG) & ~model
    return np.stack([np.ones(rows), part, words >= _LONG], 1).astype(np.float32)


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


def _read_most(grammar: _Read) -> Ints:
    """The classes that part numbers speak for most."""
    strongest = np.argsort(-grammar.strength, 1, kind="stable")[:, :FROM_PARTS]
    return np.take_along_axis(grammar.code, strongest, 1)


def _falling(proposed: Ints) -> Ints:
    """The classes of each row falling, each once; -1 after them."""
    both = np.maximum(np.sort(proposed, 1)[:, ::-1], -1)
    again = np.zeros(both.shape, bool)
    again[:, 1:] = both[:, 1:] == both[:, :-1]
    found: Ints = np.sort(np.where(again, -1, both), 1)[:, ::-1].astype(np.int64)
    return found


def _grammar_sides(chosen: Ints, grammar: _Read) -> list[Floats]:
    own, heading = np.zeros((2, *chosen.shape), np.float32)
    rows = np.flatnonzero(grammar.strength.any(1))
    read, strength = grammar.code[rows], grammar.strength[rows, None, :]
    same = read[:, None, :] == chosen[rows, :, None]
    own[rows] = (same * strength).max(2, initial=0)
    group = groups(4)
    mine = np.where(read >= 0, group[read], -2)
    beside = mine[:, None, :] == group[chosen[rows]][:, :, None]
    heading[rows] = np.minimum((beside * strength).sum(2), 2)
    return [own, heading]


def _meant_sides(chosen: Ints, meant: Floats) -> list[Floats]:
    """How alike in meaning, its share among the chosen, and how far the heading is."""
    own = np.take_along_axis(meant, np.maximum(chosen, 0), 1)
    own = np.where(chosen >= 0, own, -1)
    behind = own - own.max(1, keepdims=True)
    power = np.exp(SHARP * behind)
    group = np.where(chosen >= 0, groups(4)[chosen], -1)
    first = (leaders(group) == np.arange(chosen.shape[1])).ravel()
    best = np.maximum.reduceat(behind.ravel(), np.flatnonzero(first))
    heading = best[np.cumsum(first) - 1].reshape(chosen.shape)
    return [own, np.log(power / power.sum(1, keepdims=True) + 1e-3), heading]


def _usual_sides(
    index: Index, near: Neighbours, voted: Votes, chosen: Ints
) -> list[Floats]:
    """How usual a class is in those learned sets that the description is like.

    *Unknown*: 0 where nothing was learned.
    """
    line = near.line
    like = np.where(line >= 0, index.lines.learned_with(line), -1)
    used, column = np.unique(like, return_inverse=True)
    rows, sets = len(chosen), len(used)
    place = np.arange(rows)[:, None] * sets + column.reshape(like.shape)
    of_set = np.bincount(place.ravel(), voted.share.ravel(), rows * sets)
    of_set = of_set.reshape(rows, sets).astype(np.float32)
    safe, group = np.maximum(chosen, 0), groups(4)
    own, heading = np.zeros((2, *chosen.shape), np.float32)
    for n, source in enumerate(used.tolist()):
        mine = np.flatnonzero(of_set[:, n])
        if source >= 0 and len(mine):
            share = of_set[mine, n, None]
            classes, headings = index.usual.of(source)
            own[mine] += share * classes[safe[mine]]
            heading[mine] += share * headings[group[safe[mine]]]
    return [np.log1p(own * 1e4), np.log1p(own * 1e3), np.log1p(heading * 1e3)]


def _surely_sides(unheard: Floats, near: Neighbours, chosen: Ints) -> list[Floats]:
    """The same for every candidate: how sure any of them can be."""
    alike = (-unheard, near.similarity[:, 0])
    return [np.repeat(one[:, None], chosen.shape[1], 1) for one in alike]
