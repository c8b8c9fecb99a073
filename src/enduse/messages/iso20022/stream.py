"""XML events to Messages, one transaction at a time, in bounded memory.

The parser calls `Stream` for every tag; no tree of the file is ever built. What stands
before transactions is kept as long as its element is open and belongs to each of them;
what stands after the only transaction belongs to it; after several, it is a Message
of its own.
"""

import re
from collections.abc import Mapping

from enduse.messages.iso20022 import embedded
from enduse.messages.iso20022.around import Around
from enduse.messages.iso20022.book import Book
from enduse.messages.iso20022.draw import Pending, draw_up
from enduse.messages.iso20022.embedded import MAX_LEVELS, Refused, goes_on, local
from enduse.messages.iso20022.level import Level, control_problems, path_below, weight
from enduse.messages.iso20022.node import Node, several_in
from enduse.messages.iso20022.vocabulary import BODIES, UNITS
from enduse.messages.iso20022.walk import Walk
from enduse.messages.message import Message
from enduse.model import Amount, Fact, Origin, Problem

MAX_LIVE_BYTES = 32 * 1024**2  # of one transaction, or of all headers around it
NODE_BYTES = 400  # about what an element and its text cost beside the text itself
MAX_NAMES = 100_000  # different element names in one file
MAX_DETAILS = 100  # transactions of one statement entry in one Message
_VERSION = re.compile(r"[a-z]{4}\.\d{3}(?:\.\d{3}\.\d{2})?")


