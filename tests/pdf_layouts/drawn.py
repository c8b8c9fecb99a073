"""Boxes, rows and plain forms that invented papers are drawn with."""

from collections.abc import Sequence

from tests.made_pdf import Page, pdf


def boxed(
    page: Page, box: tuple[float, float, float, float], label: str, *lines: str
) -> Page:
    """A ruled box with a small label at its top and lines under it."""
    x0, y0, x1, y1 = box
    page.box(x0, y0, x1, y1).text(x0 + 3, y0 + 9, label, size=6.5)
    return page.lines(x0 + 5, y0 + 20, *lines)


def row(
    page: Page, y: float, xs: Sequence[float], texts: Sequence[str], *, size: float = 9
) -> Page:
    """Texts side by side; those at a negative place end there."""
    for x, text in zip(xs, texts, strict=True):
        if x < 0:
            page.right(-x, y, text, size=size)
        else:
            page.text(x, y, text, size=size)
    return page


def labelled(title: str, *pairs: tuple[str, str], gap: float = 110) -> bytes:
    """A plain form: a title, and under it labels with their values beside them."""
    page = Page().text(200, 40, title, size=14, bold=True)
    for number, (label, value) in enumerate(pairs):
        page.text(40, 80 + 16 * number, label)
        page.text(40 + gap, 80 + 16 * number, value)
    return pdf(page)
