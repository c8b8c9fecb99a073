"""Facts that a free text of a message labels, noted with a confidence below one."""

from collections.abc import Sequence
from itertools import pairwise

from enduse.codes import port
from enduse.messages.swift.free_lines import Line, place_of, split_lines
from enduse.messages.swift.reading import Reading
from enduse.messages.trade.goods_codes import codes_in
from enduse.messages.trade.goods_measures import said_in
from enduse.messages.trade.goods_origin import origin_in
from enduse.messages.trade.goods_told import goods_told
from enduse.messages.trade.labelled import labelled_in
from enduse.messages.trade.labelled_numbers import Labelled
from enduse.messages.trade.labelled_parties import name_and_rest
from enduse.messages.trade.prose import parties_told
from enduse.model import (
    Fact,
    Good,
    Identifier,
    Origin,
    Party,
    PartyName,
    Place,
    Route,
    Text,
)

CONFIDENCE = 0.7
TOLD = 0.5


def note_labelled(reading: Reading, lines: Sequence[Line]) -> None:
    """Notes numbers, terms, places, vessels and parties that the lines label.

    A label and its value may stand on two lines, so the lines are read as one too;
    each thing is noted once, at the first line that has a part of it.
    """
    seen: set[Labelled] = set()
    places: list[Place] = []
    vessels: list[tuple[Labelled, str]] = []
    for line in lines:
        for found in labelled_in(line.text):
            if found not in seen:
                seen.add(found)
                if found.kind == "vessel":
                    vessels.append((found, line.locator))
                else:
                    _note(reading, found, line.locator, places)
    if len(lines) > 1:
        _across(reading, lines, seen, places)
    _vessels(reading, vessels)
    _told(reading, lines)
    _goods_told(reading, lines)
    if places:
        origin = reading.origin.at(places[0].locator)
        reading.facts.append(Fact("route", Route(tuple(places)), origin, CONFIDENCE))


def _told(reading: Reading, lines: Sequence[Line]) -> None:
    """Notes the parties that sentences name and no label has named."""
    known = {
        _plain(name.text)
        for fact in reading.facts
        if isinstance(fact.value, Party)
        for name in fact.value.names
    }
    text = "\n".join(line.text for line in lines)
    for told in parties_told(text):
        if _plain(told.name) in known:
            continue
        known.add(_plain(told.name))
        where = lines[min(text.count("\n", 0, told.start), len(lines) - 1)].locator
        origin = reading.origin.at(where)
        lines_of = [Line(text, where) for text in (told.name, *told.address)]
        names, addresses = split_lines(lines_of)
        party = Party(told.role, origin, names[:1], addresses=addresses)
        reading.facts.append(Fact(told.role, party, origin, TOLD))


def _goods_told(reading: Reading, lines: Sequence[Line]) -> None:
    """Notes the goods that sentences name and no label has named."""
    known = [f.value.description for f in reading.facts if isinstance(f.value, Good)]
    text = "\n".join(line.text for line in lines)
    for told in goods_told(text):
        if any(told.text in said or said in told.text for said in known):
            continue
        at = lines[min(text.count("\n", 0, told.start), len(lines) - 1)].locator
        reading.facts.append(_goods(told.text, reading.origin.at(at), TOLD))


def _goods(text: str, origin: Origin, confidence: float) -> Fact:
    said = said_in(text)
    good = Good(
        description=text,
        origin=origin,
        codes=tuple(codes_in(text, origin.locator)),
        quantity=said.quantity,
        net_weight=said.net_weight,
        gross_weight=said.gross_weight,
        unit_price=said.unit_price,
        value=said.value,
        origin_country=origin_in(text),
    )
    return Fact("goods", good, origin, confidence)


def _plain(name: str) -> str:
    return "".join(c for c in name.casefold() if c.isalnum())


def _across(
    reading: Reading, lines: Sequence[Line], seen: set[Labelled], places: list[Place]
) -> None:
    for first, second in pairwise(lines):
        # a label that ends one line and its value on the next: the rest is known
        for found in labelled_in(f"{first.text[-60:]} {second.text[:45]}"):
            known = any(
                found.kind == other.kind
                and (found.role == other.role or found.kind == "ref")
                and (other.value in found.value or found.value in other.value)
                for other in seen
            )
            if not known:
                seen.add(found)
                _note(reading, found, first.locator, places)


def _note(reading: Reading, found: Labelled, where: str, places: list[Place]) -> None:
    origin = reading.origin.at(where)
    if found.kind == "place":
        known = port.find(found.value)
        country = place_of(found.value).country[:2] or (known.country if known else "")
        places.append(Place(found.role, found.value, "", country, where))
    elif found.kind == "vessel":
        _vessels(reading, [(found, where)])
    elif found.kind == "goods":
        reading.facts.append(_goods(found.value, origin, CONFIDENCE))
    elif found.kind == "party":
        party = _party(found, origin)
        reading.facts.append(Fact(party.role, party, origin, CONFIDENCE))
    else:
        reading.facts.append(Fact(found.role, Text(found.value), origin, CONFIDENCE))


def _vessels(reading: Reading, vessels: list[tuple[Labelled, str]]) -> None:
    """Notes the vessels; one name and one number in a text are of one vessel."""
    names = [(PartyName(f.value, at), at) for f, at in vessels if f.role != "imo"]
    numbers = [
        (Identifier("imo", f.value, "", "", at), at)
        for f, at in vessels
        if f.role == "imo"
    ]
    if len(names) == 1 and len(numbers) == 1:
        _vessel(reading, names[0][1], names[0][0], numbers[0][0])
        return
    for name, where in names:
        _vessel(reading, where, name, None)
    for number, where in numbers:
        _vessel(reading, where, None, number)


def _vessel(
    reading: Reading, where: str, name: PartyName | None, number: Identifier | None
) -> None:
    origin = reading.origin.at(where)
    party = Party(
        "vessel",
        origin,
        (name,) if name else (),
        "vessel",
        (number,) if number else (),
    )
    reading.facts.append(Fact("vessel", party, origin, CONFIDENCE))


def _party(found: Labelled, origin: Origin) -> Party:
    """A name up to its first comma, and the rest as its address."""
    where = origin.locator
    name, rest = name_and_rest(found.value)
    lines = [Line(name, where)]
    lines += [Line(part.strip(), where) for part in rest.split(",") if part.strip()]
    names, addresses = split_lines(lines)
    return Party(found.role, origin, names[:1], addresses=addresses)
