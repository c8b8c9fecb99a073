"""Firms' names that a line cut off, left a light word out of, or put a place before."""

from dataclasses import replace
from pathlib import Path

import pytest

from enduse.model import Address, Listing, Origin, Party, PartyName
from enduse.names.cut_off import read_whole
from enduse.names.features.beginnings import beginnings
from enduse.names.form import parse
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher
from enduse.names.place_before import without_place
from tests.unit.names.cast import listing

LISTED = (
    "Limited Liability Company Brelovax Instrument Making",
    "Obshchestvo s ogranichennoi otvetstvennostyu Tekhnologii",
    "Iceland Mining Development Trading Corporation",
    "Brevixo Aviation Industries",
    "Joint Stock Company 731 Aviation Repair Plant of Tanvig",
    "General Bank of Norvia Open Joint Stock Company",
)
AT_HOME = "Scientific Studies and Research Center"
IN_TOWN = (
    ("Instrument Design Bureau", "Tula", "RU"),
    ("Optics Research Institute", "Wuhan", "CN"),
)
_ORIGIN = Origin("test", "", "")


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    folder: Path = tmp_path_factory.mktemp("index")
    plain: list[Listing] = [
        listing(at, "entity", name) for at, name in enumerate(LISTED)
    ]
    there = Listing(
        "test:home",
        "test",
        "entity",
        listing(0, "entity", AT_HOME).names,
        _ORIGIN,
        addresses=(Address(("",), country="SY"),),
        countries=("SY",),
    )
    towns = [
        replace(
            listing(at, "entity", name),
            addresses=(Address(city=town, country=country),),
            countries=(country,),
        )
        for at, (name, town, country) in enumerate(IN_TOWN, len(LISTED))
    ]
    build(iter([*plain, there, *towns]), folder)
    return Matcher(NameIndex.open(folder))


def found(matcher: Matcher, name: str) -> list[str]:
    party = Party("test", _ORIGIN, (PartyName(name),), "entity")
    return [match.name for match in matcher.match(party)]


@pytest.mark.parametrize("at", [0, 4])
@pytest.mark.parametrize("length", [33, 35])
def test_a_name_is_found_as_a_line_cuts_it(
    matcher: Matcher, at: int, length: int
) -> None:
    cut = LISTED[at][:length].strip().upper()
    assert found(matcher, cut) == [LISTED[at]]


def test_other_lengths_are_no_line(matcher: Matcher) -> None:
    assert found(matcher, LISTED[0][:31]) == []


def test_a_cut_name_of_a_legal_form_alone_is_nobodys(matcher: Matcher) -> None:
    assert found(matcher, LISTED[1][:35]) == []
    assert beginnings(parse(LISTED[1], "entity")) == ()


@pytest.mark.parametrize(
    ("asked", "at"),
    [
        ("Iceland Mining Development Corp", 2),
        ("Brevixo Aviation", 3),
        ("General Bank of Norvia Open Joi", 5),
    ],
)
def test_a_light_word_may_be_left_out(matcher: Matcher, asked: str, at: int) -> None:
    assert found(matcher, asked) == [LISTED[at]]


@pytest.mark.parametrize(
    "asked",
    [
        "Iceland Mining Development Insurance",  # another trade
        "Mining Iceland Development Corp",  # another order
        "Iceland Mining",  # too few words
    ],
)
def test_other_words_may_not(matcher: Matcher, asked: str) -> None:
    assert found(matcher, asked) == []


def test_a_place_before_the_name_is_the_listings_own(matcher: Matcher) -> None:
    assert found(matcher, f"Syrian {AT_HOME}") == [AT_HOME]
    assert found(matcher, f"Peruvian {AT_HOME}") == []
    assert found(matcher, "Tula Instrument Design Bureau") == [
        "Instrument Design Bureau"
    ]
    assert found(matcher, "Moscow Instrument Design Bureau") == []


def test_the_town_before_a_chinese_name_is_part_of_it(matcher: Matcher) -> None:
    assert found(matcher, "Wuhan Optics Research Institute") == []


@pytest.mark.parametrize("text", ["Syria Bank", "Bank of Syria Trade", "Vega Works"])
def test_no_place_before_a_name(text: str) -> None:
    assert without_place(text, parse(text, "entity")) == ()


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("Splavit Construction Headq", ("splavit", "construction", "headquarters")),
        ("Splavit Trade Open Jo", ("splavit", "trade")),
        ("SPLAVIT TRADE OF TANVIG AND BREV XE", ("splavit", "trade", "tanvig", "brev")),
    ],
)
def test_the_end_of_a_name_is_read_whole(text: str, tokens: tuple[str, ...]) -> None:
    assert [form.tokens for form in read_whole(text, parse(text, "entity"))] == [tokens]


@pytest.mark.parametrize("text", ["Splavit Trade Brev", "Splavit Headq", "Splavit LLC"])
def test_a_whole_name_stays(text: str) -> None:
    assert read_whole(text, parse(text, "entity")) == ()
