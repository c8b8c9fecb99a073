"""Dates in the DFAT list's cells: of birth, and of listing."""

import re
from collections.abc import Iterator
from datetime import date
from itertools import chain

from enduse.lists.au.dfat_cells import clean, is_blank, texts_of
from enduse.lists.record import Record
from enduse.model import DateSpan, Problem
from enduse.text.dates import parse_day, parse_span

_LISTED = re.compile(
    r"(?:listed|designated|declared)\b[^.()\d]*?"
    r"(?:(?:\d{4}(?:\s*(?:and|/|,)\s*\d{4})*\s+)?Committee\s+|Regulations 2011\s+)?"
    r"(?:on\s*:?\s*)(\d{1,2}\s+[A-Za-z]{3,9}\.?\s+\d{4})",
    re.IGNORECASE,
)
_EARLIEST = 1850
_DATE = re.compile(
    r"(?P<circa>\b(?:circa|approx\w*\.?|about|c\.)\s*:?\s*)?(?<![\d/])(?P<date>"
    r"between\s+\d{4}\s+(?:and|to)\s+\d{4}|\d{4}\s*[-–]\s*\d{4}|\d{4}-\d\d-\d\d"
    r"|\d{1,2}\s*/\s*\d{1,2}\s*/\s*\d{4}|\d{1,2}/\d{4}"
    r"|\d{1,2}\.\s?\d{1,2}\.\s?\d{4}|[a-z]{3,9}\s+\d{1,2},\s+\d{4}"
    r"|(?:\d{1,2}(?:st|nd|rd|th)?[\s.-]+)?"
    r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?[\s-]+\d{4}|\d{4}"
    r")(?!\d)",
    re.IGNORECASE,
)


def births(group: list[Record], problems: list[Problem]) -> Iterator[DateSpan]:
    """Every different birth date; what is no date becomes a Problem."""
    spans: dict[str, DateSpan] = {}
    for text in texts_of(group, "Date of Birth"):
        text = clean(text)
        for match in _DATE.finditer(text):
            span = _span(match)
            if span:
                spans.setdefault(span.iso, span)
            else:
                problems.append(_unreadable(match[0], group[0]))
        rest = _DATE.sub("", text)
        if any(c.isdigit() for c in rest) or (rest == text and not is_blank(text)):
            problems.append(_unreadable(rest, group[0]))
    yield from spans.values()


def _span(match: re.Match[str]) -> DateSpan | None:
    text = clean(match["date"]).replace(" /", "/").replace("/ ", "/")
    month = re.fullmatch(r"(0?[1-9]|1[0-2])/(\d{4})", text)
    if month:
        found: DateSpan | None = DateSpan.of_month(int(month[2]), int(month[1]))
    else:
        found = parse_span(text)
    if not found or found.earliest.year < _EARLIEST:  # another calendar's year
        return None
    doubtful = found.circa or bool(match["circa"])
    return DateSpan(found.earliest, found.latest, doubtful, match[0].strip())


def _unreadable(text: str, row: Record) -> Problem:
    message = f"birth date {text.strip()!r} is no date enduse can read"
    return Problem("date-unreadable", message, row.origin)


def listed_on(group: list[Record]) -> date | None:
    """The first day that a party was listed, or None."""
    said = texts_of(group, "Listing Information")
    found = (match[1] for text in said for match in _LISTED.finditer(clean(text)))
    days = [parse_day(text) for text in chain(found, said)]
    return min(filter(None, days), default=None)
