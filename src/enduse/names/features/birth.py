"""Birth dates: equal, partly equal, about equal, or contradicted."""

from collections.abc import Sequence
from datetime import date
from math import log

from enduse.model import DateSpan, Part

# Log-odds. Two people born on one day are one in some 20,000, but the names that are
# compared are alike already, and some dates are made up (1 January).
EQUAL, MADE_UP = 5.0, 3.0
SWAPPED, YEAR_OFF = 4.0, 3.0
MONTH, YEAR = 3.2, 2.2  # equal as far as one side says
ONE_DIGIT, SAME_YEAR, NEAR = 1.8, 0.4, 0.2
OTHER_DAY = -1.8  # both days known and about a year apart
YEARS_APART, FAR_APART = -4.0, -6.0
UNSTATED = -1.9  # of a customer whose date is known: nothing confirms the name
_NEAR_YEARS, _FAR_YEARS = 1, 2
_CENTURY = 100
_DAYS = 2  # a year later may be a leap day more
_WIDE = 0.5  # of the logarithm of the years that a span leaves open
_SEVERAL = 0.35  # the same, of the dates that a side lists


def part(ours: Sequence[DateSpan], theirs: Sequence[DateSpan]) -> Part | None:
    """The best any two of the dates make of it, or None where we state none.

    *Unknown*: a small minus where a party states a date and the listing doesn't, for
    a name alone is all there is.

    Of several dates one agrees more easily, so that an agreement says less.
    """
    graded = [(_grade(a, b), a, b) for a in ours for b in theirs]
    if not graded:
        return _unstated(ours)
    (odds, said), a, b = max(graded, key=lambda g: (g[0][0], g[1].iso, g[2].iso))
    if odds > 0:
        odds = max(0.0, odds - _SEVERAL * log(len(graded)))
    return Part("birth_date", 0.0, a.iso, b.iso, said, odds)


def _unstated(ours: Sequence[DateSpan]) -> Part | None:
    if not ours:
        return None
    said = "the listing states no birth date"
    return Part("birth_date", 0.0, ours[0].iso, "", said, UNSTATED)


def _grade(a: DateSpan, b: DateSpan) -> tuple[float, str]:
    exact = _is_day(a) and _is_day(b)
    if a.overlaps(b):
        return _equal(a, b) if exact else _open(a, b)
    if exact and (slip := _slip(a.earliest, b.earliest)):
        return slip
    return _apart(_gap_years(a, b), exact=exact, circa=a.circa or b.circa)


def _is_day(span: DateSpan) -> bool:
    return span.earliest == span.latest


def _equal(a: DateSpan, b: DateSpan) -> tuple[float, str]:
    if (a.earliest.month, a.earliest.day) == (1, 1):
        return MADE_UP, "equal, but 1 January stands for many a day unknown"
    return EQUAL, "equal"


def _open(a: DateSpan, b: DateSpan) -> tuple[float, str]:
    """Of spans that overlap: less, the more years are left open."""
    wide = max((span.latest - span.earliest).days for span in (a, b))
    if wide <= 31:
        return MONTH, "the same month"
    years = max(1.0, wide / 365)
    return max(0.0, YEAR - _WIDE * log(years)), "may be the same"


def _slip(a: date, b: date) -> tuple[float, str] | None:
    """Of two days that one slip of the pen makes of each other."""
    if a.day <= 12 and (b.year, b.month, b.day) == (a.year, a.day, a.month):
        return SWAPPED, "day and month swapped"
    if abs(a.year - b.year) == 1 and _days_apart(a, b) <= _DAYS:
        return YEAR_OFF, "a year off"
    same_day = (a.month, a.day) == (b.month, b.day)
    if same_day and abs(a.year - b.year) == _CENTURY:
        return ONE_DIGIT, "another century"
    if a.year != b.year:
        return None
    ours, theirs = a.strftime("%m%d"), b.strftime("%m%d")
    if sum(x != y for x, y in zip(ours, theirs, strict=True)) == 1:
        return ONE_DIGIT, "one digit differs"
    return SAME_YEAR, "the same year"


def _days_apart(a: date, b: date) -> int:
    """Days between two dates of neighbouring years, were they of one."""
    return abs(abs((a - b).days) - 365)


def _apart(years: int, *, exact: bool, circa: bool) -> tuple[float, str]:
    slack = _NEAR_YEARS + (2 if circa else 0)
    if years <= slack:
        return (OTHER_DAY if exact else NEAR), "about the same year"
    if years <= slack + _FAR_YEARS - _NEAR_YEARS:
        return YEARS_APART, "years apart"
    return FAR_APART, "far apart"


def _gap_years(a: DateSpan, b: DateSpan) -> int:
    first, later = sorted((a, b), key=lambda span: span.earliest)
    return later.earliest.year - first.latest.year
