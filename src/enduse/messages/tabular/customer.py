"""One row of a table of customers or counterparties: a message, and its facts."""

from collections.abc import Sequence

from enduse.messages.message import Message
from enduse.messages.tabular.layout import Layout
from enduse.messages.tabular.no_value import is_no_value
from enduse.messages.tabular.related import related_facts
from enduse.messages.tabular.row import Row, locator
from enduse.messages.tabular.row_faults import faults, ragged, unread
from enduse.messages.tabular.row_party import party_of
from enduse.model import Fact, Origin, Party, PartyName, Problem, ProblemSeverity, Text

NOBODY = "has no name and no identifier: there is nothing to screen"
_ROW_EMPTY: dict[bool, ProblemSeverity] = {True: "error", False: "warning"}


def customer(
    layout: Layout, cells: Sequence[str], number: str, *, format: str, origin: Origin
) -> Message:
    """The message of one row; `number` stands for it where it has no id."""
    row = Row(layout, tuple(cells))
    width = len(row.cells)
    problems = list(ragged(row, origin))
    told = (*layout.named, *layout.columns("address"))
    if all(is_no_value(row.cells[n]) for n in told if n < width):
        says = any(map(str.strip, row.cells))  # of somebody who is not named
        problems.append(Problem("row-empty", NOBODY, origin, _ROW_EMPTY[says]))
    problems.extend(faults(row, origin))
    ref = (row.first("id") if layout.columns("id") else "") or number
    return Message(format, "customer", ref, origin, row, tuple(problems))


def customer_facts(message: Message) -> list[Fact]:
    """The customer, its parent, its further people, and all other words of the row."""
    row: Row = message.content
    origin = message.origin
    facts = [Fact("customer", party_of(row, origin, "customer"), origin)]
    for number, text in row.values("parent"):
        where = origin.at(locator(row, number, origin))
        parent = Party("parent", where, (PartyName(text),))
        facts.append(Fact("parent", parent, where))
    facts += related_facts(row, origin)
    beyond = range(len(row.layout.headings), len(row.cells))
    for number in (*row.layout.unused, *beyond):
        text = row.cells[number].strip() if number < len(row.cells) else ""
        if text:
            where = origin.at(locator(row, number, origin))
            facts.append(Fact("unmapped", Text(text), where))
    for number, text in unread(row):
        where = origin.at(locator(row, number, origin))
        facts.append(Fact("unmapped", Text(text), where))
    return facts
