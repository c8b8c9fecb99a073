"""The Harmonized System with English texts: chapters, headings, subheadings.

Any edition in the layout of the Frictionless `harmonized-system` data package; which
one it is, is told by its codes. A subheading's text that leans on its heading ("n.e.c.
in heading no. 8542") carries the heading's text.

*Source*: https://github.com/datasets/harmonized-system, after UN Comtrade.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from enduse.files.source_file import SourceFile
from enduse.goods import hs
from enduse.goods.entry import Entry, Term
from enduse.goods.headings import headings
from enduse.goods.nomenclature.joined import joined
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.card import Card
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each, undated
from enduse.model import Problem

CARDS = (load("nomenclature", "hs"),)
IGNORED = {
    "row/parent": "the beginning of the code says it",
    "row/level": "the length of the code says it",
    "row/section": "chapters have fixed sections",
}
group = one_each
published = undated
fetch = downloaded
_COLUMNS = {"hscode", "description"}
_LEANS = re.compile(
    r"\bn\.?e\.?c|heading no|subheading|\bthereof\b|\bother\b|of this heading", re.I
)


def sniff(file: SourceFile) -> str | None:
    """`hs-2022` and the like, for a table with the layout's headings."""
    named = headings(file)
    if not set(named) >= _COLUMNS:
        return None
    at = named.index("hscode")
    lines = file.head.decode("utf-8-sig", errors="replace").splitlines()[1:-1]
    cells = [line.split(",")[at].strip('"') for line in lines if line.count(",") >= at]
    sample = [cell for cell in cells if len(cell) == 6 and cell.isdigit()]
    edition = hs.edition_of_codes(sample) or hs.EDITIONS[0]
    return f"hs-{edition[2:]}"


def card_for(source: str) -> Card | None:
    """The card of another edition, made from that of the newest."""
    edition = source.removeprefix("hs-")
    if f"HS{edition}" not in hs.EDITIONS or not source.startswith("hs-"):
        return None
    return replace(
        CARDS[0],
        id=source,
        title=f"Harmonized System {edition}",
        min_entries=5000,
        urls=(),
        max_age_days=36500,
    )


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line of the table."""
    for file in files:
        yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One term a line; the total is none."""
    own: dict[str, str] = {}
    for row in rows:
        code, text = row.text("hscode"), row.text("description")
        edition = f"HS{row.origin.source[3:]}"
        if code.upper() == "TOTAL":
            continue
        if not code.isdigit() or len(code) > 6:
            message = f"{code[:40]!r} is no code of two, four or six digits; left out"
            yield Problem("goods-code-unreadable", message, row.origin)
            continue
        if len(code) % 2:
            message = f"{code} lost its leading zero; read as 0{code}"
            yield Problem("goods-code-repaired", message, row.origin, "note")
            code = f"0{code}"
        if edition not in hs.editions_of(code) and code != hs.NOT_SPECIFIED:
            message = f"{code} is no code of {edition}"
            yield Problem("goods-code-edition", message, row.origin, "note")
        own[code] = text
        whole = _whole(code, text, own)
        yield Term(code, whole, text, edition, "en", row.origin)


def _whole(code: str, text: str, own: dict[str, str]) -> str:
    """The text with its heading's, where it leans on that."""
    if len(code) < 6 or not _LEANS.search(text):
        return joined([], text)
    return joined([own.get(code[:4], "")], text)
