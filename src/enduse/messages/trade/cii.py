"""UN/CEFACT cross-industry documents in XML: CII, Factur-X, ZUGFeRD 1 and 2.

*Source*: UN/CEFACT CII D16B and later; Factur-X / ZUGFeRD, https://www.ferd-net.de;
ZUGFeRD 1.0 has a namespace and a root element of its own and reads by the same names.
One Message is one document. `read_bytes` is for XML that another reader has taken out
of a PDF.
"""

import re
from collections.abc import Iterator
from typing import cast

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.cii_words import NUMBERS, WORDS
from enduse.messages.trade.draw import Drawn, draw_up
from enduse.messages.trade.edifact.times import day_of
from enduse.messages.trade.inside import carried_in, with_carried
from enduse.messages.trade.notes import Notes
from enduse.messages.trade.tree import Element
from enduse.messages.trade.walk import Walk
from enduse.messages.trade.xml_tree import Tree, read_tree, tree_of
from enduse.model import Fact, Origin, Problem

FORMATS = {
    "CII": "cross-industry invoice, also order and despatch advice",
    "Factur-X": "Factur-X and ZUGFeRD 2, the XML",
    "ZUGFeRD-1.0": "ZUGFeRD 1, the XML",
}
_MARK = re.compile(
    rb"<(?:[\w.-]{1,40}:)?(?:CrossIndustry\w{1,30}|SCRDMCCBDACIO\w{1,40}"
    rb"|CrossBorder\w{1,30})[\s>]"
)
_DOCUMENT = "ExchangedDocument"


def sniff(head: bytes) -> bool:
    """Whether it is XML whose root is a cross-industry document."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\t\r\n ")
    return plain.startswith(b"<") and bool(_MARK.search(plain[:32768]))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a document."""
    for found in read_tree(file):
        if isinstance(found, Problem):
            yield found
        else:
            origin = Origin(file.name, file.sha256, "")
            carried = carried_in(found.top, "AttachmentBinaryObject")
            yield from with_carried(messages(found, origin), carried, origin, options)


def read_bytes(data: bytes, origin: Origin) -> list[Message | Problem]:
    """The documents in XML that stands in memory; `origin` says where it came from.

    Its locator, if any, goes before each XPath: `factur-x.xml /CrossIndustryInvoice`.
    """
    tree, fault = tree_of(data, origin)
    tree.fault = fault
    if origin.locator:
        tree.top.step = f"{origin.locator} "
    alone = tree.fault if not tree.top.children else None
    return [*messages(tree, origin), *([alone] if alone else [])]


def messages(tree: Tree, origin: Origin) -> Iterator[Message]:
    """The documents of a tree."""
    for root in tree.top.children:
        cut = tree.fault if root is tree.top.children[-1] else None
        yield _document(root, origin, cut)


def facts(message: Message) -> list[Fact]:
    """Every party, line of goods, place, amount and text of the document."""
    return list(cast(tuple[Fact, ...], message.content))


def _document(root: Element, origin: Origin, cut: Problem | None) -> Message:
    body = next((e for e in root.walk() if "CrossIndustry" in e.name), root)
    notes = Notes(origin.at(body.path))
    notes.problems.extend([cut] if cut else [])
    head = next((e for e in body.walk() if e.name.endswith(_DOCUMENT)), body)
    number = head.find("ID")
    notes.text("document_type", head.value("TypeCode") or body.name, head.path)
    if number is not None and number.text:
        role = NUMBERS.get(head.value("TypeCode"), _by_name(body.name))
        notes.reference(role, number.take(), number.path)
    issued = head.find("IssueDateTime")
    for leaf in issued.children if issued is not None else ():
        day = day_of(leaf.text, leaf.attributes.get("format", ""))
        notes.date("issue_date", leaf.take(), leaf.path, day=day)
    currency = next(
        (e.text for e in body.walk() if e.name == "InvoiceCurrencyCode" and e.text),
        next((e.text for e in body.walk() if e.name.endswith("CurrencyCode")), ""),
    )
    walk = Walk(notes, WORDS, currency=currency)
    walk.document(root)
    return draw_up(Drawn(_format(body), head.value("ID"), notes))


def _by_name(name: str) -> str:
    if "Order" in name:
        return "order_number"
    return "despatch_number" if "Despatch" in name else "invoice_number"


def _format(body: Element) -> str:
    if body.name == "CrossIndustryDocument":
        return "ZUGFeRD-1.0"
    guide = next((e.text for e in body.walk() if "Guideline" in e.key and e.text), "")
    said = guide.lower()
    if "factur-x" in said or "zugferd" in said:
        return "Factur-X"
    return f"CII-{body.name}"
