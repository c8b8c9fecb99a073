"""Airports by their codes of three letters, as air waybills name them: `LEJ`, `DXB`.

*Source*: IATA Resolution 600a, the boxes of an air waybill.
"""

import re

from enduse.codes import port
from enduse.messages.trade.paper.sheet import Sheet
from enduse.model import Place

_CODE = re.compile(r"[A-Z]{3}")
_LABELS = {
    "origin_country": "airport_of_departure",
    "destination_country": "airport_of_destination",
    "final_destination": "airport_of_destination",
    "seller": "airport_of_departure",
    "buyer": "airport_of_destination",
}
_TO = "airport_of_destination"


def airport_place(role: str, text: str, where: str) -> Place | None:
    """The airport of a code that stands alone, in that role; None for other text.

    *Example*

    >>> place = airport_place("airport_of_departure", "LEJ", "")
    >>> (place.name, place.country) if place else None
    ('LEJ', 'DE')
    """
    code = text.strip(" .,:")
    known = port.by_iata(code) if _CODE.fullmatch(code) else None
    return Place(role, code, "", known.country, where) if known else None


def note_airport(field: str, text: str, where: str, sheet: Sheet) -> bool:
    """Keeps an airport that stands behind `Origin`, `From` or `To` until the end.

    A waybill names every airport on the way behind a `To` of its own: all but the
    last are places of transhipment.
    """
    role = _LABELS.get(field, "")
    place = airport_place(role, text, where) if role else None
    if place is None:
        return False
    before = sheet.journey.get(role)
    if role == _TO and before is not None and before.name != place.name:
        passed = Place("port_of_transhipment", before.name, "", before.country, where)
        sheet.journey.setdefault(passed.role, passed)
    sheet.journey[role] = place
    sheet.mode = "air"
    return True
