"""OFAC's legacy delimited files: `sdn`, `alt`, `add`, `sdn_comments`, and `cons_*`.

One publication is four tables tied by `ent_num`. They have no header row, write
nulls as `-0- `, and end with a lone 0x1A. A remark is cut at 1,000 characters and goes
on in the comments table.

*Source*: OFAC, SDN data specification (dat_spec.txt), updated 25 September 2023.
"""

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.record import Record
from enduse.lists.sources import downloaded
from enduse.lists.tables import csv_records, refuse_cut
from enduse.lists.us import ofac_source
from enduse.lists.us.ofac_party import KINDS, NAME_KINDS, Draft, Statement, finished
from enduse.lists.us.ofac_publication import group as group
from enduse.lists.us.ofac_publication import lacks, role
from enduse.lists.us.ofac_remarks import LIMIT, statements
from enduse.model import Address, Listing, Origin, Problem

CARDS = ofac_source.CARDS
IGNORED = {
    "add/Add_num": "key of the row; nothing refers to it",
    "alt/alt_num": "key of the row; nothing refers to it",
}
fetch = downloaded
COLUMNS = {
    "primary": (
        *("ent_num", "SDN_Name", "SDN_Type", "Program", "Title", "Call_Sign"),
        *("Vess_type", "Tonnage", "GRT", "Vess_flag", "Vess_owner", "Remarks"),
    ),
    "alt": ("ent_num", "alt_num", "alt_type", "alt_name", "alt_remarks"),
    "add": ("ent_num", "Add_num", "Address", "City", "Country", "Add_remarks"),
    "comments": ("ent_num", "Comments"),
}
_VESSEL = {
    "Call_Sign": "Vessel Call Sign",
    "Vess_type": "Vessel Type",
    "Tonnage": "Vessel Tonnage",
    "GRT": "Vessel Gross Registered Tonnage",
    "Vess_flag": "Vessel Flag",
    "Vess_owner": "Vessel Owner",
}
# `London EC3N 1DY`, `Mexico City, Distrito Federal 11560`: city, region, postcode
_POSTCODE = re.compile(
    r"(?:^|\s+)([A-Z]{0,3}-?\d[A-Z0-9-]*(?:\s(?:[A-Z0-9-]*\d[A-Z0-9-]*|[A-Z]{2}))?)$"
)


def sniff(file: SourceFile) -> str | None:
    """The list of which this is the main, alias, address or comments table."""
    if not role(file):
        return None
    head = file.head.decode("utf-8", "replace").splitlines()[:40]
    cells = (row for row in csv.reader(head) if len(row) == 12)
    tags = [tag for row in cells for tag in row[3].split("] [")]
    return ofac_source.source_of(file, tags)


def published(files: Sequence[SourceFile]) -> date | None:
    """None: the files give no date; their name or folder may."""
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every row of the tables, the main one first, and what the set lacks."""
    yield from lacks(files, source)
    for table, columns in COLUMNS.items():
        for file in files:
            if role(file) == table:
                yield from refuse_cut(
                    csv_records(file, source=source, table=table, columns=columns)
                )


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a row of the main table, joined with its aliases and addresses."""
    tables: dict[str, list[Record]] = {name: [] for name in COLUMNS}
    for row in rows:
        tables[row.table].append(row)
    more: dict[str, list[str]] = {}
    for row in tables["comments"]:
        row.note_read("Comments")
        text = str(row.values.get("Comments") or "")
        more.setdefault(_cell(row, "ent_num"), []).append(text)
    drafts: dict[str, Draft] = {}
    for row in tables["primary"]:
        uid = _cell(row, "ent_num")
        if uid in drafts or not uid.isdigit():
            yield _unusable(row, uid)
            continue
        drafts[uid] = _draft(row, uid, "".join(more.get(uid, ())))
    if not tables["primary"]:
        return
    yield from _joined(drafts, tables, set(more))
    yield from finished(drafts)


