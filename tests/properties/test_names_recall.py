"""No match is missed: a search finds whatever comparing all listed names finds."""

import random
from collections import Counter
from pathlib import Path

import pytest

from enduse.model import PartyKind
from enduse.names.index import NameIndex, build
from enduse.names.keys import near, shared
from enduse.names.lookup import Lookup
from enduse.names.matcher import Matcher
from enduse.names.similarity import FLOOR
from tests.unit.names import exhaustive

_KINDS: tuple[PartyKind, ...] = ("person", "entity", "vessel", "unknown")
_ASKED = 60


@pytest.fixture(scope="module", params=[1, 2])
def matcher(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Matcher:
    folder: Path = tmp_path_factory.mktemp("index")
    build(exhaustive.listings(random.Random(request.param), 200), folder)
    return Matcher(NameIndex.open(folder))


@pytest.mark.parametrize("threshold", [0.5, 0.3])
def test_nothing_is_missed(matcher: Matcher, threshold: float) -> None:
    rng = random.Random(5)
    found, missed, told = Counter[str](), Counter[str](), []
    for _ in range(_ASKED):
        row = rng.randrange(len(matcher.index))
        kind = rng.choice(_KINDS)
        what, name = exhaustive.changed(matcher.index.text("text", row), rng)
        asked = exhaustive.party(name, kind)
        every = exhaustive.all_matches(matcher, asked, threshold)
        here = matcher.match(asked, threshold=threshold, limit=1000)
        search = {match.listing_id: match.score for match in here}
        found[what] += len(every)
        for listing in every.keys() - search.keys():
            missed[what] += 1
            told.append(f"{what}: {name} ({kind}) is {listing}, {every[listing]}")
        assert search.items() <= every.items()
    assert sum(found.values()) > _ASKED // 3, found
    assert not missed, (missed, told)


def test_the_best_few_are_the_best_of_all(matcher: Matcher) -> None:
    rng = random.Random(6)
    for _ in range(_ASKED):
        row = rng.randrange(len(matcher.index))
        _, name = exhaustive.changed(matcher.index.text("text", row), rng)
        asked = exhaustive.party(name, rng.choice(_KINDS))
        every = matcher.match(asked, threshold=0.2, limit=1000)
        assert matcher.match(asked, threshold=0.2, limit=2) == every[:2]


def test_words_are_found_as_alike_as_they_are(matcher: Matcher) -> None:
    """One definition of likeness: what is looked up is what two names are held by."""
    rng = random.Random(7)
    index = matcher.index
    listed = [index.text("vocab", at) for at in range(index.facts["tokens"])]
    words = {exhaustive._slip(rng.choice(listed), rng) for _ in range(300)}
    words |= {exhaustive._vowels(word, rng) for word in rng.sample(listed, 100)}
    words |= set(listed[:100])
    lookup = Lookup(index)
    same, both_found = 0, 0
    for word in sorted(w.lower() for w in words if w.isalnum()):
        (resolved,) = lookup.resolve([word], shadowed=True)
        both = zip(resolved.ids, resolved.likeness, strict=True)
        alike = {listed[i]: round(x, 9) for i, x in both if i < len(listed)}
        wanted = {w: round(x, 9) for w in listed if (x := index.likeness(word, w))}
        assert alike.keys() >= wanted.keys()
        assert all(alike[w] >= wanted[w] >= FLOOR for w in wanted)
        same += sum(alike[w] == wanted[w] for w in wanted)
        both_found += len(wanted)
    assert same >= 0.9 * both_found


def test_keys_are_shared_both_ways() -> None:
    rng = random.Random(8)
    for _ in range(500):
        word = exhaustive.word(rng)
        other = exhaustive._slip(word, rng)
        assert near(word, other) == near(other, word)
        assert shared(word, other) == shared(other, word)
        assert shared(word, other) >= near(word, other)
        if len(word) > 3:
            assert near(word, other)
