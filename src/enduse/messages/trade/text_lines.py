"""Lines of plain text as pages of segments: gaps and strokes part them into columns."""

import re
import unicodedata
from collections.abc import Callable, Iterator, Sequence

from enduse.messages.trade.paper.segment import Leaf, Piece, Rule, Segment
from enduse.messages.trade.paper.vocabulary import kinds

WIDE, HIGH = 5.0, 12.0  # of a letter and a line, in the points of an imagined page
MAX_LINES = 400  # of a page; text without page breaks is read in pages of as many
MAX_LINE = 4_000  # letters; a longer line is read as several
_MAX_LETTERS = 60_000  # of a page, for the same
_Row = tuple[int, str]  # the number of a line and its text
_RUN = re.compile(r"[^\s|│┃║](?:[^\n\t|│┃║]*?[^\s|│┃║])??(?=\s{2,}|\t|\s*[|│┃║]|\s*$)")
_STROKE = re.compile(r"[|│┃║]")
_RULE = re.compile(r"\s*[-=_*+─━═┌┐└┘├┤┬┴┼|\s]{6,}\s*")
_TITLE_SIZE, _SIZE = 14.0, 10.0


def leaves_of(text: str) -> Iterator[Leaf]:
    """The pages of a text, each with its runs of words."""
    first = 1
    for number, page in enumerate(text.split("\f"), start=1):
        lines = page.splitlines() or [""]
        rows = [r for n, line in enumerate(lines, first) for r in _rows(line, n)]
        for part in _parts(rows):
            leaf = _leaf(part, number)
            if leaf.segments:
                yield leaf
        first += len(lines)


def _parts(rows: Sequence[_Row]) -> Iterator[Sequence[_Row]]:
    """The rows of a page, as many at a time as are read as one."""
    start = letters = 0
    for place, (_, line) in enumerate(rows):
        letters += len(line)
        if place - start >= MAX_LINES or letters > _MAX_LETTERS:
            yield rows[start:place]
            start, letters = place, len(line)
    yield rows[start:]


def _rows(line: str, number: int) -> Iterator[_Row]:
    """A line and its number; one that is too long as several, cut at blanks."""
    text = line.expandtabs(8)
    while len(text) > MAX_LINE:
        end = text.rfind(" ", MAX_LINE // 2, MAX_LINE) + 1 or MAX_LINE
        yield number, text[:end]
        text = text[end:]
    yield number, text


def _leaf(lines: Sequence[_Row], number: int) -> Leaf:
    segments: list[Segment] = []
    level: list[Rule] = []
    upright: list[Rule] = []
    for row, (_, line) in enumerate(lines):
        top = row * HIGH
        if line.strip() and _RULE.fullmatch(line):
            level.append(Rule(0.0, top + HIGH / 2, len(line) * WIDE, top + HIGH / 2))
            continue
        for stroke in _STROKE.finditer(line):
            x = stroke.start() * WIDE
            upright.append(Rule(x, top, x, top + HIGH))
        segments += _segments(line, top)
    width = max((s.x1 for s in segments), default=WIDE) + WIDE
    height = max(len(lines), 20) * HIGH
    return Leaf(number, width, height, segments, level, upright, _located(lines))


def _located(
    lines: Sequence[_Row],
) -> Callable[[float, float, float, float], str]:
    numbers = [number for number, _ in lines]

    def locate(x0: float, y0: float, x1: float, y1: float) -> str:
        row = int(y0 // HIGH)
        return f"line {numbers[row]}" if row < len(numbers) else f"line {numbers[-1]}"

    return locate


def _segments(line: str, top: float) -> Iterator[Segment]:
    """The runs of a line; a kind of paper that stands alone is a title."""
    found = list(_RUN.finditer(line))
    for run in found:
        text = run[0]
        alone = len(found) == 1 and kinds().whole(text.strip(" *-=#:"))
        size = _TITLE_SIZE if alone else _SIZE
        x0 = _across(line[: run.start()])
        pieces = tuple(
            Piece(word.start(), x0 + _across(text[: word.start()]), x0 + _across(
                text[: word.end()]), False)
            for word in re.finditer(r"\S+", text)
        )  # fmt: skip
        x1 = x0 + _across(text)
        yield Segment(text, x0, top + 1, x1, top + HIGH - 1, size, pieces)


def _across(text: str) -> float:
    """How far a text reaches; a Han character is as wide as two letters."""
    if text.isascii():
        return len(text) * WIDE
    return WIDE * sum(1 + (unicodedata.east_asian_width(c) in "WF") for c in text)
