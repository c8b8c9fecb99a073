"""The ruled lines of a page, and how much of it pictures cover. Runs in the child."""

import ctypes
from collections.abc import Iterator
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium

from enduse.messages.trade.pdf.view import View

MAX_OBJECTS = 100_000
MAX_RULES = 20_000
_DEPTH = 6
_CORNERS = 8  # segments of a path: a box has four or five
_THIN = 2.5  # points: a drawn box no thicker is a line
_Box = tuple[float, float, float, float]
_Matrix = tuple[float, float, float, float, float, float]
_UNIT: _Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)


class Drawn(NamedTuple):
    """Ruled lines, level or upright; how much of the page pictures cover; how many
    shapes with curves or many corners there are.
    """

    rules: list[_Box]
    pictures_01: float
    figures: int


def drawn(page: Any, view: View) -> Drawn:
    """What is drawn on a page beside its text."""
    rules: list[_Box] = []
    covered, figures = 0.0, 0
    area = max(view.width * view.height, 1.0)
    for seen, (item, matrix) in enumerate(_objects(page)):
        if seen > MAX_OBJECTS or len(rules) > MAX_RULES:
            break
        kind = pdfium.FPDFPageObj_GetType(item)
        if kind == pdfium.FPDF_PAGEOBJ_IMAGE:
            covered += _area(item, matrix) / area
        elif kind == pdfium.FPDF_PAGEOBJ_PATH:
            rules.extend(_rules_of(item, matrix, view))
            figures += pdfium.FPDFPath_CountSegments(item) > _CORNERS
    return Drawn(rules[:MAX_RULES], round(min(covered, 1.0), 3), figures)


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


def _bounds(item: Any) -> _Box:
    sides = [ctypes.c_float() for _ in range(4)]
    pdfium.FPDFPageObj_GetBounds(item, *sides)
    return sides[0].value, sides[1].value, sides[2].value, sides[3].value


def _area(item: Any, matrix: _Matrix) -> float:
    x0, y0, x1, y1 = _bounds(item)
    scale = abs(matrix[0] * matrix[3] - matrix[1] * matrix[2])
    return abs((x1 - x0) * (y1 - y0)) * scale


def _rules_of(item: Any, outer: _Matrix, view: View) -> Iterator[_Box]:
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


def _lines(points: list[tuple[float, float, bool]], *, filled: bool) -> Iterator[_Box]:
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


def _rounded(*box: float) -> _Box:
    x0, y0, x1, y1 = (round(side, 1) for side in box)
    return x0, y0, x1, y1
