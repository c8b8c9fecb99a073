"""What the lines of one UK designation mean, the same for every file they come from."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.country import alpha2
from enduse.lists.births import birth_spans
from enduse.lists.uk import numbers, regime
from enduse.lists.uk.line import Line, Lines
from enduse.model import (
    Address,
    DateSpan,
    Link,
    ListedName,
    Listing,
    Measure,
    Origin,
    Problem,
)
from enduse.model.listing import NameKind
from enduse.model.party import PartyKind
from enduse.text.dates import parse_day
from enduse.text.several import numbered

_KINDS: dict[str, PartyKind] = {
    "individual": "person",
    "entity": "entity",
    "ship": "vessel",
    "aircraft": "aircraft",
}
_NAME_KINDS: dict[str, NameKind] = {
    "primary name": "primary",
    "primary": "primary",
    "fka": "former",
    "formerly known as": "former",
}
_LINKS = {
    "owner": "owner_or_operator",
    "past_owner": "past_owner_or_operator",
    "parent": "parent",
    "subsidiary": "subsidiary",
}
_REMARKS = {
    "source": "designation source",
    "imposed": "sanctions imposed",
    "entity_type": "type of entity",
    "flag": "flag",
    "past_flag": "previous flag",
    "ship_type": "type of ship",
    "tonnage": "tonnage",
    "length": "length",
    "built": "year built",
    "hull": "hull identification number",
    "script": "script",
    "language": "language",
    "fax": "fax",
}
_PLACES = {
    "occupied palestinian territories": "PS",
    "palestinian": "PS",
    "former ussr": "",
    "ussr": "",
}


def build(
    source: str,
    own_id: str,
    given: Iterable[Line],
    *,
    measures: Sequence[Measure] = (),
) -> tuple[Listing, list[Problem]]:
    """The listing that the lines of one designation give, and what was not read.

    `measures` are those the reader knows of; without any, the words of the
    sanctions imposed decide.
    """
    lines = Lines.of(given)
    problems: list[Problem] = []
    imposed = tuple(measures) or regime.measures(lines.whole("imposed"))
    addresses = tuple(_addresses(lines))
    nationalities = tuple(_countries(lines, "nationality"))
    flags = tuple(_countries(lines, "flag"))
    home = {*(a.country for a in addresses), *nationalities, *flags} - {""}
    unique_id, named = lines.first("uk_ref"), lines.first("regime")
    listing = Listing(
        id=f"{source}:{own_id}",
        source=source,
        kind=_KINDS.get(lines.first("kind").lower(), "unknown"),
        names=tuple(_names(lines)),
        origin=_origin(lines),
        identifiers=tuple(numbers.identifiers(lines, home)),
        birth_dates=tuple(_births(lines, problems)),
        birth_places=tuple(_birth_places(lines)),
        genders=tuple(g.lower() for g in lines.every("gender")),
        countries=tuple(sorted(home)),
        nationalities=nationalities,
        addresses=addresses,
        titles=(*lines.every("title"), *lines.every("position")),
        programmes=tuple(lines.whole("regime"))
        or ((unique_id[:3],) if unique_id else ()),
        measures=imposed,
        legal_basis=regime.basis(named, unique_id),
        listed_on=_day(lines, "listed", problems)
        or _day(lines, "designated", problems),
        updated_on=_day(lines, "updated", problems),
        links=tuple(_links(lines)),
        reason="\n".join(lines.whole("reason")),
        notes=tuple(_notes(lines)),
    )
    return listing, problems


def _origin(lines: Lines) -> Origin:
    """Where its primary name stands, or its first line."""
    for line in lines.all:
        if _name_kind(line) == "primary":
            return line.origin
    return lines.all[0].origin


def _name_kind(line: Line) -> NameKind:
    return _NAME_KINDS.get(line.text("name_type").lower(), "alias")


def full_name(line: Line) -> str:
    """Given names 1 to 5, then name 6, which is the surname or the whole name."""
    parts = (line.text(f"name{number}") for number in range(1, 7))
    return " ".join(" ".join(parts).split())


def _names(lines: Lines) -> Iterator[ListedName]:
    """Primary first, each spelling once; a name that is good somewhere is not weak."""
    best: dict[tuple[str, NameKind], ListedName] = {}
    for name in (n for line in lines.all for n in _line_names(line)):
        key = (name.text.casefold(), name.kind)
        if key not in best or (best[key].weak and not name.weak):
            best[key] = name
    chosen = [name for name in best.values() if name.kind == "primary"]
    yield from chosen[:1]
    taken = {chosen[0].text.casefold()} if chosen else set()
    for name in (*chosen[1:], *(n for n in best.values() if n.kind != "primary")):
        if name.text.casefold() not in taken:
            taken.add(name.text.casefold())
            kind: NameKind = "alias" if name.kind == "primary" else name.kind
            yield ListedName(name.text, kind, name.weak, name.locator)


def _line_names(line: Line) -> Iterator[ListedName]:
    weak = "low" in line.text("name_quality").lower()
    text, where = full_name(line), line.origin.locator
    if text:
        yield ListedName(text, _name_kind(line), weak, where)
    for value in numbered(line.text("script_name")):
        yield ListedName(value, "original_script", weak, where)


def _births(lines: Lines, problems: list[Problem]) -> Iterator[DateSpan]:
    seen: set[tuple[date, date]] = set()
    for cell in lines.whole("birth"):
        spans, unread = birth_spans(cell, lines.all[0].origin)
        problems.extend(unread)
        for span in spans:
            if (span.earliest, span.latest) not in seen:
                seen.add((span.earliest, span.latest))
                yield span


def _birth_places(lines: Lines) -> Iterator[str]:
    seen: set[str] = set()
    for line in lines.all:
        towns = numbered(line.text("birth_town"))
        countries = numbered(line.text("birth_country"))
        if len(countries) == 1:
            countries *= max(len(towns), 1)
        if len(towns) not in (0, len(countries)):
            pairs = [(town, "") for town in towns] + [("", c) for c in countries]
        else:
            pairs = list(zip(towns or [""] * len(countries), countries, strict=True))
        for town, country in pairs:
            text = ", ".join(p.strip(" .") for p in (town, country) if p.strip("-. "))
            if text and text not in seen:
                seen.add(text)
                yield text


def _countries(lines: Lines, key: str) -> Iterator[str]:
    codes = (code for value in lines.every(key) for code in countries_in(value))
    yield from dict.fromkeys(codes)


def countries_in(text: str) -> list[str]:
    """The codes of the one country a text names, or of those it joins."""
    whole_text = country(text)
    parts = re.split(r",|\.\s|/|\band\b", text) if not whole_text else []
    codes = [whole_text, *(country(part.strip()) for part in parts)]
    return [code for code in codes if code]


def country(text: str) -> str:
    """The alpha-2 code of a country as the UK writes it, or ''."""
    if text.lower() in _PLACES:
        return _PLACES[text.lower()]
    code = alpha2(text).partition("-")[0]
    return code if len(code) == 2 else ""


def _addresses(lines: Lines) -> Iterator[Address]:
    seen: set[str] = set()
    for line in lines.all:
        parts = tuple(p for p in (line.text(f"address{n}") for n in range(1, 6)) if p)
        countries = numbered(line.text("country")) or [""]
        for said in countries:
            address = Address(
                lines=parts,
                city=line.text("address6"),
                postcode=line.text("postcode"),
                country=country(said.strip(" .")),
                country_text=said.strip(" ."),
                locator=line.origin.locator,
            )
            if address.text and address.text not in seen:
                seen.add(address.text)
                yield address


def _day(lines: Lines, key: str, problems: list[Problem]) -> date | None:
    days = []
    for text in lines.whole(key):
        day = parse_day(text)
        if day:
            days.append(day)
        else:
            message = f"{key} date {text!r} is no day enduse can read"
            problems.append(Problem("date-unreadable", message, lines.all[0].origin))
    return max(days, default=None) if key == "updated" else min(days, default=None)


def _links(lines: Lines) -> Iterator[Link]:
    for key, relation in _LINKS.items():
        for name in lines.every(key):
            yield Link(relation, target_name=name)


def _notes(lines: Lines) -> Iterator[str]:
    yield from lines.whole("other")
    for key, label in _REMARKS.items():
        yield from (f"{label}: {text}" for text in lines.whole(key))
    designated = lines.whole("designated")
    if designated and designated != lines.whole("listed"):
        yield f"designated: {', '.join(designated)}"
    for value in lines.every("nationality"):
        if not countries_in(value):
            yield f"nationality: {value}"
