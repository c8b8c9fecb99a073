"""Goods in a box of their own: `Description of goods` over some lines."""

import re

from enduse.messages.trade.goods_measures import said_in
from enduse.messages.trade.goods_origin import origin_in
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
        count = said_in(text).quantity
        good = Good(text, sheet.notes.origin.at(where), codes=codes, quantity=count)
        sheet.notes.fact("goods", good, where, TABLE_GUESS)
        segment.label(0, len(head))
        for stretch in stretches:
            stretch.take()


_WORDS = re.compile(r"[^\W\d_]{4,}")
_OPENS = re.compile(r"\s*(?:\d{1,3}|[a-z])[.)]\s", re.IGNORECASE)
CODED_GUESS = 0.6


def note_coded_lines(leaf: Leaf, around: Around, sheet: Sheet) -> None:
    """Goods in lines of their own that state a code: `2 cases lenses, HS 9002.11`.

    Only where the document has no table and no box of goods.
    """
    if any(isinstance(fact.value, Good) for fact in sheet.notes.facts):
        return
    for segment in list(leaf.segments):
        codes = tuple(codes_in(segment.text))
        said = segment.said or id(segment) in around.tabled
        if said or not any(code.scheme in _TARIFFS for code in codes):
            continue
        lines = [segment]
        while not _OPENS.match(lines[0].text) and (upper := _above(leaf, lines[0])):
            lines.insert(0, upper)
        text = joined([line.text.strip() for line in lines])
        words = _WORDS.findall(_CODED.sub(" ", text))
        if len(words) < 2 or len(text) > 300:
            continue
        where = leaf.where(lines)
        measured = said_in(_OPENS.sub("", text, count=1))
        good = Good(
            _OPENS.sub("", text, count=1).strip(),
            sheet.notes.origin.at(where),
            codes=codes,
            quantity=measured.quantity,
            net_weight=measured.net_weight,
            gross_weight=measured.gross_weight,
            origin_country=origin_in(text),
        )
        sheet.notes.fact("goods", good, where, CODED_GUESS)
        for line in lines:
            line.take()


def _above(leaf: Leaf, line: Segment) -> Segment | None:
    """The line right over another in its column that goes on with it."""
    rows = leaf.between(line.middle - 1.6 * max(line.size, 6), line.middle - 2)
    for other in rows:
        level = abs(other.x0 - line.x0) < 12 and not other.said and not other.small
        alike = abs(other.size - line.size) < 0.6 and not leaf.ruled_off(other, line)
        if level and alike and not hits_in(other) and not codes_in_any(other.text):
            return other
    return None


def codes_in_any(text: str) -> bool:
    """Whether a text states a code of goods."""
    return any(code.scheme in _TARIFFS for code in codes_in(text))


_TARIFFS = frozenset(("hs", "cn", "hts", "tnved", "eccn"))
_CODED = re.compile(
    r"(?:H\.?S\.?|HTS|CN|TARIC|ECCN|ZOLLTARIF\w*|COMMODITY)\s?(?:CODES?|NO|NR)?\W{0,3}"
    r"[\dA-E.]{4,14}",
    re.IGNORECASE,
)


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
    apart = right and leaf.walled_off(segment.x1, right.x0, segment.middle)
    near = right and not apart and id(right) not in around.tabled and not labelled
    if not found and right and near:
        lines = leaf.run_below(right, most=8)
        rows = [s for s in lines if s is right or not _has_label_at(leaf, s, segment)]
        return [Stretch(line, 0, len(line.text)) for line in rows if not line.said]
    under = leaf.below(segment, left=segment.x0 - 4, right=segment.x1, reach=2.2)
    for line in leaf.run_below(under, most=30) if under else ():
        if line.said or any(h.sure and h.start < 3 for h in hits_in(line)):
            break
        found.append(Stretch(line, 0, len(line.text)))
    return found
