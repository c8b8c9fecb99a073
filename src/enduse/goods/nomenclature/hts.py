"""The Harmonized Tariff Schedule of the United States, as its CSV export.

Lines without a number are headings within the tree; their indent says whose. Each
text carries those of the lines above it.

*Source*: US International Trade Commission, https://hts.usitc.gov, export as CSV.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.goods.entry import Entry, Term
from enduse.goods.headings import headings
from enduse.goods.nomenclature.joined import joined
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.model import Problem

CARDS = (load("nomenclature", "hts"),)
_DUTY = "duties are not what enduse is about"
IGNORED = {
    "row/Unit of Quantity": "a unit of statistics",
    "row/General Rate of Duty": _DUTY,
    "row/Special Rate of Duty": _DUTY,
    "row/Column 2 Rate of Duty": _DUTY,
    "row/Quota Quantity": _DUTY,
    "row/Additional Duties": _DUTY,
}
group = one_each
fetch = downloaded
_YEAR = re.compile(r"(?<!\d)(20[0-4]\d)(?!\d)")


def sniff(file: SourceFile) -> str | None:
    """`us-hts` for the export's headings."""
    return (
        "us-hts"
        if headings(file)[:3] == ("hts number", "indent", "description")
        else None
    )


def published(files: Sequence[SourceFile]) -> date | None:
    """The first day of the year in the file's name, or None."""
    match = next((m for f in files if (m := _YEAR.search(f.name))), None)
    return date(int(match[1]), 1, 1) if match else None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line of the export."""
    for file in files:
        yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One term a numbered line; chapters 98 and 99 are no goods and left out."""
    above: list[str] = []
    for row in rows:
        indent, text = row.text("Indent"), row.text("Description")
        depth = int(indent) if indent.isascii() and indent.isdigit() else len(above)
        depth = min(depth, len(above), 30)
        code = row.text("HTS Number").replace(".", "").replace(" ", "")
        parents = above[:depth]
        above = [*parents, text]
        if not code or code[:2] in ("98", "99"):
            continue
        if not code.isascii() or not code.isdigit() or len(code) not in (4, 6, 8, 10):
            message = f"{row.text('HTS Number')[:40]!r} is no HTS number; left out"
            yield Problem("goods-code-unreadable", message, row.origin)
            continue
        match = _YEAR.search(row.origin.locator)
        edition = f"HTS{match[1]}" if match else "HTS"
        yield Term(code, joined(parents, text), text, edition, "en", row.origin)
