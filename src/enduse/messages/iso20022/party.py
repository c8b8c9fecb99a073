"""Parties, agents and accounts, read by the shape of their elements."""

import re

from enduse.codes import bic, iban
from enduse.codes.country import alpha2, is_code
from enduse.messages.iso20022 import address
from enduse.messages.iso20022.book import Book, Draft
from enduse.messages.iso20022.node import Node
from enduse.messages.iso20022.vocabulary import (
    PLACEHOLDERS,
    SCHEME_OF_CODE,
    SCHEME_OF_LEAF,
)
from enduse.messages.swift.free_lines import goes_on, joined
from enduse.messages.telegraphic import with_signs
from enduse.model import Identifier, PartyKind, PartyName
from enduse.text.dates import parse_span

# Elements that only hold more of the same party, and what they say it is.
_INNER: dict[str, PartyKind] = {
    "FinInstnId": "entity",
    "CmbndId": "entity",
    "BrnchId": "entity",
    "FIId": "entity",
    "OrgId": "entity",
    "PrvtId": "person",
    "Agt": "unknown",
    "Pty": "unknown",
    "Id": "unknown",
    "NmAndAdr": "unknown",
}
_NAMED = frozenset(("Nm", "Adr"))
_BIRTH = ("CityOfBirth", "PrvcOfBirth", "CtryOfBirth")
_KINDS = ("SchmeNm", "Tp", "IdTp")  # of a number, the first of them names its scheme
_ISSUED = frozenset(("passport", "national_id", "tax_id", "registration"))
_CODE = 4  # signs of an issuer that is a country or a register, and no name
_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")


def read(book: Book, draft: Draft, node: Node, path: str) -> None:
    """Adds to `draft` all that an element and what is inside it say of the party."""
    for child, where in book.below(node, path):
        name = child.name
        if name == "Nm":
            _name(book, draft, child.text(), where)
        elif name in SCHEME_OF_LEAF:
            _identify(book, draft, SCHEME_OF_LEAF[name], child.text(), where)
        elif name == "Id" and child.leaf:
            note = "branch" if node.name == "BrnchId" else _note_of(node)
            _identify(book, draft, "other", child.text(), where, note)
        elif name in _INNER:
            if _INNER[name] != "unknown" and child.parts:
                draft.kind = _INNER[name]
            read(book, draft, child, where)
        elif name in _READERS:
            _READERS[name](book, draft, child, where)
        else:
            book.unread.append((child, where))


def _note_of(node: Node) -> str:
    """What to say of a number that stands in an element without a scheme."""
    return "" if node.name in ("Id", "Othr") else node.name


def _name(book: Book, draft: Draft, text: str, where: str) -> None:
    if not text:
        return
    if text.upper() in PLACEHOLDERS:
        book.exempt += 1
        return
    book.screened += 1
    if not draft.names or text not in [name.text for name in draft.names]:
        draft.names.extend(with_signs([PartyName(text, where)]))


def _identify(
    book: Book, draft: Draft, scheme: str, value: str, where: str, note: str = ""
) -> None:
    if not value or value.upper() in PLACEHOLDERS:
        book.exempt += bool(value)
        return
    country = ""
    if scheme == "bic":
        country = bic.country(value)
        if draft.kind == "unknown":
            draft.kind = "entity"
    elif scheme == "lei" and draft.kind == "unknown":
        draft.kind = "entity"
    elif scheme == "iban":
        country = iban.country(value)
    book.identify(draft, Identifier(scheme, value, country, note, where))


def _address(book: Book, draft: Draft, node: Node, path: str) -> None:
    if node.leaf:
        book.unread.append((node, path))
        return
    if not _NAMED.isdisjoint(node.names()):
        read(book, draft, node, path)  # a name and address under an address's name
        return
    found = address.read(node, path, book)
    if found:
        draft.addresses.append(found)
        _name_below(draft, [c.text() for c in node.children() if c.name == "AdrLine"])


def _name_below(draft: Draft, lines: list[str]) -> None:
    """Adds the readings in which a party's name goes on in its address lines."""
    if len(draft.names) != 1 or not lines:
        return
    name = draft.names[0]
    if goes_on(name.text, lines[0]):
        for text in joined(name.text, lines):
            draft.names.append(PartyName(text, name.locator))


def _country(book: Book, draft: Draft, node: Node, path: str) -> None:
    text = node.text()
    if not text:
        return
    if not is_code(text):
        message = f"{text!r} is no ISO 3166 country code; ask the sender"
        book.report("country-unknown", message, path)
        book.text("unmapped", text, path)
    else:
        book.screened += 1
    code = alpha2(text)
    if is_code(code):
        draft.countries.append(code)


def _birth(book: Book, draft: Draft, node: Node, path: str) -> None:
    draft.kind = "person"
    for child, where in book.below(node, path):
        text = child.text()
        if child.name == "BirthDt" and text:
            span = parse_span(text)
            if span:
                book.screened += 1
                draft.birth_dates.append(span)
            else:
                message = f"birth date {text!r} is no date enduse can read"
                book.report("date-unreadable", message, where)
                book.text("unmapped", text, where)
        elif child.name not in _BIRTH and child.name != "BirthDt":
            book.unread.append((child, where))
    places = [text for text in map(node.value, _BIRTH) if text]
    if places:
        book.screened += len(places)
        draft.birth_places.append(", ".join(places))


