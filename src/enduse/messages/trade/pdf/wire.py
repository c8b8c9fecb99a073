"""What the child process that holds pdfium tells the parent: records, as JSON lines."""

from typing import NamedTuple

import msgspec


class Glyphs(NamedTuple):
    """A word on the page, in points from the top left of the page as it is read.

    `turn` is how far its letters are turned, in quarters of a circle clockwise.
    """

    text: str
    x0: float
    y0: float
    x1: float
    y1: float
    size: float
    bold: bool
    turn: int


class RawPage(msgspec.Struct):
    """A page: its words in the order of the file, and its ruled lines (x0, y0, x1, y1).

    `pictures_01` is the share of the page that pictures cover; `figures` how many
    curved shapes are drawn on it, which letters may be that are no text.
    """

    number: int
    width: float
    height: float
    words: list[Glyphs]
    rules: list[tuple[float, float, float, float]]
    pictures_01: float = 0.0
    fault: str = ""
    cut: bool = False
    figures: int = 0


class Attached(msgspec.Struct):
    """A file embedded in the PDF: its bytes, or nothing and why."""

    name: str
    data: bytes = b""
    fault: str = ""


class Opened(msgspec.Struct):
    """What is known of the file before any page is read.

    `fault` is why it can't be opened: `password`, `damaged`, `empty`; `actions` are
    the things the file would do if a viewer let it; enduse never does.
    """

    pages: int = 0
    fault: str = ""
    actions: list[str] = msgspec.field(default_factory=list)
    attachments: list[Attached] = msgspec.field(default_factory=list)


class Ask(msgspec.Struct):
    """A question to the child: `open` a path, a `page` of it, or its `image`."""

    do: str
    path: str = ""
    page: int = 0
    scale: float = 1.5
    boxes: list[tuple[float, float, float, float]] = msgspec.field(default_factory=list)


class Drawn(msgspec.Struct):
    """A page as a picture: PNG in base 64, empty where it can't be drawn."""

    png: str = ""
