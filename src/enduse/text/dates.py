"""Dates in words and figures, as publishers write them, to the days they may mean."""

import re
import unicodedata
from collections.abc import Callable
from datetime import date
from functools import cache

from enduse.model import DateSpan
from enduse.text.tables import table

_LAST_SHORT_YEAR = 40  # `40` is 2040, `41` is 1941: the same answer in any year
_BORN = range(1850, 2101)  # others are of another calendar: 1343, 2508
_CIRCA = re.compile(
    r"\b(circa|approximately|approx\.?|about|around|c\.|between)\s*|~$", re.IGNORECASE
)
_RANGE = re.compile(
    r"\s+(?:to|and|or|until)\s+|\s*[–/]\s*|(?<=\d{4})\s*-\s*(?=\d{4}\b)"
)
_BEHIND = re.compile(  # years
    r"(?<=\d)\s*(?:г(?:ода?|\.)?\s?(?:р\.?)?|р(?:оку|\.)?|r\.?)$", re.IGNORECASE
)
_ISO = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ].*)?$")
_YEAR_FIRST = re.compile(
    r"(\d{4})(?:/|\.\s?|\s*[年년]\s*)(\d{1,2})(?:/|\.\s?|\s*[月월]\s*)(\d{1,2})\s*[日일]?$"
)
_ISO_MONTH = re.compile(r"(\d{4})-(\d{1,2})$")
_YEAR = re.compile(r"(\d{4})(?:\.0)?$")
_FIGURES = re.compile(r"(\d{1,2})[./-](\d{1,2})[./-](\d{2,4})$")
_MONTH_YEAR = re.compile(r"(\d{1,2})[./-](\d{4})$")
_COMPACT = re.compile(r"(\d{4})(\d{2})(\d{2})$")
_WORDS = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th|er|º|-го|-е)?[\s.-]+(?:d[ei]\s+|of\s+)?)?"
    r"([^\W\d_]{3,12})\.?[\s,-]+(?:de[l]?\s+)?(\d{4})$"
)
_YEAR_FIRST_WORDS = re.compile(r"(\d{4})\.?\s+([^\W\d_]{3,12})\s+(\d{1,2})$")
_US_WORDS = re.compile(r"([^\W\d_]{3,12})\.?\s+(\d{1,2}),?\s+(\d{4})$")


def parse_span(text: str, *, month_first: bool = False) -> DateSpan | None:
    """The days that `text` may mean, or None where it is no date.

    Reads `22 Nov 1979`, `Nov 1979`, `1966`, `circa 1965`, `1963 to 1965`,
    `1979-11-22`, `22/11/1979` (11/22/1979 if `month_first`), `00/00/1923`,
    `D.M.YYYY`, `3.1961`, `October 1, 2027`, `1979/11/22`, `1979年11月22日`, and months
    in the languages of `months.toml`. A two-digit year is 1941 to 2040.

    *Example*

    >>> parse_span("circa 1963 to 1965").iso
    '1963/1965~'
    >>> parse_span("00/00/1923").iso
    '1923'
    """
    raw = _BEHIND.sub("", text.strip()).strip(".;,")
    bare = _CIRCA.sub("", raw).strip()
    circa = bare != raw
    single = _one(bare, month_first)
    if single:
        return DateSpan(single.earliest, single.latest, circa, text.strip())
    ends = [part for part in _RANGE.split(bare) if part]
    if len(ends) != 2:
        return None
    first, last = _one(ends[0], month_first), _one(ends[1], month_first)
    if not first or not last or first.earliest > last.latest:
        return None
    return DateSpan(first.earliest, last.latest, circa, text.strip())


def parse_birth(text: str, *, month_first: bool = False) -> DateSpan | None:
    """`parse_span` of somebody's birth.

    *Unknown*: None for a year in which nobody was born who pays or is paid: it is of
    another calendar, and as it stands would speak against whom it is of.
    """
    span = parse_span(text, month_first=month_first)
    likely = span and span.earliest.year in _BORN and span.latest.year in _BORN
    return span if likely else None


def parse_day(text: str, *, month_first: bool = False) -> date | None:
    """The one day that `text` names, or None where it names none or several."""
    span = parse_span(text, month_first=month_first)
    return span.earliest if span and span.earliest == span.latest else None


def _one(text: str, month_first: bool) -> DateSpan | None:
    for pattern, read in _SHAPES:
        match = pattern.match(text)
        if match:
            try:
                return read(match, month_first)
            except ValueError:
                return None
    return None


def _span(year: int, month: int, day: int) -> DateSpan:
    if not month:
        return DateSpan.of_year(year)
    return (
        DateSpan.of_day(date(year, month, day))
        if day
        else DateSpan.of_month(year, month)
    )


def _figures(match: re.Match[str], month_first: bool) -> DateSpan:
    day, month, year = (int(group) for group in match.groups())
    if month_first:
        day, month = month, day
    if len(match[3]) == 2:
        year += 2000 if year <= _LAST_SHORT_YEAR else 1900
    return _span(year, month, day)


def _words(day: str | None, month: str, year: str) -> DateSpan:
    return _span(int(year), _month(month), int(day or 0))


def _month(word: str) -> int:
    """The number of a month by its name. *Raises* ValueError for another word."""
    plain = unicodedata.normalize("NFKD", word.casefold())
    plain = "".join(c for c in plain if not unicodedata.combining(c) or c == "\u0306")
    plain = unicodedata.normalize("NFC", plain)
    begin = _begin()
    for length in range(min(len(plain), max(map(len, begin))), 1, -1):
        if plain[:length] in begin:
            return begin[plain[:length]]
    raise ValueError(word)


@cache
def _begin() -> dict[str, int]:
    """How the names of months begin, each with its number."""
    every = table("months")["begin"].items()
    return {word: int(month) for month, words in every for word in words.split()}


_Reader = Callable[[re.Match[str], bool], DateSpan]
_SHAPES: tuple[tuple[re.Pattern[str], _Reader], ...] = (
    (_ISO, lambda m, _: _span(int(m[1]), int(m[2]), int(m[3]))),
    (_YEAR_FIRST, lambda m, _: _span(int(m[1]), int(m[2]), int(m[3]))),
    (_ISO_MONTH, lambda m, _: _span(int(m[1]), int(m[2]), 0)),
    (_YEAR, lambda m, _: DateSpan.of_year(int(m[1]))),
    (_FIGURES, _figures),
    (_MONTH_YEAR, lambda m, _: _span(int(m[2]), int(m[1]), 0)),
    (_COMPACT, lambda m, _: _span(int(m[1]), int(m[2]), int(m[3]))),
    (_WORDS, lambda m, _: _words(m[1], m[2], m[3])),
    (_US_WORDS, lambda m, _: _words(m[2], m[1], m[3])),
    (_YEAR_FIRST_WORDS, lambda m, _: _words(m[3], m[2], m[1])),
)
