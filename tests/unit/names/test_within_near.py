"""Listed names with a slip within the field of a name among more."""

import time
from datetime import date

import pytest

from enduse.model import DateSpan, PartyKind
from enduse.names.matcher import Matcher
from tests.unit.names.cast import listing, matcher, party

LISTINGS = (
    listing(1, "entity", "KOREA TANBORUK GENERAL CORPORATION"),
    listing(2, "entity", "Zavod Velmorastroy JSC"),
    listing(3, "person", "Quartimov Obvel Nordelovich", born=date(1960, 2, 1)),
    listing(4, "person", "Gennadiy QUARTIMSHENKO"),
)


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return matcher(tmp_path_factory.mktemp("index"), LISTINGS)


@pytest.mark.parametrize(
    ("kind", "field", "wanted"),
    [
        ("entity", "SHPR KOREA TANBORK GENERAL CORPORATION 427430 PYONGYANG", 1),
        ("entity", "Zavod Velmorastroi JSC, account of Mr Ostrebal, 5", 2),
        ("entity", "BENEFICIARY: ZAVOD VELMORASTOY, 27 LENINA STREET", 2),
        ("person", "A/C OBVEL NORDELOVICH QUARTIMOW 40817810", 3),
        ("unknown", "PMT FROM GENADY QUARTIMSHENKO ACC 8812", 4),
    ],
)
def test_a_name_with_a_slip_is_found_among_more(
    cast: Matcher, kind: PartyKind, field: str, wanted: int
) -> None:
    found = {m.listing_id: m.score for m in cast.match(party(field, kind=kind))}
    assert found.get(f"test:{wanted}", 0) > 0.5


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("entity", "SHPR KOREA TANGSAN GENERAL CORPORATION 427430 SEOUL"),
        ("entity", "Zavod Velmoratekh JSC, account of Mr Ostrebal, 5"),
        ("entity", "Nizhny Velmorastroi Holding: Zavod Mebeli 427430"),
        ("person", "A/C OBVEL NORDELOVICH QUARTERMAIN 40817810"),
        ("unknown", "PMT FROM GENADY QUARTERLY ACC 8812"),
    ],
)
def test_another_name_is_not(cast: Matcher, kind: PartyKind, field: str) -> None:
    assert not cast.match(party(field, kind=kind))


def test_facts_of_the_party_count(cast: Matcher) -> None:
    field, day = "A/C OBVEL NORDELOVICH QUARTIMOW 40817810", date(1960, 2, 1)
    (other,) = cast.match(party(field, kind="person"))
    same = party(field, kind="person", births=(DateSpan(day, day),))
    (match,) = cast.match(same)
    assert match.score > other.score


def test_a_long_field_is_no_search_of_each_of_its_parts(cast: Matcher) -> None:
    field = "SHPR: TANBORK VELMORASTOY QUARTIMSHENK; " * 12
    cast.match(party(field, kind="entity"))
    start = time.process_time()
    cast.match(party(field, kind="entity"))
    assert time.process_time() - start < 0.5
