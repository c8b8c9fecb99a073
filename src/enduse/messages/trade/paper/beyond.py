"""Values that go on beyond their own line or cell."""

from collections.abc import Sequence

from enduse.messages.swift.free_lines import Line
from enduse.messages.trade.paper.hits import Hit
from enduse.messages.trade.paper.segment import Segment
from enduse.messages.trade.paper.values import Around, Stretch


def cells_below(hit: Hit, around: Around) -> list[Line]:
    """The rows of a sheet under a party's that say `Address` or `Country`, as lines."""
    leaf, label = around.leaf, hit.segment
    lines: list[Line] = []
    while label.place and len(lines) < 6:
        high = label.y1 - label.y0
        rows = leaf.between(label.middle + 1, label.middle + 3.2 * high)
        below = next((s for s in rows if abs(s.x0 - label.x0) < 2), None)
        first = around.hits.get(id(below), [None])[0] if below else None
        if below is None or first is None or first.section != "contact":
            break
        value = leaf.right_of(below)
        if value is None or value.said or first.value.strip():
            break
        lines.append(Line(f"{below.text.strip(' :')}: {value.text}", value.place))
        below.label(0, len(below.text))
        value.take()
        label = below
    return lines


def cells_right(stretches: Sequence[Stretch], around: Around) -> list[Line]:
    """The further cells of a party's row in a sheet: town and country, no labels."""
    lines: list[Line] = []
    last = stretches[-1].segment if stretches else None
    while last is not None and last.place and len(lines) < 4:
        new = around.leaf.right_of(last)
        if new is None or new.said or around.hits.get(id(new)) or new.x0 > last.x1 + 20:
            break
        if not any(map(str.isalpha, new.text)):
            break
        lines.append(Line(new.text, new.place))
        new.take()
        last = new
    return lines


def gone_on(stretch: Stretch, hit: Hit, around: Around) -> Stretch:
    """The value with what stands below, where a hyphen ends its line: `B-`, `7781`."""
    own = stretch.segment
    if hit.section != "references" or not stretch.text.endswith("-") or own.place:
        return stretch
    below = around.leaf.below(own, left=own.x0 - 4, right=own.x1, reach=1.6)
    whole = stretch.end == len(own.text)
    if below is None or below.said or id(below) in around.hits or not whole:
        return stretch
    text = f"{stretch.text}{below.text.strip()}"
    stretch.take()
    below.take()
    both = Segment(text, own.x0, own.y0, own.x1, below.y1, own.size)
    return Stretch(both, 0, len(text))
