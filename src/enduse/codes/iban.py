"""International Bank Account Numbers, ISO 13616.

*Source*: registry of IBAN formats, SWIFT, over python-stdnum.
*Example*: `GB82WEST12345698765432` passes, `GB82WEST12345698765433` does not.
"""

from functools import lru_cache

from stdnum import iban
from stdnum.exceptions import InvalidChecksum, ValidationError

# Where the bank code of an IBAN is the first four letters of the bank's BIC.
_BANK_IN_LETTERS = frozenset(
    "AZ BG BH GB GI IE IQ JO KW LV MT NL PK PS QA RO VG".split()
)


@lru_cache(maxsize=65536)
def fault(value: str) -> str:
    """What is wrong with an IBAN: `check-digit`, `format`, or '' where nothing is."""
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
