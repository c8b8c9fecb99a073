"""National tables in a workbook: titles above, periods as columns, several languages.

The row of periods is found, not presumed; above it stand title and unit, in up to
three languages; above the periods there may be a row of directions (`Экспорт`,
`Импорт`). Names are tried in every language the table has. A long table with headings
lower down is read too. Partners or groups of goods may stand in the first columns.
"""

import re
from collections.abc import Sequence
from typing import Any

import polars as pl
from python_calamine import CalamineError, CalamineWorkbook

from enduse.files.source_file import SourceFile
from enduse.flows import areas, cells, mapping, periods, tidy
from enduse.flows.cells import Cells, Rows
from enduse.flows.registry import Reading
from enduse.lists.tables import cell_text, unique_headings
from enduse.model import Origin, Problem

LAYOUT = "a national table in a workbook (titles, languages, units, periods as columns)"
SOURCE = "national"
_FOOTNOTED = re.compile(r"((?:19|20)\d\d)\s*(?:\d|[*¹²³]+|\d\))")
_CHAPTERS = re.compile(
    r"^\s*((?:\d\d(?:\s*-\s*\d\d)?)(?:\s*,\s*\d\d(?:\s*-\s*\d\d)?)*)\s*-\s*\D"
)
_WITHIN = re.compile(r"^(в том числе|из них|of which|including|其中)", re.IGNORECASE)


def sniff(file: SourceFile) -> bool:
    """Whether a sheet of the workbook has a row of periods or of known headings."""
    if not file.head.startswith((b"PK\x03\x04", b"\xd0\xcf\x11\xe0")):
        return False
    try:
        grid = _grid(file)[1]
    except (CalamineError, OSError, ValueError):
        return False
    return _head_row(grid) is not None


def _grid(file: SourceFile) -> tuple[str, list[list[str]]]:
    """The first sheet that holds such a table, as text; else the first one."""
    book = CalamineWorkbook.from_path(str(file.path))
    sheets = {}
    for name in book.sheet_names:
        raw = book.get_sheet_by_name(name).to_python(skip_empty_area=False)
        sheets[name] = [[cell_text(cell).strip() for cell in row] for row in raw]
        if _head_row(sheets[name]) is not None:
            return name, sheets[name]
    return next(iter(sheets.items()), ("", []))


def _head_row(grid: Sequence[Sequence[str]]) -> int | None:
    for number, row in enumerate(grid[:40]):
        if sum(bool(_time(cell)) for cell in row) >= 2 or mapping.is_table(row):
            return number
    return None


def _time(cell: str) -> str:
    match = _FOOTNOTED.fullmatch(cell)
    return match[1] if match else periods.period(cell)


def rows(file: SourceFile, reading: Reading) -> Rows:
    """The table as text, one row a line or, where periods are columns, a cell."""
    origin = Origin(file.name, file.sha256, "")
    try:
        name, grid = _grid(file)
    except CalamineError as fault:
        raise ValueError(f"not readable as a workbook: {fault}") from fault
    head = _head_row(grid)
    if head is None:
        raise ValueError("no row of its sheets holds periods or known headings")
    above = [" ".join(row) for row in grid[:head] if any(row)]
    about = {"title": above[0] if above else "", "unit": " ".join(above), "sheet": name}
    if sum(bool(_time(cell)) for cell in grid[head]) >= 2:
        return _wide(grid, head, origin, about)
    names = unique_headings([h or f"column {n}" for n, h in enumerate(grid[head], 1)])
    lines = [row + [""] * (len(names) - len(row)) for row in grid[head + 1 :]]
    frame = pl.DataFrame(
        {n: [line[i] for line in lines] for i, n in enumerate(names)},
        schema=dict.fromkeys(names, pl.String),
    )
    return Rows(frame.lazy().with_row_index("row", offset=head + 2), origin, about)


def _wide(
    grid: Sequence[Sequence[str]], head: int, origin: Origin, about: dict[str, str]
) -> Rows:
    times = {n: t for n, cell in enumerate(grid[head]) if (t := _time(cell))}
    first = min(times)
    over = _directions(grid, head, max(times) + 1)
    records: list[tuple[Any, ...]] = []
    problems: list[Problem] = []
    for number, line in enumerate(grid[head + 1 :], head + 2):
        names = [name for name in line[:first] if name]
        values = {n: line[n] for n in times if n < len(line)}
        if not names or not any(values.values()) or _WITHIN.match(names[0]):
            continue
        partner, product = _what(names)
        if not partner:
            message = f"no language names an area enduse knows: {' / '.join(names)}"
            problems.append(
                Problem("area-unknown", message, origin.at(f"row={number}"))
            )
            partner = cells.unknown(names[-1])
        records += [
            (number, partner, product, times[n], over.get(n, ""), text,
             _FOOTNOTED.fullmatch(grid[head][n]) is not None)
            for n, text in values.items()
        ]  # fmt: skip
    columns = ("row", "partner", "product", "period", "flow", "value", "estimated")
    types: dict[str, Any] = dict.fromkeys(columns, pl.String) | {
        "row": pl.UInt32,
        "estimated": pl.Boolean,
    }
    frame = pl.DataFrame(records, schema=types, orient="row").lazy()
    if not any(over.values()):
        frame = frame.drop("flow")
    return Rows(frame, origin, {**about, "wide": "yes"}, tuple(problems))


def _directions(grid: Sequence[Sequence[str]], head: int, width: int) -> dict[int, str]:
    """The direction over each column, from the line above the periods."""
    if not head:
        return {}
    found: dict[int, str] = {}
    last = ""
    for n in range(width):
        cell = grid[head - 1][n] if n < len(grid[head - 1]) else ""
        last = mapping.direction_in(cell) or last if cell else last
        found[n] = last
    return found


def _what(names: Sequence[str]) -> tuple[str, str]:
    """Partner and product of a line: a range of chapters is of the whole world."""
    match = _CHAPTERS.match(names[0])
    if match:
        return areas.WORLD, re.sub(r"\s", "", match[1])
    known = [a for name in reversed(names) if (a := areas.area(name))]
    return (known[0] if known else ""), "TOTAL"


def flows(rows: Rows, reading: Reading) -> Cells:
    """The cells; reporter, direction and unit from title and mapping."""
    headings = [n for n in rows.frame.collect_schema().names() if n != "row"]
    if "wide" not in rows.about:
        return tidy.from_table(
            rows, mapping.settle(headings, reading.mapping), source=SOURCE
        )
    given = {k: v for k, v in reading.mapping.items() if k in mapping.GIVEN}
    settled = {
        name: name for name in ("partner", "product", "period", "value", "estimated")
    }
    if "flow" in headings:
        settled["direction"] = "flow"
    settled |= {k: mapping.CONSTANT + v.removeprefix("=") for k, v in given.items()}
    return tidy.from_table(rows, settled, source=SOURCE)
