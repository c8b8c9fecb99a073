"""The means of transport of a TDT segment: a vessel or an aircraft.

*Source*: UN/EDIFACT C222: 8213 is an IMO number where 1131 is 146 or the agency is
Lloyd's (11), a call sign where it is 103; 8212 the name, 8453 the flag.
"""

import re

from enduse.codes import imo
from enduse.codes.country import alpha2
from enduse.messages.trade.edifact.taken import Taken
from enduse.messages.trade.notes import Notes
from enduse.model import Identifier, Party, PartyName

_MEANS = 7  # the data element C222 after the tag
_CALL_SIGN = re.compile(r"[A-Z0-9]{3,8}")


def vessel_of(notes: Notes, segment: Taken, mode: str) -> None:
    """Notes the vessel or aircraft of a TDT segment, where it names one."""
    number, name = segment.look(_MEANS), segment.take(_MEANS, 3)
    flag = alpha2(segment.look(_MEANS, 4))[:2]
    if flag:
        segment.take(_MEANS, 4)
    if not (number or name):
        return
    if mode in ("road", "rail"):
        if number:
            notes.reference("vehicle", segment.take(_MEANS), segment.where)
        if name:
            notes.text("vehicle", name, segment.where)
        return
    segment.take(_MEANS)
    kind = "aircraft" if mode == "air" else "vessel"
    scheme = "aircraft_tail" if kind == "aircraft" else _scheme(segment, number)
    identifiers = [Identifier(scheme, number, "", "", segment.where)] if number else []
    named = name or (number if kind == "aircraft" else "")  # lists call it by its mark
    notes.party(
        Party(
            role=kind,
            origin=notes.origin.at(segment.where),
            names=(PartyName(named, segment.where),) if named else (),
            kind="aircraft" if kind == "aircraft" else "vessel",
            identifiers=tuple(identifiers),
            countries=(flag,) if flag else (),
        )
    )


def _scheme(segment: Taken, number: str) -> str:
    """What a number of a vessel is, by its value first and its list's name then."""
    digits = number.upper().removeprefix("IMO").strip(" :")
    if digits.isdigit() and len(digits) == 7:
        listed = segment.look(_MEANS, 1) == "146" or segment.look(_MEANS, 2) == "11"
        return "imo" if listed or imo.is_valid(digits) else "other"
    if digits.isdigit() and len(digits) == 9:
        return "mmsi"
    known = segment.look(_MEANS, 1) == "103"
    return "call_sign" if known or _CALL_SIGN.fullmatch(number) else "other"
