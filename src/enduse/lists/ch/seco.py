"""Swiss sanctions list of SECO, the XML of SESAM's whole list.

*Source*: https://www.sesam.search.admin.ch, root `swiss-sanctions-list`: programmes and
their sets, then `target` elements, at the end the places they refer to. A target
carries all its modifications, each with copies of what was added and removed; the
newest one says whether it is still listed.
"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.ch.seco_target import Background, is_delisted, listing_of
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.xml_records import xml_records
from enduse.model import Listing, Origin, Problem
from enduse.text.dates import parse_day

CARDS = (load("ch", "seco"),)
_BODIES = ("individual", "entity", "object")
IGNORED = {
    "@root/@list-type": "whole list or one programme",
    "@root/@schemaLocation": "technical",
    "@root/@noNamespaceSchemaLocation": "technical",
    "sanctions-program/@ssid": "its sets have the ids that targets cite",
    "sanctions-program/@version-date": "the state of the programme's text",
    "sanctions-program/@predecessor-version-date": "the state of the programme's text",
    **{
        f"place/{name}-variant{attribute}": "another spelling of the place"
        for name in ("location", "area", "country")
        for attribute in ("", "/@lang", "/@script", "/@variant-type", "/#text")
    },
    "target/modification/added": "what the modification added; the state is beside it",
    "target/modification/removed": "what the modification took away",
    **{
        f"target/{body}/{path}": "a number of the publisher's database"
        for body in _BODIES
        for path in (
            "@ssid",
            "identity/@ssid",
            "identity/name/@ssid",
            "identity/address/@ssid",
            "identity/nationality/@ssid",
            "identity/place-of-birth/@ssid",
            "identity/day-month-year/@ssid",
            "identity/identification-document/@ssid",
            "justification/@ssid",
            "other-information/@ssid",
            "relation/@ssid",
            "generic-attribute/@ssid",
        )
    },
    "target/generic-attribute/@ssid": "a number of the publisher's database",
    "target/modification/@ssid": "a number of the publisher's database",
}
group = one_each
fetch = downloaded  # the whole list SESAM serves


def sniff(file: SourceFile) -> str | None:
    """`ch-seco` for a file whose root element is swiss-sanctions-list."""
    return "ch-seco" if b"<swiss-sanctions-list" in file.head else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The root's `date`."""
    for record in rows(files, "ch-seco"):
        if isinstance(record, Record):
            return parse_day(record.text("@date"))
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a programme, a target and a place; history is folded to JSON text."""
    for file in files:
        for row in xml_records(
            file, {"sanctions-program", "target", "place"}, source=source
        ):
            if isinstance(row, Record) and row.table == "target":
                yield Record(_folded(row.values), row.origin, row.table)
            else:
                yield row


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a target that is listed; a note counts those that no longer are."""
    background = Background()
    targets: list[Record] = []
    for row in rows:
        if row.table == "@root":
            background.day = parse_day(row.text("@date"))
        elif row.table == "place":
            background.add_place(row)
        elif row.table == "sanctions-program":
            background.add_programme(row)
        else:
            targets.append(row)
    gone: list[Origin] = []
    for target in targets:
        if is_delisted(target, background.day):
            gone.append(target.origin)
        else:
            yield from listing_of(target, background)
    if gone:
        message = f"{len(gone)} targets of the file are de-listed and give no listing"
        yield Problem("entries-delisted", message, gone[0], "note")


def _folded(values: Any) -> dict[str, Any]:
    """The target with the copies inside its modifications as JSON text."""
    modifications = values.get("modification", ())
    several = modifications if isinstance(modifications, list) else [modifications]
    folded = [
        {
            name: json.dumps(part, ensure_ascii=False)
            if name in ("added", "removed") and not isinstance(part, str)
            else part
            for name, part in modification.items()
        }
        for modification in several
        if isinstance(modification, dict)
    ]
    return {**values, "modification": folded} if folded else dict(values)
