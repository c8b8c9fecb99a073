"""Consolidated Canadian Autonomous Sanctions List, XML.

*Source*: Global Affairs Canada, https://www.international.gc.ca/, `sema-lmes.xml`.
The file has no ids and no date. `Country` is the regulation an entry stands in, not
the party's country: the Ukraine regulations list Russians. So it becomes the
programme, and the id is made of country, schedule and item.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.xml_records import xml_records
from enduse.model import (
    Cite,
    DateSpan,
    Identifier,
    ListedName,
    Listing,
    Measure,
    PartyKind,
    Problem,
)
from enduse.model.listing import NameKind
from enduse.text.dates import parse_day, parse_span

CARDS = (load("ca", "sema"),)
IGNORED = {
    "@root/@schemaLocation": "technical",
    "@root/@noNamespaceSchemaLocation": "technical",
}
group = one_each
fetch = downloaded  # the XML that Global Affairs Canada serves
_ACRONYM = re.compile(r"\(([A-Z]{3,})\)")
_SPACE = re.compile(r"\s+")
_LABEL = re.compile(r"\b(?:Russian|Belarus+ian|Ukrainian|Arabic|Persian|Farsi)\s*:")
_SPLIT = re.compile(r"\s*;\s*|\s+(?:or|или)\s+|\s+/\s+|\s*\|\s*")
_COMMA = re.compile(r",\s+(?=[\"“«'‘]?[A-ZА-ЯЁІЎЄ\u0600-\u06ff])")
_SUFFIX = re.compile(
    r"(?:ltd|llc|inc|p?jsc|co|corp|plc|s\.?a|gmbh|pjs|fze|llp|oao|ao|ооо|[поз]?ао)\b",
    re.IGNORECASE,
)
_LATIN = re.compile(r"[A-Za-z]")
_EDGE = " ,;\n"
_DATES = re.compile(r"\s+(?:or|OR)\s+(?=\d{4}-)")


def sniff(file: SourceFile) -> str | None:
    """`ca-sema` for a data-set of records with Canada's own column names."""
    head = file.head
    marks = (b"<data-set", b"<Schedule>", b"<DateOfListing>")
    renamed = b"<EntityOrShip>" in head or b"<GivenName>" in head or b"<Item>" in head
    return "ca-sema" if renamed and all(mark in head for mark in marks) else None


def published(files: Sequence[SourceFile]) -> date | None:
    """None: the file does not say."""
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record for each `record` element."""
    for file in files:
        yield from xml_records(file, {"record"}, source=source)


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a record; two under one key are told apart by their names."""
    seen: set[str] = set()
    for row in rows:
        if row.table == "@root":
            continue
        problems: list[Problem] = []
        listing = _listing(row, seen, problems)
        if listing:
            seen.add(listing.id)
            yield listing
        yield from problems


def _listing(row: Record, seen: set[str], problems: list[Problem]) -> Listing | None:
    person = bool(row.text("LastName") or row.text("GivenName"))
    imo = row.text("ShipIMONumber")
    names = tuple(_names(row, person))
    if not names:
        message = "a record without any name is no listing; look at the source"
        problems.append(Problem("name-missing", message, row.origin))
        return None
    kind: PartyKind = "person" if person else "vessel" if imo else "entity"
    listed = parse_day(row.text("DateOfListing"))
    if row.text("DateOfListing") and not listed:
        problems.append(_unreadable(row, row.text("DateOfListing")))
    title = _clean(row.text("TitleOrShip"))
    built = row.text("DateOfBirthOrShipBuildDate") if kind == "vessel" else ""
    return Listing(
        id=_id(row, names[0].text, seen, problems),
        source=row.origin.source,
        kind=kind,
        names=names,
        origin=row.origin,
        identifiers=(Identifier("imo", imo, locator="ShipIMONumber"),) if imo else (),
        birth_dates=tuple(_births(row, problems)) if kind == "person" else (),
        titles=(title,) if title and person else (),
        programmes=(_programme(row),),
        measures=_measures(row, kind),
        legal_basis=_basis(row),
        listed_on=listed,
        notes=tuple(_notes(kind, title, built, row)),
    )


def _programme(row: Record) -> str:
    english = row.text("Country").split(" / ")[0]
    return _clean(english)


