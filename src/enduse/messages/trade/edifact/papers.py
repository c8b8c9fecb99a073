"""Segments of a document itself: its number, dates, texts, terms and totals."""

from enduse.messages.trade.edifact import words
from enduse.messages.trade.edifact.state import State
from enduse.messages.trade.edifact.taken import Taken
from enduse.messages.trade.edifact.times import day_of

_CARRIED = frozenset(("BAPLIE", "COPRAR", "COARRI", "CODECO", "MOVINS", "CALINF"))


def document(m: State, s: Taken) -> None:
    """What the document is, and its number."""
    code, name = s.take(0), s.take(0, 3)
    m.number = s.look(1)
    m.notes.text("document_type", name or code, s.where)
    role = words.DOCUMENTS.get(code) or words.MESSAGES.get(m.type, "reference")
    m.notes.reference(role, s.take(1), s.where)


def date(m: State, s: Taken) -> None:
    """A date, by what it is of."""
    qualifier, value, format = s.take(0), s.look(0, 1), s.look(0, 2)
    role = words.DATES.get(qualifier, "related_date")
    if m.type in _CARRIED and role != "issue_date":
        role = "related_date"  # of a ship at one of its ports, not of the goods
    day = day_of(value, format)
    if day is not None:
        s.take(0, 1)
        m.notes.date(role, value, s.where, day=day)


_TEXT_ROLES = {
    "AAB": "payment_terms",
    "PMT": "payment_terms",
    "AAD": "dangerous_goods",
    "AAC": "dangerous_goods",
    "PKG": "packaging",
}


def free_text(m: State, s: Taken) -> None:
    """Words, by their subject."""
    qualifier = s.take(0)
    text = " ".join(s.words(3))
    if qualifier in ("AAA", "PRD", "ACB") and m.good is not None and text:
        m.good.words.append(text)
    elif text and qualifier == "AAA":
        m.loose_goods(text, s.where)
    elif text:
        role = _TEXT_ROLES.get(qualifier, "narrative")
        m.notes.narrative(role, text, s.where)


def currency(m: State, s: Taken) -> None:
    """The document's currency."""
    for element in range(len(s.segment.elements)):
        code = s.look(element, 1)
        if s.look(element) in ("2", "1", "6") and len(code) == 3:
            m.currency = m.currency or s.take(element, 1)


def other_document(m: State, s: Taken) -> None:
    """Another document and its number."""
    code, number = s.take(0), s.take(1)
    role = words.DOCUMENTS.get(code.removeprefix("N"), "related_reference")
    if name := s.take(0, 3):
        m.notes.text("documents_required", name, s.where)
    if number:
        m.notes.reference(role, number, s.where)


def terms(m: State, s: Taken) -> None:
    """Terms of delivery."""
    code = s.take(2)
    text = " ".join([code, *s.words(2, 3, 4)]).strip()
    if text:
        m.notes.text("incoterm", text, s.where)


def payment(m: State, s: Taken) -> None:
    """Terms of payment."""
    for element in range(1, len(s.segment.elements)):
        for text in s.words(element, 3):
            m.notes.text("payment_terms", text, s.where)


def control(m: State, s: Taken) -> None:
    """A total to hold the document against."""
    role = words.TOTALS.get(s.take(0), "control_total")
    m.notes.quantity(role, s.number(0, 1), s.take(0, 2), s.where)


def summary(m: State, s: Taken) -> None:
    """Ends the lines."""
    m.close_good()
    m.in_equipment = False
