"""Names, numbers, dates and places of a row of a firm's own table."""

import re
from collections.abc import Iterator, Sequence
from typing import cast

from enduse.codes import SCHEMES
from enduse.codes.by_check_digit import by_check_digit
from enduse.codes.country import alpha2
from enduse.lists.own.cells import Cells
from enduse.model import (
    Address,
    DateSpan,
    Identifier,
    ListedName,
    PartyKind,
    Problem,
)
from enduse.text.dates import parse_span
from enduse.text.headers import kind_of, words

_UNSTATED = {"national_id", "tax_id", "registration"}
_VESSEL = {"imo", "mmsi", "call_sign"}
_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}$")
_STAR = re.compile(r"\s*\*+$")
_PARTS = ("first_name", "middle_name", "father_name", "last_name")
_PERSONAL = (
    "first_name",
    "last_name",
    "birth_date",
    "gender",
    "father_name",
    "passport",
)


def names(cells: Cells, numbers: Sequence[Identifier]) -> Iterator[ListedName]:
    """The primary name first; a number stands in where a list names nobody."""
    parts = [cells.one(part) for part in _PARTS]
    said = [_STAR.sub("", text) for text in cells.whole("name")]
    put_together = " ".join(filter(None, parts))
    number = f"{numbers[0].scheme.upper()} {numbers[0].value}" if numbers else ""
    flags = _flags(cells)
    if len(flags) == len(said) and "true" in flags:
        chosen = said[flags.index("true")]
        said = [chosen, *(text for text in said if text != chosen)]
    others = (*cells.several("alias"), *cells.several("original_name"))
    first, *rest = said or [put_together or next(iter(others), "") or number]
    if not first:
        return
    yield ListedName(first, "primary", locator="name")
    seen = {first}
    for field, texts in (
        ("name", [*rest, put_together]),
        ("alias", cells.several("alias")),
        ("former_name", cells.several("former_name")),
        ("original_name", cells.several("original_name")),
    ):
        for text in texts:
            if text and text not in seen:
                seen.add(text)
                yield _named(field, _STAR.sub("", text))


def _named(field: str, text: str) -> ListedName:
    if field == "former_name":
        return ListedName(text, "former", locator=field)
    original = field == "original_name"
    return ListedName(text, "original_script" if original else "alias", locator=field)


def _flags(cells: Cells) -> list[str]:
    """A JSON list's `is_primary` beside its names, one flag a name."""
    for heading in cells.mapping.get("name", ()):
        beside = heading.rpartition(".")[0] + ".is_primary"
        if beside in cells.row.values:
            return [text.lower() for text in cells.column(beside)]
    return []


def identifiers(cells: Cells) -> Iterator[Identifier]:
    """Every number under a field that is a scheme; a check digit may correct it."""
    for field in cells.mapping:
        if field not in SCHEMES:
            continue
        person = bool(cells.one("birth_date") or cells.one("first_name"))
        for value in cells.several(field):
            scheme, country = field, ""
            if field in _UNSTATED:
                told, country = by_check_digit(value, person=person)
                scheme = told if told != "other" else field
            bare = value.removeprefix("IMO").strip() if scheme == "imo" else value
            yield Identifier(scheme, bare, country, "", field)


def kind(cells: Cells, numbers: Sequence[Identifier]) -> PartyKind:
    """What the row says it is, or what its columns show; else unknown."""
    said = next(filter(None, map(kind_of, cells.whole("kind"))), "")
    if said:
        return cast(PartyKind, said)
    if any(number.scheme in _VESSEL for number in numbers):
        return "vessel"
    headings = {w for h in cells.row.values for w in words(h)}
    if {"vessel", "ship"} & headings:
        return "vessel"
    if any(cells.one(field) for field in _PERSONAL):
        return "person"
    legal = any(number.scheme in {"lei", "ogrn", "kpp", "uscc"} for number in numbers)
    return "entity" if legal else "unknown"


def spans(cells: Cells, field: str, problems: list[Problem]) -> list[DateSpan]:
    """The dates of a field; one that is no date is a problem, kept in words there."""
    found: list[DateSpan] = []
    for text in cells.several(field):
        figures = _FIGURES.match(text)
        american = bool(figures and int(figures[2]) > 12 >= int(figures[1]))
        span = parse_span(text, month_first=american)
        if span:
            found.append(span)
        else:
            message = f"{field} {text!r} is no date enduse can read"
            problems.append(Problem("date-unreadable", message, cells.row.origin))
    return found


def countries(
    cells: Cells, fields: Sequence[str], problems: list[Problem]
) -> tuple[str, ...]:
    """Codes of the countries of some fields, in order, once."""
    codes: dict[str, None] = {}
    for text in (text for field in fields for text in cells.several(field)):
        turned = " ".join(reversed(text.split(", ")))  # `Korea, Republic of`
        whole = alpha2(text) or alpha2(turned)
        for part in [text] if whole else re.split(r",|\s+and\s+|\s+/\s+", text):
            code = whole or alpha2(part)
            if code:
                codes.setdefault(code)
            elif part.strip():
                message = f"{part.strip()!r} is no country or territory enduse knows"
                fault = Problem("country-unknown", message, cells.row.origin, "note")
                problems.append(fault)
    return tuple(codes)


def addresses(cells: Cells) -> Iterator[Address]:
    """Free addresses, and one put together from street, city and postcode."""
    country = alpha2(cells.one("residence")) or alpha2(cells.one("country"))
    parts = [
        ", ".join(cells.whole(f)) for f in ("street", "city", "region", "postcode")
    ]
    free = cells.several("address")
    if any(parts):
        street, city, region, postcode = parts
        yield Address(tuple(free), street, city, region, postcode, country)
        return
    for text in free:
        tail = text.rpartition(",")[2] if "," in text else text
        yield Address((text,), country=alpha2(tail) or country, locator="address")
