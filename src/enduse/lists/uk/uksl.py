"""The UK Sanctions List of the FCDO, in XML and as a table (CSV, XLSX, ODS).

*Source*: https://www.gov.uk/government/publications/the-uk-sanctions-list. The XML has
one `Designation` a party; the table a first line `Report Date: dd-Mon-yyyy`, then 58
columns and a row for each name and address. The unique id (`RUS0238`) is the key in
both; since January 2026 this is the only list of the UK.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.uk import sheet
from enduse.lists.uk.designation import build
from enduse.lists.uk.line import Line
from enduse.lists.uk.uksl_columns import COLUMNS, GROUPS, REPEATED, SINGLE
from enduse.lists.xml_records import xml_records
from enduse.model import Listing, Problem
from enduse.text.dates import parse_day

CARDS = (load("uk", "uksl"),)
IGNORED = {
    "@root/@schemaLocation": "technical",
    "@root/@noNamespaceSchemaLocation": "technical",
    "DateGenerated": "the publication's date, read by `published`",
}
group = one_each
fetch = downloaded  # the XML the FCDO serves
_HEADINGS = {"Unique ID", "OFSI Group ID", "Name 6", "Name type", "Designation Type"}
_GENERATED = re.compile(rb"<DateGenerated[^>]*>\s*([0-9/.-]{8,10})")


def sniff(file: SourceFile) -> str | None:
    """`uk-sanctions` for the XML's root or the table's columns."""
    if b"<Designations" in file.head:
        return "uk-sanctions"
    if file.head[:1] in (b"<", b"{", b"["):
        return None
    return "uk-sanctions" if sheet.top_words(file) >= _HEADINGS else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The XML's `DateGenerated` or the table's `Report Date`."""
    for file in files:
        match = _GENERATED.search(file.head)
        day = parse_day(match[1].decode()) if match else None
        day = day or (None if _is_xml(file) else sheet.dated(file))
        if day:
            return day
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a Designation, or a row of the table."""
    for file in files:
        if _is_xml(file):
            tags = {"Designation", "DateGenerated"}
            yield from xml_records(file, tags, source=source)
        else:
            yield from sheet.rows(file, source=source, table="list", mark="Unique ID")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a unique id."""
    groups: dict[str, list[Line]] = {}
    source = ""
    for row in rows:
        if row.table in ("@root", "DateGenerated"):
            continue
        source = row.origin.source
        lines = [_row_line(row)] if row.table == "list" else list(_element_lines(row))
        own_id = next(filter(None, (line.text("uk_ref") for line in lines)), "")
        if not own_id:
            message = "a designation without a unique id was left out"
            yield Problem("entry-incomplete", message, row.origin)
        elif row.table == "list":
            groups.setdefault(own_id, []).extend(lines)
        else:
            yield from _listing(source, own_id, lines)
    for own_id, lines in groups.items():
        yield from _listing(source, own_id, lines)


def _listing(
    source: str, own_id: str, lines: Sequence[Line]
) -> Iterator[Listing | Problem]:
    listing, problems = build(source, own_id, lines)
    yield listing
    yield from problems
    if "unknown" in listing.measures:
        said = "; ".join(filter(None, (line.text("imposed") for line in lines)))
        message = f"the sanctions imposed, {said!r}, name no measure enduse knows"
        yield Problem("measure-unknown", message, listing.origin)


def _is_xml(file: SourceFile) -> bool:
    return file.head.lstrip(b"\xef\xbb\xbf \r\n\t").startswith(b"<")


def _row_line(row: Record) -> Line:
    cells = {key: row.text(c) for c, key in COLUMNS.items() if row.values.get(c)}
    return Line(cells, row.origin)


def _element_lines(row: Record) -> Iterator[Line]:
    """The designation as lines, its primary name first."""
    single = {key: " ".join(row.texts(tag)) for tag, key in SINGLE.items()}
    indicated = "|".join(_indicated(row))
    if indicated:
        single["imposed"] = "|".join(filter(None, (single["imposed"], indicated)))
    yield Line(single, row.origin)
    for path, keys in GROUPS:
        for child in row.children(path):
            cells = {key: child.text(tag) for tag, key in keys.items()}
            yield Line(cells, child.origin)
    for path, key in REPEATED.items():
        for text in row.texts(path):
            yield Line({key: text}, row.origin)


def _indicated(row: Record) -> Iterator[str]:
    """The measures flagged true and not named in words, `AssetFreeze` in words."""
    said = " ".join(row.texts("SanctionsImposed")).lower()
    for flags in row.children("SanctionsImposedIndicators"):
        for name in flags.values:
            words = re.sub(r"(?<=[a-z])(?=[A-Z])", " ", name).capitalize()
            if flags.text(name).lower() == "true" and words.lower() not in said:
                yield words
