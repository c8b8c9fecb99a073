"""What the element names of Cargo-XML mean.

*Source*: IATA Cargo-XML Manual and Toolkit, messages XFWB, XFZB, XFHL and XFFM; their
names are those of the UN/CEFACT reference data model, read by local name. The tables
are in `cargo_xml_words.toml`.
"""

from dataclasses import replace

from enduse.messages.trade.edifact.words import DOCUMENTS
from enduse.messages.trade.edifact.words import PARTIES as CODED
from enduse.messages.trade.tables import Tables
from enduse.messages.trade.tree import Element
from enduse.messages.trade.vocabulary import Vocabulary

_TABLES = Tables("enduse.messages.trade", "cargo_xml_words")
_PARTIES = _TABLES.meanings("parties")
_PLACES = _TABLES.meanings("places")
_CONSIGNMENTS = frozenset(_TABLES.words("consignments"))
_OPERATED = "SpecifiedLogisticsTransportMovement"
_SIGNED = {
    "SignatoryCarrierAuthentication": "carrier_agent",
    "SignatoryConsignorAuthentication": "mentioned",
}


def party_role(element: Element) -> str:
    """The role of a party, or '' where the element is none.

    An `AssociatedParty` has its part in a code of UNTDID 3035 beside it; who signs for
    the carrier is its agent; means of transport of a flight that are named by more
    than a code are those of an airline.
    """
    name = element.name
    if name == "AssociatedParty":
        return CODED.get(element.value("RoleCode").upper(), "mentioned")
    if name in _PARTIES:
        return _PARTIES[name]
    if name in _SIGNED and element.value("Signatory"):
        return _SIGNED[name]
    above = element.parent
    if name == "UsedLogisticsTransportMeans" and above and above.name == _OPERATED:
        return "carrier" if len(element.value("Name")) > _CODE else ""
    return "mentioned" if name.endswith("Party") and element.value("Name") else ""


_CODE = 3  # letters of an airline's code at most


def place_role(element: Element) -> str:
    """The part in the route of a place, or '' where the element is none."""
    return _PLACES.get(element.name, "")


WORDS = Vocabulary.of(
    _TABLES,
    party_role=party_role,
    place_role=place_role,
    scopes=_CONSIGNMENTS,
    attributes=frozenset(_TABLES.words("attributes")),
    paper_types=("TypeCode", "Name"),
    papers=DOCUMENTS,
)
SUMMED = replace(WORDS, goods=WORDS.goods | _CONSIGNMENTS)
"""For messages whose consignments describe their goods as a whole, not line by line."""
