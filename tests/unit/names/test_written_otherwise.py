"""Listed names as a second list writes them, found by the matcher."""

from pathlib import Path

import pytest

from enduse.model import Match, PartyKind
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher
from tests.unit.names.cast import listing, party

FIRMS = [
    ("Al Rowad Real Estate Development", "Alrowad Real Estate Development Company"),
    ("Alkhamael Co. Maritime Services", "Al Khamael Maritime Services"),
    ("Aero Skyone Co. Limited", "Aero Sky One Ltd"),
    ("Aero Sky One Ltd", "Aero Skyone Co. Limited"),
    ("Limited Liability Company DBA-Engineering", "LLC DBA-Engineering"),
    ("OOO Inzhiniring.RF",
     "Obshchestvo s ogranichennoi otvetstvennostyu Inzhiniring.RF"),
    ("LLC NCO Russian Nordlicht", "Limited Liability Company Non-Bank Credit "
     "Organization Russian Nordlicht"),
    ("Los Huertas Drug Trafficking Organization", "Los Huertas DTO"),
    ("Patriot Private Military Company", "Patriot PMC"),
    ("N-Sistems Priborov LLC",
     "Общество C Ограниченной Ответственностью «Н-Системс Приборов»"),
]  # fmt: skip
PERSONS = [
    ("Cha Yong Beom", "CHA Yong-pom"),
    ("CHO, Il-U", "Cho Il Woo"),
    ("Nam Chol Ung", "Nam Cheol Woong"),
    ("Yuriy Gotsanyuk", "Jury Gotsanyuk"),
]
OTHERS = [
    ("Maz Automobile Factory", "Almaz Automobile Factory"),
    ("Aero Skyone Co. Limited", "Aero Sky Two Ltd"),
    ("Al Rowad Real Estate Development", "Alborz Real Estate Development"),
]


def _matches(folder: Path, kind: PartyKind, listed: str, asked: str) -> list[Match]:
    build([listing(1, kind, listed)], folder)
    return Matcher(NameIndex.open(folder)).match(party(asked, kind=kind))


@pytest.mark.parametrize(("listed", "asked"), FIRMS)
def test_a_firm_is_found_as_a_second_list_writes_it(
    listed: str, asked: str, tmp_path: Path
) -> None:
    assert _matches(tmp_path, "entity", listed, asked)


@pytest.mark.parametrize(("listed", "asked"), PERSONS)
def test_a_person_is_found_as_a_second_list_writes_him(
    listed: str, asked: str, tmp_path: Path
) -> None:
    assert _matches(tmp_path, "person", listed, asked)


@pytest.mark.parametrize(("listed", "asked"), OTHERS)
def test_a_firm_a_letter_or_number_away_is_another(
    listed: str, asked: str, tmp_path: Path
) -> None:
    assert not _matches(tmp_path, "entity", listed, asked)
