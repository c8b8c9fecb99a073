"""Ships and aircraft that words tell by a number behind its label.

`IMO No. 9187629`, `Lloyd's Register No.: 918 7629`, `IMO9187629/VOY12`, `MMSI 572 467
210`, `Call sign: T2ES4`, `A/C Reg: EP-MNB`, `MSN 73474226`.

*Source*: IMO resolution A.1117(30) (what were Lloyd's numbers are IMO numbers), ITU-R
M.585-9, ICAO Annex 7.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from enduse.codes import aircraft_tail, call_sign, imo, mmsi
from enduse.model import Fact, Identifier, Origin, Party, PartyKind, PartyName

SURE = 0.9
LONGEST = 20_000  # characters of one text that are looked through
_HINTS = re.compile(
    r"IMO|MMSI|SIGN|LLOYD|A/C|ACFT|AIRC|AIRPL|HELIC|TAIL|MSN|REG|RUFZ|INDIC|ИМО|ПОЗЫВ"
    r"|БОРТ|呼号|机号|機號"
)
_NO = r"(?:[\s.\-/]{0,2}(?:N[Oº°R]\b|NUMBER|NUMMER|N[UÚ]M|CODE|НОМЕР|#|№|编号|號|号))?"
_GAP = r"[\s.:：#№()-]{0,4}"
_IMO = re.compile(
    r"(?<![A-ZА-ЯЁ])(?:IMO(?:/LLOYD['’´`]?S)?|ИМО|LLOYD['’´`]?S?(?=[\s.:/-]{1,2}(?:N|R|I))"
    r"(?:[\s/]{1,2}(?:REGISTER|REG|IMO))?|L\.?R\.?(?=[\s.]{0,2}(?:NO|IMO)))"
    rf"{_NO}{_GAP}(\d(?:[ .]?\d){{6}})(?!\d)"
)
_MMSI = re.compile(rf"(?<![A-Z])MMSI{_NO}{_GAP}([2-7](?:[ .-]?\d){{8}})(?!\d)")
_CALL_SIGN = re.compile(
    r"(?<![A-Z])(?:(?:RADIO\s)?CALL[\s-]?SIGN|RUFZEICHEN|INDICATIF(?:\sRADIO)?|ПОЗЫВНОЙ"
    rf"|呼号){_NO}(?:\s?[.:：#]\s{{0,3}}|\s(?=\S{{0,6}}\d))"
    r"([A-Z0-9]{4,7})(?![A-Z0-9])"
)
_OF_AIRCRAFT = (
    r"(?<![A-ZА-ЯЁ])(?:AIRCRAFT|A/C(?=[\s./-]{1,2}(?:REG|TAIL|MARK))|ACFT|AIRPLANE"
    r"|HELICOPTER|TAIL|БОРТ|机号|機號)"
)
_MARK = (
    r"([A-Z0-9]{1,2}-(?:[A-Z]{3,4}|[A-Z]?\d{4,5})|P-\d{3}|[A-Z][A-Z0-9]\d{3,5}"
    r"|N\d{2,5}[A-Z]{0,2})"
)
_REGISTERED = r"(?:REGISTRATION|REGN?|TAIL|MARKS?|IDENT(?:IFICATION)?|ID)"
_TAIL = re.compile(
    rf"{_OF_AIRCRAFT}(?:[\s./-]{{0,2}}{_REGISTERED}\b)?"
    rf"{_NO}[\s.:：#№\"'(-]{{0,4}}{_MARK}(?![A-Z0-9])"
)
_TAIL_PLAIN = re.compile(  # five letters in a row: only where the label is whole
    rf"(?:{_OF_AIRCRAFT}[\s./-]{{1,2}}{_REGISTERED}|(?<![A-Z])TAIL(?=\sN))"
    rf"{_NO}\s?[.:：#]{{0,2}}\s{{0,2}}"
    r"([A-Z]{5})(?![A-Z0-9])"
)
_REG_ALONE = re.compile(rf"(?<![A-Z])REG(?:ISTRATION)?{_NO}[\s.:#]{{1,3}}{_MARK}(?!\w)")
_FLIGHT = re.compile(
    r"FLIGHT|AVIATION|AIRPORT|AIRCRAFT|AIRLINE|LANDING|HANDLING|NAVIGATION|OVERFL"
)
_MSN = re.compile(r"(?<![A-Z])MSN(?:\s?NO)?[\s.:#]{1,3}(\d[\d-]{2,14})(?![\d-])")


class Craft(NamedTuple):
    """A ship or an aircraft, by a number: its scheme and the value as written."""

    kind: PartyKind
    scheme: str
    value: str


def craft_in(text: str) -> list[Craft]:
    """Every ship and aircraft that a text tells by a labelled number, each once.

    *Example*

    >>> [c.value for c in craft_in("Lloyd's No. 918 7629, call sign: T2ES4")]
    ['9187629', 'T2ES4']
    >>> craft_in("aircraft parts, reg. no. 12 of 2026; IMO 9187620")
    []
    """
    upper = text[:LONGEST].upper()
    if not _HINTS.search(upper):
        return []
    return list(dict.fromkeys(_found(upper)))


def _found(upper: str) -> Iterator[Craft]:
    for match in _IMO.finditer(upper):
        digits = "".join(c for c in match[1] if c.isdigit())
        if imo.is_valid(digits):
            yield Craft("vessel", "imo", digits)
    for match in _MMSI.finditer(upper):
        yield Craft("vessel", "mmsi", mmsi.normalise(match[1]))
    for match in _CALL_SIGN.finditer(upper):
        if call_sign.is_valid(match[1]):
            yield Craft("vessel", "call_sign", match[1])
    patterns = [_TAIL, *([_REG_ALONE] if _FLIGHT.search(upper) else [])]
    for pattern in patterns:
        for match in pattern.finditer(upper):
            if aircraft_tail.is_valid(match[1]):
                yield Craft("aircraft", "aircraft_tail", match[1])
    for match in _TAIL_PLAIN.finditer(upper):
        yield Craft("aircraft", "aircraft_tail", match[1])
    for match in _MSN.finditer(upper):
        yield Craft("aircraft", "aircraft_msn", match[1])


def craft_party(craft: Craft, origin: Origin) -> Party:
    """The party that a number stands for; an aircraft is called by its mark too."""
    mark = craft.scheme == "aircraft_tail"
    names = (PartyName(craft.value),) if mark else ()
    identifiers = (Identifier(craft.scheme, craft.value),)
    return Party(craft.kind, origin, names, craft.kind, identifiers)


def craft_facts(text: str, origin: Origin) -> Iterator[Fact]:
    """The ships and aircraft of a text as facts, at the text's own place."""
    for craft in craft_in(text):
        yield Fact(craft.kind, craft_party(craft, origin), origin, SURE)
