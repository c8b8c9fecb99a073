"""The rows of a goods table under its heading, each cell in its column.

A row is a band between ruled lines where there are some; else what belongs to one
line of figures, parted from the next at the widest gap.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from enduse.messages.trade.paper.figures import numbers
from enduse.messages.trade.paper.head import NUMERIC, Column, Head
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.vocabulary import labels, tokens_of

_KEYS = (*NUMERIC, "packages", "hs", "container", "case", "line")
_MONEY_FIRST = re.compile(r"^[-+]?(?:[A-Z]{3}|[$€£¥₽₺])?\s?[-+]?\d")
_AHEAD = 14  # lines
_TOTAL = ("total", "subtotal", "freight")


@dataclass(eq=False, slots=True)
class Row:
    """One row: its segments by column, and all of them."""

    cells: dict[int, list[Segment]] = field(default_factory=dict)
    segments: list[Segment] = field(default_factory=list)
    is_total: bool = False

    def text(self, number: int) -> str:
        """A cell's lines as one text, words cut by a hyphen at a line's end whole."""
        return joined([s.text for s in self.cells.get(number, ())])


def joined(lines: Sequence[str]) -> str:
    """Lines of a cell as one text."""
    text = ""
    for line in lines:
        if text.endswith("-") and len(text) > 2 and text[-2].isalpha():
            text = text[:-1] + line if line[:1].islower() else text + line
        else:
            text = f"{text} {line}" if text else line
    return text


def rows_of(leaf: Leaf, head: Head, end: float, *, start: float = -1.0) -> list[Row]:
    """The rows between the heading (or `start`) and `end`, totals among them."""
    top = start if start >= 0 else head.bottom
    lines = list(_body(leaf, head, top, end))
    bands = _bands(leaf, head, lines)
    groups = bands if bands else _grouped(head, lines)
    return [_row(head, group) for group in groups if group]


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


def _body(leaf: Leaf, head: Head, top: float, end: float) -> Iterator[list[Segment]]:
    """The lines that are the table's, until something else begins."""
    left, right = head.left - 60, head.right + 60
    lines = [
        inside
        for line in _lines(leaf.between(top, end))
        if (inside := [s for s in line if s.x0 > left and s.x1 < right])
    ]
    last = top
    for number, line in enumerate(lines):
        over = _ends(leaf, head, line, last)
        if over and not _goes_on(head, lines[number : number + _AHEAD]):
            return
        last = max(s.y1 for s in line)
        yield line


def _lines(segments: Iterable[Segment]) -> Iterator[list[Segment]]:
    line: list[Segment] = []
    for segment in segments:
        near = line and abs(segment.middle - line[0].middle) < 0.45 * max(
            segment.size, 4
        )
        if line and not near:
            yield line
            line = []
        line.append(segment)
    if line:
        yield line


def _goes_on(head: Head, lines: Sequence[list[Segment]]) -> bool:
    """Whether a further row stands below what looks like the end of the table."""
    for line in lines:
        if is_total(line):
            return False
        fits = {column_of(head, s) for s in line if _is_figure(head, s)}
        words = any(
            head.columns[column_of(head, s)].field == "description"
            and any(c.isalpha() for c in s.text)
            for s in line
        )
        if (len(fits) > 2 or (len(fits) > 1 and words)) and len(line) <= len(
            head.columns
        ):
            return True
    return False


def _ends(leaf: Leaf, head: Head, line: list[Segment], last: float) -> bool:
    """Whether a line is no longer of the table."""
    fits = [s for s in line if _is_figure(head, s)]
    if is_total(line) and any(numbers(s.text) for s in line):
        return False
    if len(fits) >= 1 and len(line) > 1:
        return False
    gap = line[0].y0 - last
    if gap > 4.5 * max(line[0].size, 6):
        return True
    if len(line) == 1:
        one = line[0]
        wide = one.x1 - one.x0 > 0.62 * (head.right - head.left)
        crosses = sum(c.x0 < one.x1 - 4 and c.x1 > one.x0 + 4 for c in head.columns) > 2
        if (wide or crosses) and not _shut_in(head, one):
            return True
    hits = [hit for s in line for hit in hits_in(s)]
    if not hits or any(_shut_in(head, s) for s in line):
        return False
    return any(
        hit.sure
        and hit.section in ("parties", "terms", "places", "dates", "totals")
        and hit.fields[0] not in ("origin_country", "manufacturer", "package_marks")
        and gap > 0.6 * line[0].size
        for hit in hits
    ) or (gap > 1.2 * line[0].size and hits[0].sure)


