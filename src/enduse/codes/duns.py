"""D-U-N-S number of Dun & Bradstreet, nine digits.

*Source*: Dun & Bradstreet; numbers given since 2006 have no check digit.
*Example*: `150483782` is valid; `15048378` is not.
"""

import re

_NINE = re.compile(r"\d{9}")


def normalise(value: str) -> str:
    """The digits alone."""
    return "".join(c for c in value if c.isdigit())


def is_valid(value: str) -> bool:
    """Whether it is nine digits, not all alike."""
    digits = normalise(value)
    return bool(_NINE.fullmatch(digits)) and len(set(digits)) > 1
