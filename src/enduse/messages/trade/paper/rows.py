"""The rows of a goods table under its heading, each cell in its column.

A row is a band between ruled lines where there are some; else what belongs to one
line of figures, parted from the next at the widest gap.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from enduse.messages.trade.paper.bands import rows_by_figures, ruled_rows
from enduse.messages.trade.paper.cell import column_of, is_figure, is_shut_in, is_total
from enduse.messages.trade.paper.figures import numbers
from enduse.messages.trade.paper.head import Head
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.segment import Leaf, Segment, lines_of

_AHEAD = 14  # lines


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
    bands = ruled_rows(leaf, head, lines)
    groups = bands if bands else rows_by_figures(head, lines)
    return [_row(head, group) for group in groups if group]


def _body(leaf: Leaf, head: Head, top: float, end: float) -> Iterator[list[Segment]]:
    """The lines that are the table's, until something else begins."""
    left, right = head.left - 60, head.right + 60
    lines = [
        inside
        for line in lines_of(leaf.between(top, end), reach_01=0.45)
        if (inside := [s for s in line if s.x0 > left and s.x1 < right])
    ]
    last, summed = top, False
    for number, line in enumerate(lines):
        over = _ends(leaf, head, line, last) or (summed and _is_labelled(line))
        summed = summed or is_total(line)
        if over and not _goes_on(head, lines[number : number + _AHEAD]):
            return
        last = max(s.y1 for s in line)
        yield line


def _is_labelled(line: list[Segment]) -> bool:
    """Whether a line opens with a label that no row of goods opens with."""
    hits = hits_in(line[0])
    return bool(hits) and hits[0].sure and hits[0].start < 2 and (
        hits[0].section in ("parties", "terms", "places", "dates", "references")
    )  # fmt: skip


def _goes_on(head: Head, lines: Sequence[list[Segment]]) -> bool:
    """Whether a further row stands below what looks like the end of the table."""
    for line in lines:
        if is_total(line):
            return False
        fits = {column_of(head, s) for s in line if is_figure(head, s)}
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
    fits = [s for s in line if is_figure(head, s)]
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
        if (wide or crosses) and not is_shut_in(head, one):
            return True
    hits = [hit for s in line for hit in hits_in(s)]
    if not hits or any(is_shut_in(head, s) for s in line):
        return False
    return any(
        hit.sure
        and hit.section in ("parties", "terms", "places", "dates", "totals")
        and hit.fields[0] not in ("origin_country", "manufacturer", "package_marks")
        and gap > 0.6 * line[0].size
        for hit in hits
    ) or (gap > 1.2 * line[0].size and hits[0].sure)


def _row(head: Head, segments: list[Segment]) -> Row:
    row = Row(segments=sorted(segments, key=lambda s: (s.middle, s.x0)))
    row.is_total = is_total(row.segments)
    for segment in row.segments:
        row.cells.setdefault(column_of(head, segment), []).append(segment)
    return row