def _id(row: Record, name: str, seen: set[str], problems: list[Problem]) -> str:
    programme = _programme(row)
    acronym = _ACRONYM.search(programme)
    country = acronym[1] if acronym else programme
    parts = (country, row.text("Schedule"), row.text("Item"))
    key = "_".join(re.sub(r"[^\w.]+", "-", p.lower()).strip("-") for p in parts)
    made = f"{row.origin.source}:{key}"
    if made in seen or not row.text("Item"):
        told = made
        made += "_" + hashlib.sha256(name.encode()).hexdigest()[:8]
        message = f"{told} stands for more than one entry; {name!r} is kept as {made}"
        problems.append(Problem("id-not-unique", message, row.origin, "note"))
    while made in seen:
        made += "+"
    return made


def _names(row: Record, person: bool) -> Iterator[ListedName]:
    given, last = _clean(row.text("GivenName")), _clean(row.text("LastName"))
    firm = _clean(row.text("EntityOrShip"))
    whole = " ".join(part for part in (given, last) if part) or firm
    if whole:
        yield ListedName(
            whole, "primary", locator="LastName" if person else "EntityOrShip"
        )
    for part in _both_languages(firm):
        yield ListedName(part, "alias", locator="EntityOrShip")
    for text in row.texts("Aliases"):
        for alias in _aliases(text):
            kind: NameKind = "alias" if _LATIN.search(alias) else "original_script"
            # a given name alone, `Yevgeny`, as the cell's other spelling of one
            weak = person and " " not in alias
            yield ListedName(alias, kind, weak, "Aliases")


def _both_languages(name: str) -> list[str]:
    parts = [part.strip() for part in name.split("/")]
    long = len(parts) == 2 and all(len(part.split()) > 1 for part in parts)
    return parts if long else []


def _aliases(text: str) -> Iterator[str]:
    """The aliases in one cell: `;`, `or`, ` / `, script labels, and capitalised commas.

    A comma before a small letter or a legal form, or inside quotes, is part of a name.
    """
    marked = _LABEL.sub(";", text)
    for piece in _SPLIT.split(_clean(marked)):
        held = ""
        for part in _COMMA.split(piece):
            if held and (_SUFFIX.match(part) or _open(held)):
                held = f"{held}, {part}"
                continue
            if held.strip(_EDGE):
                yield held.strip(_EDGE)
            held = part
        if held.strip(_EDGE):
            yield held.strip(_EDGE)


def _open(text: str) -> bool:
    return any(text.count(a) > text.count(b) for a, b in ("«»", "()", "“”"))


def _births(row: Record, problems: list[Problem]) -> Iterator[DateSpan]:
    said = row.text("DateOfBirthOrShipBuildDate")
    for text in _DATES.split(said) if said else ():
        span = parse_span(text)
        if span:
            yield span
        else:
            problems.append(_unreadable(row, text))


def _unreadable(row: Record, text: str) -> Problem:
    return Problem(
        "date-unreadable", f"{text!r} is no date enduse can read", row.origin
    )


def _measures(row: Record, kind: PartyKind) -> tuple[Measure, ...]:
    """Schedules 2 and 3 of the Russia Regulations bar new debt, 1.1 ships; the rest
    freeze. A listed foreign national is inadmissible (IRPA, s. 35.1)."""
    schedule = row.text("Schedule").lower()
    if kind == "vessel":
        return ("transaction_restriction", "transport_restriction")
    if _programme(row) == "Russia" and schedule in {"2", "3"}:
        return ("financial_restriction",)
    return ("asset_freeze", "travel_ban") if kind == "person" else ("asset_freeze",)


def _basis(row: Record) -> tuple[Cite, ...]:
    programme, schedule = _programme(row), row.text("Schedule")
    act = CARDS[0].law[1 if "Corrupt Foreign Officials" in programme else 0]
    places = (f"Schedule {schedule}" if schedule else "", f"item {row.text('Item')}")
    section = ", ".join(part for part in (programme, *places) if part)
    return (Cite(act.title, act.url, section),)


def _notes(kind: str, title: str, built: str, row: Record) -> Iterator[str]:
    if kind == "vessel" and built:
        yield f"built: {built}"
    if kind != "person" and title:
        yield f"type: {title}"
    said = row.text("DateOfBirthOrShipBuildDate")
    if kind == "entity" and said:
        yield f"date: {said}"


def _clean(text: str) -> str:
    return _SPACE.sub(" ", text).strip()
