"""What is listed at the address of a party: addresses themselves, and neighbours."""

from datetime import date
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.library.publication import Publication
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.lists.own import table
from enduse.model import Address, Assessment, Origin, Party, PartyName
from enduse.model.party import PartyKind
from enduse.pipeline.policy import FRESHNESS
from enduse.pipeline.screener import Screener
from tests.made_firm import Firm

HEAD = "id,name,address,country\n"
LISTED = (
    'A1,Address 01,"Flat A1, 5/F, Invented Factory Building, 64 Sample Road, '
    'Kwun Tong, Hong Kong",HK\n'
)
FIRM = 'F1,Tannbor Optik Trading,"Room 1205, 130 Voeux Road Central, Hong Kong",HK\n'
YARD = 'F3,Yard Velmora,"17 Dredgers Quay, Nowheretown",\n'
PLANT = 'F2,Zavod Velmora,"125 Lenina Avenue, Tula",RU\n'
DOOR = "64 Sample Rd., Invented Factory Bldg, 5/F Flat A1, Kwun Tong, HK"


def imported(home: Path, *rows: str) -> None:
    """A firm's own list of these rows, current in a home folder."""
    home.mkdir(exist_ok=True)
    path = home / "list.csv"
    path.write_text(HEAD + "".join(rows), encoding="utf-8")
    file = SourceFile.of(path)
    mapping = table.mapping_file(table.guess(file))
    job = Update(home / "library", "enduse test")
    assert not job.own(Publication("own", "own-list", (file,)), mapping).refused


@pytest.fixture(scope="module")
def screener(tmp_path_factory: pytest.TempPathFactory) -> Screener:
    home = tmp_path_factory.mktemp("home")
    imported(home, LISTED, FIRM, PLANT, YARD)
    return Screener(Library.open(home), as_of=date(2026, 11, 3))


def party(name: str, address: str, kind: PartyKind = "entity") -> Party:
    place = (Address((address,)),)
    names = (PartyName(name),)
    return Party("customer", Origin("t", "", "1"), names, kind, addresses=place)


def told(assessment: Assessment) -> list[tuple[str, str]]:
    about = [f for f in assessment.findings if f.rule != FRESHNESS]
    return [(f.kind, f.severity) for f in about]


def test_a_listed_address_is_found_under_any_name(screener: Screener) -> None:
    found = screener.assess(party("Quiet Harbour Ltd", DOOR))
    assert told(found) == [("listed_address", "high")]
    assert found.outcome == "review"
    match = found.findings[0].match
    assert match
    assert match.listing_id == "own-list:A1"
    assert abs(sum(part.weight for part in match.parts) - match.score) < 1e-6


@pytest.mark.parametrize(
    "address",
    [
        "Room 1205, 12/F, 130-132 Voeux Road Central, Hong Kong",
        "RM 1205 130 VOEUX RD CENTRAL HK",
        "Тула, проспект Ленина, д. 125",
        "Dredgers Quay 17, Nowheretown",  # of no table, word for word
    ],
)
def test_another_name_at_the_door_of_a_listed_firm(
    screener: Screener, address: str
) -> None:
    found = screener.assess(party("Quiet Harbour Ltd", address))
    assert told(found) == [("shared_address", "low")]
    assert found.findings[0].evidence[0].origin


@pytest.mark.parametrize(
    "address",
    [
        "Room 905, 130 Voeux Road Central, Hong Kong",  # another office
        "130 Voeux Road Central, Hong Kong",  # the house alone
        "Lenina Avenue 125, office 4, Tula",
        "125 Lenina Avenue, Penza",
        "125 Lenina Street",  # the town unknown
        "Dredgers Quay 17, Elsewhereton",
        "",
    ],
)
def test_a_house_of_many_doors_is_no_finding(screener: Screener, address: str) -> None:
    assert told(screener.assess(party("Quiet Harbour Ltd", address))) == []


def test_the_firm_itself_is_told_once(screener: Screener) -> None:
    name, address = "Tannbor Optik Trading", "Room 1205, 130 Voeux Road Central, HK"
    kinds = [kind for kind, _ in told(screener.assess(party(name, address)))]
    assert kinds == ["listed_party"]


def test_a_rescreening_tells_of_new_addresses(tmp_path: Path) -> None:
    firm = Firm(tmp_path)
    imported(firm.home, PLANT)
    rows = [("1", "Quiet Harbour Ltd", DOOR), ("2", "Sunny Dairy", "Mill Lane 3, Bath")]
    book = "".join(f'{ref},{name},"{address}",GB\n' for ref, name, address in rows)
    firm.book.write_text(f"id,name,address,country\n{book}", encoding="utf-8")
    firm.rescreen()
    imported(firm.home, PLANT, LISTED)
    scope, changed, lines = firm.rescreen()
    assert not scope.full
    assert [(c.ref, c.began) for c in changed] == [("1", ("own-list:A1",))]
    assert lines == firm.full()
    imported(firm.home, PLANT, FIRM)
    _, changed, lines = firm.rescreen()
    assert [(c.ref, c.ended) for c in changed] == [("1", ("own-list:A1",))]
    assert lines == firm.full()
