"""Goods tables of a page: their rows as goods, sums, container numbers and words."""

import re
from dataclasses import replace
from itertools import pairwise

from enduse.messages.trade.paper.cell import TABLE_GUESS, TABLE_SURE, column_of
from enduse.messages.trade.paper.containers import note_containers, note_sealed
from enduse.messages.trade.paper.figures import numbers, unit_after
from enduse.messages.trade.paper.goods import good_of
from enduse.messages.trade.paper.head import Head, heads_in
from enduse.messages.trade.paper.parting import part_at_columns
from enduse.messages.trade.paper.rows import Row, joined, rows_of
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.table_sums import note_totals, take_wrapped
from enduse.model import Good


def read_tables(leaf: Leaf, sheet: Sheet) -> set[int]:
    """Notes the goods of every table; the ids of the segments that tables hold."""
    heads = heads_in(leaf)
    held: set[int] = set()
    if not heads and sheet.table:
        held |= _continued(leaf, sheet)
    for number, head in enumerate(heads):
        end = heads[number + 1].top if number + 1 < len(heads) else leaf.height + 1e6
        part_at_columns(leaf, head, end)
        held |= _read(leaf, head, rows_of(leaf, head, end), sheet)
        sheet.table = head
    return held


def _continued(leaf: Leaf, sheet: Sheet) -> set[int]:
    """Rows of the last page's table that go on without its heading."""
    head = sheet.table
    assert head
    first = _first_row(leaf, head)
    if first is None:
        return set()
    rows = rows_of(leaf, head, leaf.height + 1e6, start=first)
    return _read(leaf, head, rows, sheet)


def _first_row(leaf: Leaf, head: Head) -> float | None:
    """The top of the first line with figures under two of the columns at least."""
    line: list[Segment] = []
    for segment in leaf.segments:
        if line and segment.middle - line[0].middle > 0.45 * max(segment.size, 4):
            line = []
        line.append(segment)
        figures = {
            column_of(head, s)
            for s in line
            if re.match(r"^[-+$€£A-Z]{0,4}\s?\d", s.text) and _under(head, s)
        }
        if len(figures) >= 2:
            return line[0].y0 - 0.5
    return None


def _under(head: Head, segment: Segment) -> bool:
    column = head.columns[column_of(head, segment)]
    near = abs(column.x0 - segment.x0) < 6 or abs(column.x1 - segment.x1) < 6
    over = column.x0 - 4 < segment.centre < column.x1 + 4
    return bool(column.field) and (near or over)


def _read(leaf: Leaf, head: Head, rows: list[Row], sheet: Sheet) -> set[int]:
    held: set[int] = set()
    named = 0
    for upper, lower in pairwise(rows):
        if upper.is_total and not lower.is_total:
            take_wrapped(upper, lower, head)
    opening: Good | None = None
    for row in rows:
        good = None if row.is_total else good_of(row, head, leaf, sheet)
        if good and _SAID.fullmatch(good.description.strip(" :.-")):
            opening, good = good, None
            held |= {id(s) for s in row.segments}
            for segment in row.segments:
                segment.take()
                note_containers("container", segment, leaf.where([segment]), sheet)
        if good and opening:
            good, opening = _with_figures(good, opening), None
        if good and _is_goods(good):
            _note_good(row, head, good, leaf, sheet)
            held |= {id(s) for s in row.segments}
            named += 1
        elif row.is_total and note_totals(row, head, leaf, sheet):
            held |= {id(s) for s in row.segments}
    if named or not rows:
        for segment in head.segments:
            segment.label(0, len(segment.text))
        held |= {id(s) for s in head.segments}
    return held


_SAID = re.compile(
    r"(?:SHIPPER'?S\sLOAD.{0,24}|SAID\sTO\s(?:CONTAIN|BE)|S\.?T\.?C|CONTAINING)",
    re.IGNORECASE,
)


def _with_figures(good: Good, opening: Good) -> Good:
    """The goods with the weights that stand beside `said to contain` over them."""
    return replace(
        good,
        net_weight=good.net_weight or opening.net_weight,
        gross_weight=good.gross_weight or opening.gross_weight,
        quantity=good.quantity or opening.quantity,
        value=good.value or opening.value,
    )


def _is_goods(good: Good) -> bool:
    """Whether a row has more than words: a number of some kind, or a code."""
    measured = (
        good.quantity,
        good.value,
        good.unit_price,
        good.net_weight,
        good.gross_weight,
    )
    return any(m is not None for m in measured) or bool(good.codes)


def _note_good(row: Row, head: Head, good: Good, leaf: Leaf, sheet: Sheet) -> None:
    sure = head.has("description") and (
        good.value or good.gross_weight or good.quantity
    )
    sheet.notes.fact(
        "goods", good, good.origin.locator, TABLE_SURE if sure else TABLE_GUESS
    )
    for number, column in enumerate(head.columns):
        for segment in row.cells.get(number, ()):
            where = leaf.where([segment])
            if _is_read(column.field, segment):
                segment.take()
            note_containers(column.field, segment, where, sheet)
        if column.field == "marks" and row.text(number):
            where = leaf.where(row.cells[number])
            if sheet.new("package_marks", row.text(number)):
                sheet.notes.text("package_marks", row.text(number), where, TABLE_SURE)
    if head.has("container"):
        note_sealed(row, head, leaf, sheet)
    _cells_of_numbers(row, head, leaf, sheet)


_READ = frozenset(
    [
        "line",
        "description",
        "hs",
        "eccn",
        "cas",
        "part",
        "buyer_part",
        "quantity",
        "unit",
        "unit_price",
        "value",
        "net_weight",
        "gross_weight",
        "packages",
        "case",
        "marks",
        "origin_country",
        "maker",
        "currency",
    ]
)
_FIGURES = frozenset(["quantity", "unit_price", "value", "net_weight", "gross_weight"])


def _is_read(field: str, segment: Segment) -> bool:
    """Whether a cell is wholly in the goods line; words beside a figure are not."""
    if field in _FIGURES:
        found = numbers(segment.text)
        if not found:
            return False
        _, end = unit_after(segment.text, found[0].end)
        rest = segment.text[: found[0].start] + segment.text[end:]
        return len([c for c in rest if c.isalpha()]) <= 4
    if field == "packages":
        return len(segment.text) <= 16
    return field in _READ


def _cells_of_numbers(row: Row, head: Head, leaf: Leaf, sheet: Sheet) -> None:
    """The invoice or the order that a row belongs to, from a column of its own."""
    for number, column in enumerate(head.columns):
        segments = row.cells.get(number, [])
        if column.field not in ("invoice_number", "order_number") or not segments:
            continue
        words = joined([s.text for s in segments]).split()
        said = [word.strip(".,;") for word in words if any(c.isdigit() for c in word)]
        if said and len(said[0]) > 2 and sheet.new(column.field, said[0]):
            where = leaf.where(segments)
            sheet.notes.reference(column.field, said[0], where, TABLE_GUESS)
