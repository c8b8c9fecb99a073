"""The firm's own list, or anybody's table of parties: CSV, workbook, JSON.

Which column is what is guessed from headings and samples (`enduse.text.headers`),
shown by `guess`, and stored beside the list as `mapping.json`; where that file is
among the publication's files it is used as it stands. What no field takes is kept as
a note. Own lists are imported explicitly, so nothing is ever sniffed as one.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from itertools import islice
from typing import get_args

import orjson

from enduse.files.source_file import SourceFile
from enduse.lists.card import Card, load
from enduse.lists.own.cells import Cells
from enduse.lists.own.files import table_records
from enduse.lists.own.party import (
    addresses,
    countries,
    identifiers,
    kind,
    names,
    spans,
)
from enduse.lists.record import Record
from enduse.lists.sources import downloaded
from enduse.model import Link, Listing, Measure, Origin, Problem
from enduse.text.headers import guess_columns, known_fields

CARDS: tuple[Card, ...] = ()
TEMPLATE = load("own", "own")
IGNORED: dict[str, str] = {}
fetch = downloaded  # nothing: an own list is imported
MAPPING_FILE = "mapping.json"
_PREFIX = "own-"
_SAMPLE = 200
_MEASURES = frozenset(get_args(Measure))


def sniff(file: SourceFile) -> str | None:
    """None, always: an own list is what the firm says is one."""
    return None


def group(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """All files together: the table and its mapping."""
    return [list(files)] if files else []


def card_for(source: str) -> Card | None:
    """The card of `own-<name>`, or None for a source that is no own list."""
    if not source.startswith(_PREFIX):
        return None
    name = source.removeprefix(_PREFIX)
    return replace(TEMPLATE, id=source, title=f"{TEMPLATE.title}: {name}")


def mapping_file(mapping: Mapping[str, Sequence[str]]) -> bytes:
    """The content of `mapping.json`. *Raises* ValueError for a field nobody knows."""
    unknown = sorted(set(mapping) - set(known_fields()))
    if unknown:
        fields = ", ".join(known_fields())
        raise ValueError(f"no such field: {', '.join(unknown)}; there are: {fields}")
    plain = {field: list(columns) for field, columns in mapping.items()}
    return orjson.dumps(plain, option=orjson.OPT_INDENT_2) + b"\n"


def guess(file: SourceFile) -> dict[str, list[str]]:
    """Which columns of the file are which fields, to be shown before it is used."""
    records = (r for r in table_records(file, "own-guess") if isinstance(r, Record))
    return _guessed(list(islice(records, _SAMPLE)))


def published(files: Sequence[SourceFile]) -> date | None:
    """None: a table does not say."""
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """The mapping as a record of table `@mapping`, then one record a row."""
    given = [file for file in files if file.name == MAPPING_FILE]
    for file in files:
        if file in given:
            continue
        items = table_records(file, source)
        first = list(islice(items, _SAMPLE))
        sample = [item for item in first if isinstance(item, Record)]
        origin = Origin(source, (given or [file])[0].sha256, (given or [file])[0].name)
        mapping: Mapping[str, object] = _guessed(sample)
        if given:
            mapping = _given(given[0])
            if not mapping:
                message = f"{MAPPING_FILE} is no mapping of fields to columns"
                yield Problem("mapping-unreadable", message, origin, "error")
                continue
            yield from _absent(mapping, sample, origin)
        yield Record(mapping, origin.at(f"{origin.locator}#mapping"), "@mapping")
        yield from first
        yield from items


def _given(file: SourceFile) -> dict[str, list[str]]:
    try:
        plain = orjson.loads(file.path.read_bytes())
        return {
            str(field): [columns] if isinstance(columns, str) else list(columns)
            for field, columns in plain.items()
        }
    except (OSError, ValueError, TypeError, AttributeError):
        return {}


def _absent(
    mapping: Mapping[str, object], sample: Sequence[Record], origin: Origin
) -> Iterator[Problem]:
    headings = {heading for row in sample for heading in row.values}
    wanted = [
        str(h) for cols in mapping.values() if isinstance(cols, list) for h in cols
    ]
    for heading in wanted:
        if sample and heading not in headings:
            message = f"the mapping names a column {heading!r} that has no value"
            yield Problem("column-missing", message, origin)


def _guessed(sample: Sequence[Record]) -> dict[str, list[str]]:
    rows = [row for row in sample if row.table == "row"]
    headings = list(dict.fromkeys(h for row in rows for h in row.values))
    plain = [{h: _first(row.values[h]) for h in row.values} for row in rows]
    return guess_columns(headings, plain)


def _first(value: object) -> str:
    return str(value[0]) if isinstance(value, list) and value else str(value or "")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a row that names or numbers somebody."""
    mapping: dict[str, list[str]] = {}
    seen: dict[str, int] = {}
    for row in rows:
        if row.table == "@mapping":
            mapping = {field: row.texts(field) for field in row.values}
        elif row.table == "row":
            problems: list[Problem] = []
            listing = _listing(Cells(row, mapping), seen, problems)
            if listing:
                yield listing
            yield from problems
        else:
            for heading in row.values:
                row.note_read(heading)


