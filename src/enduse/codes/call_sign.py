"""Radio call sign of a ship or an aircraft: `UBSJ`, `9HEG9`, `3E2557`.

*Source*: ITU Radio Regulations, article 19; the first one or two signs are the country.
*Example*: `5IM 597` is valid; `597` is not.
"""

import re

_SIGN = re.compile(r"(?:[A-Z]{2}|[A-Z]\d|\d[A-Z])[A-Z0-9]{2,6}")


def normalise(value: str) -> str:
    """Letters and digits, upper case."""
    return "".join(c for c in value.upper() if c.isalnum())


def is_valid(value: str) -> bool:
    """Whether it has a prefix of a country and four to eight signs in all."""
    return bool(_SIGN.fullmatch(normalise(value)))
