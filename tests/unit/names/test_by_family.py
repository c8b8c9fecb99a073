"""Persons asked for by nothing but their family name."""

from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

from enduse.model import DateSpan, PartyKind
from enduse.names.matcher import Matcher
from enduse.names.score import DEFAULT_THRESHOLD, compare
from tests.unit.names.cast import listing, matcher, party

DOCS = Path(__file__).parents[3] / "docs"
LISTED: Sequence[tuple[PartyKind, str]] = (
    ("person", "Sergei Kuzhugetovich VRESHOIGU"),
    ("person", "DROBRITSKY, Oleg"),
    ("person", "Sergei Ivanov"),  # of a name that many bear
    ("person", "Xun Qiblor"),  # no word is known for a given name
    ("entity", "Viktor Plovnezh"),
    ("person", "Екатерина Владимировна Стрельцинкова"),
    ("person", "Maria Bot"),
    ("person", "BIN LOADEN, Osama"),
    ("person", "Ludwig van der Plottgen"),
    ("person", "Abbas"),
)
BORN = date(1955, 5, 21)


@pytest.fixture(scope="module")
def families(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    held = [
        listing(at, kind, name, born=BORN if kind == "person" else None)
        for at, (kind, name) in enumerate(LISTED)
    ]
    return matcher(tmp_path_factory.mktemp("index"), held)


@pytest.mark.parametrize(
    ("asked", "wanted"),
    [
        ("Vreshoigu", "test:0"),
        ("Mr. Drobritsky", "test:1"),
        ("Herr DROBRITSKY", "test:1"),
        ("Стрельцинкова", "test:5"),
        ("Bin Loaden", "test:7"),
        ("van der Plottgen", "test:8"),
        ("Plottgen", "test:8"),
    ],
)
@pytest.mark.parametrize("kind", ["person", "unknown"])
def test_a_rare_family_name_is_to_be_looked_at(
    families: Matcher, asked: str, wanted: str, kind: PartyKind
) -> None:
    (one,), (many, _) = (
        families.match(party(asked, kind=kind)),
        families.match_all([party(asked, kind=kind), party("Vasco Nobre")]),
    )
    assert one.listing_id == wanted
    assert DEFAULT_THRESHOLD <= one.score < 0.65
    assert [match.listing_id for match in many] == [wanted]


@pytest.mark.parametrize(
    ("asked", "kind"),
    [
        ("Ivanov", "person"),
        ("Qiblor", "person"),
        ("Plovnezh", "person"),
        ("Drobritsky", "entity"),
        ("Drobritsky", "vessel"),
        ("Drobritskaya Anna", "person"),
        ("Bot", "person"),
        ("Amir Drobritsky", "person"),
        ("Maulana Abbas", "person"),
        ("Oleg", "person"),
    ],
)
def test_one_word_else_is_nobody(
    families: Matcher, asked: str, kind: PartyKind
) -> None:
    assert families.match(party(asked, kind=kind)) == []


def test_what_else_is_known_tells_whom_a_family_name_means(families: Matcher) -> None:
    scores = [
        match.score
        for born in (BORN, date(1990, 1, 2))
        for match in families.match(
            party("Vreshoigu", kind="person", births=(DateSpan.of_day(born),))
        )
    ]
    assert len(scores) == 1
    assert scores[0] > 0.95


def test_the_guide_says_what_a_family_name_alone_scores(families: Matcher) -> None:
    guide = (DOCS / "how-to" / "names.md").read_text(encoding="utf-8")
    (match,) = families.match(party("Drobritsky", kind="person"))
    assert f"scores {match.score:.2f}".replace(" 0.", " .") in guide


def test_a_pair_of_names_is_weighed_without_it() -> None:
    _, parts = compare("Vreshoigu", "Sergei Vreshoigu", kind="person")
    assert "by_family" not in {part.feature for part in parts}
