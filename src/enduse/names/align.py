"""Two names' tokens set against each other, each used at most once."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from operator import methodcaller

from enduse.model.quick import quick
from enduse.names.form import NameForm
from enduse.text.numbers import joined
from enduse.text.phonetic import VOWELLESS

INITIAL_LIKENESS = 0.8
GLUE_FLOOR = 0.85
WRITTEN = 0.95  # words of two meanings that are written alike, at most
_GLUE_LETTERS = 2
_ARTICLES = ("al", "el")
_ARTICLE_LETTERS, _WITH_ARTICLE = 2, 6  # of an article; of the shortest word with one

_MARKED = methodcaller("endswith", VOWELLESS)
Likeness = Callable[[str, str], float]


@quick
@dataclass(frozen=True, slots=True)
class Pair:
    """Positions on both sides that stand for the same word, and how alike it is."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    likeness: float


@quick
@dataclass(frozen=True, slots=True)
class Alignment:
    """The pairs found, and the positions left over on either side."""

    pairs: tuple[Pair, ...]
    left_over: tuple[int, ...]
    right_over: tuple[int, ...]


# Likeness, positions and words of either side.
Found = tuple[float, tuple[int, ...], tuple[int, ...], str, str]


class _Sides:
    """Two token lists and which of their positions are still open."""

    def __init__(self, left: NameForm, right: NameForm) -> None:
        self.left, self.right = left.tokens, right.tokens
        self.left_spelt = left.spelt or left.tokens
        self.right_spelt = right.spelt or right.tokens
        self.ours = list(range(len(left.tokens)))
        self.theirs = list(range(len(right.tokens)))
        self.left_raw, self.right_raw = left.raw, right.raw
        self.pairs: list[Pair] = []

    @property
    def is_open(self) -> bool:
        return bool(self.ours and self.theirs)

    def take_equal(self) -> None:
        """Closes every pair of equal tokens, in order."""
        left, right, ours, theirs = self.left, self.right, self.ours, self.theirs
        for i, token in enumerate(left):
            if token in right:
                for j in theirs:
                    if right[j] == token:
                        theirs.remove(j)
                        ours.remove(i)
                        self.pairs.append(_equal(i, j))
                        break

    def take(self, found: list[Found]) -> None:
        """Closes the pairs found, likest first, unless part of one is taken."""
        ours, theirs = self.ours, self.theirs
        if len(found) > 1:
            found.sort(key=_side_blind)
        for alike, i, j, _, _ in found:
            if _all_open(i, ours) and _all_open(j, theirs):
                for x in i:
                    ours.remove(x)
                for x in j:
                    theirs.remove(x)
                self.pairs.append(Pair(i, j, alike))


@lru_cache(maxsize=1024)
def _equal(i: int, j: int) -> Pair:
    """A pair of equal words: one for all names that have them at these places."""
    return Pair((i,), (j,), 1.0)


def _all_open(places: tuple[int, ...], left: list[int]) -> bool:
    """Whether a word, or two neighbours, are not taken yet."""
    return places[0] in left and (len(places) == 1 or places[1] in left)


def align(
    left: NameForm,
    right: NameForm,
    likeness: Likeness,
    glued_likeness: Likeness | None = None,
) -> Alignment:
    """The alignment of two names' tokens; swapping the sides swaps its sides.

    Likest pairs first: equal tokens, words that differ by a blank, alike ones, alike
    ones that differ by a blank too, then initials.
    """
    if left.tokens == right.tokens:
        return _same(len(left.tokens))
    sides = _Sides(left, right)
    sides.take_equal()
    if sides.is_open:
        sides.take([*_split(sides), *_with_article(sides)])
    if sides.is_open:
        heard = _glued(sides, glued_likeness or likeness) if _is_marked(sides) else ()
        sides.take([*_alike(sides, likeness), *heard])
    if sides.is_open and len(sides.ours) + len(sides.theirs) > 2:
        sides.take(list(_glued(sides, glued_likeness or likeness)))
    if sides.is_open:
        sides.take(list(_initials(sides)))
    return Alignment(tuple(sides.pairs), tuple(sides.ours), tuple(sides.theirs))


@lru_cache(maxsize=64)
def _same(words: int) -> Alignment:
    """The alignment of two names of the same words in the same order."""
    return Alignment(tuple([_equal(at, at) for at in range(words)]), (), ())


