"""What UBL's element names mean.

*Source*: OASIS Universal Business Language 2.0 to 2.4, common aggregate components,
https://docs.oasis-open.org/ubl/UBL-2.4.html; read by local name, so any version and
any national customisation (Peppol, EN 16931, NLCIUS, XRechnung) reads alike. The
tables are in `ubl_words.toml`.
"""

import re

from enduse.messages.trade.edifact.words import DOCUMENTS
from enduse.messages.trade.tables import Tables
from enduse.messages.trade.tree import Element
from enduse.messages.trade.vocabulary import Vocabulary

_TABLES = Tables("enduse.messages.trade", "ubl_words")
_SHAPE = frozenset(_TABLES.words("shape"))
_PARTIES = _TABLES.meanings("parties")
_PLACES = _TABLES.meanings("places")
NUMBERS = _TABLES.meanings("numbers")
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def party_role(element: Element) -> str:
    """The role of a party, or '' where the element is none."""
    name = element.name
    above = element.parent
    if name in ("Party", "PartyDetail") and above is not None:
        role = party_role_of(above.name)
        if role:
            return "" if _is_shaped(above) and above.name in _PARTIES else role
        called = _CAMEL.sub("_", above.name).lower()
        return called if _is_shaped(element) else ""
    role = party_role_of(name)
    if name == "AgentParty" and above is not None:
        whose = above.parent if above.name == "Party" and above.parent else above
        return f"{party_role_of(whose.name) or 'party'}_agent"
    if name in ("FinancialInstitutionBranch", "FinancialInstitution"):
        return _bank_role(element)
    return role if role and (_is_shaped(element) or name in _PARTIES) else ""


def party_role_of(name: str) -> str:
    """The role that a name gives: from the table, else in its own words."""
    if name in _PARTIES:
        return _PARTIES[name]
    if name.endswith("Party") and name != "Party":
        return _CAMEL.sub("_", name.removesuffix("Party")).lower()
    return ""


def _is_shaped(element: Element) -> bool:
    return not _SHAPE.isdisjoint(element.counts)


def _bank_role(element: Element) -> str:
    above = element.parent
    if above is None or above.name == "FinancialInstitutionBranch":
        return ""
    return f"{_PARTIES.get(above.name, 'payee_account').removesuffix('_account')}_bank"


_EVENT_PLACES = (
    ("Pickup", "place_of_receipt"),
    ("Departure", "port_of_loading"),
    ("Loading", "port_of_loading"),
    ("Arrival", "port_of_discharge"),
    ("Discharge", "port_of_discharge"),
    ("Delivery", "place_of_delivery"),
    ("Acceptance", "place_of_receipt"),
    ("Transship", "port_of_transhipment"),
    ("Waypoint", "transit"),
)


def place_role(element: Element) -> str:
    """The part in the route of a place, or '' where the element is none."""
    name, above = element.name, element.parent
    if name == "DeliveryTerms" or above is None:
        return ""
    if above.name == "DeliveryTerms" and name == "DeliveryLocation":
        return "named_place"
    if name in _PLACES:
        return _PLACES[name]
    if name == "Location":
        for word, role in _EVENT_PLACES:
            if word in above.name:
                return role
        return "transit" if "Event" in above.name else ""
    if name.endswith("Location") and name != "PhysicalLocation" and element.children:
        return _CAMEL.sub("_", name.removesuffix("Location")).lower()
    return ""


WORDS = Vocabulary.of(
    _TABLES,
    party_role=party_role,
    place_role=place_role,
    scopes=frozenset(_TABLES.words("scopes")),
    loose_goods=frozenset(_TABLES.words("loose_goods")),
    mode=_TABLES.meanings("mode"),
    mode_leaf=frozenset(_TABLES.words("mode_leaf")),
    attributes=frozenset(_TABLES.words("attributes")),
    paper_types=("DocumentTypeCode", "DocumentType"),
    papers=DOCUMENTS,
    pairs={"AdditionalItemProperty": ("Name", "Value")},
)
