"""A place behind a firm's name: no other name where the listing states it."""

import pytest

from enduse.model import Address, ListedName, Listing, Origin, Party, PartyName
from enduse.names import index
from enduse.names.form import parse
from enduse.names.matcher import Matcher
from enduse.names.place_behind import Place, split

ORIGIN = Origin("list", "1", "")


def listing(at: str, name: str, *, city: str = "", country: str = "RU") -> Listing:
    address = Address(street="12 Tikhaya Street", city=city, country=country)
    return Listing(
        at,
        "list",
        "entity",
        (ListedName(name),),
        ORIGIN,
        countries=(country,),
        addresses=(address,) if city else (),
    )


@pytest.fixture(scope="module")
def matcher(tmp_path_factory: pytest.TempPathFactory) -> Matcher:
    listings = [
        listing("bank", "Belvento-Bank", city="Moscow"),
        listing("plant", "Kvarzit JSC", city="Zelenograd"),
        listing("mill", "Brentova Mills", country="TR"),
    ]
    folder = tmp_path_factory.mktemp("places")
    index.build(listings, folder)
    return Matcher(index.NameIndex.open(folder))


def found(matcher: Matcher, text: str) -> list[str]:
    party = Party("x", ORIGIN, (PartyName(text),), "entity")
    return [match.listing_id for match in matcher.match(party)]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("Belvento-Bank Moscow", "bank"),
        ("Belvento Bank, Moskva", "bank"),
        ("Kvarzit JSC Zelenograd", "plant"),
        ("Brentova Mills Turkiye", "mill"),
        ("Brentova Mills, Ankara", "mill"),
    ],
)
def test_the_listings_own_place_costs_nothing(
    matcher: Matcher, text: str, wanted: str
) -> None:
    assert found(matcher, text) == [wanted]
    party = Party("x", ORIGIN, (PartyName(text),), "unknown")
    assert [m.listing_id for m in matcher.match_all([party, party])[0]] == [wanted]


@pytest.mark.parametrize(
    "text",
    ["Belvento-Bank Minsk", "Brentova Mills Egypt"],
)
def test_another_place_is_a_sister_as_before(matcher: Matcher, text: str) -> None:
    bare = text.rsplit(maxsplit=1)[0]
    named = Party("x", ORIGIN, (PartyName(bare),), "entity")
    [whole] = matcher.match(named)
    party = Party("x", ORIGIN, (PartyName(text),), "entity")
    assert all(m.score < whole.score for m in matcher.match(party))


@pytest.mark.parametrize(
    "text",
    [
        "Bank of Moscow",
        "Moscow",
        "OOO Kazan",
        "Kvarzit Trading Ltd",
        "Kvarzit UK Limited",
        "Kvarzit, LLC",
    ],
)
def test_what_is_no_place_behind_a_name_stays(text: str) -> None:
    assert split(text, parse(text, "entity").tokens) is None


def test_a_country_is_told_by_its_code() -> None:
    text = "Kvarzit South Africa"
    assert split(text, parse(text, "entity").tokens) == (
        "Kvarzit",
        Place(country="ZA"),
    )


def test_a_legal_form_in_front_hides_no_place_behind() -> None:
    found = split("OAO Kvarzit Minsk", ("kvarzit", "minsk"))
    assert found is not None
    assert found[0] == "OAO Kvarzit"
    assert found[1].country == "BY"
