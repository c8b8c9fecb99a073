"""Swiss asset freezes under the Foreign Illicit Assets Act, a transcription as CSV.

*Source*: the annexes of the Federal Council's ordinances, each row with its own on
https://www.fedlex.admin.ch. A row that was taken off has its day in `Delisted`: it
stays a listing that has ended.
"""

import hashlib
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.country import alpha2
from enduse.files.source_file import SourceFile
from enduse.lists.births import birth_spans
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.tables import csv_records, refuse_cut
from enduse.model import Cite, Identifier, ListedName, Listing, Problem
from enduse.text.dates import parse_day
from enduse.text.several import values

CARDS = (load("ch", "fiaa"),)
IGNORED: dict[str, str] = {}
group = one_each
# The card's files; it names none, since the annexes are published as text.
fetch = downloaded
_HEADER = (
    b"Name,Alias,Previous name,Birth date,Birth place,Nationality,Passport numbers,"
)


def sniff(file: SourceFile) -> str | None:
    """`ch-fiaa` for a table with the columns of the transcription."""
    first = file.head.removeprefix(b"\xef\xbb\xbf").split(b"\n", 1)[0]
    ours = first.startswith(_HEADER) and b"Delisted" in first
    return "ch-fiaa" if ours else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The newest day of a row: what the table reaches to at least."""
    days = (
        parse_day(row.text(column))
        for row in rows(files, "ch-fiaa")
        if isinstance(row, Record)
        for column in ("Listed", "Delisted")
    )
    return max((day for day in days if day), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a person."""
    for file in files:
        yield from refuse_cut(csv_records(file, source=source, table="freezes"))


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a row; its id is made of the programme and the name."""
    taken: set[str] = set()
    for row in rows:
        name = row.text("Name")
        if not name:
            message = "a row without a name was left out"
            yield Problem("entry-incomplete", message, row.origin)
            continue
        births, problems = birth_spans(row.text("Birth date"), row.origin)
        unique = _id(row, name, taken)
        taken.add(unique)
        nationalities = tuple(_codes(row, "Nationality"))
        basis = Cite("Ordinance under the FIAA", row.text("Source URL"), "Annex")
        yield Listing(
            id=unique,
            source=row.origin.source,
            kind="person",
            names=tuple(_names(row)),
            origin=row.origin,
            identifiers=tuple(
                Identifier("passport", number, locator="Passport numbers")
                for number in values(row.text("Passport numbers"))
            ),
            birth_dates=tuple(births),
            birth_places=tuple(values(row.text("Birth place"))),
            countries=tuple(sorted({*nationalities, *_codes(row, "Country")})),
            nationalities=nationalities,
            programmes=tuple(row.texts("Program")),
            measures=CARDS[0].measures,
            legal_basis=(basis, *CARDS[0].law),
            listed_on=_day(row, "Listed", problems),
            valid_to=_day(row, "Delisted", problems),
            notes=tuple(row.texts("Notes")),
        )
        yield from problems


def _id(row: Record, name: str, taken: set[str]) -> str:
    words = re.sub(r"\s+", " ", f"{name} {row.text('Birth date')}").strip().casefold()
    digest = hashlib.sha256(words.encode()).hexdigest()[:8]
    base = f"{row.origin.source}:{row.text('Program')}:{digest}"
    turns = (f"{base}:{turn}" for turn in range(2, len(taken) + 3))
    return next(option for option in (base, *turns) if option not in taken)


def _names(row: Record) -> Iterator[ListedName]:
    yield ListedName(row.text("Name"), "primary", locator="Name")
    for text in values(row.text("Alias")):
        yield ListedName(text, "alias", locator="Alias")
    for text in values(row.text("Previous name")):
        yield ListedName(text, "former", locator="Previous name")


def _codes(row: Record, column: str) -> Iterator[str]:
    codes = (alpha2(value) for value in values(row.text(column)))
    yield from (code for code in codes if code)


def _day(row: Record, column: str, problems: list[Problem]) -> date | None:
    text = row.text(column)
    day = parse_day(text)
    if text and not day:
        message = f"{column} {text!r} is no day enduse can read"
        problems.append(Problem("date-unreadable", message, row.origin))
    return day
