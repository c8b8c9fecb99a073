"""Births in other calendars: the lunar and the solar Hijri one, and the Buddhist.

A year alone does not tell the lunar calendar (Arabia) from the solar one (Iran,
Afghanistan): where no mark does, a day is given in both. Months of the lunar calendar
begin with a new moon that was seen, so its days are known to two.

*Source*: Reingold and Dershowitz, Calendrical Calculations: the tabular Islamic
calendar (30-year cycle, leap years 2, 5, 7, 10, 13, 16, 18, 21, 24, 26, 29) and the
arithmetic of Nowruz; Thailand counts its years 543 ahead, from 1 January since 1941.
*Example*

>>> [span.iso for span in spans_of("1376-07-17 AH")]
['1957-02-15/1957-02-19']
>>> [span.iso for span in spans_of("17.7.2500")]
['1957-07-17']
"""

import re
from collections.abc import Iterator
from datetime import date, timedelta

from enduse.model import DateSpan

_LUNAR_MARKS = r"(?:هجرية|هجري|هـ|ه|A\.?H\.?|H)"
_SOLAR_MARKS = r"(?:هجری شمسی|شمسی|شمسي|ه\.?\s?ش|ش|S\.?H\.?|A\.?P\.?)"
_DAY = (
    r"(?:(?P<y>\d{4})[-/. ](?P<m>\d{1,2})[-/. ](?P<d>\d{1,2})"
    r"|(?P<d2>\d{1,2})[-/. ](?P<m2>\d{1,2})[-/. ](?P<y2>\d{4})"
    r"|(?P<y3>\d{4}))"
)
_CELL = re.compile(
    rf"{_DAY}\s*(?:(?P<lunar>{_LUNAR_MARKS})|(?P<solar>{_SOLAR_MARKS}))?",
    re.IGNORECASE,
)
_HIJRI = range(1280, 1461)  # 1863 or 1901 onwards
_BUDDHIST = range(2400, 2600)
_AHEAD = 543
_EPOCH = date(622, 7, 19).toordinal()  # of the lunar calendar, in Gregorian days
_SEEN, _NEW_YEAR = timedelta(2), timedelta(1)  # how far a computed day may be off
_SOLAR_AHEAD = 621
_LONG = 31  # days of the first six solar months


def spans_of(text: str) -> tuple[DateSpan, ...]:
    """The days that a date of another calendar may mean; none where it is no such."""
    match = _CELL.fullmatch(text.strip())
    if not match:
        return ()
    year = int(match["y"] or match["y2"] or match["y3"])
    month = int(match["m"] or match["m2"] or 0)
    day = int(match["d"] or match["d2"] or 0)
    try:
        return tuple(_spans(match, year, month, day))
    except ValueError:
        return ()


def _spans(match: re.Match[str], year: int, month: int, day: int) -> Iterator[DateSpan]:
    if year in _BUDDHIST and not (match["lunar"] or match["solar"]):
        ours = year - _AHEAD
        yield (
            DateSpan.of_day(date(ours, month, day)) if month else DateSpan.of_year(ours)
        )
    if year not in _HIJRI or month > 12 or day > _LONG:
        return
    for mark, other, read, off in (
        ("lunar", "solar", _lunar, _SEEN),
        ("solar", "lunar", _solar, _NEW_YEAR),
    ):
        if match[other] and not match[mark]:
            continue
        if month:
            found = read(year, month, day)
            yield DateSpan(found - off, found + off)
        else:
            last = read(year + 1, 1, 1) - timedelta(1)
            yield DateSpan(read(year, 1, 1), last)


def _lunar(year: int, month: int, day: int) -> date:
    """The day of the tabular calendar: odd months have 30 days, even ones 29."""
    before = 354 * (year - 1) + (3 + 11 * year) // 30 + 29 * (month - 1) + month // 2
    return date.fromordinal(_EPOCH + before + day - 1)


def _solar(year: int, month: int, day: int) -> date:
    """The day counted from 21 March, where most of these years begin."""
    before = _LONG * (month - 1) - max(0, month - 7)
    return date(year + _SOLAR_AHEAD, 3, 21) + timedelta(before + day - 1)
