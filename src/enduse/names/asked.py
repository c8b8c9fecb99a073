"""The queries of one batch as arrays: their words, and what those resolve to."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from enduse.names import bounds
from enduse.names.align import WRITTEN
from enduse.names.bounds import Held
from enduse.names.features.words import SAYS_SOMETHING
from enduse.names.form import NameForm, is_marked
from enduse.names.hashed import starts
from enduse.names.index import NameIndex
from enduse.names.kinds import KINDS
from enduse.names.lookup import Lookup, Resolved
from enduse.names.store import Array
from enduse.names.weights import LEGAL, class_weight
from enduse.text.phonetic import VOWELLESS

_FAR = np.iinfo(np.int64).max
_TINY = 1e-6
LETTERS = 26
_ODD = 0x2545F4914F6CDD1D
_SHIFT = 24


@dataclass(frozen=True, slots=True)
class Query:
    """A name to be searched. `needed` is the name score that a match must reach.

    `by_kind` tells it for each kind of listing, where it is not the same for all.
    """

    form: NameForm
    needed: float
    by_kind: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Asked:
    """What is known of each query: one number a query, `needed` one a kind of listing.

    *Units*: `total` is a weight, `count` and `initials` are numbers of words; `written`
    has two texts a query; `letters` has the weight of the heaviest word that begins
    with a letter, `short` that of an initial, one number a letter; `spare` is the most
    that words without a counterpart weigh where none of them may say something.
    """

    forms: list[NameForm]
    needed: Array
    count: Array
    initials: Array
    marked: Array
    legal: Array
    written: list[str]
    total: Array
    letters: Array
    short: Array
    spare: Array

    @classmethod
    def of(cls, queries: Sequence[Query]) -> "Asked":
        """The queries as arrays; their weights are filled in by `Words.of`."""
        forms = [query.form for query in queries]
        needed = [q.by_kind or (q.needed,) * len(KINDS) for q in queries]
        return cls(
            forms,
            np.array(needed),
            np.array([len(form.tokens) for form in forms]),
            np.array([sum(map(_is_initial, form.tokens)) for form in forms]),
            np.array([is_marked(form) for form in forms], dtype=np.bool_),
            np.array([bool(form.legal) for form in forms], dtype=np.bool_),
            [text for form in forms for text in (form.glued, form.raw)],
            np.zeros(len(forms)),
            np.zeros((len(forms), LETTERS)),
            np.zeros((len(forms), LETTERS)),
            np.full(len(forms), np.inf),
        )

    def weigh(self, query: Array, words: Sequence[str], weight: Array) -> None:
        """Fills in what the queries and their words weigh."""
        self.total[:] = np.bincount(query, weights=weight, minlength=len(self.forms))
        said = np.array([class_weight(word) for word in words])
        bare = np.bincount(query, np.where(said > LEGAL, 0.0, weight), len(self.forms))
        told = np.bincount(query, said >= SAYS_SOMETHING, len(self.forms))
        self.spare[:] = np.where(told > 1, bare + bounds.ROUNDING, np.inf)
        first = np.array([ord(word[0]) for word in words]) - ord("a")
        length = np.array([len(word) for word in words])
        for table, wanted in ((self.letters, length > 1), (self.short, length == 1)):
            at = _where(wanted & (first >= 0))
            np.maximum.at(table, (query[at], first[at]), weight[at])


@dataclass(frozen=True, slots=True)
class Hits:
    """Words of queries, or neighbours as one word, and targets they may stand for.

    `second` is -1, or the other of two words that were looked up as one.
    """

    query: Array
    first: Array
    second: Array
    target: Array
    likeness: Array
    weight: Array
    own: Array

    def at(self, places: Array) -> "Hits":
        """Those at these places."""
        return Hits(
            self.query[places],
            self.first[places],
            self.second[places],
            self.target[places],
            self.likeness[places],
            self.weight[places],
            self.own[places],
        )

    def best(self, owners: Array, size: int, tokens: int) -> "Best":
        """For the queries that `owners` names, what each target is to them at best."""
        wanted = np.zeros(int(owners.max(initial=0)) + 1, dtype=np.bool_)
        wanted[owners] = True
        at = _where(self.query < len(wanted))
        at = at[wanted[self.query[at]]]
        filed = self.query[at] * size + self.target[at]
        order = np.argsort(filed, kind="stable")
        filed, at = filed[order], at[order]
        begins = starts(filed)
        likeness = self.likeness[at], self.weight[at]
        best = [np.maximum.reduceat(x, begins) if len(x) else x for x in likeness]
        pairs = np.zeros(len(wanted), dtype=np.bool_)
        pairs[self.query[at[self.target[at] >= tokens]]] = True
        filed = filed[begins]
        sieve = np.zeros(1 << (8 * len(filed)).bit_length(), dtype=np.bool_)
        sieve[_mixed(filed, len(sieve))] = True
        return Best(filed, best[0], best[1], size, pairs, sieve)


@dataclass(frozen=True, slots=True)
class Best:
    """Targets of queries, in order, with the best likeness and most weight of each."""

    filed: Array
    likeness: Array
    weight: Array
    size: int
    has_pairs: Array
    sieve: Array

    def sums(
        self,
        arrays: Mapping[str, Array],
        held: tuple[Array, Array],
        owners: Array,
    ) -> "Sums":
        """What targets of names come to, for the query beside each name.

        `held` is each target, and the name it is of.
        """
        theirs, names = held
        wanted = (owners * self.size)[names] + theirs
        at = _where(self.sieve[_mixed(wanted, len(self.sieve))])
        place = self.filed.searchsorted(wanted[at])
        place = np.minimum(place, len(self.filed) - 1)
        same = self.filed[place] == wanted[at]
        at, place = at[same], place[same]
        likeness, weight = self.likeness[place], self.weight[place]
        own = arrays["target_weight"][theirs[at]].astype(np.float64)
        both = bounds.both_weigh(own, weight, likeness)
        certain = bounds.certain(np.minimum(own, weight), likeness)
        columns = (both * likeness, both, certain, weight, own)
        pair, count = names[at], len(owners)
        return Sums(*(np.bincount(pair, weights=c, minlength=count) for c in columns))


@dataclass(frozen=True, slots=True)
class Sums:
    """Sums of weights over the words that a query and a name may have in common."""

    alike: Array
    common: Array
    evidence: Array
    ours: Array
    theirs: Array

    def __add__(self, other: "Sums") -> "Sums":
        return Sums(
            self.alike + other.alike,
            self.common + other.common,
            self.evidence + other.evidence,
            self.ours + other.ours,
            self.theirs + other.theirs,
        )

    def held(self, total: Array, whole: Array) -> Held:
        """What is in common and what not, of queries and names that weigh so much.

        Where words count twice, not all may stand for each other; then those that do
        may be the likest ones.
        """
        over = (self.ours > total + _TINY) | (self.theirs > whole + _TINY)
        return Held(
            np.where(over, self.common, self.alike),
            self.common,
            self.evidence,
            np.maximum(0.0, total - self.ours),
            np.maximum(0.0, whole - self.theirs),
        )


def _mixed(keys: Array, size: int) -> Array:
    """A place in the sieve for each key: where none is set, no key is filed."""
    return (keys * _ODD) >> _SHIFT & (size - 1)


def optional(own: Array, weight: Array, pair: Array, count: int) -> Sums:
    """Sums over words that may be passed over: as if they were equal, to be sure."""
    both = np.minimum(own, weight)
    columns = both, both, both, weight, np.where(weight > 0, own, 0.0)
    return Sums(*(np.bincount(pair, weights=c, minlength=count) for c in columns))


@dataclass(frozen=True, slots=True)
class Anchors:
    """Words to look up, and what may yet agree once they are; by place in their order.

    `place` is that of each word, or far; `rest` the most that later words may have in
    common, `rest_weight` their weight, `theirs` the most that they may stand for.
    """

    place: Array
    rest: Array
    rest_weight: Array
    theirs: Array

    def place_of(self, hits: Hits) -> Array:
        """The place of the first of a hit's words."""
        other = np.where(hits.second >= 0, self.place[hits.second], _FAR)
        return np.minimum(self.place[hits.first], other)


