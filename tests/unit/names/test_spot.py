"""Listed names inside free text."""

import time
from pathlib import Path

import pytest

from enduse.names.matcher import Matcher
from enduse.names.spot_firms import firms
from tests.unit.names.cast import listing, matcher


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return matcher(tmp_path_factory.mktemp("index"))


@pytest.mark.parametrize(
    ("text", "inside", "wanted"),
    [
        ("PMT FOR ZAVODSTROYMASH JSC INV 12", "ZAVODSTROYMASH", "test:3"),
        ("invoice of Muhammad Karimi, May", "Muhammad Karimi", "test:2"),
        ("goods per vessel IMO: 9319466 sailed", "IMO: 9319466", "test:5"),
        ("via VELMRUMM123 as agreed", "VELMRUMM123", "test:9"),
        ("tanker Ocean Petrel 5 loaded", "Ocean Petrel 5", "test:5"),
        ("goods per vessel imo 9319466", "imo 9319466", "test:5"),
        ("oplata ZAVODSTROYMASCH OAO za tovar", "ZAVODSTROYMASCH OAO", "test:3"),
        ("stanki OAO «Zavodstroymasch»", "OAO «Zavodstroymasch»", "test:3"),
    ],
)
def test_spotted(cast: Matcher, text: str, inside: str, wanted: str) -> None:
    found = cast.spot(text)
    assert (inside, wanted) in [
        (text[s.start : s.end], s.match.listing_id) for s in found
    ]


@pytest.mark.parametrize(
    ("listed", "text"),
    [
        ("QUARTIMOV, Obvel Nikolaevich", "fee of Obvel Quartimov, May"),
        ("Quartimov Obvel Nikolaevich", "fee of Quartimov Obvel, May"),
        ("QUARTIMOV, Obvel Nordelovich", "fee of Obvel Nordelovich Quartimov, May"),
        ("QUARTIMOV, Obvel Nordelovich", "fee of Quartimov Obvel Nordelovich, May"),
        ("Obvel Nordelovich QUARTIMOV", "fee of Quartimov Obvel Nordelovich, May"),
        ("NORDEL QUARTIM, Obvel", "fee of Obvel Nordel Quartim, May"),
        ("AL-QUARTIMI, Obvel Nordel", "fee of Obvel Nordel al-Quartimi, May"),
        ("'ABD AL-KHALIQ AL-QUARTIMI", "fee of Abd al-Khaliq al-Quartimi, May"),
        ("QUARTIMI, Sayyed Reza", "fee of Sayyed Reza Quartimi, May"),
        ("BORISOV, Yury Ivanovich", "fee of Yury Ivanovich Borisov, May"),
    ],
)
def test_a_person_is_spotted_in_either_order(
    tmp_path: Path, listed: str, text: str
) -> None:
    held = matcher(tmp_path, [listing(1, "person", listed)])
    (found,) = held.spot(text)
    assert text[found.start : found.end] == text[7:-5]
    assert found.match.score > 0.9


@pytest.mark.parametrize(
    "text",
    [
        "",
        "payment for trading services, corp card, factory visit",
        "the engineer came from Moscow, invoice 9319466",
        "ACCOUNT 7707083893 of May",
        "INVOICE PAYMENT IN FULL SETTLEMENT OF ORDER 5",
    ],
)
def test_ordinary_text_raises_nothing(cast: Matcher, text: str) -> None:
    assert cast.spot(text) == []


def test_nothing_found_costs_microseconds(cast: Matcher) -> None:
    text = "invoice 4711 for delivery of spare parts as agreed on 12 May with thanks"
    cast.spot(text)
    start = time.perf_counter()
    for _ in range(200):
        cast.spot(text)
    assert (time.perf_counter() - start) / 200 < 0.001


def test_a_long_text_is_bounded(cast: Matcher, tmp_path: Path) -> None:
    assert len(cast.spot("Muhammad Karimi " * 20_000)) <= 100


def test_whose_it_is_is_spotted(tmp_path: Path) -> None:
    held = matcher(tmp_path, [listing(1, "person", "Obvel Quartim")])
    text = "as per OBVEL QUARTIM'S invoice, don't delay"
    (found,) = held.spot(text)
    assert text[found.start : found.end] == "OBVEL QUARTIM"


@pytest.mark.parametrize(
    ("listed", "text", "inside"),
    [
        ("VQR Bank PJSC", "to VQR BANK for fees", "VQR BANK"),
        ("VELQO, OOO", "to VELQO, OOO for fees", "VELQO, OOO"),
        ("Velqo LLC", "DRAWEE VELQO LLC", "VELQO LLC"),
    ],
)
def test_a_short_firm_is_spotted(
    tmp_path: Path, listed: str, text: str, inside: str
) -> None:
    held = matcher(tmp_path, [listing(1, "entity", listed)])
    assert inside in {text[s.start : s.end] for s in held.spot(text)}


