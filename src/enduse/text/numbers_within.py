"""Numbers that stand among words where one alone was asked for.

Lists, and clerks, write `French passport number 05AT521433`, `A54062245 (Iran), expires
12.7.2026` or `21-567083-02 (Medellin)` into the field of a number.
"""

import re
from functools import cache

from enduse.text.tables import table

_WORD = re.compile(
    r"(?<![A-Za-z0-9-])[^\W\d_]{4,}(?![A-Za-z0-9-])|[^\W\d_a-zA-Z]"
    r"|\b(?:and|or|IMO|INN|BIN|IIN|TIN|SSN|NIT|RUC|PAN|VAT)\b(?!-)"
)
# A series of four digits, or a few capitals, belongs to the number behind it.
_SERIES = re.compile(r"\b(\d\d ?\d\d)\s*(?:No\.?|N|№)\s*(?=\d{6}\b)")
_NUMBER = re.compile(
    r"(?:(?<![A-Za-z0-9-])(?P<capitals>[A-Z]{1,3})[ -]?)?"
    r"(?<![A-Za-z0-9])(?P<number>[A-Za-z]{0,4}\d[A-Za-z0-9-]*(?: \d+)*)"
)
_LABELS = frozenset(("NO", "NR", "ID", "N"))


def numbers_within(value: str) -> tuple[str, ...]:
    """The numbers of a value that has words or dates beside them, in their order.

    Capitals in front of a number may be a label or a part of it, so it comes without
    and with them. None of a value that is a number alone.

    *Example*

    >>> numbers_within("A54062245 (Iran), expires 12.7.2026")
    ('A54062245',)
    >>> numbers_within("Russian passport number 8208 No. 555627")
    ('8208555627',)
    >>> numbers_within("SSN 156-92-9858 (United States of America)")
    ('156929858', 'SSN156929858')
    >>> numbers_within("MAGP960111HSLRNR03")
    ()
    """
    bare = _dates().sub(" | ", value)
    if bare == value and not _WORD.search(value):
        return ()
    found: dict[str, None] = {}
    for hit in _NUMBER.finditer(_SERIES.sub(r"\1", bare)):
        number = "".join(c for c in hit["number"] if c.isalnum()).upper()
        found[number] = None
        if hit["capitals"] and hit["capitals"] not in _LABELS:
            found[hit["capitals"] + number] = None
    return tuple(found)


@cache
def _dates() -> re.Pattern[str]:
    """What finds a date in figures, or with a month by its name."""
    months = "|".join(" ".join(table("months")["begin"].values()).split())
    return re.compile(
        r"\b\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d\d\b"
        r"|\b(?:19|20)\d\d[./-]\d{1,2}[./-]\d{1,2}\b"
        r"|\d{2,4}\s*年\s*\d{1,2}\s*月(?:\s*\d{1,2}\s*日)?"
        rf"|(?i:\b\d{{0,2}}\.?\s*(?:{months})\w*\.?\s+(?:\d{{1,2}},?\s+)?(?:19|20)\d\d\b)"
    )
