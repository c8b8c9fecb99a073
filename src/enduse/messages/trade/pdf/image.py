"""A page as a picture with boxes marked on it, for a report."""

import base64
from collections.abc import Sequence
from pathlib import Path

from enduse.messages.trade.pdf.pdfium import NoAnswer, for_pictures

Box = tuple[float, float, float, float]


def page_image(
    path: Path, page: int, boxes: Sequence[Box], *, scale: float = 1.5
) -> bytes:
    """The page, counted from 1, as PNG with every box framed.

    *Units*: boxes in points from the top left, as in `page=2&box=x0,y0,x1,y1`; `scale`
    in pixels a point. *Unknown*: b'' for a page that cannot be drawn.
    """
    try:
        drawn = for_pictures().image(path.resolve(), page, boxes, scale=scale)
    except NoAnswer:
        return b""
    return base64.b64decode(drawn.png)


def box_of(locator: str) -> tuple[int, Box | None]:
    """Page and box that a locator of the PDF reader names; page 0 for another.

    *Example*

    >>> box_of("page=2&box=10,20,30,40"), box_of("cell=B2")
    ((2, (10.0, 20.0, 30.0, 40.0)), (0, None))
    """
    parts = dict(part.partition("=")[::2] for part in locator.split("&"))
    if not parts.get("page", "").isdigit():
        return 0, None
    try:
        x0, y0, x1, y1 = (float(v) for v in parts.get("box", "").split(","))
    except ValueError:
        return int(parts["page"]), None
    return int(parts["page"]), (x0, y0, x1, y1)
