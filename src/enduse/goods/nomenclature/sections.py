"""The sections of the Harmonized System, beside its table of codes.

*Source*: https://github.com/datasets/harmonized-system, `data/sections.csv`.
"""

from collections.abc import Iterable, Iterator, Sequence

from enduse.files.source_file import SourceFile
from enduse.goods.entry import Entry, Term
from enduse.goods.headings import headings
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each, undated
from enduse.model import Problem

CARDS = (load("nomenclature", "sections"),)
IGNORED: dict[str, str] = {}
group = one_each
published = undated
fetch = downloaded


def sniff(file: SourceFile) -> str | None:
    """`hs-sections` for a table of sections and names."""
    return "hs-sections" if headings(file) == ("section", "name") else None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line of the table."""
    for file in files:
        yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One term a section; its code is the Roman number."""
    for row in rows:
        code, text = row.text("section"), row.text("name")
        if code and text:
            yield Term(code, text, text, "HS", "en", row.origin)
        else:
            message = "a section without a number or a name; left out"
            yield Problem("entry-empty", message, row.origin)
