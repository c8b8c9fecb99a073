"""A segment whose components are ticked off as they are read."""

import re
from collections.abc import Iterator

from enduse.messages.trade.edifact.segments import Segment

# Qualifiers, code lists and agencies; numbers, dates and times.
_EXEMPT = re.compile(r"[A-Z0-9]{1,3}|[\d\s.,:+-]*")


class Taken:
    """A segment, and which of its components a reader has made something of."""

    __slots__ = ("_used", "segment", "where")

    def __init__(self, segment: Segment, message: str) -> None:
        self.segment = segment
        self.where = f"{message} segment {segment.number} {segment.tag}".strip()
        self._used: set[tuple[int, int]] = set()

    @property
    def tag(self) -> str:
        """The segment's tag."""
        return self.segment.tag

    def look(self, element: int, component: int = 0) -> str:
        """A component, not ticked off."""
        return self.segment.at(element, component)

    def take(self, element: int, component: int = 0) -> str:
        """A component, ticked off."""
        self._used.add((element, component))
        return self.segment.at(element, component)

    def words(self, element: int, first: int = 0, last: int = 99) -> list[str]:
        """The components of an element that say something, ticked off."""
        found = []
        for place, text in enumerate(self.segment.whole(element)):
            if first <= place <= last and text.strip():
                self._used.add((element, place))
                found.append(text.strip())
        return found

    def number(self, element: int, component: int = 0) -> str:
        """A number with a point for its decimals, ticked off.

        The standard has no sign for thousands: a lone comma is a decimal mark also
        where the interchange says that a point is, or has lost its `UNA`.
        """
        said = self.take(element, component).replace(self.segment.decimal, ".")
        return said.replace(",", ".") if "." not in said else said

    def count(self) -> int:
        """How many components say something."""
        return sum(bool(t.strip()) for e in self.segment.elements for t in e)

    def left(self) -> Iterator[tuple[str, bool]]:
        """Every component nobody took, and whether its shape can name nobody."""
        for place, element in enumerate(self.segment.elements):
            for part, text in enumerate(element):
                plain = text.strip()
                if plain and (place, part) not in self._used:
                    yield plain, bool(_EXEMPT.fullmatch(plain))
