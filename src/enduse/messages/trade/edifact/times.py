"""Dates in the formats of EDIFACT's DTM segment.

*Source*: UN/EDIFACT code list 2379.
"""

import re
from datetime import date
from time import strptime

_LENGTHS = {
    "102": "%Y%m%d",
    "203": "%Y%m%d",
    "204": "%Y%m%d",
    "205": "%Y%m%d",
    "303": "%Y%m%d",
    "304": "%Y%m%d",
    "718": "%Y%m%d",
    "719": "%Y%m%d",
    "711": "%Y%m%d",
    "101": "%y%m%d",
    "201": "%y%m%d",
    "202": "%y%m%d",
    "301": "%y%m%d",
    "716": "%y%m%d",
    "2": "%d%m%y",
    "3": "%m%d%y",
    "4": "%d%m%Y",
}
_DIGITS = re.compile(r"\d+")


def day_of(value: str, format: str) -> date | None:
    """The day a DTM names; of a period its first; None where it names no day.

    *Example*

    >>> day_of("201604140000", "203"), day_of("160414", "101"), day_of("30", "804")
    (datetime.date(2016, 4, 14), datetime.date(2016, 4, 14), None)
    """
    found = _DIGITS.match(value.strip())
    if not found:
        return None
    digits = found[0]
    shape = _LENGTHS.get(format) or ("%Y%m%d" if len(digits) in (8, 12, 14) else "")
    if not shape:
        return None
    width = 6 if shape in ("%y%m%d", "%d%m%y", "%m%d%y") else 8
    try:
        return date(*strptime(digits[:width], shape)[:3])
    except ValueError:
        return None
