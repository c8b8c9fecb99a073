"""A written report as a tree, and what an accessibility check needs of it."""

import re
import zlib
from base64 import b64decode
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import lxml.html

from enduse.model import Assessment
from enduse.report.context import ReportContext
from enduse.report.html import HtmlReport
from tests.unit.report import invented

Tree = Any  # lxml's stubs give every XPath result all the types it might have
STYLE = Path(__file__).parents[3] / "src/enduse/report/style.css"


def written(
    folder: Path,
    items: Iterable[Assessment],
    *,
    context: ReportContext | None = None,
    detailed: int = 5_000,
) -> str:
    """The report's text."""
    report = HtmlReport(
        context or invented.context(), invented.listing, detailed=detailed
    )
    for one in items:
        report.add(one)
    report.write(folder / "report.html")
    return (folder / "report.html").read_text(encoding="utf-8")


PACK = re.compile(r'<script type="text/plain" class="pack">([^<]*)</script>\n')


def whole(text: str) -> str:
    """The page as a browser with scripts has it: what is packed is in its place."""

    def unpacked(found: re.Match[str]) -> str:
        return zlib.decompress(b64decode(found[1])).decode("utf-8")

    return PACK.sub(unpacked, text)


def tree(text: str) -> Tree:
    """The page as a browser without scripts would see it."""
    return lxml.html.document_fromstring(text.replace("noscript>", "div>"))


def said(page: Tree) -> str:
    """The text of the page, white space folded."""
    return " ".join(page.find("body").text_content().split())


def themes() -> Iterator[tuple[str, dict[str, str]]]:
    """The colour tokens of each mode, as the style sheet sets them."""
    style = STYLE.read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.DOTALL)
    light = dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]+)", blocks[0]))
    for name, block in zip(("light", "dark", "print"), blocks, strict=True):
        yield name, {**light, **dict(re.findall(r"--([\w-]+):\s*(#[0-9a-f]+)", block))}


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours. *Source*: WCAG 2.2, relative luminance."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def _luminance(colour: str) -> float:
    digits = colour.lstrip("#")
    digits = "".join(2 * d for d in digits) if len(digits) == 3 else digits
    channels = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
