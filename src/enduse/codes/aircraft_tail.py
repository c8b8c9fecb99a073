"""Registration mark of an aircraft: `RA-85534`, `M-IABU`, `YV2850`.

*Source*: ICAO Annex 7; the marks begin with the sign of the state of registry.
*Example*: `EP-MNB` is valid; `AIRBUS A320` is not.
"""

import re

_MARK = re.compile(r"(?:[A-Z]{1,2}|[A-Z]\d|\d[A-Z]|\d(?=-))-?[A-Z0-9]{2,6}")
_LONGEST = 8


def normalise(value: str) -> str:
    """Letters and digits, upper case."""
    return "".join(c for c in value.upper() if c.isalnum())


def is_valid(value: str) -> bool:
    """Whether it can be one: with its hyphen, or a blank for it, or with a digit."""
    bare = value.strip().upper().replace(" ", "-", 1)
    told = "-" in bare or any(c.isdigit() for c in bare)
    return told and len(normalise(bare)) <= _LONGEST and bool(_MARK.fullmatch(bare))
