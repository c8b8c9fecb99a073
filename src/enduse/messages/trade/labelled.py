"""Facts that free text labels: numbers, terms, places, vessels and parties.

For the narrative of a message or a condition of a credit; a reader marks what it finds
here with a confidence below one. Every pattern is of a bounded width.
"""

import re
from collections.abc import Iterator
from functools import cache

from enduse.codes import imo
from enduse.messages.trade.labelled_numbers import Labelled, references_in
from enduse.messages.trade.labelled_parties import parties_in
from enduse.text.tables import table

_INCOTERM = re.compile(
    r"(?<![A-Z0-9])(EXW|FCA|FAS|FOB|CFR|C\s?[&+]\s?F|CNF|CIF|CIP|CPT|DAP|DAT|DPU|DDP|DDU)"
    r"(?![A-Z0-9])[ ,:-]{0,3}((?:[A-Z][A-Z.'-]{1,20}[ ,]{0,2}){0,5})",
)
_EDITION = re.compile(r"[ ,(]{0,3}(?:AS\s?PER\s?)?INCOTERMS.{0,10}$")
_VESSEL = re.compile(
    r"(?<![A-Z0-9])(?:(?:OCEAN\s|CARRYING\s|MOTHER\s|FEEDER\s)?VESSEL(?:'?S?\sNAME)?\s?[:=]"
    r"|(?:PER|BY|ABOARD|ON\sBOARD)\s(?:VESSEL|STEAMER|M/?V|M/?T|S/?S)[ .:]{1,2}"
    r"|MOTOR\s(?:TANKER|VESSEL|SHIP)[ .:]{1,2}"
    r"|M[./]?V\.?[ :]|M[./]T\.?[ :]|S\.S\.[ :])\s{0,2}[\"']?([A-Z][A-Z0-9 .'-]{2,30})",
)
_NAMES_TOO = frozenset(("PILOT", "TUG"))  # words that end the names of ships
_CALLED_SHIP = re.compile(r"\A(?:M[./]?V|M[./]?T|S[./]?S)[. ]{1,2}(?=[A-Z])")
_ENDS = re.compile(r"\sV(?:OY)?\.?\s?\d\w*$|[\"'].*|\sB/L\b.*")
_PLACES = (
    ("port_of_loading", r"PORT\sOF\s(?:LOADING|SHIPMENT)|LOADING\sPORT|POL|LOAD\sPORT"),
    ("port_of_discharge", r"PORT\sOF\s(?:DISCHARGE|UNLOADING)|DISCHARGE\sPORT|POD"),
    ("port_of_transhipment", r"(?:PORT\sOF\s)?TRANSS?HIPMENT(?:\sPORT)?(?:\sAT)?"),
    ("place_of_receipt", r"PLACE\sOF\s(?:RECEIPT|TAKING\sIN\sCHARGE)"),
    ("place_of_delivery", r"PLACE\sOF\sDELIVERY"),
    ("final_destination", r"(?:PLACE\sOF\s)?FINAL\sDESTINATION"),
)
_PLACED = [
    (
        role,
        re.compile(
            rf"(?<![A-Z])(?:{label})\s?[:=]\s{{0,2}}([A-Z][A-Z0-9 ,.'/-]{{1,50}})"
        ),
    )
    for role, label in _PLACES
]
_NOT_VESSELS = re.compile(
    r"(?:\w+ING|THE|ANY|OF|IN|WITH|NOT|MUST|SHOULD|ONLY|CLASSED|CLASSIFIED|NAME|AND"
    r"|WHICH|THAT|TO|FROM|ON|AT|OR)\b"
)
_GOODS = re.compile(
    r"(?<![A-Z])(?:(?:DESCRIPTION\sOF\s)?GOODS|COMMODIT(?:Y|IES)|MERCHANDISE|CARGO|WARE|WAREN"
    r"|MARCHANDISES?|MERCANC[IÍ]AS?|MERCE|MAL|ТОВАР|ГРУЗ)\s?[:=]\s{0,2}([^\W_][^;\n]{2,120})"
)
_GOODS_END = re.compile(
    r"[,.]?\s(?:SHIPPED|SHIPMENT|LOADED|FROM|PER\s(?:MV|M/V|VESSEL)|ORIGIN|CONSIGNEE|VESSEL"
    r"|INVOICE|CONTRACT|AMOUNT|VALUE|B/L|L/C)\b.*|\.\s.*|[,.]$"
)
_FROM_TO = re.compile(
    r"\bFROM\s(?!THE\b|OUR\b|YOUR\b|DATE\b)([A-Z][A-Z .'-]{2,25}?)"
    r"(?:,\s?[A-Z ]{4,20}?)?,?"
    r"\sTO\s(?!THE\b|OUR\b|YOUR\b|US\b|BE\b)([A-Z][A-Z .'-]{2,25}?)"
    r"(?=[,.;/(]|\s(?:ON|PER|BY|VIA|VESSEL|M/?V|DATED|WITH|AND|IN|PORT|UNDER|WAS|HAS|IS)\b|$)"
    r"(?:\s?VIA\s([A-Z][A-Z .'-]{2,25}?)(?=[,.;/(]|\s(?:ON|PER|BY|AND)\b|$))?"
)
_MOVES = (
    "SHIP",
    "VESSEL",
    "VOYAGE",
    "M/V",
    "MV ",
    "LOAD",
    "CARGO",
    "SAIL",
    "TRANSPORT",
)
_IMO = re.compile(r"\bIMO\s{0,2}(?:NO|NUMBER)?[.:#\s]{0,3}(\d{7})\b")


