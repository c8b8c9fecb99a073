"""International Bank Account Number.

*Source*: ISO 13616-1:2020 and the SWIFT IBAN registry.
*Example*: `GB82WEST12345698765432` is valid; `GB82WEST12345698765433` is not.
"""

from functools import lru_cache

# Where the bank code of an IBAN is the first four letters of the bank's BIC.
_BANKS = "AZ BG BH GB GI IE IQ JO KW LV MT NL PK PS QA RO VG"
_BANK_IN_LETTERS = frozenset(_BANKS.split())


def normalise(value: str) -> str:
    """The number in upper case without blanks."""
    from stdnum import iban  # takes time to load, and most parties have none

    return str(iban.compact(value))


def is_valid(value: str) -> bool:
    """Whether length and check digits are right for the country."""
    from stdnum import iban

    return bool(iban.is_valid(normalise(value), check_country=False))


@lru_cache(maxsize=65536)
def fault(value: str) -> str:
    """What is wrong with an IBAN: `check-digit`, `format`, or '' where nothing is."""
    from stdnum import iban
    from stdnum.exceptions import InvalidChecksum, ValidationError

    compact = value.replace(" ", "").upper()
    if not compact.isascii() or not compact.isalnum():
        return "format"
    try:
        iban.validate(compact, check_country=False)
    except InvalidChecksum:
        return "check-digit"
    except (ValidationError, ValueError):
        return "format"
    return ""


def country(value: str) -> str:
    """The two letters of the country the account is kept in."""
    return value.strip()[:2].upper()


def bank_letters(value: str) -> str:
    """The four letters that open the bank's BIC too, or '' for other countries."""
    compact = value.replace(" ", "").upper()
    return compact[4:8] if compact[:2] in _BANK_IN_LETTERS else ""
