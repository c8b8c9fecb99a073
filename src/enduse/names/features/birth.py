"""Birth dates: equal, partly equal, about equal, or contradicted."""

from collections.abc import Sequence
from datetime import date

from enduse.model import DateSpan, Part

EQUAL, OVERLAP, NEAR, SWAPPED = 0.13, 0.07, 0.03, 0.08
_SHARE_OF_ROOM = 0.75
YEARS_APART, FAR_APART = -0.12, -0.3
_NEAR_YEARS, _FAR_YEARS = 1, 4


def part(
    ours: Sequence[DateSpan], theirs: Sequence[DateSpan], room: float = 1.0
) -> Part | None:
    """The best any two of the dates make of it, or None where a side has none.

    *Units*: `room` is what is left to 1; three quarters of it are used at most.
    """
    graded = [(_grade(a, b), a, b) for a in ours for b in theirs]
    if not graded:
        return None
    (weight, said), a, b = max(graded, key=lambda g: (g[0][0], g[1].iso, g[2].iso))
    weight = min(weight, _SHARE_OF_ROOM * room)
    return Part("birth_date", weight, a.iso, b.iso, said)


def _grade(a: DateSpan, b: DateSpan) -> tuple[float, str]:
    if a.overlaps(b):
        exact = a.earliest == a.latest and b.earliest == b.latest
        return (EQUAL, "equal") if exact else (OVERLAP, "may be the same")
    if _swapped(a, b):
        return SWAPPED, "day and month swapped"
    years = _gap_years(a, b)
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
