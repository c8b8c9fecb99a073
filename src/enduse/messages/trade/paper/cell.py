"""What a segment of a goods table is: in which column, a figure, or of a sum."""

import re
from collections.abc import Sequence

from enduse.messages.trade.paper.head import NUMERIC, Column, Head
from enduse.messages.trade.paper.segment import Segment
from enduse.messages.trade.paper.vocabulary import labels, tokens_of

TABLE_SURE, TABLE_GUESS = 0.9, 0.7
KEYS = (*NUMERIC, "packages", "hs", "container", "case", "line")
_MONEY_FIRST = re.compile(r"^[-+]?(?:[A-Z]{3}|[$€£¥₽₺])?\s?[-+]?\d")
_TOTAL = ("total", "subtotal", "freight")
_OPENS = (
    "total totals subtotal summe gesamt gesamtsumme toplam итого всего sum totale "
    "genel razem итог 合 总 總"
)
_SUMS = frozenset(_OPENS.split())


def column_of(head: Head, segment: Segment) -> int:
    """The number of the column a segment stands in."""
    columns = head.columns
    inside = [
        n
        for n, c in enumerate(columns)
        if c.walled and c.left - 1 <= segment.centre <= c.right + 1
    ]
    if len(inside) == 1:
        return inside[0]
    over = [n for n, c in enumerate(columns) if c.x0 < segment.x1 and c.x1 > segment.x0]
    if len(over) == 1:
        return over[0]
    among = over or range(len(columns))
    return min(among, key=lambda n: (_apart(columns[n], segment), n))


def _apart(column: Column, segment: Segment) -> float:
    """How far a segment is from standing left, right or centred under a heading."""
    return min(
        abs(column.x0 - segment.x0),
        abs(column.x1 - segment.x1),
        abs((column.x0 + column.x1) / 2 - segment.centre),
    )


def is_shut_in(head: Head, segment: Segment) -> bool:
    """Whether a segment keeps within the walls of its column."""
    column = head.columns[column_of(head, segment)]
    return (
        column.walled
        and column.left - 1 <= segment.x0
        and (segment.x1 <= column.right + 1)
    )


def is_figure(head: Head, segment: Segment) -> bool:
    """Whether a segment is a figure in a column of figures."""
    field_ = head.columns[column_of(head, segment)].field
    return field_ in KEYS and bool(_MONEY_FIRST.match(segment.text.strip()))


def is_money(text: str) -> bool:
    """Whether a text begins with a figure, a currency before it or not."""
    return bool(_MONEY_FIRST.match(text.strip()))


def is_total(line: Sequence[Segment]) -> bool:
    """Whether a line is one of sums."""
    for segment in sorted(line, key=lambda s: s.x0):
        text = segment.text.strip()
        if is_money(text):
            continue
        found = labels().at(tokens_of(text), 0) if text else None
        if found and found.section == "totals" and found.field in _TOTAL:
            return True
        if any(c.isalpha() for c in text):
            words = tokens_of(text)
            return bool(words) and words[0].word in _SUMS
    return False
