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
from enduse.messages.trade.goods_items import Item, Line, items
from enduse.messages.trade.goods_measures import MONEY, said_in
from enduse.messages.trade.goods_origin import maker_in, origin_in
from enduse.messages.trade.labelled import incoterms_in
from enduse.messages.trade.labelled_numbers import Labelled, references_in
from enduse.model import Amount, Good, Identifier, Origin

_FILLING_WORDS = """
    AS PER DATED DD DATE NO NOS NUMBER OF THE AND OR FOR IN ALL OTHER DETAILS GOODS
    INCOTERMS INCOTERM TERM TERMS DELIVERY PRICE PRICES TOTAL GRAND AMOUNT VALUE
    CURRENCY CONTRACT ORDER PROFORMA PRO FORMA INVOICE ORIGIN COUNTRY MADE TRADE
    UNIT PURCHASE SALES SALE AGREEMENT LATEST VERSION EDITION ARE IS REF REFERENCE
    INDENT BY ISSUED QUANTITY QTY PO CREDIT AT USD EUR GBP EACH DESCRIPTION SERVICES
    AND/OR FOLLOWING URSPRUNG URSPRUNGSLAND HERKUNFTSLAND ORIGINE ORIGEN PAYS PAIS
    LIEFERBEDINGUNG LIEFERBEDINGUNGEN LIEFERUNG CONDITIONS CONDITION LIVRAISON
    ENTREGA VERTRAG CONTRAT CONTRATO MENSE BENEFICIARY BENEFICIARYS APPLICANT
    APPLICANTS SELLER SELLERS BUYER BUYERS MANUFACTURER
    GEMAESS GEMÄSS GEMÄß LAUT SELON SEGUN CONFORME NR
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


_MADE_BY = re.compile(
    r"\s{0,3}(?:MANUFACTURER|MANUFACTURED\sBY|PRODUCER|HERSTELLER|FABRICANTE?)\s?[:=]",
    re.IGNORECASE,
)
_MADE_BY_IN = re.compile(
    r"\b(?:MANUFACTURER|MANUFACTURED\sBY|PRODUCER)\s?[:=]?\s.{1,80}", re.IGNORECASE
)


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
    beside = _Beside()
    leftovers: list[Item] = []
    for item in items(lines):
        text = item.text
        if not text:
            continue
        codes = tuple(codes_in(text, item.locator))
        made_by = _MADE_BY.match(text)
        is_goods = not made_by and (bool(codes) or _is_goods(text))
        _terms_of(item, read.terms, is_goods=is_goods)
        if is_goods:
            read.goods.append(_good(item, codes, origin.at(item.locator)))
        else:
            beside.note(item)
            leftovers.append(item)
    if not read.goods and leftovers:
        words = [word for item in leftovers for word in item.words]
        whole = Item(leftovers[0].locator, "", words)
        codes = tuple(codes_in(whole.text, whole.locator))
        read.goods.append(_good(whole, codes, origin.at(whole.locator)))
    read.goods = [beside.given(good, len(read.goods)) for good in read.goods]
    for good in read.goods:
        if good.maker and (said := _MADE_BY_IN.search(good.description)):
            name = maker_in(said[0]) or good.maker
            read.terms.append(Term("manufacturer", name, good.origin.locator))
    for name, locator in beside.makers:
        read.terms.append(Term("manufacturer", name, locator))
    return read


@dataclass(slots=True)
class _Beside:
    """What lines without goods say of all the goods of a text."""

    country: str = ""
    value: Amount | None = None
    makers: list[tuple[str, str]] = field(default_factory=list)

    def note(self, item: Item) -> None:
        self.country = self.country or origin_in(item.text)
        self.value = self.value or said_in(item.text).value
        if _MADE_BY.match(item.text) and (name := maker_in(item.text)):
            self.makers.append((name, item.locator))

    def given(self, good: Good, count: int) -> Good:
        """A good with what it does not say itself; a total is of one good only."""
        if not (self.country or self.makers or (self.value and count == 1)):
            return good
        maker = self.makers[0][0] if len(self.makers) == 1 else ""
        return replace(
            good,
            origin_country=good.origin_country or self.country,
            maker=good.maker or maker,
            value=good.value or (self.value if count == 1 else None),
        )


def _terms_of(item: Item, terms: list[Term], *, is_goods: bool) -> None:
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


def _good(item: Item, codes: tuple[Identifier, ...], origin: Origin) -> Good:
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
