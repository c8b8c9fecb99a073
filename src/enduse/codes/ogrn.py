"""State registration number (OGRN, OGRNIP) of Russia, 13 or 15 digits.

*Source*: Government decree 438 of 19 June 2002.
*Example*: `1027700132195` is valid; `1027700132196` is not.
"""

import re

from stdnum.ru import ogrn

_PREFIX = re.compile(r"^(?:OGRN|ОГРН)(?:IP|ИП)?[\s:.]*", re.IGNORECASE)


def normalise(value: str) -> str:
    """The digits, without blanks or an `OGRN` before them."""
    return str(ogrn.compact(_PREFIX.sub("", value.strip())))


def is_valid(value: str) -> bool:
    """Whether length and check digit are right."""
    return bool(ogrn.is_valid(normalise(value)))
