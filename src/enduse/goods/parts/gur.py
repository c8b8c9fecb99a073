"""Components found in Russian weapons and their makers, as published by Ukraine's GUR.

Two tables of one import: components (name or marking, maker, country, part number, the
equipment it was found in) and makers. Records without a name or a number stay: they
count for their maker.

*Source*: Main Directorate of Intelligence of Ukraine, https://war-sanctions.gur.gov.ua,
as the table the user imported has it.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

import orjson

from enduse.files.source_file import SourceFile
from enduse.goods.entry import Component, Entry, Maker
from enduse.goods.headings import headings
from enduse.goods.parts.numbers import part_numbers
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, undated
from enduse.model import Problem

CARDS = (load("parts", "gur"),)
IGNORED = {
    "row/manufacturer_id": "the maker's name tells it",
    "row/headquarters_city": "not needed to tell a maker",
    "row/opensanctions_id": "listings are matched by name",
    "row/drones_supplied": "empty in the publication; systems are counted from parts",
    "row/notes": "a remark",
}
published = undated
fetch = downloaded
_COMPONENTS = {"component_id", "name_marking", "manufacturer"}
_MAKERS = {"manufacturer_id", "name", "components_supplied"}
_NOBODY = ("not identified", "unknown", "unidentified", "n/a", "none", "-")
_NAMELESS = ("(unspecified)", "not identified", "unknown component", "unknown")
_COUNTRY = re.compile(r"[A-Z]{2}")


def sniff(file: SourceFile) -> str | None:
    """`ua-gur` for either table."""
    named = set(headings(file))
    return "ua-gur" if named >= _COMPONENTS or named >= _MAKERS else None


def group(files: Sequence[SourceFile]) -> list[list[SourceFile]]:
    """Each table of components with the makers of the same date, or the only ones."""
    parts = [f for f in files if set(headings(f)) >= _COMPONENTS]
    makers = [f for f in files if f not in parts]
    if not parts:
        return [[maker] for maker in makers]
    found = []
    for part in parts:
        same = [m for m in makers if _mark(m.name) == _mark(part.name)]
        found.append([part, *(same or makers)[:1]])
    return found


def _mark(name: str) -> str:
    """What tells publications apart in a file's name: its digits."""
    return "".join(c for c in name if c.isdigit())


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line of both tables."""
    for file in files:
        yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One component or maker a line."""
    for row in rows:
        if row.text("component_id"):
            yield from _component(row)
        elif row.text("name"):
            yield Maker(
                record=row.text("source_url"),
                name=row.text("name"),
                country=_country(row.text("country")),
                origin=row.origin,
                parts=row.text("components_supplied"),
                parent=row.text("parent_company"),
                status=row.text("sanctions_status"),
            )
        else:
            message = "neither a component nor a maker; left out"
            yield Problem("entry-empty", message, row.origin)


def _component(row: Record) -> Iterator[Entry | Problem]:
    name, maker = row.text("name_marking"), row.text("manufacturer")
    numbers = part_numbers(row.text("oem_part_number"), name)
    systems = _systems(row.text("found_in_drones"))
    if systems is None:
        systems = ()
        message = "the equipment it was found in is no JSON list; taken as unknown"
        yield Problem("value-unreadable", message, row.origin)
    yield Component(
        record=row.text("component_id"),
        name="" if name.lower() in _NAMELESS else name,
        maker="" if maker.lower() in _NOBODY else maker,
        country=_country(row.text("manufacturer_country")),
        category=row.text("category"),
        origin=row.origin,
        numbers=numbers,
        systems=systems,
        made=row.text("production_date"),
        verified=row.text("last_verified"),
        url=row.text("source_url"),
    )


def _country(text: str) -> str:
    """ISO 3166 alpha-2; '' for `UNK` and anything else."""
    return text if _COUNTRY.fullmatch(text) else ""


def _systems(text: str) -> tuple[str, ...] | None:
    if not text:
        return ()
    try:
        found = orjson.loads(text)
    except ValueError:
        return None
    if not isinstance(found, list):
        return None
    return tuple(str(item) for item in found if str(item).strip())
