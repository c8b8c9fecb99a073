"""Sums that a row of totals states, column by column."""

import re

from enduse.messages.trade.paper.cell import TABLE_SURE, is_money
from enduse.messages.trade.paper.currencies import currency_in
from enduse.messages.trade.paper.figures import numbers, unit_after
from enduse.messages.trade.paper.head import Head
from enduse.messages.trade.paper.rows import Row
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.vocabulary import labels, tokens_of
from enduse.model import Amount, Quantity

_BEGUN = re.compile(r"[A-Z]{3}|[$€£¥₽]|(?:[A-Z]{3}\s)?\d{1,3}(?:[ .,]\d{3})*")
_ENDED = re.compile(r"\d{1,3}(?:[ .,]\d{3})*(?:[.,]\d{2})?")
_SUMMED = {
    "net_weight": ("total_net_weight", "KGM"),
    "gross_weight": ("total_gross_weight", "KGM"),
    "volume": ("total_volume", "MTQ"),
    "packages": ("total_packages", "PK"),
}


def note_totals(row: Row, head: Head, leaf: Leaf, sheet: Sheet) -> bool:
    """Notes the sums of a row; False where a label alone would say it better."""
    ordered = sorted(row.segments, key=lambda s: s.x0)
    spoken = [s for s in ordered if any(c.isalpha() for c in s.text)]
    words = next((s for s in spoken if not is_money(s.text)), None)
    if words is None:
        return False
    found = labels().at(tokens_of(words.text), 0)
    role = found.field if found and found.section == "totals" else "total"
    noted = False
    for number, column in enumerate(head.columns):
        for segment in row.cells.get(number, ()):
            said = numbers(segment.text, sheet.mark)
            if not said or (segment is words and segment.text[0].isalpha()):
                continue
            where = leaf.where([segment])
            if column.field in _SUMMED and role == "total":
                field, unit = _SUMMED[column.field]
                unit = unit_after(segment.text, said[0].end)[0] or unit
                if sheet.new(field, str(said[0].value)):
                    value = Quantity(said[0].value, unit)
                    sheet.notes.fact(field, value, where, TABLE_SURE)
                noted = True
            elif column.field == "value" and role in ("total", "freight"):
                noted |= _amount(role, segment, column.heading, where, sheet)
            if noted:
                segment.take()
    if noted:
        words.label(0, len(tokens_of(words.text)) and len(words.text))
    return noted


_OF_LINES = ("line", "quantity", "unit_price", "hs")


def take_wrapped(total: Row, below: Row, head: Head) -> None:
    """Gives a total its figure back where its cell was so narrow that it wrapped.

    What stands below the totals is then words, and no line of goods.
    """
    if any(
        head.columns[number].field in _OF_LINES and numbers(below.text(number))
        for number in below.cells
    ):
        return
    for number, column in enumerate(head.columns):
        upper, lower = total.cells.get(number, []), below.cells.get(number, [])
        if column.field != "value" or len(upper) != 1 or len(lower) != 1:
            continue
        first, rest = upper[0], lower[0]
        near = rest.y0 - first.y1 < 0.6 * max(first.size, 6)
        if near and _BEGUN.fullmatch(first.text) and _ENDED.fullmatch(rest.text):
            first.text = f"{first.text} {rest.text}"
            first.y1, first.x1 = rest.y1, max(first.x1, rest.x1)
            rest.label(0, len(rest.text))
            del below.cells[number]
            below.segments.remove(rest)


def _amount(
    role: str, segment: Segment, heading: str, where: str, sheet: Sheet
) -> bool:
    said = numbers(segment.text, sheet.mark)
    currency = currency_in(segment.text) or currency_in(heading) or sheet.currency
    if sheet.new(role, str(said[-1].value)):
        value = Amount(said[-1].value, currency)
        sheet.notes.fact(role, value, where, TABLE_SURE)
    return True
