"""Business Identifier Codes, ISO 9362.

*Source*: ISO 9362:2022, 4 letters or figures for the party, ISO 3166 alpha-2 country,
2 for the place, 3 for the branch; Kosovo is written XK.
*Example*: `DEUTDEFF500` passes, `DEUTDEF` and `DEUTZZFF` do not.
"""

import re
from functools import lru_cache

from enduse.codes.country import is_code

_SHAPE = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")


@lru_cache(maxsize=16384)
def fault(value: str) -> str:
    """What is wrong with a BIC: `format`, `country`, or '' where nothing is."""
    code = value.strip()
    if not _SHAPE.fullmatch(code):
        return "format"
    return "" if is_code(code[4:6]) else "country"


def country(value: str) -> str:
    """The two letters of the country in a well-formed BIC, else ''."""
    code = value.strip()
    return code[4:6] if _SHAPE.fullmatch(code) else ""
