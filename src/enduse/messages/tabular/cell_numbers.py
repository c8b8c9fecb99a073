"""Identifiers as spreadsheets leave them: `7718852163.0`, a first zero lost."""

import re

from enduse.codes import inn

_FLOAT = re.compile(r"(\d{5,})\.0+")
_SHORTENED = re.compile(r"\d(?:[.,]\d+)?E\+?\d{1,2}", re.IGNORECASE)
_INN_WITHOUT_ZERO = (9, 11)


def whole_number(scheme: str, text: str) -> str:
    """The identifier that a cell holds, as its issuer writes it.

    *Example*

    >>> whole_number("inn", "7718852163.0"), whole_number("inn", "273008320")
    ('7718852163', '0273008320')
    """
    value = text.strip()
    if "." in value and (match := _FLOAT.fullmatch(value)):
        value = match[1]
    if (
        scheme == "inn"
        and len(value) in _INN_WITHOUT_ZERO
        and inn.is_valid(f"0{value}")
    ):
        return f"0{value}"
    return value


def is_shortened(text: str) -> bool:
    """Whether digits of a number are lost for good: `7.71885E+09`."""
    return ("E" in text or "e" in text) and bool(_SHORTENED.fullmatch(text.strip()))
