"""Option J of a party field: codes between strokes, as in `/NAME/DEMO BANK/CITY/OMSK`.

*Source*: SWIFT Standards MT, category 3: option J, `5*40x` (Party Identification), with
the codes ABIC, ACCT, ADD1, ADD2, CITY, CLRC, CTRY, LEIC, NAME, USFW.
"""

import re
from typing import NamedTuple

from enduse.codes import bic
from enduse.codes.country import alpha2
from enduse.messages.swift.free_lines import Line
from enduse.model import Address, Identifier, PartyName

_CODE = re.compile(r"/(ABIC|ACCT|ADD1|ADD2|CITY|CLRC|CTRY|LEIC|NAME|USFW)/")
_SCHEMES = {
    "ABIC": "bic",
    "ACCT": "account",
    "CLRC": "clearing",
    "LEIC": "lei",
    "USFW": "clearing",
}
_UNKNOWN = frozenset(("UKWN", "UNKNOWN", ""))


class Coded(NamedTuple):
    """What the codes of such a field say of its party; `stray` stands before them."""

    names: list[PartyName]
    identifiers: list[Identifier]
    addresses: list[Address]
    stray: str


def is_option_j(lines: list[Line]) -> bool:
    """Whether a field's lines are codes between strokes."""
    return bool(lines and _CODE.match(lines[0].text))


def of_codes(lines: list[Line]) -> Coded:
    """The party of a field of codes.

    *Example*

    >>> said = of_codes([Line("/ABIC/UKWN/NAME/DEMO BANK/CITY/OMSK", "1")])
    >>> said.names[0].text, said.addresses[0].city, said.identifiers
    ('DEMO BANK', 'OMSK', [])
    """
    where = lines[0].locator
    stray, *pieces = _CODE.split("".join(line.text for line in lines))
    pairs = zip(pieces[::2], pieces[1::2], strict=False)
    plain = {code: value.strip(" /") for code, value in pairs}
    said = {code: value for code, value in plain.items() if value not in _UNKNOWN}
    names = [PartyName(said["NAME"], where)] if "NAME" in said else []
    identifiers = [
        Identifier(scheme, said[code], _home(scheme, said[code]), "", where)
        for code, scheme in _SCHEMES.items()
        if code in said
    ]
    lines_said = tuple(said[code] for code in ("ADD1", "ADD2") if code in said)
    city, country = said.get("CITY", ""), said.get("CTRY", "")
    address = Address(
        lines=lines_said,
        city=city,
        country=alpha2(country)[:2] if country else "",
        country_text=country,
        locator=where,
    )
    found = [address] if lines_said or city or country else []
    return Coded(names, identifiers, found, stray.strip(" /"))


def _home(scheme: str, value: str) -> str:
    return bic.country(value) if scheme == "bic" else ""
