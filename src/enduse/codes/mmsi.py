"""Maritime Mobile Service Identity of a ship station, nine digits.

*Source*: ITU-R M.585-9; the first three digits of a ship's are its country (2 to 7).
*Example*: `273123456` is valid; `973123456` is not.
"""

import re

_SHIP = re.compile(r"[2-7]\d{8}")


def normalise(value: str) -> str:
    """The digits alone."""
    return "".join(c for c in value if c.isdigit())


def is_valid(value: str) -> bool:
    """Whether it is nine digits with a country in front."""
    return bool(_SHIP.fullmatch(normalise(value)))