class Stream:
    """The target of an XML parser; finished Messages and Problems wait in `out`."""

    def __init__(
        self, source: str, sha256: str, *, path: str = "", depth: int = 0
    ) -> None:
        self.out: list[Message | Problem] = []
        self.roots = 0
        self._source, self._sha256 = source, sha256
        self._top = Node("")
        self._open: list[Node] = [self._top]
        self._around = Around(Level(self._top, path, self._book()))
        self._levels = self._around.levels
        self._depth = depth
        self._unit: Node | None = None
        self._document: Node | None = None
        self._format = ""
        self._names: dict[str, str] = {}
        self._nodes = 0
        self._nodes_before = 0
        self._bytes = 0
        self._skipping = False
        self._details = 0
        self._pending: Pending | None = None

    @property
    def between_roots(self) -> bool:
        """Whether a root element has closed and none is open."""
        return len(self._open) == 1

    def _book(self) -> Book:
        return Book(self._source, self._sha256)

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Refuses: no payment system sends a DOCTYPE; it hides or swaps text."""
        raise Refused("xml-doctype")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Opens an element. Called for every tag: nothing here may be slow."""
        name = self._names.get(tag) or self._named(tag)
        node = Node(name, dict(attributes) if attributes else None)
        opened = self._open
        parent = opened[-1]
        opened.append(node)
        if len(opened) > MAX_LEVELS:
            raise Refused("xml-too-deep")
        if self._skipping:
            return
        parent.leaf = False
        parent.parts.append(node)
        self._nodes += 1
        if self._unit is None:
            self._look_at(node, parent, tag)

    def _named(self, tag: str) -> str:
        if len(self._names) > MAX_NAMES:
            raise Refused("message-too-large")
        self._names[tag] = name = local(tag)
        return name

    def _look_at(self, node: Node, parent: Node, tag: str) -> None:
        """Whether an element that opens is a document or a transaction."""
        name = node.name
        if self._document is None:
            if name == "Document" or name in BODIES:
                self._document = node
                found = _VERSION.search(tag.rpartition("}")[0])
                self._format = found[0] if found else BODIES.get(name, "")
        elif name in UNITS and UNITS[name] in ("", parent.name):
            self._unit = node
            self._nodes_before, self._bytes = self._nodes, 0
        elif not self._format:
            self._format = BODIES.get(name, "")

    def data(self, text: str) -> None:
        """Adds text to the element that is open."""
        if self._skipping:
            return
        parts = self._open[-1].parts
        if text.isspace() and "\n" in text and not goes_on(parts):
            return
        parts.append(text)

    def grown(self, size: int) -> None:
        """Told after every few bytes of the file; bounds what is held of them."""
        self._bytes += size
        if self._skipping:
            return
        if self._bytes + self._nodes * NODE_BYTES > MAX_LIVE_BYTES:
            self._overflow()

    def end(self, tag: str) -> None:
        """Closes an element; a transaction becomes a Message."""
        node = self._open.pop()
        if self._unit is not None:
            if node is self._unit:
                self._finish_unit(node)
            elif node.name == "TxDtls" and self._is_counted():
                self._details += 1
                if self._details >= MAX_DETAILS:
                    self._finish_part(self._open[-1])
            return
        if len(self._levels) > len(self._open):
            self._close(node)
        elif node is self._document or self._is_lone_root(node):
            self._finish_unit(node)
        elif node.leaf and self._document is None and node.parts:
            self._payload(node)
        if node is self._document:
            self._leave_document()
        self.roots += len(self._open) == 1

    def close(self) -> None:
        """Nothing to give: the Messages are in `out`."""

    def finish(self) -> None:
        """Ends the file: what stands after the last transaction is given its place."""
        self._tail(self._levels[0])
        self.flush()

    def flush(self) -> None:
        """Gives out the transaction that was held back for what may follow it."""
        if self._pending is not None:
            self.out.append(draw_up(self._pending))
            self._pending = None

    def _is_counted(self) -> bool:
        unit = self._unit
        return unit is not None and unit.name == "Ntry" and not self._skipping

    def _is_lone_root(self, node: Node) -> bool:
        return len(self._open) == 1 and node.name != "AppHdr" and not node.leaf

    def _finish_unit(self, node: Node) -> None:
        parent = self._open[-1]
        if self._skipping:
            self._skipping = False
            where = path_below(parent, self._around.path(self._open), node)
            self.out.append(self._too_large(where))
        else:
            self._hold(node)
        self._unit = None
        self._details = 0
        self._release(node, parent)
        self._nodes, self._bytes = self._nodes_before, 0
        if node is self._document:
            self._count_nodes()

    def _hold(self, node: Node) -> None:
        """Reads a unit and keeps it until it is clear what belongs to it."""
        self.flush()
        path = path_below(self._open[-1], self._around.path(self._open), node)
        book = self._book()
        walk = Walk(book, amounts=True)
        walk.whole(node, path)
        several = self._details > 1 or bool(node.name == "Ntry" and several_in(node))
        pending = Pending(self._format, path, book, walk, self._around.facts(), several)
        pending.headers = self._around.headers()
        pending.outside = self._around.outside
        pending.problems = self._around.untold()
        facts = [item for item in book.facts if type(item) is Fact]
        amounts = [(f.role, f.value) for f in facts if type(f.value) is Amount]
        for level in self._levels:
            level.count(amounts)
        self._pending = pending

    def _finish_part(self, holder: Node) -> None:
        """A first hundred of an entry's many transactions becomes a Message."""
        unit = self._unit
        if unit is None:
            return
        depth = next(i for i, node in enumerate(self._open) if node is unit)
        below, self._open = self._open[depth:], self._open[:depth]
        self._hold(unit)
        self.flush()
        self._open += below
        for level in self._levels:
            level.units -= 1
        done = sum(c.name == "TxDtls" for c in holder.children())
        holder.gone = {"TxDtls": (holder.gone or {}).get("TxDtls", 0) + done}
        holder.parts = [
            p for p in holder.parts if isinstance(p, str) or p.name != "TxDtls"
        ]
        self._details = 0
        self._nodes, self._bytes = self._nodes_before + 1000, 0

    def _release(self, node: Node, parent: Node) -> None:
        if parent.parts and parent.parts[-1] is node:
            parent.parts.pop()
        parent.gone = parent.gone or {}
        parent.gone[node.name] = parent.gone.get(node.name, 0) + 1

    def _close(self, node: Node) -> None:
        """Closes an element that had transactions in it."""
        self._tail(self._levels[-1])
        self.out.extend(control_problems(self._around.leave()))
        self._release(node, self._open[-1])
        self._count_nodes()

    def _tail(self, level: Level) -> None:
        left, words = level.tail(), level.node.parts[level.seen :]
        if not (left or words):
            return
        held = self._pending
        if level.units == 1 and held is not None:
            held.walk.beside(level.node, words, level.path)
            held.walk.some(left, level.node)
            return
        self.flush()
        book = self._book()
        walk = Walk(book)
        walk.beside(level.node, words, level.path)
        walk.some(left, level.node)
        rest = Pending(
            self._format, level.path or "/", book, walk, self._around.facts(), True
        )
        rest.headers = self._around.headers()
        rest.outside = self._around.outside
        if book.facts:
            self.out.append(draw_up(rest))

    def _leave_document(self) -> None:
        """A business header belongs to the one document after it."""
        self._document = None
        self._around.forget("AppHdr")
        self._count_nodes()

    def _payload(self, leaf: Node) -> None:
        """Opens a whole message that an envelope carries as text."""
        text = leaf.text()
        if not embedded.looks_like(text):
            text = embedded.decoded(text)
        if not text or self._depth >= embedded.MAX_DEPTH:
            return
        self.flush()
        path = path_below(self._open[-1], self._around.path(self._open), leaf)
        inner = Stream(self._source, self._sha256, path=path, depth=self._depth + 1)
        inner._around.stand_in(self._around)
        fault = embedded.feed(inner, text)
        if fault:
            where = Origin(self._source, self._sha256, path)
            message = f"the message inside this text is broken: {fault}"
            self.out.append(Problem("embedded-broken", message, where, "error"))
        if not any(isinstance(item, Message) for item in inner.out):
            return
        self.out.extend([*self._around.untold(), *inner.out])
        for level in self._levels:
            level.units += 2  # so that what follows stands by itself
        self._release(leaf, self._open[-1])

    def _count_nodes(self) -> None:
        self._nodes, self._bytes = weight(self._top) // NODE_BYTES, 0

    def _overflow(self) -> None:
        if self._unit is None:
            raise Refused("message-too-large")
        self._skipping = True
        self._unit.parts.clear()
        self._nodes, self._bytes = self._nodes_before, 0

    def _too_large(self, path: str) -> Problem:
        message = (
            f"this transaction holds more than {MAX_LIVE_BYTES // 1024**2} MB and was "
            "not read; ask for it in parts"
        )
        origin = Origin(self._source, self._sha256, path)
        return Problem("transaction-too-large", message, origin, "error")
