"""Unified social credit code of China, 18 characters.

*Source*: GB 32100-2015.
*Example*: `91110000600037341L` is valid; `91110000600037341M` is not.
"""

from stdnum.cn import uscc


def normalise(value: str) -> str:
    """The code in upper case without blanks."""
    return str(uscc.compact(value))


def is_valid(value: str) -> bool:
    """Whether shape and check character are right."""
    return bool(uscc.is_valid(normalise(value)))
