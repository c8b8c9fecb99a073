"""Entries (ECCN) of the Commerce Control List, as a table of headings and texts.

*Source*: 15 CFR part 774, Supplement No. 1, as parsed into `eccn,heading,details`.
"""

import re
from collections.abc import Iterable, Iterator, Sequence

from enduse.files.source_file import SourceFile
from enduse.goods.codes import read
from enduse.goods.entry import ControlEntry, Entry
from enduse.goods.headings import headings
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each, undated
from enduse.model import Problem

CARDS = (load("lists", "ccl"),)
IGNORED = {
    "row/category": "the first sign of the ECCN",
    "row/product_group": "the second sign of the ECCN",
}
group = one_each
published = undated
fetch = downloaded
_REASONS = re.compile(r"Reasons? for Control:\**\s*([A-Z, ]{2,60})")
_ASK = (
    "Who classified it, and is there a ruling or a maker's statement?",
    "Which subparagraph, and the data-sheet values that decide it",
    "Licence, licence exception or NLR for this destination and end user",
    "End-use and end-user statement",
)


def sniff(file: SourceFile) -> str | None:
    """`us-ccl` for a table with ECCNs and headings."""
    named = set(headings(file))
    return "us-ccl" if {"eccn", "heading", "details"} <= named else None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line of the table."""
    for file in files:
        yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One control entry an ECCN."""
    for row in rows:
        said, heading = row.text("eccn"), row.text("heading")
        found = [r for r in read(said, scheme="eccn").readings if r.scheme == "eccn"]
        if not found:
            message = f"{said[:40]!r} is no ECCN; left out"
            yield Problem("goods-code-unreadable", message, row.origin)
            continue
        match = _REASONS.search(row.text("details"))
        reasons = match[1].strip(" ,") if match else ""
        yield ControlEntry(
            code=found[0].code,
            edition="",
            title=" ".join(heading.split()) or found[0].note,
            origin=row.origin,
            tier=f"reasons for control: {reasons}" if reasons else "",
            grade="corroborated",
            ask=_ASK,
        )
