"""The party that some columns of a row describe: its names, numbers, places, dates."""

import re
from collections.abc import Iterator
from functools import lru_cache

from enduse.codes import bic
from enduse.codes.country import is_code
from enduse.messages.tabular.cell_countries import codes_of
from enduse.messages.tabular.cell_numbers import whole_number
from enduse.messages.tabular.layout import ALIASES, IDENTIFIERS
from enduse.messages.tabular.row import (
    SEVERAL,
    Row,
    births_of,
    country_cells,
    locator,
)
from enduse.messages.telegraphic import with_signs
from enduse.model import Address, Identifier, Origin, Party, PartyKind, PartyName
from enduse.text.headers import kind_of

_NUMBERED = re.compile(r"(.*?[^\W\d])[\s_.-]*(\d?)")
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


def party_of(row: Row, origin: Origin, role: str) -> Party:
    """The party that the fields of a row's layout describe."""
    names = tuple(_names(row, origin)) or tuple(_marks(row, origin))
    births = [span for _, text in row.values("birth_date") for span in births_of(text)]
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
    written += list(_lines(row))
    for field in ALIASES:
        for number, text in row.values(field):
            written += [(number, part.strip()) for part in SEVERAL.split(text)]
    for number, text in written:
        if text and text not in seen:
            seen.add(text)
            yield from with_signs([PartyName(text, locator(row, number, origin))])


def _lines(row: Row) -> Iterator[tuple[int, str]]:
    """A name of which columns hold a line each: `NAME1`, `NAME2`."""
    best, further = row.layout.columns("name"), row.layout.columns("alias")
    if best and further:
        lines = _lined(row.layout.headings, best[0], further)
        texts = [text for n in lines if (text := row.text(n))]
        if len(texts) > 1:
            yield lines[0], " ".join(texts)


@lru_cache(maxsize=256)
def _lined(
    headings: tuple[str, ...], best: int, further: tuple[int, ...]
) -> tuple[int, ...]:
    """The columns whose headings differ from the name's by a number alone, in order."""
    own = _NUMBERED.fullmatch(headings[best].strip())
    found = []
    for n in (best, *further):
        match = _NUMBERED.fullmatch(headings[n].strip())
        if own and match and match[1].casefold() == own[1].casefold():
            found.append((int(match[2] or 1), n))
    return tuple(n for _, n in sorted(found))


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
    born = any(births_of(text) for _, text in row.values("birth_date"))
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
                if value := whole_number(scheme, part):
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
