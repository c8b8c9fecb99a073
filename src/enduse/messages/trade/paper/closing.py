"""What a document says in several places and is one thing: its vessel, its route."""

import re

from enduse.codes import port
from enduse.codes.country import alpha2
from enduse.messages.trade.beside import beside
from enduse.messages.trade.paper.hits import Hit
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.values import Around
from enduse.model import Identifier, Party, PartyName

_ORDER = (
    "place_of_receipt",
    "airport_of_departure",
    "port_of_loading",
    "port_of_transhipment",
    "port_of_discharge",
    "airport_of_destination",
    "place_of_delivery",
    "final_destination",
)
_VOYAGE = re.compile(
    r"\s*(?:/|,|;|\bV(?:oy(?:age)?)?(?:\.|\b)\s*(?:No\.?)?|\s-\s|航次)\s*[:.]?\s*"
    r"([A-Z]{0,3}[-.]?\d[\w/-]{0,9}|\d+[A-Z]{0,2})\s*$",
    re.IGNORECASE,
)
_TRAILING = re.compile(r"\s+((?=\w*\d)(?=\w*[A-Z])[A-Z0-9]{3,7}|\d{3,4}[A-Z]?)$")
_PREFIX = re.compile(r"^(?:M/?V|M\.[VT]\.|MS|SS|S\.S\.|MT|т/х)\.?\s+", re.IGNORECASE)
_FLIGHT = re.compile(r"^[A-Z0-9]{2}\s?-?\d{2,4}[A-Z]?\b")
VESSEL_SURE = 0.9


_ASIDE = re.compile(
    r"\s+(?:from|to|via|pol|pod|date|etd|eta|port|sailing|flag|imo|voy(?:age)?)\b[^:]{0,24}:.*",
    re.IGNORECASE,
)


def note_vessel(hit: Hit, around: Around, sheet: Sheet) -> bool:
    """Keeps a part of what is said of the vessel until the document ends."""
    stretch = around.scalar(hit)
    if stretch is None or not stretch.text:
        return False
    if any(a <= stretch.start and stretch.end <= b for a, b in stretch.segment.said):
        return False
    text, where = (
        stretch.text,
        around.leaf.where_in(stretch.segment, stretch.start, stretch.end),
    )
    field = hit.fields[0]
    if field in ("voyage", "flight") and "vessel" not in hit.fields:
        return False
    if field == "vessel_imo":
        digits = re.search(r"\d(?:[ .]?\d){6}", text)
        if not digits:
            return False
        keep_imo(re.sub(r"\D", "", digits[0]), where, sheet)
    elif field == "vessel_flag":
        sheet.vessel.setdefault("flag", (text, where))
    else:
        _name(hit, text, where, sheet)
    hit.segment.label(hit.start, hit.value_at)
    stretch.take()
    return True


def _name(hit: Hit, text: str, where: str, sheet: Sheet) -> None:
    if _FLIGHT.match(text) and ("flight" in hit.fields or sheet.kind == "airway-bill"):
        sheet.mode = "air"
        if sheet.new("voyage", text):
            sheet.notes.reference("voyage", text, where, VESSEL_SURE)
        return
    digits = re.search(r"\(?\bIMO\b[\s:.No#-]*(\d{7})\)?", text, re.IGNORECASE)
    if digits:
        keep_imo(digits[1], where, sheet)
        text = (text[: digits.start()] + text[digits.end() :]).strip(" ,/()")
    text = _ASIDE.sub("", text)
    match = _VOYAGE.search(text)
    if not match and "voyage" in hit.fields:
        match = _TRAILING.search(text)
    voyage = match[1].strip(" .") if match else ""
    name = text[: match.start()] if match else text
    name = _PREFIX.sub("", name).strip(' ,;/.-"“”«»')
    if voyage and sheet.new("voyage", voyage):
        sheet.notes.reference("voyage", voyage, where, VESSEL_SURE)
    if any(c.isalpha() for c in name) and len(name) <= 80:
        keep_vessel(name, where, sheet)


def without_voyage(name: str) -> str:
    """A vessel's name without the voyage behind it: `EVER DEMO V.123W`."""
    match = _VOYAGE.search(name)
    return name[: match.start()].strip(" ,;/.-") if match else name


def keep_imo(number: str, where: str, sheet: Sheet) -> None:
    """Keeps the number of the document's vessel; one of another is noted at once."""
    known = sheet.vessel.setdefault("imo", (number, where))
    if known[0] != number and sheet.new("party vessel", number):
        origin = sheet.notes.origin.at(where)
        ids = (Identifier("imo", number, locator=where),)
        other = Party("vessel", origin, (), "vessel", ids)
        sheet.notes.party(other, VESSEL_SURE)


def keep_vessel(name: str, where: str, sheet: Sheet) -> None:
    """Keeps the name of the document's vessel; another's is noted at once."""
    known = sheet.vessel.get("name")
    if known is None:
        sheet.vessel["name"] = (name, where)
    elif known[0].upper() != name.upper() and sheet.new("party vessel", name):
        origin = sheet.notes.origin.at(where)
        other = Party("vessel", origin, (PartyName(name, where),), "vessel")
        sheet.notes.party(other, VESSEL_SURE)


def close(sheet: Sheet) -> None:
    """Notes vessel, route and what stands in the words of others, at the end."""
    name, number = sheet.vessel.get("name"), sheet.vessel.get("imo")
    if name or number:
        where = (name or number or ("", ""))[1]
        names = (PartyName(*name),) if name else ()
        ids = (Identifier("imo", number[0], locator=number[1]),) if number else ()
        flag = sheet.vessel.get("flag", ("", ""))[0]
        country = alpha2(flag)[:2]
        party = Party(
            "vessel",
            sheet.notes.origin.at(where),
            names,
            "vessel",
            ids,
            countries=(country,) if country else (),
        )
        sheet.notes.party(party, VESSEL_SURE)
        sheet.mode = sheet.mode or "sea"
    _settle_journey(sheet)
    places = [sheet.places[role] for role in _ORDER if role in sheet.places]
    ports = any(place.role.startswith("port") for place in places)
    sheet.notes.route(places, sheet.mode or ("sea" if ports else ""), sheet.route_at)
    sheet.notes.facts.extend(beside(sheet.notes.facts))


_ENDS = (
    ("place_of_receipt", "port_of_loading", "airport_of_departure"),
    (
        "port_of_discharge",
        "airport_of_destination",
        "place_of_delivery",
        "final_destination",
    ),
)


def _settle_journey(sheet: Sheet) -> None:
    """What sentences say of places: an end that no label named, or said otherwise."""
    for role, place in sheet.journey.items():
        alike = next((ends for ends in _ENDS if role in ends), (role,))
        labelled = [sheet.places[r] for r in alike if r in sheet.places]
        if not labelled:
            sheet.places[role] = place
            sheet.route_at = sheet.route_at or place.locator
        elif all(_apart(place.name, other.name) for other in labelled):
            sheet.notes.text(role, place.name, place.locator, VESSEL_SURE)


def _apart(one: str, other: str) -> bool:
    if len(one) == 3 and (code := port.by_iata(one)):
        theirs = port.find(other)
        return theirs is not None and theirs.country != code.country
    ours, theirs = port.find(one), port.find(other)
    if ours and theirs:
        return not port.is_same(ours, theirs)
    return one.upper() not in other.upper() and other.upper() not in one.upper()
