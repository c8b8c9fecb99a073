"""Searches for candidates: in batches, one by one, and by words that are split."""

import random
from pathlib import Path

import pytest

from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName
from enduse.names.candidates import Candidates, Query
from enduse.names.form import parse
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher

_ORIGIN = Origin("test", "", "")
_WORDS = [
    "brelov",
    "kantor",
    "vosten",
    "marik",
    "hassan",
    "ahmed",
    "petrov",
    "dolmi",
    "sanur",
    "trading",
    "technology",
    "factory",
    "tekhnika",
    "zavod",
    "lemaro",
    "abdul",
    "rahman",
    "karimov",
    "osaka",
    "export",
    "novak",
    "fedor",
]


def _names(seed: int, count: int) -> list[tuple[str, PartyKind]]:
    rng = random.Random(seed)
    kinds: tuple[PartyKind, ...] = ("person", "entity", "unknown")
    return [
        (" ".join(rng.sample(_WORDS, rng.randrange(2, 5))), rng.choice(kinds))
        for _ in range(count)
    ]


def _slip(name: str, rng: random.Random) -> str:
    at = rng.randrange(1, len(name))
    return name[:at] + rng.choice(("", "a", "k", " ")) + name[at + rng.randrange(2) :]


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    folder: Path = tmp_path_factory.mktemp("index")
    listed = [
        Listing(f"test:{at}", "test", kind, (ListedName(name, "primary"),), _ORIGIN)
        for at, (name, kind) in enumerate(_names(1, 400))
    ]
    build(listed, folder)
    return Matcher(NameIndex.open(folder))


def _asked() -> list[Party]:
    rng = random.Random(2)
    texts = [(_slip(name, rng), kind) for name, kind in _names(1, 400)]
    texts += _names(3, 100)
    return [Party("x", _ORIGIN, (PartyName(text),), kind) for text, kind in texts]


def _shortened(party: Party) -> Party:
    """The party with its first word as an initial."""
    first, _, rest = party.name.partition(" ")
    return Party("x", _ORIGIN, (PartyName(f"{first[:1]} {rest}"),), party.kind)


def test_two_words_of_no_meaning_that_are_one_listed_word(matcher: Matcher) -> None:
    """No word resolves, but both together are listed: found, and nothing breaks."""
    party = Party("x", _ORIGIN, (PartyName("kan tor brelov"),), "person")
    assert isinstance(matcher.match(party, threshold=0.0), list)
    split = Party("x", _ORIGIN, (PartyName("kan tor"),), "person")
    assert isinstance(matcher.match(split), list)


def test_one_by_one_as_in_a_batch(matcher: Matcher) -> None:
    """Neither the batch nor what is remembered of it changes a match."""
    asked = _asked()[::5]
    again = Matcher(matcher.index)
    assert matcher.match_all(asked) == [again.match(party) for party in asked]


def test_many_rows_as_a_few(matcher: Matcher, monkeypatch: pytest.MonkeyPatch) -> None:
    """Rows looked at as arrays are those looked at one by one, initials too."""
    asked = [*_asked()[::20], *(_shortened(party) for party in _asked()[::30])]
    few = [matcher.match(party, threshold=0.2) for party in asked]
    monkeypatch.setattr("enduse.names.alone._READ", 0)
    assert [matcher.match(party, threshold=0.2) for party in asked] == few
    monkeypatch.setattr("enduse.names.alone._READ", 10_000)
    monkeypatch.setattr("enduse.names.alone._KEPT", 10_000)
    assert [matcher.match(party, threshold=0.2) for party in asked] == few


def test_what_is_filed_under_a_word_goes_by_weight(matcher: Matcher) -> None:
    """Lightest names first, for a search to stop at those too heavy."""
    arrays = matcher.index.arrays
    assert (arrays["posting_key"][1:] >= arrays["posting_key"][:-1]).all()
    ends, rows = arrays["posting_ends"], arrays["posting"]
    for first, last in zip(ends[:-1].tolist(), ends[1:].tolist(), strict=True):
        weights = arrays["name_weight"][rows[first:last]]
        assert (weights[1:] >= weights[:-1]).all()


def test_a_bound_on_the_work_for_one_name_is_said(
    matcher: Matcher, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of very many names as alike, the likeliest are compared, and a match says so."""
    asked = Party("x", _ORIGIN, (PartyName("brelov kantor"),), "unknown")
    every = matcher.match(asked, threshold=0.05, limit=1000)
    assert len(every) > 3
    assert all(part.feature != "search_cut" for m in every for part in m.parts)
    monkeypatch.setattr("enduse.names.candidates.ROWS_KEPT", 3)
    monkeypatch.setattr("enduse.names.together.ROWS_KEPT", 3)
    some = matcher.match(asked, threshold=0.05, limit=1000)
    assert 0 < len(some) <= 3
    assert all(m.parts[-1].feature == "search_cut" for m in some)
    assert {m.listing_id for m in some} <= {m.listing_id for m in every}


def test_a_given_name_beside_an_initial_is_no_candidate_of_all_who_bear_it(
    tmp_path: Path,
) -> None:
    """`A. Ahmed` is nobody: it is told before any name is compared in full."""
    rng = random.Random(5)
    others = ["Ahmed " + rng.choice(_WORDS) for _ in range(40)]
    listed = [
        Listing(f"test:{at}", "test", "person", (ListedName(name, "primary"),), _ORIGIN)
        for at, name in enumerate([*others, "A. Ahmed", "Ahmed B. C."])
    ]
    build(listed, tmp_path)
    candidates = Candidates(NameIndex.open(tmp_path))
    for text in ("A. Ahmed", "B. Ahmed", "Ahmed"):
        one = Query(parse(text, "person"), 0.76)
        for found in (candidates.find([one])[0], candidates.find([one] * 9)[0]):
            rows = {row for row, _ in found}
            assert rows <= {40, 41}, text  # whose initials may be any words
            assert text != "A. Ahmed" or 40 in rows
