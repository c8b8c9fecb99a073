"""Periods of statistics: `2023` for a year, `2023-04` for a month.

Providers write one month in many ways: `202404`, `2024-04`, `2024M04`, `2024m4`,
`Apr. 2024`, `202404-Apr. 2024`, `April 2024`, `апрель 2024`, `2024年4月`. A year is
`2023`, `Y2023`, `202352` (Comext), `2023-00`, `Jan.-Dec. 2023`. Spans of several
months (quarters, `Jan-Feb`) are none of the two, and give ''.
"""

import re
from functools import lru_cache

_MONTHS = (
    "jan янв ene gen oca",
    "feb fév fev фев şub sub",
    "mar mär mrz мар",
    "apr avr апр abr nis",
    "may mai мая май mag",
    "jun juin июн giu haz",
    "jul juil июл lug tem",
    "aug aoû aou авг ago ağu",
    "sep сен set eyl",
    "oct okt окт ott eki",
    "nov ноя kas",
    "dec dez déc дек dic ara",
)
_NUMBER = {word: n for n, said in enumerate(_MONTHS, 1) for word in said.split()}
_NUMERIC = re.compile(r"((?:19|20)\d\d)(?:[-/.]?[Mm年]?[-/.]?(\d\d)|[-/.Mm年](\d))月?")
_DAY = re.compile(r"((?:19|20)\d\d)[-/.](\d\d?)[-/.](\d\d?)(?:[T ].*)?")
_DAY_LAST = re.compile(r"(\d\d?)[-/.](?:(\d\d?)[-/.])?((?:19|20)\d\d)")
_YEAR = re.compile(r"[Yy]?((?:19|20)\d\d)(?:\.0|年| ?г(?:ода?|\.)?|A|-A1|-ANN)?")
_LABELLED = re.compile(r"((?:19|20)\d\d)(\d\d)\s*-\s*\D.*")
_WORDED = re.compile(r"([^\W\d_]{3,})\.?,?\s*-?((?:19|20)\d\d)(?: ?г(?:ода?|\.)?)?")
_WORDED_AFTER = re.compile(r"((?:19|20)\d\d)\s*[-_ ]?([^\W\d_]{3,})\.?")
_WHOLE = re.compile(
    r"(?:jan\w*\.?\s*[-–]\s*dec\w*\.?|январь\s*[-–]\s*декабрь|1-12月|1—12月)"
    r"\s*((?:19|20)\d\d)(?: ?г(?:ода?|\.)?)?",
    re.IGNORECASE,
)
_WHOLE_AFTER = re.compile(
    r"((?:19|20)\d\d)\s*年?\s*(?:1\s*[-—至]\s*12\s*月|jan\w*\.?\s*-\s*dec\w*\.?)",
    re.IGNORECASE,
)


@lru_cache(maxsize=8192)
def period(text: str) -> str:
    """The year or month a text stands for, `2023` or `2023-04`, or '' for neither.

    *Example*

    >>> period("202408-Aug. 2024"), period("202352-Jan.-Dec. 2023"), period("Y2019")
    ('2024-08', '2023', '2019')
    """
    said = text.strip()
    return _numeric(said) or _worded(said) if said and len(said) < 60 else ""


def _numeric(said: str) -> str:
    if match := _YEAR.fullmatch(said):
        return match[1]
    if match := _NUMERIC.fullmatch(said):
        return _of(match[1], int(match[2] or match[3]))
    if match := _LABELLED.fullmatch(said):
        return _of(match[1], int(match[2]))
    if match := _DAY.fullmatch(said):
        return _of(match[1], int(match[2])) if 1 <= int(match[3]) <= 31 else ""
    if match := _DAY_LAST.fullmatch(said):
        return _of(match[3], int(match[2] or match[1]))
    return ""


def _worded(said: str) -> str:
    if match := _WHOLE.fullmatch(said) or _WHOLE_AFTER.fullmatch(said):
        return match[1]
    if match := _WORDED.fullmatch(said):
        return _of(match[2], _month(match[1]))
    if match := _WORDED_AFTER.fullmatch(said):
        return _of(match[1], _month(match[2]))
    return ""


def _month(word: str) -> int:
    folded = word.casefold()
    return next((_NUMBER[folded[:n]] for n in (4, 3) if folded[:n] in _NUMBER), -1)


def _of(year: str, month: int) -> str:
    """Comext and Comtrade write a whole year as month 52, some as month 0."""
    if month in (0, 52):
        return year
    return f"{year}-{month:02}" if 1 <= month <= 12 else ""
