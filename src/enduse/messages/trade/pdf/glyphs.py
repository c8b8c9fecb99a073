"""The words and ruled lines of one page, as pdfium gives them. Runs in the child."""

import ctypes
import math
import unicodedata
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from enduse.messages.trade.pdf.wire import Glyphs, RawPage
from enduse.text.scripts import is_right_to_left

MAX_CHARACTERS = 200_000  # of one page; a dense one has 10,000
MAX_OBJECTS = 100_000
MAX_RULES = 20_000
_DEPTH = 6
_THIN = 2.5  # points: a drawn box no thicker is a line
_SPACES = frozenset(" \t\r\n\u00a0\u2002\u2003\u2009\u3000\u200b\ufeff\x00\u2028\u2029")
_RTL_FROM = "\u0590"
_HYPHENS = frozenset("\x02\ufffe\uffff")


class _Letter(NamedTuple):
    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    turn: int
    place: int


class View(NamedTuple):
    """From the file's own coordinates to points from the top left as read."""

    left: float
    bottom: float
    width: float
    height: float
    rotation: int

    def box(
        self, x0: float, y0: float, x1: float, y1: float
    ) -> tuple[float, float, float, float]:
        """The box, corners in order, on the page as it is read."""
        ax, ay = self.point(x0, y0)
        bx, by = self.point(x1, y1)
        return min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)

    def point(self, x: float, y: float) -> tuple[float, float]:
        """A point on the page as it is read."""
        x, y = x - self.left, y - self.bottom
        if self.rotation == 1:
            return y, x
        if self.rotation == 2:
            return self.width - x, y
        if self.rotation == 3:
            return self.height - y, self.width - x
        return x, self.height - y

    @property
    def size(self) -> tuple[float, float]:
        """Width and height as read."""
        sides = (self.width, self.height)
        return sides if self.rotation % 2 == 0 else (sides[1], sides[0])


def read_page(document: Any, number: int) -> RawPage:
    """The page of that number, from 1, with its form fields and stamps on it."""
    page = pdfium.FPDF_LoadPage(document, number - 1)
    if not page:
        return RawPage(number, 0, 0, [], [], fault="its page object is damaged")
    try:
        if pdfium.FPDFPage_GetAnnotCount(page) > 0:
            pdfium.FPDFPage_Flatten(page, pdfium.FLAT_PRINT)
            pdfium.FPDF_ClosePage(page)
            page = pdfium.FPDF_LoadPage(document, number - 1)
        view = _view(page)
        words, cut = _words(page, view)
        rules, pictures = _drawn(page, view)
        return RawPage(number, *view.size, words, rules, pictures, cut=cut)
    finally:
        pdfium.FPDF_ClosePage(page)


def _view(page: Any) -> View:
    sides = [ctypes.c_float() for _ in range(4)]
    found = pdfium.FPDFPage_GetCropBox(page, *sides)
    if not found:
        found = pdfium.FPDFPage_GetMediaBox(page, *sides)
    rotation = pdfium.FPDFPage_GetRotation(page) % 4
    width = float(pdfium.FPDF_GetPageWidthF(page))
    height = float(pdfium.FPDF_GetPageHeightF(page))
    if rotation % 2:
        width, height = height, width
    left, bottom = (sides[0].value, sides[1].value) if found else (0.0, 0.0)
    return View(left, bottom, width, height, rotation)


def _words(page: Any, view: View) -> tuple[list[Glyphs], bool]:
    text = pdfium.FPDFText_LoadPage(page)
    if not text:
        return [], False
    try:
        count = pdfium.FPDFText_CountChars(text)
        letters = _letters(text, view, min(count, MAX_CHARACTERS))
        words = [_word(run, text) for run in _runs(letters)]
        return words, count > MAX_CHARACTERS
    finally:
        pdfium.FPDFText_ClosePage(text)


def _letters(text: Any, view: View, count: int) -> Iterator[_Letter | None]:
    """Every letter with its loose box; None where a word ends."""
    box = pdfium.FS_RECTF()
    place = ctypes.byref(box)
    pair = ""
    top = view.height + view.bottom
    for index in range(count):
        code = pdfium.FPDFText_GetUnicode(text, index)
        letter = chr(code) if 0 < code < 0x110000 else "\x00"
        if 0xD800 <= code <= 0xDFFF:
            pair, letter = _surrogates(pair, letter)
            if not letter:
                continue
        if letter in _HYPHENS:
            letter = "-"
        if letter in _SPACES or not pdfium.FPDFText_GetLooseCharBox(text, index, place):
            yield None
            continue
        if code < 32:
            yield None
            continue
        angle = pdfium.FPDFText_GetCharAngle(text, index)
        turn = round(angle / (math.pi / 2)) % 4 if angle > 0 else 0
        turn = (turn + view.rotation) % 4
        if letter >= _RTL_FROM and is_right_to_left(letter):
            letter = unicodedata.normalize("NFKC", letter)
            _level_out(text, index, box)
        if view.rotation:
            x0, y0, x1, y1 = view.box(box.left, box.bottom, box.right, box.top)
        else:  # the same, without the calls: most pages, every letter
            x0, x1 = box.left - view.left, box.right - view.left
            y0, y1 = top - box.top, top - box.bottom
        size = (x1 - x0) if turn % 2 else (y1 - y0)
        yield _Letter(letter, x0, y0, x1, y1, size, turn, index)