def _unusable(row: Record, uid: str) -> Problem:
    message = f"entry number {uid!r} is repeated or no number; the row is not read"
    return Problem("id-unusable", message, row.origin, "error")


def _cell(row: Record, column: str) -> str:
    row.note_read(column)  # not `text`: this is read 300,000 times
    text = str(row.values.get(column) or "").strip()
    return "" if text == "-0-" else text


def _draft(row: Record, uid: str, more: str) -> Draft:
    kind = KINDS.get(_cell(row, "SDN_Type").lower(), "unknown")
    draft = Draft(uid, kind, row.origin)
    draft.add_name(_cell(row, "SDN_Name"), "primary")
    draft.programmes += filter(None, _cell(row, "Program").strip("[]").split("] ["))
    draft.titles += filter(None, [_cell(row, "Title")])
    for column, label in _VESSEL.items():
        value = _cell(row, column)
        if value:
            draft.state(Statement(label, value, locator=column))
    for said in _remarks(row, draft, more):
        draft.state(said)
    return draft


def _remarks(row: Record, draft: Draft, more: str) -> Iterator[Statement]:
    row.note_read("Remarks")
    text = str(row.values.get("Remarks") or "")  # not stripped: the cut may be a blank
    whole = len(text) < LIMIT
    if text.strip() != "-0-":
        yield from statements(text if whole else text + more)
    if whole and more:
        message = "has comments that go on from no cut: they are of another day"
        draft.problems.append(Problem("remarks-cut", message, row.origin))
        yield from statements(more)
    if not whole and not more and not text.endswith("."):
        message = "the remarks are cut at 1,000 characters and no comments go on"
        draft.problems.append(Problem("remarks-cut", message, row.origin))


def _joined(
    drafts: dict[str, Draft], tables: dict[str, list[Record]], commented: set[str]
) -> Iterator[Problem]:
    strays = len(commented - drafts.keys())
    for row in (*tables["alt"], *tables["add"]):
        draft = drafts.get(_cell(row, "ent_num"))
        if draft is None:
            strays += 1
        elif row.table == "alt":
            _take_alias(row, draft)
        else:
            _take_address(row, draft)
    if strays:
        where = Origin(*_home(tables["primary"][0].origin))
        message = (
            f"{strays:,} rows of aliases, addresses or comments are of parties that "
            "the main file does not list: the files are of different publications"
        )
        yield Problem("rows-unattached", message, where)


def _home(origin: Origin) -> tuple[str, str, str]:
    return origin.source, origin.sha256, origin.locator.partition("#")[0]


def _take_alias(row: Record, draft: Draft) -> None:
    kind = NAME_KINDS.get(_cell(row, "alt_type").lower(), "alias")
    where = row.origin.locator
    draft.add_name(_cell(row, "alt_name"), kind, locator=where)
    remarks = _cell(row, "alt_remarks")
    if remarks:
        draft.note(Statement("alias:", remarks))


def _take_address(row: Record, draft: Draft) -> None:
    city, region, postcode = place(_cell(row, "City"))
    remarks = _cell(row, "Add_remarks")
    draft.add_address(
        Address(
            lines=(remarks,) if remarks else (),
            street=_cell(row, "Address"),
            city=city,
            region=region,
            postcode=postcode,
            country_text=_cell(row, "Country"),
            locator=row.origin.locator,
        )
    )


def place(text: str) -> tuple[str, str, str]:
    """City, region and postcode out of the one column that holds all three.

    *Example*

    >>> place("Mexico City, Distrito Federal 11560")
    ('Mexico City', 'Distrito Federal', '11560')
    >>> place("London EC3N 1DY")
    ('London', '', 'EC3N 1DY')
    """
    found = _POSTCODE.search(text)
    found = found if found and len(found[1]) > 2 else None  # `Sector 7` is a city
    rest = text[: found.start()].rstrip(" ,") if found else text
    city, _, region = rest.partition(", ")
    return city, region, found[1] if found else ""
