"""Where a party is, against where a list says one is."""

from dataclasses import replace
from pathlib import Path

import pytest

from enduse.model import Address, ListedName, Listing, Match, Origin, Party, PartyName
from enduse.names import index
from enduse.names.features import address, place
from enduse.names.matcher import Matcher
from enduse.names.sites import Site, sites

_ORIGIN = Origin("t", "", "1")
_HOUSE = "129226, Moscow, Mira Avenue, 125, office 4"


def site(text: str) -> Site:
    """The site of an address of one line."""
    return sites((Address(lines=(text,)),))[0]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (_HOUSE, "125"),
        ("26 Bolshaya Dmitrovka Street, Moscow", "26"),
        ("Floor 9, Building 1, 48 Keyuan Road, Hangzhou", "48"),
        ("14/F, 135 Bonham Strand, Hong Kong", "135"),
        ("Transportnaya Street, Building 1, Block 2, Penza", "1"),
        ("3rd floor, 12 8th Street, Dubai", "12"),
        ("P.O. Box 1775, Karaj Road, Tehran", ""),
    ],
)
def test_the_number_is_that_of_the_house(text: str, number: str) -> None:
    assert site(text).number == number


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (_HOUSE, "г. Москва, проспект Мира, д. 125"),
        ("125 Mira Ave., Moscow", "Moscow, Mira avenue 125, floor 3"),
        ("73 Dzerzhinskogo Avenue, Minsk, 220116", "Prospect Dzerzhinskogo, 73, Minsk"),
        ("30 Let Pobedy St., 1a, Murom, 602205", "602205 Murom, 30 Let Pobedy 1A"),
        ("Luchevaya st., 35A, Kolomna", "Kolomna, Luchevaya 35 A"),
        ("Zorkastr. 1 a, 65760 Eschborn", "Zorkastraße 1a, 65760 Eschborn"),
        ("60 Obvel Road, #11-03, 409051", "#11-03 Obvel Square, 60 Obvel Rd 409051"),
        ("2F, No.13, Lane 5, Obvel Village, Hong Kong", "13 Obvel Village, Hong Kong"),
        ("Luchevaya 13, Ekaterinburg", "ул. Лучевая, д. 13, Екатеринбург"),
        ("ul. Luchevaya, d. 5 k. 2, Moscow", "Luchevaya 5 korp 2, Moscow"),
    ],
)
def test_one_house(ours: str, theirs: str) -> None:
    told = address.part((site(ours),), (site(theirs),))
    back = address.part((site(theirs),), (site(ours),))
    assert told
    assert back
    assert told.log_odds == back.log_odds == address.SAME_HOUSE


@pytest.mark.parametrize(
    ("ours", "theirs"),
    [
        (_HOUSE, "Moscow, Mira Avenue, 127"),
        (_HOUSE, "Saint Petersburg, Mira Avenue, 125"),
        (_HOUSE, "125 Lenin Street, Moscow"),
        ("5 Jalan Ampang, Kuala Lumpur", "5 Jalan Bukit Bintang, Kuala Lumpur"),
        ("12 Des Voeux Road, Hong Kong", "12 Bonham Strand, Hong Kong"),
    ],
)
def test_another_house(ours: str, theirs: str) -> None:
    told = address.part((site(ours),), (site(theirs),))
    assert told is None or told.log_odds == address.SAME_TOWN


def test_what_is_unknown_says_nothing() -> None:
    assert address.part((), (site(_HOUSE),)) is None
    assert sites((Address(country="RU"), Address(lines=("", "  ")))) == ()


def test_a_house_says_no_more_than_facts_may() -> None:
    told = address.part((site(_HOUSE),), (site(_HOUSE),), most=0.5)
    assert told
    assert told.log_odds == 0.5
    assert address.part((site(_HOUSE),), (site(_HOUSE),), most=0.0) is None


def test_a_house_is_in_a_country() -> None:
    told = address.part((site(_HOUSE),), (site(_HOUSE),), country=1.0)
    assert told
    assert told.log_odds + 1.0 == pytest.approx(address.HOUSE_AND_COUNTRY)
    town = address.part((site(_HOUSE),), (site("Moscow"),), country=1.0)
    assert town is None


@pytest.mark.parametrize("countries", [True, False])
@pytest.mark.parametrize("text", [_HOUSE, "Moscow", "125 Mira Ave., Moscow"])
@pytest.mark.parametrize("listed", [_HOUSE, "Moscow"])
@pytest.mark.parametrize("shared", [0.0, place.SHARED_LARGE, place.SHARED])
def test_no_more_is_added_than_a_search_allows_for(
    countries: bool, text: str, listed: str, shared: float
) -> None:
    shared = shared if countries else 0.0
    told = address.part((site(text),), (site(listed),), country=shared)
    most = address.may_add((site(text),), countries=countries)
    assert shared + (told.log_odds if told else 0.0) <= most + 1e-9


def test_a_site_is_kept_by_an_index_as_it_is() -> None:
    assert Site.of(site(_HOUSE).plain()) == site(_HOUSE)


@pytest.fixture
def matcher(tmp_path: Path) -> Matcher:
    listed = Listing(
        "t:1",
        "t",
        "entity",
        (ListedName("Brelovsk Optical Instruments LLC"),),
        _ORIGIN,
        addresses=(Address(lines=(_HOUSE,), country="RU"),),
    )
    index.build([listed], tmp_path)
    return Matcher(index.NameIndex.open(tmp_path))


def matches(matcher: Matcher, name: str, text: str, threshold: float) -> list[Match]:
    """The matches of a firm at an address."""
    plain = Party("x", _ORIGIN, (PartyName(name),), "entity")
    where = (Address(lines=(text,)),) if text else ()
    return matcher.match(replace(plain, addresses=where), threshold=threshold)


def test_a_house_speaks_for_a_name_that_is_alike(matcher: Matcher) -> None:
    near = "Brelovskiy Optics Instrument"
    (bare,) = matches(matcher, near, "", 0.01)
    (there,) = matches(matcher, near, "125 Mira Ave., Moscow", 0.01)
    told = [part for part in there.parts if part.feature == "address"]
    assert [part.log_odds for part in told] == [address.SAME_HOUSE]
    assert there.score > bare.score


def test_a_search_looks_as_far_as_addresses_reach(matcher: Matcher) -> None:
    near = "Brelovskiy Optics Instrument"
    (there,) = matches(matcher, near, "125 Mira Ave., Moscow", 0.01)
    threshold = there.score - 0.005
    assert matches(matcher, near, "125 Mira Ave., Moscow", threshold)
    assert not matches(matcher, near, "", threshold)


def test_a_stranger_in_the_same_house_is_a_stranger(matcher: Matcher) -> None:
    assert not matches(matcher, "Halvorsen Fish Export", "125 Mira Ave., Moscow", 0.1)
