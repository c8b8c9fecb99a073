"""A row of any table: a customer's, or a payment's or shipment's by its headings."""

from collections.abc import Iterator, Sequence

from enduse.messages.message import Message
from enduse.messages.tabular.customer import customer, customer_facts
from enduse.messages.tabular.layout import Layout
from enduse.messages.tabular.several import Parties, several, several_facts
from enduse.messages.tabular.totals import no_record
from enduse.model import Fact, Origin, Problem

_SAID = {
    "customers": "customers or counterparties",
    "payments": "payments, a row each with who pays and who is paid",
    "shipments": "shipments, a row each with who sends and who takes the goods",
}


def formats(suffix: str, how: str) -> dict[str, str]:
    """What rows of a table of this kind are called, and what they are."""
    return {f"{what}-{suffix}": f"{said}, {how}" for what, said in _SAID.items()}


def row_message(
    layout: Layout, cells: Sequence[str], number: str, *, suffix: str, origin: Origin
) -> Message | Problem:
    """The message of one row; `number` stands for it where it has no id.

    A Problem for a row that is no record of its table.
    """
    if problem := no_record(layout, cells, origin):
        return problem
    if layout.kind:
        name = f"{layout.kind}s-{suffix}"
        return several(layout, cells, number, format=name, origin=origin)
    name = f"customers-{suffix}"
    return customer(layout, cells, number, format=name, origin=origin)


def rows_above(
    rows: Sequence[Sequence[str]], layout: Layout, *, suffix: str, origin: Origin
) -> Iterator[Message | Problem]:
    """Rows with a value in every column that stand above the header: told, and read."""
    for number, row in enumerate(rows, start=1):
        message = (
            "stands above what was taken for the header, and was read as a row; if the "
            "header is another, say which column is which with --map name=COLUMN"
        )
        where = origin.at(f"row above {number}")
        yield Problem("header-late", message, where)
        ref = f"above {number}"
        yield row_message(layout, row, ref, suffix=suffix, origin=where)


def row_facts(message: Message) -> list[Fact]:
    """The parties of the row and every other word in it."""
    if isinstance(message.content, Parties):
        return several_facts(message)
    return customer_facts(message)
