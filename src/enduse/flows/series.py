"""Monthly series of a selection: one number a month, none where nobody filed."""

from collections.abc import Iterable
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import polars as pl

from enduse.flows.tally import by_month
from enduse.flows.windows import month_name, month_number

Numbers = npt.NDArray[np.float64]


@dataclass(frozen=True)
class Series:
    """Values of consecutive months from `first`; a month without a cell is 0.

    `filed` says for each month whether anything was filed: where not, its value is
    unknown, not 0.
    """

    first: str
    values: Numbers
    filed: npt.NDArray[np.bool_]

    @property
    def periods(self) -> list[str]:
        """The months, in order."""
        start = month_number(self.first)
        return [month_name(start + n) for n in range(len(self.values))]

    @property
    def known(self) -> "Series":
        """Up to the last month that anybody filed."""
        last = int(np.flatnonzero(self.filed)[-1]) + 1 if self.filed.any() else 0
        return Series(self.first, self.values[:last], self.filed[:last])

    def position(self, period: str) -> int:
        """How many months after the first a month is; may lie outside."""
        return month_number(period) - month_number(self.first)


def series(frame: pl.DataFrame, filings: Iterable[str] = ()) -> Series:
    """The monthly sums of all rows, from the first month to the last.

    `filings` are the months in which the sources hold anything at all; without them a
    month without a cell counts as not filed.
    """
    rows = by_month(frame)
    found = dict(zip(rows["period"].to_list(), rows["amount"].to_list(), strict=True))
    known = {p for p in filings if len(p) == 7} | set(found)
    if not found:
        return Series("1900-01", np.zeros(0), np.zeros(0, dtype=bool))
    first, last = min(found), max(max(found), max(known))
    numbers = range(month_number(first), month_number(last) + 1)
    periods = [month_name(n) for n in numbers]
    values = np.array([found.get(p) or 0.0 for p in periods], dtype=np.float64)
    return Series(first, values, np.array([p in known for p in periods]))


def aligned(one: Series, other: Series) -> tuple[Series, Series]:
    """Both over the months that both have."""
    start = max(month_number(one.first), month_number(other.first))
    end = min(month_number(s.first) + len(s.values) for s in (one, other))
    return _cut(one, start, end), _cut(other, start, end)


def _cut(one: Series, start: int, end: int) -> Series:
    offset = start - month_number(one.first)
    stop = max(end - month_number(one.first), offset)
    return Series(month_name(start), one.values[offset:stop], one.filed[offset:stop])


def points(one: Series, group: str) -> list[dict[str, object]]:
    """The series for a picture: `period`, `group`, `value` (None where not filed)."""
    return [
        {"period": p, "group": group, "value": float(v) if f else None}
        for p, v, f in zip(one.periods, one.values, one.filed, strict=True)
    ]
