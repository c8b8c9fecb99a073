"""Rows as CSV that no spreadsheet takes for a formula.

*Source*: OWASP, CSV Injection: cells that begin with = + - @, tab or carriage return.
"""

import csv
import io
from collections.abc import Mapping, Sequence
from typing import Any

from enduse.report.flow_charts.table import headings, text

_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "\uff1d", "\uff0b", "\uff0d", "\uff20")


def as_csv(rows: Sequence[Mapping[str, Any]]) -> bytes:
    """The rows with a heading, UTF-8 with its mark, for Excel; numbers unrounded."""
    names = headings(rows)
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([safe(name) for name in names])
    for row in rows:
        writer.writerow([safe(row.get(name)) for name in names])
    return out.getvalue().encode("utf-8-sig", "backslashreplace")


def safe(value: Any) -> str:
    """A value as a cell: a text that would begin a formula gets an apostrophe first.

    *Example*

    >>> safe("=1+1"), safe(-4.5), safe("-RU"), safe(" @x")
    ("'=1+1", '-4.5', "'-RU", "' @x")
    """
    said = text(value)
    number = isinstance(value, int | float) and not isinstance(value, bool)
    return f"'{said}" if not number and said.lstrip(" ").startswith(_STARTS) else said
