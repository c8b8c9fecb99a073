"""Where the header of a table stands, and what it says where two rows say it."""

from collections.abc import Sequence
from typing import NamedTuple

from enduse.messages.tabular.layout import is_header
from enduse.text.headers import is_known
from enduse.text.related_headers import related_of

_FORM = 3  # rows that a form has at least
_TOLD_01 = 0.6  # of their first cells are headings
SEARCHED = 20  # rows above the header: titles, dates


class Header(NamedTuple):
    """The number of the row the header ends with, from 0, and its cells."""

    place: int
    cells: list[str]

    def above(self, rows: Sequence[Sequence[str]]) -> list[list[str]]:
        """The rows before it with as many values: no title, perhaps a table's rows."""
        width = _filled(self.cells)
        before = rows[: self.place]
        return [list(row) for row in before if _filled(row) >= max(width, 2)]


def header_of(rows: Sequence[Sequence[str]]) -> Header | None:
    """The header among the first rows of a table, or None.

    Of two rows, the lower says more: `Customer;;Address;` above `No;Name;City;Country`.
    A label over several columns (`UBO 1` over `Name`, `Born`) is of each of them.
    """
    for place, row in enumerate(rows[:SEARCHED]):
        if is_header(row):
            below = rows[place + 1] if place + 1 < len(rows) else []
            if is_header(below):
                if _filled(below) > _filled(row):
                    return Header(place + 1, _labelled(row, below))
                if _filled(below) > 1 and _all_known(below):
                    return Header(place + 1, _one_of_two(row, below))
            above = rows[place - 1] if place else []
            return Header(place, _labelled(above, row))
    return None


def _all_known(row: Sequence[str]) -> bool:
    return all(is_known(cell) for cell in row if cell.strip())


def _one_of_two(above: Sequence[str], below: Sequence[str]) -> list[str]:
    """The lower of two headings of a column, the upper where it has no other."""
    width = max(len(above), len(below))
    pairs = zip(
        *([*row, *[""] * (width - len(row))] for row in (above, below)), strict=True
    )
    return [lower if lower.strip() else upper for upper, lower in pairs]


def upright(rows: Sequence[Sequence[str]]) -> list[list[str]]:
    """A form, whose headings stand below each other, as the rows of a table; or [].

    *Example*

    >>> upright([["KYC"], ["Name", "Ann"], ["Country", "RU"], ["UBO", "Bob"]])
    [['Name', 'Country', 'UBO'], ['Ann', 'RU', 'Bob']]
    """
    said = [row for row in rows if _filled(row[1:])]
    firsts = [row[0].strip().rstrip(":") for row in said]
    told = sum(1 for cell in firsts if cell and (is_known(cell) or related_of(cell)))
    if len(said) < _FORM or told < _TOLD_01 * len(said) or any(map(_heads, said)):
        return []
    width = max(map(len, said))
    columns = [[row[n] if n < len(row) else "" for row in said] for n in range(width)]
    return [firsts, *(column for column in columns[1:] if _filled(column))]


def _heads(row: Sequence[str]) -> bool:
    """Whether a row has more than one heading: it is the header of a table."""
    cells = [cell for cell in row[1:] if cell.strip()]
    return any(is_known(cell) or related_of(cell) for cell in cells)


def _labelled(labels: Sequence[str], cells: Sequence[str]) -> list[str]:
    """The cells of a header under the labels that say of whom they are."""
    if _filled(labels) >= _filled(cells):
        return list(cells)
    found, label = [], ""
    for number, cell in enumerate(cells):
        over = labels[number].strip() if number < len(labels) else ""
        label = over or label
        whole = f"{label} {cell}"
        told = label and related_of(label) and not related_of(cell)
        found.append(whole if told and cell.strip() and related_of(whole) else cell)
    return found


def _filled(row: Sequence[str]) -> int:
    return sum(1 for cell in row if cell.strip())
