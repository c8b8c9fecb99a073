"""Firms of one word: as they are listed, without their form, without a trade beside."""

from pathlib import Path

import pytest

from enduse.model import Origin, Party, PartyName
from enduse.names.index import NameIndex, build
from enduse.names.matcher import DEFAULT_THRESHOLD, Matcher
from enduse.names.score import compare
from tests.unit.names.cast import listing

LISTED = (
    "JSC Goznak",
    "Spetssvyaz",
    "GAZ JSC",
    "LIMITED LIABILITY COMPANY RESURS",
    "JSC Penza",
    "World Co Ltd.",
    "JSC LOMO",
    "Hara Company",
    "ARCH COMPANY",
    "AO VZPP-S",
    "Geologorazvedka LLC",
    "Tinkoff Bank JSC",
    "Kupol Izhevsk Electromechanical Plant Joint Stock Company",
    "Kronstadt",
    "LLC Center",
    "LLC ATLANT S",
    "TEHRAN GOSTARESH CO. PJS",
    "FAU 'GLAVGOSEKSPERTIZA ROSSII'",
    "GAMES UNLIMITED OOD",
    "S&C TRADE PTY CO., LTD",
)


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    folder: Path = tmp_path_factory.mktemp("index")
    build((listing(at, "entity", name) for at, name in enumerate(LISTED)), folder)
    return Matcher(NameIndex.open(folder))


def found(matcher: Matcher, name: str) -> list[str]:
    party = Party("test", Origin("test", "", ""), (PartyName(name),), "entity")
    return [match.name for match in matcher.match(party)]


@pytest.mark.parametrize("name", LISTED)
def test_as_listed(matcher: Matcher, name: str) -> None:
    assert name in found(matcher, name)


@pytest.mark.parametrize(
    ("name", "listed"),
    [
        ("LLC RESURS", "LIMITED LIABILITY COMPANY RESURS"),
        ("OOO Resurs", "LIMITED LIABILITY COMPANY RESURS"),
        ("LOMO", "JSC LOMO"),
        ("Hara", "Hara Company"),
        ("VZPP-S", "AO VZPP-S"),
        ("Geologorazvedka", "Geologorazvedka LLC"),
        ("Tinkoff", "Tinkoff Bank JSC"),
        ("Kupol", "Kupol Izhevsk Electromechanical Plant Joint Stock Company"),
        ("Kronshtadt", "Kronstadt"),
        ("TEHRAN GOSTARESH CO. PJZ", "TEHRAN GOSTARESH CO. PJS"),
        ("FAI 'GLAVGOSEKSPERTIZA ROSSII'", "FAU 'GLAVGOSEKSPERTIZA ROSSII'"),
        ("GAMES UNLIITED OOD", "GAMES UNLIMITED OOD"),
        ("S&C TRADE DTY CO. LTD", "S&C TRADE PTY CO., LTD"),
    ],
)
def test_written_otherwise(matcher: Matcher, name: str, listed: str) -> None:
    assert listed in found(matcher, name)


@pytest.mark.parametrize(
    "name",
    [
        "Penza",
        "Gaz",
        "World",
        "Resurs",
        "JWORLD LLC",
        "Centro LLC",
        "Arch",
        "LEMA",
        "LOMO Foods SpA",
        "Atlantis",
        "Atlantis LLC",
        "Tinkoff Insurance",
        "Karlstadt",
        "Kapul",
    ],
)
def test_others(matcher: Matcher, name: str) -> None:
    assert found(matcher, name) == []


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Sberbank", "Sberbank Leasing"),
        ("Saipa", "Saipa Diesel"),
        ("Technostroyexport", "Technopromexport"),
        ("Stroytransgaz", "Stroytransneftegaz"),
        ("CASC", "CASIC"),
        (
            "China Aerospace Science and Technology Corporation",
            "China Aerospace Science and Industry Corporation",
        ),
        ("NPO Mashinostroyeniya", "NPO Energomash"),
    ],
)
def test_twins_in_a_pair(one: str, other: str) -> None:
    assert compare(one, other, kind="entity")[0] < DEFAULT_THRESHOLD


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Obvel Tanborov", "Obvel Tanborovich", False),
        ("Obvel Kuznets", "Obvel Kuznetsov", False),
        ("Obvel Tanborovic", "Obvel Tanborovich", True),
        ("Obvel Hassan", "Obvel Hassani", True),
    ],
)
def test_families_in_a_pair(one: str, other: str, *, same: bool) -> None:
    score = compare(one, other, kind="person")[0]
    assert (score >= DEFAULT_THRESHOLD) is same


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Uraltechbank", "AKB Uraltechbank OAO"),
        ("Uraltech", "Uraltech Holding"),
        ("Paekhak", "Paekhak General Corporation"),
        ("Technopromexport", "Tekhnopromeksport"),
        ("Tanborstrakh Insurance Company", "Танборстрах"),
        ("Machine Design Bureau Luch", "Design Bureau Luch"),
        ("CASC", "China Aerospace Science and Technology Corporation"),
    ],
)
def test_one_firm_in_a_pair(one: str, other: str) -> None:
    assert compare(one, other, kind="entity")[0] >= DEFAULT_THRESHOLD
