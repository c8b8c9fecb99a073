"""UBL documents in XML: invoices, orders, waybills, declarations, any version.

*Source*: OASIS UBL 2.0 to 2.4, https://docs.oasis-open.org/ubl/. One Message is one
document; an envelope around it (SBDH, SOAP) is read as text beside it. A locator is an
XPath of local names.
"""

import re
from collections.abc import Iterator
from typing import cast

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.draw import Drawn, draw_up
from enduse.messages.trade.inside import carried_in, with_carried
from enduse.messages.trade.notes import Notes
from enduse.messages.trade.tree import Element
from enduse.messages.trade.ubl_words import NUMBERS, WORDS
from enduse.messages.trade.walk import Walk
from enduse.messages.trade.xml_tree import Tree, read_tree
from enduse.model import Fact, Origin, Problem

FORMATS = {
    "UBL-Invoice": "invoice, also CreditNote, FreightInvoice, SelfBilledInvoice",
    "UBL-Order": "order, also OrderChange, OrderResponse, Quotation, Catalogue",
    "UBL-DespatchAdvice": "despatch advice, also ReceiptAdvice, PackingList",
    "UBL-BillOfLading": "bill of lading, also Waybill, ForwardingInstructions",
    "UBL-ExportCustomsDeclaration": "customs declaration, export, import, transit",
    "UBL-CertificateOfOrigin": "certificate of origin, also GoodsCertificate",
    "UBL-nnn": "every other UBL document, by the same names",
}
_MARK = re.compile(
    rb"urn:oasis:names:(?:specification|draft|tc)(?::ubl)?[:\w]{0,20}:schema:xsd:"
)
_VERSION = re.compile(r"(\d\.\d)")


# Names that only UBL has, for files whose namespaces were lost on the way.
_OWN = re.compile(
    rb"<(?:[\w.-]{1,40}:)?(?:AccountingSupplierParty|AccountingCustomerParty|Despatch"
    rb"SupplierParty|DeliveryCustomerParty|SellerSupplierParty|BuyerCustomerParty"
    rb"|LegalMonetaryTotal|InvoicedQuantity|DespatchLine|GoodsItem|ConsignorParty"
    rb"|ExporterParty|IssuerEndorsement|CarrierParty|UBLVersionID|PackingListLine)[\s>]"
)
_ROOT = re.compile(rb"<(?:[\w.-]{1,40}:)?(?:" + "|".join(NUMBERS).encode() + rb")[\s>]")


def sniff(head: bytes) -> bool:
    """Whether it is XML in a namespace of UBL, or with names of its own only."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\t\r\n ")
    if not plain.startswith(b"<"):
        return False
    if _MARK.search(plain[:32768]):
        return True
    return bool(_ROOT.search(plain[:32768]) and _OWN.search(plain))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a document."""
    for found in read_tree(file):
        if isinstance(found, Problem):
            yield found
        else:
            origin = Origin(file.name, file.sha256, "")
            carried = carried_in(found.top, "EmbeddedDocumentBinaryObject")
            yield from with_carried(messages(found, origin), carried, origin, options)


def messages(tree: Tree, origin: Origin) -> Iterator[Message]:
    """The documents of a tree; also for XML that another reader has taken out."""
    for root in tree.top.children:
        yield _document(root, tree, origin)


def facts(message: Message) -> list[Fact]:
    """Every party, line of goods, place, amount and text of the document."""
    return list(cast(tuple[Fact, ...], message.content))


def _document(root: Element, tree: Tree, origin: Origin) -> Message:
    body = _body(root, tree)
    notes = Notes(origin.at(body.path))
    notes.text("document_type", body.name, body.path)
    _type_of_transport(body, notes)
    _own_number(body, notes)
    walk = Walk(notes, WORDS, currency=body.value("DocumentCurrencyCode"))
    walk.document(root)
    if tree.fault and root is tree.top.children[-1]:
        notes.problems.append(tree.fault)
    version = _VERSION.search(body.value("UBLVersionID"))
    format = f"UBL-{body.name}" + (f"-{version[1]}" if version else "")
    return draw_up(Drawn(format, body.value("ID"), notes))


def _body(root: Element, tree: Tree) -> Element:
    """The document itself, below whatever envelope there is."""
    for element in root.walk():
        named = element.name in NUMBERS or "ubl" in tree.namespaces.get(
            element.name, ""
        )
        if named and element.children and not element.name.startswith("UBLExt"):
            return element
    return root


def _own_number(body: Element, notes: Notes) -> None:
    """Number and date of a document of a kind that has no word of its own."""
    if body.name in NUMBERS:
        return
    number, issued = body.find("ID"), body.find("IssueDate")
    if number is not None and number.text and not number.children:
        notes.reference("reference", number.take(), number.path)
    if issued is not None and issued.text:
        notes.date("issue_date", issued.take(), issued.path)


def _type_of_transport(body: Element, notes: Notes) -> None:
    """A waybill by air has an air waybill's number, whatever its element is called."""
    if body.name != "Waybill":
        return
    words = f"{body.value('Name')} {body.value('Description')}".upper()
    number = body.find("ID")
    if number is not None and "AIR" in words and number.text:
        notes.reference("awb_number", number.take(), number.path)
