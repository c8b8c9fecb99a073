"""The `ids` column of the Consolidated Screening List.

The CSV joins the parts of each id by commas, since 2023 as `type, number, country,
issue date, expiry date`, before that the other way round; JSON has an object each.
"""

import re
from collections.abc import Iterator

from enduse.lists.record import Record
from enduse.lists.us.ofac_party import Statement
from enduse.lists.us.ofac_remarks import is_label

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}$")
_COUNTRY = re.compile(r"[A-Z]{2}$")


def parse_ids(row: Record) -> Iterator[Statement]:
    """Every id of an entry as a statement."""
    if isinstance(row.values.get("ids"), list):
        for item in row.children("ids"):
            if item.values.keys() & {"number", "type"}:
                yield _object(item)
            else:
                yield parse_id(item.text("#text"))
        return
    for text in row.texts("ids"):
        for part in text.split("; "):
            if part.strip():
                yield parse_id(part)


def _object(item: Record) -> Statement:
    dates = (("issue_date", "issued"), ("expiration_date", "expires"))
    said = (f"{word} {text}" for key, word in dates for text in item.texts(key))
    return Statement(
        item.text("type"),
        item.text("number"),
        item.text("country"),
        " ".join(said),
        item.origin.locator,
    )


def parse_id(text: str) -> Statement:
    """One id of the joined column.

    *Example*

    >>> parse_id("Passport, A1, TR").value, parse_id("TR, A1, Passport").label
    ('A1', 'Passport')
    """
    parts = [part.strip() for part in text.split(", ")]
    if len(parts) == 1:
        return Statement("", text.strip())
    if is_label(parts[0]) or not is_label(parts[-1]):
        return _forward(parts)
    return _backward(parts)


def _forward(parts: list[str]) -> Statement:
    label, *rest = parts
    dates: list[str] = []
    while len(rest) > 1 and _DATE.match(rest[-1]):
        dates.insert(0, rest.pop())
    country = rest.pop() if len(rest) > 1 and _COUNTRY.match(rest[-1]) else ""
    return Statement(label, ", ".join(rest), country, " ".join(dates), "ids")


def _backward(parts: list[str]) -> Statement:
    *rest, label = parts
    country = rest.pop(0) if len(rest) > 1 and _COUNTRY.match(rest[0]) else ""
    dates: list[str] = []
    while len(rest) > 1 and _DATE.match(rest[0]):
        dates.append(rest.pop(0))
    return Statement(label, ", ".join(rest), country, " ".join(dates), "ids")
