"""Two names' tokens set against each other, each used at most once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from enduse.names.form import NameForm

INITIAL_LIKENESS = 0.8
_GLUE_FLOOR = 0.85
_GLUE_LETTERS = 2

Likeness = Callable[[str, str], float]


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


class _Sides:
    """Two token lists and which of their positions are still open."""

    def __init__(self, left: NameForm, right: NameForm) -> None:
        self.left, self.right = left.tokens, right.tokens
        self.left_spelt = left.spelt or left.tokens
        self.right_spelt = right.spelt or right.tokens
        self.ours = list(range(len(left.tokens)))
        self.theirs = list(range(len(right.tokens)))
        self.pairs: list[Pair] = []

    def take(self, i: tuple[int, ...], j: tuple[int, ...], likeness: float) -> None:
        """Closes a pair, unless part of it is taken already."""
        if all(x in self.ours for x in i) and all(x in self.theirs for x in j):
            self.ours = [x for x in self.ours if x not in i]
            self.theirs = [x for x in self.theirs if x not in j]
            self.pairs.append(Pair(i, j, likeness))


def align(left: NameForm, right: NameForm, likeness: Likeness) -> Alignment:
    """The alignment of two names' tokens; swapping the sides swaps its sides.

    Likest pairs first: equal tokens, alike ones, split or glued ones, then initials.
    """
    sides = _Sides(left, right)
    for i, token in enumerate(left.tokens):
        match = next((j for j in sides.theirs if right.tokens[j] == token), None)
        if match is not None:
            sides.take((i,), (match,), 1.0)
    for find in (_split, _alike, _glued, _initials):
        if not sides.ours or not sides.theirs:
            break
        found = [item for item in find(sides, likeness) if item[0] > 0]
        found.sort(key=_side_blind)
        for alike, ours, theirs, _, _ in found:
            sides.take(ours, theirs, alike)
    return Alignment(tuple(sides.pairs), tuple(sides.ours), tuple(sides.theirs))


Found = tuple[float, tuple[int, ...], tuple[int, ...], str, str]


def _side_blind(item: Found) -> tuple[object, ...]:
    """Likest first; ties in an order that doesn't know which side is which."""
    likeness, i, j, ours, theirs = item
    return (-likeness, *sorted((ours, theirs)), *sorted((i, j)))


def _alike(sides: _Sides, likeness: Likeness) -> Iterator[Found]:
    for i in sides.ours:
        ours = sides.left[i]
        for j in sides.theirs:
            theirs = sides.right[j]
            yield likeness(ours, theirs), (i,), (j,), ours, theirs


def _glued(sides: _Sides, likeness: Likeness) -> Iterator[Found]:
    """Neighbouring leftovers of one side that together are one word of the other."""
    for i, ours in _neighbours(sides.left_spelt, sides.ours):
        for j in sides.theirs:
            alike = _glue(ours, sides.right_spelt[j], likeness)
            yield alike, (i, i + 1), (j,), ours, sides.right_spelt[j]
    for k, theirs in _neighbours(sides.right_spelt, sides.theirs):
        for h in sides.ours:
            alike = _glue(sides.left_spelt[h], theirs, likeness)
            yield alike, (h,), (k, k + 1), sides.left_spelt[h], theirs


def _split(sides: _Sides, likeness: Likeness) -> Iterator[Found]:
    """Words that are the same but for a blank: before any that are merely alike."""
    return (item for item in _glued(sides, likeness) if item[0] == 1)


def _neighbours(tokens: Sequence[str], places: list[int]) -> list[tuple[int, str]]:
    return [(i, tokens[i] + tokens[i + 1]) for i in places if i + 1 in places]


def _glue(word: str, other: str, likeness: Likeness) -> float:
    if word[0] != other[0] or abs(len(word) - len(other)) > _GLUE_LETTERS:
        return 0.0
    alike = likeness(word, other)
    return alike if alike >= _GLUE_FLOOR else 0.0


def _initials(sides: _Sides, likeness: Likeness) -> Iterator[Found]:
    for i in sides.ours:
        for j in sides.theirs:
            ours, theirs = sides.left[i], sides.right[j]
            letters = 1 in (len(ours), len(theirs)) and ours.isalpha()
            if letters and theirs.isalpha() and ours[0] == theirs[0]:
                yield INITIAL_LIKENESS, (i,), (j,), ours, theirs
