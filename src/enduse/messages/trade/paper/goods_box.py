"""Goods in a box of their own: `Description of goods` over some lines."""

from enduse.messages.trade.paper.cell import TABLE_GUESS
from enduse.messages.trade.paper.goods import codes_in
from enduse.messages.trade.paper.headings import field_of
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.rows import joined
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.values import Around, Stretch
from enduse.messages.trade.paper.vocabulary import tokens_of
from enduse.model import Good


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
