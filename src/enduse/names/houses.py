"""Listings at the address of a party, whatever the two are called.

Lists designate addresses, too, and what is traded for a designated firm is often
traded from its office under another name. Many share a house without knowing of each
other, so that the same house counts only with the same flat, floor or room, or where
neither side states one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Protocol

from enduse.model import Party
from enduse.names.features.address import is_same_house
from enduse.names.index import NameIndex
from enduse.names.sites import Site, sites

_MOST = 400  # listings that are looked at, of those that share a street and number


@dataclass(frozen=True, slots=True)
class Neighbour:
    """A listing at an address of a party; `ours` and `theirs` are as written."""

    listing_id: str
    ours: str
    theirs: str


class _Filed(Protocol):
    index: NameIndex

    def listings_with(self, keys: Sequence[str]) -> list[list[int]]: ...


def keys(places: Iterable[Site]) -> Iterator[str]:
    """The keys by which the houses among these places are filed.

    *Example*

    >>> from enduse.model import Address
    >>> list(keys(sites([Address(("Mira Avenue 125, Moscow",))])))
    ['house:125 mira']
    """
    for site in places:
        if site.is_exact:
            yield from (f"house:{site.number} {word}" for word in site.street)


def neighbours(party: Party, filed: _Filed) -> tuple[Neighbour, ...]:
    """The listings at an address of the party, each once, in the index's order."""
    ours = [site for site in sites(party.addresses) if site.is_exact]
    if not ours:
        return ()
    met = {at for held in filed.listings_with([*keys(ours)]) for at in held}
    found = []
    for at in sorted(met)[:_MOST]:
        listed = filed.index.listed(at)
        both = ((a, b) for a in ours for b in listed.facts.sites)
        same = next(((a, b) for a, b in both if is_same_place(a, b)), None)
        if same:
            found.append(Neighbour(listed.id, same[0].text, same[1].text))
    return tuple(found)


def is_same_place(a: Site, b: Site) -> bool:
    """Whether two addresses are of one door, as far as they say.

    Stricter than for names that are alike: no word of a street may be another one, and
    the town, the postcode or the flat must be known to be the same, or every word.
    """
    if not is_same_house(a, b) or not _is_within(a.street, b.street):
        return False
    if bool(a.units) != bool(b.units) or not _is_within(a.units, b.units):
        return False
    known = a.postcode and a.postcode == b.postcode
    ours, theirs = ({*site.street, *site.others} for site in (a, b))
    return bool(known or a.units or {*a.towns} & {*b.towns}) or ours == theirs


def _is_within(a: Sequence[str], b: Sequence[str]) -> bool:
    """Whether all that the shorter one says is in the other."""
    few, many = sorted((set(a), set(b)), key=len)
    return few <= many
