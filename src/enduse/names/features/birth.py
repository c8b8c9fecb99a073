"""Birth dates: equal, partly equal, about equal, or contradicted."""

from collections.abc import Sequence
from datetime import date

from enduse.model import DateSpan, Part

# Log-odds. Two people born on one day are one in some 20,000, but the names that are
# compared are alike already and some dates are made up (1 January).
EQUAL, OVERLAP, NEAR, SWAPPED = 3.0, 1.4, 0.5, 2.0
SAME_YEAR = 0.3
YEARS_APART, FAR_APART = -3.5, -6.0
_NEAR_YEARS, _FAR_YEARS = 1, 3


def part(ours: Sequence[DateSpan], theirs: Sequence[DateSpan]) -> Part | None:
    """The best any two of the dates make of it, or None where a side has none."""
    graded = [(_grade(a, b), a, b) for a in ours for b in theirs]
    if not graded:
        return None
    (odds, said), a, b = max(graded, key=lambda g: (g[0][0], g[1].iso, g[2].iso))
    return Part("birth_date", 0.0, a.iso, b.iso, said, odds)


def _grade(a: DateSpan, b: DateSpan) -> tuple[float, str]:
    exact = a.earliest == a.latest and b.earliest == b.latest
    if a.overlaps(b):
        return (EQUAL, "equal") if exact else (OVERLAP, "may be the same")
    if _swapped(a, b):
        return SWAPPED, "day and month swapped"
    years = _gap_years(a, b)
    if years <= 0 and exact:
        return SAME_YEAR, "the same year"
    slack = _NEAR_YEARS + (2 if a.circa or b.circa else 0)
    if years <= slack:
        return NEAR, "about the same year"
    if years <= slack + _FAR_YEARS - _NEAR_YEARS:
        return YEARS_APART, "years apart"
    return FAR_APART, "far apart"


def _gap_years(a: DateSpan, b: DateSpan) -> int:
    first, later = sorted((a, b), key=lambda span: span.earliest)
    return later.earliest.year - first.latest.year


def _swapped(a: DateSpan, b: DateSpan) -> bool:
    if a.earliest != a.latest or b.earliest != b.latest:
        return False
    day: date = a.earliest
    return day.day <= 12 and b.earliest == date(day.year, day.day, day.month)
