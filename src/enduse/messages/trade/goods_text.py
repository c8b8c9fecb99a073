"""A description of goods in free lines, split into lines of goods and terms.

*Source*: field 45A of SWIFT's documentary credits (up to 100 lines of 65); the same
layout stands in guarantees and on typed invoices. `+`, `-` and numbers open an item; a
line that opens with a label (`INCOTERMS`, `CONTRACT NO`) is a term.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import NamedTuple

from enduse.messages.trade.goods_codes import codes_in
from enduse.messages.trade.goods_measures import MONEY, said_in
from enduse.messages.trade.goods_origin import maker_in, origin_in
from enduse.messages.trade.labelled import incoterms_in
from enduse.messages.trade.labelled_numbers import Labelled, references_in
from enduse.model import Good, Identifier, Origin

_PLUS = re.compile(r"\s{0,3}[+*•]\s{0,3}")
_NUMBERED = re.compile(
    r"\s{0,3}(?:ITEM\s{0,2}(?:NO\.?\s{0,2})?)?(?:\((?P<a>\d{1,3})\)|(?P<b>\d{1,3})[.):](?!\d)"
    r"|(?P<c>[A-Z])[.)](?=\s))\s{0,3}|\s{0,3}ITEM\s{0,2}(?:NO\.?\s{0,2})?(?P<d>\d{1,3})\b[\s:.-]{0,4}"
    r"|\s{0,3}-\s{1,3}"
)
_TERM = re.compile(
    r"\s{0,3}[+-]?\s{0,3}(?:INCOTERMS?|(?:TERMS\sOF\s)?(?:DELIVERY|PRICE|TRADE)(?:\sTERMS?)?\s?[:=]"
    r"|(?:SALES?\s|PURCHASE\s)?(?:CONTRACT|ORDER)\s?(?:NO|NR|REF|NUMBER|:|DATED)"
    r"|AS\sPER|(?:ALL\s)?OTHER\sDETAILS|P\.?O\.?\s?(?:NO|:)|PRO-?\s?FORMA|INVOICE\sNO"
    r"|(?:COUNTRY\sOF\s)?ORIGIN|(?:URSPRUNGS|HERKUNFTS)LAND|URSPRUNG"
    r"|(?:PAYS\sD['’ ])?ORIGINE"
    r"|(?:PA[IÍ]S\sDE\s)?ORIGEN|MENSE|LIEFERBEDINGUNG(?:EN)?|LIEFERUNG|VERPACKUNG|VERTRAG"
    r"|CONDITIONS?\sDE\sLIVRAISON|LIVRAISON|EMBALLAGE|CONTRAT|ENTREGA|EMBALAJE|CONTRATO"
    r"|GOODS\s(?:OF|ARE\sOF)\s[A-Z ]{2,30}ORIGIN|MADE\sIN|PACKING|PACKED"
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
_FILLING_WORDS = """
    AS PER DATED DD DATE NO NOS NUMBER OF THE AND OR FOR IN ALL OTHER DETAILS GOODS
    INCOTERMS INCOTERM TERM TERMS DELIVERY PRICE PRICES TOTAL GRAND AMOUNT VALUE
    CURRENCY CONTRACT ORDER PROFORMA PRO FORMA INVOICE ORIGIN COUNTRY MADE TRADE
    UNIT PURCHASE SALES SALE AGREEMENT LATEST VERSION EDITION ARE IS REF REFERENCE
    INDENT BY ISSUED QUANTITY QTY PO CREDIT AT USD EUR GBP EACH DESCRIPTION SERVICES
    AND/OR FOLLOWING URSPRUNG URSPRUNGSLAND HERKUNFTSLAND ORIGINE ORIGEN PAYS PAIS
    LIEFERBEDINGUNG LIEFERBEDINGUNGEN LIEFERUNG CONDITIONS CONDITION LIVRAISON
    ENTREGA VERTRAG CONTRAT CONTRATO MENSE
