"""Dates as systems export them, in a form that `enduse.text.dates` reads."""

import re
from datetime import UTC, date, datetime, timedelta

_FIRST = date(1899, 12, 30)  # day 0 of a spreadsheet
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_SERIAL = re.compile(r"(\d{4,5})(?:\.\d+)?")
_SERIALS = range(6000, 60000)  # 1916 to 2064: smaller numbers are years
_TIME = re.compile(r"(?<=\d)[T ]+\d{1,2}:\d\d.*$")
_MILLISECONDS = re.compile(r"/Date\((-?\d{1,15})(?:[+-]\d{4})?\)/")
_DAY_FIRST = re.compile(r"(\d\d)(\d\d)((?:19|20)\d\d)")
_NAMED = re.compile(r"(\d{1,2})[\s.-]*([^\W\d_]{3,9})[\s.,-]*(\d{4}|\d\d)")
_MONTH = re.compile(r"(\d{1,2})[./-](\d{4})")
_BLANKS = re.compile(r"(\d{1,4})\s+(\d{1,2})\s+(\d{1,4})")
_NUMERALS = ["I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII"]
_ROMAN = re.compile(r"(\d{1,2})[\s.-]+([IVX]{1,4})[\s.-]+(\d{4})")
_WEEKDAY = re.compile(r"(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+", re.IGNORECASE)
_CIRCA = re.compile(r"^(?:ca|около|прибл|um|vers|hacia)\.?\s+(?=\d{4}$)", re.IGNORECASE)
_ERA = re.compile(r"(明治|大正|昭和|平成|令和)(\d{1,2}|元)年(\d{1,2})月(\d{1,2})日")
_ERAS = {"明治": 1867, "大正": 1911, "昭和": 1925, "平成": 1988, "令和": 2018}
_NO_DAYS = frozenset(  # what systems write where they know no day
    date.fromisoformat(day)
    for day in (
        *("0001-01-01", "1753-01-01", "1899-12-30", "1899-12-31"),
        *("1900-01-01", "1901-01-01", "9999-12-31"),
    )
)


def is_no_day(day: date) -> bool:
    """Whether systems write this day where they know none."""
    return day in _NO_DAYS


def plain_date(text: str) -> str:
    """The text of a date cell, in a form that reads as one.

    *Example*

    >>> plain_date("19226.0"), plain_date("20.08.1952 0:00:00"), plain_date("20-AUG-52")
    ('1952-08-20', '20.08.1952', '20 AUG 1952')
    >>> plain_date("昭和27年8月20日"), plain_date("/Date(-547862400000)/")
    ('1952-08-20', '1952-08-22')
    """
    bare = _CIRCA.sub("circa ", _WEEKDAY.sub("", _TIME.sub("", text.strip())))
    for pattern, read in _SHAPES:
        if match := pattern.fullmatch(bare):
            return read(match) or bare
    return bare


def _of_serial(match: re.Match[str]) -> str:
    days = int(match[1])
    return (_FIRST + timedelta(days)).isoformat() if days in _SERIALS else ""


def _of_milliseconds(match: re.Match[str]) -> str:
    try:
        moment = datetime(1970, 1, 1, tzinfo=UTC) + timedelta(
            milliseconds=int(match[1])
        )
    except OverflowError:
        return ""
    return moment.date().isoformat()


def _of_short_year(match: re.Match[str]) -> str:
    """A birth of two digits' year is of the last hundred years."""
    year = match[3]
    if len(year) == 2:
        year = f"{'20' if int(year) <= _LAST_SHORT else '19'}{year}"
    return f"{match[1]} {match[2]} {year}"


_LAST_SHORT = 25  # as the years of `enduse.text.dates`, but for births


def _of_blanks(match: re.Match[str]) -> str:
    return "-".join(match.groups()) if len(match[1]) == 4 else ".".join(match.groups())


def _of_numeral(match: re.Match[str]) -> str:
    if match[2] not in _NUMERALS:
        return ""
    return f"{match[1]}.{_NUMERALS.index(match[2]) + 1}.{match[3]}"


def _of_era(match: re.Match[str]) -> str:
    year = _ERAS[match[1]] + (1 if match[2] == "元" else int(match[2]))
    return f"{year}-{int(match[3]):02}-{int(match[4]):02}"


_SHAPES = (
    (_SERIAL, _of_serial),
    (_MILLISECONDS, _of_milliseconds),
    (_DAY_FIRST, lambda m: f"{m[1]}.{m[2]}.{m[3]}"),
    (_MONTH, lambda m: f"{m[2]}-{int(m[1]):02}"),
    (_BLANKS, _of_blanks),
    (_ROMAN, _of_numeral),
    (_NAMED, _of_short_year),
    (_ERA, _of_era),
)
