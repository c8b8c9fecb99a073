"""Dates as sanctions lists give them: a day, a month, a year, a range, or "circa"."""

import calendar
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class DateSpan:
    """The days a date may mean, both ends included, and how the source wrote it.

    *Example*

    >>> DateSpan.of_year(1965, circa=True).iso
    '1965~'
    >>> DateSpan.of_month(1979, 11).latest
    datetime.date(1979, 11, 30)
    """

    earliest: date
    latest: date
    circa: bool = False
    text: str = ""

    @classmethod
    def of_day(cls, day: date, *, text: str = "", circa: bool = False) -> "DateSpan":
        """The span of exactly one day."""
        return cls(day, day, circa, text)

    @classmethod
    def of_month(
        cls, year: int, month: int, *, text: str = "", circa: bool = False
    ) -> "DateSpan":
        """The span of one month. *Raises* ValueError for a month that isn't one."""
        last = calendar.monthrange(year, month)[1]
        return cls(date(year, month, 1), date(year, month, last), circa, text)

    @classmethod
    def of_year(
        cls, year: int, *, to: int | None = None, text: str = "", circa: bool = False
    ) -> "DateSpan":
        """The span of one year, or of the years up to and including `to`."""
        return cls(date(year, 1, 1), date(to or year, 12, 31), circa, text)

    @property
    def iso(self) -> str:
        """Short ISO 8601 / EDTF form: `1979-11-22`, `1979-11`, `1979`, `1963/1965`."""
        mark = "~" if self.circa else ""
        first, last = self.earliest, self.latest
        if first == last:
            return first.isoformat() + mark
        starts_year = (first.month, first.day) == (1, 1)
        if starts_year and (last.month, last.day) == (12, 31):
            years = (first.year, last.year)
            span = f"{years[0]:04d}" if years[0] == years[1] else "{:04d}/{:04d}"
            return span.format(*years) + mark
        if DateSpan.of_month(first.year, first.month).latest == last and first.day == 1:
            return f"{first.year:04d}-{first.month:02d}{mark}"
        return f"{first.isoformat()}/{last.isoformat()}{mark}"

    def overlaps(self, other: "DateSpan") -> bool:
        """Whether some day lies in both spans ("circa" is not widened here)."""
        return self.earliest <= other.latest and other.earliest <= self.latest
