"""OFSI Consolidated List of Asset Freeze Targets ("ConList"), CSV, XLSX and XML.

*Source*: https://www.gov.uk/government/publications/financial-sanctions-consolidated-list-of-targets,
2022 format: a first line `Last Updated,dd/mm/yyyy`, then 36 columns; one row for each
spelling of a name and each address, held together by the Group ID. OFSI closed the
list in January 2026; the UK Sanctions List is the only one since.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.uk import sheet
from enduse.lists.uk.designation import build
from enduse.lists.uk.line import Line
from enduse.lists.uk.ofsi_columns import COLUMNS, ELEMENTS, said_in
from enduse.lists.uk.regime import measures as measures_of
from enduse.lists.xml_records import xml_records
from enduse.model import Listing, Problem

CARDS = (load("uk", "ofsi"),)
IGNORED = {
    "@root/@schemaLocation": "technical",
    "FinancialSanctionsTarget/FullName": "the parts are in Name6 and name1 to name5",
    "FinancialSanctionsTarget/ImageURL": "a picture",
    **{
        f"FinancialSanctionsTarget/{name}/@nil": "marks an empty element"
        for name in ELEMENTS
    },
}
group = one_each
fetch = downloaded  # the list as last published
_HEADINGS = {"Name 6", "Name 1", "Group Type", "Alias Type", "Regime", "Group ID"}


def sniff(file: SourceFile) -> str | None:
    """`uk-ofsi` for a table with ConList's columns, or its XML."""
    if b"<ArrayOfFinancialSanctionsTarget" in file.head:
        return "uk-ofsi"
    if file.head[:1] in (b"<", b"{", b"["):
        return None
    return "uk-ofsi" if sheet.top_words(file) >= _HEADINGS else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The date of the first line; the XML has none."""
    days = [sheet.dated(file) for file in files if not _is_xml(file)]
    return max((day for day in days if day), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a row of the table or a target of the XML."""
    for file in files:
        if _is_xml(file):
            yield from xml_records(file, {"FinancialSanctionsTarget"}, source=source)
        else:
            yield from sheet.rows(file, source=source, table="conlist", mark="Group ID")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a group; its rows may stand anywhere in the file."""
    groups: dict[str, list[Line]] = {}
    source = ""
    for row in rows:
        if row.table == "@root":
            continue
        source = row.origin.source
        line = _line(row)
        own_id = line.text("ofsi_group")
        if own_id:
            groups.setdefault(own_id, []).append(line)
        else:
            message = "a row without a Group ID belongs to nobody and was left out"
            yield Problem("entry-incomplete", message, row.origin)
    for own_id, lines in groups.items():
        extra = [line.text("imposed") for line in lines if line.text("imposed")]
        listing, problems = build(
            source, own_id, lines, measures=measures_of(["Asset freeze", *extra])
        )
        yield listing
        yield from problems


def _is_xml(file: SourceFile) -> bool:
    return file.head.lstrip(b"\xef\xbb\xbf").startswith(b"<")


def _line(row: Record) -> Line:
    columns = COLUMNS if row.table == "conlist" else ELEMENTS
    cells: dict[str, str] = {}
    for column, key in columns.items():
        if row.values.get(column):
            cells[key] = row.text(column)
    return Line({**said_in(cells.pop("other", "")), **cells}, row.origin)
