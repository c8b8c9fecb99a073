"""IMO number of a ship, or of a ship's owner or manager, seven digits.

*Source*: IMO resolutions A.1117(30) for ships and MSC.160(78) for companies.
*Example*: `9319466` is valid; `9319467` is not.
"""

import re

_DIGITS = re.compile(r"(?<!\d)\d{7}(?!\d)")
_WEIGHTS = (7, 6, 5, 4, 3, 2)
_COMPANY_WEIGHTS = (8, 6, 4, 2, 9, 7)


def normalise(value: str) -> str:
    """The seven digits, without `IMO` before them, or the value upper-cased.

    *Example*

    >>> normalise("IMO 9319466"), normalise("unknown")
    ('9319466', 'UNKNOWN')
    """
    found = _DIGITS.findall(value)
    return found[0] if len(found) == 1 else value.strip().upper()


def is_valid(value: str) -> bool:
    """Whether there are seven digits and the last checks, as a ship or a company."""
    digits = normalise(value)
    if not _DIGITS.fullmatch(digits):
        return False
    return _is_ship(digits) or _is_company(digits)


def _is_ship(digits: str) -> bool:
    total = sum(w * int(d) for w, d in zip(_WEIGHTS, digits, strict=False))
    return total % 10 == int(digits[-1]) and int(digits) > 0


def _is_company(digits: str) -> bool:
    total = sum(w * int(d) for w, d in zip(_COMPANY_WEIGHTS, digits, strict=False))
    return (11 - total % 11) % 10 == int(digits[-1]) and int(digits) > 0
