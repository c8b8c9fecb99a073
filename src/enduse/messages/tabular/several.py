"""A row of a table with several parties: a payment or a shipment, and its facts."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from enduse.codes import bic
from enduse.messages.message import Message
from enduse.messages.tabular.layout import NAMING, Layout
from enduse.messages.tabular.related import related_facts
from enduse.messages.tabular.row import Row, locator
from enduse.messages.tabular.row_faults import faults, ragged, unread
from enduse.messages.tabular.row_party import party_of
from enduse.messages.trade.beside import beside
from enduse.messages.trade.units import decimal_of
from enduse.model import (
    Amount,
    Fact,
    Identifier,
    Origin,
    Party,
    PartyKind,
    Problem,
    Text,
)
from enduse.text.role_headers import says

_AGENT = "_agent"
_PLACED = ("address", "street", "city", "region", "postcode")
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_NO_VALUE = "has no name and no identifier: there is nothing to screen"


@dataclass(frozen=True, slots=True)
class Parties:
    """The cells of a row as written, with the layout of their table."""

    row: Row


def several(
    layout: Layout, cells: Sequence[str], number: str, *, format: str, origin: Origin
) -> Message:
    """The message of one row; `number` stands for it where it has no reference."""
    assert layout.kind
    row = Row(layout, tuple(cells))
    problems = list(ragged(row, origin))
    named = [n for n in layout.named if n < len(row.cells)]
    if named and not any(row.cells[n].strip() for n in named):
        problems.append(Problem("row-empty", _NO_VALUE, origin))
    problems.extend(faults(row, origin))
    ref = (row.first("id") if layout.columns("id") else "") or number
    content = Parties(row)
    return Message(format, layout.kind, ref, origin, content, tuple(problems))


def several_facts(message: Message) -> list[Fact]:
    """Every party of the row by its role, its amount, and all other words."""
    row: Row = message.content.row
    origin = message.origin
    facts = [Fact(one.role, one, one.origin) for one in _parties(row, origin)]
    said = _said(row.layout.headings)
    amount = _amount(_cell(row, said, "amount"), _cell(row, said, "currency"))
    if amount:
        where = origin.at(locator(row, said["amount"], origin))
        facts.append(Fact("amount", amount, where))
    told = {said["amount"], said["currency"]} if amount else set()
    facts += related_facts(row, origin)
    facts.extend(_texts(row, origin, without=told))
    facts.extend(beside(facts))
    return facts


@lru_cache(maxsize=64)
def _said(headings: tuple[str, ...]) -> Mapping[str, int]:
    """The columns of the amount, the currency and what a payment is for, by which."""
    return {what: n for n, heading in enumerate(headings) if (what := says(heading))}


def _cell(row: Row, said: Mapping[str, int], what: str) -> str:
    at = said.get(what, -1)
    return row.cells[at].strip() if 0 <= at < len(row.cells) else ""


def _parties(row: Row, origin: Origin) -> Iterator[Party]:
    for role, layout in row.layout.parties.items():
        own = Row(layout, row.cells)
        filled = [
            n for n in layout.named if n < len(row.cells) and row.cells[n].strip()
        ]
        if not filled:
            continue
        where = origin.at(locator(row, filled[0], origin))
        yield _of_kind(replace(party_of(own, origin, role), origin=where))
    if _has_loose_party(row):
        yield party_of(row, origin, "party")


def _has_loose_party(row: Row) -> bool:
    """Whether a name or a number stands there that is none of a told role's."""
    return any(row.values(field) for field in NAMING)


def _of_kind(party: Party) -> Party:
    """The party as its role says: a bank, a vessel, or what its cells say."""
    if party.role in ("vessel", "aircraft"):
        kind: PartyKind = "vessel" if party.role == "vessel" else "aircraft"
        return replace(party, kind=kind)
    return _bank(party) if party.role.endswith(_AGENT) else party


def _bank(party: Party) -> Party:
    """A bank, whose column may hold its code rather than its name."""
    codes = [n for n in party.names if n.text.isupper() and not bic.fault(n.text)]
    names = tuple(name for name in party.names if name not in codes)
    found = (
        Identifier("bic", c.text, bic.country(c.text), "", c.locator) for c in codes
    )
    return replace(
        party, names=names, kind="entity", identifiers=(*party.identifiers, *found)
    )


def _amount(number: str, currency: str) -> Amount | None:
    value = decimal_of(number) if _CURRENCY.fullmatch(currency) else None
    return None if value is None else Amount(value, currency.upper())


def _texts(row: Row, origin: Origin, *, without: Collection[int]) -> Iterator[Fact]:
    beyond = range(len(row.layout.headings), len(row.cells))
    for number in (*row.layout.unused, *beyond):
        text = row.cells[number].strip() if number < len(row.cells) else ""
        if text and number not in without:
            where = origin.at(locator(row, number, origin))
            is_remittance = number == _said(row.layout.headings).get("remittance")
            role = "remittance" if is_remittance else "unmapped"
            yield Fact(role, Text(text), where)
    for number, text in row.values("id"):  # the reference, which may hold words
        yield Fact("reference", Text(text), origin.at(locator(row, number, origin)))
    if not _has_loose_party(row):
        for field in (*_PLACED, "birth_place", "parent"):
            for number, text in row.values(field):
                where = origin.at(locator(row, number, origin))
                yield Fact("unmapped", Text(text), where)
    for layout in (row.layout, *row.layout.parties.values()):
        for number, text in unread(Row(layout, row.cells)):
            yield Fact("unmapped", Text(text), origin.at(locator(row, number, origin)))
