"""Runs of words on a page or in a cell, what lies around them, and the lines between.

A page of a PDF and a sheet of a workbook look alike from here: segments with boxes,
ruled lines, and a way to say where a segment is. Points, from the top left.
"""

from bisect import bisect_left
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple


class Piece(NamedTuple):
    """A word of a segment: where it starts in the text and stands on the page."""

    start: int
    x0: float
    x1: float
    bold: bool


class Rule(NamedTuple):
    """A ruled line, level or upright."""

    x0: float
    y0: float
    x1: float
    y1: float


@dataclass(eq=False, slots=True)
class Segment:
    """Words on one line with no wide gap between them; `place` is a sheet's cell.

    `small` are the printed words of a form, smaller than what was filled in.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    pieces: tuple[Piece, ...] = ()
    place: str = ""
    small: bool = False
    taken: list[tuple[int, int]] = field(default_factory=list)
    said: list[tuple[int, int]] = field(default_factory=list)

    @property
    def middle(self) -> float:
        """The height of its middle line."""
        return (self.y0 + self.y1) / 2

    @property
    def centre(self) -> float:
        """Halfway between its ends."""
        return (self.x0 + self.x1) / 2

    def take(self, start: int = 0, end: int | None = None) -> None:
        """Marks characters as read into a fact."""
        self.said.append((start, len(self.text) if end is None else end))

    def label(self, start: int, end: int) -> None:
        """Marks characters as a known label, which says nothing by itself."""
        self.taken.append((start, end))

    def left_over(self) -> list[tuple[int, int]]:
        """The stretches of text that nothing has read, with a letter or figure."""
        used = sorted([*self.taken, *self.said])
        found, at = [], 0
        for start, end in [*used, (len(self.text), len(self.text))]:
            if start > at and any(c.isalnum() for c in self.text[at:start]):
                found.append((at, start))
            at = max(at, end)
        return found

    def bold_at(self, offset: int) -> bool:
        """Whether the word that holds this character is bold."""
        held = [piece for piece in self.pieces if piece.start <= offset]
        return held[-1].bold if held else False

    def span(self, start: int, end: int) -> tuple[float, float]:
        """The left and right end of a stretch of its text."""
        held = [
            p
            for n, p in enumerate(self.pieces)
            if p.start < end
            and (n + 1 == len(self.pieces) or self.pieces[n + 1].start > start)
        ]
        return (held[0].x0, held[-1].x1) if held else (self.x0, self.x1)


@dataclass(eq=False, slots=True)
class Leaf:
    """One page or sheet: segments in reading order, and the ruled lines.

    `locate` says where a box is in the words of its format.
    """

    number: int
    width: float
    height: float
    segments: list[Segment]
    level: list[Rule]
    upright: list[Rule]
    locate: Callable[[float, float, float, float], str]
    _tops: list[float] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.segments.sort(key=lambda s: (round(s.middle, 1), s.x0))
        self._tops = [s.middle for s in self.segments]

    def replace(self, segments: list[Segment]) -> None:
        """Puts other segments in place of all."""
        self.segments = segments
        self.__post_init__()

    def where(self, segments: Sequence[Segment]) -> str:
        """The locator of some segments together."""
        if segments[0].place:
            return segments[0].place
        return self.locate(
            min(s.x0 for s in segments),
            min(s.y0 for s in segments),
            max(s.x1 for s in segments),
            max(s.y1 for s in segments),
        )

    def where_in(self, segment: Segment, start: int, end: int) -> str:
        """The locator of a stretch of a segment."""
        if segment.place:
            return segment.place
        x0, x1 = segment.span(start, end)
        return self.locate(x0, segment.y0, x1, segment.y1)

    def between(self, top: float, bottom: float) -> Iterable[Segment]:
        """Segments whose middle lies between two heights, from the top."""
        first = bisect_left(self._tops, top)
        last = bisect_left(self._tops, bottom)
        return self.segments[first:last]

    def ruled_off(self, above: Segment, below: Segment) -> bool:
        """Whether a level line runs between two segments, one above the other."""
        left, right = max(above.x0, below.x0), min(above.x1, below.x1)
        if right <= left:
            left, right = min(above.x0, below.x0), max(above.x1, below.x1)
        top, bottom = above.middle + 1, below.middle - 1
        return any(
            top < (r.y0 + r.y1) / 2 < bottom and r.x0 < right - 1 and r.x1 > left + 1
            for r in self.level
        )

    def walled_off(self, x_left: float, x_right: float, y: float) -> bool:
        """Whether an upright line runs between two places on one height."""
        return any(
            x_left - 1.5 <= (r.x0 + r.x1) / 2 <= x_right + 1.5 and r.y0 <= y <= r.y1
            for r in self.upright
        )

    def wall_right(self, x: float, y: float) -> float:
        """The next upright line to the right, or the page's edge."""
        found = (r.x0 for r in self.upright if r.y0 <= y <= r.y1 and r.x0 > x)
        return min(found, default=self.width)

    def wall_left(self, x: float, y: float) -> float:
        """The next upright line to the left, or the page's edge."""
        found = (r.x1 for r in self.upright if r.y0 <= y <= r.y1 and r.x1 < x)
        return max(found, default=0.0)

    def right_of(self, segment: Segment) -> Segment | None:
        """The next segment on the same line."""
        reach = max(segment.y1 - segment.y0, 4) * 0.55
        row = self.between(segment.middle - reach, segment.middle + reach)
        after = [s for s in row if s.x0 >= segment.x1 - 1 and s is not segment]
        return min(after, key=lambda s: s.x0, default=None)

    def left_of(self, segment: Segment) -> Segment | None:
        """The segment before it on the same line."""
        reach = max(segment.y1 - segment.y0, 4) * 0.55
        row = self.between(segment.middle - reach, segment.middle + reach)
        before = [s for s in row if s.x1 <= segment.x0 + 1 and s is not segment]
        return max(before, key=lambda s: s.x1, default=None)

    def below(
        self, segment: Segment, *, left: float, right: float, reach: float = 2.6
    ) -> Segment | None:
        """The nearest segment under a stretch of the page, not ruled off."""
        height = max(segment.y1 - segment.y0, 4)
        rows = self.between(segment.middle + 2, segment.middle + reach * height + 4)
        for other in rows:
            if other.y0 < segment.middle or other is segment:
                continue
            overlaps = other.x0 < right and other.x1 > left and other.x0 > left - 8
            if overlaps and not self.ruled_off(segment, other):
                return other
        return None

    def run_below(self, first: Segment, *, most: int = 12) -> list[Segment]:
        """The lines that go on under a segment in its column, from itself."""
        run = [first]
        while len(run) < most:
            last = run[-1]
            indent = first.size * 2.5
            new = self.below(last, left=first.x0 - 3, right=first.x0 + 60, reach=1.75)
            if new is None or abs(new.x0 - first.x0) > indent:
                break
            if new.size > 1.6 * first.size or first.size > 1.8 * new.size:
                break
            run.append(new)
        return run


def lines_of(
    segments: Iterable[Segment], *, reach_01: float
) -> Iterator[list[Segment]]:
    """Segments line by line: their middles less apart than that part of their size."""
    line: list[Segment] = []
    for segment in segments:
        reach = reach_01 * max(segment.size, 4)
        if line and abs(segment.middle - line[0].middle) >= reach:
            yield line
            line = []
        line.append(segment)
    if line:
        yield line
