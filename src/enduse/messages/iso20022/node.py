"""An XML element as the reader keeps it: name, parts in order, attributes."""

import re
from collections.abc import Iterator, Mapping, Sequence

from enduse.messages.iso20022.vocabulary import WHOLE

_LINES = re.compile(r"[ \t\r]*[\n\t][ \t\r\n]*")


class Node:
    """One element. `name` is local: a namespace's version changes, a name does not.

    `parts` holds text and child nodes in document order; blanks between elements are
    left out. `leaf` is whether it has no child. `gone` counts, by name, children that
    were read and released, so that the rest keep their XPath numbers.
    """

    __slots__ = ("attributes", "gone", "leaf", "name", "parts")

    def __init__(self, name: str, attributes: Mapping[str, str] | None = None) -> None:
        self.name = name
        self.parts: list[str | Node] = []
        self.attributes = attributes
        self.leaf = True
        self.gone: dict[str, int] | None = None

    def children(self) -> Iterator["Node"]:
        """The child elements, in order."""
        return (part for part in self.parts if type(part) is Node)

    def names(self) -> set[str]:
        """The names of the child elements."""
        return {part.name for part in self.parts if type(part) is Node}

    def text(self) -> str:
        """All text below, joined; comments and markup never split a word.

        A line break, and blanks around it, become one blank.
        """
        parts = self.parts
        if self.leaf and len(parts) == 1:
            text = parts[0].strip()  # type: ignore[union-attr]  # a leaf's are text
        else:
            text = "".join(_texts(self)).strip()
        return _LINES.sub(" ", text) if "\n" in text or "\t" in text else text

    def find(self, *path: str) -> "Node | None":
        """The first descendant along these names, or None."""
        node = self
        for name in path:
            for part in node.parts:
                if type(part) is Node and part.name == name:
                    node = part
                    break
            else:
                return None
        return node

    def value(self, *path: str) -> str:
        """The text of the first descendant along these names, or ''."""
        node = self.find(*path)
        return node.text() if node is not None else ""


def _texts(node: Node) -> Iterator[str]:
    for part in node.parts:
        if isinstance(part, str):
            yield part
        else:
            yield from _texts(part)


_TECHNICAL = "{http://www.w3.org/2001/XMLSchema-instance}"


def said_in(node: Node) -> Iterator[tuple[str, str]]:
    """Name and value of every attribute that says something; currencies apart."""
    for key, value in (node.attributes or {}).items():
        if key != "Ccy" and value.strip() and not key.startswith(_TECHNICAL):
            yield key, value.strip()


def attributes_below(node: Node) -> int:
    """How many attributes the elements inside an element have."""
    return sum(
        sum(1 for _ in said_in(child)) + attributes_below(child)
        for child in node.children()
    )


def leaves_in(node: Node) -> int:
    """How many texts an element holds: one a leaf, one an attribute.

    An element in `WHOLE` is one text, however markup splits it.
    """
    count = 0
    waiting: list[Sequence[str | Node]] = [[node]]
    while waiting:
        for part in waiting.pop():
            if type(part) is not Node:
                count += not part.isspace()  # type: ignore[union-attr]  # it is text
                continue
            if part.attributes:
                count += sum(1 for _ in said_in(part))
            if part.leaf:
                texts = part.parts
                if texts and (len(texts) > 1 or not texts[0].isspace()):  # type: ignore[union-attr]
                    count += 1
            elif part.name in WHOLE:
                count += bool(part.text()) + attributes_below(part)
            else:
                waiting.append(part.parts)
    return count


def placed(node: Node, path: str) -> list[tuple[Node, str]]:
    """Every child with its XPath below `path`, numbered where its name repeats."""
    children = [part for part in node.parts if type(part) is Node]
    names = [child.name for child in children]
    if node.gone is None and len(set(names)) == len(names):
        below = f"{path}/"
        return [(child, below + child.name) for child in children]
    counts = dict(node.gone or {})
    numbered = []
    for child in children:
        name = child.name
        counts[name] = counts.get(name, 0) + 1
        repeated = counts[name] > 1 or names.count(name) > 1
        place = f"{path}/{name}[{counts[name]}]" if repeated else f"{path}/{name}"
        numbered.append((child, place))
    return numbered


def several_in(entry: Node) -> bool:
    """Whether a statement entry holds several transactions."""
    details = [c for c in entry.children() if c.name == "NtryDtls"]
    return sum(c.name == "TxDtls" for d in details for c in d.children()) > 1
