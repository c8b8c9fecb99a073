"""Air waybills, house waybills and manifests in XML: IATA Cargo-XML.

*Source*: IATA Cargo-XML Manual and Toolkit, messages XFWB (`iata:waybill:1`), XFZB
(`iata:housewaybill:1`), XFHL (`iata:housemanifest:1`) and XFFM
(`iata:flightmanifest:1`), any version. One Message is one document; a locator is an
XPath of local names.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import cast

from enduse.codes import port
from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.cargo_xml_words import SUMMED, WORDS
from enduse.messages.trade.draw import Drawn, draw_up
from enduse.messages.trade.notes import Notes, numbered
from enduse.messages.trade.tree import Element
from enduse.messages.trade.walk import Walk
from enduse.messages.trade.xml_tree import Tree, read_tree
from enduse.model import (
    Fact,
    Identifier,
    Origin,
    Party,
    PartyName,
    Place,
    Problem,
    Route,
)

FORMATS = {
    "XFWB": "air waybill, Cargo-XML",
    "XFZB": "house waybill, Cargo-XML",
    "XFHL": "house manifest: the house waybills of a consolidation, Cargo-XML",
    "XFFM": "flight manifest, Cargo-XML",
}
_CALLED = {
    "Waybill": "XFWB",
    "HouseWaybill": "XFZB",
    "HouseManifest": "XFHL",
    "FlightManifest": "XFFM",
}
_MARK = re.compile(
    rb"[\"'](?:mx:)?iata:(?:house)?(?:waybill|manifest|flightmanifest):\d"
)
_ROOT = re.compile(
    rb"<(?:[\w.-]{1,40}:)?(?:Waybill|HouseWaybill|HouseManifest|FlightManifest)[\s>]"
)
_OWN = re.compile(rb"<(?:[\w.-]{1,40}:)?MessageHeaderDocument[\s>]")
_LABEL = re.compile(r"^[A-Z]{2,6}[:/ ]*(?=\d)")
_WORDS = re.compile(r"[^\W\d_]{3,} +[^\W\d_]{2,}")
_STOP = "port_of_transhipment"
# Whom a note for customs is about.
_SUBJECTS = {
    "SHP": "shipper",
    "CNE": "consignee",
    "AGT": "freight_forwarder",
    "NFY": "notify_party",
}


def sniff(head: bytes) -> bool:
    """Whether it is XML in a namespace of Cargo-XML, or with its names only."""
    plain = head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe\t\r\n ")
    if not plain.startswith(b"<"):
        return False
    start = plain[:32768]
    return bool(_ROOT.search(start) and (_MARK.search(start) or _OWN.search(start)))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message a document."""
    for found in read_tree(file):
        if isinstance(found, Problem):
            yield found
        else:
            yield from messages(found, Origin(file.name, file.sha256, ""))


def messages(tree: Tree, origin: Origin) -> Iterator[Message]:
    """The documents of a tree, whatever envelope is around them."""
    for root in tree.top.children:
        bodies = [e for e in root.walk() if e.name in _CALLED and e.children] or [root]
        for number, body in enumerate(bodies):
            rest = root if number == 0 and len(bodies) == 1 else body
            last = root is tree.top.children[-1] and body is bodies[-1]
            yield _document(body, rest, origin, tree.fault if last else None)


def facts(message: Message) -> list[Fact]:
    """Every party, line of goods, place, amount and text of the document."""
    return list(cast(tuple[Fact, ...], message.content))


def _document(
    body: Element, rest: Element, origin: Origin, cut: Problem | None
) -> Message:
    notes = Notes(origin.at(body.path))
    notes.problems.extend([cut] if cut else [])
    described = any(e.name == "Identification" and e.text for e in body.walk())
    walk = Walk(notes, WORDS if described else SUMMED, currency=_currency(body))
    walk.document(rest)
    notes.facts = [_named(_flown(fact)) for fact in notes.facts]
    for note in body.walk():
        if note.name == "IncludedCustomsNote":
            _customs(notes, note)
    number = _number(body)
    if not number:
        said = "gives no air waybill number; the message may be damaged, ask for it"
        notes.report("awb-missing", said, body.path)
    return draw_up(Drawn(_CALLED.get(body.name, "XFWB"), number, notes))


def _currency(body: Element) -> str:
    return next((e.text for e in body.walk() if e.name == "SourceCurrencyCode"), "")


def _number(body: Element) -> str:
    """The number the document calls itself by: of a house, not of its master."""
    own = body.value("BusinessHeaderDocument", "ID")
    master = body.value("MasterConsignment", "TransportContractDocument", "ID")
    flight = body.value("LogisticsTransportMovement", "ID")
    return own or master or (flight if body.name == "FlightManifest" else "")


def _flown(fact: Fact) -> Fact:
    """A route by air: airports with their countries, each passed once."""
    if not isinstance(fact.value, Route):
        return fact
    ends = {_code(p) for p in fact.value.places if p.role != _STOP}
    kept: dict[tuple[str, str], Place] = {}
    for place in fact.value.places:
        if place.role != _STOP or _code(place) not in ends:
            known = port.by_iata(_code(place))
            country = place.country or (known.country if known else "")
            kept.setdefault((place.role, _code(place)), replace(place, country=country))
    return replace(fact, value=Route(tuple(kept.values()), "air"))


def _named(fact: Fact) -> Fact:
    """A party that gives its name where a number is due, with the name."""
    party = fact.value
    if not isinstance(party, Party) or party.names:
        return fact
    said = next((i for i in party.identifiers if _WORDS.search(i.value)), None)
    if said is None:
        return fact
    names = (PartyName(said.value, said.locator),)
    return replace(fact, value=replace(party, names=names))


def _code(place: Place) -> str:
    """The airport's three letters, which stand last in its name."""
    return place.name.rpartition(" ")[2].upper()


def _customs(notes: Notes, note: Element) -> None:
    """What customs are told of a party: its tax number, or whom to ask there."""
    role = _SUBJECTS.get(note.value("SubjectCode").upper(), "")
    kind, said = note.value("ContentCode").upper(), note.value("Content")
    if not role or not said:
        return
    content = note.find("Content")
    where = content.path if content is not None else note.path
    if kind == "CP":
        name = (PartyName(said.partition("/")[2] or said, where),)
        origin = notes.origin.at(where)
        notes.party(Party(f"{role}_contact", origin, name, "person"))
    elif kind == "T":
        value = _LABEL.sub("", said) or said
        number = numbered(
            "tax_id", value, where, country=note.value("CountryID"), note=said
        )
        _number_of(notes, role, number, note)


def _number_of(notes: Notes, role: str, number: Identifier, note: Element) -> None:
    """Gives a party its number: the one of the same consignment, else a new one."""
    around = note.parent.path if note.parent is not None else ""
    for at, fact in enumerate(notes.facts):
        party = fact.value
        if not isinstance(party, Party) or party.role != role:
            continue
        if party.origin.locator.startswith(around):
            ids = (*party.identifiers, number)
            notes.facts[at] = replace(fact, value=replace(party, identifiers=ids))
            return
    notes.party(Party(role, notes.origin.at(note.path), identifiers=(number,)))
