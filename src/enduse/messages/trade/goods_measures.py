"""How much of goods a description states: quantity, weights and prices.

Only what a label or a form proves; every pattern is of a bounded width.
"""

import re
from typing import NamedTuple

from enduse.messages.trade.goods_codes import without_codes
from enduse.messages.trade.units import REC20, decimal_of, unit_code
from enduse.model import Amount, Quantity

_UNITS = "|".join(
    sorted((w for w in REC20 if len(w) > 1 or w in "MGTL"), key=len, reverse=True)
)
_NUMBER = r"\d[\d,.]{0,17}(?:\s\d{3}){0,3}"
_QUANTITY = re.compile(
    rf"(?<![A-Z0-9.,/-])(?:QTY|QUANTITY|Q'TY)?[.:\s]{{0,3}}({_NUMBER})\s{{0,2}}"
    rf"(?:\([A-Z -]{{3,30}}\)\s{{0,2}}|X\s)?"
    rf"(METRIC TONS?|M/?TONS?|{_UNITS})(?![A-Z0-9])",
    re.IGNORECASE,
)
_LABELLED_QUANTITY = re.compile(
    rf"(?<![A-Z])(?:QTY|QUANTITY|Q'TY)[.:\s]{{0,3}}({_NUMBER})(?![A-Z0-9])",
    re.IGNORECASE,
)
_LEADING = re.compile(
    rf"\s{{0,3}}({_NUMBER})\s{{1,3}}(?:X\s)?(?=[A-Z]{{3}})", re.IGNORECASE
)
_WEIGHT = re.compile(
    r"(?<![A-Z])(NET|GROSS|N\.?\s?W\.?|G\.?\s?W\.?)(?:\s?(?:WEIGHT|WT|WGT|MASS))?\.?"
    rf"\s{{0,2}}[:=-]?\s{{0,2}}({_NUMBER})\s{{0,2}}(KGS?|KGM|MTS?|TONS?|LBS?|G)\b",
    re.IGNORECASE,
)
_CURRENCIES = {
    "US$": "USD",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "¥": "CNY",
    "RMB": "CNY",
}
_MONEY = r"(US\$|[$€£¥]|RMB|[A-Z]{3})\s{0,2}(" + _NUMBER + r")(?![\d])"
_PRICE = re.compile(
    _MONEY + rf"\s{{0,2}}(?:/|PER\s|P(?:ER)?\.\s?|EACH)\s{{0,2}}(?:({_UNITS})\b)?",
    re.IGNORECASE,
)
_AT = re.compile(
    r"(?:@|\bAT|UNIT\sPRICE(?:\sIS|\sOF)?|PRICE\sPER\s\w{1,10})\s{0,2}[:.=]{0,2}\s{0,2}"
    + _MONEY,
    re.IGNORECASE,
)
_TOTAL = re.compile(
    r"(?:\b(?:TOTAL(?:\s(?:AMOUNT|VALUE|PRICE|INVOICE))?|AMOUNT|VALUE|TOTALLING|SUM)|=)"
    r"\s{0,2}(?:IS|OF|IN)?\s{0,2}[:.=]{0,2}\s{0,2}" + _MONEY,
    re.IGNORECASE,
)
# `85 PCS EUR450.00 EUR38250.00`, as a row of a table: how many, each, in all
_ROW = re.compile(
    rf"(?<![A-Z0-9.,/-])({_NUMBER})\s{{0,2}}({_UNITS})\s{{1,3}}(US\$|[$€£¥]|[A-Z]{{3}})"
    r"\s{0,2}(\d[\d,.]{0,17})\s{1,3}(?:US\$|[$€£¥]|[A-Z]{3})?\s{0,2}(\d[\d,.]{0,17})"
    r"(?![\dA-Z%])",
    re.IGNORECASE,
)
_MONEY_WORDS = """
    USD EUR GBP CHF JPY CNY CNH RUB TRY AED HKD SGD INR KZT KGS UZS AMD GEL BYN AZN
    KRW TWD THB VND MYR IDR PHP PKR BDT LKR SAR QAR KWD OMR BHD JOD EGP ILS IQD IRR
    CAD AUD NZD SEK NOK DKK PLN CZK HUF RON BGN UAH RSD ZAR NGN KES BRL MXN ARS CLP
    COP PEN MDL TJS TMT MNT MMK KHR LAK DZD MAD TND ISK ALL MKD BAM
"""
MONEY = frozenset(_MONEY_WORDS.split())


class Said(NamedTuple):
    """What a description says of quantity, weights and prices."""

    quantity: Quantity | None = None
    net_weight: Quantity | None = None
    gross_weight: Quantity | None = None
    unit_price: Amount | None = None
    value: Amount | None = None


def said_in(text: str) -> Said:
    """Quantity, weights and prices that a description states.

    *Example*

    >>> said = said_in("5000 PCS FPGA, USD 62.55/PC")
    >>> said.quantity.unit, str(said.unit_price.value)
    ('H87', '62.55')
    """
    weights = {m[1][0].upper(): _quantity(m[2], m[3]) for m in _WEIGHT.finditer(text)}
    bare = _WEIGHT.sub(" ", text)
    row = _row(bare)
    if row:
        return row._replace(net_weight=weights.get("N"), gross_weight=weights.get("G"))
    price = _money(_PRICE, bare) or _money(_AT, bare)
    value = _money(_TOTAL, bare)
    return Said(
        _count(without_codes(_PRICE.sub(" ", bare))),
        weights.get("N"),
        weights.get("G"),
        price,
        value,
    )


def _row(text: str) -> Said | None:
    """Quantity, price and value of a row whose numbers prove one another, or None."""
    for match in _ROW.finditer(text):
        code = _CURRENCIES.get(match[3].upper(), match[3].upper())
        count, price, value = (
            decimal_of(match[place].rstrip(".,")) for place in (1, 4, 5)
        )
        if code not in MONEY or count is None or price is None or value is None:
            continue
        if abs(count * price - value) <= max(count, value / 1000):
            quantity = Quantity(count, unit_code(match[2]))
            each, whole = Amount(price, code), Amount(value, code)
            return Said(quantity, unit_price=each, value=whole)
    return None


def _count(text: str) -> Quantity | None:
    match = _QUANTITY.search(text)
    if match:
        return _quantity(match[1], match[2])
    match = _LABELLED_QUANTITY.search(text) or _LEADING.match(text)
    return _quantity(match[1], "") if match else None


def _quantity(number: str, unit: str) -> Quantity | None:
    value = decimal_of(number.rstrip(".,"))
    return Quantity(value, unit_code(unit)) if value is not None else None


def _money(pattern: re.Pattern[str], text: str) -> Amount | None:
    for match in pattern.finditer(text):
        sign = match[1].upper()
        code = _CURRENCIES.get(sign, sign)
        value = decimal_of(match[2].rstrip(".,"))
        if code in MONEY and value is not None:
            return Amount(value, code)
    return None