def _shut_in(head: Head, segment: Segment) -> bool:
    column = head.columns[column_of(head, segment)]
    return (
        column.walled
        and column.left - 1 <= segment.x0
        and (segment.x1 <= column.right + 1)
    )


def _is_figure(head: Head, segment: Segment) -> bool:
    """Whether a segment is a figure in a column of figures."""
    field_ = head.columns[column_of(head, segment)].field
    return field_ in _KEYS and bool(_MONEY_FIRST.match(segment.text.strip()))


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


_SUMS = frozenset(
    [
        "total",
        "totals",
        "subtotal",
        "summe",
        "gesamt",
        "gesamtsumme",
        "toplam",
        "итого",
        "всего",
        "sum",
        "totale",
        "genel",
        "razem",
        "итог",
        "合",
        "总",
        "總",
    ]
)


def _bands(leaf: Leaf, head: Head, lines: list[list[Segment]]) -> list[list[Segment]]:
    """Rows by the ruled lines between them; [] where those do not part the rows."""
    if not lines:
        return []
    if lines[0][0].place:
        return _by_cell(lines)
    bottom = max(s.y1 for line in lines for s in line)
    width = head.right - head.left
    cuts = [
        r.y0
        for r in leaf.level
        if head.bottom - 3 < r.y0 < bottom
        and min(r.x1, head.right + 40) - max(r.x0, head.left - 40) > 0.6 * width
    ]
    if not cuts:
        return []
    groups: dict[int, list[list[Segment]]] = {}
    for line in lines:
        place = sum(1 for cut in cuts if cut < line[0].middle)
        groups.setdefault(place, []).append(line)
    several = [
        g for g in groups.values() if sum(_has_figure(head, line) for line in g) > 1
    ]
    if len(groups) < 2 or len(several) * 2 >= len(groups):
        return []
    found = []
    for group in groups.values():
        if sum(map(is_total, group)) > 1:
            found += group
        elif group in several:
            found += _grouped(head, group)
        else:
            found.append([s for line in group for s in line])
    return found


def _by_cell(lines: list[list[Segment]]) -> list[list[Segment]]:
    """Rows of a sheet: by the number in the cell's name."""
    rows: dict[str, list[Segment]] = {}
    for segment in (s for line in lines for s in line):
        rows.setdefault(_number(segment), []).append(segment)
    return list(rows.values())


def _number(segment: Segment) -> str:
    match = re.search(r"\d+$", segment.place)
    return match[0] if match else ""


def _has_figure(head: Head, line: Sequence[Segment]) -> bool:
    return any(_is_figure(head, segment) for segment in line)


def _grouped(head: Head, lines: list[list[Segment]]) -> list[list[Segment]]:
    """Rows by their lines of figures."""
    key = _key(head, lines)
    anchors = [
        n
        for n, line in enumerate(lines)
        if is_total(line)
        or any(column_of(head, s) == key and _is_figure(head, s) for s in line)
    ]
    if not anchors:
        return [[s for line in lines for s in line]] if lines else []
    starts = [0]
    for upper, lower in pairwise(anchors):
        starts.append(_cut(lines, upper, lower, lead=anchors[0] > 0))
    ends = [*starts[1:], len(lines)]
    return [
        [s for line in lines[a:b] for s in line]
        for a, b in zip(starts, ends, strict=True)
    ]


def _cut(lines: list[list[Segment]], upper: int, lower: int, *, lead: bool) -> int:
    """Which line begins the lower of two rows: the one after the widest gap."""
    if lower - upper == 1 or is_total(lines[lower]):
        return lower
    gaps = {
        n: min(s.y0 for s in lines[n]) - max(s.y1 for s in lines[n - 1])
        for n in range(upper + 1, lower + 1)
    }
    widest = max(gaps.values())
    near = [n for n, gap in gaps.items() if gap > widest - 0.8]
    return near[0] if lead else near[-1]


def _key(head: Head, lines: list[list[Segment]]) -> int:
    """The column whose figures mark the rows: of the full ones, the surest."""
    counts: dict[int, int] = {}
    for line in lines:
        for segment in line:
            if _is_figure(head, segment):
                number = column_of(head, segment)
                counts[number] = counts.get(number, 0) + 1
    if not counts:
        return -1
    rank = {f: n for n, f in enumerate(reversed(_KEYS))}
    full = [n for n, count in counts.items() if count * 2 > max(counts.values())]
    return max(full, key=lambda n: rank.get(head.columns[n].field, -1))


def _row(head: Head, segments: list[Segment]) -> Row:
    row = Row(segments=sorted(segments, key=lambda s: (s.middle, s.x0)))
    row.is_total = is_total(row.segments)
    for segment in row.segments:
        row.cells.setdefault(column_of(head, segment), []).append(segment)
    return row
