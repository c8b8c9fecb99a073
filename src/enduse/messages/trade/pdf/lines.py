"""Words of a page to runs of words: what stands together on a line, and which way.

Letters that stand upright in the way most of the page does are the page; others (a
note along the margin) become runs of their own.
"""

from collections import Counter
from collections.abc import Callable, Sequence

from enduse.messages.trade.paper.segment import Leaf, Piece, Rule, Segment
from enduse.messages.trade.pdf.wire import Glyphs, RawPage
from enduse.text.scripts import is_right_to_left

_GAP = 0.8  # of a line's height: a wider gap between words parts two columns
_FILLED_01 = 0.3
_SMALLER = 0.87
_HAN = ("\u2e80", "\u9fff")


def leaf_of(page: RawPage) -> tuple[Leaf, list[Segment]]:
    """The page upright, and the segments that stand another way."""
    turn = _main_turn(page.words)
    frame = _Frame(page.width, page.height, turn)
    level, upright = _rules([frame.inward(rule) for rule in page.rules])
    locate = frame.locator(page.number)
    width, height = frame.size
    leaf = Leaf(page.number, width, height, [], level, upright, locate)
    words = [_placed(word, frame) for word in page.words if word.turn == turn]
    segments = _segments(_once(words), leaf)
    _mark_small(segments)
    level = [rule for rule in level if not _is_underline(rule, segments)]
    aside: list[Segment] = []
    for other in {word.turn for word in page.words} - {turn}:
        words = [_sideways(word) for word in page.words if word.turn == other]
        aside += _segments(_once(words), Leaf(0, 0, 0, [], [], [], locate))
        # their place is the whole page: a box in another frame would mislead
    for segment in aside:
        segment.place = f"page={page.number}"
    return Leaf(page.number, width, height, segments, level, upright, locate), aside


_Box = tuple[float, float, float, float]


def _turned(box: Sequence[float], turn: int, width: float, height: float) -> _Box:
    """A box of a sheet of that size after so many quarter turns."""
    x0, y0, x1, y1 = box[:4]
    if turn == 1:
        return y0, width - x1, y1, width - x0
    if turn == 2:
        return width - x1, height - y1, width - x0, height - y0
    if turn == 3:
        return height - y1, x0, height - y0, x1
    return x0, y0, x1, y1


class _Frame:
    """The page turned so that most letters stand upright, and back."""

    def __init__(self, width: float, height: float, turn: int) -> None:
        self._width, self._height, self._turn = width, height, turn

    @property
    def size(self) -> tuple[float, float]:
        if self._turn % 2:
            return self._height, self._width
        return self._width, self._height

    def inward(self, box: Sequence[float]) -> _Box:
        """A box of the page in the frame."""
        return _turned(box, self._turn, self._width, self._height)

    def outward(self, x0: float, y0: float, x1: float, y1: float) -> _Box:
        """A box of the frame on the page."""
        return _turned((x0, y0, x1, y1), -self._turn % 4, *self.size)

    def locator(self, number: int) -> Callable[[float, float, float, float], str]:
        """Says where a box of the frame is: `page=2&box=x0,y0,x1,y1`."""

        def locate(x0: float, y0: float, x1: float, y1: float) -> str:
            box = self.outward(x0, y0, x1, y1)
            return f"page={number}&box=" + ",".join(map(_point, box))

        return locate


def _main_turn(words: Sequence[Glyphs]) -> int:
    votes: Counter[int] = Counter()
    for word in words:
        votes[word.turn] += len(word.text)
    return votes.most_common(1)[0][0] if votes else 0


def _placed(word: Glyphs, frame: _Frame) -> Glyphs:
    return Glyphs(word.text, *frame.inward(word[1:5]), word.size, word.bold, 0)


def _sideways(word: Glyphs) -> Glyphs:
    turned = _Frame(0, 0, word.turn).inward(word[1:5])
    return Glyphs(word.text, *turned, word.size, word.bold, 0)


def _once(words: list[Glyphs]) -> list[Glyphs]:
    """Words without their shadows: the same word drawn twice to look bold."""
    seen: set[tuple[str, int, int]] = set()
    kept = []
    for word in words:
        cell = (word.text, round(word.x0 / 2), round(word.y0 / 2))
        near = {(word.text, cell[1] + i, cell[2] + j) for i in (0, 1) for j in (0, 1)}
        if seen.isdisjoint({*near, (word.text, cell[1] - 1, cell[2]), cell}):
            kept.append(word)
        seen.add(cell)
    return kept


def _segments(words: list[Glyphs], leaf: Leaf) -> list[Segment]:
    found = []
    for line in _lines(words):
        line.sort(key=lambda w: w.x0)
        run = [line[0]]
        for word in line[1:]:
            if _parted(run[-1], word, leaf):
                found.append(_segment(run))
                run = []
            run.append(word)
        found.append(_segment(run))
    return found


def _mark_small(segments: Sequence[Segment]) -> None:
    """Tells the print of a form from what is filled in: it is smaller.

    A third of the letters, or near it, are filled in; titles are few letters.
    """
    left = _FILLED_01 * sum(len(s.text) for s in segments)
    filled = 0.0
    for segment in sorted(segments, key=lambda s: -s.size):
        left -= len(segment.text)
        filled = segment.size
        if left <= 0:
            break
    for segment in segments:
        segment.small = segment.size < _SMALLER * filled