def _listing(
    cells: Cells, seen: dict[str, int], problems: list[Problem]
) -> Listing | None:
    row = cells.row
    numbers = tuple(identifiers(cells))
    called = tuple(names(cells, numbers))
    if not called:
        message = "neither a name nor a number in the columns that hold them; left out"
        problems.append(Problem("entry-empty", message, row.origin))
        return None
    places = tuple(addresses(cells))
    nationalities = countries(cells, ("nationality",), problems)
    own = {*countries(cells, ("country", "residence"), problems), *nationalities}
    listed = spans(cells, "listed_on", problems)
    until = spans(cells, "valid_to", problems)
    said = (text.strip().lower() for text in cells.several("measure"))
    measures = tuple(m for m in said if m in _MEASURES)
    programmes = cells.several("programme")
    return Listing(
        id=_id(cells, called[0].text, seen, problems),
        source=row.origin.source,
        kind=kind(cells, numbers),
        names=called,
        origin=row.origin,
        identifiers=numbers,
        birth_dates=tuple(spans(cells, "birth_date", problems)),
        birth_places=tuple(cells.whole("birth_place")),
        genders=tuple(text.lower() for text in cells.whole("gender")),
        countries=tuple(sorted({*own, *(a.country for a in places)} - {""})),
        nationalities=nationalities,
        addresses=places,
        titles=tuple(cells.several("role")),
        programmes=tuple(programmes or cells.several("list_name")),
        measures=tuple(dict.fromkeys(("internal", *_known(measures)))),
        listed_on=min((span.earliest for span in listed), default=None),
        valid_to=max((span.latest for span in until), default=None),
        links=tuple(
            Link("owned_or_controlled_by", target_name=name)
            for name in cells.several("parent")
        ),
        reason="\n".join(cells.whole("reason")),
        notes=tuple(_notes(cells)),
    )


def _known(measures: Sequence[str]) -> Iterator[Measure]:
    yield from (m for m in get_args(Measure) if m in measures)


def _id(cells: Cells, name: str, seen: dict[str, int], problems: list[Problem]) -> str:
    """The row's own id; else a hash of what it says, so it survives re-sorting."""
    source, own = cells.row.origin.source, cells.one("id")
    if not own:
        said = orjson.dumps(dict(cells.row.values), option=orjson.OPT_SORT_KEYS)
        own = hashlib.sha256(name.encode() + said).hexdigest()[:12]
    seen[own] = seen.get(own, 0) + 1
    if seen[own] == 1:
        return f"{source}:{own}"
    message = f"{own!r} is the id of an earlier row too; this one is {own}~{seen[own]}"
    problems.append(Problem("id-not-unique", message, cells.row.origin, "note"))
    return f"{source}:{own}~{seen[own]}"


def _notes(cells: Cells) -> Iterator[str]:
    yield from cells.whole("note")
    for field in ("kind", "measure", "list_name"):
        yield from (f"{field}: {text}" for text in cells.whole(field))
    yield from (f"{heading}: {text}" for heading, text in cells.unmapped())
