"""EU consolidated financial sanctions list as CSV, versions 1.1 and 1.0.

*Source*: https://webgate.ec.europa.eu/fsd/fsf. Semicolons; a row for each name,
address, birth date, paper or citizenship, all repeating the entity's own columns. 1.1
names its columns `NameAlias_WholeName`, 1.0 `Naal_wholename`. Rows are put together
into the XML's shape, so that both shapes give the same listings.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.eu.fsf import entity_listing
from enduse.lists.eu.fsf_columns import DETAILS, ENTITY, ENTITY_1_0
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.tables import csv_records, refuse_cut
from enduse.model import Listing, Problem
from enduse.text.dates import parse_day

CARDS = (load("eu", "fsf"),)
IGNORED = {
    "csv/fileGenerationDate": "the publication's date, read by `published`",
    "csv/Date_file": "the publication's date, read by `published`",
    **{
        f"csv/{prefix}_{suffix}": reason
        for prefix in (
            "NameAlias",
            "Address",
            "BirthDate",
            "Identification",
            "Citizenship",
        )
        for suffix, reason in (
            ("LogicalId", "a number of the publisher's database"),
            ("RegulationLanguage", "the language of the act, not of the name"),
            ("Regulation_Type", "the act's number is cited"),
            ("Regulation_OrganisationType", "the act's number is cited"),
            ("Regulation_EntryIntoForceDate", "the publication date is read"),
            ("Regulation_Programme", "the entity's programme is read"),
        )
    },
    **{
        f"csv/{prefix}_{suffix}": reason
        for prefix in ("Naal", "Addr", "Birt", "Iden", "Citi")
        for suffix, reason in (
            ("logical_id", "a number of the publisher's database"),
            ("programme", "the entity's programme is read"),
        )
    },
    **{f"csv/Entity_logical_id.{n}": "repeats the entity's id" for n in range(2, 8)},
}
group = one_each
fetch = downloaded  # the card's file, which is the XML: the CSV is for import
_CONTACT = re.compile(r"([A-Z]+)\[([^\]]*)\]")  # PHONE[+850 2 381 0000]
_PAPER = re.compile(r"(.*?)\s*\((\w+)-([^()]*)\)$")  # 123 (passport-National passport)
_STARTS = (b"fileGenerationDate;Entity_LogicalId;", b"Date_file;Entity_logical_id;")


def sniff(file: SourceFile) -> str | None:
    """`eu-fsf` for a table that begins with either version's first columns."""
    head = file.head.removeprefix(b"\xef\xbb\xbf").replace(b'"', b"")
    return "eu-fsf" if head.startswith(_STARTS) else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The date that every row repeats in its first column."""
    for row in rows(files, "eu-fsf"):
        if isinstance(row, Record):
            return parse_day(row.text("fileGenerationDate") or row.text("Date_file"))
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a row; a heading that recurs (1.0) gets a number."""
    for file in files:
        yield from refuse_cut(
            csv_records(
                file,
                source=source,
                table="csv",
                columns=_columns(file),
                delimiter=";",
                header_row=2,
            )
        )


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing an entity; its rows may stand anywhere in the file."""
    entities: dict[str, Record] = {}
    for row in rows:
        own_id = row.text("Entity_LogicalId") or row.text("Entity_logical_id")
        if not own_id:
            message = "a row without an entity's logical id was left out"
            yield Problem("entry-incomplete", message, row.origin)
            continue
        if own_id not in entities:
            tree: dict[str, Any] = {"@logicalId": own_id}
            entities[own_id] = Record(tree, row.origin, "sanctionEntity")
        _add(row, entities[own_id].values)
    for entity in entities.values():
        yield from entity_listing(entity)


def _columns(file: SourceFile) -> list[str]:
    first = file.head.decode("utf-8-sig", errors="replace").split("\n", 1)[0]
    try:
        headings = next(csv.reader([first.rstrip("\r")], delimiter=";"), [])
    except csv.Error:  # no table at all; the reader of rows says so
        headings = ["unreadable"]
    counts: dict[str, int] = {}
    unique: list[str] = []
    for heading in headings:
        counts[heading] = counts.get(heading, 0) + 1
        many = counts[heading] > 1
        unique.append(f"{heading}.{counts[heading]}" if many else heading)
    return unique


def _add(row: Record, tree: Any) -> None:
    """Put one row's entity columns and its details into the entity's tree."""
    own = {
        path: row.text(c)
        for c, path in (ENTITY | ENTITY_1_0).items()
        if row.values.get(c)
    }
    for path, text in own.items():
        _set(tree, path, text)
    for element, columns in DETAILS.items():
        detail: dict[str, Any] = {}
        for column, path in columns.items():
            if row.values.get(column):
                _set(detail, path, row.text(column))
        _unfold(detail)
        known = tree.setdefault(element, [])
        if detail and detail not in known:
            known.append(detail)


def _unfold(detail: dict[str, Any]) -> None:
    """Take apart what the CSV folds into one cell: contacts, and 1.0's papers."""
    said = detail.get("contactInfo", {}).get("@value", "")
    if said:
        found = _CONTACT.findall(said) or [(_contact_kind(said), said)]
        detail["contactInfo"] = [{"@key": k, "@value": v.strip()} for k, v in found]
    paper = _PAPER.match(detail.get("@number", ""))
    if paper and "@identificationTypeCode" not in detail:
        detail["@number"], detail["@identificationTypeCode"] = paper[1], paper[2]
        detail["@identificationTypeDescription"] = paper[3]


def _contact_kind(text: str) -> str:
    if "@" in text:
        return "EMAIL"
    return "WEB" if re.search(r"https?:|www\.", text) else "PHONE"


def _set(tree: dict[str, Any], path: str, text: str) -> None:
    if not text:
        return
    head, _, rest = path.partition("/")
    if rest:
        _set(tree.setdefault(head, {}), rest, text)
    else:
        tree.setdefault(head, text)
