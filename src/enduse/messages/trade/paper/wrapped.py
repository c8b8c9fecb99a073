"""The small print over a box where it wraps: one label in two lines becomes one."""

import re

from enduse.messages.trade.paper.hits import hits_in
from enduse.messages.trade.paper.segment import Leaf, Piece, Segment

_NUMBERED = re.compile(r"\s*\(?\d{1,2}[a-z]?[.)]?\s")
_MOST = 160


def join_wrapped(leaf: Leaf, tabled: set[int]) -> None:
    """Puts the lines of one small heading together, outside of tables."""
    gone: set[int] = set()
    joined: dict[int, Segment] = {}
    for segment in leaf.segments:
        if id(segment) in gone or not _opens(segment, tabled):
            continue
        whole = segment
        while (new := _further(leaf, whole)) and id(new) not in tabled:
            gone.add(id(new))
            whole = _one(whole, new)
        if whole is not segment:
            joined[id(segment)] = whole
    if joined:
        kept = [s for s in leaf.segments if id(s) not in gone]
        leaf.replace([joined.get(id(s), s) for s in kept])


def _opens(segment: Segment, tabled: set[int]) -> bool:
    said = segment.said or segment.taken or segment.place
    if not segment.small or said or id(segment) in tabled:
        return False
    if _NUMBERED.match(segment.text):
        return True
    found = hits_in(segment)
    return bool(found) and found[0].start < 3 and not found[0].value.strip()


def _further(leaf: Leaf, above: Segment) -> Segment | None:
    """The line right under a small heading that goes on with it."""
    rows = leaf.between(above.y1 - 0.5 * above.size, above.y1 + above.size)
    for new in rows:
        level = abs(new.x0 - above.x0) < 4 and new.y0 - above.y1 < 0.5 * above.size
        like = new.small and abs(new.size - above.size) < 0.4
        if level and like and new.y0 > above.middle and not _NUMBERED.match(new.text):
            whole = len(above.text) + len(new.text) < _MOST
            return new if whole and ":" not in new.text else None
    return None


def _one(above: Segment, below: Segment) -> Segment:
    start = len(above.text) + 1
    moved = tuple(Piece(start + p.start, p.x0, p.x1, p.bold) for p in below.pieces)
    return Segment(
        f"{above.text} {below.text}",
        min(above.x0, below.x0),
        above.y0,
        max(above.x1, below.x1),
        below.y1,
        above.size,
        (*above.pieces, *moved),
        small=True,
    )
