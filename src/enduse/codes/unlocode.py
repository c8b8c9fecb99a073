"""Code of a port or a place: two letters of its country and three signs.

*Source*: UN/ECE Recommendation 16, https://unece.org/trade/uncefact/unlocode: the last
three are letters, or digits 2 to 9 where letters have run out. The list itself is not
needed to tell the country.
*Example*: `NLRTM` and `NL RTM` are well formed; `NLR1M` and `QQRTM` are not.
"""

import re
from functools import lru_cache

from enduse.codes.country import is_code

_SHAPE = re.compile(r"[A-Z]{2}[A-Z2-9]{3}")


def normalise(value: str) -> str:
    """The five signs, upper case, without blanks."""
    return "".join(value.upper().split())


@lru_cache(maxsize=16384)
def fault(value: str) -> str:
    """What is wrong with one: `format`, `country`, or '' where nothing is."""
    compact = normalise(value)
    if not _SHAPE.fullmatch(compact):
        return "format"
    known = is_code(compact[:2]) or compact[:2] == "XZ"  # XZ: in international waters
    return "" if known else "country"


def country(value: str) -> str:
    """ISO 3166 alpha-2 of its first two letters, or '' where it is not well formed."""
    found = normalise(value)[:2]
    return "" if fault(value) or found == "XZ" else found
