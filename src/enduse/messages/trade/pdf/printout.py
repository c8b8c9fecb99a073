"""SWIFT messages printed to PDF: the pages' lines are read as the messages they show.

Banks hand credits and their amendments to customers so.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

from enduse.messages.message import Message, Options
from enduse.messages.swift import mt, printed
from enduse.messages.trade.paper.kind import title_of
from enduse.messages.trade.paper.segment import Leaf, lines_of
from enduse.messages.wrapped.held import Held
from enduse.messages.wrapped.moved import moved
from enduse.model import Origin, Problem

_LINE_01 = 0.5


@dataclass(slots=True)
class Printout:
    """The pages of a print-out so far; `first` is 0 where there is none."""

    first: int = 0
    text: list[str] = field(default_factory=list)

    def take(self, leaf: Leaf) -> bool:
        """Whether the page is of a print-out; its lines are kept then."""
        if not leaf.segments:
            return False
        lines = _lines(leaf)
        goes_on = self.first and title_of(leaf) is None
        if not goes_on and not printed.is_printed("\n".join(lines)):
            return False
        self.first = self.first or leaf.number
        self.text += lines
        return True

    def closed(self, origin: Origin, options: Options) -> Iterator[Message | Problem]:
        """The messages of the pages, with places on the first of them."""
        if not self.first:
            return
        within = f"page={self.first}&at="
        held = Held(origin, printed.as_fin("\n".join(self.text)))
        self.first, self.text = 0, []
        for item in mt.parse(held, options):
            if isinstance(item, Message):
                yield moved(item, origin, within)
            else:
                where = origin.at(f"{within}{item.origin.locator}")
                yield Problem(item.code, item.message, where, item.severity)


def _lines(leaf: Leaf) -> list[str]:
    """The lines of a page as text, indented as they stand."""
    left = min(segment.x0 for segment in leaf.segments)
    widths = sorted(
        (s.x1 - s.x0) / len(s.text) for s in leaf.segments if len(s.text) > 3
    )
    width = max(widths[len(widths) // 2] if widths else 5.0, 1.0)
    found = []
    for line in lines_of(leaf.segments, reach_01=_LINE_01):
        ordered = sorted(line, key=lambda s: s.x0)
        indent = round((ordered[0].x0 - left) / width)
        said = "  ".join(segment.text for segment in ordered)
        found.append(" " * min(indent, 60) + said)
    return found
