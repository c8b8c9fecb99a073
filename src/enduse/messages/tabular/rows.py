"""A row of any table: a customer's, or a payment's or shipment's by its headings."""

from collections.abc import Sequence

from enduse.messages.message import Message
from enduse.messages.tabular.customer import customer, customer_facts
from enduse.messages.tabular.layout import Layout
from enduse.messages.tabular.several import Parties, several, several_facts
from enduse.model import Fact, Origin

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
) -> Message:
    """The message of one row; `number` stands for it where it has no id."""
    if layout.kind:
        name = f"{layout.kind}s-{suffix}"
        return several(layout, cells, number, format=name, origin=origin)
    name = f"customers-{suffix}"
    return customer(layout, cells, number, format=name, origin=origin)


def row_facts(message: Message) -> list[Fact]:
    """The parties of the row and every other word in it."""
    if isinstance(message.content, Parties):
        return several_facts(message)
    return customer_facts(message)
