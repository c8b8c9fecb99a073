"""The heading of a table of goods: which columns stand where.

*Shape*: a heading is a band of lines without figures in which several column names
stand side by side; a name that wraps over lines is read as one.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.messages.trade.paper.headings import NUMBERED, field_of, several_in
from enduse.messages.trade.paper.segment import Leaf, Segment, lines_of
from enduse.messages.trade.paper.vocabulary import columns, tokens_of

_SAYS_WHAT = frozenset(
    ("description", "part", "hs", "marks", "container", "case", "buyer_part")
)
_SAYS_MUCH = frozenset(
    [
        "quantity",
        "value",
        "unit_price",
        "net_weight",
        "gross_weight",
        "packages",
        "volume",
        "dimensions",
        "hs",
        "container",
        "origin_country",
    ]
)
NUMERIC = ("value", "quantity", "net_weight", "gross_weight", "unit_price", "volume")


@dataclass(eq=False, slots=True)
class Column:
    """A column: what it holds, its heading, and where it stands.

    `left` and `right` are its walls, where it has some, else the heading's own ends.
    """

    field: str
    heading: str
    x0: float
    x1: float
    left: float
    right: float

    @property
    def walled(self) -> bool:
        """Whether upright lines bound it on both sides."""
        return self.left < self.x0 - 0.01 and self.right > self.x1 + 0.01


@dataclass(eq=False, slots=True)
class Head:
    """The heading of a table and its place."""

    columns: list[Column]
    segments: list[Segment]
    top: float
    bottom: float

    def has(self, field: str) -> bool:
        """Whether a column holds this."""
        return any(column.field == field for column in self.columns)

    @property
    def left(self) -> float:
        """The left end of the table, as far as the heading tells."""
        return min(c.left if c.walled else c.x0 for c in self.columns)

    @property
    def right(self) -> float:
        """The right end."""
        return max(c.right if c.walled else c.x1 for c in self.columns)


@dataclass(slots=True)
class _Cell:
    text: str
    x0: float
    x1: float
    y1: float


def heads_in(leaf: Leaf) -> list[Head]:
    """Every heading of a goods table on the page, from the top."""
    found: list[Head] = []
    bottom = -1.0
    for line in lines_of(leaf.segments, reach_01=0.4):
        if line[0].middle <= bottom or _is_figures(line):
            continue
        if _names(line) >= 2 or len(line) > 2:
            head = _head(leaf, line)
            if head:
                found.append(head)
                bottom = head.bottom
    return found


def _is_figures(line: Sequence[Segment]) -> bool:
    """Whether most of a line's cells hold figures, as no heading's do."""
    told = [NUMBERED.sub("", segment.text) for segment in line]
    return 2 * sum(any(map(str.isdigit, text)) for text in told) > len(line) + 1


def _names(line: Sequence[Segment]) -> int:
    return sum(
        len(several_in(segment)) or bool(field_of(segment.text)) for segment in line
    )


def _head(leaf: Leaf, seed: list[Segment]) -> Head | None:
    band = _band(leaf, seed)
    columns_ = _columns(leaf, band)
    fields = {column.field for column in columns_ if column.field}
    counted = [c for c in columns_ if c.field]
    told = bool(fields & _SAYS_WHAT) and bool(fields & _SAYS_MUCH)
    pair = len(fields) >= 3 or ("description" in fields and bool(fields & set(NUMERIC)))
    if not told or not pair or len(fields) < 2 or len(counted) * 2 < len(columns_):
        return None
    top, bottom = min(s.y0 for s in band), max(s.y1 for s in band)
    return Head(columns_, band, top, bottom)


def _band(leaf: Leaf, seed: list[Segment]) -> list[Segment]:
    """The seed line with the lines of the same heading above and below it."""
    band = list(seed)
    if seed[0].place:
        return band
    for _ in range(3):
        size = max(s.size for s in band)
        top, bottom = min(s.y0 for s in band), max(s.y1 for s in band)
        near = leaf.between(top - size, bottom + size)
        rows = [
            s
            for line in lines_of(near, reach_01=0.4)
            if _is_figures(line)
            for s in line
        ]
        new = [s for s in near if s not in band + rows and _joins(leaf, s, band)]
        if not new:
            break
        band += new
    return sorted(band, key=lambda s: (s.x0, s.middle))


def _joins(leaf: Leaf, segment: Segment, band: Sequence[Segment]) -> bool:
    """Whether a segment near a heading is part of it: no figures, same cell."""
    words = NUMBERED.sub("", segment.text)
    if any(c.isdigit() for c in words) or len(words) > 60:
        return False
    if segment.text.rstrip().endswith(":"):
        return False
    upper = min(band, key=lambda s: abs(s.middle - segment.middle))
    pair = sorted((segment, upper), key=lambda s: s.middle)
    crossing = [s for s in band if s.x0 < segment.x1 and s.x1 > segment.x0]
    for other in crossing or [upper]:
        pair = sorted((segment, other), key=lambda s: s.middle)
        if leaf.ruled_off(*pair):
            return False
    if crossing:
        joined = sorted((*crossing, segment), key=lambda s: s.middle)
        together = field_of(" ".join(s.text for s in joined))
        return bool(together) or not any(field_of(s.text) for s in crossing)
    return bool(field_of(segment.text))


def _columns(leaf: Leaf, band: Sequence[Segment]) -> list[Column]:
    cells: list[_Cell] = []
    for segment in sorted(band, key=lambda s: (s.middle, s.x0)):
        for text, x0, x1 in _parts(leaf, segment):
            _merge(cells, text, x0, x1, segment)
    cells.sort(key=lambda c: c.x0)
    middle = max(s.middle for s in band)
    found = []
    for cell in cells:
        left = leaf.wall_left(cell.x0 + 1.5, middle)
        right = leaf.wall_right(cell.x1 - 1.5, middle)
        shut = left > 0 and right < leaf.width
        ends = (left, right) if shut else (cell.x0, cell.x1)
        found.append(Column(field_of(cell.text), cell.text, cell.x0, cell.x1, *ends))
    return _told_apart(found)


def _told_apart(found: list[Column]) -> list[Column]:
    """`Amount` before the description is how many, where another is how much."""
    values = [c for c in found if c.field == "value"]
    goods = next((c for c in found if c.field == "description"), None)
    counted = any(c.field == "quantity" for c in found)
    if len(values) > 1 and goods and not counted and values[0].x0 < goods.x0:
        values[0].field = "quantity"
    priced = any(c.field == "unit_price" for c in found)
    if len(values) == 2 and counted and not priced:
        values[0].field = "unit_price"  # `Net price` before `Net value`
    if goods is None:
        _name_the_goods(found)
    return found


def _name_the_goods(found: list[Column]) -> None:
    """The roomiest column that nobody knows holds the goods, before two of figures."""
    figures = [c for c in found if c.field in NUMERIC]
    if len({c.field for c in figures}) < 2:
        return
    ends = [c.x0 for c in found[1:]]
    room = [
        (end - column.x0, column)
        for column, end in zip(found, ends, strict=False)
        if not column.field and column.x0 < figures[-1].x0
    ]
    if room:
        max(room, key=lambda pair: pair[0])[1].field = "description"


def _parts(leaf: Leaf, segment: Segment) -> list[tuple[str, float, float]]:
    several = several_in(segment)
    middle = segment.middle
    left, right = leaf.wall_left(segment.x0 + 1.5, middle), leaf.width
    shut = left > 0 and leaf.wall_right(segment.x1 - 1.5, middle) < right
    if not several and not shut:  # walls say what is one column
        several = _two(leaf, segment)
    if not several:
        return [(segment.text, segment.x0, segment.x1)]
    return [
        (segment.text[start:end], *segment.span(start, end))
        for _, start, end in several
    ]


def _two(leaf: Leaf, segment: Segment) -> list[tuple[str, int, int]]:
    """Two headings that stand close, where the rows below have two cells there."""
    tokens, known = tokens_of(segment.text), columns()
    if tuple(token.word for token in tokens) in known.phrases:
        return []  # one heading, known as it stands
    for cut in range(1, len(tokens)):
        left = known.phrases.get(tuple(t.word for t in tokens[:cut]))
        right = known.phrases.get(tuple(t.word for t in tokens[cut:]))
        if not left or not right or left[0] == right[0] or "line" in (left[0],):
            continue
        edge = segment.span(tokens[cut].start, tokens[cut].end)[0]
        size = max(segment.size, 6)
        rows = leaf.between(segment.y1, segment.y1 + 8 * size)
        under = [s for s in rows if s.x0 > segment.x0 - 4 and s.x1 < segment.x1 + 40]
        pairs = [
            (a, b)
            for a in under
            for b in under
            if a.x1 < b.x0 and abs(a.middle - b.middle) < 0.4 * size and a.x0 < edge
        ]
        if pairs and all(b.x1 > edge for _, b in pairs):
            return [
                (left[0], tokens[0].start, tokens[cut - 1].end),
                (right[0], tokens[cut].start, tokens[-1].end),
            ]
    return []


def _merge(
    cells: list[_Cell], text: str, x0: float, x1: float, segment: Segment
) -> None:
    """Puts a line of a heading under the line it goes on from."""
    for cell in cells:
        shared = min(cell.x1, x1) - max(cell.x0, x0)
        if shared > 0.3 * min(cell.x1 - cell.x0, x1 - x0) and segment.y0 > cell.y1 - 4:
            cell.text = f"{cell.text} {text}"
            cell.x0, cell.x1 = min(cell.x0, x0), max(cell.x1, x1)
            cell.y1 = segment.y1
            return
    cells.append(_Cell(text, x0, x1, segment.y1))
