"""What the keys of DCSA's JSON mean.

*Source*: Digital Container Shipping Association, eBL 2.0 to 3.x (shipping instructions,
transport document, issuance, surrender), Booking 1.0 to 2.x, PINT 3.x, Arrival Notice
1.x, Track and Trace 2.x, https://dcsa.org/standards; keys kept their meaning over the
versions, so they are read by key. A list's items stand under the list's key. The
tables are in `dcsa_words.toml`.
"""

import re

from enduse.messages.trade.tables import Tables
from enduse.messages.trade.tree import Element
from enduse.messages.trade.vocabulary import Vocabulary

_TABLES = Tables("enduse.messages.trade", "dcsa_words")
_SHAPE = frozenset(_TABLES.words("shape"))
_PARTIES = _TABLES.meanings("parties")
_FUNCTIONS = _TABLES.meanings("functions")
_PLACES = _TABLES.meanings("places")
_LOCATION_TYPES = _TABLES.meanings("location_types")
_DISPLAYED = _TABLES.meanings("displayed")
_PARTS = frozenset(
    ("identifyingCodes", "partyCodes", "partyContactDetails", "taxLegalReferences")
)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def party_role(element: Element) -> str:
    """The role of a party, or '' where the element is none."""
    if not element.children or element.name in _PARTS:
        return ""
    shaped = not _SHAPE.isdisjoint(element.counts)
    name = element.name
    if name == "party" and element.parent is not None:
        function = element.parent.value("partyFunction")
        return _FUNCTIONS.get(function, "other_party")
    if not shaped:
        return ""
    if function := element.value("partyFunction"):
        return "" if element.find("party") else _FUNCTIONS.get(function, "other_party")
    if name in _PARTIES:
        return _PARTIES[name]
    return "" if _is_document(element) else _CAMEL.sub("_", name).lower()


def _is_document(element: Element) -> bool:
    """A transport document has contacts and a carrier of its own, yet is no party."""
    return not {"documentParties", "consignmentItems", "transports"}.isdisjoint(
        element.counts
    ) or not (set(element.counts) - {"partyContactDetails"} & _SHAPE)


def place_role(element: Element) -> str:
    """The part in the route of a place, or '' where the element is none."""
    name, above = element.name, element.parent
    if name in _DISPLAYED:  # words for the paper; the places themselves say more
        structured = above is not None and above.find("transports") is not None
        return "" if structured or element.index > 1 else _DISPLAYED[name]
    if not element.children or above is None:
        return ""
    if name == "transportCall" and element.find("location"):
        return ""
    if name == "location":
        said = next(
            (
                above.value(key)
                for key in (
                    "locationTypeCode",
                    "shipmentLocationTypeCode",
                    "locationType",
                )
                if above.value(key)
            ),
            "",
        )
        return _LOCATION_TYPES.get(said, _PLACES.get(above.name, "transit"))
    if name in _PLACES:
        return "" if element.find("location") else _PLACES[name]
    return ""


WORDS = Vocabulary.of(
    _TABLES,
    party_role=party_role,
    place_role=place_role,
    paper_types=("type", "referenceType", "documentReferenceType", "documentTypeCode"),
    papers=_TABLES.meanings("papers"),
)
