"""The lines of a goods table parted into rows: by ruled lines, or the widest gaps."""

import re
from collections.abc import Sequence
from itertools import pairwise

from enduse.messages.trade.paper.cell import KEYS, column_of, is_figure, is_total
from enduse.messages.trade.paper.head import Head
from enduse.messages.trade.paper.segment import Leaf, Segment


def ruled_rows(
    leaf: Leaf, head: Head, lines: list[list[Segment]]
) -> list[list[Segment]]:
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
            found += rows_by_figures(head, group)
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
    return any(is_figure(head, segment) for segment in line)


def rows_by_figures(head: Head, lines: list[list[Segment]]) -> list[list[Segment]]:
    """Rows by their lines of figures."""
    key = _key(head, lines)
    anchors = [
        n
        for n, line in enumerate(lines)
        if is_total(line)
        or any(column_of(head, s) == key and is_figure(head, s) for s in line)
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
            if is_figure(head, segment):
                number = column_of(head, segment)
                counts[number] = counts.get(number, 0) + 1
    if not counts:
        return -1
    rank = {f: n for n, f in enumerate(reversed(KEYS))}
    full = [n for n, count in counts.items() if count * 2 > max(counts.values())]
    return max(full, key=lambda n: rank.get(head.columns[n].field, -1))
