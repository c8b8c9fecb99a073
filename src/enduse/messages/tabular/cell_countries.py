"""The countries that a cell of a table names, one or several."""

import re
from functools import lru_cache

from enduse.codes.country import alpha2

_BETWEEN = re.compile(
    r"\s*[;|,/&+\n]\s*|\s+(?:and|und|et|y|e|и|та|ve|en)\s+", re.IGNORECASE
)
# `RU - Russia`, `643 Russia`; `Russia (RU)`.
_SAID_TWICE = re.compile(r"([A-Za-z]{2,3}|\d{3})\s*[-–—:/]?\s*(\D{4,})")
_SAID_BEHIND = re.compile(r"(\D{4,}?)\s*[-–—:/(\[]+\s*([A-Za-z]{2,3}|\d{3})[)\]]?")
_CODES = re.compile(r"[A-Z]{2,3}(?:\s+[A-Z]{2,3})+")
_NUMERIC = re.compile(r"(\d{3})(?:\.0)?")


@lru_cache(maxsize=8192)
def codes_of(text: str) -> tuple[str, ...]:
    """The countries a cell names, one or several; () where one is unknown.

    A country may be given as its code and its name, and by its ISO number.
    """
    if not text:
        return ()
    whole = _code(text)
    if whole and "/" not in text:
        return (whole,)
    pieces = text.split() if _CODES.fullmatch(text) else _BETWEEN.split(text)
    parts = [_code(piece) for piece in pieces if piece.strip()]
    if parts and all(parts):
        return tuple(dict.fromkeys(parts))
    return (whole,) if whole else ()


def _code(text: str) -> str:
    """The country of a text that names one: by a name, a code, a number, or twice."""
    if number := _NUMERIC.fullmatch(text.strip()):
        return _of_number(number[1])
    if found := alpha2(text):
        return found
    for pattern, code, name in ((_SAID_TWICE, 1, 2), (_SAID_BEHIND, 2, 1)):
        match = pattern.fullmatch(text.strip())
        if match and (found := alpha2(match[name])):
            told = match[code]
            return found if (_of_number(told) or alpha2(told)) == found else ""
    return ""


@lru_cache(maxsize=1024)
def _of_number(digits: str) -> str:
    """The country of an ISO 3166 number, `643`, or ''."""
    if not digits.isdigit():
        return ""
    import pycountry

    found = pycountry.countries.get(numeric=digits)
    return str(found.alpha_2) if found else ""
