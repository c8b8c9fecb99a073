"""What was gathered of one trade document, drawn up as a Message."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from enduse.messages.message import Message
from enduse.messages.trade.beside import beside
from enduse.messages.trade.notes import Notes
from enduse.model import Fact, Origin, Problem, SubjectKind, Text


@dataclass(frozen=True, slots=True)
class Drawn:
    """The name of a document's format, its own number, and what was gathered of it."""

    format: str
    ref: str
    notes: Notes
    kind: SubjectKind = "document"


def draw_up(drawn: Drawn) -> Message:
    """The Message of a document, its dates held against each other."""
    notes = drawn.notes
    notes.facts.extend(beside(notes.facts))
    problems = (*notes.problems, *date_problems(notes.facts, notes.origin))
    return Message(
        format=drawn.format,
        kind=drawn.kind,
        ref=drawn.ref or notes.origin.locator,
        origin=notes.origin,
        content=tuple(notes.facts),
        problems=problems,
        coverage=notes.coverage,
    )


# The first must not be later than the second, on one paper.
_ORDER = (
    ("issue_date", "expiry_date"),
    ("issue_date", "latest_shipment_date"),
    ("issue_date", "due_date"),
    ("latest_shipment_date", "expiry_date"),
    ("shipment_date", "expiry_date"),
    ("shipment_date", "latest_shipment_date"),
    ("shipment_date", "arrival_date"),
    ("shipment_date", "delivery_date"),
)
_ISO = re.compile(r"\d{4}-\d\d-\d\d")


def date_problems(facts: Iterable[Fact], origin: Origin) -> Iterator[Problem]:
    """A Problem for each two dates of one paper that stand in the wrong order."""
    days: dict[str, list[tuple[date, Fact]]] = {}
    for fact in facts:
        value = fact.value
        if isinstance(value, Text) and _ISO.fullmatch(value.text):
            days.setdefault(fact.role, []).append(
                (date.fromisoformat(value.text), fact)
            )
    for early, late in _ORDER:
        if early in days and late in days:
            first = min(days[early], key=lambda d: d[0])
            last = max(days[late], key=lambda d: d[0])
            if first[0] > last[0]:
                message = (
                    f"the {early.replace('_', ' ')} {first[0]} is after the "
                    f"{late.replace('_', ' ')} {last[0]}; ask which is right"
                )
                yield Problem("dates-out-of-order", message, first[1].origin)
