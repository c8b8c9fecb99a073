"""International Securities Identification Number.

*Source*: ISO 6166:2021.
*Example*: `US0378331005` is valid; `US0378331006` is not.
"""

from stdnum import isin


def normalise(value: str) -> str:
    """The number in upper case without blanks."""
    return str(isin.compact(value))


def is_valid(value: str) -> bool:
    """Whether country prefix and check digit are right."""
    return bool(isin.is_valid(normalise(value)))
