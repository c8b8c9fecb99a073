"""Goods tables of a page: their rows as goods, sums, container numbers and words."""

import re

from enduse.codes import container
from enduse.messages.trade.paper.currencies import currency_in
from enduse.messages.trade.paper.figures import numbers, unit_after
from enduse.messages.trade.paper.goods import codes_in, good_of
from enduse.messages.trade.paper.head import Head, field_of, heads_in
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.mentions import speaks_of_containers
from enduse.messages.trade.paper.parting import part_at_columns
from enduse.messages.trade.paper.rows import Row, column_of, is_money, joined, rows_of
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.values import Around, Stretch
from enduse.messages.trade.paper.vocabulary import labels, tokens_of
from enduse.model import Amount, Good, Quantity

TABLE_SURE, TABLE_GUESS = 0.9, 0.7
_SUMMED = {
    "net_weight": ("total_net_weight", "KGM"),
    "gross_weight": ("total_gross_weight", "KGM"),
    "volume": ("total_volume", "MTQ"),
    "packages": ("total_packages", "PK"),
}
_SEAL = re.compile(
    r"(?:seals?|plombe|scellé|precinto|mühür|пломба|铅封)\s*(?:no\.?|nr\.?|#|№|nos\.?)?"
    r"\s*[:：]?\s*([A-Z0-9][A-Z0-9-]{3,19})",
    re.IGNORECASE,
)


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
    for row in rows:
        good = None if row.is_total else good_of(row, head, leaf, sheet)
        if good and _is_goods(good):
            _note_good(row, head, good, leaf, sheet)
            held |= {id(s) for s in row.segments}
            named += 1
        elif row.is_total and _totals(row, head, leaf, sheet):
            held |= {id(s) for s in row.segments}
    if named or not rows:
        for segment in head.segments:
            segment.label(0, len(segment.text))
        held |= {id(s) for s in head.segments}
    return held


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
            _container(column.field, segment, where, sheet)
        if column.field == "marks" and row.text(number):
            where = leaf.where(row.cells[number])
            if sheet.new("package_marks", row.text(number)):
                sheet.notes.text("package_marks", row.text(number), where, TABLE_SURE)
    if head.has("container"):
        _cell_of_containers(row, head, leaf, sheet)
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


def _container(field: str, segment: Segment, where: str, sheet: Sheet) -> None:
    for number in container.mentioned(segment.text):
        told = field in ("container", "marks") or speaks_of_containers(segment.text)
        if told or container.is_valid(number):
            if sheet.new("container", number):
                sheet.notes.reference("container", number, where, TABLE_SURE)
            if field == "container":
                segment.take()
    for match in _SEAL.finditer(segment.text):
        if any(c.isdigit() for c in match[1]):
            segment.take(match.start(), match.end())
            if sheet.new("seal", match[1]):
                sheet.notes.reference("seal", match[1], where, TABLE_GUESS)


def _cell_of_containers(row: Row, head: Head, leaf: Leaf, sheet: Sheet) -> None:
    """The seal that shares a cell with a container, or has a column of its own."""
    for number, column in enumerate(head.columns):
        if column.field not in ("container", "seal") or not row.text(number):
            continue
        sealed = column.field == "seal" or any(
            (found := labels().at((token,), 0)) and found.field == "seal"
            for token in tokens_of(column.heading)
        )
        segments = row.cells[number]
        text = joined([s.text for s in segments])
        for one in container.mentioned(text):
            if sheet.new("container", one):
                where = leaf.where(segments)
                sheet.notes.reference("container", one, where, TABLE_SURE)
            text = _without(text, one)
        if sealed:
            for word in re.findall(r"[A-Z0-9-]{4,20}", text.upper()):
                if any(c.isdigit() for c in word) and sheet.new("seal", word):
                    where = leaf.where(segments)
                    sheet.notes.reference("seal", word, where, TABLE_SURE)
                    for segment in segments:
                        segment.take()


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


def _without(text: str, number: str) -> str:
    loose = r"[ ./-]{0,2}".join(number)
    return re.sub(loose, " ", text, flags=re.IGNORECASE)


def _totals(row: Row, head: Head, leaf: Leaf, sheet: Sheet) -> bool:
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


def _amount(
    role: str, segment: Segment, heading: str, where: str, sheet: Sheet
) -> bool:
    said = numbers(segment.text, sheet.mark)
    currency = currency_in(segment.text) or currency_in(heading) or sheet.currency
    if sheet.new(role, str(said[-1].value)):
        value = Amount(said[-1].value, currency)
        sheet.notes.fact(role, value, where, TABLE_SURE)
    return True


def read_goods_boxes(leaf: Leaf, around: Around, sheet: Sheet) -> None:
    """Goods in a box of their own: `Description of goods` over some lines."""
    for segment in leaf.segments:
        if segment.said or id(segment) in around.tabled:
            continue
        head, _, inline = segment.text.partition(":")
        if field_of(head) != "description" or len(tokens_of(head)) > 10:
            continue
        stretches = _box(leaf, around, segment, inline)
        text = joined([s.text for s in stretches])
        if not any(c.isalpha() for c in text) or len(text) < 3:
            continue
        where = leaf.where([s.segment for s in stretches])
        codes = tuple(codes_in(text))
        good = Good(text, sheet.notes.origin.at(where), codes=codes)
        sheet.notes.fact("goods", good, where, TABLE_GUESS)
        segment.label(0, len(head))
        for stretch in stretches:
            stretch.take()


def _has_label_at(leaf: Leaf, line: Segment, label: Segment) -> bool:
    """Whether something stands left of a line, where the label of the first stood."""
    reach = 0.5 * max(line.size, 4)
    row = leaf.between(line.middle - reach, line.middle + reach)
    return any(abs(s.x0 - label.x0) < 5 for s in row)


def _box(leaf: Leaf, around: Around, segment: Segment, inline: str) -> list[Stretch]:
    found = []
    if inline.strip():
        found.append(
            Stretch(segment, len(segment.text) - len(inline), len(segment.text))
        )
    right = leaf.right_of(segment)
    labelled = right and any(h.sure and h.start < 3 for h in hits_in(right))
    if not found and right and id(right) not in around.tabled and not labelled:
        lines = leaf.run_below(right, most=8)
        rows = [s for s in lines if s is right or not _has_label_at(leaf, s, segment)]
        return [Stretch(line, 0, len(line.text)) for line in rows if not line.said]
    under = leaf.below(segment, left=segment.x0 - 4, right=segment.x1, reach=2.2)
    for line in leaf.run_below(under, most=30) if under else ():
        if line.said or any(h.sure and h.start < 3 for h in hits_in(line)):
            break
        found.append(Stretch(line, 0, len(line.text)))
    return found
