"""Which listings are of one subject: ties that hold, and ties that do not."""

from datetime import date

import pytest

from enduse.library.subjects import numbered
from enduse.model import (
    DateSpan,
    Identifier,
    Link,
    ListedName,
    Listing,
    Origin,
    PartyKind,
)


def listing(
    listing_id: str,
    name: str,
    *,
    kind: PartyKind = "entity",
    ids: tuple[Identifier, ...] = (),
    born: date | None = None,
    countries: tuple[str, ...] = (),
) -> Listing:
    source = listing_id.partition(":")[0]
    return Listing(
        id=listing_id,
        source=source,
        kind=kind,
        names=(ListedName(name, "primary"),),
        origin=Origin(source, "", ""),
        identifiers=ids,
        birth_dates=(DateSpan.of_day(born),) if born else (),
        countries=countries,
    )


def tied(*listings: Listing) -> bool:
    numbers = numbered(listings)
    found = {numbers.get(one.id) for one in listings}
    return len(found) == 1 and None not in found


INN = Identifier("inn", "7812014560", "RU")


def test_a_shared_tax_number_ties() -> None:
    assert tied(listing("a:1", "Megafon", ids=(INN,)), listing("b:1", "X", ids=(INN,)))


def test_a_short_registration_number_does_not() -> None:
    short = Identifier("registration", "1234", "RU")
    assert not tied(
        listing("a:1", "A", ids=(short,)), listing("b:1", "B", ids=(short,))
    )


def test_a_cited_number_ties_to_its_own_list() -> None:
    cited = Identifier("uk_ref", "RUS0238")
    own, other = listing("uk-sanctions:RUS0238", "A"), listing("x:1", "B", ids=(cited,))
    assert tied(own, other)


def test_name_and_birth_date_tie_a_person() -> None:
    day = date(1961, 3, 2)
    one = listing("a:1", "Ivan EXAMPLOV", kind="person", born=day)
    two = listing("b:1", "EXAMPLOV, Ivan", kind="person", born=day)
    assert tied(one, two)


@pytest.mark.parametrize("born", [None, date(1962, 3, 2)])
def test_a_name_without_the_same_birth_date_does_not(born: date | None) -> None:
    one = listing("a:1", "Ivan Examplov", kind="person", born=date(1961, 3, 2))
    two = listing("b:1", "Ivan Examplov", kind="person", born=born)
    assert not tied(one, two)


def test_an_entity_needs_its_country() -> None:
    one = listing("a:1", "Vector Trading House", countries=("RU",))
    assert tied(one, listing("b:1", "VECTOR Trading House", countries=("RU", "BY")))
    assert not tied(one, listing("b:1", "Vector Trading House", countries=("TR",)))


def test_what_the_publisher_ties_is_tied() -> None:
    link = Link("same_as", target_id="a:1")
    other = Listing(
        "b:9", "b", "entity", (ListedName("B"),), Origin("b", "", ""), links=(link,)
    )
    assert tied(listing("a:1", "A"), other)


def test_an_alias_that_one_list_gives_to_three_ties_nobody() -> None:
    three = [listing(f"a:{n}", "Those Who Sign", countries=("ML",)) for n in (1, 2, 3)]
    assert numbered([*three, listing("b:1", "Those Who Sign", countries=("ML",))]) == {}


def test_a_listing_alone_has_no_number() -> None:
    assert numbered([listing("a:1", "A"), listing("a:2", "B")]) == {}
