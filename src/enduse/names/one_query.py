"""One query as plain numbers: what `asked` and `query_words` have of many."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from itertools import pairwise
from math import inf
from typing import NamedTuple

from enduse.names import one_bounds
from enduse.names.align import WRITTEN
from enduse.names.asked import LETTERS, Query, is_given
from enduse.names.bounds import FIRM, ROUNDING
from enduse.names.features.in_translation import is_translated
from enduse.names.features.little_said import SAYS_SOMETHING
from enduse.names.form import NameForm, is_marked
from enduse.names.index import NameIndex
from enduse.names.kinds import KINDS
from enduse.names.lookup import Lookup
from enduse.names.one_bounds import Bars
from enduse.names.resolved import Resolved
from enduse.names.weights import LEGAL, class_weight
from enduse.text.numbers import joined
from enduse.text.phonetic import VOWELLESS

_TINY = 1e-6
FAR = 1 << 62


class Unit(NamedTuple):
    """What was looked up: a word, or it and the next as one (`second`).

    *Units*: `most` is the most likeness that it has to what it may stand for.
    """

    first: int
    second: int
    most: float
    weight: float
    found: Resolved


class After(NamedTuple):
    """The place of a word among those to look up, and what may yet agree after it.

    `place` is far for one that need not be; the rest is as in `query_words.Anchors`.
    """

    place: int
    rest: float
    rest_weight: float
    theirs: float


@dataclass(frozen=True, slots=True)
class OneQuery:
    """A query whose words are looked up. *Units*: see `asked.Asked`."""

    form: NameForm
    needed: tuple[float, ...]
    bars: Bars
    translated: bool
    marked: bool
    weights: Sequence[float]
    initial: Sequence[bool]
    total: float
    spare: float
    given: bool
    units: Sequence[Unit]

    @classmethod
    def of(
        cls, query: Query, index: NameIndex, lookup: Lookup, *, roughly: bool = False
    ) -> "OneQuery":
        """The query with what its words may stand for, so far as `lookup` knows it."""
        form = query.form
        marked = is_marked(form)
        found = _resolved(form, lookup, marked=marked, roughly=roughly)
        weights = index.weights(form.tokens)
        needed = query.by_kind or (query.needed,) * len(KINDS)
        return cls(
            form,
            needed,
            one_bounds.bars(needed),
            is_translated(form),
            marked,
            weights,
            [len(word) == 1 and word.isalpha() for word in form.tokens],
            sum(weights),
            _spare(form.tokens, weights),
            is_given(form),
            [
                Unit(at, to, most, weights[at] + (weights[to] if to >= 0 else 0.0), one)
                for at, to, most, one in found
                if one
            ],
        )

    def costs(self, kind: int) -> bool:
        """Whether common words cost something: what a translation makes up for."""
        return len(self.weights) > 1 and not (self.translated and kind == FIRM)

    def anchors(self) -> list[After]:
        """For each word whether it is to be looked up: `QueryWords.anchors`."""
        cost, heavy, excess = self._of_units()
        held = [c > 0 or short for c, short in zip(cost, self.initial, strict=True)]
        order = sorted(range(len(cost)), key=lambda at: (self.initial[at], cost[at]))
        found = [After(FAR, 0.0, 0.0, 0.0)] * len(cost)
        reach = known = theirs = 0.0
        for place in range(len(order) - 1, -1, -1):
            at = order[place]
            after = After(place, reach, known, theirs)
            if held[at]:
                reach += self.weights[at] + excess[at]
                known += self.weights[at]
                theirs += 1.0 if self.initial[at] else heavy[at]
            apart = max(0.0, self.total - known)
            wanted = self.bars.ratio * apart if apart > _TINY else 0.0
            if cost[at] and reach + _TINY >= wanted and self.bars.ratio < inf:
                found[at] = after
        return found

    def _of_units(self) -> tuple[list[int], list[float], list[float]]:
        """For each word the names to read, its heaviest target, what that adds."""
        cost, heavy = [0] * len(self.weights), list(self.weights)
        excess = [0.0] * len(self.weights)
        for unit in self.units:
            found = unit.found
            for at in (unit.first, unit.second) if unit.second >= 0 else (unit.first,):
                cost[at] += found.postings
                heavy[at] = max(heavy[at], found.heaviest)
                excess[at] = max(excess[at], (found.whole - self.weights[at]) / 2)
        return cost, heavy, excess

    def best(self) -> dict[int, tuple[float, float]]:
        """What each target is to the query at best: its likeness and weight."""
        found: dict[int, tuple[float, float]] = {}
        for unit in self.units:
            most, weight = unit.most, unit.weight
            both = zip(unit.found.ids, unit.found.likeness, strict=True)
            for target, likeness in both:
                likeness = min(likeness, most)
                if held := found.get(target):
                    found[target] = max(held[0], likeness), max(held[1], weight)
                else:
                    found[target] = likeness, weight
        return found

    def letters(self, but: int) -> int:
        """The first letters of the words but one, initials apart, as bits."""
        found = 0
        for at, word in enumerate(self.form.tokens):
            if at != but and not self.initial[at] and word[0] >= "a":
                found |= 1 << (ord(word[0]) - ord("a"))
        return found

    def by_letter(self) -> tuple[dict[int, float], dict[int, float]]:
        """The weight of the heaviest word that begins with a letter; of initials."""
        found: tuple[dict[int, float], dict[int, float]] = {}, {}
        for word, weight in zip(self.form.tokens, self.weights, strict=True):
            letter = ord(word[0]) - ord("a")
            if 0 <= letter < LETTERS:
                of = found[len(word) == 1]
                of[letter] = max(of.get(letter, 0.0), weight)
        return found


def _resolved(
    form: NameForm, lookup: Lookup, *, marked: bool, roughly: bool
) -> list[tuple[int, int, float, Resolved]]:
    """For each word, its other spelling, and neighbours as one: what they may be."""
    tokens, spelt = form.tokens, form.spelt or form.tokens
    resolve = partial(lookup.resolve, shadowed=marked, roughly=roughly)
    whole = resolve(tokens)
    found = [(at, -1, 1.0, one) for at, one in enumerate(whole)]
    other = [at for at, word in enumerate(tokens) if spelt[at] != word]
    if other:
        again = resolve([spelt[at] for at in other])
        found += [(at, -1, WRITTEN, r) for at, r in zip(other, again, strict=True)]
    if len(spelt) > 1:
        both = pairwise(spelt)
        words = [joined(one.rstrip(VOWELLESS), two) for one, two in both]
        pairs = lookup.glued(words, roughly=roughly)
        found += [(at, at + 1, 1.0, one) for at, one in enumerate(pairs)]
    return found


def _spare(tokens: Sequence[str], weights: Sequence[float]) -> float:
    """The most that words without a counterpart weigh: `asked.Asked.spare`."""
    said = [class_weight(word) for word in tokens]
    if sum(weight >= SAYS_SOMETHING for weight in said) < 2:
        return inf
    both = zip(said, weights, strict=True)
    return sum(own for told, own in both if told <= LEGAL) + ROUNDING
