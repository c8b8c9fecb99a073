"""Listed names that stand within the field of a name among what clerks write there."""

import time
from datetime import date

import pytest

from enduse.model import DateSpan, PartyKind
from enduse.names.matcher import Matcher
from enduse.names.spot_formed import formed
from enduse.names.within import may_say_more
from tests.unit.names.cast import listing, matcher, party

LISTINGS = (
    listing(1, "entity", "KOREA TANBORUK GENERAL CORPORATION"),
    listing(2, "entity", "GORGE LIMITED"),
    listing(3, "entity", "VELMORA SHIPPING SA"),
    listing(4, "entity", "CASTLE INVESTMENT HOLDING"),
    listing(5, "person", "Quartimov Obvel Nordelovich", born=date(1960, 2, 1)),
    listing(6, "person", "MOHAMMAD QANVADI"),
    listing(7, "entity", "有限公司"),
    listing(8, "vessel", "WOORY TANBOR"),
    listing(9, "entity", "MT-SYSTEMS LLC"),
    listing(10, "entity", "Perspective Ltd"),
    listing(11, "entity", "Industrial Solutions"),
    listing(12, "vessel", "GREEN LIGHT"),
    listing(13, "entity", "General Dynamics Corporation"),
)


@pytest.fixture(scope="module")
def cast(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return matcher(tmp_path_factory.mktemp("index"), LISTINGS)


@pytest.mark.parametrize(
    ("kind", "field", "wanted"),
    [
        ("entity", "SHPR KOREA TANBORUK GENERAL CORPORATION", 1),
        ("entity", "KOREA TANBORUK GENERAL CORPORATION CARGO CLEARANCE", 1),
        ("entity", "00123 MT-SYSTEMS LLC", 9),
        ("entity", "GORGE LIMITED HQ", 2),
        ("entity", "VOSTRO A/C OF GORGE LIMITED", 2),
        ("entity", "OSTREBAL LTD (CONTROLLED BY VELMORA SHIPPING SA)", 3),
        ("entity", "VELMORA SHIPPING SA en liquidation", 3),
        ("entity", "OSTREBAL TILES OWNER: OBVEL NORDELOVICH QUARTIMOV", 5),
        ("person", "QUARTIMOV OBVEL NORDELOVICH PP NO 721234567", 5),
        ("person", "His Excellency MOHAMMAD QANVADI", 6),
        ("person", "Maria Ostrebal; Mohammad Qanvadi", 6),
        ("unknown", "Ostrebal Keramik, Inh. Mohammad Qanvadi", 6),
        ("entity", "00123 PERSPECTIVE LTD", 10),
        ("entity", "VOSTRO A/C OF INDUSTRIAL SOLUTIONS LTD", 11),
        ("entity", "General Dynamics Corporation Commercial Trust of Employees", 13),
        ("vessel", "Aframax WOORY TANBOR", 8),
        ("vessel", "WOORY TANBOR flying the flag of Gabon", 8),
    ],
)
def test_a_listed_name_is_found_among_more(
    cast: Matcher, kind: PartyKind, field: str, wanted: int
) -> None:
    found = {m.listing_id: m.score for m in cast.match(party(field, kind=kind))}
    assert found.get(f"test:{wanted}", 0) > 0.6


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("entity", "RED GORGE LIMITED"),
        ("entity", "STONE AND GORGE LIMITED"),
        ("entity", "GORGE TRADING LIMITED"),
        ("entity", "Crown Castle Investment Holdings Limited"),
        ("entity", "VELMORA SHIPPING AGENCIES (CY) LIMITED"),
        ("entity", "OSTREBAL TILES CO., LTD"),
        ("entity", "KOREA TANBORUK GENERAL Tomsk CORPORATION"),
        ("entity", "GORGE COMPANY OF NANJING"),
        ("entity", "OSTREBAL MARINE COMPANY GORGE"),
        ("person", "Mohammad Qanvadi Hassan"),
        ("person", "Hassan Mohammad Qanvadi Rahimi"),
    ],
)
def test_a_longer_name_is_another(cast: Matcher, kind: PartyKind, field: str) -> None:
    assert not cast.match(party(field, kind=kind), threshold=0.9)


@pytest.mark.parametrize(
    "field",
    [
        "Perspective NV - Global Stocks 90 2",
        "Ostrebal Equity (Extension) Perspective Limited",
        "3T INDUSTRIAL SOLUTIONS PRIVATE LIMITED",
        "GREEN LIGHT SP. Z O.O.",
    ],
)
def test_a_name_of_common_words_is_none_within_another(
    cast: Matcher, field: str
) -> None:
    assert not cast.match(party(field, kind="entity"))


def test_what_is_known_of_the_party_counts(cast: Matcher) -> None:
    field = "QUARTIMOV OBVEL NORDELOVICH TICKET HOLDER"
    other = (DateSpan.of_day(date(1988, 7, 3)),)
    assert cast.match(party(field, kind="person"))
    assert not cast.match(party(field, kind="person", births=other))


def test_a_firm_knows_no_birth_of_who_is_named_in_it(cast: Matcher) -> None:
    field = "OSTREBAL TILES OWNER: OBVEL NORDELOVICH QUARTIMOV"
    other = (DateSpan.of_day(date(1988, 7, 3)),)
    (found,) = cast.match(party(field, kind="entity", births=other))
    assert found.listing_id == "test:5"


def test_many_at_once_say_what_one_says(cast: Matcher) -> None:
    fields = ["00123 MT-SYSTEMS LLC", "GORGE LIMITED HQ", "Mohammad Qanvadi"]
    asked = [party(field, kind="entity") for field in fields]
    assert cast.match_all(asked) == [cast.match(one) for one in asked]


def test_a_common_name_is_told_in_a_text_by_its_form(cast: Matcher) -> None:
    text = "ACCONTO 12 MT-SYSTEMS LLC ORDINE 7; PAID CO., LTD"
    (found,) = [s for s in cast.spot(text) if s.match.score > 0.5]
    assert text[found.start : found.end] == "MT-SYSTEMS LLC"


def test_short_names_are_not_looked_into() -> None:
    assert not may_say_more("Obvel Nordelovich Quartimov", "person")
    assert may_say_more("Obvel Quartimov (x)", "person")


def test_a_hostile_field_takes_no_time(cast: Matcher) -> None:
    field = "GORGE LIMITED AND OF " * 5000
    begun = time.perf_counter()
    cast.match(party(field, kind="entity"))
    assert time.perf_counter() - begun < 5


def test_a_long_text_full_of_forms_takes_no_time() -> None:
    text = "goods from GORGE LIMITED of LLC " * 2000
    begun = time.perf_counter()
    assert sum(1 for _ in formed(text, lambda token: True)) > 1000
    assert time.perf_counter() - begun < 10
