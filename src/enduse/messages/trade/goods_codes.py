"""Codes of goods that a description labels: tariff, ECCN, CAS, UN and part numbers.

Only what a label or a form proves; a bare number is nothing. Every pattern is of a
bounded width, so that no text makes one search for long.
"""

import re
from collections.abc import Iterator

from enduse.goods import code_labels
from enduse.model import Identifier

_NO = (
    r"\s{0,2}(?:CODES?|NOS?|NUMBERS?|NRS?|HEADINGS?|CODE\s?NO|KODU)?"
    r"\s{0,2}\.?\s{0,2}[.:#=-]{0,2}\s{0,2}"
)
_COUNTS = (
    "PCS?|PIECES?|SETS?|UNITS?|NOS|EA|KGS?|MTS?|TONS?|ROLLS?|LOTS?|PAIRS?|CTNS?|QTY"
)
_TARIFF = re.compile(
    rf"(?<![A-Z0-9])(?:(?P<label>{code_labels.SURE})"
    rf"|{code_labels.BEFORE}(?P<coded>{code_labels.WITH_CODE})"
    rf"|(?P<weak>{code_labels.WITH_CODE})(?={code_labels.BEHIND}))"
    rf"{code_labels.BEHIND}{{0,3}}\s{{0,2}}\.?\s{{0,2}}[.:：#=-]{{0,2}}\s{{0,2}}"
    r"(?P<first>\d{2}[\d.]{2,12}(?:\s\d{2,4}(?![\d,]|\s{0,2}(?:"
    + _COUNTS
    + r")\b)){0,3})"
    r"(?P<more>(?:\s{0,2}(?:[,/&;+]|AND|OR)\s{0,2}\d{4}[\d.]{0,12}){0,12})",
    re.IGNORECASE,
)
_MORE = re.compile(r"\d{4}[\d.]{0,12}")
_ECCN = re.compile(
    r"(?<![A-Z0-9])ECCN"
    + _NO
    + r"([0-9]\s?[A-E]\d{3}(?:\.[A-Z0-9]{1,4}){0,4}|EAR\s?99)",
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


def codes_in(text: str, locator: str) -> list[Identifier]:
    """Tariff codes, ECCNs, CAS, UN and part numbers that a text labels, in order.

    *Example*

    >>> [c.value for c in codes_in("LATHES, HS 8458.11/8457.10, ECCN 2B001.a", "")]
    ['8458.11', '8457.10', '2B001.a']
    """
    if not any(map(str.isdigit, text)):
        return []
    said = code_labels.may_stand(text)
    found = [*_tariff_codes(text, locator)] if said else []
    for scheme, note, pattern in (
        ("eccn", "", _ECCN),
        ("cas", "", _CAS),
        ("other", "UN", _UN),
    ):
        for match in pattern.finditer(text):
            value = match[1] if scheme != "eccn" else "".join(match[1].split())
            found.append(Identifier(scheme, value, "", note, locator))
    for match in _PART.finditer(text):
        value = match[1].rstrip(".,-/")
        little = value.split()[:1] and value.split()[0].upper() in _LITTLE
        if any(c.isdigit() for c in value) and len(value) > 2 and not little:
            found.append(Identifier("part", value, "", "", locator))
    return list(dict.fromkeys(found))


def _tariff_codes(text: str, locator: str) -> Iterator[Identifier]:
    for match in _TARIFF.finditer(text):
        scheme = code_labels.scheme_of(_label(match))
        for value in (match["first"], *_MORE.findall(match["more"])):
            plain = value.strip().rstrip(".")
            if 4 <= sum(c.isdigit() for c in plain) <= 12:
                yield Identifier(scheme, plain, "", "", locator)


def _label(match: re.Match[str]) -> str:
    return match["label"] or match["coded"] or match["weak"]


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
        return code_labels.scheme_of(_label(match))
    return next((kind for kind, called in _CALLED if called.fullmatch(upper)), "")


def without_codes(text: str) -> str:
    """A text without the numbers that are codes: no quantity stands in them."""
    for pattern in (_TARIFF, _ECCN, _CAS, _PART):
        text = pattern.sub(" ; ", text)
    return text
