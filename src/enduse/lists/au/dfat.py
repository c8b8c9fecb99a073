"""Australia's Consolidated List, XLSX or CSV, in both layouts there have been.

*Source*: DFAT, https://www.dfat.gov.au/international-relations/security/sanctions.
One row a name: `Reference` 2 is a party, `2a`, `2b` and `2b1` are its other names.
The older layout has 12 columns and freezes every entry; the newer has 19, with the
strength of an alias, the IMO number, the instrument and four flags of measures.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from itertools import chain

from enduse.codes.country import alpha2
from enduse.codes.mentions import mentioned
from enduse.files.source_file import SourceFile
from enduse.lists.au.dfat_cells import clean, is_blank, texts_of, values_of
from enduse.lists.au.dfat_dates import births, listed_on
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.tables import csv_records, sheet_records
from enduse.lists.workbook_head import strings_near_top
from enduse.model import (
    Address,
    Cite,
    Identifier,
    ListedName,
    Listing,
    Measure,
    PartyKind,
    Problem,
)
from enduse.model.listing import NameKind
from enduse.text.dates import parse_day

CARDS = (load("au", "dfat"),)
IGNORED: dict[str, str] = {}
group = one_each
fetch = downloaded  # the workbook that DFAT serves
_MARKS = ("Reference", "Name of Individual or Entity", "Name Type", "Control Date")
_REFERENCE = re.compile(r"\s*(\d+)(?:\.0)?\s*([a-z]+\d*)?\s*$", re.IGNORECASE)
_UN_REF = re.compile(
    r"\s*((?:TA|QD|CD|SD|SO|IQ|LY|CF|KP|YE|GB|HT|IR|ML|SS)[ie]\.\d{3})\b"
)
_FORMER = re.compile(
    r"\bprevious(?:ly)? (?:names?|listed as)(?: include[sd]?)?\s*:?\s*([^.;()\n]+)",
    re.IGNORECASE,
)
_AMONG = re.compile(
    r"\s+and\s+|[;/]|,(?!\s*(?:as at|Republic|Democratic))", re.IGNORECASE
)
_FLAGS: tuple[tuple[str, Measure], ...] = (
    ("Targeted Financial Sanction", "asset_freeze"),
    ("Travel Ban", "travel_ban"),
    ("Arms Embargo", "export_control"),
    ("Maritime Restriction", "transport_restriction"),
)


def sniff(file: SourceFile) -> str | None:
    """`au-dfat` for a workbook or CSV with the list's column names."""
    if file.head[:4] == b"PK\x03\x04":
        text = strings_near_top(file)
    else:
        text = file.head[:2048].partition(b"\n")[0].decode("utf-8", errors="replace")
    return "au-dfat" if all(mark in text for mark in _MARKS) else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The newest control date: the list has no date of its own."""
    records = (r for r in rows(files, "au-dfat") if isinstance(r, Record))
    days = (parse_day(record.text("Control Date")) for record in records)
    return max(filter(None, days), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a row."""
    for file in files:
        if file.head[:4] == b"PK\x03\x04":
            yield from sheet_records(file, source=source, table="list")
        else:
            yield from csv_records(file, source=source, table="list")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing for each number of the references, in the order of the file."""
    parties: dict[str, list[Record]] = {}
    for row in rows:
        said = row.text("Reference")
        reference = _REFERENCE.match(said)
        if not reference:
            place = row.origin.locator.rpartition("#")[2]
            message = f"reference {said!r} is no number with letters; a party by itself"
            yield Problem("reference-unreadable", message, row.origin)
            parties[place] = [row]
            continue
        parties.setdefault(reference[1], []).append(row)
    for number, group in parties.items():
        problems: list[Problem] = []
        yield _listing(number, group, problems)
        yield from problems


def _listing(number: str, group: list[Record], problems: list[Problem]) -> Listing:
    main = next((row for row in group if _type(row) == "primary name"), None)
    if main is None:
        message = f"reference {number} has no primary name; its first name is taken"
        problems.append(Problem("primary-missing", message, group[0].origin))
        main = group[0]
    kind = _kind(main)
    addresses = tuple(dict.fromkeys(chain.from_iterable(map(_addresses, group))))
    nationalities = _nationalities(group, problems)
    own = {*nationalities, *(address.country for address in addresses)}
    controls = (parse_day(row.text("Control Date")) for row in group)
    return Listing(
        id=f"{main.origin.source}:{number}",
        source=main.origin.source,
        kind=kind,
        names=tuple(_names(group, main)),
        origin=main.origin,
        identifiers=tuple(_identifiers(group)),
        birth_dates=tuple(births(group, problems)) if kind == "person" else (),
        birth_places=values_of(group, "Place of Birth"),
        countries=tuple(sorted(own - {""})),
        nationalities=nationalities,
        addresses=addresses,
        programmes=texts_of(group, "Committees"),
        measures=_measures(group, kind),
        legal_basis=_basis(group),
        listed_on=listed_on(group),
        updated_on=max(filter(None, controls), default=None),
        notes=tuple(_notes(group, kind)),
    )


def _type(row: Record) -> str:
    return row.text("Name Type").lower()


def _kind(row: Record) -> PartyKind:
    kinds: dict[str, PartyKind] = {
        "individual": "person",
        "entity": "entity",
        "vessel": "vessel",
        "aircraft": "aircraft",
    }
    return kinds.get(row.text("Type").lower(), "unknown")


def _names(group: list[Record], main: Record) -> Iterator[ListedName]:
    for row in sorted(group, key=lambda row: row is not main):
        said, where = _type(row), row.origin.locator
        kind: NameKind = "alias"
        if row is main:
            kind = "primary"
        elif said.startswith(("formerly", "previously", "former")):
            kind = "former"
        elif said == "original script":
            kind = "original_script"
        weak = row.text("Alias Strength").lower() == "weak"
        yield ListedName(
            clean(row.text("Name of Individual or Entity")), kind, weak, where
        )
    for text in texts_of(group, "Additional Information"):
        for match in _FORMER.finditer(text) if _kind(main) == "vessel" else ():
            for name in re.split(r",|\band\b", match[1]):
                if name.strip():
                    yield ListedName(
                        name.strip(), "former", False, "Additional Information"
                    )


def _identifiers(group: list[Record]) -> Iterator[Identifier]:
    for number in texts_of(group, "IMO Number"):
        yield Identifier(
            "imo", number.removeprefix("IMO").strip(), locator="IMO Number"
        )
    place = "Additional Information"
    found: dict[tuple[str, str], Identifier] = {}
    for text in texts_of(group, place):
        reference = _UN_REF.match(text)
        if reference:
            found["un_ref", reference[1]] = Identifier(
                "un_ref", reference[1], locator=place
            )
        for item in mentioned(text, locator=place):
            found.setdefault((item.scheme, item.value), item)
    yield from found.values()


def _nationalities(group: list[Record], problems: list[Problem]) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for value in values_of(group, "Citizenship"):
        whole = alpha2(value)
        for part in [value] if whole else _AMONG.split(value):
            code = whole or alpha2(part)
            if code:
                codes.setdefault(code)
            elif not is_blank(part):
                message = f"{part.strip()!r} is no country enduse knows; see the row"
                fault = Problem("country-unknown", message, group[0].origin, "note")
                problems.append(fault)
    return tuple(codes)


def _addresses(row: Record) -> Iterator[Address]:
    for text in values_of([row], "Address"):
        last = text.rpartition(",")[2].strip(" .") if "," in text else text
        code = alpha2(last) or alpha2(re.sub(r"^\W*[\d-]+\s+", "", last))
        country = last if code else ""
        yield Address(lines=(text,), country=code, country_text="" if code else country)


def _measures(group: list[Record], kind: PartyKind) -> tuple[Measure, ...]:
    """The four flags; in the older layout, which has none, what every entry entails."""
    flagged = [m for name, m in _FLAGS if "true" in _lower(group, name)]
    if flagged or any(_lower(group, name) for name, _ in _FLAGS):
        return tuple(flagged)
    return ("asset_freeze", "travel_ban") if kind == "person" else ("asset_freeze",)


def _lower(group: list[Record], name: str) -> set[str]:
    return {text.lower() for text in texts_of(group, name)}


def _basis(group: list[Record]) -> tuple[Cite, ...]:
    committees = texts_of(group, "Committees")
    law = CARDS[0].law[0 if any("Autonomous" in c for c in committees) else 1]
    return (
        Cite(law.title, law.url, "; ".join(committees)),
        *(Cite(clean(text)) for text in texts_of(group, "Instrument of Designation")),
    )


def _notes(group: list[Record], kind: PartyKind) -> Iterator[str]:
    yield from texts_of(group, "Additional Information")
    yield from (f"listing: {text}" for text in texts_of(group, "Listing Information"))
    if kind != "person":
        yield from (f"date: {text}" for text in texts_of(group, "Date of Birth"))
