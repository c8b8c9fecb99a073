"""Annexes of EU sanctions regulations as tables, one file an act.

*Source*: the Official Journal of the European Union, https://eur-lex.europa.eu; a
row is an entry of an annex. Consolidated acts begin with `celex`, acts that are not
consolidated yet with `amendedCelex, amendmentCelex`. All files together are one
publication. An entry that an amending act states anew stays a listing of its own,
tied to the older one by a `restates` link; deletions are not in such tables.
"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.births import birth_spans
from enduse.lists.card import load
from enduse.lists.eu import act, entry
from enduse.lists.record import Record
from enduse.lists.sources import downloaded
from enduse.lists.tables import csv_records, refuse_cut
from enduse.model import Cite, Link, Listing, Problem
from enduse.model.party import PartyKind
from enduse.text.dates import parse_day

CARDS = (load("eu", "journal"),)
IGNORED: dict[str, str] = {}
# The card's files; it names none, since the acts are published as text.
fetch = downloaded
_COLUMNS = {b"recordId", b"programKey", b"annex", b"measure", b"startDate", b"ogrnCode"}
_KINDS: dict[str, PartyKind] = {
    "Person": "person",
    "LegalEntity": "entity",
    "Company": "entity",
    "Organization": "entity",
    "Vessel": "vessel",
    "Airplane": "aircraft",
}


def sniff(file: SourceFile) -> str | None:
    """`eu-journal` for a table whose header begins with the act's CELEX number."""
    heading = file.head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0].strip()
    columns = {column.strip(b'"') for column in heading.split(b",")}
    ours = heading.startswith((b"celex,", b"amendedCelex,")) and columns >= _COLUMNS
    return "eu-journal" if ours else None


def group(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """All acts together, consolidated ones first."""
    in_order = sorted(files, key=lambda file: (_is_amending(file), file.name))
    return [in_order] if in_order else []


def published(files: Sequence[SourceFile]) -> date | None:
    """The newest day an asset freeze begins: what the tables reach to at least.

    A freeze begins on the day it is published; other measures may begin later, so
    that their days would make old tables look fresh.
    """
    days = (
        parse_day(row.text("startDate"))
        for row in rows(files, "eu-journal")
        if isinstance(row, Record) and "freeze" in row.text("measure").lower()
    )
    return max((day for day in days if day), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record an entry, consolidated acts before amending ones."""
    for file in (file for batch in group(files) for file in batch):
        table = "amendment" if _is_amending(file) else "consolidated"
        yield from refuse_cut(csv_records(file, source=source, table=table))


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a row, under the regulation that the row's annex belongs to."""
    taken: set[str] = set()
    for row in rows:
        if not row.text("name") or not _act(row):
            message = "an entry without a name or an act was left out"
            yield Problem("entry-incomplete", message, row.origin)
            continue
        problems: list[Problem] = []
        first, unique = _ids(row, taken)
        taken.add(unique)
        yield _listing(row, unique, first if first != unique else "", problems)
        yield from problems


def _is_amending(file: SourceFile) -> bool:
    return file.head.removeprefix(b"\xef\xbb\xbf").startswith(b"amendedCelex")


def _act(row: Record) -> str:
    return row.text("celex") or row.text("amendedCelex")


def _ids(row: Record, taken: set[str]) -> tuple[str, str]:
    """(the id of the entry, the same or one that nobody has yet)."""
    number = row.text("recordId")
    if not number:
        digest = hashlib.sha256(row.text("name").casefold().encode()).hexdigest()
        number = f"n{digest[:8]}"
    base = f"{row.origin.source}:{_act(row)}:{row.text('annex')}:{number}"
    unique, turn = base, 1
    amending = row.text("amendmentCelex")
    while unique in taken:
        unique = f"{base}:{amending}" if amending and turn == 1 else f"{base}:{turn}"
        turn += 1
    return base, unique


def _listing(
    row: Record, listing_id: str, restates: str, problems: list[Problem]
) -> Listing:
    annex, celex = row.text("annex"), _act(row)
    births, unread = birth_spans(row.text("birthDate"), row.origin)
    addresses = tuple(entry.addresses(row))
    nationalities = tuple(entry.nationalities(row))
    home = {a.country for a in addresses} | set(nationalities) | set(entry.flags(row))
    listing = Listing(
        id=listing_id,
        source=row.origin.source,
        kind=_KINDS.get(row.text("schema"), "unknown"),
        names=tuple(entry.listed_names(row)),
        origin=row.origin,
        identifiers=tuple(entry.numbers(row, home)),
        birth_dates=tuple(births),
        birth_places=tuple(entry.cell_values(row, "birthPlace")),
        genders=tuple(g.lower().strip(".") for g in row.texts("gender")),
        countries=tuple(sorted(home - {""})),
        nationalities=nationalities,
        addresses=addresses,
        titles=tuple(entry.cell_values(row, "position")),
        programmes=tuple(row.texts("programKey")),
        measures=act.measures(row.text("measure"), celex, annex),
        legal_basis=_basis(row),
        listed_on=_day(row, problems),
        links=tuple(_restated(restates)),
        reason=row.text("reason"),
        notes=tuple(entry.notes(row)),
    )
    if "unknown" in listing.measures:
        message = f"measure {row.text('measure')!r} is none enduse knows"
        problems.append(Problem("measure-unknown", message, row.origin))
    problems.extend(unread)
    return listing


def _restated(listing_id: str) -> Iterator[Link]:
    if listing_id:
        yield Link("restates", listing_id)


def _basis(row: Record) -> tuple[Cite, ...]:
    own = act.cite(_act(row), f"Annex {row.text('annex')}")
    amending = row.text("amendmentCelex")
    return (own, act.cite(amending, "amending act")) if amending else (own,)


def _day(row: Record, problems: list[Problem]) -> date | None:
    text = row.text("startDate")
    day = parse_day(text)
    if text and not day:
        message = f"start date {text!r} is no day enduse can read"
        problems.append(Problem("date-unreadable", message, row.origin))
    return day
