"""Numbers and codes that a publisher writes into free text, with their schemes.

Only what a label or a check digit proves: `Tax ID No.: 9102048801 (Russia)`,
`Passport number: L8081303.`, `IMO 9253325`. A bare number is nobody's.
"""

import re
from collections.abc import Iterator

from stdnum import imo, lei
from stdnum.ru import inn, ogrn

from enduse.codes.country import alpha2
from enduse.model import Identifier

_NUMBER = r"\s*(?:no|number|num|nr|code|id)?s?\.?\s*(?:is|№)?\s*[:#-]?\s*"
_ISSUER = r"(?:(?P<issuer>[A-Z][A-Za-z' ]{2,40}?)\s+(?:\w+\s+)?(?:number|passport)\s+)?"
_VALUE = r"(?P<value>[A-Z]{0,4}[ /-]?\d[\dA-Z/-]{3,24}\b)"
_PLACE = r"(?:\s*\((?P<place>[A-Z][A-Za-z .']{2,40})\))?"
_LABELS = (
    ("passport", r"passport"),
    ("inn", r"\bINN|ИНН"),
    ("ogrn", r"\bOGRN|ОГРН|\bPSRN"),
    ("okpo", r"\bOKPO|ОКПО"),
    ("kpp", r"\bKPP|КПП"),
    ("uscc", r"unified social credit(?: code)?|\bUSCC"),
    ("tax_id", r"\btax(?:payer)?\s*(?:id(?:entification)?)|\bVAT"),
    (
        "registration",
        r"\b(?:company|business|corporate|trade|state)?\s*(?:registration|identification"
        r"|registry)(?=\s*(?:id|no|number|code)\b)|\bregistration\s*id",
    ),
    (
        "national_id",
        r"\bnational\s*(?:id(?:entification|entity)?|identity)(?:\s*(?:card))?"
        r"|\bidentity card|\bID card",
    ),
    ("duns", r"\bD-?U-?N-?S"),
    ("mmsi", r"\bMMSI"),
)
_LABELLED = [
    (
        scheme,
        re.compile(rf"(?:{label}){_NUMBER}{_ISSUER}{_VALUE}{_PLACE}", re.IGNORECASE),
    )
    for scheme, label in _LABELS
]
_IMO = re.compile(r"\bIMO\b[^\d\n]{0,12}(\d{7})\b", re.IGNORECASE)
_LEI = re.compile(r"\b[0-9A-Z]{18}\d{2}\b")
_BIC = re.compile(
    r"\b(?:SWIFT|BIC)(?:[/ ]?(?:BIC|code))?\s*[:#]?\s*"
    r"([A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?)\b"
)
_EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,6}")
_WEBSITE = re.compile(r"\bhttps?://[^\s;,)]+|\bwww\.[^\s;,)]+", re.IGNORECASE)
_PHONE = re.compile(
    r"\b(?:tel(?:ephone)?|phone|fax|mobile)\s*(?:no|number)?\.?\s*:?\s*"
    r"(\+?[\d(][\d ()./-]{5,20}\d)",
    re.IGNORECASE,
)


def mentioned(text: str, *, locator: str = "") -> tuple[Identifier, ...]:
    """Every number or code that `text` labels, in the order of the schemes, once.

    Thirteen digits with OGRN's check digit are an `ogrn` whatever their label says,
    ten or twelve with INN's an `inn` where the label is a tax or registration one.
    *Example*

    >>> found = mentioned("Tax ID: 7707083893 (Russia)")
    >>> [(item.scheme, item.value, item.country) for item in found]
    [('inn', '7707083893', 'RU')]
    """
    text = " ".join(text.split())  # runs of blanks would cost patterns dearly
    found: dict[tuple[str, str], Identifier] = {}
    for item in (*_labelled(text, locator), *_self_evident(text, locator)):
        found.setdefault((item.scheme, item.value), item)
    return tuple(found.values())


def _labelled(text: str, locator: str) -> Iterator[Identifier]:
    for scheme, pattern in _LABELLED:
        for match in pattern.finditer(text):
            value = match["value"].strip().rstrip("-/")
            if sum(c.isdigit() for c in value) < 4:
                continue
            country = alpha2(match["place"] or match["issuer"] or "")
            actual = _russian(scheme, value)
            if actual in {"inn", "ogrn", "okpo", "kpp"}:
                country = country or "RU"
            yield Identifier(actual, value, country, "", locator)


def _russian(scheme: str, value: str) -> str:
    if scheme in {"registration", "tax_id", "inn", "ogrn"}:
        if len(value) in (13, 15) and ogrn.is_valid(value):
            return "ogrn"
        if len(value) in (10, 12) and inn.is_valid(value) and scheme != "ogrn":
            return "inn"
    return scheme


def _self_evident(text: str, locator: str) -> Iterator[Identifier]:
    for match in _IMO.finditer(text):
        if imo.is_valid(match[1]):
            yield Identifier("imo", match[1], locator=locator)
    for match in _LEI.finditer(text):
        if lei.is_valid(match[0]) and not match[0].isdigit():
            yield Identifier("lei", match[0], locator=locator)
    for match in _BIC.finditer(text):
        yield Identifier("bic", match[1], locator=locator)
    for scheme, pattern in (("email", _EMAIL), ("website", _WEBSITE)):
        for match in pattern.finditer(text):
            yield Identifier(scheme, match[0].rstrip("."), locator=locator)
    for match in _PHONE.finditer(text):
        yield Identifier("phone", match[1], locator=locator)
