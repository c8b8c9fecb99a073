"""Business Identifier Code (SWIFT code).

*Source*: ISO 9362:2022.
*Example*: `DEUTDEFF500` is valid; `DEUT1EFF` is not.
"""

import re
from functools import lru_cache

from enduse.codes.country import is_code

_SHAPE = re.compile(r"[A-Z0-9]{4}[A-Z]{2}[A-Z0-9]{2}(?:[A-Z0-9]{3})?")

HEAD = 8


def normalise(value: str) -> str:
    """The code in upper case; a head office's branch code XXX is left out."""
    from stdnum import bic  # takes time to load, and most parties have none

    compact = str(bic.compact(value))
    return compact[:HEAD] if compact[HEAD:] == "XXX" else compact


def head(value: str) -> str:
    """The institution: the first eight characters, shared by all its branches."""
    return normalise(value)[:HEAD]


def is_valid(value: str) -> bool:
    """Whether the shape is right: 4 letters, country, location, branch or none."""
    from stdnum import bic

    return bool(bic.is_valid(normalise(value)))


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
