"""DCSA documents in JSON: bookings, shipping instructions, transport documents, and
the envelopes they travel in (issuance, transfer, surrender, arrival notice).

*Source*: https://dcsa.org/standards; see `dcsa_words`. One Message is one JSON object,
whatever is inside it; a locator is a JSON pointer. A signed part (JWS) is opened and
read, its signature is not checked.
"""

import re
from collections.abc import Iterator, Set
from typing import cast

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.dcsa_words import WORDS
from enduse.messages.trade.draw import Drawn, draw_up
from enduse.messages.trade.json_tree import (
    Pairs,
    TooLarge,
    decoded,
    grow,
    read_documents,
)
from enduse.messages.trade.notes import Notes, is_placeholder
from enduse.messages.trade.tree import Element
from enduse.messages.trade.walk import Walk
from enduse.model import Fact, Origin, Problem

FORMATS = {
    "DCSA-transport-document": "bill of lading or sea waybill, eBL 2 and 3",
    "DCSA-shipping-instructions": "shipping instructions, eBL 2 and 3",
    "DCSA-booking": "booking request or confirmation, 1 and 2",
    "DCSA-issuance-request": "issuance request with its transport document",
    "DCSA-transfer": "PINT envelope: a transport document and who endorsed it",
    "DCSA-surrender-request": "surrender request and its endorsement chain",
    "DCSA-arrival-notice": "arrival notice",
    "DCSA-event": "track and trace event of a shipment, a vessel or a container",
}
_KEYS = """
    transportDocumentReference shippingInstructionsReference documentParties
    consignmentItems carrierBookingReference carrierBookingRequestReference
    utilizedTransportEquipments requestedEquipments envelopeTransferChain
    surrenderRequestReference surrenderRequestCode arrivalNoticeReference
    shipmentLocations transportDocumentTypeCode envelopeManifestSignedContent
    arrivalNotices transportCall eventClassifierCode transportEventTypeCode
    equipmentEventTypeCode shipmentEventTypeCode vesselIMONumber carrierVoyageNumber
    carrierExportVoyageNumber universalExportVoyageReference
"""
_MARK = re.compile(('"(?:' + "|".join(_KEYS.split()) + r')"\s{0,40}:').encode())
# In order: the first key found names the document.
_NAMES = (
    ("eventClassifierCode", "event"),
    ("eventType", "event"),
    ("transportCall", "event"),
    ("arrivalNoticeReference", "arrival-notice"),
    ("arrivalNotices", "arrival-notice"),
    ("surrenderRequestReference", "surrender-request"),
    ("surrenderRequestCode", "surrender-request"),
    ("envelopeTransferChain", "transfer"),
    ("envelopeManifestSignedContent", "transfer"),
    ("issueTo/document", "issuance-request"),
    ("requestedEquipments", "booking"),
    ("carrierBookingRequestReference", "booking"),
    ("shipmentLocations/vessel", "booking"),
    ("transportDocumentReference", "transport-document"),
    ("transportDocumentStatus", "transport-document"),
    ("consignmentItems", "shipping-instructions"),
    ("shipmentLocations", "booking"),
)
_REFERENCES = (
    "arrivalNoticeReference",
    "surrenderRequestReference",
    "transportDocumentReference",
    "shippingInstructionsReference",
    "carrierBookingReference",
    "carrierBookingRequestReference",
    "eventID",
)


def sniff(head: bytes) -> bool:
    """Whether it is JSON with at least one key that only DCSA's standards have."""
    text = decoded(head).lstrip("\ufeff \t\r\n")
    return text[:1] in ("{", "[") and bool(
        _MARK.search(text.encode("utf-8", "replace"))
    )


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a JSON object."""
    origin = Origin(file.name, file.sha256, "")
    for found in read_documents(file):
        if isinstance(found, Problem):
            yield found
            continue
        for pairs, pointer in _documents(*found):
            yield _read(pairs, pointer, origin)


def facts(message: Message) -> list[Fact]:
    """Every party, line of goods, place, container, amount and text of the document."""
    return list(cast(tuple[Fact, ...], message.content))


def _documents(pairs: Pairs, pointer: str) -> Iterator[tuple[Pairs, str]]:
    """The documents of an object: those of a list it holds, where it is but a frame.

    A frame says nothing itself: `{"results": [{...}, {...}], "next": null}`.
    """
    lists = [
        (key, value)
        for key, value in pairs
        if isinstance(value, list) and value and isinstance(value[0], Pairs)
    ]
    rest = [value for _, value in pairs if value and not isinstance(value, list)]
    if len(lists) != 1 or any(map(_says_words, rest)):
        yield pairs, pointer
        return
    key, items = lists[0]
    inner = [item for item in items if isinstance(item, Pairs)]
    kinds = {_kind(Element(""), {name for name, _ in item}) for item in inner}
    if "document" in kinds or len(inner) < len(items):
        yield pairs, pointer
        return
    for number, item in enumerate(inner):
        yield item, f"{pointer}/{key}/{number}"


def _says_words(value: object) -> bool:
    return isinstance(value, Pairs) or any(map(str.isalpha, str(value)))


def _read(pairs: Pairs, pointer: str, origin: Origin) -> Message | Problem:
    try:
        root = grow(pairs, pointer)
    except (TooLarge, RecursionError):
        message = "is nested too deep or holds too much to be read; ask for it in parts"
        return Problem("document-too-large", message, origin.at(pointer), "error")
    notes = Notes(origin.at(pointer or "/"))
    kind = _kind(root, {key for key, _ in pairs})
    notes.text("document_type", kind, pointer or "/")
    Walk(notes, WORDS, currency=root.value("declaredValueCurrency")).document(root)
    return draw_up(Drawn(f"DCSA-{kind}", _reference(root), notes))


def _kind(root: Element, keys: Set[str] = frozenset()) -> str:
    """What the document is; `keys` are also those that hold nothing."""
    names = set(root.counts) | keys
    for element in root.children:
        if element.name in ("document", "transportDocument", "booking"):
            names.add(element.name)
    for telling, kind in _NAMES:
        if set(telling.split("/")) <= names:
            return kind
    inner = root.find("transportDocument") or root.find("document") or root
    return _kind(inner) if inner is not root else "document"


def _reference(root: Element) -> str:
    """The document's own reference; blanks left to be filled are none."""
    for name in _REFERENCES:
        for element in root.walk():
            if element.name == name and element.text:
                if not is_placeholder(element.text):
                    return element.text
                break
    return ""
