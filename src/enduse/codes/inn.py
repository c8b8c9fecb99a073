"""Taxpayer number (INN) of Russia: 10 digits for organisations, 12 for persons.

*Source*: Federal Tax Service order MMV-7-6/435@ of 29 June 2012.
*Example*: `7707083893` is valid; `7707083894` is not.
"""

import re

from stdnum.ru import inn

_PREFIX = re.compile(r"^(?:INN|ИНН)[\s:.]*", re.IGNORECASE)


def normalise(value: str) -> str:
    """The digits, without blanks or an `INN` before them."""
    return str(inn.compact(_PREFIX.sub("", value.strip())))


def is_valid(value: str) -> bool:
    """Whether length and check digits are right."""
    return bool(inn.is_valid(normalise(value)))
