"""Code of a bank in its country's clearing: Russia's BIK, a sort code, a Bankleitzahl.

*Source*: SWIFT's list of national clearing system codes, two letters before the number;
in Russia the bank's correspondent account may follow a full stop.
*Example*: `RU044525593.30101810200000000593` is valid; `RU` is not.
"""

import re

_CODED = re.compile(r"(?:/{0,2}[A-Z]{2})?[ /]?(\d[\d -]{3,14}\d)(?:\.\d{20})?(?!\d)")


def normalise(value: str) -> str:
    """The digits alone, without the system's letters and an account behind them."""
    match = _CODED.match(value.strip().upper())
    found = match[1] if match else value
    return "".join(c for c in found if c.isdecimal() and c.isascii())


def is_valid(value: str) -> bool:
    """Whether there are five digits at least, not all alike."""
    digits = normalise(value)
    return len(digits) >= 5 and len(set(digits)) > 1
