"""The cells of one row of a table, by the field that its heading says they hold."""

import re
from dataclasses import dataclass
from functools import lru_cache

from enduse.codes.country import alpha2
from enduse.messages.tabular.layout import Layout
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
        filled = ((n, cells[n].strip()) for n in columns if n < width)
        return [(n, text) for n, text in filled if text]

    def first(self, field: str) -> str:
        """The first filled cell of a field, or ''."""
        return next((text for _, text in self.values(field)), "")


def locator(row: Row, number: int, origin: Origin) -> str:
    """Where a cell of a row stands, by its heading."""
    headings = row.layout.headings
    name = headings[number] if number < len(headings) else f"column {number + 1}"
    return f"{origin.locator} column {name!r}"


def country_cells(row: Row) -> list[tuple[int, str]]:
    """Column and text of every filled cell that names a country."""
    fields = ("country", "nationality", "residence")
    return [value for field in fields for value in row.values(field)]


@lru_cache(maxsize=8192)
def codes_of(text: str) -> tuple[str, ...]:
    """The countries a cell names, one or several; () where one is unknown."""
    if not text:
        return ()
    whole = alpha2(text)
    parts = [text] if whole else re.split(r"[;|,/\n]", text)
    codes = [alpha2(part) for part in parts if part.strip()]
    if not all(codes):
        return ()
    return tuple(c if c.startswith("UA-") else c[:2] for c in codes)


@lru_cache(maxsize=65536)
def span_of(text: str) -> DateSpan | None:
    """The day, month or year that a cell names, or None."""
    return parse_birth(text) or parse_birth(text, month_first=True)