def _level_out(text: Any, index: int, box: Any) -> None:
    """Gives a joined letter the height of its font: its own box may be as low as a dot.

    pdfium knows no loose box for fonts that are drawings, as browsers write Arabic.
    """
    x, y = ctypes.c_double(), ctypes.c_double()
    if not pdfium.FPDFText_GetCharOrigin(text, index, ctypes.byref(x), ctypes.byref(y)):
        return
    size = max(pdfium.FPDFText_GetFontSize(text, index), 4.0)
    matrix = pdfium.FS_MATRIX()
    if pdfium.FPDFText_GetMatrix(text, index, ctypes.byref(matrix)):
        size *= abs(matrix.d) or abs(matrix.b) or 1.0
    if 4.0 <= size <= 80.0:
        box.bottom, box.top = y.value - 0.22 * size, y.value + 0.78 * size


def _surrogates(pair: str, letter: str) -> tuple[str, str]:
    if letter < "\udc00":
        return letter, ""
    if not pair:
        return "", "\ufffd"
    joined = (pair + letter).encode("utf-16", "surrogatepass").decode("utf-16")
    return "", joined


def _runs(letters: Iterator[_Letter | None]) -> Iterator[list[_Letter]]:
    """Letters that stand together: same turn, same line, no wide gap."""
    run: list[_Letter] = []
    for letter in letters:
        if letter is None or (run and not _together(run[-1], letter)):
            if run:
                yield run
            run = []
        if letter is not None:
            run.append(letter)
    if run:
        yield run


def _together(last: _Letter, new: _Letter) -> bool:
    if last.turn != new.turn or max(last.size, new.size) > 1.7 * min(
        last.size or 1, new.size or 1
    ):
        return False
    turned = last.turn
    a = upright(last, turned) if turned else last[1:5]
    b = upright(new, turned) if turned else new[1:5]
    size = max(last.size, 1.0)
    level = abs((a[1] + a[3]) - (b[1] + b[3])) / 2 < 0.5 * size
    gap = b[0] - a[2]
    if last.text >= _RTL_FROM and is_right_to_left(last.text + new.text):
        gap = max(gap, a[0] - b[2])  # read from the right: the next is left of it
    return level and -0.6 * size < gap < 0.28 * size


def upright(box: Any, turn: int) -> tuple[float, float, float, float]:
    """A box in a frame in which letters of that turn stand upright."""
    x0, y0, x1, y1 = box[1:5]
    if turn == 1:
        return y0, -x1, y1, -x0
    if turn == 2:
        return -x1, -y1, -x0, -y0
    if turn == 3:
        return -y1, x0, -y0, x1
    return x0, y0, x1, y1


def _word(run: list[_Letter], text: Any) -> Glyphs:
    first = run[0]
    return Glyphs(
        "".join(letter.text for letter in _as_read(run)),
        round(min(letter.x0 for letter in run), 1),
        round(min(letter.y0 for letter in run), 1),
        round(max(letter.x1 for letter in run), 1),
        round(max(letter.y1 for letter in run), 1),
        round(first.size, 1),
        _is_bold(text, first.place),
        first.turn,
    )


def _as_read(run: list[_Letter]) -> list[_Letter]:
    """The letters in the order they are read: from the right where they stand so."""
    if not any(is_right_to_left(letter.text) for letter in run):
        return run
    found: list[_Letter] = []
    for letter in sorted(run, key=lambda one: -upright(one, one.turn)[0]):
        plain = not is_right_to_left(letter.text) and letter.text.isalnum()
        at = len(found)
        while plain and at and not is_right_to_left(found[at - 1].text):
            at -= 1
        found.insert(at, letter)
    return found


def _is_bold(text: Any, index: int) -> bool:
    name = ctypes.create_string_buffer(96)
    flags = ctypes.c_int()
    pdfium.FPDFText_GetFontInfo(text, index, name, 96, ctypes.byref(flags))
    said = name.value.lower()
    heavy = any(word in said for word in (b"bold", b"black", b"heavy", b"semib"))
    return heavy or pdfium.FPDFText_GetFontWeight(text, index) >= 600


