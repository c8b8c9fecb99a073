"""A document as a tree of named elements, the same for XML and JSON.

An element knows its place, and whether a reader has taken what it says: what nobody
took is screened as free text in the end, so that no word of a document is lost.
"""

import re
from collections.abc import Iterator, Mapping

_BLANKS = re.compile(r"[ \t\r]*[\n\t][ \t\r\n]*")


class Element:
    """One element. `name` is local, without a namespace; `text` its own words.

    `step` is the part of a JSON pointer that leads here; in XML it is empty and the
    place is an XPath with a number where a name repeats.
    """

    __slots__ = (
        "attributes",
        "children",
        "counts",
        "index",
        "name",
        "parent",
        "parts",
        "step",
        "taken",
    )

    def __init__(
        self,
        name: str,
        parent: "Element | None" = None,
        *,
        attributes: Mapping[str, str] | None = None,
        step: str = "",
    ) -> None:
        self.name = name
        self.parent = parent
        self.attributes = attributes or {}
        self.children: list[Element] = []
        self.counts: dict[str, int] = {}
        self.parts: list[str] = []
        self.step = step
        self.taken = False
        self.index = 1
        if parent is not None:
            self.index = parent.counts.get(name, 0) + 1
            parent.counts[name] = self.index
            parent.children.append(self)

    @property
    def text(self) -> str:
        """Its own words, joined; a line break and the blanks around it are one blank.

        Comments and markup never split a word.
        """
        text = "".join(self.parts).strip()
        return _BLANKS.sub(" ", text) if "\n" in text or "\t" in text else text

    @property
    def path(self) -> str:
        """The XPath of local names, or the JSON pointer, that leads here."""
        steps: list[str] = []
        element: Element | None = self
        while element is not None:
            steps.append(element._step())
            element = element.parent
        return "".join(reversed(steps))

    def _step(self) -> str:
        if self.step or self.parent is None:
            return self.step if self.step else f"/{self.name}" if self.name else ""
        if self.parent.counts.get(self.name, 1) > 1:
            return f"/{self.name}[{self.index}]"
        return f"/{self.name}"

    @property
    def key(self) -> str:
        """Its parent's name and its own, `Price/PriceAmount`."""
        return f"{self.parent.name}/{self.name}" if self.parent else self.name

    def find(self, *names: str) -> "Element | None":
        """The first descendant along these names, or None."""
        element = self
        for name in names:
            for child in element.children:
                if child.name == name:
                    element = child
                    break
            else:
                return None
        return element

    def value(self, *names: str) -> str:
        """The words of the first descendant along these names, or ''."""
        found = self.find(*names)
        return found.text if found is not None else ""

    def walk(self) -> Iterator["Element"]:
        """This element and all below it, in the document's order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def take(self) -> str:
        """Its words; they are accounted for from now on."""
        self.taken = True
        return self.text


def lookup(table: Mapping[str, str], element: Element) -> str:
    """What a table says of an element: by grandparent, parent and name, then less."""
    own = element.name
    parent = element.parent
    if parent is None:
        return table.get(own, "")
    above = parent.parent
    if above is not None:
        found = table.get(f"{above.name}/{parent.name}/{own}")
        if found is not None:
            return found
    found = table.get(f"{parent.name}/{own}")
    return found if found is not None else table.get(own, "")
