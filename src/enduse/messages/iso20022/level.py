"""An element that stands around transactions, and what it says of each of them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation

from enduse.messages.iso20022.book import Book
from enduse.messages.iso20022.node import Node, placed
from enduse.messages.iso20022.vocabulary import REPEATING, UNITS
from enduse.messages.iso20022.walk import Walk
from enduse.model import Amount, Fact, Origin, Problem


@dataclass(slots=True)
class Level:
    """A container: its place, its header's book, and the units counted inside it.

    `seen` is how many of the node's parts the header's book holds already.
    """

    node: Node
    path: str
    header: Book
    facts: list[Fact] = field(default_factory=list)
    seen: int = 0
    units: int = 0
    sums: dict[str, Decimal] = field(default_factory=dict)

    def take_up(self) -> list[Problem] | None:
        """Reads header parts that are new; their Problems, or None if none are new.

        The last part is the element that is still open, so it is left alone.
        """
        end = len(self.node.parts) - 1
        if end <= self.seen and not self.node.attributes:
            return None
        book = Book(self.header.source, self.header.sha256)
        walk = Walk(book, amounts=False)
        walk.beside(self.node, self.node.parts[self.seen : end], self.path)
        walk.some(self.pieces(self.seen, end), self.node)
        self.seen = max(self.seen, end)
        self.facts.extend(book.finished())
        for key, value in book.references.items():
            self.header.references.setdefault(key, value)
        self.header.facts.extend(book.drafts())
        self.header.leaves += book.leaves
        self.header.screened += book.screened
        self.header.exempt += book.exempt
        return book.problems

    def pieces(self, start: int, end: int | None = None) -> list[tuple[Node, str]]:
        """The child elements among some of the parts, each with its place."""
        wanted = {id(part) for part in self.node.parts[start:end]}
        every = placed(self.node, self.path)
        return [(node, path) for node, path in every if id(node) in wanted]

    def tail(self) -> list[tuple[Node, str]]:
        """What stands after the last unit and belongs to no unit."""
        return self.pieces(self.seen)

    def count(self, amounts: Iterable[tuple[str, Amount]]) -> None:
        """Adds one unit and the sums its amounts belong to, each with its role."""
        self.units += 1
        for role, amount in amounts:
            known = self.sums.get(role, Decimal(0))
            self.sums[role] = known + amount.value


def path_below(parent: Node, path: str, node: Node) -> str:
    """The XPath of a child; numbered where its kind repeats or it is not the first."""
    name = node.name
    before = (parent.gone or {}).get(name, 0)
    for part in parent.parts:
        if part is node:
            break
        before += type(part) is Node and part.name == name
    if before or name in REPEATING or name in UNITS:
        return f"{path}/{name}[{before + 1}]"
    return f"{path}/{name}"


def weight(node: Node) -> int:
    """About how many bytes an element and all in it hold in memory."""
    total = 400
    for part in node.parts:
        total += weight(part) if isinstance(part, Node) else len(part) + 60
    return total


def control_problems(level: Level) -> Iterator[Problem]:
    """Counts and sums in a header that differ from what stands below it."""
    node = level.node
    origin = Origin(level.header.source, level.header.sha256, level.path)
    header = node.find("GrpHdr") or node
    entries = node.find("TxsSummry", "TtlNtries")
    said = header.value("NbOfTxs") or (entries.value("NbOfNtries") if entries else "")
    if said and said != str(level.units) and said.lstrip("0") != str(level.units):
        message = (
            f"the header counts {said} transactions, {level.units} were found: "
            "ask whether the file is complete"
        )
        yield Problem("transaction-count", message, origin)
    for tag, roles in _SUMS.items():
        stated = header.value(tag)
        said_roles = [set(group) & level.sums.keys() for group in roles]
        found = [sum(level.sums[r] for r in group) for group in said_roles if group]
        if stated and found and not any(_equal(stated, total) for total in found):
            message = f"{tag} says {stated}, the transactions add up to {found[0]}"
            yield Problem("control-sum", message, origin)


# A sum in a header, and the groups of amounts, by role, it may be the sum of.
_SUMS = {
    "CtrlSum": (("instructed", "equivalent"), ("instructed",), ("settled",)),
    "TtlIntrBkSttlmAmt": (("settled",),),
}


def _equal(stated: str, total: Decimal | int) -> bool:
    try:
        return Decimal(stated) == total
    except InvalidOperation:
        return False