def _side_blind(item: Found) -> tuple[object, ...]:
    """Likest first, the longest words of those; ties don't know which side is which."""
    likeness, i, j, ours, theirs = item
    least = min(len(ours), len(theirs))
    return (-likeness, -least, *sorted((ours, theirs)), *sorted((i, j)))


def _alike(sides: _Sides, likeness: Likeness) -> Iterator[Found]:
    for i in sides.ours:
        ours, spelt = sides.left[i], sides.left_spelt[i]
        for j in sides.theirs:
            theirs, written = sides.right[j], sides.right_spelt[j]
            alike = likeness(ours, theirs)
            if spelt != ours or written != theirs:
                alike = max(alike, min(WRITTEN, likeness(spelt, written)))
            if alike > 0:
                yield alike, (i,), (j,), ours, theirs


def _split(sides: _Sides) -> Iterator[Found]:
    """Words that are the same but for a blank: before any that are merely alike."""
    for i, ours in _neighbours(sides.left_spelt, sides.ours):
        if ours in sides.right_spelt:
            for j in sides.theirs:
                if sides.right_spelt[j] == ours:
                    yield 1.0, (i, i + 1), (j,), ours, ours
    for k, theirs in _neighbours(sides.right_spelt, sides.theirs):
        if theirs in sides.left_spelt:
            for h in sides.ours:
                if sides.left_spelt[h] == theirs:
                    yield 1.0, (h,), (k, k + 1), theirs, theirs


def _with_article(sides: _Sides) -> Iterator[Found]:
    """An Arabic article written to its word on one side, and left out of the other's.

    The other side says it before the same word: `Alrowad` is `Al Rowad`, as `Almaz` is
    no `Maz`.
    """
    for j in sides.theirs:
        word = sides.right_spelt[j]
        if _may_have_article(word, sides.left_raw):
            for i in sides.ours:
                if sides.left_spelt[i] == word[_ARTICLE_LETTERS:]:
                    yield 1.0, (i,), (j,), word, word
    for i in sides.ours:
        word = sides.left_spelt[i]
        if _may_have_article(word, sides.right_raw):
            for j in sides.theirs:
                if sides.right_spelt[j] == word[_ARTICLE_LETTERS:]:
                    yield 1.0, (i,), (j,), word, word


def _may_have_article(word: str, raw: str) -> bool:
    return len(word) >= _WITH_ARTICLE and word.startswith(_ARTICLES) and word in raw


def _glued(sides: _Sides, likeness: Likeness) -> Iterator[Found]:
    """Words that differ by a blank and a little more."""
    for i, ours in _neighbours(sides.left_spelt, sides.ours):
        for j in sides.theirs:
            theirs = sides.right_spelt[j]
            if _may_be_glued(ours, theirs):
                alike = likeness(ours, theirs)
                if alike >= GLUE_FLOOR:
                    yield alike, (i, i + 1), (j,), ours, theirs
    for k, theirs in _neighbours(sides.right_spelt, sides.theirs):
        for h in sides.ours:
            ours = sides.left_spelt[h]
            if _may_be_glued(theirs, ours):
                alike = likeness(theirs, ours)
                if alike >= GLUE_FLOOR:
                    yield alike, (h,), (k, k + 1), ours, theirs


def _is_marked(sides: _Sides) -> bool:
    return any(map(_MARKED, sides.left)) or any(map(_MARKED, sides.right))


def _may_be_glued(glued: str, word: str) -> bool:
    """Whether two neighbours as one, and a word, may be the same."""
    if glued.endswith(VOWELLESS):
        return True
    return glued[0] == word[0] and abs(len(glued) - len(word)) <= _GLUE_LETTERS


def _neighbours(tokens: Sequence[str], places: list[int]) -> list[tuple[int, str]]:
    return [
        (i, joined(tokens[i].rstrip(VOWELLESS), tokens[i + 1]))
        for i in places
        if i + 1 in places
    ]


def _initials(sides: _Sides) -> Iterator[Found]:
    if min(map(len, (*sides.left, *sides.right))) > 1:
        return
    for i in sides.ours:
        ours = sides.left[i]
        for j in sides.theirs:
            theirs = sides.right[j]
            initial = 1 in (len(ours), len(theirs)) and ours[0] == theirs[0]
            if initial and ours.isalpha() and theirs.isalpha():
                yield INITIAL_LIKENESS, (i,), (j,), ours, theirs
