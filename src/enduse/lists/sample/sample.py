"""The embedded sample library, so that enduse runs before anything is downloaded.

A few dozen real designations that the case enduse is built on speaks of. Each line
of `sample.jsonl` says which list the facts are from and when they were read there.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

import orjson

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.model import (
    Address,
    Cite,
    Identifier,
    ListedName,
    Listing,
    Measure,
    Origin,
    PartyKind,
    Problem,
)
from enduse.text.dates import parse_day, parse_span

CARDS = (load("sample", "sample"),)
IGNORED: dict[str, str] = {}
group = one_each
fetch = downloaded  # nothing: the sample comes with the package
_MARK = b'{"enduse_sample":'


def sniff(file: SourceFile) -> str | None:
    """`sample` for a file that begins with the sample's own mark."""
    return "sample" if file.head.startswith(_MARK) else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The day the sample was written."""
    for record in rows(files, "sample"):
        if isinstance(record, Record):
            return parse_day(record.text("enduse_sample"))
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a line; the first holds the date, table `@head`."""
    for file in files:
        origin = Origin(source, file.sha256, file.name)
        try:
            with file.open() as stream:
                lines = stream.read().splitlines()
        except (OSError, EOFError, ValueError) as fault:
            message = f"cannot be opened: {fault}"
            yield Problem("file-unreadable", message, origin, "error")
            continue
        for number, line in enumerate(lines, start=1):
            yield _row(line, number, origin.at(f"{file.name}#line={number}"))


def _row(line: bytes, number: int, where: Origin) -> Record | Problem:
    try:
        values = orjson.loads(line)
    except orjson.JSONDecodeError as fault:
        return Problem("json-malformed", str(fault), where, "error")
    if not isinstance(values, dict):
        return Problem("json-malformed", "is no JSON object", where, "error")
    return Record(values, where, "entry" if number > 1 else "@head")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a line."""
    for row in rows:
        if row.table == "entry":
            yield _listing(row)
        else:
            row.text("enduse_sample")


def _listing(row: Record) -> Listing:
    kinds: dict[str, PartyKind] = {
        "person": "person",
        "entity": "entity",
        "vessel": "vessel",
        "aircraft": "aircraft",
    }
    births = [parse_span(text) for text in row.texts("born")]
    measures: dict[str, Measure] = {m: m for m in _MEASURES}
    return Listing(
        id=f"{row.origin.source}:{row.text('id')}",
        source=row.origin.source,
        kind=kinds.get(row.text("kind"), "unknown"),
        names=tuple(_names(row)),
        origin=row.origin,
        identifiers=tuple(
            Identifier(i.text("scheme"), i.text("value"), i.text("country"))
            for i in row.children("ids")
        ),
        birth_dates=tuple(birth for birth in births if birth),
        countries=tuple(row.texts("countries")),
        addresses=tuple(Address(lines=(text,)) for text in row.texts("addresses")),
        programmes=tuple(row.texts("programmes")),
        measures=tuple(measures[m] for m in row.texts("measures") if m in measures),
        legal_basis=(Cite(row.text("list"), row.text("url"), row.text("law")),),
        listed_on=parse_day(row.text("listed_on")),
        notes=(f"Facts from {row.text('list')}, as read of {row.text('read')}",),
    )


_MEASURES: tuple[Measure, ...] = (
    "asset_freeze",
    "travel_ban",
    "export_control",
    "financial_restriction",
    "transport_restriction",
)


def _names(row: Record) -> Iterator[ListedName]:
    yield ListedName(row.text("name"), "primary")
    yield from (ListedName(text) for text in row.texts("aliases"))
    for text in row.texts("original_script"):
        yield ListedName(text, "original_script")