def _clearing(book: Book, draft: Draft, node: Node, path: str) -> None:
    system = node.value("ClrSysId")
    country = system[:2] if is_code(system[:2]) else ""
    for child, where in book.below(node, path):
        if child.name == "MmbId":
            found = Identifier("clearing", child.text(), country, system, where)
            if found.value:
                book.identify(draft, found)
                _parts_too(book, child, where)
        elif child.name != "ClrSysId":
            book.unread.append((child, where))
        else:
            book.whole(child, where)
    if system and not node.value("MmbId"):
        book.text("unmapped", system, f"{path}/ClrSysId", leaves=0)


def _parts_too(book: Book, node: Node, path: str) -> None:
    """Counts the other texts of a number that has elements within, as none should."""
    if not node.leaf:
        book.whole(node, path)
        book.screened -= 1  # the number itself


def _other(book: Book, draft: Draft, node: Node, path: str) -> None:
    """A number with its scheme's name and issuer, or of a `Tp` (a proxy)."""
    if node.leaf:
        book.unread.append((node, path))
        return
    kinds = [kind for kind in map(node.value, _KINDS) if kind]
    issuer = node.value("Issr")
    scheme = SCHEME_OF_CODE.get(kinds[0].upper(), "other") if kinds else "other"
    note = "; ".join(part for part in (*kinds, issuer) if part)
    for child, where in book.below(node, path):
        value = child.text() if child.name == "Id" else ""
        if value:
            country = alpha2(issuer) if issuer and scheme in _ISSUED else ""
            book.identify(draft, Identifier(scheme, value, country, note, where))
            _parts_too(book, child, where)
        elif child.name not in (*_KINDS, "Issr", "Id"):
            book.unread.append((child, where))
        elif child.name != "Id":
            book.whole(child, where)
    if note and not node.value("Id"):
        book.text("unmapped", note, path, leaves=0)
    elif len(issuer) > _CODE and any(map(str.isalpha, issuer)):
        book.text("unmapped", issuer, f"{path}/Issr", leaves=0)


def _contact(book: Book, draft: Draft, node: Node, path: str) -> None:
    """A named contact is a party of its own; without a name, its numbers are ours."""
    named = node.value("Nm")
    whose = book.draft(f"{draft.role}_contact", path) if named else draft
    read(book, whose, node, path)


def account(book: Book, draft: Draft, node: Node, path: str) -> None:
    """Adds an account's numbers and names to the party that holds it.

    The holder's own names come before the account's.
    """
    for child, where in sorted(
        book.below(node, path), key=lambda c: c[0].name != "Ownr"
    ):
        if child.name == "Id" and not child.leaf:
            _account_id(book, draft, child, where)
        elif child.name == "Nm":
            _name(book, draft, child.text(), where)
        elif child.name in SCHEME_OF_LEAF or (child.name == "Id" and child.leaf):
            scheme = SCHEME_OF_LEAF.get(child.name, "account")
            _identify(book, draft, scheme, child.text(), where)
        elif child.name == "Prxy":
            _other(book, draft, child, where)
        elif child.name == "Ownr":
            read(book, draft, child, where)
        elif child.name == "Svcr":
            read(book, book.draft("account_servicer", where, "entity"), child, where)
        else:
            book.unread.append((child, where))


def _account_id(book: Book, draft: Draft, node: Node, path: str) -> None:
    for child, where in book.below(node, path):
        if child.name in SCHEME_OF_LEAF:
            scheme = SCHEME_OF_LEAF[child.name]
            _identify(book, draft, scheme, child.text(), where)
        elif child.name == "Id" and child.leaf:
            _identify(book, draft, "account", child.text(), where)
        elif child.name in ("Othr", "PrtryAcct") and not child.leaf:
            _account_number(book, draft, child, where)
        else:
            book.unread.append((child, where))


def _account_number(book: Book, draft: Draft, node: Node, path: str) -> None:
    said = (node.value("SchmeNm"), node.value("Issr"))
    note = "; ".join(part for part in said if part)
    value = node.value("Id")
    is_iban = _IBAN.fullmatch(value) and not iban.fault(value)
    scheme = "iban" if is_iban else "account"
    _identify(book, draft, scheme, value, f"{path}/Id", note)
    for child, where in book.below(node, path):
        if child.name not in ("Id", "SchmeNm", "Issr"):
            book.unread.append((child, where))
        elif child.name != "Id":
            book.whole(child, where)
        elif value and value.upper() not in PLACEHOLDERS:
            _parts_too(book, child, where)
    if note and not value:
        book.text("unmapped", note, path, leaves=0)


_READERS = {
    "PstlAdr": _address,
    "Adr": _address,
    "Ctry": _country,
    "CtryOfRes": _country,
    "DtAndPlcOfBirth": _birth,
    "ClrSysMmbId": _clearing,
    "Othr": _other,
    "PrtryId": _other,
    "CtctDtls": _contact,
}
