"""Parties, their contacts and addresses, vessels and aircraft out of a tree."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from enduse.codes import bic
from enduse.codes.country import alpha2, is_code
from enduse.messages.swift.free_lines import Line, is_address, split_lines
from enduse.messages.trade.notes import numbered
from enduse.messages.trade.tree import Element, lookup
from enduse.messages.trade.vocabulary import SCHEMES, scheme_of
from enduse.model import Address, Identifier, Party, PartyKind, PartyName

if TYPE_CHECKING:
    from enduse.messages.trade.walk import Walk

_SCHEME_ATTRIBUTES = ("schemeID", "schemeName", "schemeAgencyID", "name")
_SCHEME_SIBLINGS = (
    "codeListName",
    "codeListProvider",
    "DCSAResponsibleAgencyCode",
    "type",
    "TaxScheme",
)
_LABELS = ("schemeName", "schemeID", "schemeAgencyName", "name")


@dataclass(slots=True)
class Draft:
    """A party while its leaves are being read."""

    role: str
    kind: PartyKind = "unknown"
    names: list[PartyName] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    countries: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)
    given: list[str] = field(default_factory=list)
    given_at: str = ""

    def name(self, text: str, where: str) -> None:
        """Adds a name once."""
        if text and all(text != known.text for known in self.names):
            self.names.append(PartyName(text, where))


def read_party(walk: "Walk", element: Element, role: str) -> None:
    """Notes the party of an element; parties and contacts inside it by themselves."""
    draft = Draft(role)
    loose: dict[str, list[str]] = {}
    later: list[Element] = []
    _gather(walk, element, draft, loose, later)
    if loose:
        draft.addresses.append(_address_of(loose, element.path))
    _person(draft, "person")
    walk.notes.party(_finished(walk, draft, element))
    for inner in later:
        if inner.name in walk.words.contacts:
            read_contact(walk, inner, role)
        else:
            walk.element(inner)


def _gather(
    walk: "Walk",
    element: Element,
    draft: Draft,
    loose: dict[str, list[str]],
    later: list[Element],
) -> None:
    words = walk.words
    for child in element.children:
        if child.name in words.contacts:
            later.append(child)
        elif child.children and child.name in words.addresses:
            _address(walk, child, draft)
        elif child.children and words.party_role(child):
            later.append(child)
        elif child.children:
            _gather(walk, child, draft, loose, later)
        elif child.text and not child.taken:
            if what := lookup(words.party, child):
                _take(draft, child, what)
            elif what := lookup(words.address, child):
                loose.setdefault(what, []).append(child.take())
            else:
                walk.leaf(child)


def _take(draft: Draft, leaf: Element, what: str) -> None:
    text, where = leaf.take(), leaf.path
    kind, _, scheme = what.partition(":")
    if kind == "name":
        draft.name(text, where)
    elif kind == "given":
        draft.given.append(text)
        draft.given_at = draft.given_at or where
    elif kind == "country":
        code = alpha2(text)
        draft.countries.extend([code[:2]] if code else [])
        leaf.taken = bool(code)
    elif kind == "kind":
        leaf.taken = False
    else:
        draft.identifiers.append(_identifier(leaf, text, scheme, where))


def _identifier(leaf: Element, text: str, scheme: str, where: str) -> Identifier:
    """A number under the scheme that its attributes, siblings or value tell."""
    said = [leaf.attributes.get(name, "") for name in _SCHEME_ATTRIBUTES]
    note = next((leaf.attributes[n] for n in _LABELS if leaf.attributes.get(n)), "")
    country = ""
    if leaf.parent is not None:
        for name in _SCHEME_SIBLINGS:
            sibling = leaf.parent.find(name)
            if sibling is not None:
                value = sibling.text or sibling.value("ID")
                sibling.taken = sibling.taken or not sibling.children
                said.append(value)
                note = "; ".join(part for part in (note, value) if part)
        sibling = leaf.parent.find("countryCode")
        if sibling is not None and is_code(sibling.text):
            country = sibling.take()
    named = next((found for s in said if (found := scheme_of(s, SCHEMES))), "")
    if scheme == "bank":  # a BIC, else the bank's or branch's own number
        scheme = "other" if bic.fault(text) else "bic"
    if scheme in ("", "other"):
        scheme = named or "other"
    return numbered(scheme, text, where, country=country, note=note)


def _person(draft: Draft, kind: PartyKind) -> None:
    if draft.given:
        draft.name(" ".join(draft.given), draft.given_at)
        draft.kind = kind if len(draft.names) == 1 else draft.kind


def read_contact(walk: "Walk", element: Element, role: str) -> None:
    """Notes a contact: a person of its own where it has a name, and its numbers."""
    draft = Draft(f"{role}_contact", "person")
    loose: dict[str, list[str]] = {}
    later: list[Element] = []
    if not element.children:
        draft.name(element.take(), element.path)
    _gather(walk, element, draft, loose, later)
    _person(draft, "person")
    if not draft.names:
        draft.kind = "unknown"
    walk.notes.party(_finished(walk, draft, element))
    for inner in later:
        walk.element(inner)


def _address(walk: "Walk", element: Element, draft: Draft) -> None:
    said: dict[str, list[str]] = {}
    for leaf in element.walk():
        if leaf.text and not leaf.taken and not leaf.children:
            what = lookup(walk.words.address, leaf)
            if what:
                said.setdefault(what, []).append(leaf.take())
    if said:
        draft.addresses.append(_address_of(said, element.path))
    for name in said.get("addressee", ()):
        draft.name(name, element.path)


def _address_of(said: dict[str, list[str]], path: str) -> Address:
    def joined(*keys: str) -> str:
        texts = [text for key in keys for text in said.get(key, ())]
        return " ".join(dict.fromkeys(texts))

    written = next(
        (t for t in (*said.get("country", ()), *said.get("country_text", ()))), ""
    )
    code = alpha2(written)[:2] if written else ""
    return Address(
        lines=tuple(dict.fromkeys(said.get("line", ()))),
        street=joined("street", "number"),
        city=joined("city"),
        region=joined("region"),
        postcode=joined("postcode"),
        country=code,
        country_text=" ".join(
            t
            for t in (*said.get("country", ()), *said.get("country_text", ()))
            if t != code
        ),
        locator=path,
    )


def _finished(walk: "Walk", draft: Draft, element: Element) -> Party:
    if not draft.names and draft.addresses:
        draft.names.extend(_named_in(draft.addresses[0].lines, element.path))
    return Party(
        role=draft.role,
        origin=walk.notes.origin.at(element.path),
        names=tuple(draft.names),
        kind=draft.kind,
        identifiers=tuple(draft.identifiers),
        countries=tuple(dict.fromkeys(draft.countries)),
        addresses=tuple(draft.addresses),
    )


def _named_in(lines: tuple[str, ...], where: str) -> tuple[PartyName, ...]:
    """The name that opens the lines of an address, of a party that has no other."""
    if not lines or is_address(lines[0]):
        return ()
    return split_lines([Line(line, where) for line in lines])[0]


_MEANS_SCHEMES = {
    "imo": "imo",
    "call_sign": "call_sign",
    "mmsi": "mmsi",
    "tail": "aircraft_tail",
    "number": "other",
}


def read_means(walk: "Walk", element: Element) -> None:
    """Notes the vessel or aircraft that the leaves of an element name."""
    draft = Draft("vessel", "vessel")
    for child in element.children:
        what = lookup(walk.words.means, child)
        if not what or not child.text or child.children or child.taken:
            continue
        text, where = child.take(), child.path
        if what == "name":
            draft.name(text, where)
        elif what == "flag":
            code = alpha2(text)[:2]
            draft.countries.extend([code] if code else [])
            child.taken = bool(code)
        elif what == "either":  # an IMO number where it is one, else a name
            _named_or_numbered(draft, text, where)
        else:
            scheme = _MEANS_SCHEMES[what]
            draft.identifiers.append(Identifier(scheme, text, "", "", where))
        if what == "tail":
            draft.role, draft.kind = "aircraft", "aircraft"
            draft.name(text, where)  # lists call it by its mark
    walk.notes.party(_finished(walk, draft, element))


def _named_or_numbered(draft: Draft, text: str, where: str) -> None:
    digits = text.upper().removeprefix("IMO").strip(" :.-")
    if digits.isdigit() and len(digits) == 7:
        draft.identifiers.append(Identifier("imo", digits, "", "", where))
    elif digits.isdigit() and len(digits) == 9:
        draft.identifiers.append(Identifier("mmsi", digits, "", "", where))
    elif any(c.isdigit() for c in text) and " " not in text and len(text) <= 8:
        draft.identifiers.append(Identifier("call_sign", text, "", "", where))
    else:
        draft.name(text, where)
