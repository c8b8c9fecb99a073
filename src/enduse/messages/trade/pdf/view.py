"""From a page's own coordinates to points from the top left as it is read."""

import ctypes
from typing import Any, NamedTuple

import pypdfium2.raw as pdfium


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


def view_of(page: Any) -> View:
    """The view of a page that pdfium has open."""
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
