"""What OFAC's words for a number or a fact stand for, in every format it publishes.

*Source*: the reference values of OFAC's advanced and enhanced exports (ID types and
feature types); the delimited files write the same words in their remarks.
"""

import re

from stdnum.exceptions import ValidationError
from stdnum.ru import inn, ogrn

# Scheme, then OFAC's words for it, as published except for case.
_WORDS = {
    "passport": "Passport|Diplomatic Passport|Stateless Person Passport|"
    "British National Overseas Passport",
    "national_id": "National ID No.|Cedula No.|C.U.R.P.|D.N.I.|Personal ID Card|"
    "National Foreign ID Number|SSN|Turkish Identification Number|Numero de Identidad|"
    "Citizen's Card Number|Kenyan ID No.|Tazkira National ID Card|I.F.E.|LE Number|"
    "Credencial electoral|Moroccan Personal ID No.|Bosnian Personal ID No.|C.U.I.|"
    "UAE Identification|C.U.I.P.|Stateless Person ID Card|C.I.N.|N.I.E.|"
    "Identification Number|Identity Card Number|National ID Number",
    "tax_id": "Tax ID No.|R.F.C.|RFC|NIT #|RUC #|V.A.T. Number|RIF #|C.U.I.T.|US FEIN|"
    "Italian Fiscal Code|Fiscal Code|Romanian Tax Registration|RTN|C.I.F.|N.I.F.|"
    "Numero Unico de Identificacao Tributaria (NUIT)|C.N.P.J.|Tax ID Number|"
    "Paraguayan tax identification number",
    "registration": "Registration Number|Registration ID|Business Registration Number|"
    "Company Number|Folio Mercantil No.|Commercial Registry Number|Trade License No.|"
    "C.R. No.|Matricula Mercantil No|Business Registration Document #|"
    "Economic Register Number (CBLS)|Istanbul Chamber of Comm. No.|File Number|"
    "Central Registration System Number|Business Number|Chamber of Commerce Number|"
    "Enterprise Number|Public Registration Number|UK Company Number|Branch Unit Number|"
    "Dubai Chamber of Commerce Membership No.|Registered Charity No.|Romanian C.R.|"
    "Certificate of Incorporation Number|MSB Registration Number|Organization Code|"
    "Registration Certificate Number (Dubai)|Government Gazette Number|"
    "Russian State Individual Business Registration Number Pattern (OGRNIP)|"
    "Chinese Commercial Code",
    "uscc": "Unified Social Credit Code (USCC)|Unified Social Credit Code|"
    "United Social Credit Code Certificate (USCCC)",
    "lei": "Legal Entity Number|Legal Entity Identifier",
    "duns": "D-U-N-S Number",
    "bic": "SWIFT/BIC",
    "clearing": "BIK (RU)",
    "isin": "ISIN",
    "imo": "Vessel Registration Identification",
    "mmsi": "MMSI",
    "call_sign": "Vessel Call Sign|Other Vessel Call Sign",
    "aircraft_tail": "Aircraft Tail Number|Previous Aircraft Tail Number",
    "aircraft_msn": "Aircraft Manufacturer's Serial Number (MSN)|"
    "Aircraft Serial Identification|"
    "Aircraft Construction Number (also called L/N or S/N or F/N)",
    "email": "Email Address|Email|E-mail",
    "phone": "Phone Number|Telephone|Telephone No.|Telephone Number|Phone|Fax|Fax No.|"
    "Fax Number|Phone No.",
    "website": "Website",
    "other": "Driver's License No.|Travel Document Number|Refugee ID Card|License|"
    "Electoral Registry No.|Residency Number|Birth Certificate Number|Permit Number|"
    "Cartilla de Servicio Militar Nacional|VisaNumberID|SRE Permit No.|Pilot License "
    "Number|Afghan Money Service Provider License Number|Immigration No.|Serial No.|"
    "Public Security and Immigration No.|Romanian Permanent Resident|Tourism License "
    "No.|Seafarer's Identification Document|Trademark number|Military Registration "
    "Number|Equity Ticker|Aircraft Mode S Transponder Code",
}
SCHEME_OF = {
    word.lower(): scheme
    for scheme, words in _WORDS.items()
    for word in words.split("|")
}
WALLET = "digital currency address"
_NUMBERISH = re.compile(r"\b(?:number|no\.?|id|code|card)$|#$")

