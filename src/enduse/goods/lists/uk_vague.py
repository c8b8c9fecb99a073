"""Descriptions too vague to classify, as the UK's tariff service collects them.

*Source*: HMRC, trade-tariff-lambdas-fpo-search, `reference_data/vague_terms.csv`.
"""

from collections.abc import Iterable, Iterator, Sequence

from enduse.files.source_file import SourceFile
from enduse.goods.entry import Entry, Phrase
from enduse.goods.registry import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each, undated
from enduse.lists.tables import csv_records
from enduse.model import Problem

CARDS = (load("lists", "uk_vague"),)
IGNORED: dict[str, str] = {}
group = one_each
published = undated
fetch = downloaded
_LONGEST = 200


def sniff(file: SourceFile) -> str | None:
    """`uk-vague-terms` for a table of that name: it has no headings."""
    named = "vague" in file.stem and "term" in file.stem
    return "uk-vague-terms" if named and file.stem.endswith((".csv", ".txt")) else None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line as a record with the column `text`."""
    for file in files:
        yield from csv_records(file, source=source, table="row", columns=("text",))


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One phrase a line, lower case."""
    for row in rows:
        text = " ".join(row.text("text").lower().split())
        if 0 < len(text) <= _LONGEST:
            yield Phrase(text, "en", row.origin)
        else:
            message = "an empty or overlong line; left out"
            yield Problem("entry-empty", message, row.origin)
