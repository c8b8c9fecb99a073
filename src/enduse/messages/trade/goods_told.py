"""Goods that sentences name: `covering 40 units truck chassis, HS 8704.23, from X`.

Goods are told by the words before them, and by a code or a count in them; what is
found so is a guess, and is noted as one. Every pattern is of a bounded width.
"""

import re
from typing import NamedTuple

from enduse.messages.trade.goods_codes import codes_in
from enduse.messages.trade.goods_measures import said_in

LONGEST = 20_000  # characters of one text that are looked through
_TOLD = re.compile(
    r"\b(?:COVERING|(?:SUPPLY|PURCHASE|SALE|DELIVERY|IMPORT(?:ATION)?|EXPORT(?:ATION)?"
    r"|SHIPMENT|CONSIGNMENT)\sOF|PAYMENT\sFOR|GOODS\sARE)\s(?:THE\s)?"
    r"(?=.{0,60}\d)([^\W_].{3,240})",
    re.IGNORECASE,
)
_ENDS = re.compile(
    r"[,(]?\s(?:(?:LATEST\s)?SHIPMENT|SHIPPED|DELIVER(?:Y|ED)|FROM|UNDER|AS\sPER|DESTINED"
    r"|BY\s(?:SEA|AIR|ROAD|RAIL)|ORIGIN|CONSIGNEE|END\sUSER|VALUE|AMOUNT|TO|FOR|PURCHASED"
    r"|IN\sFAVOU?R|(?:ALL\s)?OTHER|CONTRACT|INVOICE|PER\s(?:VESSEL|M/?V))\b.*"
    r"|;.*|(?<=[A-Z0-9)]{2})\.(?:\s.*|$)",
    re.IGNORECASE,
)
_COUNTED = re.compile(r"\d[\d,.]{0,12}\s{0,2}(?:X\s)?[A-Z]{2}", re.IGNORECASE)


class GoodsTold(NamedTuple):
    """What a sentence says of goods, and where its text starts."""

    text: str
    start: int


def goods_told(text: str) -> list[GoodsTold]:
    """Every stretch of sentences that names goods, in order.

    *Example*

    >>> goods_told("LC COVERING 40 UNITS TRUCK CHASSIS HS 8704.23 SHIPMENT FROM X")
    [GoodsTold(text='40 UNITS TRUCK CHASSIS HS 8704.23', start=12)]
    """
    found = []
    plain = text[:LONGEST].replace("\n", " ")
    match = _TOLD.search(plain)
    while match:
        said = _ENDS.sub("", match[1]).strip(" .,")
        if said.count("(") > said.count(")") and match[1][len(said) :][:1] == ")":
            said += ")"
        counted = bool(_COUNTED.match(said)) and said_in(said).quantity is not None
        told = bool(codes_in(said, "")) or counted
        if told:
            found.append(GoodsTold(said, match.start(1)))
        # `covering contract 7 for the supply of 14 pumps`: the next cue is in the rest
        match = _TOLD.search(plain, match.end() if told else match.start(1))
    return found
