"""One row of a table of customers or counterparties: a message, and its facts."""

from collections.abc import Iterator, Sequence

from enduse.codes import bic
from enduse.codes.country import is_code
from enduse.messages.message import Message
from enduse.messages.tabular.layout import ALIASES, IDENTIFIERS, Layout
from enduse.messages.tabular.row import (
    SEVERAL,
    Row,
    codes_of,
    country_cells,
    locator,
    span_of,
)
from enduse.messages.tabular.row_faults import faults, ragged, unread
from enduse.model import (
    Address,
    Fact,
    Identifier,
    Origin,
    Party,
    PartyKind,
    PartyName,
    Problem,
    Text,
)
from enduse.text.headers import kind_of

_OF_COUNTRY = {"inn": "RU", "ogrn": "RU", "okpo": "RU", "kpp": "RU", "uscc": "CN"}
_KINDS: dict[str, PartyKind] = {
    "person": "person",
    "entity": "entity",
    "vessel": "vessel",
    "aircraft": "aircraft",
}
_OF_ENTITIES = ("lei", "ogrn", "uscc", "duns")
_PLACED = ("address", "street", "city", "region", "postcode")
_NAME_PARTS = ("first_name", "middle_name", "father_name", "last_name")


def customer(
    layout: Layout, cells: Sequence[str], number: str, *, format: str, origin: Origin
) -> Message:
    """The message of one row; `number` stands for it where it has no id."""
    row = Row(layout, tuple(cells))
    width = len(row.cells)
    problems = list(ragged(row, origin))
    if not any(row.cells[n].strip() for n in layout.named if n < width):
        message = "has no name and no identifier: there is nothing to screen"
        problems.append(Problem("row-empty", message, origin))
    problems.extend(faults(row, origin))
    ref = (row.first("id") if layout.columns("id") else "") or number
    return Message(format, "customer", ref, origin, row, tuple(problems))


def customer_facts(message: Message) -> list[Fact]:
    """The customer, its parent where the row names one, and all other words."""
    row: Row = message.content
    origin = message.origin
    facts = [Fact("customer", party_of(row, origin, "customer"), origin)]
    for number, text in row.values("parent"):
        where = origin.at(locator(row, number, origin))
        parent = Party("parent", where, (PartyName(text),))
        facts.append(Fact("parent", parent, where))
    for number, text in row.values("people"):
        where = origin.at(locator(row, number, origin))
        for name in filter(None, map(str.strip, SEVERAL.split(text))):
            facts.append(
                Fact("related", Party("related", where, (PartyName(name),)), where)
            )
    beyond = range(len(row.layout.headings), len(row.cells))
    for number in (*row.layout.unused, *beyond):
        text = row.cells[number].strip() if number < len(row.cells) else ""
        if text:
            where = origin.at(locator(row, number, origin))
            facts.append(Fact("unmapped", Text(text), where))
    for number, text in unread(row):
        where = origin.at(locator(row, number, origin))
        facts.append(Fact("unmapped", Text(text), where))
    return facts


def party_of(row: Row, origin: Origin, role: str) -> Party:
    """The party that the fields of a row's layout describe."""
    names = tuple(_names(row, origin)) or tuple(_marks(row, origin))
    births = [span for _, text in row.values("birth_date") if (span := span_of(text))]
    countries = [code for _, text in country_cells(row) for code in codes_of(text)]
    return Party(
        role=role,
        origin=origin,
        names=names,
        kind=_kind(row),
        identifiers=tuple(_identifiers(row, origin)),
        birth_dates=tuple(births),
        birth_places=tuple(text for _, text in row.values("birth_place")),
        countries=tuple(dict.fromkeys(countries)),
        addresses=tuple(_addresses(row, origin)),
        genders=tuple(text for _, text in row.values("gender")),
    )


def _names(row: Row, origin: Origin) -> Iterator[PartyName]:
    seen = set()
    held = row.layout.fields
    parts = [row.values(field) for field in _NAME_PARTS if field in held]
    composed = " ".join(text for values in parts for _, text in values)
    first = next((values[0][0] for values in parts if values), 0)
    written = [
        (number, reading)
        for number, text in row.values("name")
        for reading in _readings(text)
    ]
    written += [(first, composed)] if composed else []
    for field in ALIASES:
        for number, text in row.values(field):
            written += [(number, part.strip()) for part in SEVERAL.split(text)]
    for number, text in written:
        if text and text not in seen:
            seen.add(text)
            yield PartyName(text, locator(row, number, origin))


def _marks(row: Row, origin: Origin) -> Iterator[PartyName]:
    """What an aircraft without a name is called: its registration mark."""
    for number, text in row.values("aircraft_tail"):
        yield PartyName(text, locator(row, number, origin))


def _readings(text: str) -> list[str]:
    """A name cell as it stands; one of several lines or items also piece by piece."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    pieces = [part.strip() for part in SEVERAL.split(text)]
    return list(dict.fromkeys((*lines, " ".join(text.split()), *pieces)))


def _kind(row: Row) -> PartyKind:
    said = _KINDS.get(kind_of(row.first("kind")))
    if said:
        return said
    born = any(span_of(text) for _, text in row.values("birth_date"))
    if born or (row.values("first_name") and row.values("last_name")):
        return "person"
    if row.values("imo") or row.values("mmsi"):
        return "vessel"
    if row.values("aircraft_tail"):
        return "aircraft"
    return "entity" if any(row.values(field) for field in _OF_ENTITIES) else "unknown"


def _identifiers(row: Row, origin: Origin) -> Iterator[Identifier]:
    held = row.layout.fields
    for scheme in [one for one in IDENTIFIERS if one in held]:
        for number, text in row.values(scheme):
            for part in SEVERAL.split(text):
                value = part.strip()
                if value:
                    where = locator(row, number, origin)
                    country = _issuer(scheme, value)
                    yield Identifier(scheme, value, country, "", where)


def _issuer(scheme: str, value: str) -> str:
    if scheme == "bic":
        return bic.country(value)
    if scheme == "iban":
        country = value[:2].upper()
        return country if is_code(country) else ""
    return _OF_COUNTRY.get(scheme, "")


def _addresses(row: Row, origin: Origin) -> Iterator[Address]:
    lines = row.values("address")
    if row.layout.fields.keys().isdisjoint(_PLACED):
        return
    parts = [row.values(field) for field in _PLACED[1:]]
    placed = [*lines, *(value for part in parts for value in part)]
    if not placed:
        return
    written = row.first("country") or row.first("residence")
    codes = codes_of(written)
    street, city, region, postcode = (
        " ".join(text for _, text in values) for values in parts
    )
    yield Address(
        lines=tuple(text for _, text in lines),
        street=street,
        city=city,
        region=region,
        postcode=postcode,
        country=codes[0] if len(codes) == 1 else "",
        country_text=written,
        locator=locator(row, placed[0][0], origin),
    )
