"""Legal Entity Identifier.

*Source*: ISO 17442-1:2020; check digits ISO 7064 MOD 97-10.
*Example*: `529900T8BM49AURSDO55` is valid; `529900T8BM49AURSDO56` is not.
"""

from functools import lru_cache


def normalise(value: str) -> str:
    """The 20 letters and digits, upper case, without blanks or dashes."""
    from stdnum import lei  # takes time to load, and most parties have none

    return str(lei.compact(value))


def is_valid(value: str) -> bool:
    """Whether length and check digits are right."""
    from stdnum import lei

    return bool(lei.is_valid(normalise(value)))


@lru_cache(maxsize=16384)
def fault(value: str) -> str:
    """What is wrong with an LEI: `check-digit`, `format`, or '' where nothing is."""
    from stdnum import lei
    from stdnum.exceptions import InvalidChecksum, ValidationError

    compact = value.strip()
    if len(compact) != 20 or not compact.isascii() or not compact.isalnum():
        return "format"
    try:
        lei.validate(compact)
    except InvalidChecksum:
        return "check-digit"
    except (ValidationError, ValueError):
        return "format"
    return ""
