"""Codes of the nouns in a reader's words. An unknown code is shown, never hidden."""

from functools import cache

from enduse.codes.country import english_name
from enduse.goods import registry
from enduse.goods.control_list import SHIPPED
from enduse.goods.control_list import shipped as shipped_list

OUTCOMES = {
    "stop": "Stop",
    "review": "Review",
    "clear": "Clear",
}
OUTCOME_MEANING = {
    "stop": "a finding grave enough that a person should decide before anything moves",
    "review": "something a person should look at",
    "clear": "nothing found at or above the threshold on the lists named below",
}
SEVERITIES = ("critical", "high", "medium", "low", "info")
MEASURES = {
    "asset_freeze": "assets frozen; no funds or economic resources may be provided",
    "travel_ban": "entry and transit barred",
    "export_control": "licence needed or refused for goods, software or technology",
    "denied_export": "may take no part in controlled exports",
    "financial_restriction": "capital-market or correspondent-account limits",
    "investment_restriction": "investment limits",
    "transport_restriction": "port, airspace or vessel-service limits",
    "procurement_restriction": "public-procurement limits",
    "transaction_restriction": "dealings barred, without a freeze",
    "counter_measure": "imposed in answer to another state's measures",
    "watch": "named for attention; no legal bar by itself",
    "internal": "on the firm's own list",
    "unknown": "the list does not say which measures apply",
}
FEATURES = {
    "name": "Name",
    "identifier": "Identifier",
    "birth_date": "Birth date",
    "country": "Country",
    "address": "Address",
    "gender": "Gender",
    "cut_off": "Name cut off",
    "dob": "Birth date",
}
VIA = {
    "stated": "The code stands in the document",
    "mapped": "The stated code leads here by the tables between editions",
    "classified": "The description was classified",
    "part": "A part number leads here",
}
IDENTIFIERS = {
    "lei": "LEI",
    "bic": "BIC",
    "imo": "IMO number",
    "mmsi": "MMSI",
    "inn": "INN (Russian tax number)",
    "ogrn": "OGRN (Russian register)",
    "iban": "IBAN",
    "uscc": "USCC (Chinese register)",
    "un_ref": "UN reference",
    "passport": "Passport",
    "national_id": "National id",
    "other": "Other number",
}
_HEADS = {
    "bl_number": "Bill of lading number",
    "awb_number": "Air waybill number",
    "incoterm": "Terms of delivery",
}
_UNITS = {
    "H87": "pcs",
    "KGM": "kg",
    "GRM": "g",
    "TNE": "t",
    "LBR": "lb",
    "MTQ": "m³",
    "MTR": "m",
    "LTR": "l",
    "SET": "sets",
    "PK": "packages",
    "CT": "cartons",
    "PX": "pallets",
    "CS": "cases",
    "BX": "boxes",
    "DR": "drums",
}
_FORMATS = ("pdf-", "sheet-", "ubl-", "UBL-", "DCSA-")
NOTICES = frozenset({"stale_source", "missing_source", "sample_library"})
"""Kinds of finding that say the same on every assessment: shown once, at the top."""


def plain_words(code: str) -> str:
    """A code in words: `ultimate_debtor` as `ultimate debtor`."""
    return code.replace("_", " ").replace("-", " ").strip()


def sentence(code: str) -> str:
    """A code as the start of a sentence: `Ultimate debtor`."""
    words = plain_words(code)
    return words[:1].upper() + words[1:]


def head(role: str) -> str:
    """What a paper's value is, at the head of its line: `Bill of lading number`."""
    return _HEADS.get(role) or sentence(role)


def unit(code: str) -> str:
    """A unit as papers write it, `kg` for `KGM`; one without a word as it is."""
    return _UNITS.get(code, code)


def paper(name: str) -> str:
    """A paper's name without its format: `invoice A1` for `pdf-invoice A1`."""
    kind, blank, number = name.partition(" ")
    for before in _FORMATS:
        if kind.startswith(before):
            kind = kind.removeprefix(before).replace("-", " ")
            break
    return f"{kind}{blank}{number}"


def place(kind: str) -> str:
    """What kind of input a subject is, as in `In the customer record`."""
    return "customer record" if kind == "customer" else plain_words(kind)


def measure(code: str) -> str:
    """What a measure means, or the code in words when enduse does not know it."""
    return MEASURES.get(code, plain_words(code))


def via(code: str) -> str:
    """How a control list was reached from what the input says."""
    return VIA.get(code, plain_words(code))


def control_list(code: str) -> str:
    """A control list by its title, or by its code where it is a user's own."""
    return _control_lists().get(code, code)


def tier(code: str) -> str:
    """A tier by its number, or what a list without numbers calls its part."""
    return f"tier {code}" if code[:1].isdigit() else code


@cache
def _control_lists() -> dict[str, str]:
    titles = {card.id: card.title for card in registry.cards().values()}
    held = (shipped_list(name).card for name in SHIPPED)
    return titles | {card.id: card.title for card in held}


def feature(code: str) -> str:
    """What a part of a score compared."""
    return FEATURES.get(code) or sentence(code)


def identifier(scheme: str) -> str:
    """The name of an identifier scheme."""
    return IDENTIFIERS.get(scheme) or sentence(scheme)


def count(number: int, one: str, many: str = "") -> str:
    """A number with its noun: `1 finding`, `2,000 findings`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def signed(value: float) -> str:
    """A score part with its sign, `+0.55` or `−0.10`; `0.00` has none."""
    text = f"{abs(value):.2f}"
    if text == "0.00":
        return text
    return ("+" if value > 0 else "−") + text


def country(code: str) -> str:
    """The name and code of a country or territory, `Lebanon (LB)`, or the code."""
    name = english_name(code)
    return f"{name} ({code})" if name else code
