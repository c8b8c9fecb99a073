"""Addresses of the two parties: the same house, or the same town.

An address on a list is a listing too, but many firms share a house: an equal one
speaks for a name that is alike, and says nothing for a name that isn't.
"""

from collections.abc import Sequence

from enduse.model import Part
from enduse.names.features import place
from enduse.names.sites import Site

# Log-odds. Of two parties of one name in one house most are one; but hundreds of firms
# may be registered there, so that it never makes up for a name that is not alike.
SAME_HOUSE = 1.2
SAME_TOWN = 0.2
# With the country in common at most so much, for a house or a town is in a country.
HOUSE_AND_COUNTRY, TOWN_AND_COUNTRY = 1.6, place.SHARED


def part(
    ours: Sequence[Site],
    theirs: Sequence[Site],
    *,
    country: float = 0.0,
    most: float = SAME_HOUSE,
) -> Part | None:
    """A plus for a house in common, a small one for a town; nothing for neither.

    *Units*: log-odds: `country` is what the countries have said, which is not said
    again; `most` is what is left for all facts.

    *Unknown*: None where a side states no address. A party moves, and a list may know
    one of many addresses, so that another address is no evidence against.
    """
    if not ours or not theirs:
        return None
    best = max(
        ((_grade(a, b), a.text, b.text) for a in ours for b in theirs),
        key=lambda graded: graded[0][0],
    )
    (odds, said), left, right = best
    both = HOUSE_AND_COUNTRY if odds == SAME_HOUSE else TOWN_AND_COUNTRY
    odds = min(odds, most, both - max(0.0, country))
    return Part("address", 0.0, left, right, said, odds) if odds > 0 else None


def may_add(ours: Sequence[Site], *, countries: bool) -> float:
    """The most that addresses like these and countries may add together."""
    if any(site.is_exact for site in ours):
        return HOUSE_AND_COUNTRY if countries else SAME_HOUSE
    town = SAME_TOWN if ours else 0.0
    return max(place.SHARED, town) if countries else town


def _grade(a: Site, b: Site) -> tuple[float, str]:
    if is_same_house(a, b):
        return SAME_HOUSE, "the same street and number"
    shared = [town for town in a.towns if town in b.towns]
    return (SAME_TOWN, ", ".join(shared)) if shared else (0.0, "")


def is_same_house(a: Site, b: Site) -> bool:
    """Whether number and street are equal, and the town or the postcode.

    Another word in common stands for a town that no table has.
    """
    if not (a.is_exact and b.is_exact) or a.number != b.number:
        return False
    if not any(word in b.street for word in a.street):
        return False
    if a.postcode and b.postcode:
        return a.postcode == b.postcode
    if a.towns and b.towns:
        return any(town in b.towns for town in a.towns)
    theirs = {*b.street, *b.others}
    return sum(word in theirs for word in (*a.street, *a.others)) > 1
