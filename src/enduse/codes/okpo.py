"""OKPO: number of an organisation in Russia's statistics, 8 digits, or 10 of a trader.

*Source*: Rosstat's rules of the OKPO classifier (PR 50.1.024-2005, annex B).
*Example*: `00032537` is valid; `00032538` is not.
"""

_LENGTHS = (8, 10)
_MODULUS = 11


def normalise(value: str) -> str:
    """The digits alone."""
    return "".join(c for c in value if c.isdecimal() and c.isascii())


def is_valid(value: str) -> bool:
    """Whether there are eight or ten digits, and the last one checks."""
    digits = normalise(value)
    if len(digits) not in _LENGTHS or len(set(digits)) == 1:
        return False
    return int(digits[-1]) == _check_digit(digits[:-1])


def _check_digit(body: str) -> int:
    for first in (1, 3):
        weights = ((first + n - 1) % 10 + 1 for n in range(len(body)))
        left = sum(w * int(d) for w, d in zip(weights, body, strict=True)) % _MODULUS
        if left < 10:
            return left
    return 0
