"""Legal Entity Identifiers, ISO 17442.

*Source*: ISO 17442-1:2020, over python-stdnum; the last two of 20 are check digits.
*Example*: `213800KUD8LAJWSQ9D15` passes, `213800KUD8LAJWSQ9D16` does not.
"""

from functools import lru_cache

from stdnum import lei
from stdnum.exceptions import InvalidChecksum, ValidationError


@lru_cache(maxsize=16384)
def fault(value: str) -> str:
    """What is wrong with an LEI: `check-digit`, `format`, or '' where nothing is."""
    compact = value.strip()
    if len(compact) != 20 or not compact.isascii() or not compact.isalnum():
        return "format"
    try:
        lei.validate(compact)
    except InvalidChecksum:
        return "check-digit"
    except (ValidationError, ValueError):
        return "format"
    return ""
