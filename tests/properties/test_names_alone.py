"""One name in plain numbers, many as arrays: two ways to search that agree."""

import random
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from enduse.names import (
    alikeness,
    bounds,
    keys,
    one_bounds,
    score,
    word_keys,
    word_likeness,
)
from enduse.names.candidates import Candidates, Query
from enduse.names.form import NameForm
from enduse.names.index import NameIndex, build
from enduse.names.kinds import KINDS
from enduse.names.lookup import Lookup, asked_keys
from enduse.names.matcher import Matcher
from enduse.names.other_forms import forms
from enduse.names.word_lookup import WordLookup
from enduse.text.skeleton import skeleton
from tests.unit.names import exhaustive

_OTHERS = ("محمد كريمي", "김정은", "Иван Петров", "ギレルモ", "王伟", "J. K. Rotin")
_LETTERS = st.text("abdeghiklmnorstuvxyz_0123456789", min_size=1, max_size=40)
_MARKS = ("", "_", "__", "___", "____")
_WEIGHT = st.floats(0, 3)


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    folder: Path = tmp_path_factory.mktemp("index")
    build(exhaustive.listings(random.Random(4), 400), folder)
    return Matcher(NameIndex.open(folder))


def _asked(index: NameIndex, rng: random.Random) -> list[str]:
    rows = [rng.randrange(len(index)) for _ in range(250)]
    changed = [exhaustive.changed(index.text("text", row), rng)[1] for row in rows]
    strange = [f"{exhaustive.word(rng)} {exhaustive.word(rng)}" for _ in range(50)]
    return [*changed, *strange, *_OTHERS]


@pytest.mark.parametrize("needed", [0.76, 0.4])
def test_one_query_has_the_rows_of_the_arrays(matcher: Matcher, needed: float) -> None:
    rng = random.Random(9)
    arrays = Candidates(matcher.index)
    alone = Candidates(matcher.index)._alone
    assert alone
    compared, hit = 0, 0
    for name in _asked(matcher.index, rng):
        for form in forms(name, rng.choice(KINDS)):
            query = Query(form, needed)
            if form.tokens and (rows := alone.search(query)) is not None:
                theirs = dict(arrays._together.search([query])[0].rows)
                ours = dict(rows)
                for row in theirs.keys() ^ ours.keys():
                    assert _points(matcher.index, form, row) < needed, (form, row)
                both = ours.keys() & theirs.keys()
                assert all(abs(theirs[x] - ours[x]) < 1e-3 for x in both), form
                compared, hit = compared + 1, hit + bool(rows)
    assert compared > 60
    assert hit > 20


def _points(index: NameIndex, form: NameForm, row: int) -> float:
    """What a name comes to in the full comparison."""
    kind = KINDS[index.arrays["name_kind"][row]]
    weak = bool(index.arrays["name_weak"][row])
    names = score.compare_forms(form, index.form(row), index, kind)
    assert names
    return sum(part.weight for part in score.raw_parts(names, kind, weak=weak))


def test_one_party_has_the_matches_of_a_batch(matcher: Matcher) -> None:
    rng = random.Random(10)
    names = _asked(matcher.index, rng)
    parties = [exhaustive.party(name, rng.choice(KINDS)) for name in names]
    found = matcher.match_all(parties, threshold=0.4)
    fresh = Matcher(matcher.index)
    assert [fresh.match(party, threshold=0.4) for party in parties] == found
    assert sum(map(bool, found)) > 100


def test_a_word_is_looked_up_as_many_are(matcher: Matcher) -> None:
    rng = random.Random(11)
    index = matcher.index
    listed = [index.text("vocab", at) for at in range(index.facts["tokens"])]
    words = {exhaustive._slip(rng.choice(listed), rng) for _ in range(300)}
    words = {word for word in words if word.isascii() and word.isalnum()}
    words |= {*listed, *(a + b for a, b in pairwise(listed))}
    many = Lookup(index)
    one = WordLookup(index)
    for shadowed in (False, True):
        found = many.resolve(sorted(words), shadowed=shadowed)
        for word, theirs in zip(sorted(words), found, strict=True):
            ours = one.resolve(word, shadowed=shadowed)
            assert ours.ids == theirs.ids
            assert ours.likeness == pytest.approx(theirs.likeness)
            told = theirs.postings, theirs.heaviest, theirs.whole
            assert (ours.postings, ours.heaviest, ours.whole) == told
    found = many.glued(sorted(words))
    for word, theirs in zip(sorted(words), found, strict=True):
        ours = one.glued(word)
        assert (ours.ids, ours.likeness) == (theirs.ids, theirs.likeness)


@given(_LETTERS)
def test_a_word_has_the_keys_it_has_among_many(word: str) -> None:
    bones = skeleton(word)
    for shadowed in (False, True):
        hashes, _ = asked_keys([word], [bones], shadowed=shadowed)
        found = word_keys.of_word(word, bones, shadowed=shadowed)
        assert sorted(found) == sorted(hashes.tolist())
    assert sorted(word_keys.of_letters(word)) == sorted(
        keys.of_letters([word])[0].tolist()
    )


@example(["0"], "_", 0, "____")
@given(
    st.lists(_LETTERS, min_size=1, max_size=6),
    _LETTERS,
    st.integers(0, 4),
    st.sampled_from(_MARKS),
)
def test_words_are_as_alike_alone_as_among_many(
    words: list[str], word: str, known: int, mark: str
) -> None:
    some = [*words, word[1:] or word, word + "a", word + mark]
    word += mark
    ours = word_likeness.word(word, known)
    found = word_likeness.likenesses(ours, [word_likeness.word(w, 2) for w in some])
    left = alikeness.side(
        [word] * len(some), [skeleton(word)] * len(some), [known] * len(some)
    )
    right = alikeness.side(some, [skeleton(w) for w in some], [2] * len(some))
    assert found == pytest.approx(alikeness.of_pairs(left, right).tolist())


@given(
    st.tuples(_WEIGHT, _WEIGHT, _WEIGHT, _WEIGHT, _WEIGHT),
    st.sampled_from(range(len(KINDS))),
    st.tuples(st.booleans(), st.booleans(), st.booleans()),
)
def test_bounds_of_one_are_those_of_many(
    held: tuple[float, ...], kind: int, told: tuple[bool, bool, bool]
) -> None:
    several, lone, lifted = told
    one = one_bounds.points(
        one_bounds.Held(*held), kind, several=several, lone=lone, lifted=lifted
    )
    columns = bounds.Held(*(np.array([x]) for x in held))
    many = bounds.points(
        columns,
        np.array([kind]),
        several=np.array([several]),
        lone=np.array([lone]),
        lifted=np.array([lifted]),
    )
    assert one == pytest.approx(many[0])
