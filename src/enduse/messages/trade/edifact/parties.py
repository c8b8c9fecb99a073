"""Segments of parties: who, their contacts, accounts and numbers."""

from enduse.codes import container
from enduse.messages.trade.edifact import words
from enduse.messages.trade.edifact.drafts import PartyDraft, party_of
from enduse.messages.trade.edifact.state import State
from enduse.messages.trade.edifact.taken import Taken
from enduse.messages.trade.notes import numbered
from enduse.model import PartyName

_COMMUNICATION = {
    "TE": "phone",
    "AL": "phone",
    "FX": "phone",
    "EM": "email",
    "AH": "website",
}


def name(m: State, s: Taken) -> None:
    """Opens a party."""
    m.close_party()
    role = words.PARTIES.get(s.take(0).upper(), f"party_{s.look(0).lower()}")
    m.party = party_of(s, role)
    if m.good is not None and role == "manufacturer" and m.party.names:
        m.good.maker = m.party.names[0].text


def contact(m: State, s: Taken) -> None:
    """Opens a contact of the party."""
    role = m.party.role if m.party is not None else "document"
    name = s.take(1, 1) or s.take(1)
    if m.contact is not None:
        m.contact.note(m.notes)
    m.contact = PartyDraft(f"{role}_contact", s.where, "person")
    if name and not name.isdigit():
        m.contact.names.append(PartyName(name, s.where))
    elif name:
        m.contact.identifiers.append(numbered("other", name, s.where))


def communication(m: State, s: Taken) -> None:
    """Numbers and addresses of the contact or party."""
    whose = m.contact or m.party
    if whose is None:
        return
    for element in range(len(s.segment.elements)):
        scheme = _COMMUNICATION.get(s.take(element, 1), "other")
        if value := s.take(element):
            whose.identifiers.append(numbered(scheme, value, s.where))


def account(m: State, s: Taken) -> None:
    """An account and its bank."""
    side = "payer" if s.take(0) in ("BB", "BI", "PB") else "payee"
    account = PartyDraft(f"{side}_account", s.where)
    if number := s.take(1):
        account.identifiers.append(numbered("account", number, s.where))
    account.names.extend(PartyName(n, s.where) for n in s.words(1, 1, 2))
    account.note(m.notes)
    bank = PartyDraft(f"{side}_bank", s.where, "entity")
    if code := s.take(2):
        bank.identifiers.append(numbered("bic", code, s.where))
    if name := " ".join(s.words(2, 6, 7)):
        bank.names.append(PartyName(name, s.where))
    bank.note(m.notes)


def reference(m: State, s: Taken) -> None:
    """A number of another paper, or of the party."""
    qualifier, value = s.take(0), s.take(0, 1)
    if m.party is not None and (scheme := words.PARTY_NUMBERS.get(qualifier)):
        found = numbered(scheme, value, s.where, note=qualifier)
        m.party.identifiers.append(found)
        return
    role = words.REFERENCES.get(qualifier, "related_reference")
    if role == "container" and not container.is_shaped(value):
        role = "related_reference"
    if len(value) < 2 or not qualifier:
        role = "line_reference"  # `1`: no number at all, a place to put one
    m.notes.reference(role, value, s.where)
