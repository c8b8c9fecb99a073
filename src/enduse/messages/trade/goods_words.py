"""What a description of goods says of itself: codes, quantity, prices, weights, origin.

Only what a label or a form proves; a bare number is nothing. Every pattern is of a
bounded width, so that no text makes one search for long.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from enduse.codes.country import alpha2
from enduse.messages.trade.units import REC20, decimal_of, unit_code
from enduse.model import Amount, Identifier, Quantity

_NO = (
    r"\s{0,2}(?:CODES?|NOS?|NUMBERS?|NRS?|HEADINGS?|CODE\s?NO|KODU)?"
    r"\s{0,2}[.:#=-]{0,2}\s{0,2}"
)
_TARIFF = re.compile(
    r"(?<![A-Z0-9])(?P<label>H\.?\s?S\.?(?:-?CODE)?|HTS(?:US)?|HARMONI[SZ]ED(?:\sSYSTEM)?"
    r"(?:\sTARIFF)?|(?:CUSTOMS\s)?TARIFF|TN\s?VED|(?:КОД\s)?ТН\s?ВЭД|G\.?T\.?I\.?P\.?|NCM"
    r"|TARIC|(?:ZOLL)?TARIF(?:NUMMER|-?NR)|(?:STATISTISCHE\s)?WARENNUMMER|ZOLLTARIF"
    r"|CODE\s(?:SH|DOUANIER|S\.H\.)|NOMENCLATURE\sDOUANI[EÈ]RE|PARTIDA\sARANCELARIA"
    r"|C[OÓ]DIGO\sARANCELARIO|CODICE\sDOGANALE|VOCE\sDOGANALE|GÜMRÜK\sTARİFE"
    r"|海关编码|商品编码|税则号|HS\s?编码"
    r"|CN(?=\s?CODE)|COMMODITY(?=\s?(?:CODE|NO)))"
    + _NO
    + r"(?P<first>\d{2}[\d.]{2,12}(?:\s\d{2,4}){0,3})"
    r"(?P<more>(?:\s{0,2}(?:[,/&;+]|AND|OR)\s{0,2}\d{4}[\d.]{0,12}){0,12})",
    re.IGNORECASE,
)
_MORE = re.compile(r"\d{4}[\d.]{0,12}")
_TARIFFS = {
    "HTS": "hts",
    "HTSUS": "hts",
    "TNVED": "tnved",
    "ТНВЭД": "tnved",
    "CN": "cn",
    "TARIC": "cn",
}
_ECCN = re.compile(
    r"(?<![A-Z0-9])ECCN" + _NO + r"([0-9][A-E]\d{3}(?:\.[A-Z0-9]{1,4}){0,4}|EAR\s?99)",
    re.IGNORECASE,
)
_CAS = re.compile(
    r"(?<![A-Z0-9])CAS(?:\s?RN)?(?:\s?REG)?" + _NO + r"(\d{2,7}-\d{2}-\d)\b", re.I
)
_UN = re.compile(r"(?<![A-Z0-9])UN" + _NO + r"(\d{4})(?!\d|[./-]\d)", re.IGNORECASE)
_PART = re.compile(
    r"(?<![A-Z0-9])(?:P\s?/\s?N|MPN|M\.?P\.?N|PART(?:\s?NUMBER|\s?NO|\s?NR|#)|MODELS?(?:\s?NO)?"
    r"|(?:ART(?:ICLE)?|CAT(?:ALOG(?:UE)?)?|SKU|DRAWING|MATERIAL|PRODUCT)\.?\s?(?:NO|NR|NUMBER|CODE)"
    r"|TYPE)\.?\s{0,2}[.:#]{0,2}\s{0,2}((?:[A-Z]{1,4}\s(?=\d))?[A-Z0-9][A-Z0-9./_+-]{1,30})",
    re.IGNORECASE,
)
_LITTLE = frozenset(("OF", "NO", "IN", "FOR", "AND", "AS", "TO", "THE", "BY", "SIZE"))
_UNITS = "|".join(
    sorted((w for w in REC20 if len(w) > 1 or w in "MGTL"), key=len, reverse=True)
)
_NUMBER = r"\d[\d,.]{0,17}(?:\s\d{3}){0,3}"
_QUANTITY = re.compile(
    rf"(?<![A-Z0-9.,])(?:QTY|QUANTITY|Q'TY)?[.:\s]{{0,3}}({_NUMBER})\s{{0,2}}"
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
MONEY = frozenset(
    [
        "USD",
        "EUR",
        "GBP",
        "CHF",
        "JPY",
        "CNY",
        "CNH",
        "RUB",
        "TRY",
        "AED",
        "HKD",
        "SGD",
        "INR",
        "KZT",
        "KGS",
        "UZS",
        "AMD",
        "GEL",
        "BYN",
        "AZN",
        "KRW",
        "TWD",
        "THB",
        "VND",
        "MYR",
        "IDR",
        "PHP",
        "PKR",
        "BDT",
        "LKR",
        "SAR",
        "QAR",
        "KWD",
        "OMR",
        "BHD",
        "JOD",
        "EGP",
        "ILS",
        "IQD",
        "IRR",
        "CAD",
        "AUD",
        "NZD",
        "SEK",
        "NOK",
        "DKK",
        "PLN",
        "CZK",
        "HUF",
        "RON",
        "BGN",
        "UAH",
        "RSD",
        "ZAR",
        "NGN",
        "KES",
        "BRL",
        "MXN",
        "ARS",
        "CLP",
        "COP",
        "PEN",
        "MDL",
        "TJS",
        "TMT",
        "MNT",
        "MMK",
        "KHR",
        "LAK",
        "DZD",
        "MAD",
        "TND",
        "ISK",
        "ALL",
        "MKD",
        "BAM",
    ]
)
_ORIGIN = re.compile(
    r"\b(?:COUNTRY\sOF\sORIGIN|ORIGIN\s?(?:COUNTRY)?\s?(?:OF\sGOODS)?|MADE\sIN|PRODUCE\sOF"
    r"|MANUFACTURED\sIN|(?:URSPRUNGS|HERKUNFTS)LAND|URSPRUNG|HERKUNFT|HERGESTELLT\sIN"
    r"|(?:PAYS\sD['’ ])?ORIGINE|FABRIQU[EÉ]\sEN|(?:PA[IÍ]S\sDE\s)?ORIGEN|HECHO\sEN"
    r"|(?:PAESE\sD['’ ])?ORIGINE|MEN[SŞ]E[Iİ]?|СТРАНА\sПРОИСХОЖДЕНИЯ|ПРОИСХОЖДЕНИЕ)"
    r"(?:\s(?:IS|OF|THE)){0,2}\s{0,2}[:.=-]{0,2}\s{0,2}"
    r"([^\W\d_](?:[^\W\d_]|[. ]){1,40})",
    re.IGNORECASE,
)
# What must stand in a text for it to state an origin: a look is cheaper.
_ORIGIN_HINTS = (
    *("ORIG", "MADE", " IN ", "PRODUCE", "SPRUNG", "HERKUNFT", "FABRIQU", "HECHO"),
    *("MENSE", "MENŞE", "ПРОИСХОЖД"),
)
_OF_ORIGIN = re.compile(
    r"([A-Z.]{2,20}(?:\s[A-Z]{2,15}){0,2})[ -]ORIGIN\b", re.IGNORECASE
)
_MAKER = re.compile(
    r"\b(?:MANUFACTURER|MANUFACTURED\sBY|MAKER|MADE\sBY|BRAND|MAKE|PRODUCER)"
    r"\s{0,2}[:=]?\s{1,2}([A-Z0-9][^,;\n]{1,60})",
    re.IGNORECASE,
)


class Said(NamedTuple):
    """What a description says of quantity, weights and prices."""

    quantity: Quantity | None = None
    net_weight: Quantity | None = None
    gross_weight: Quantity | None = None
    unit_price: Amount | None = None
    value: Amount | None = None


def codes_in(text: str, locator: str) -> list[Identifier]:
    """Tariff codes, ECCNs, CAS, UN and part numbers that a text labels, in order.

    *Example*

    >>> [c.value for c in codes_in("LATHES, HS 8458.11/8457.10, ECCN 2B001.a", "")]
    ['8458.11', '8457.10', '2B001.a']
    """
    if not any(map(str.isdigit, text)):
        return []
    found = [*_tariff_codes(text, locator)]
    for scheme, note, pattern in (
        ("eccn", "", _ECCN),
        ("cas", "", _CAS),
        ("other", "UN", _UN),
    ):
        for match in pattern.finditer(text):
            found.append(Identifier(scheme, match[1], "", note, locator))
    for match in _PART.finditer(text):
        value = match[1].rstrip(".,-/")
        little = value.split()[:1] and value.split()[0].upper() in _LITTLE
        if any(c.isdigit() for c in value) and len(value) > 2 and not little:
            found.append(Identifier("part", value, "", "", locator))
    return list(dict.fromkeys(found))


def _tariff_codes(text: str, locator: str) -> Iterator[Identifier]:
    for match in _TARIFF.finditer(text):
        label = "".join(c for c in match["label"].upper() if c.isalpha())
        scheme = _TARIFFS.get(label, "hs")
        for value in (match["first"], *_MORE.findall(match["more"])):
            plain = value.strip().rstrip(".")
            if 4 <= sum(c.isdigit() for c in plain) <= 12:
                yield Identifier(scheme, plain, "", "", locator)


def said_in(text: str) -> Said:
    """Quantity, weights and prices that a description states.

    *Example*

    >>> said = said_in("5000 PCS FPGA, USD 62.55/PC")
    >>> said.quantity.unit, str(said.unit_price.value)
    ('H87', '62.55')
    """
    weights = {m[1][0].upper(): _quantity(m[2], m[3]) for m in _WEIGHT.finditer(text)}
    bare = _WEIGHT.sub(" ", text)
    price = _money(_PRICE, bare) or _money(_AT, bare)
    value = _money(_TOTAL, bare)
    return Said(
        _count(_uncoded(_PRICE.sub(" ", bare))),
        weights.get("N"),
        weights.get("G"),
        price,
        value,
    )


def _uncoded(text: str) -> str:
    """A text without the numbers that are codes: no quantity stands in them."""
    return _PART.sub(" ; ", _ECCN.sub(" ; ", _TARIFF.sub(" ; ", text)))


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


def origin_in(text: str) -> str:
    """The country of origin that a text states, ISO 3166 alpha-2, or ''.

    *Example*

    >>> origin_in("GOODS OF US ORIGIN"), origin_in("MADE IN P.R. CHINA"), origin_in("x")
    ('US', 'CN', '')
    """
    upper = text.upper()
    if not any(hint in upper for hint in _ORIGIN_HINTS):
        return ""
    for match in _ORIGIN.finditer(text):
        if code := _country(match[1].split()):
            return code
    for match in _OF_ORIGIN.finditer(text):
        words = match[1].split()
        for start in range(len(words)):
            text = " ".join(words[start:])
            code = "" if text.upper() in _NO_COUNTRIES else alpha2(text)
            if code:
                return code[:2]
    return ""


# English words that are also codes of countries, of two or three letters.
_NO_COUNTRIES = frozenset(
    (
        "IN",
        "IS",
        "AS",
        "AT",
        "BE",
        "BY",
        "DO",
        "ID",
        "IT",
        "ME",
        "MY",
        "NO",
        "SO",
        "TO",
        "AM",
        "AND",
        "ARE",
        "CAN",
        "PER",
        "TON",
        "MAR",
        "NOR",
        "SUR",
        "GIN",
        "COD",
        "MAC",
    )
)


def _country(words: list[str]) -> str:
    """The country that the first words name; the most words win."""
    if words[:1] and words[0].upper() in ("VR", "RP", "REP."):
        words = words[1:]
    for width in range(min(4, len(words)), 0, -1):
        text = " ".join(words[:width]).strip(" .,")
        code = "" if text.upper() in _NO_COUNTRIES else alpha2(text)
        if code:
            return code[:2]
    return ""


_PROPERTIES = (
    (
        "origin",
        r"(?:COUNTRY|LAND|PAYS|PA[IÍ]S|PAESE).{0,12}(?:ORIG|HERKUNFT|URSPRUNG)"
        r"|(?:COUNTRY OF )?ORIGIN|URSPRUNG(?:SLAND)?|HERKUNFTSLAND|ORIGINE|MENŞEI?"
        r"|原产国|СТРАНА ПРОИСХОЖДЕНИЯ|MADE IN",
    ),
    (
        "maker",
        r"MANUFACTURER|MAKER|BRAND|PRODUCER|HERSTELLER|MARKE|FABRICANT|MARQUE"
        r"|FABRICANTE|MARCA|PRODUTTORE|[UÜ]RET[IİI]C[IİI]|МАРКА|ПРОИЗВОДИТЕЛЬ|品牌|制造商",
    ),
    (
        "part",
        r"(?:MANUFACTURER )?PART.{0,8}|MPN|P/N|MODEL.{0,6}|MODELL|MODÈLE|ARTIKELNUMMER"
        r"|МОДЕЛЬ|型号",
    ),
    ("eccn", r"ECCN.{0,6}"),
    ("cas", r"CAS.{0,6}"),
)
_CALLED = [(kind, re.compile(label)) for kind, label in _PROPERTIES]


def property_called(label: str) -> str:
    """What a property with this label is: `origin`, `maker`, or a scheme of codes.

    *Example*

    >>> property_called("Zolltarifnummer"), property_called("Brand")
    ('hs', 'maker')
    """
    upper = " ".join(label.upper().split())[:60].rstrip(" .:#")
    match = _TARIFF.match(f"{upper} 8458")
    if match and match["first"].strip() == "8458":
        plain = "".join(c for c in match["label"] if c.isalpha())
        return _TARIFFS.get(plain, "hs")
    return next((kind for kind, called in _CALLED if called.fullmatch(upper)), "")


def maker_in(text: str) -> str:
    """The manufacturer or brand that a text labels, or ''."""
    match = _MAKER.search(text)
    return match[1].strip(" .") if match else ""
