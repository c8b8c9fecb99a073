"""What the element names of UN/CEFACT cross-industry documents mean.

*Source*: UN/CEFACT Cross Industry Invoice D16B and later, Cross Industry Order and
Despatch Advice (SCRDM), https://unece.org/trade/uncefact; Factur-X 1.0 / ZUGFeRD 2.x
and ZUGFeRD 1.0 (`CrossIndustryDocument`); read by local name. The tables are in
`cii_words.toml`.
"""

import re

from enduse.messages.trade.edifact.words import DOCUMENTS
from enduse.messages.trade.tables import Tables
from enduse.messages.trade.tree import Element
from enduse.messages.trade.vocabulary import Vocabulary

_TABLES = Tables("enduse.messages.trade", "cii_words")
_PARTIES = _TABLES.meanings("parties")
_PLACES = _TABLES.meanings("places")
NUMBERS = _TABLES.meanings("numbers")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def party_role(element: Element) -> str:
    """The role of a party, or '' where the element is none."""
    name = element.name
    if name in _PARTIES:
        return _PARTIES[name]
    if name.endswith("Party") and element.children:
        stem = name.removesuffix("Party").removesuffix("Trade")
        return _CAMEL.sub("_", stem).lower() or "party"
    return ""


def place_role(element: Element) -> str:
    """The part in the route of a place, or '' where the element is none."""
    return _PLACES.get(element.name, "")


WORDS = Vocabulary.of(
    _TABLES,
    party_role=party_role,
    place_role=place_role,
    mode=_TABLES.meanings("mode"),
    mode_leaf=frozenset(_TABLES.words("mode_leaf")),
    attributes=frozenset(_TABLES.words("attributes")),
    paper_types=("TypeCode", "ReferenceTypeCode", "Name"),
    papers=DOCUMENTS,
    pairs={"ApplicableProductCharacteristic": ("Description", "Value")},
)
