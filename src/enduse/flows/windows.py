"""Windows of time: the months or years a figure is counted over.

*Example*

>>> window("2021-03..2021-11").periods[:2], window("2022").periods
(('2021-03', '2021-04'), ('2022',))
>>> window("2023-Q4").periods
('2023-10', '2023-11', '2023-12')
"""

import re
from dataclasses import dataclass

_QUARTER = re.compile(r"(\d{4})-?Q([1-4])", re.IGNORECASE)
_HALF = re.compile(r"(\d{4})-?[HS]([12])", re.IGNORECASE)
_MONTH = re.compile(r"(\d{4})[-/.]?(0[1-9]|1[0-2]|[1-9](?!\d))")
_YEAR = re.compile(r"\d{4}")


@dataclass(frozen=True, slots=True)
class Window:
    """Whole months, or whole years, from `first` to `last`, both counted."""

    first: str
    last: str

    @property
    def monthly(self) -> bool:
        """Whether the window is of months; otherwise it is of whole years."""
        return len(self.first) > 4

    @property
    def years(self) -> tuple[int, ...]:
        """The calendar years the window touches."""
        return tuple(range(int(self.first[:4]), int(self.last[:4]) + 1))

    @property
    def periods(self) -> tuple[str, ...]:
        """Its months as `2021-03`, or its years as `2021`."""
        if not self.monthly:
            return tuple(str(year) for year in self.years)
        first, last = month_number(self.first), month_number(self.last)
        return tuple(month_name(n) for n in range(first, last + 1))

    @property
    def months(self) -> tuple[str, ...]:
        """Its months, those of its years where it is of years."""
        if self.monthly:
            return self.periods
        return Window(f"{self.first}-01", f"{self.last}-12").periods

    def __str__(self) -> str:
        first = "" if self.first[:4] == "1900" else self.first
        last = "" if self.last[:4] == "2199" else self.last
        return first if first == last else f"{first}..{last}"


def window(text: str) -> Window:
    """The window a person typed: `2021-03..2021-11`, `2022`, `2023-Q4`, `2022-H1`.

    *Raises* ValueError, saying what a window looks like.
    """
    first, mark, last = text.strip().partition("..")
    start = _one(first, text)
    end = _one(last, text) if mark else start
    if start.monthly != end.monthly:
        raise ValueError(f"{text!r} begins with one of month and year, ends in another")
    if start.first > end.last:
        raise ValueError(f"{text!r} ends before it begins")
    return Window(start.first, end.last)


def between(since: str, until: str) -> Window | None:
    """The window from `since` to `until`, or None where neither is given.

    *Raises* ValueError where it ends before it begins.
    """
    if not since and not until:
        return None
    if since and until and (len(since) > 4) != (len(until) > 4):
        since, until = _ends(since, until)
    month = len(since or until) > 4
    first, last = ("1900-01", "2199-12") if month else ("1900", "2199")
    found = Window(since or first, until or last)
    if found.first > found.last:
        raise ValueError(f"--from {since} --to {until} ends before it begins")
    return found


def open_ended(when: Window) -> bool:
    """Whether a window has no beginning or no end of its own."""
    return when.first[:4] == "1900" or when.last[:4] == "2199"


def clipped(when: Window, first: str, last: str) -> Window:
    """The window with the ends of the data, periods, where it has none of its own."""
    size = 7 if when.monthly else 4
    start = when.first if when.first[:4] != "1900" else _at(first, size, "-01")
    end = when.last if when.last[:4] != "2199" else _at(last, size, "-12")
    return Window(start, end) if start <= end else when


def _at(period: str, size: int, end: str) -> str:
    return period[:size] if len(period) >= size else period + end


def same_months(pre: Window, post: Window) -> bool:
    """Whether both windows hold the same calendar months, so that seasons cancel."""
    ours, theirs = (sorted(m[5:] for m in one.months) for one in (pre, post))
    return ours == theirs


def month_number(period: str) -> int:
    """The months from year 0 to a month such as `2021-03`."""
    return int(period[:4]) * 12 + int(period[5:7]) - 1


def month_name(number: int) -> str:
    """The month of a number: the way back from `month_number`."""
    return f"{number // 12:04}-{number % 12 + 1:02}"


def _ends(since: str, until: str) -> tuple[str, str]:
    since = since if len(since) > 4 else f"{since}-01"
    return since, until if len(until) > 4 else f"{until}-12"


def _one(said: str, text: str) -> Window:
    said = said.strip()
    if found := _QUARTER.fullmatch(said):
        end = 3 * int(found[2])
        return Window(f"{found[1]}-{end - 2:02}", f"{found[1]}-{end:02}")
    if found := _HALF.fullmatch(said):
        end = 6 * int(found[2])
        return Window(f"{found[1]}-{end - 5:02}", f"{found[1]}-{end:02}")
    if found := _MONTH.fullmatch(said):
        month = f"{found[1]}-{int(found[2]):02}"
        return Window(month, month)
    if _YEAR.fullmatch(said):
        return Window(said, said)
    raise ValueError(f"{text!r} is no window like 2021-03..2021-11, 2022 or 2023-Q4")
