"""Carriers by how a bill of lading is signed, whatever their names look like.

*Source*: UCP 600, article 20 a i: a bill names the carrier and is signed by it, the
master, or an agent for either.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

_NAME = r"([^\W\d_][^\n:;()]{2,78}?)"
_SIGNED = (
    rf"(?:SIGNED|ISSUED)\s(?:FOR|BY|ON\sBEHALF\sOF)\s(?:THE\s)?{_NAME}[\s,]{{1,3}}AS"
    r"\s(?:THE\s)?CARRIER(?!\w)",
    rf"(?:FOR\sAND\s)?ON\sBEHALF\sOF\s(?:THE\sCARRIER[:,]?\s)?{_NAME}[\s,]{{1,3}}"
    r"(?:AS|\()\s?(?:THE\s)?CARRIER(?!\w)",
    rf"AS\sAGENTS?\s(?:ONLY\s)?FOR\s(?:AND\sON\sBEHALF\sOF\s)?(?:THE\s)?CARRIER[:,]?\s"
    rf"{_NAME}(?=\n|[.,;]\s|$)",
    rf"(?:^|\n)[ \t]*{_NAME}[ \t,]*\n?[ \t]*\(?AS\s(?:THE\s)?CARRIER(?!\w)",
)
_PATTERNS = [re.compile(pattern, re.IGNORECASE) for pattern in _SIGNED]
_NO_NAME = re.compile(
    r"(?:THE|SIGNED|FOR|BY|AS|AGENT|MASTER|AND|OR|CARRIER|ACTING|ON|ITS|WE)\b",
    re.IGNORECASE,
)


class Told(NamedTuple):
    """A party in a text: its part, its name, where it sits, and its stretch.

    `role` is `mentioned` where nothing says which part it has.
    """

    role: str
    name: str
    address: tuple[str, ...]
    start: int
    end: int


def carriers_told(text: str) -> Iterator[Told]:
    """Who signs, or is signed for, as the carrier.

    *Example*

    >>> said = "SIGNED FOR DEMO SHIPPING LINES AS CARRIER BY DEMO PORT AS AGENT"
    >>> [(one.role, one.name) for one in carriers_told(said)]
    [('carrier', 'DEMO SHIPPING LINES')]
    """
    if "CARRIER" not in text.upper():
        return
    taken: list[tuple[int, int]] = []
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            start, end = match.span(1)
            name = " ".join(match[1].split()).strip(" ,.")
            clash = any(start < b and a < end for a, b in taken)
            if clash or len(name) < 4 or _NO_NAME.match(name):
                continue
            taken.append((start, end))
            yield Told("carrier", name, (), start, end)