def incoterms_in(text: str) -> list[str]:
    """Terms of delivery with their named place: `CIF MERSIN`, each once."""
    found = []
    for match in _INCOTERM.finditer(text.upper()):
        place = _EDITION.sub("", match[2]).strip(" ,")
        term = re.sub(r"\s", "", match[1])
        found.append(f"{term} {place}".strip())
    return list(dict.fromkeys(found))


def ships_named(upper: str) -> Iterator[str]:
    """The names of ships that a text in capitals labels: `PER MV DEMO QUEEN`.

    Behind a number `M/T` is tons. *Example*

    >>> list(ships_named("FREIGHT MV DEMO QUEEN, 500 M/T UREA"))
    ['DEMO QUEEN']
    """
    for match in _VESSEL.finditer(upper):
        if upper[: match.start()].rstrip()[-1:].isdigit():
            continue
        name = _CALLED_SHIP.sub("", _told(_ENDS.sub("", match[1]))).strip(" .,-'")
        if len(name) > 2 and not _NOT_VESSELS.match(name):
            yield name


@cache
def _stops() -> frozenset[str]:
    return frozenset(table("ship_words")["stops"]["words"].upper().split()) - _NAMES_TOO


def _told(text: str) -> str:
    """What words say of a ship's name, up to the first that is surely none of it."""
    words = text.split()
    stops = _stops()
    ends = (n for n, word in enumerate(words) if n and word.strip(".,'-") in stops)
    return " ".join(words[: next(ends, len(words))])


def labelled_in(text: str) -> Iterator[Labelled]:
    """Everything that a narrative labels: numbers, terms, places, vessels, parties."""
    upper = text.upper()
    yield from references_in(upper)
    for term in incoterms_in(upper):
        yield Labelled("term", "incoterm", term)
    for role, pattern in _PLACED if ":" in upper or "=" in upper else ():
        for match in pattern.finditer(upper):
            yield Labelled("place", role, match[1].strip(" ,.-"))
    for name in ships_named(upper):
        yield Labelled("vessel", "vessel", name)
    for match in _IMO.finditer(upper):
        if imo.is_valid(match[1]):
            yield Labelled("vessel", "imo", match[1])
    yield from parties_in(upper)
    for match in _GOODS.finditer(upper):
        yield Labelled("goods", "goods", _GOODS_END.sub("", match[1]).strip(" .,"))
    yield from _journey(upper)


def _journey(text: str) -> Iterator[Labelled]:
    """`SHIPPED FROM IZMIR TO POTI VIA CONSTANTA`: places without a label."""
    if not any(word in text for word in _MOVES):
        return
    for match in _FROM_TO.finditer(text):
        yield Labelled("place", "port_of_loading", match[1].strip(" ,.-"))
        if match[3]:
            yield Labelled("place", "port_of_transhipment", match[3].strip(" ,.-"))
        yield Labelled("place", "port_of_discharge", match[2].strip(" ,.-"))
