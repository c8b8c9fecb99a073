"""The open elements around transactions, whose headers belong to each of them."""

from collections.abc import Sequence

from enduse.messages.iso20022.book import Book
from enduse.messages.iso20022.level import Level, path_below
from enduse.messages.iso20022.node import Node
from enduse.model import Coverage, Fact, Problem

_OPEN = Node("")


class Around:
    """The levels of one file, outermost first, and what they say of all below them."""

    def __init__(self, top: Level) -> None:
        self.levels = [top]
        self.outside = Coverage()
        self._outer: tuple[Fact, ...] = ()
        self._facts: tuple[Fact, ...] | None = None
        self._untold: list[Problem] = []

    def stand_in(self, other: "Around") -> None:
        """Puts all of it inside what stands around the text it was read from."""
        self._outer = other.facts()
        coverage = (level.header.coverage for level in other.levels)
        self.outside = sum(coverage, other.outside)

    def path(self, opened: Sequence[Node]) -> str:
        """The path of the open elements, whose headers are taken up on the way."""
        for index, node in enumerate(opened):
            if index == len(self.levels):
                above = self.levels[index - 1]
                path = path_below(above.node, above.path, node)
                header = Book(above.header.source, above.header.sha256)
                self.levels.append(Level(node, path, header))
                self._facts = None
            problems = self.levels[index].take_up()
            if problems is not None:
                self._untold += problems
                self._facts = None
        return self.levels[len(opened) - 1].path

    def facts(self) -> tuple[Fact, ...]:
        """What all headers say, the outermost first."""
        if self._facts is None:
            facts = (fact for level in self.levels for fact in level.facts)
            self._facts = (*self._outer, *facts)
        return self._facts

    def headers(self) -> tuple[Book, ...]:
        """The book of every header."""
        return tuple(level.header for level in self.levels)

    def untold(self) -> list[Problem]:
        """Problems of headers that no Message has told yet; told from now on."""
        problems, self._untold = self._untold, []
        return problems

    def leave(self) -> Level:
        """Takes away the innermost level, whose element has closed."""
        self._facts = None
        return self.levels.pop()

    def forget(self, name: str) -> None:
        """Lets go of the headers of that name, and of what they said."""
        for level in self.levels:
            node = level.node
            kept = [p for p in node.parts if isinstance(p, str) or p.name != name]
            if len(kept) == len(node.parts):
                continue
            node.gone = node.gone or {}
            node.gone[name] = node.gone.get(name, 0) + 1
            node.parts, level.seen = kept, 0
            level.facts = []
            level.header = Book(level.header.source, level.header.sha256)
            node.parts.append(_OPEN)  # `take_up` leaves the last part alone
            level.take_up()
            node.parts.pop()
            self._facts = None
