"""Free lines of goods cut into items: each line of goods, each term.

*Source*: field 45A of SWIFT's documentary credits (up to 100 lines of 65) as banks
fill it: `+`, `-` and numbers open an item, a label (`INCOTERMS`, `COMMODITY :`) does;
a table has a heading and a number before each row, or none of them.
"""

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

WIDTH = 65  # characters of a line; what is as long may break in a word
_PLUS = re.compile(r"\s{0,3}[+*•]\s{0,3}")
_NUMBERED = re.compile(
    r"\s{0,3}(?:ITEM\s{0,2}(?:NO\.?\s{0,2})?)?(?:\((?P<a>\d{1,3})\)|(?P<b>\d{1,3})[.):](?!\d)"
    r"|(?P<c>[A-Z])[.)](?=\s))\s{0,3}|\s{0,3}ITEM\s{0,2}(?:NO\.?\s{0,2})?(?P<d>\d{1,3})\b[\s:.-]{0,4}"
    r"|\s{0,3}-\s{1,3}"
)
_TERM = re.compile(
    r"\s{0,3}[+-]?\s{0,3}(?:INCOTERMS?|(?:TERMS?\sOF\s)?(?:DELIVERY|PRICE|TRADE)(?:\sTERMS?)?\s{0,9}[:=]"
    r"|(?:SALES?\s|PURCHASE\s)?(?:CONTRACT|ORDER)\s?(?:NO|NR|REF|NUMBER|:|DATED)"
    r"|AS\sPER|(?:GEM(?:AE|Ä)(?:SS|ß)|LAUT|SELON|SEG[UÚ]N)\s|(?:ALL\s)?OTHER\sDETAILS|P\.?O\.?\s?(?:NO|:)|PRO-?\s?FORMA|INVOICE\sNO"
    r"|(?:COUNTRY\sOF\s)?ORIGIN|(?:URSPRUNGS|HERKUNFTS)LAND|URSPRUNG"
    r"|(?:PAYS\sD['’ ])?ORIGINE"
    r"|(?:PA[IÍ]S\sDE\s)?ORIGEN|MENSE|LIEFERBEDINGUNG(?:EN)?|LIEFERUNG|VERPACKUNG|VERTRAG"
    r"|CONDITIONS?\sDE\sLIVRAISON|LIVRAISON|EMBALLAGE|CONTRAT|ENTREGA|EMBALAJE|CONTRATO"
    r"|GOODS\s(?:OF|ARE\sOF)\s[A-Z ]{2,30}ORIGIN|MADE\sIN|PACKING|PACKED"
    r"|(?:MANUFACTURER|MANUFACTURED\sBY|PRODUCER|HERSTELLER|FABRICANTE?)\s{0,9}[:=]"
    r"|SHIPPING\sMARKS?"
    r"|MARKS|TOTAL|GRAND\sTOTAL|SHIPMENT|LATEST"
    r"|(?:EXW|FCA|FAS|FOB|CFR|CNF|CIF|CIP|CPT|DAP|DPU|DDP)\b)",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s{0,3}\d[\d,.]{0,12}\s{0,2}(?:X\s)?(?:PCS|PIECES|PC|SETS?|UNITS?|NOS|EA|KGS?|MTS?|TONS?|"
    r"ROLLS?|LOTS?|PAIRS?|METERS?|LTRS?|CARTONS?|CTNS?|PALLETS?|DRUMS?|BAGS?)\b",
    re.IGNORECASE,
)
_CALLED = re.compile(
    r"\s{0,3}[+-]?\s{0,3}(?:COMMODITY|PRODUCT|GOODS|ARTICLE|(?:ITEM|GOODS)\sNAME"
    r"|(?:GOODS\s)?DESCRIPTION(?:\sOF\sGOODS)?|NAME\sOF\s(?:GOODS|COMMODITY))\s{0,12}[:=]\s{0,3}",
    re.IGNORECASE,
)
_ROW = re.compile(r"\s{0,3}(\d{1,3})[.)]?\s{1,8}(?=[^\W_])")
_HEADS = re.compile(
    r"\b(?:ITEM|POS|S\.?\s?NO|SL|SR|NO|DESCRIPTION|COMMODITY|GOODS|PARTICULARS|MODEL"
    r"|SPECIFICATIONS?|QTY|Q.TY|QUANTITY|UNITS?|U.?PRICE|PRICE|AMOUNT|VALUE|TOTAL|HS|H\.S"
    r"|CODE|ORIGIN|WEIGHT|USD|EUR)\b",
    re.IGNORECASE,
)


class Line(NamedTuple):
    """One line of the text and its locator."""

    text: str
    locator: str


@dataclass(slots=True)
class Item:
    """The lines that belong together; `mark` is the number or letter they bear."""

    locator: str
    mark: str = ""
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """All its lines in one, blanks taken together."""
        return " ".join("".join(self.words).split())


_Opening = Callable[[int, str], tuple[str, int] | None]


def items(lines: Sequence[Line]) -> list[Item]:
    """The items of free lines in order; the heading of a table is none.

    *Example*

    >>> found = items([Line("+2 LATHES", "1"), Line("HS 8458", "2"), Line("+CIF", "3")])
    >>> [item.text for item in found]
    ['2 LATHES HS 8458', 'CIF']
    """
    texts = [line.text for line in lines]
    opening, bare = _opening(texts)
    heading = _heading(texts)
    cut = _cut_in_words(texts)
    found: list[Item] = []
    for number, line in enumerate(lines):
        if number == heading:
            continue
        opened = opening(number, line.text)
        starts = opened or not found or _TERM.match(line.text)
        if starts or (bare and _COUNTED.match(line.text)):
            found.append(Item(line.locator, opened[0] if opened else ""))
        rest = line.text[opened[1] if opened else 0 :]
        if rest.strip():
            joint = "" if number in cut else " "
            found[-1].words += [rest.rstrip(), joint]
    return found


def _opening(texts: list[str]) -> tuple[_Opening, bool]:
    """How this text opens its items, and whether it has no sign of its own for it."""
    rows = _rows(texts)
    called = sum(bool(_CALLED.match(text)) for text in texts)
    if any(_PLUS.match(text) for text in texts):
        pattern = _PLUS
    elif any(_NUMBERED.match(text) for text in texts):
        pattern = _NUMBERED
    elif rows:
        return lambda number, text: rows.get(number), False
    elif called:
        pattern = _CALLED
    else:
        return lambda number, text: None, True
    return lambda number, text: _opened(pattern, text), False


def _opened(pattern: re.Pattern[str], text: str) -> tuple[str, int] | None:
    match = pattern.match(text)
    if not match:
        return None
    called = _CALLED.match(text, match.end())
    mark = next((group for group in match.groups() if group), "")
    return mark, called.end() if called else match.end()


def _rows(texts: list[str]) -> dict[int, tuple[str, int]]:
    """The lines that open with 1, 2, 3 and so on, no counts of anything."""
    found: dict[int, tuple[str, int]] = {}
    for number, text in enumerate(texts):
        match = _ROW.match(text)
        due = str(len(found) + 1)
        if match and match[1].lstrip("0") == due and not _COUNTED.match(text):
            found[number] = (match[1], match.end())
    return found if len(found) > 1 or (found and _heading(texts) >= 0) else {}


def _heading(texts: list[str]) -> int:
    """The line that is the heading of a table, or -1."""
    for number, text in enumerate(texts[:4]):
        said = {word.upper() for word in _HEADS.findall(text)}
        others = _HEADS.sub(" ", text)
        if len(said) > 2 and sum(map(str.isalnum, others)) < 12 and ":" not in text:
            return number
    return -1


def _cut_in_words(texts: list[str]) -> set[int]:
    """The lines that a machine cut at its width, so that words go on below."""
    if any(len(text) > WIDTH for text in texts):
        return set()
    full = {n for n, text in enumerate(texts[:-1]) if len(text) == WIDTH}
    long = sum(len(text) > WIDTH - 12 for text in texts[:-1])
    return {
        n
        for n in full
        if (len(full) > 1 and len(full) * 3 > long * 2)
        or texts[n + 1][:1] in ".,/-"
        or (texts[n][-1:].isdigit() and texts[n + 1][:1].isdigit())
    }