SHIPS = ("OCEAN PETREL", "PETREL", "NORDIV I", "VELMORA 7")


@pytest.fixture(scope="module")
def fleet(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    listed = [listing(n, "vessel", name) for n, name in enumerate(SHIPS)]
    return matcher(tmp_path_factory.mktemp("fleet"), listed)


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("PORT DUES M/T PETREL NOVOROSSIYSK", "PETREL"),
        ("crew of the vessel Petrel", "Petrel"),
        ("бункеровка танкера «PETREL» порт", "PETREL"),
        ("PETREL GEMISI LIMAN MASRAFI", "PETREL"),
        ("运费 船名PETREL轮", "PETREL"),
        ("CHARTER HIRE OCEAN PETREL 15 DAYS", "OCEAN PETREL"),
        ("BUNKERS, OCEAN PETREL, FUJAIRAH", "OCEAN PETREL"),
        ("FREIGHT NORDIV 1 B/L 12", "NORDIV 1"),
        ("demurrage Velmora 7 3 May", "Velmora 7"),
    ],
)
def test_a_ship_is_told_by_a_mark_or_the_sea(
    fleet: Matcher, text: str, inside: str
) -> None:
    assert inside in {text[s.start : s.end] for s in fleet.spot(text)}


@pytest.mark.parametrize(
    "text",
    [
        "invoice Petrel 12 chairs",
        "MV PETREL STAR loaded",
        "MV PETREL 8812 loaded",
        "MV STORMY PETREL loaded",
        "FREIGHT STORMY PETREL TO MERSIN",
        "500 MT PETREL",
        "Ms Petrel, consulting",
        "SPECIALIST NORDIV 1 FREIGHT",
    ],
)
def test_what_may_be_another_ship_or_none_is_not(fleet: Matcher, text: str) -> None:
    assert not fleet.spot(text)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("代VELMORA LLC支付运费", "VELMORA LLC"),
        ("SUPPLIER-VELMORA NORD LLC-INV 5", "VELMORA NORD LLC"),
        ("DEBT FROM VELMORA PUBLIC JOINT STOCK COMPANY TO NORD", None),
        ("предоплата за VELMORA NORD LLC", "VELMORA NORD LLC"),
        ("INV 12 VELMORA LTDA. PARTS", "VELMORA LTDA"),
        ("warehouse of Velmora Nord LLC", "Velmora Nord LLC"),
        ("PAYMENT TO VELMORA NORD\n//LLC FOR GOODS", "VELMORA NORD   LLC"),
        ("HETONG VELMORA LLC", "VELMORA LLC"),
    ],
)
def test_a_firm_is_parted_from_words_of_papers(text: str, name: str | None) -> None:
    wanted = name or "VELMORA PUBLIC JOINT STOCK COMPANY"
    assert wanted in [firm.name for firm in firms(text)]


def test_measures_and_memory_are_no_firms() -> None:
    assert not list(firms("a micron e.MMC, size S"))


@pytest.mark.parametrize(
    ("text", "inside"),
    [
        ("B/L DD 12.05.24 VESSEL OCEAN PETREL 5 30000 MT UREA", "OCEAN PETREL 5"),
        ("VES/VOY OCEAN PETREL 5/012E CNTR MSKU1234567", "OCEAN PETREL 5"),
        ("container, Ocean Petrel 5, voyage 012E, Jebel Ali", "Ocean Petrel 5"),
        ("FREIGHT OCEAN PETREL 5 IMO 9999990", "OCEAN PETREL 5"),
        ("P AND I PREMIUM OCEAN PETREL 5, 2024", "OCEAN PETREL 5"),
        ("soutage navire Ocean Petrel 5 Abidjan", "Ocean Petrel 5"),
        ("pago flete buque tanque Ocean Petrel 5", "Ocean Petrel 5"),
        ("wheat on board MS Ocean Petrel 5 at Perim", "Ocean Petrel 5"),
        ("油轮OCEAN PETREL 5滞期费", "OCEAN PETREL 5"),
    ],
)
def test_a_ship_by_what_stands_beside_her(
    cast: Matcher, text: str, inside: str
) -> None:
    found = [s for s in cast.spot(text) if s.match.listing_id == "test:5"]
    assert [text[s.start : s.end] for s in found if s.match.score > 0.5] == [inside]
