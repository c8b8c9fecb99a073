"""Cells of a dense table that stand so close that they look like one run of words."""

from itertools import pairwise

from enduse.messages.trade.paper.head import Head
from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.segment import Leaf, Piece, Segment

_NEAR = 2.5  # points between a word's edge and its heading's


def part_at_columns(leaf: Leaf, head: Head, end: float) -> None:
    """Parts the runs under a heading where a word begins or ends a further column."""
    parted: dict[int, list[Segment]] = {}
    for segment in leaf.between(head.bottom, end):
        if segment.place or len(segment.pieces) < 2 or _is_prose(leaf, segment):
            continue
        cuts = _cuts(head, segment)
        if cuts:
            parted[id(segment)] = _parts(segment, cuts)
    if parted:
        leaf.replace([part for s in leaf.segments for part in parted.get(id(s), [s])])


def _is_prose(leaf: Leaf, segment: Segment) -> bool:
    """Whether it is a sentence or a labelled value rather than cells side by side."""
    if hits_in(segment):
        return True
    reach = 0.45 * max(segment.size, 4)
    row = leaf.between(segment.middle - reach, segment.middle + reach)
    return len(segment.pieces) > 8 and sum(1 for _ in row) == 1


def _cuts(head: Head, segment: Segment) -> list[int]:
    """The numbers of the words that begin a column of their own."""
    over = [c for c in head.columns if c.x0 < segment.x1 + 1 and c.x1 > segment.x0 - 1]
    if len(over) < 2:
        return []
    cuts = []
    for number in range(1, len(segment.pieces)):
        before, piece = segment.pieces[number - 1], segment.pieces[number]
        begins = any(abs(c.x0 - piece.x0) < _NEAR for c in over[1:])
        ended = any(abs(c.x1 - before.x1) < _NEAR for c in over[:-1])
        goes_on = any(abs(c.x1 - piece.x1) < _NEAR for c in over[1:])
        if begins or (ended and goes_on):
            cuts.append(number)
    return cuts


def _parts(segment: Segment, cuts: list[int]) -> list[Segment]:
    edges = [0, *cuts, len(segment.pieces)]
    return [_part(segment, first, last) for first, last in pairwise(edges)]


def _part(segment: Segment, first: int, last: int) -> Segment:
    pieces = segment.pieces[first:last]
    start = pieces[0].start
    more = segment.pieces[last].start if last < len(segment.pieces) else None
    moved = tuple(Piece(p.start - start, p.x0, p.x1, p.bold) for p in pieces)
    return Segment(
        segment.text[start:more].rstrip(),
        pieces[0].x0,
        segment.y0,
        pieces[-1].x1,
        segment.y1,
        segment.size,
        moved,
    )
