"""The UK Sanctions List as five normalised tables, which others make from it.

*Source*: columns of https://github.com/covyr/uk-sanctions-list. `subjects.csv` has a
row a designation; names, dates of birth, identifiers and countries join to it by
`unique_id`. The tables do not say what sanctions are imposed, nor under which regime.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded
from enduse.lists.tables import csv_records, refuse_cut
from enduse.lists.uk.designation import build
from enduse.lists.uk.line import Line
from enduse.model import Listing, Measure, Origin, Problem
from enduse.text.dates import parse_day

CARDS = (load("uk", "uksl"),)
IGNORED = {
    "names/name_id": "a number of the extract",
    "names/full_name": "made from the parts, which are read",
    "dobs/dob_id": "a number of the extract",
    "dobs/precision": "said by the empty cells of month and day",
    "dobs/parse_issues": "why month or day are empty",
    "identifiers/id": "a number of the extract",
    "identifiers/ofsi_group_id": "on the subject",
    "countries/id": "a number of the extract",
    "countries/iso": "the raw value is read, by our own table",
    "countries/resolution_method": "how `iso` was found",
    "countries/iso_available": "whether `iso` was found",
}
fetch = downloaded  # the publisher's own file: these tables can only be imported
_TABLES = {
    "subjects": b"unique_id,subject_type,un_reference_number,ofsi_group_id,",
    "names": b"name_id,unique_id,name_type,alias_strength,full_name,",
    "dobs": b"dob_id,unique_id,year,month,day,precision",
    "identifiers": b"id,unique_id,ofsi_group_id,raw_value,identifier_type,",
    "countries": b"id,unique_id,raw_value,country_type,iso,",
}
_IDENTIFIERS = {
    "passport": "passport",
    "national": "national_id",
    "business_registration_numbers": "registration",
    "imo": "imo",
}
_COUNTRIES = {
    "nationality": "nationality",
    "birth": "birth_country",
    "address": "country",
}
# What nearly every designation of its kind is under; the tables do not say.
_UNSAID = "The tables do not say which sanctions are imposed; those usual for its kind."
_USUAL: dict[str, tuple[Measure, ...]] = {
    "individual": ("asset_freeze",),
    "entity": ("asset_freeze",),
    "ship": ("transport_restriction",),
}


def sniff(file: SourceFile) -> str | None:
    """`uk-sanctions` for a file that begins like one of the five tables."""
    return "uk-sanctions" if _table(file) else None


def group(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """The five tables together; a second `subjects` begins another publication."""
    batches: list[list[SourceFile]] = []
    for file in files:
        own = _table(file)
        home = next((b for b in batches if own not in map(_table, b)), None)
        if home is None:
            batches.append([file])
        else:
            home.append(file)
    return batches


def published(files: Sequence[SourceFile]) -> date | None:
    """The newest day on which a subject was updated: they reach to it at least."""
    days = (
        parse_day(row.text("last_updated"))
        for row in rows(files, "uk-sanctions")
        if isinstance(row, Record) and row.table == "subjects"
    )
    return max((day for day in days if day), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a row of each table, and an error for each table that is missing."""
    missing = dict.fromkeys(_TABLES)
    for file in files:
        table = _table(file)
        missing.pop(table, None)
        yield from refuse_cut(csv_records(file, source=source, table=table))
    for table in missing if files else ():
        message = f"the table of {table} is missing; give all five files together"
        yield Problem("table-missing", message, _origin(files[0], source), "error")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a subject."""
    subjects: dict[str, list[Line]] = {}
    others: dict[tuple[str, tuple[tuple[str, str], ...]], Record] = {}
    source = ""
    for row in rows:
        source = row.origin.source
        if row.table == "subjects":
            subjects.setdefault(row.text("unique_id"), []).append(_subject(row))
        elif row.table in _READ:
            # the extract repeats rows, countries ten times over
            said = tuple(_READ[row.table](row).items())
            others.setdefault((row.text("unique_id"), said), row)
    for (own_id, said), row in others.items():
        own = subjects.get(own_id)
        if own is None:
            message = f"{own_id!r} is no subject of this publication"
            yield Problem("entry-incomplete", message, row.origin)
        else:
            own.append(Line(dict(said), row.origin))
    for own_id, lines in subjects.items():
        usual = _USUAL.get(lines[0].text("kind"), ("unknown",))
        listing, problems = build(source, own_id, lines, measures=usual)
        yield listing
        yield from problems


def _table(file: SourceFile) -> str:
    head = file.head.removeprefix(b"\xef\xbb\xbf")
    return next((name for name, start in _TABLES.items() if head.startswith(start)), "")


def _origin(file: SourceFile, source: str) -> Origin:
    return Origin(source, file.sha256, file.name)


def _subject(row: Record) -> Line:
    cells = {
        "uk_ref": row.text("unique_id"),
        "kind": row.text("subject_type"),
        "un_ref": row.text("un_reference_number"),
        "ofsi_group": row.text("ofsi_group_id"),
        "listed": row.text("date_designated"),
        "updated": row.text("last_updated"),
    }
    return Line({**cells, "other": _UNSAID}, row.origin)


def _name(row: Record) -> dict[str, str]:
    cells = {f"name{n}": row.text(f"name_{n}") for n in range(1, 7)}
    cells["name_type"] = row.text("name_type")
    cells["name_quality"] = row.text("alias_strength")
    return cells


def _birth(row: Record) -> dict[str, str]:
    parts = (row.text("day") or "00", row.text("month") or "00", row.text("year"))
    return {"birth": "/".join(parts)} if parts[2] else {}


def _identifier(row: Record) -> dict[str, str]:
    key = _IDENTIFIERS.get(row.text("identifier_type"), "national_id")
    note, value = row.text("additional_info"), row.text("raw_value")
    if key in ("passport", "national_id"):
        return {key: value, f"{key}_note": note}
    return {key: f"{value} ({note})" if note and key == "registration" else value}


def _country(row: Record) -> dict[str, str]:
    key = _COUNTRIES.get(row.text("country_type"), "country")
    return {key: row.text("raw_value")}


_READ: dict[str, Callable[[Record], dict[str, str]]] = {
    "names": _name,
    "dobs": _birth,
    "identifiers": _identifier,
    "countries": _country,
}
