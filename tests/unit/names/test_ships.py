"""Ships as papers and payments name them: with what she is, voyage, flag, old name."""

from pathlib import Path

import pytest

from enduse.model import PartyKind
from enduse.names.matcher import Matcher
from tests.unit.names.cast import listing, matcher, party


@pytest.fixture(scope="module")
def ships(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    held = [
        listing(1, "vessel", "QUARTIM"),
        listing(2, "vessel", "OBVEL STAR 5"),
        listing(3, "vessel", "M K A"),
        listing(4, "entity", "Quartim Nordel Shipping"),
    ]
    return matcher(tmp_path_factory.mktemp("index"), held)


@pytest.mark.parametrize("kind", ["vessel", "unknown"])
@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Motor Tanker Quartim", 1),
        ("Vessel: QUARTIM", 1),
        ("M/V QUARTIM V.012E (PANAMA)", 1),
        ("QUARTIM VOY 12", 1),
        ("т/х «QUARTIM»", 1),
        ("OBVEL STAR 5 V.0123-045E", 2),
        ("OBVEL STAR 5, FLAG: PANAMA", 2),
        ("MV M K A", 3),
    ],
)
def test_a_ship_is_found_beside_what_papers_write(
    ships: Matcher, text: str, wanted: int, kind: PartyKind
) -> None:
    found = ships.match(party(text, kind=kind))
    assert [match.listing_id for match in found] == [f"test:{wanted}"]


@pytest.mark.parametrize(
    "text", ["OBVEL STAR 5 ex OCEAN TULIP 7", "OCEAN TULIP 7 (EX OBVEL STAR 5)"]
)
def test_a_ship_is_found_by_another_name_of_hers(ships: Matcher, text: str) -> None:
    found = ships.match(party(text, kind="vessel"))
    assert [match.listing_id for match in found] == ["test:2"]


@pytest.mark.parametrize(
    "text", ["Professor Quartim", "CAPTAIN QUARTIM", "Lady Quartim"]
)
def test_a_rank_is_part_of_a_ships_name(ships: Matcher, text: str) -> None:
    assert ships.match(party(text, kind="vessel")) == []


def test_a_firm_is_no_ship_by_a_word_in_front(tmp_path: Path) -> None:
    held = matcher(tmp_path, [listing(1, "entity", "QUARTIM")])
    assert held.match(party("Carrier Quartim V.012E")) == []


@pytest.mark.parametrize(
    "text",
    [
        "freight QUARTIM VOY. 12",
        "Freight Quartim voyage 12",
        "FREIGHT QUARTIM (IMO NO 9123456",
        "freight Quartim, imo 9123456",
        "FREIGHT QUARTIM 012E",
        "FREIGHT QUARTIM GEMISI",
        "ФРАХТ, FREIGHT QUARTIM GEMISI",
        "运费 QUARTIM 轮",
        "运费 QUARTIM, 航次 12",
    ],
)
def test_a_ship_is_told_in_a_text_by_what_stands_behind(
    ships: Matcher, text: str
) -> None:
    assert "test:1" in [spotted.match.listing_id for spotted in ships.spot(text)]


@pytest.mark.parametrize(
    "text", ["HIRE MV QUARTIM", "hire m/v Quartim", "Hire GEMİ adı Quartim"]
)
def test_a_mark_is_read_in_large_and_small_letters(ships: Matcher, text: str) -> None:
    assert "test:1" in [spotted.match.listing_id for spotted in ships.spot(text)]
