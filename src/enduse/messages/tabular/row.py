"""The cells of one row of a table, by the field that its heading says they hold."""

import re
from dataclasses import dataclass
from functools import lru_cache

from enduse.messages.tabular.cell_dates import is_no_day, plain_date
from enduse.messages.tabular.layout import Layout
from enduse.messages.tabular.other_calendars import spans_of
from enduse.model import DateSpan, Origin
from enduse.text.dates import parse_birth

SEVERAL = re.compile(r"[;|\n]")


@dataclass(frozen=True, slots=True)
class Row:
    """The cells of a row as written, with the layout of their table."""

    layout: Layout
    cells: tuple[str, ...]

    def values(self, field: str) -> list[tuple[int, str]]:
        """Column number and text of every filled cell of a field."""
        columns = self.layout.fields.get(field)
        if not columns:
            return []
        cells, width = self.cells, len(self.cells)
        filled = ((n, bare(cells[n])) for n in columns if n < width)
        return [(n, text) for n, text in filled if text]

    def text(self, number: int) -> str:
        """What stands in a column, or ''."""
        return bare(self.cells[number]) if number < len(self.cells) else ""

    def first(self, field: str) -> str:
        """The first filled cell of a field, or ''."""
        return next((text for _, text in self.values(field)), "")


def bare(cell: str) -> str:
    """A cell without what keeps a spreadsheet from reading it: `="0123"`, `'0123`."""
    text = cell.strip()
    if not text or text[0] not in "='":
        return text
    if text[:2] == '="' and text[-1] == '"':
        return text[2:-1].strip()
    return text[1:].strip() if text[0] == "'" and text[1:2].isdigit() else text


def locator(row: Row, number: int, origin: Origin) -> str:
    """Where a cell of a row stands, by its heading."""
    headings = row.layout.headings
    name = headings[number] if number < len(headings) else f"column {number + 1}"
    return f"{origin.locator} column {name!r}"


def country_cells(row: Row) -> list[tuple[int, str]]:
    """Column and text of every filled cell that names a country."""
    fields = ("country", "nationality", "residence")
    return [value for field in fields for value in row.values(field)]


@lru_cache(maxsize=65536)
def span_of(text: str) -> DateSpan | None:
    """The day, month or year of a birth that a cell names, or None.

    *Unknown*: None for a day that systems write where they know none.
    """
    plain = plain_date(text)
    span = parse_birth(plain) or parse_birth(plain, month_first=True)
    return (
        None
        if span and span.earliest == span.latest and is_no_day(span.earliest)
        else span
    )


def births_of(text: str) -> tuple[DateSpan, ...]:
    """The days of birth a cell may mean: several where its calendar is not told."""
    span = span_of(text)
    return (span,) if span else spans_of(plain_date(text))


def says_nothing(text: str) -> bool:
    """Whether a cell has but zeros and signs: `00000000`, `--`, `00.00.0000`."""
    return not _SAYS.search(text)


_SAYS = re.compile(r"[^\W_0]")
