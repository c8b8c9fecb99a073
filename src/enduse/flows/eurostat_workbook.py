"""Eurostat's data browser as a workbook: one product a sheet, periods as columns.

Above the table each sheet says its fixed dimensions (`PRODUCT [PRODUCT]`, `FLOW`,
`INDICATORS`); a period's column may have a column of flags beside it; `:` is not
available, which is not zero. *Source*: ec.europa.eu/eurostat/databrowser, DS-045409.
"""

import re
from collections.abc import Iterator, Sequence
from typing import Any

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook

from enduse.files.source_file import SourceFile
from enduse.flows import indicators, periods
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading
from enduse.lists.tables import cell_text
from enduse.model import Origin, Problem

LAYOUT = "Eurostat data browser workbook (DS-045409, one product a sheet)"
SOURCE = "eurostat-comext"
SHEET_ROWS = 1_000_000  # `row` is the sheet's number times this, plus the row
_COLUMNS = ("reporter", "partner", "product", "flow", "indicators", "procedure")
_CODE = re.compile(r".*\[([A-Z0-9]+)\]\s*", re.DOTALL)


def sniff(file: SourceFile) -> bool:
    """Whether it is a workbook whose first sheets are Eurostat's."""
    return bool(file.head.startswith(b"PK")) and _is_browser(file)


def _is_browser(file: SourceFile) -> bool:
    try:
        book = CalamineWorkbook.from_path(str(file.path))
        names = [n for n in book.sheet_names if re.fullmatch(r"Sheet \d+", n)]
        if not names or "Summary" not in book.sheet_names[:1]:
            return False
        top = book.get_sheet_by_name(names[0]).to_python(nrows=12)
    except (CalamineError, OSError, ValueError):
        return False
    return any(str(row[0]).startswith("TIME") for row in top if row)


def rows(file: SourceFile, reading: Reading) -> Rows:
    """One row for each cell of every sheet. *Raises* ValueError."""
    origin = Origin(file.name, file.sha256, "")
    columns: dict[str, list[Any]] = {
        name: [] for name in ("row", *_COLUMNS, "period", "value", "flag")
    }
    problems: list[Problem] = []
    about: dict[str, str] = {}
    try:
        book = CalamineWorkbook.from_path(str(file.path))
        for number, name in enumerate(book.sheet_names):
            if name in ("Summary", "Structure"):
                continue
            grid = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
            place = origin.at(f"sheet={name}")
            for result in _sheet(grid, number, place, about):
                if isinstance(result, Problem):
                    problems.append(result)
                    continue
                for key, value in zip(columns, result, strict=True):
                    columns[key].append(value)
    except CalamineError as fault:
        raise ValueError(f"not readable as a workbook: {fault}") from fault
    types: dict[str, Any] = dict.fromkeys(columns, pl.String)
    frame = pl.DataFrame(columns, schema=types | {"row": pl.UInt32})
    return Rows(frame.lazy(), origin, about, tuple(problems))


def _sheet(
    grid: Sequence[Sequence[Any]], number: int, place: Origin, about: dict[str, str]
) -> Iterator[tuple[Any, ...] | Problem]:
    start = next((n for n, r in enumerate(grid) if r and str(r[0]) == "TIME"), None)
    if start is None:
        yield Problem("sheet-unread", "has no row that starts with TIME", place)
        return
    fixed = dict(_said(grid[:start], about))
    times = {
        n: t for n, c in enumerate(grid[start]) if (t := periods.period(cell_text(c)))
    }
    first = next((n for n in range(start, start + 4) if _is_labels(grid, n)), start)
    keys = [_key(str(c)) for c in grid[first][: min(times, default=0)]]
    for row, line in enumerate(grid[first + 1 :], first + 2):
        if not line or not str(line[0]).strip():
            return
        dims = fixed | dict(zip(keys, map(cell_text, line), strict=False))
        common = (number * SHEET_ROWS + row, *(dims.get(c, "") for c in _COLUMNS))
        for column, time in times.items():
            value = cell_text(line[column]) if column < len(line) else ""
            beside = column + 1
            has_flag = beside not in times and beside < len(line)
            flag = cell_text(line[beside]) if has_flag else ""
            yield (*common, time, value, flag)


def _is_labels(grid: Sequence[Sequence[Any]], n: int) -> bool:
    if n >= len(grid) or not grid[n]:
        return False
    return _key(str(grid[n][0])) in _COLUMNS


def _said(
    top: Sequence[Sequence[Any]], about: dict[str, str]
) -> Iterator[tuple[str, str]]:
    """The fixed dimensions above the table; a product by its code in brackets."""
    for line in top:
        texts = [t for cell in line if (t := cell_text(cell).strip())]
        if len(texts) == 1 and texts[0].startswith("Data extracted on"):
            about.setdefault("extracted", texts[0])
        if len(texts) >= 2 and texts[0].startswith(("Dataset", "Last updated")):
            about.setdefault(texts[0].strip(": ").lower(), texts[1])
        elif len(texts) >= 2:
            match = _CODE.fullmatch(texts[-1])
            yield _key(texts[0]), match[1] if match else texts[-1]


def _key(heading: str) -> str:
    """`PARTNER (Labels)` and `PRODUCT [PRODUCT]` as the dimension they name."""
    name = re.split(r"[\[(]", heading)[0].strip().lower()
    known = {
        "indicator": "indicators",
        "stat_procedure": "procedure",
        "stat_proc": "procedure",
    }
    return known.get(name, name)


def flows(rows: Rows, reading: Reading) -> Cells:
    """One cell for each series and period."""
    names = indicators.Dimensions(
        reporter="reporter",
        partner="partner",
        product="product",
        flow="flow",
        indicator="indicators",
        period="period",
        value="value",
        flag="flag",
        procedure="procedure",
    )
    return indicators.flows(rows, names, source=SOURCE)