"""
_FILLING = frozenset(_FILLING_WORDS.split())
_WORD = re.compile(r"[^\W\d_]{2,}")
_SAYS_ORIGIN = re.compile(
    r"(?:\w+\s){0,3}\w*\s?ORIGIN.{0,60}|MADE IN.{0,60}"
    r"|(?:\w+ )?(?:D.)?(?:ORIGINE?|ORIGEN|URSPRUNG\w*|HERKUNFT\w*|MENSE)\b.{0,60}"
)
_MARKS = re.compile(
    r"\s{0,3}(?:SHIPPING\s)?MARKS?\b|\s{0,3}PACK(?:ING|ED)\b", re.IGNORECASE
)


class Line(NamedTuple):
    """One line of the text and its locator."""

    text: str
    locator: str


class Term(NamedTuple):
    """What the text says beside goods: a role of `trade.roles` and a value."""

    role: str
    value: str
    locator: str


@dataclass(slots=True)
class GoodsText:
    """The goods and the terms of a description, in order."""

    goods: list[Good] = field(default_factory=list)
    terms: list[Term] = field(default_factory=list)


@dataclass(slots=True)
class _Item:
    locator: str
    mark: str = ""
    words: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        return " ".join(self.words).strip()


def read_goods(lines: Sequence[Line], origin: Origin) -> GoodsText:
    """The lines of goods and the terms that stand in free lines.

    *Example*

    >>> at = Origin("a.fin", "", "")
    >>> lines = [Line("+2 SETS LATHES, HS 8458.11", "1"), Line("CIF MERSIN", "2")]
    >>> found = read_goods(lines, at)
    >>> found.goods[0].codes[0].value, found.terms[0].value
    ('8458.11', 'CIF MERSIN')
    """
    read = GoodsText()
    country = ""
    leftovers: list[_Item] = []
    for item in _items(lines):
        text = item.text
        if not text:
            continue
        codes = tuple(codes_in(text, item.locator))
        is_goods = bool(codes) or _is_goods(text)
        _terms_of(item, read.terms, is_goods=is_goods)
        if is_goods:
            read.goods.append(_good(item, codes, origin.at(item.locator)))
        else:
            country = country or origin_in(text)
            leftovers.append(item)
    if not read.goods and leftovers:
        words = [word for item in leftovers for word in item.words]
        whole = _Item(leftovers[0].locator, "", words)
        codes = tuple(codes_in(whole.text, whole.locator))
        read.goods.append(_good(whole, codes, origin.at(whole.locator)))
    if country:
        read.goods = [
            good if good.origin_country else replace(good, origin_country=country)
            for good in read.goods
        ]
    return read


def _items(lines: Sequence[Line]) -> list[_Item]:
    texts = [line.text for line in lines]
    opens = _opener(texts)
    items: list[_Item] = []
    for line in lines:
        match = opens.match(line.text) if opens else None
        term = _TERM.match(line.text)
        starts = match or term or not items or (not opens and _COUNTED.match(line.text))
        if starts:
            mark = next((g for g in match.groups() if g), "") if match else ""
            items.append(_Item(line.locator, mark))
        rest = line.text[match.end() :] if match else line.text
        if rest.strip():
            items[-1].words.append(rest.strip())
    return items


def _opener(texts: list[str]) -> re.Pattern[str] | None:
    """The sign by which this text opens its items, or None where there is none."""
    if any(_PLUS.match(text) for text in texts):
        return _PLUS
    return _NUMBERED if sum(bool(_NUMBERED.match(t)) for t in texts) > 0 else None


def _terms_of(item: _Item, terms: list[Term], *, is_goods: bool) -> None:
    text = item.text
    for reference in references_in(text):
        terms.append(Term(reference.role, reference.value, item.locator))
    for term in incoterms_in(text):
        terms.append(Term("incoterm", term, item.locator))
    if not is_goods and (code := origin_in(text)):
        terms.append(Term("origin_country", code, item.locator))
    if _MARKS.match(text):
        terms.append(Term("package_marks", text, item.locator))


def _is_goods(text: str) -> bool:
    """Whether words are left when terms, numbers and origin are taken away.

    A text with a code of goods is of goods, whatever else it says: not asked here.
    """
    if _MARKS.match(text):
        return False
    upper = text.upper()
    taken: list[Labelled] = references_in(upper)
    for reference in taken:
        upper = upper.replace(reference.value, " ")
    for term in incoterms_in(upper):
        for word in term.split():
            upper = upper.replace(word, " ")
    if origin_in(upper):
        upper = _SAYS_ORIGIN.sub(" ", upper)
    said = (w for w in _WORD.findall(upper) if len(w) > 2)
    return any(w not in _FILLING and w not in MONEY for w in said)


def _good(item: _Item, codes: tuple[Identifier, ...], origin: Origin) -> Good:
    text = item.text
    said = said_in(text)
    return Good(
        description=text,
        origin=origin,
        line=item.mark,
        codes=codes,
        maker=maker_in(text),
        quantity=said.quantity,
        net_weight=said.net_weight,
        gross_weight=said.gross_weight,
        unit_price=said.unit_price,
        value=said.value,
        origin_country=origin_in(text),
    )
