"""OpenSanctions' `targets.simple.csv`: one row a target, multi-values joined by `;`.

*Source*: https://www.opensanctions.org/docs/bulk/csv/. An empty `sanctions` is the two
characters `""`; others are texts in one more pair of quotes. The source's id comes
from the file's name, except that of Ukraine's War and Sanctions portal, which is known.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.by_check_digit import by_check_digit
from enduse.codes.checks import is_valid
from enduse.codes.country import alpha2
from enduse.files.source_file import SourceFile
from enduse.lists.card import Card, load
from enduse.lists.opensanctions.dataset import Family
from enduse.lists.opensanctions.schema import PARTIES
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.tables import csv_records
from enduse.model import (
    Address,
    DateSpan,
    Identifier,
    ListedName,
    Listing,
    PartyKind,
    Problem,
)
from enduse.text.dates import parse_day, parse_span

CARDS = (load("opensanctions", "ua_war_sanctions"),)
FAMILY = Family("targets-", load("opensanctions", "targets_simple"))
IGNORED = {
    "target/first_seen": "when OpenSanctions first saw it, not when it was listed",
    "target/last_seen": "when OpenSanctions last saw it",
}
group = one_each
fetch = downloaded  # nothing: a dataset is imported by whoever holds its licence
_PORTAL = b'"Ukraine War and Sanctions"'
_MARKS = (b"schema", b"birth_date", b"identifiers", b"dataset", b"first_seen")
_DATED = re.compile(r"[-_.]?(?:19|20)\d{2}[-_]?\d{2}(?:[-_]?\d{2})?")
_OF_SHIPS = ("mmsi", "call_sign")
_IMO = re.compile(r"IMO\s?(\d{7})$")


def sniff(file: SourceFile) -> str | None:
    """The source of a CSV with the format's columns, told by its data or its name."""
    header, _, rest = file.head.removeprefix(b"\xef\xbb\xbf").partition(b"\n")
    columns = header.replace(b'"', b"").strip().split(b",")
    if columns[:2] != [b"id", b"schema"] or not set(_MARKS) <= set(columns):
        return None
    first = rest.partition(b"\n")[0]
    return CARDS[0].id if _PORTAL in first else source_of(file.stem)


def source_of(stem: str) -> str:
    """The source id for a file name; a date in it is no part of it.

    *Example*

    >>> source_of("us_ofac_sdn_2025-01-31.targets.simple.csv")
    'targets-us-ofac-sdn'
    """
    bare = _DATED.sub("", stem.lower().removesuffix(".csv").removesuffix(".simple"))
    bare = bare.removesuffix(".targets").removesuffix("targets")
    return FAMILY.source_of(bare)


def card_for(source: str) -> Card | None:
    """The card of a dataset made from the template, or None for another's source."""
    return FAMILY.card_for(source)


def published(files: Sequence[SourceFile]) -> date | None:
    """The newest day on which a target was seen: when the export was made."""
    records = (r for r in rows(files, "targets") if isinstance(r, Record))
    days = (parse_day(record.text("last_seen")) for record in records)
    return max(filter(None, days), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a row."""
    for file in files:
        yield from csv_records(file, source=source, table="target")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a row."""
    for row in rows:
        problems: list[Problem] = []
        if row.text("id"):
            yield _listing(row, problems)
        else:
            yield Problem("entry-empty", "a row without an id; left out", row.origin)
        yield from problems


def _listing(row: Record, problems: list[Problem]) -> Listing:
    source, schema = row.origin.source, row.text("schema")
    kind = PARTIES.get(schema, "unknown")
    if kind == "unknown":
        message = f"schema {schema!r} is no kind of party enduse knows"
        problems.append(Problem("schema-unknown", message, row.origin, "note"))
    countries = tuple(dict.fromkeys(filter(None, map(alpha2, _many(row, "countries")))))
    addresses = [_address(text) for text in _many(row, "addresses")]
    said = _unquoted(row.text("sanctions"))
    return Listing(
        id=f"{source}:{row.text('id')}",
        source=source,
        kind=kind,
        names=tuple(_names(row)),
        origin=row.origin,
        identifiers=tuple(_identifiers(row, kind)),
        birth_dates=tuple(_births(row, problems)) if kind == "person" else (),
        countries=tuple(sorted({*countries, *(a.country for a in addresses)} - {""})),
        addresses=tuple(addresses),
        programmes=tuple(_many(row, "program_ids")),
        measures=CARDS[0].measures if source == CARDS[0].id else ("unknown",),
        legal_basis=CARDS[0].law if source == CARDS[0].id else (),
        updated_on=parse_day(row.text("last_change")),
        reason=said,
        notes=tuple(_notes(row, kind)),
    )


def _notes(row: Record, kind: PartyKind) -> Iterator[str]:
    yield f"schema: {row.text('schema')}"
    yield from (f"dataset: {text}" for text in row.texts("dataset"))
    if kind != "person":
        yield from (f"date: {text}" for text in _many(row, "birth_date"))


def _unquoted(text: str) -> str:
    """The text without the format's own pair of quotes; `""` is nothing."""
    quoted = len(text) > 1 and text[0] == text[-1] == '"'
    return text[1:-1].replace('""', '"') if quoted else text


def _many(row: Record, name: str) -> list[str]:
    parts = (part.strip() for part in row.text(name).split(";"))
    return list(dict.fromkeys(part for part in parts if part))


def _names(row: Record) -> Iterator[ListedName]:
    yield ListedName(row.text("name") or row.text("id"), "primary", locator="name")
    for text in _many(row, "aliases"):
        yield ListedName(text, "alias", locator="aliases")


def _identifiers(row: Record, kind: PartyKind) -> Iterator[Identifier]:
    for text in _many(row, "identifiers"):
        imo = _IMO.match(text)
        yield (
            _identifier(text, kind)
            if not imo
            else Identifier("imo", imo[1], locator="identifiers")
        )
    for text in _many(row, "phones"):
        yield Identifier("phone", text, locator="phones")
    for text in _many(row, "emails"):
        yield Identifier("email", text, locator="emails")


def _identifier(text: str, kind: PartyKind) -> Identifier:
    """The format drops which number it is: a check digit, or a ship's signs, tell."""
    scheme, country = by_check_digit(text, person=kind == "person")
    if scheme == "other" and kind == "vessel":
        signs = (one for one in _OF_SHIPS if is_valid(one, text))
        scheme = next(signs, scheme)
    note = "" if scheme != "other" else "kind of number not stated by the source"
    return Identifier(scheme, text, country, note, "identifiers")


def _births(row: Record, problems: list[Problem]) -> Iterator[DateSpan]:
    for text in _many(row, "birth_date"):
        span = parse_span(text)
        if span:
            yield span
        else:
            message = f"birth date {text!r} is no date enduse can read"
            problems.append(Problem("date-unreadable", message, row.origin))


def _address(text: str) -> Address:
    tail = text.rpartition(",")[2] if "," in text else text
    return Address(lines=(text,), country=alpha2(tail), locator="addresses")
