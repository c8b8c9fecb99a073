"""One row of a table of customers or counterparties: a message, and its facts."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from enduse.codes import bic, iban, lei
from enduse.codes.country import alpha2, is_code
from enduse.messages.message import Message
from enduse.messages.tabular.layout import ALIASES, IDENTIFIERS, Layout
from enduse.model import (
    Address,
    DateSpan,
    Fact,
    Identifier,
    Origin,
    Party,
    PartyKind,
    PartyName,
    Problem,
    ProblemSeverity,
    Text,
)
from enduse.names.features.gender import stated
from enduse.text.dates import parse_span
from enduse.text.headers import kind_of

_SEVERAL = re.compile(r"[;|\n]")
_FAULTS = {"lei": lei.fault, "bic": bic.fault, "iban": iban.fault}
_SAID = {
    "check-digit": "its check digits do not fit the rest: a digit is wrong",
    "format": "it does not have the form of one",
    "country": "its fifth and sixth letters are no country",
}
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


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row as written, with the layout of their table."""

    layout: Layout
    cells: tuple[str, ...]

    def values(self, field: str) -> list[tuple[int, str]]:
        """Column number and text of every filled cell of a field."""
        columns = self.layout.fields.get(field)
        if not columns:
            return []
        cells, width = self.cells, len(self.cells)
        filled = ((n, cells[n].strip()) for n in columns if n < width)
        return [(n, text) for n, text in filled if text]

    def first(self, field: str) -> str:
        """The first filled cell of a field, or ''."""
        return next((text for _, text in self.values(field)), "")


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
        for name in filter(None, map(str.strip, _SEVERAL.split(text))):
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


def locator(row: Row, number: int, origin: Origin) -> str:
    """Where a cell of a row stands, by its heading."""
    headings = row.layout.headings
    name = headings[number] if number < len(headings) else f"column {number + 1}"
    return f"{origin.locator} column {name!r}"


def party_of(row: Row, origin: Origin, role: str) -> Party:
    """The party that the fields of a row's layout describe."""
    births = [span for _, text in row.values("birth_date") if (span := _span(text))]
    countries = [code for _, text in _country_cells(row) for code in _codes(text)]
    return Party(
        role=role,
        origin=origin,
        names=tuple(_names(row, origin)),
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
            written += [(number, part.strip()) for part in _SEVERAL.split(text)]
    for number, text in written:
        if text and text not in seen:
            seen.add(text)
            yield PartyName(text, locator(row, number, origin))


def _readings(text: str) -> list[str]:
    """A name cell as it stands; one of several lines or items also piece by piece."""
    lines = [" ".join(line.split()) for line in text.split("\n")]
    pieces = [part.strip() for part in _SEVERAL.split(text)]
    return list(dict.fromkeys((*lines, " ".join(text.split()), *pieces)))


def _kind(row: Row) -> PartyKind:
    said = _KINDS.get(kind_of(row.first("kind")))
    if said:
        return said
    born = any(_span(text) for _, text in row.values("birth_date"))
    if born or (row.values("first_name") and row.values("last_name")):
        return "person"
    if row.values("imo") or row.values("mmsi"):
        return "vessel"
    return "entity" if any(row.values(field) for field in _OF_ENTITIES) else "unknown"


def _identifiers(row: Row, origin: Origin) -> Iterator[Identifier]:
    held = row.layout.fields
    for scheme in [one for one in IDENTIFIERS if one in held]:
        for number, text in row.values(scheme):
            for part in _SEVERAL.split(text):
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
    codes = _codes(written)
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


def _country_cells(row: Row) -> list[tuple[int, str]]:
    fields = ("country", "nationality", "residence")
    return [value for field in fields for value in row.values(field)]


@lru_cache(maxsize=8192)
def _codes(text: str) -> tuple[str, ...]:
    """The countries a cell names, one or several; () where one is unknown."""
    if not text:
        return ()
    whole = alpha2(text)
    parts = [text] if whole else re.split(r"[;|,/\n]", text)
    codes = [alpha2(part) for part in parts if part.strip()]
    if not all(codes):
        return ()
    return tuple(c if c.startswith("UA-") else c[:2] for c in codes)


@lru_cache(maxsize=65536)
def _span(text: str) -> DateSpan | None:
    return parse_span(text) or parse_span(text, month_first=True)


def unread(row: Row) -> Iterator[tuple[int, str]]:
    """Cells of a field whose value was not understood: their words still count."""
    for number, text in _country_cells(row):
        if not _codes(text):
            yield number, text
    for number, text in row.values("birth_date"):
        if not _span(text):
            yield number, text
    for number, text in row.values("kind"):
        if not kind_of(text):
            yield number, text
    for number, text in row.values("gender"):
        if not stated((text,)):
            yield number, text


def ragged(row: Row, origin: Origin) -> Iterator[Problem]:
    """What is said where a row is wider or narrower than its table's header."""
    expected, width = len(row.layout.headings), len(row.cells)
    if width == expected:
        return
    message = f"has {width} cells where the table has {expected} columns"
    severity: ProblemSeverity = "note"
    if any(cell.strip() for cell in row.cells[expected:]):
        message += "; the cells beyond are screened as text; check its delimiters"
        severity = "warning"
    yield Problem("row-ragged", message, origin, severity)


def _fault(field: str, text: str) -> tuple[str, str, ProblemSeverity] | None:
    """Code, message and severity of what is wrong with a cell."""
    if field == "birth_date":
        message = f"birth date {text!r} is no date enduse can read"
        return None if _span(text) else ("date-unreadable", message, "warning")
    if field in _FAULTS:
        fault = "" if _SEVERAL.search(text) else _FAULTS[field](text)
        if not fault:
            return None
        message = f"{field.upper()} {text!r}: {_SAID[fault]}; kept as written"
        return f"{field}-{fault}", message, "warning"
    message = f"{text!r} is no country or territory enduse knows; kept as text"
    return None if _codes(text) else ("country-unknown", message, "note")


def faults(row: Row, origin: Origin) -> Iterator[Problem]:
    """What is wrong with values whose form can be checked."""
    cells, width = row.cells, len(row.cells)
    for field, number in row.layout.checked:
        text = cells[number].strip() if number < width else ""
        found = _fault(field, text) if text else None
        if found:
            code, message, severity = found
            where = origin.at(locator(row, number, origin))
            yield Problem(code, message, where, severity)
