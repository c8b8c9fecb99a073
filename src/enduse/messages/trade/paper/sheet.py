"""What is known of one document while its pages are read, from one page to the next."""

from dataclasses import dataclass, field

from enduse.messages.trade.notes import Notes
from enduse.messages.trade.paper.head import Head
from enduse.model import Party, Place


@dataclass(slots=True)
class Sheet:
    """One document so far: its facts in `notes`, and what later pages build on.

    `mark` divides decimals, `currency` is the document's own, `table` the last
    heading, for a table that goes on without one; `journey` is what sentences say of
    places, for those that no label names.
    """

    notes: Notes
    kind: str = ""
    ref: str = ""
    mark: str = ""
    currency: str = ""
    month_first: bool = False
    table: Head | None = None
    parties: dict[str, list[Party]] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    journey: dict[str, Place] = field(default_factory=dict)
    route_at: str = ""
    mode: str = ""
    seen: set[tuple[str, str]] = field(default_factory=set)
    vessel: dict[str, tuple[str, str]] = field(default_factory=dict)
    pages: int = 0

    def new(self, role: str, text: str) -> bool:
        """Whether this is the first time the document says so."""
        key = (role, "".join(text.split()).upper())
        if key in self.seen:
            return False
        self.seen.add(key)
        return True