def _drawn(
    page: Any, view: View
) -> tuple[list[tuple[float, float, float, float]], float]:
    """Ruled lines, level or upright, and how much of the page pictures cover."""
    rules: list[tuple[float, float, float, float]] = []
    covered = 0.0
    area = max(view.width * view.height, 1.0)
    for seen, (item, matrix) in enumerate(_objects(page)):
        if seen > MAX_OBJECTS or len(rules) > MAX_RULES:
            break
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += _area(item, matrix) / area
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules.extend(_rules_of(item, matrix, view))
    return rules[:MAX_RULES], round(min(covered, 1.0), 3)


_UNIT = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
_Matrix = tuple[float, float, float, float, float, float]


def _objects(page: Any) -> Iterator[tuple[Any, _Matrix]]:
    """Every drawn object with the matrix of the forms it stands in."""
    for index in range(min(pdfium.FPDFPage_CountObjects(page), MAX_OBJECTS)):
        item = pdfium.FPDFPage_GetObject(page, index)
        if item:
            yield from _inside(item, _UNIT, 0)


def _inside(item: Any, matrix: _Matrix, depth: int) -> Iterator[tuple[Any, _Matrix]]:
    if pdfium.FPDFPageObj_GetType(item) != pdfium.FPDF_PAGEOBJ_FORM:
        yield item, matrix
        return
    if depth >= _DEPTH:
        return
    inner = _times(_matrix(item), matrix)
    for index in range(min(pdfium.FPDFFormObj_CountObjects(item), MAX_OBJECTS)):
        part = pdfium.FPDFFormObj_GetObject(item, index)
        if part:
            yield from _inside(part, inner, depth + 1)


def _matrix(item: Any) -> _Matrix:
    found = pdfium.FS_MATRIX()
    if not pdfium.FPDFPageObj_GetMatrix(item, ctypes.byref(found)):
        return _UNIT
    return found.a, found.b, found.c, found.d, found.e, found.f


def _times(m: _Matrix, n: _Matrix) -> _Matrix:
    return (
        m[0] * n[0] + m[1] * n[2],
        m[0] * n[1] + m[1] * n[3],
        m[2] * n[0] + m[3] * n[2],
        m[2] * n[1] + m[3] * n[3],
        m[4] * n[0] + m[5] * n[2] + n[4],
        m[4] * n[1] + m[5] * n[3] + n[5],
    )


def _bounds(item: Any) -> tuple[float, float, float, float]:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *sides)
    return sides[0].value, sides[1].value, sides[2].value, sides[3].value


def _area(item: Any, matrix: _Matrix) -> float:
    x0, y0, x1, y1 = _bounds(item)
    scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
    return abs((x1 - x0) * (y1 - y0)) * scale


def _rules_of(
    item: Any, outer: _Matrix, view: View
) -> Iterator[tuple[float, float, float, float]]:
    matrix = _times(_matrix(item), outer)
    points: list[tuple[float, float, bool]] = []
    for index in range(min(pdfium.FPDFPath_CountSegments(item), 2_000)):
        segment = pdfium.FPDFPath_GetPathSegment(item, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        if not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            continue
        px = matrix[0] * x.value + matrix[2] * y.value + matrix[4]
        py = matrix[1] * x.value + matrix[3] * y.value + matrix[5]
        kind = pdfium.FPDFPathSegment_GetType(segment)
        points.append((*view.point(px, py), kind == pdfium.FPDF_SEGMENT_MOVETO))
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    pdfium.FPDFPath_GetDrawMode(item, fill, stroke)
    yield from _lines(points, filled=bool(fill.value) and not stroke.value)


def _lines(
    points: list[tuple[float, float, bool]], *, filled: bool
) -> Iterator[tuple[float, float, float, float]]:
    if filled:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        if points and min(max(xs) - min(xs), max(ys) - min(ys)) <= _THIN:
            yield _rounded(min(xs), min(ys), max(xs), max(ys))
        return
    start = points[0] if points else (0.0, 0.0, True)
    for a, b in zip(points, [*points[1:], (*start[:2], False)], strict=True):
        if a[2]:
            start = a
        target = start if b[2] else b
        flat = abs(a[1] - target[1]) <= 1 or abs(a[0] - target[0]) <= 1
        long = max(abs(a[0] - target[0]), abs(a[1] - target[1])) > 4
        if flat and long:
            xs, ys = sorted((a[0], target[0])), sorted((a[1], target[1]))
            yield _rounded(xs[0], ys[0], xs[1], ys[1])


def _rounded(*box: float) -> tuple[float, float, float, float]:
    x0, y0, x1, y1 = (round(side, 1) for side in box)
    return x0, y0, x1, y1