# Facts that are no numbers: kept as notes under these words, or read into a field.
_FACT_WORDS = (
    "DOB|Birthdate|POB|Place of Birth|Gender|nationality|Nationality Country|citizen|"
    "Citizenship Country|Nationality of Registration|Issuer Name|Linked To:|"
    "Aircraft Operator|Vessel Owner|Vessel Flag|Other Vessel Flag|Former Vessel Flag|"
    "Vessel Type|Other Vessel Type|Vessel Tonnage|Vessel Gross Tonnage|"
    "Vessel Gross Registered Tonnage|Vessel Year of Build|Aircraft Model|"
    "Aircraft Manufacture Date|Organization Established Date|Organization Type:|"
    "Target Type|Secondary sanctions risk:|Additional Sanctions Information -|"
    "Transactions Prohibited For Persons Owned or Controlled By U.S. Financial "
    "Institutions:|Executive Order 13662 Directive Determination -|"
    "Executive Order 14024 Directive Information -|Position:|IFCA Determination -|"
    "Executive Order 14024 Directive Information|CAATSA Section 235 Information:|"
    "Executive Order 13846 information:|Executive Order 14059 information:|"
    "Executive Order 14014 Directive Information:|PEESA Information:|"
    "Listing Date (CMIC)|Effective Date (CMIC)|"
    "Purchase/Sales For Divestment Date (CMIC)"
)
FACTS = _FACT_WORDS.split("|")

_LEI = re.compile(r"[A-Z0-9]{18}[0-9]{2}$")
_IMO = re.compile(r"(?:IMO\s*)?(\d{7})$", re.IGNORECASE)
_USCC = re.compile(r"[0-9A-Z]{18}$")


def scheme_of(label: str) -> str:
    """The identifier scheme an OFAC label stands for, or '' where it is no number.

    A label that is not known and ends in `Number`, `No.` or the like is `other`.
    """
    word = label.strip().lower()
    if word.startswith(WALLET):
        return "wallet"
    known = SCHEME_OF.get(word) or SCHEME_OF.get(word.rstrip(":"), "")
    return known or ("other" if _NUMBERISH.search(word) else "")


def refined(label: str, value: str, countries: frozenset[str]) -> tuple[str, str]:
    """Scheme and value, told apart by the value's shape and the country it is from.

    `countries` are those of the number's issuer or, where unknown, of the party.

    *Example*

    >>> refined("Tax ID No.", "7707083893", frozenset({"RU"}))
    ('inn', '7707083893')
    >>> refined("Vessel Registration Identification", "IMO 7406784", frozenset())
    ('imo', '7406784')
    """
    scheme = scheme_of(label)
    if scheme == "imo":
        found = _IMO.match(value)
        return ("imo", found[1]) if found else ("registration", value)
    if scheme == "lei" and not _LEI.match(value):
        return "registration", value
    if scheme == "uscc" and not _USCC.match(value):
        return "registration", value
    if "RU" in countries and scheme in ("tax_id", "registration"):
        return _russian(label, value, scheme), value
    return scheme, value


def _russian(label: str, value: str, scheme: str) -> str:
    if scheme == "tax_id":
        return "inn" if _valid(inn, value) else scheme
    if "gazette" in label.lower():
        return "okpo" if value.isdigit() and len(value) in (8, 10, 14) else scheme
    return "ogrn" if _valid(ogrn, value) else scheme


def _valid(kind: object, value: str) -> bool:
    try:
        kind.validate(value)  # type: ignore[attr-defined]  # python-stdnum is untyped
    except ValidationError:
        return False
    return True
