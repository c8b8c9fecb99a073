"""Currencies as papers print them: by code, sign or word."""

import re

from enduse.messages.trade.paper.figures import plain

_SYMBOLS = {
    "€": "EUR",
    "US$": "USD",
    "$": "USD",
    "£": "GBP",
    "₽": "RUB",
    "₺": "TRY",
    "₴": "UAH",
    "₸": "KZT",
    "₹": "INR",
    "元": "CNY",
    "RMB": "CNY",
    "HK$": "HKD",
    "C$": "CAD",
    "A$": "AUD",
    "S$": "SGD",
    "РУБ": "RUB",
    "TL": "TRY",
    "EURO": "EUR",
    "EUROS": "EUR",
    "ЕВРО": "EUR",
    "美元": "USD",
    "欧元": "EUR",
    "人民币": "CNY",
    "ТЕНГЕ": "KZT",
}
_STEMS = {"БЕЛОРУС": "BYN", "РОССИЙ": "RUB", "РУБЛ": "RUB", "ЮАН": "CNY",
          "КИТАЙ": "CNY", "ДОЛЛАР": "USD"}  # fmt: skip
_CODES = """
    USD EUR GBP CHF JPY CNY CNH HKD SGD TRY RUB UAH KZT AED SAR QAR KWD BHD
    OMR INR KRW TWD THB VND IDR MYR PHP PKR BDT LKR AUD NZD CAD MXN BRL ARS
    CLP COP PEN ZAR EGP NGN KES MAD TND DZD SEK NOK DKK ISK PLN CZK HUF RON
    BGN HRK RSD GEL AMD AZN BYN UZS KGS TJS TMT MDL IRR IQD ILS JOD LBP MNT
"""
CURRENCIES = frozenset(_CODES.split())
_SAID = re.compile(
    r"(?<![A-Z])(?:US\$|HK\$|[CAS]\$|[A-Z]{3}|TL)(?![A-Za-z])|[€$£₽₺₴₸₹元]"
    r"|\b(?i:(?:белорусск\w+ |российск\w+ )?рубл\w{1,3}|(?:китайск\w+ )?юан\w{1,3}"
    r"|доллар\w{0,3} США|тенге)\b"
    r"|\b(?:Euros?|EURO|руб|РУБ|евро|ЕВРО)\b|美元|欧元|人民币"
)


def currency_in(text: str) -> str:
    """The one currency a text names, by code, sign or word, or ''.

    *Example*

    >>> currency_in("1 250 000,00 китайских юаней"), currency_in("белорусский рубль")
    ('CNY', 'BYN')
    """
    found = []
    for match in _SAID.finditer(plain(text)):
        code = _code(match[0].upper())
        if code in CURRENCIES:
            found.append(code)
    return found[0] if len(set(found)) == 1 else ""


def _code(said: str) -> str:
    """The code of a sign or of a word in whatever case, else what was said."""
    stem = next((code for stem, code in _STEMS.items() if said.startswith(stem)), said)
    return _SYMBOLS.get(said, stem)
