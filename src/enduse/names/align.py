"""Two names' tokens set against each other, each used at most once."""

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.names.similarity import similarity

INITIAL_LIKENESS = 0.8
_GLUE_FLOOR = 0.85


@dataclass(frozen=True, slots=True)
class Pair:
    """Positions on both sides that stand for the same word, and how alike it is."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs found, and the positions left over on either side."""

    pairs: tuple[Pair, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


def align(left: Sequence[str], right: Sequence[str]) -> Alignment:
    """The alignment of two token lists; swapping the sides swaps its sides.

    Likest pairs first: whole tokens, then tokens split or glued, then initials.
    """
    open_left, open_right = set(range(len(left))), set(range(len(right)))
    pairs: list[Pair] = []
    for find in (_equal, _alike, _glued, _initials):
        if not open_left or not open_right:
            break
        for pair in find(left, right, open_left, open_right):
            if open_left.issuperset(pair.left) and open_right.issuperset(pair.right):
                open_left.difference_update(pair.left)
                open_right.difference_update(pair.right)
                pairs.append(pair)
    return Alignment(tuple(pairs), tuple(sorted(open_left)), tuple(sorted(open_right)))


def _equal(
    left: Sequence[str], right: Sequence[str], ours: set[int], theirs: set[int]
) -> list[Pair]:
    places: dict[str, list[int]] = {}
    for j in sorted(theirs, reverse=True):
        places.setdefault(right[j], []).append(j)
    found = [(i, places[left[i]]) for i in sorted(ours) if left[i] in places]
    return [Pair((i,), (js.pop(),), 1.0) for i, js in found if js]


def _alike(
    left: Sequence[str], right: Sequence[str], ours: set[int], theirs: set[int]
) -> list[Pair]:
    return _ranked(
        [
            (similarity(left[i], right[j]), (i,), (j,), left[i], right[j])
            for i in ours
            for j in theirs
        ]
    )


def _glued(
    left: Sequence[str], right: Sequence[str], ours: set[int], theirs: set[int]
) -> list[Pair]:
    """Neighbouring leftovers of one side that together are one word of the other."""
    found = []
    for i in ours:
        for j in theirs:
            if j + 1 in theirs:
                word = right[j] + right[j + 1]
                found.append(_glue(left[i], word, (i,), (j, j + 1)))
            if i + 1 in ours:
                word = left[i] + left[i + 1]
                found.append(_glue(word, right[j], (i, i + 1), (j,)))
    return _ranked(found)


Ranked = tuple[float, tuple[int, ...], tuple[int, ...], str, str]


def _glue(word: str, other: str, i: tuple[int, ...], j: tuple[int, ...]) -> Ranked:
    likeness = similarity(word, other)
    return (likeness if likeness >= _GLUE_FLOOR else 0.0, i, j, word, other)


def _initials(
    left: Sequence[str], right: Sequence[str], ours: set[int], theirs: set[int]
) -> list[Pair]:
    found = [
        (INITIAL_LIKENESS, (i,), (j,), left[i], right[j])
        for i in ours
        for j in theirs
        if 1 in (len(left[i]), len(right[j])) and left[i][0] == right[j][0]
        if left[i].isalpha() and right[j].isalpha()
    ]
    return _ranked(found)


def _ranked(found: list[Ranked]) -> list[Pair]:
    """The pairs above zero, likest first; ties in an order that knows no side."""
    kept = [item for item in found if item[0] > 0]
    kept.sort(key=lambda x: (-x[0], *sorted((x[3], x[4])), sorted((x[1], x[2]))))
    return [Pair(i, j, likeness) for likeness, i, j, _, _ in kept]
