"""Telephone or fax number: its last ten digits, however it is dialled.

*Source*: ITU-T E.164; `8` and `+7` in front of a Russian number, `0` and `+90` in front
of a Turkish one lead to the same line.
*Example*: `+7 (495) 123-45-67` is valid; `123-45` is not.
"""

_KEPT = 10
_SHORTEST, _LONGEST, _KINDS = 8, 16, 4


def normalise(value: str) -> str:
    """The last ten digits."""
    return _digits(value)[-_KEPT:]


def is_valid(value: str) -> bool:
    """Whether there are digits enough, of several kinds, to be one line's number."""
    digits = _digits(value)
    telling = len(set(digits[-_KEPT:])) >= _KINDS
    return _SHORTEST <= len(digits) <= _LONGEST and telling


def _digits(value: str) -> str:
    return "".join(c for c in value if c.isdecimal() and c.isascii())
