"""Pictures of the pages that values of a deal stand on, with boxes around them."""

import base64
import struct
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from enduse.model import Finding, Origin
from enduse.report.deals import Box, DealView, box, page_id, page_number

MOST_PAGES = 800
MOST_BYTES = 16_000_000
"""Pictures in one report, and their bytes before base 64: some 25 KB each. Values on
other pages keep their place as text, and the report says so."""
_BOXES = 250
_SCALE = 1.4  # pixels a point

Locate = Callable[[str], Path | None]
"""The input file of a sha256, or None where it is gone."""


@dataclass(slots=True)
class _Page:
    name: str
    sha256: str
    number: int
    boxes: list[Box] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Mark:
    """The frame of a value on a page, in points. `id` is what the value links to."""

    id: str
    x: float
    y: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as a PNG with the frames of its values. *Units*: points."""

    id: str
    title: str
    data: str
    width: float
    height: float
    marks: tuple[Mark, ...]


@dataclass(frozen=True, slots=True)
class Album:
    """The pictures of a report, how many pages have none, and where values link to."""

    pictures: tuple[Picture, ...]
    left_out: int
    links: Mapping[tuple[str, Box | None], str]

    def link(self, origin: Origin | None) -> str:
        """The id of the frame of a value, or of its page, or '' for neither."""
        if origin is None:
            return ""
        key = page_id(origin)
        own = self.links.get((key, box(origin))) if key else None
        return own or self.links.get((key, None), "")


def album(views: Sequence[DealView], locate: Locate) -> Album:
    """The pages of PDFs that values of deals stand on, gravest deals first."""
    pages = _pages(views)
    pictures: list[Picture] = []
    links: dict[tuple[str, Box | None], str] = {}
    left = MOST_BYTES
    for key, page in pages.items():
        path = locate(page.sha256) if len(pictures) < MOST_PAGES and left > 0 else None
        image = _drawn(path, page) if path else b""
        if not image:
            continue
        left -= len(image)
        pictures.append(_picture(key, page, image))
        links[key, None] = key
        for number, corners in enumerate(page.boxes):
            links[key, corners] = f"{key}-{number}"
    return Album(tuple(pictures), len(pages) - len(pictures), links)


def _pages(views: Sequence[DealView]) -> dict[str, _Page]:
    pages: dict[str, _Page] = {}
    for view in views:
        for origin in _origins(view):
            if not (key := page_id(origin)):
                continue
            page = pages.setdefault(
                key, _Page(origin.source, origin.sha256, page_number(origin))
            )
            corners = box(origin)
            if corners and corners not in page.boxes and len(page.boxes) < _BOXES:
                page.boxes.append(corners)
    return pages


def _picture(key: str, page: _Page, image: bytes) -> Picture:
    """*Source*: PNG, ISO/IEC 15948: width and height stand in bytes 16 to 24."""
    wide, high = struct.unpack(">II", image[16:24])
    marks = tuple(
        Mark(f"{key}-{number}", x0 - 1.5, y0 - 1.5, x1 - x0 + 3, y1 - y0 + 3)
        for number, (x0, y0, x1, y1) in enumerate(page.boxes)
    )
    data = base64.b64encode(image).decode()
    title = f"{page.name}, page {page.number}"
    return Picture(
        key, title, data, round(wide / _SCALE, 1), round(high / _SCALE, 1), marks
    )


def _drawn(path: Path, page: _Page) -> bytes:
    """The page as PNG. PDFs are only opened for a deal that has one."""
    from enduse.messages.trade.pdf.image import page_image

    return page_image(path, page.number, (), scale=_SCALE)


def _origins(view: DealView) -> Iterator[Origin]:
    """Where the view's values stand, contradictions first."""
    for finding in view.contradictions:
        yield from _stated(finding)
    for line in view.goods:
        yield line.origin
    for row in (*view.parties, *view.figures, *view.dates, *view.numbers):
        for value in row.values:
            yield value.origin
            yield from (other.origin for other in value.also)
    yield from (value.origin for value in view.routes)


def _stated(finding: Finding) -> Iterator[Origin]:
    yield from (one.origin for one in finding.evidence if one.origin)
