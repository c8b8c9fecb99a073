"""Numbers as forms, books and spreadsheets write them, held against a list's."""

import pytest

from enduse.model import Identifier, PartyKind
from enduse.names.matcher import Matcher
from tests.unit.names.cast import numbered_matcher, party

HELD = {
    1: ("inn", "0278129399", "RU"),
    2: ("tax_id", "800068160-5", "CO"),
    3: ("registration", "920167667", "NO"),
    4: ("okpo", "05747985", "RU"),
    5: ("clearing", "044583162", "RU"),
    6: ("lei", "529900T8BM49AURSDO55", ""),
    7: ("website", "https://www.luch-stanki.example/about", ""),
    8: ("aircraft_tail", "RA-85446", ""),
    9: ("national_id", "421002197703250019", "CN"),
    10: ("inn", "7707083893", "RU"),
    11: ("passport", "ZQ4109521", "IR"),
    12: ("website", "https://www.mail.ru", ""),
}


@pytest.fixture(scope="module")
def numbered(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    return numbered_matcher(tmp_path_factory.mktemp("index"), HELD)


def found(matcher: Matcher, scheme: str, value: str, kind: PartyKind) -> set[str]:
    """The numbers of the listings that a party with that number is."""
    numbers = (Identifier(scheme, value),)
    asked = party("Mistral Trading", kind=kind, identifiers=numbers)
    return {hit.listing_id.removeprefix("test:") for hit in matcher.match(asked)}


@pytest.mark.parametrize(
    ("scheme", "value", "wanted"),
    [
        ("tax_id", "278129399", 1),  # a spreadsheet dropped the nought
        ("inn", "278129399", 1),
        ("okpo", "5747985", 4),
        ("clearing", "44583162", 5),
        ("tax_id", "RU7707083893", 10),
        ("tax_id", "VAT: RU 7707083893", 10),
        ("tax_id", "7707083893/770701001", 10),
        ("tax_id", "800068160", 2),
        ("tax_id", "800.068.160-5", 2),
        ("tax_id", "CO8000681605", 2),
        ("registration", "NO 920 167 667 MVA", 3),
        ("registration", "920167667 MVA", 3),
        ("lei", "LEI:529900T8BM49AURSDO55", 6),
        ("passport", "ZQ4109521 (IRN)", 11),
        ("email", "anna@luch-stanki.example", 7),
        ("national_id", "421002197703250019", 9),
    ],
)
def test_a_number_is_the_same_however_it_was_written(
    numbered: Matcher, scheme: str, value: str, wanted: int
) -> None:
    assert found(numbered, scheme, value, "unknown") == {str(wanted)}


@pytest.mark.parametrize("scheme", ["aircraft_tail", "registration", "other"])
@pytest.mark.parametrize("mark", ["RA-85446", "RA 85446", "ra85446"])
def test_an_aircraft_s_number_may_be_its_mark(
    numbered: Matcher, scheme: str, mark: str
) -> None:
    assert found(numbered, scheme, mark, "aircraft") == {"8"}


@pytest.mark.parametrize(
    ("scheme", "value"),
    [
        ("tax_id", "278129398"),  # no check digit proves a nought before it
        ("tax_id", "SE7707083892"),
        ("tax_id", "NO 800068160"),  # of another country
        ("email", "anna@mail.ru"),  # everybody's host
        ("clearing", "54583162"),
        ("lei", "LEI:529900T8BM49AURSDO56"),
    ],
)
def test_another_number_is_nobody_s(numbered: Matcher, scheme: str, value: str) -> None:
    assert not found(numbered, scheme, value, "unknown")


def test_a_number_too_long_for_chance_decides(numbered: Matcher) -> None:
    numbers = (Identifier("national_id", "421002197703250019"),)
    asked = party("Mistral Trading", identifiers=numbers)
    (hit,) = numbered.match(asked)
    assert hit.score >= 0.95
