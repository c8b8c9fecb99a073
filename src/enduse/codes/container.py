"""Number of a freight container: owner's code, category, six digits, a check digit.

*Source*: ISO 6346:2022, annex A.
*Example*: `CSQU3054383` is valid; `CSQU3054384` is not.
"""

import re
from functools import lru_cache

from stdnum import iso6346

_SHAPE = re.compile(r"[A-Z]{3}[UJZR]\d{7}")
_LOOSE = re.compile(
    r"(?<![A-Z0-9])([A-Z]{3}[UJZ])[ -]?(\d{3})[ .-]?(\d{3})[ /-]{0,3}(\d)(?!\d)"
)
_DIVIDERS = str.maketrans("", "", " -/.\t")


def normalise(value: str) -> str:
    """The four letters and seven digits, upper case, without blanks or dashes."""
    return value.upper().translate(_DIVIDERS)


def is_shaped(value: str) -> bool:
    """Whether it has the form of one; its check digit may still be wrong."""
    return bool(_SHAPE.fullmatch(normalise(value)))


def is_valid(value: str) -> bool:
    """Whether form and check digit are right."""
    return not fault(value)


@lru_cache(maxsize=16384)
def fault(value: str) -> str:
    """What is wrong with one: `check-digit`, `format`, or '' where nothing is."""
    compact = normalise(value)
    if not _SHAPE.fullmatch(compact):
        return "format"
    return (
        "" if iso6346.calc_check_digit(compact[:-1]) == compact[-1] else "check-digit"
    )


def mentioned(text: str) -> list[str]:
    """Every container number that stands in free text, compact, in order, once.

    *Example*

    >>> mentioned("CNTR NO. CSQU 305438-3, SEAL 1234")
    ['CSQU3054383']
    """
    found = ("".join(match.groups()) for match in _LOOSE.finditer(text.upper()))
    return list(dict.fromkeys(found))
