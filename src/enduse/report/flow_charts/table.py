"""The table behind a picture: every row of the answer, each value as text."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from enduse.report.visible import visible


def headings(rows: Iterable[Mapping[str, Any]]) -> list[str]:
    """The columns of the rows, in the order they first appear."""
    return list(dict.fromkeys(name for row in rows for name in row))


def cells(rows: Sequence[Mapping[str, Any]]) -> list[list[str]]:
    """A line of texts for each row, under `headings`."""
    names = headings(rows)
    return [[text(row.get(name)) for name in names] for row in rows]


def text(value: Any) -> str:
    """A value as it stands, unrounded; '' for what is not known.

    *Example*

    >>> text(1234.5), text(None), text(["HS2017", "HS2022"]), text(True)
    ('1234.5', '', 'HS2017, HS2022', 'yes')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list | tuple):
        return ", ".join(text(item) for item in value)
    return visible(str(value), limit=400)


def is_number(value: Any) -> bool:
    """Whether a value is set to the right."""
    return isinstance(value, int | float) and not isinstance(value, bool)
