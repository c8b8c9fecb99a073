"""Numbers and units as papers print them.

*Shape*: which sign divides decimals is told by the numbers of one document together:
`1.234,56` and `58,00` say comma, `1,234.56` says point; `1,234` alone says nothing.
"""

import re
import unicodedata
from collections.abc import Iterable
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from typing import NamedTuple

from enduse.messages.trade.units import REC20, unit_code

_NUMBER = re.compile(
    r"(?<![\w.,/-])[-+−]?(?:\d{1,3}(?:[ \u00a0\u202f'’]\d{3})+(?:[.,]\d{1,6})?"
    r"|\d+(?:[.,]\d+)*)"
)
_GLUED = re.compile(r"^([A-Z]{3}|[$€£¥₽₺]|US\$|[A-Z]{2}\$)(?=[-\d])")


class Number(NamedTuple):
    """A number in a text, and where."""

    value: Decimal
    start: int
    end: int


def plain(text: str) -> str:
    """The text with full-width figures and signs as plain ones, of the same length."""
    return "".join(_narrow(c) for c in text) if not text.isascii() else text


@lru_cache(maxsize=2048)
def _narrow(letter: str) -> str:
    if letter == "−":
        return "-"
    wide = "\uff01" <= letter <= "\uff5e" or letter == "\u3000"
    return unicodedata.normalize("NFKC", letter) if wide else letter


def decimal_mark(texts: Iterable[str]) -> str:
    """`,` or `.` where the numbers of a document show which, else ''."""
    votes = {",": 0, ".": 0}
    for text in texts:
        for match in _NUMBER.finditer(plain(text)):
            said = match[0]
            comma, point = said.rfind(","), said.rfind(".")
            last = max(comma, point)
            if last < 0 or said.count(said[last]) > 1:
                if last >= 0:
                    votes["." if said[last] == "," else ","] += 1
                continue
            both = comma >= 0 and point >= 0
            spaced = any(c in said for c in " \u00a0\u202f'’")
            if both or spaced or len(said) - last - 1 in (1, 2):
                votes[said[last]] += 3 if both else 1
    if votes[","] == votes["."]:
        return ""
    return max(votes, key=lambda mark: votes[mark])


def numbers(text: str, mark: str = "") -> list[Number]:
    """Every number of a text; `mark` divides decimals where one number can't tell.

    *Example*

    >>> [str(n.value) for n in numbers("1.234,56 and 18,900 kg", ",")]
    ['1234.56', '18.900']
    """
    said = plain(text)
    glued = _GLUED.match(said)
    if glued:
        said = " " * glued.end() + said[glued.end() :]
    found = []
    for match in _NUMBER.finditer(said):
        value = _decimal(match[0], mark)
        if value is not None and len(match[0]) <= 24:
            found.append(Number(value, match.start(), match.end()))
    return found


def _decimal(said: str, mark: str) -> Decimal | None:
    bare = re.sub(r"[ \u00a0\u202f'’]", "", said)
    comma, point = bare.rfind(","), bare.rfind(".")
    if comma >= 0 and point >= 0:
        mark = "," if comma > point else "."
    elif comma >= 0 or point >= 0:
        sign = "," if comma >= 0 else "."
        groups = bare.lstrip("+-").split(sign)
        threes = all(len(g) == 3 for g in groups[1:]) and 0 < len(groups[0]) <= 3
        if len(groups) > 2:
            mark = "." if sign == "," else ","
            if not threes:
                return None
        elif not threes or groups[0] == "0":
            mark = sign
        elif not mark:
            mark = "."
    other = "," if mark == "." else "."
    try:
        return Decimal(bare.replace(other, "").replace(",", ".") or "x")
    except InvalidOperation:
        return None


def unit_after(text: str, end: int) -> tuple[str, int]:
    """The unit that follows a number, as a code where it is one, and its end."""
    match = re.match(r"\s*\(?\s*([^\W\d_]{1,12}[23³²]?)\.?(?:\(s\))?", text[end:])
    if not match:
        return "", end
    word = match[1]
    stem = word.upper()
    known = stem in REC20 or stem in _OWN_UNITS
    if not known and stem.endswith("S") and stem[:-1] in REC20:
        stem, known = stem[:-1], True
    if not known:
        return "", end
    return _OWN_UNITS.get(stem) or unit_code(stem), end + match.end()


_OWN_UNITS = {
    "КГ": "KGM",
    "ШТ": "H87",
    "Т": "TNE",
    "МЕСТ": "PK",
    "МЕСТА": "PK",
    "公斤": "KGM",
    "千克": "KGM",
    "件": "H87",
    "个": "H87",
    "台": "H87",
    "套": "SET",
    "箱": "CS",
    "M³": "MTQ",
    "LITER": "LTR",
    "CRATE": "CR",
    "CRATES": "CR",
    "KISTE": "CS",
    "KISTEN": "CS",
    "KARTON": "CT",
    "KARTONS": "CT",
    "PALETTE": "PX",
    "PALETTEN": "PX",
    "COLIS": "PK",
    "CAISSE": "CS",
    "CAISSES": "CS",
    "BULTOS": "PK",
    "CAJAS": "BX",
    "KAP": "PK",
    "KOLI": "PK",
    "SANDIK": "CS",
}
