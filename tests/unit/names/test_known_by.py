"""Firms asked for by the letters of their name or by their brand."""

from pathlib import Path

import pytest

from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName
from enduse.names.features.known_by import short_names
from enduse.names.form import parse
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher
from enduse.names.score import compare

_ORIGIN = Origin("test", "", "")
LISTED: tuple[tuple[PartyKind, str], ...] = (
    ("entity", "Vostok Deep Drilling Equipment Trust"),
    ("entity", "JSC Research and Production Corporation Zelvagon named after P. Orlov"),
    ("entity", "Zelvagon Insurance LLC"),
    ("entity", "Brenta Quarry Mining"),
    ("person", "Vadim Dmitry Denis Eduard Tarasov"),
    ("entity", "Hangzhou Brevixo Digital Technology Co., Ltd."),
    ("entity", "Tovrex Insurance LLC"),
    ("entity", "PO TSMZ JSC"),
    ("entity", "Ormash"),
    ("entity", "ПАО «ОКЖ»"),
    ("entity", "Breltov State Space Center named after Acad. M.V. Vartushev"),
    ("entity", "Novtan Optical Plant imeni S.A. Plavetina"),
    ("entity", "Ostrel Plant named after V. Kuznetsov"),
    ("entity", "Center of Autonomous Robotic Systems"),
    ("entity", "Plovarda International FZE"),
    ("entity", "UK Zentavro OOO"),
)


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    folder: Path = tmp_path_factory.mktemp("index")
    build(
        (
            Listing(f"test:{at}", "test", kind, (ListedName(name),), _ORIGIN)
            for at, (kind, name) in enumerate(LISTED)
        ),
        folder,
    )
    return Matcher(NameIndex.open(folder))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("VDDET", ["test:0"]),
        ("VDDET LLC", ["test:0"]),
        ("Zelvagon", ["test:1"]),  # its insurer is another firm
        ("ОАО «Зелвагон»", ["test:1"]),
        ("VDDEX", []),
        ("van der Vddet", []),  # the name of a family
        ("BQM", []),  # three letters are too few to go by
        ("Brevixo", ["test:5"]),
        ("Tovrex", []),  # the insurer may be of a group
        ("TSMZ", ["test:7"]),
        ("Vartushev", ["test:10"]),
        ("Plavetin JSC", ["test:11"]),
        ("Kuznetsov", []),  # many are of that family
        ("CARS SAS", []),  # any firm may be called so
        ("Plovarda", ["test:14"]),
        ("Plovarda Manufacture Group, Inc.", []),  # both have more words
        ("Zentavro", ["test:15"]),  # its own managing company
    ],
)
def test_found_by_a_short_name(matcher: Matcher, asked: str, found: list[str]) -> None:
    party = Party("test", _ORIGIN, (PartyName(asked),), "entity")
    matches = matcher.match(party)
    assert [match.listing_id for match in matches] == found
    for match in matches:
        assert any(part.feature == "known_by" for part in match.parts)
        assert match.score < 0.8


@pytest.mark.parametrize(
    ("asked", "found"), [("Ormash shipyard", "test:8"), ("ОКЖ", "test:9")]
)
def test_found_by_its_own_word(matcher: Matcher, asked: str, found: str) -> None:
    party = Party("test", _ORIGIN, (PartyName(asked),), "entity")
    assert [match.listing_id for match in matcher.match(party)] == [found]


_SLIPS: tuple[tuple[str, list[str]], ...] = (
    ("Ornash", ["test:8"]),
    ("Limited Liability Comlpany Ornash", ["test:8"]),
    ("Ornash Factory", []),
)


def test_a_slip_in_a_word_out_of_a_name_is_another_name(matcher: Matcher) -> None:
    for asked, found in _SLIPS:
        party = Party("test", _ORIGIN, (PartyName(asked),), "entity")
        assert [match.listing_id for match in matcher.match(party)] == found


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("KOMID", "Korea Mining Development Trading Corporation"),
        ("IBM", "International Business Machines"),
        ("NIOC", "National Iranian Oil Company"),
        ("ОАО ТСРЗ", "Туапсинский судоремонтный завод"),
        ("Uralvagonzavod", "Research and Production Corporation Uralvagonzavod"),
    ],
)
def test_a_pair_is_told_either_way_round(short: str, long: str) -> None:
    there = compare(short, long, kind="entity")
    back = compare(long, short, kind="entity")
    assert there[0] == back[0] >= 0.5


@pytest.mark.parametrize(
    ("short", "long"),
    [
        ("OAK", "United Aircraft Corporation"),
        ("SKS", "Acme Trading"),
        ("KOMID", "Mining Korea Trading Development"),
    ],
)
def test_letters_that_do_not_fit(short: str, long: str) -> None:
    assert compare(short, long, kind="entity")[0] < 0.5


def test_a_name_of_two_brands_has_no_short_one() -> None:
    assert short_names(parse("Brelox Tanvig", "entity")) == ()
