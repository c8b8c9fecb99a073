"""Places of a route out of a tree: ports, airports, addresses, each with its part."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from enduse.codes import port, unlocode
from enduse.codes.country import alpha2
from enduse.messages.trade.tree import Element, lookup
from enduse.messages.trade.vocabulary import Vocabulary
from enduse.model import Place

if TYPE_CHECKING:
    from enduse.messages.trade.walk import Walk

BY_AIR = {
    "port_of_loading": "airport_of_departure",
    "port_of_discharge": "airport_of_destination",
}
_RANK = {
    "departure_country": 0,
    "export_country": 0,
    "place_of_despatch": 0,
    "place_of_receipt": 0,
    "exit_office": 1,
    "last_exit_port": 2,
    "port_of_loading": 2,
    "airport_of_departure": 2,
    "port_of_transhipment": 3,
    "port_of_discharge": 4,
    "airport_of_destination": 4,
    "named_place": 5,
    "place_of_delivery": 5,
    "final_destination": 6,
}


def read_place(
    walk: "Walk", element: Element, role: str, *, mode: str = ""
) -> Place | None:
    """The place an element names, or None where it names none."""
    said: dict[str, list[str]] = {}
    for leaf in element.walk():
        if (
            leaf.children
            or not leaf.text
            or leaf.taken
            or _elsewhere(walk, leaf, element)
        ):
            continue
        what = lookup(walk.words.place, leaf) or lookup(walk.words.address, leaf)
        if leaf is element:
            what = what or "name"
        if what:
            said.setdefault(what, []).append(leaf.take())
    code = _code(said)
    named = [text for key in _NAMES for text in said.get(key, ())]
    name = ", ".join(dict.fromkeys(named))
    written = next((t for key in _COUNTRIES for t in said.get(key, ())), "")
    country = alpha2(written)[:2] if written else ""
    if written and not country:
        name = f"{name}, {written}" if name else written
    if not (name or code or country):
        return None
    if mode == "air":
        role = BY_AIR.get(role, role)
        airport = port.by_iata(name.upper()) if len(name) == 3 else None
        country = country or (airport.country if airport else "")
    return Place(role, name, code, country, element.path)


_NAMES = ("name", "id", "line", "street", "number", "postcode", "city", "region")
_COUNTRIES = ("country", "country_text")


def _elsewhere(walk: "Walk", leaf: Element, place: Element) -> bool:
    """Whether a leaf stands in a party or another place inside this one."""
    above = leaf.parent
    while above is not None and above is not place and leaf is not place:
        if walk.words.party_role(above) or walk.words.place_role(above):
            return True
        above = above.parent
    return False


def _code(said: dict[str, list[str]]) -> str:
    """The UN/LOCODE among what was said; an id that is none stays a name."""
    for key in ("unlocode", "id"):
        for text in said.get(key, ()):
            if key == "unlocode" or (len(text) <= 6 and not unlocode.fault(text)):
                said[key].remove(text)
                return text
    return ""


def mode_of(element: Element, words: Vocabulary) -> str:
    """How goods travel at this place, as the stage of the journey around it says."""
    above = element.parent
    while above is not None:
        for child in above.children:
            if child.name in words.mode_leaf and child.text:
                found = words.mode.get(child.text.upper(), "")
                if found:
                    return found
        if above.name in words.scopes:
            return ""
        above = above.parent
    return ""


def in_order(places: Iterable[Place]) -> list[Place]:
    """The places as they are passed: by their part where each has one place only."""
    once: dict[tuple[str, str], Place] = {}
    for place in places:
        key = (place.role, place.unlocode or f"{place.name}/{place.country}")
        if key not in once or (place.name and not once[key].name):
            once[key] = place
    kept = list(once.values())
    ports = sum(
        place.role in ("port_of_loading", "airport_of_departure") for place in kept
    )
    if ports > 1:  # several legs: their own order tells more than the parts do
        return sorted(kept, key=lambda p: _ends(p.role))
    return sorted(kept, key=lambda place: _RANK.get(place.role, 3))


def _ends(role: str) -> int:
    rank = _RANK.get(role, 3)
    return -1 if rank == 0 else 1 if rank >= 5 else 0
