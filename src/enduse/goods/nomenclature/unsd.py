"""Correlation and conversion tables between editions of the Harmonized System.

CSV with a heading for each edition (`hs2022,hs2017,relationship`), or the Statistics
Division's workbook, whose sheets have such headings a few rows down. A conversion
table gives one target for each code: it is kept, and nothing is concluded from it.

*Source*: UN Statistics Division, https://unstats.un.org/unsd/classifications/Econ.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from python_calamine import CalamineError, CalamineWorkbook

from enduse.files.source_file import SourceFile
from enduse.goods.entry import Correlation, Entry
from enduse.goods.headings import headings
from enduse.goods.registry import load
from enduse.goods.tables import goods_records
from enduse.lists.card import Card
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each, undated
from enduse.lists.tables import cell_text
from enduse.model import Origin, Problem

TEMPLATE = load("nomenclature", "unsd")
CARDS: tuple[Card, ...] = ()
IGNORED: dict[str, str] = {}
group = one_each
published = undated
fetch = downloaded
_HS = re.compile(r"(?:from |to )?hs[ _-]?((?:19|20)\d\d|\d\d)(?: code)?")
_SOURCE = re.compile(r"unsd-hs(\d{4})-hs(\d{4})(-conversion)?")
_NAME = re.compile(r"hs[ _-]?((?:19|20)\d\d).{0,8}hs[ _-]?((?:19|20)\d\d)")
_HEAD_ROWS = 20
_RELATIONSHIPS = ("1:1", "1:n", "n:1", "n:n")


def sniff(file: SourceFile) -> str | None:
    """`unsd-hs2022-hs2017`, with `-conversion` for a table of one target each."""
    if file.stem.endswith((".xlsx", ".xls")):
        match = _NAME.search(file.stem)
        return f"unsd-hs{match[1]}-hs{match[2]}" if match else None
    named = headings(file)
    years = [m[1] for n in named if (m := _HS.fullmatch(n))]
    if len(years) != 2 or len(named) > 4 or years[0] == years[1]:
        return None
    if not _HS.fullmatch(named[0]) or not _HS.fullmatch(named[1]):
        return None
    one_each_ = "" if any("relation" in n for n in named) else "-conversion"
    return f"unsd-hs{_whole(years[0])}-hs{_whole(years[1])}{one_each_}"


def card_for(source: str) -> Card | None:
    """The card of one pair of editions; None for another source."""
    match = _SOURCE.fullmatch(source)
    if not match:
        return None
    what = "Conversion" if match[3] else "Correlation"
    title = f"{what} of HS {match[1]} to HS {match[2]}"
    return replace(TEMPLATE, id=source, title=title)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every line, with columns `newer`, `older` and `relationship`."""
    for file in files:
        if file.stem.endswith((".xlsx", ".xls")):
            yield from _sheets(file, source)
        else:
            yield from goods_records(file, source)


def entries(rows: Iterable[Record]) -> Iterator[Entry | Problem]:
    """One correlation a line; `conversion` is the relation of a conversion table."""
    for row in rows:
        codes = {
            _whole(m[1]): row.text(n)
            for n in row.values
            if (m := _HS.fullmatch(str(n).strip().lower()))
        }
        relation = next(
            (row.text(n) for n in row.values if "relation" in str(n).lower()), ""
        )
        if len(codes) != 2:
            message = "a line without two codes; left out"
            yield Problem("entry-empty", message, row.origin)
            continue
        (new_year, newer), (old_year, older) = codes.items()
        if not (_is_code(newer) and _is_code(older)):
            message = f"{newer[:20]!r}, {older[:20]!r}: not two codes of six digits"
            yield Problem("goods-code-unreadable", message, row.origin)
            continue
        said = relation.strip().lower().replace(" to ", ":").replace(" ", "")
        if said and said not in _RELATIONSHIPS:
            message = f"relationship {relation[:20]!r} is none of {_RELATIONSHIPS}"
            yield Problem("value-unknown", message, row.origin)
        yield Correlation(
            newer.zfill(6),
            older.zfill(6),
            f"HS{new_year}",
            f"HS{old_year}",
            said or "conversion",
            row.origin,
        )


def _whole(year: str) -> str:
    """Four digits of a year: `17` is 2017, `96` 1996."""
    return year if len(year) == 4 else f"{'19' if year >= '80' else '20'}{year}"


def _is_code(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) in (5, 6)


def _sheets(file: SourceFile, source: str) -> Iterator[Record | Problem]:
    origin = Origin(source, file.sha256, file.name)
    try:
        book = CalamineWorkbook.from_path(str(file.path))
        tables = [(n, book.get_sheet_by_name(n).to_python()) for n in book.sheet_names]
    except (CalamineError, OSError, ValueError) as fault:
        message = f"not readable as a workbook: {fault}"
        yield Problem("table-malformed", message, origin, "error")
        return
    found = False
    for name, table in tables:
        cells = [[cell_text(cell).strip() for cell in row] for row in table]
        at = _header(cells)
        if at is None:
            continue
        found = True
        for number, row in enumerate(cells[at + 1 :], start=at + 2):
            values = {h: c for h, c in zip(cells[at], row, strict=False) if h and c}
            if values:
                where = origin.at(f"{file.name}#sheet={name}&row={number}")
                yield Record(values, where, "row")
    if not found:
        message = "no sheet has a heading for two editions (HS 2022, HS 2017)"
        yield Problem("table-malformed", message, origin, "error")


def _header(cells: Sequence[Sequence[str]]) -> int | None:
    for at, row in enumerate(cells[:_HEAD_ROWS]):
        years = {m[1] for cell in row if (m := _HS.fullmatch(cell.lower()))}
        if len(years) == 2:
            return at
    return None
