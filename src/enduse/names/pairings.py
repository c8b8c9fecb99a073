"""The most points a name can have where each word stands for one other alone.

The bound over arrays lets a word of the query stand for several listed ones at a time,
and what passes it is held to this before it is compared in full: every way to pair the
words, and what each comes to at most.
"""

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from enduse.names.align import INITIAL_LIKENESS, WRITTEN
from enduse.names.asked import Query
from enduse.names.bounds import ROUNDING
from enduse.names.features.name import NAME_MAX, missing_cost
from enduse.names.form import NameForm
from enduse.names.index import NameIndex
from enduse.names.kinds import KINDS
from enduse.names.lookup import Lookup
from enduse.names.one_bounds import Said, both_weigh, certain, of_agreement
from enduse.names.one_query import OneQuery
from enduse.names.score import WEAK_ALIAS
from enduse.names.sought import Needed

_MOST_PAIRS, _MOST_WAYS = 16, 300  # beyond them a name is compared in full
_MISSING = [missing_cost(kind) / 2 for kind in KINDS]
_TINY = 1e-6
_NOTHING = (0.0, 0.0, 0.0, 0.0, 0.0)

# Words of both sides that may stand for each other, a bit each, and what they add, in
# weight: times likeness, in common, as evidence, and on each side.
_Sums = tuple[float, float, float, float, float]
_Pair = tuple[int, int, _Sums]


class _Listed(NamedTuple):
    """What a listed name weighs, how many words it has, its kind, what it must reach.

    *Units*: `bar` is in points, and `agreement` the least that may come to them.
    """

    whole: float
    words: int
    kind: int
    bar: float
    agreement: float


class Pairings:
    """The words of a query, and what each may stand for in listed names."""

    def __init__(self, form: NameForm, index: NameIndex, lookup: Lookup) -> None:
        query = Query(form, 0.0)
        self._asked = asked = OneQuery.of(query, index, lookup, roughly=True)
        self._index, self._tokens = index, index.facts["tokens"]
        self._targets: dict[int, list[tuple[int, float, float]]] = {}
        for unit in asked.units:
            words = 1 << unit.first | (1 << unit.second if unit.second >= 0 else 0)
            alike = zip(unit.found.ids, unit.found.likeness, strict=True)
            for target, likeness in alike:
                held = words, unit.weight, min(likeness, unit.most)
                self._targets.setdefault(target, []).append(held)
        self._has_pairs = max(self._targets, default=0) >= self._tokens
        self._by_letter: dict[str, list[int]] = {}
        for at, word in enumerate(form.tokens):
            self._by_letter.setdefault(word[0], []).append(at)

    def may_be(self, row: int, needed: Needed) -> bool:
        """Whether a listed name may come to what is needed.

        *Unknown*: true where there are too many ways to pair the words.
        """
        views = self._index.views
        first, last = views["name_ends"][row : row + 2]
        tokens = views["name_token"][first:last].tolist()
        weights = views["vocab_weight"]
        own = [weights[token] for token in tokens]
        pairs = list(self._pairs(tokens, own, row))
        if len(pairs) > _MOST_PAIRS:
            return True
        kind = views["name_kind"][row]
        bar = needed.by_kind[kind] - ROUNDING
        bar -= WEAK_ALIAS if views["name_weak"][row] else 0.0
        least = (needed.points - _TINY) / NAME_MAX
        listed = _Listed(sum(own), len(own), kind, bar, least)
        ways = enumerate(_ways(pairs, _NOTHING, 0, 0))
        return any(at > _MOST_WAYS or self._is_enough(way, listed) for at, way in ways)

    def _is_enough(self, sums: _Sums, listed: _Listed) -> bool:
        """Whether two names whose words are so paired may come to what is needed."""
        alike, common, evidence, ours, theirs = sums
        asked, kind = self._asked, listed.kind
        less = extra = max(0.0, asked.total - ours)
        more = max(0.0, listed.whole - theirs)
        if less > more:
            less, more = more, less
        apart = less + _MISSING[kind] * (more - less)
        agreement = alike / max(common + apart, 1e-9)
        if agreement < listed.agreement:
            return False
        most = of_agreement(
            Said(agreement, evidence, more > ROUNDING),
            kind,
            several=listed.words > 1 and asked.costs(kind),
            lone=listed.words == 1 and extra > asked.spare,
            lifted=bool(asked.form.legal),
        )
        return most >= listed.bar

    def _pairs(
        self, tokens: Sequence[int], own: Sequence[float], row: int
    ) -> Iterator[_Pair]:
        """The words that may stand for one another in a name."""
        targets = self._targets
        for at, token in enumerate(tokens):
            for words, weight, likeness in targets.get(token, ()):
                yield words, 1 << at, _adds(weight, own[at], likeness)
        for at, token in self._written(row, tokens):
            for words, weight, likeness in targets.get(token, ()):
                alike = likeness if words & (words - 1) else min(likeness, WRITTEN)
                yield words, 1 << at, _adds(weight, own[at], alike)
        if self._has_pairs:
            first = self._index.views["name_ends"][row]
            both = self._index.views["name_pair"][first : first + len(tokens)]
            for at, pair in enumerate(both):
                for words, weight, likeness in (
                    targets.get(self._tokens + pair, ()) if pair >= 0 else ()
                ):
                    adds = _adds(weight, own[at] + own[at + 1], likeness)
                    yield words, 3 << at, adds
        yield from self._initials(tokens, own)

    def _written(self, row: int, tokens: Sequence[int]) -> list[tuple[int, int]]:
        """The words of a name that are spelt as another listed one, and which."""
        written = self._index.text("spelt", row).split()
        known = self._index.ids(written) if written else []
        both = enumerate(zip(known, tokens, strict=False))
        return [(at, other) for at, (other, token) in both if 0 <= other != token]

    def _initials(self, tokens: Sequence[int], own: Sequence[float]) -> Iterator[_Pair]:
        """Initials on either side, with the words that they may be of."""
        asked = self._asked
        for at, token in enumerate(tokens):
            listed = self._index.word(token)
            for place in self._by_letter.get(listed[0], ()):
                if len(listed) == 1 or asked.initial[place]:
                    adds = _adds(asked.weights[place], own[at], INITIAL_LIKENESS)
                    yield 1 << place, 1 << at, adds


def _adds(weight: float, own: float, likeness: float) -> _Sums:
    """What a pair of words of such weights adds to what two names have in common."""
    both = both_weigh(own, weight, likeness)
    sure = certain(min(own, weight), likeness)
    return both * likeness, both, sure, weight, own


def _ways(
    pairs: Sequence[_Pair], sums: _Sums, ours: int, theirs: int
) -> Iterator[_Sums]:
    """What words in common come to, for each way to pair them, no word twice.

    `sums` is what those come to that are paired already, of either side.
    """
    yield sums
    alike, common, evidence, left, right = sums
    for at, (one, other, adds) in enumerate(pairs):
        if not (one & ours or other & theirs):
            a, c, e, mine, its = adds
            more = alike + a, common + c, evidence + e, left + mine, right + its
            rest = pairs[at + 1 :]
            if rest:
                yield from _ways(rest, more, ours | one, theirs | other)
            else:
                yield more
