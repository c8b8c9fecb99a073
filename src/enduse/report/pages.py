"""Pictures of the pages that values of a deal stand on, with boxes around them."""

import base64
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from enduse.model import Finding, Origin
from enduse.report.deals import Box, DealView, box, page_id, page_number

MOST_PAGES = 40
"""Pictures in one report: some 60 KB each. Others keep their place as text."""
_BOXES = 60

Locate = Callable[[str], Path | None]
"""The input file of a sha256, or None where it is gone."""


@dataclass(slots=True)
class _Page:
    name: str
    sha256: str
    number: int
    boxes: list[Box] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Picture:
    """One page as a PNG. `id` is what values link to."""

    id: str
    title: str
    data: str


def pictures(views: Iterable[DealView], locate: Locate) -> Iterator[Picture]:
    """The pages of PDFs that findings and goods stand on, gravest deals first."""
    pages: dict[str, _Page] = {}
    for view in views:
        for origin in _origins(view):
            if not (key := page_id(origin)):
                continue
            if key not in pages and len(pages) >= MOST_PAGES:
                continue
            page = pages.setdefault(
                key, _Page(origin.source, origin.sha256, page_number(origin))
            )
            if (corners := box(origin)) and corners not in page.boxes[:_BOXES]:
                page.boxes.append(corners)
    for key, page in pages.items():
        path = locate(page.sha256)
        if path is None:
            continue
        image = _drawn(path, page)
        if image:
            data = base64.b64encode(image).decode()
            yield Picture(key, f"{page.name}, page {page.number}", data)


def _drawn(path: Path, page: _Page) -> bytes:
    """The page as PNG. PDFs are only opened for a deal that has one."""
    from enduse.messages.trade.pdf.image import page_image

    return page_image(path, page.number, page.boxes[:_BOXES])


def _origins(view: DealView) -> Iterator[Origin]:
    """Where the view's values stand, contradictions first."""
    for finding in view.contradictions:
        yield from _stated(finding)
    for line in view.goods:
        yield line.origin
    for row in (*view.parties, *view.figures, *view.dates, *view.numbers):
        yield from (value.origin for value in row.values)
    yield from (value.origin for value in view.routes)


def _stated(finding: Finding) -> Iterator[Origin]:
    yield from (one.origin for one in finding.evidence if one.origin)