@dataclass(frozen=True, slots=True)
class Words:
    """The words of all queries, one after another, and what was looked up.

    `units` are what was looked up: a word, its other spelling, or a word and the next
    as one (`second`).
    """

    query: Array
    weight: Array
    initial: Array
    first: Array
    second: Array
    most: Array
    resolved: list[Resolved]

    @classmethod
    def of(cls, asked: Asked, index: NameIndex, lookup: Lookup) -> "Words":
        """The words of queries, looked up; the queries' weights are filled in."""
        words = [token for form in asked.forms for token in form.tokens]
        spelt = [word for form in asked.forms for word in form.spelt or form.tokens]
        query = np.repeat(np.arange(len(asked.forms)), asked.count)
        weight = np.array(index.weights(words), dtype=np.float64)
        asked.weigh(query, words, weight)
        other = [i for i, word in enumerate(words) if spelt[i] != word]
        left = _where(query[1:] == query[:-1])
        glued = [spelt[i].rstrip(VOWELLESS) + spelt[i + 1] for i in left.tolist()]
        marked = asked.marked[query] if asked.marked.any() else None
        found = [
            *_resolved(lookup, words, marked),
            *_resolved(
                lookup,
                [spelt[i] for i in other],
                None if marked is None else marked[other],
            ),
            *lookup.glued(glued),
        ]
        at = np.arange(len(words))
        none = np.full(len(words) + len(other), -1, dtype=np.int64)
        most = np.ones(len(found))
        most[len(words) : len(words) + len(other)] = WRITTEN
        return cls(
            query,
            weight,
            np.array([_is_initial(word) for word in words], dtype=np.bool_),
            np.concatenate([at, np.array(other, dtype=np.int64), left]),
            np.concatenate([none, left + 1]),
            most,
            found,
        )

    def hits(self, target_weight: Array) -> Hits:
        """Every target that a word, or two as one, may stand for."""
        held = [i for i, found in enumerate(self.resolved) if found]
        chosen = [self.resolved[i] for i in held]
        if not chosen:
            none = np.zeros(0, dtype=np.int64)
            return Hits(none, none, none, none, none * 1.0, none * 1.0, none * 1.0)
        unit = np.repeat(held, [len(found.ids) for found in chosen])
        target = np.concatenate([found.ids for found in chosen])
        likeness = np.concatenate([found.likeness for found in chosen])
        first, second = self.first[unit], self.second[unit]
        weight = self.weight[first] + np.where(second >= 0, self.weight[second], 0.0)
        return Hits(
            self.query[first],
            first,
            second,
            target,
            np.minimum(likeness, self.most[unit]),
            weight,
            target_weight[target].astype(np.float64),
        )

    def telling(self, asked: Asked, hits: Hits) -> Array:
        """The hits of words that are no initials; of names of initials alone, all."""
        short = self.initial[hits.first] & (hits.second < 0)
        alone = asked.initials == asked.count
        found: Array = _where(~short | alone[hits.query])
        return found

    def letters(self, asked: Asked) -> Array:
        """For each word the first letters of the other words of its query, as bits."""
        words = [token for form in asked.forms for token in form.tokens]
        first = np.array([ord(word[0]) for word in words]) - ord("a")
        counts = np.zeros((len(asked.forms), LETTERS), dtype=np.int64)
        at = _where((first >= 0) & ~self.initial)
        np.add.at(counts, (self.query[at], first[at]), 1)
        bits = 1 << np.arange(LETTERS, dtype=np.int64)
        several, once = (counts > 1) @ bits, (counts == 1) @ bits
        own = np.where(first >= 0, bits[np.maximum(first, 0)], 0)
        found: Array = several[self.query] | (once[self.query] & ~own)
        return found

    def anchors(self, asked: Asked) -> Anchors:
        """The cheapest words to look up, until the rest can't suffice.

        Initials come last: what they stand for is found by the other words.
        """
        cost, heavy, excess = self._of_units()
        held = (cost > 0) | self.initial
        reach = np.where(held, self.weight + excess, 0.0)
        known = np.where(held, self.weight, 0.0)
        heavy = np.where(self.initial, 1.0, np.where(held, heavy, 0.0))
        order = np.lexsort((cost, self.initial, self.query))
        query = self.query[order]
        rest = [_from_here_on(x[order], query) for x in (reach, known, heavy)]
        ratio = bounds.ratios(asked.needed).min(axis=1)[query]
        apart = np.maximum(0.0, asked.total[query] - rest[1])
        with np.errstate(invalid="ignore"):
            wanted = np.where(apart > _TINY, ratio * apart, 0.0)
        suffices = (rest[0] + _TINY >= wanted) & (ratio < np.inf)
        place = np.full(len(order), _FAR, dtype=np.int64)
        chosen = suffices & (cost[order] > 0)
        place[order[chosen]] = _where(chosen)
        after = zip(rest, (reach, known, heavy), strict=True)
        return Anchors(place, *(whole - x[order] for whole, x in after))

    def _of_units(self) -> tuple[Array, Array, Array]:
        """For each word the names to read, its heaviest target, what that adds."""
        size = len(self.weight)
        cost, heavy, excess = np.zeros(size), self.weight.copy(), np.zeros(size)
        held = [i for i, found in enumerate(self.resolved) if found]
        if not held:
            return cost, heavy, excess
        names = np.array([self.resolved[i].postings for i in held], dtype=np.float64)
        most = np.array([self.resolved[i].heaviest for i in held])
        whole = np.array([self.resolved[i].whole for i in held])
        for word in (self.first[held], self.second[held]):
            kept = _where(word >= 0)
            at = word[kept]
            np.add.at(cost, at, names[kept])
            np.maximum.at(heavy, at, most[kept])
            more = np.maximum(0.0, whole[kept] - self.weight[at]) / 2
            np.maximum.at(excess, at, more)
        return cost, heavy, excess


def _resolved(
    lookup: Lookup, words: Sequence[str], marked: Array | None
) -> list[Resolved]:
    """What the words resolve to; `marked` ones as words of names in their script."""
    if marked is None or not marked.any():
        return lookup.resolve(words)
    beside = zip(words, marked.tolist(), strict=True)
    plain = iter(lookup.resolve([w for w, other in beside if not other]))
    beside = zip(words, marked.tolist(), strict=True)
    other = iter(lookup.resolve([w for w, o in beside if o], shadowed=True))
    return [next(other if bare else plain) for bare in marked.tolist()]


def _from_here_on(values: Array, query: Array) -> Array:
    """Of each place the sum of its value and of those after it in the same query."""
    if len(query) and query[0] == query[-1]:
        rest: Array = values[::-1].cumsum()[::-1]
        return rest
    upto = np.cumsum(values)
    last = _where(np.diff(query, append=-1))
    ends = np.repeat(upto[last], np.diff([-1, *last]))
    found: Array = np.maximum(0.0, ends - upto + values)
    return found


def _where(told: Array) -> Array:
    found: Array = told.nonzero()[0]
    return found


def _is_initial(word: str) -> bool:
    return len(word) == 1 and word.isalpha()
