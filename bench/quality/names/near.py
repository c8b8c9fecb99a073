"""Listed names that are a word apart: of one party, or of two.

Other words of one party's names are what matchers must overlook, and those of two
parties what they must see: `Megafon Retail` is not `Megafon`, `Technodinamika Holding`
is Technodinamika. Real lists hold thousands of both.
"""

import random
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from enduse.model import Listing, PartyKind
from enduse.names.form import parse
from enduse.names.similarity import similarity

Pair = tuple[PartyKind, str, str, bool]
Words = frozenset[str]
_KINDS: tuple[PartyKind, ...] = ("person", "entity")
_ALIKE = 0.75  # words so alike are one misspelt, which other pairs are of
_FEW = 40  # firms that share the rest of a name, of which some are taken


class _Parties:
    """Which listings are of one party: those that share a name, on any list."""

    def __init__(self) -> None:
        self._same: dict[object, object] = {}

    def of(self, key: object) -> object:
        while self._same.setdefault(key, key) != key:
            key = self._same[key]
        return key

    def join(self, one: object, other: object) -> None:
        self._same[self.of(one)] = self.of(other)


def near(listings: Sequence[Listing], rng: random.Random, count: int) -> list[Pair]:
    """At most `count` pairs of each kind and label, few of any one party."""
    found: list[Pair] = []
    for kind in _KINDS:
        of_kind = [listing for listing in listings if listing.kind == kind]
        by_label: dict[bool, list[Pair]] = {True: [], False: []}
        for pair in _apart(of_kind, kind, rng):
            by_label[pair[3]].append(pair)
        for some in by_label.values():
            found += rng.sample(some, min(count, len(some)))
    return found


def _apart(
    listings: Sequence[Listing], kind: PartyKind, rng: random.Random
) -> Iterator[Pair]:
    texts, whose, parties = _read(listings, kind)
    years = {x.id: {d.earliest.year for d in x.birth_dates} for x in listings}
    by_rest: dict[Words, list[tuple[Words, str]]] = defaultdict(list)
    for words in texts:
        for word in sorted(words) if len(words) > 1 else ():
            by_rest[words - {word}].append((words, word))
    taken: set[tuple[object, bool]] = set()
    for rest in sorted(by_rest, key=sorted):
        some = [*by_rest[rest], (rest, "")] if rest in texts else by_rest[rest]
        if not 1 < len(some) < _FEW:
            continue
        (one, ours), (other, theirs) = rng.sample(some, 2)
        if ours and theirs and similarity(ours, theirs) >= _ALIKE:
            continue
        same = parties.of(whose[one]) == parties.of(whose[other])
        if (
            not same
            and kind == "person"
            and not _born_apart(years[whose[one]], years[whose[other]])
        ):
            continue
        key = parties.of(whose[one]), same
        if key not in taken:
            taken.add(key)
            yield kind, texts[one], texts[other], same


def _read(
    listings: Sequence[Listing], kind: PartyKind
) -> tuple[Mapping[Words, str], Mapping[Words, str], _Parties]:
    """By the words of a name in Latin letters: as it is written, its listing."""
    texts: dict[Words, str] = {}
    whose: dict[Words, str] = {}
    parties = _Parties()
    for listing in listings:
        for name in listing.names:
            words = frozenset(parse(name.text, kind).tokens)
            if not words:
                continue
            if kind == "entity" or len(words) > 2:
                parties.join(("words", words), listing.id)
            if name.text.isascii() and words not in texts:
                texts[words], whose[words] = name.text, listing.id
    return texts, whose, parties


def _born_apart(ours: set[int], theirs: set[int]) -> bool:
    return bool(ours and theirs and min(abs(a - b) for a in ours for b in theirs) > 1)