def _lines(words: list[Glyphs]) -> list[list[Glyphs]]:
    """Words that share a height, in lines from the top."""
    lines: list[list[Glyphs]] = []
    spans: list[tuple[float, float]] = []
    for word in sorted(words, key=lambda w: ((w.y0 + w.y1) / 2, w.x0)):
        middle = (word.y0 + word.y1) / 2
        for back in range(1, min(len(lines), 4) + 1):
            top, bottom = spans[-back]
            shared = min(bottom, word.y1) - max(top, word.y0)
            small = min(bottom - top, word.y1 - word.y0)
            close = abs((top + bottom) / 2 - middle) < 0.45 * max(small, 2)
            if close or (shared > 0.75 * small and _is_mixed(word, top, bottom)):
                lines[-back].append(word)
                break
        else:
            lines.append([word])
            spans.append((word.y0, word.y1))
    return lines


def _is_mixed(word: Glyphs, top: float, bottom: float) -> bool:
    """Letters of another size on one line: small print beside a large number."""
    height = word.y1 - word.y0
    return 0.4 < height / max(bottom - top, 1) < 2.5 and word.y0 >= top - 1


def _parted(last: Glyphs, word: Glyphs, leaf: Leaf) -> bool:
    gap = word.x0 - last.x1
    height = min(last.y1 - last.y0, word.y1 - word.y0)
    if gap > _GAP * max(height, 3):
        return True
    middle = (word.y0 + word.y1) / 2
    return gap > -2 and leaf.walled_off(last.x1, word.x0, middle)


def _segment(words: list[Glyphs]) -> Segment:
    text, pieces = "", []
    words = _as_read(words)
    for number, word in enumerate(words):
        if number and not _joined(words[number - 1], word):
            text += " "
        pieces.append(Piece(len(text), word.x0, word.x1, word.bold))
        text += word.text
    return Segment(
        text,
        min(w.x0 for w in words),
        min(w.y0 for w in words),
        max(w.x1 for w in words),
        max(w.y1 for w in words),
        max(w.size for w in words),
        tuple(pieces),
    )


def _as_read(words: list[Glyphs]) -> list[Glyphs]:
    """Words in reading order, where some are read from the right."""
    turned = [is_right_to_left(word.text) for word in words]
    if not any(turned):
        return words
    plain = [any(c.isascii() and c.isalnum() for c in word.text) for word in words]
    if 2 * sum(turned) > sum(turned) + sum(plain):  # the line is read from the right
        order = list(reversed(range(len(words))))
        return [words[at] for at in _with_groups(order, plain)]
    return [words[at] for at in _with_groups(list(range(len(words))), turned)]


def _with_groups(order: list[int], other: list[bool]) -> list[int]:
    """The order, with every stretch of words that are read the other way turned."""
    found: list[int] = []
    group: list[int] = []
    for at in order:
        if other[at]:
            group.insert(0, at)
            continue
        found += [*group, at]
        group = []
    return [*found, *group]


def _joined(last: Glyphs, word: Glyphs) -> bool:
    """Whether two words are one: Han characters side by side, a word in two styles."""
    gap = word.x0 - last.x1
    if last.text[-1] in ":：" or word.text[0] in ":：":
        return gap < 0.1 * word.size
    han = _HAN[0] <= last.text[-1] <= _HAN[1] and _HAN[0] <= word.text[0] <= _HAN[1]
    return (han and gap < 0.3 * word.size) or -word.size < gap < 0.06 * word.size


def _is_underline(rule: Rule, segments: Sequence[Segment]) -> bool:
    """Whether a level line only underlines words: as wide as they, right below."""
    return any(
        s.y1 - 0.35 * s.size <= rule.y0 <= s.y1 + 2
        and abs(s.x0 - rule.x0) < 6
        and rule.x1 <= s.x1 + 6
        for s in segments
    )


def _rules(boxes: list[tuple[float, ...]]) -> tuple[list[Rule], list[Rule]]:
    level: list[Rule] = []
    upright: list[Rule] = []
    for x0, y0, x1, y1 in boxes:
        (level if x1 - x0 >= y1 - y0 else upright).append(Rule(x0, y0, x1, y1))
    return _longer(level), _taller(upright)


def _longer(rules: list[Rule]) -> list[Rule]:
    """Level lines, those that go on from each other as one."""
    merged: list[Rule] = []
    for rule in sorted(rules, key=lambda r: (round(r.y0), r.x0)):
        last = merged[-1] if merged else None
        if last and abs(last.y0 - rule.y0) < 1.6 and rule.x0 <= last.x1 + 2.5:
            merged[-1] = Rule(
                last.x0, last.y0, max(last.x1, rule.x1), max(last.y1, rule.y1)
            )
        else:
            merged.append(rule)
    return merged


def _taller(rules: list[Rule]) -> list[Rule]:
    turned = _longer([Rule(r.y0, r.x0, r.y1, r.x1) for r in rules])
    return [Rule(r.y0, r.x0, r.y1, r.x1) for r in turned]


def _point(value: float) -> str:
    """A coordinate in whole points.

    The cut lies at a quarter, not at a half, where widths of half a letter fall: the
    PDF library's own noise of a twentieth would move those from run to run.
    """
    return str(int(max(value, 0) + 0.75))
