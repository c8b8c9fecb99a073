"""Firms of common words alone: the more of them agree, the surer it is one firm."""

from pathlib import Path

import pytest

from enduse.model import Origin, Party, PartyName
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher
from tests.unit.names.cast import listing

LISTED = (
    "Precision Optics Corporation",
    "Syzran Machine Building Plant JSC",
    "National Marine Engineering Institute of Chemistry",
    "ООО «Международные транспортные услуги»",
    "Global Systems",
    "Proekt-Tekhnika LLC",
    "Al Khaleej Bank",
    "JSC ZAVOD NO. 9",
)
SURE, LIKELY = 0.95, 0.8


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    folder: Path = tmp_path_factory.mktemp("index")
    build((listing(at, "entity", name) for at, name in enumerate(LISTED)), folder)
    return Matcher(NameIndex.open(folder))


def score(matcher: Matcher, name: str) -> float:
    party = Party("test", Origin("test", "", ""), (PartyName(name),), "entity")
    matches = matcher.match(party, threshold=0.1)
    return matches[0].score if matches else 0.0


@pytest.mark.parametrize(
    "name",
    [
        "Precision Optics Corporation",
        "PRECISION OPTICS CORPORATION",
        "Syzran Machine-Building Plant",
        "National Marine Engineering Institute of Chemistry",
    ],
)
def test_many_words_as_listed_are_as_good_as_a_rare_one(
    matcher: Matcher, name: str
) -> None:
    assert score(matcher, name) >= SURE


@pytest.mark.parametrize(
    "name",
    ["International Transport Services LLC", "Syzranskiy mashinostroitelnyy zavod"],
)
def test_the_same_words_in_another_language_are_likely(
    matcher: Matcher, name: str
) -> None:
    assert LIKELY <= score(matcher, name) < SURE


def test_two_common_words_are_less(matcher: Matcher) -> None:
    assert 0.8 < score(matcher, "Global Systems") < SURE
    assert score(matcher, "Precision Optics") < LIKELY
    assert score(matcher, "Global Optics Corporation") < 0.5


def test_one_trade_word_in_another_language_and_a_slip_are_nothing(
    matcher: Matcher,
) -> None:
    assert score(matcher, "Htech Project Limited") < 0.5


def test_one_trade_word_spelt_alike_and_a_slip_are_a_name(matcher: Matcher) -> None:
    assert score(matcher, "Al Khaleej Bnak") > 0.5


def test_a_numbered_plant_is_the_same_in_other_words_and_without_its_form(
    matcher: Matcher,
) -> None:
    assert score(matcher, "Zavod No. 9") > 0.5
    assert score(matcher, "Plant No. 9") > 0.5
    assert score(matcher, "Plant No. 8") < 0.5
    assert score(matcher, "9 Plants Ltd") < 0.5
