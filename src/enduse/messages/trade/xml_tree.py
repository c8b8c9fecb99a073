"""XML documents to trees: bounded, with DTDs, entities and the network off.

*Source*: the same parser settings as `enduse.messages.iso20022.embedded`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import IO

from lxml import etree

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.iso20022.embedded import MAX_LEVELS, Refused, local, safe_parser
from enduse.messages.recoded import (
    guessed,
    is_declared_wrong,
    is_of_encoding,
    read_even_so,
    recoded,
)
from enduse.messages.trade.tree import Element
from enduse.model import Origin, Problem

MAX_ELEMENTS = 400_000  # held at one time; an invoice of 5,000 lines has half of it
MAX_BYTES = 64 * 1024**2
_CHUNK = 64 * 1024
_REFUSALS = {
    "xml-doctype": "it declares a DOCTYPE, which no trade document does and which can "
    "hide or swap names; refused, ask where the file comes from",
    "xml-too-deep": "its elements are nested too deep for any document; refused",
    "document-too-large": f"it holds more than {MAX_ELEMENTS:,} elements or "
    f"{MAX_BYTES // 1024**2} MB at once and was not read; ask for it in parts",
}
_CUT = "Premature end"  # a file cut short is not made whole
_TOLD = "; what stands before is read, not the rest: ask"
_SCHEMA = "{http://www.w3.org/2001/XMLSchema-instance}"


class Tree:
    """Grows elements out of a parser's events; `roots` holds what is finished.

    `fault` says why it ends early: the document that was open then is not whole.
    """

    def __init__(self) -> None:
        self.fault: Problem | None = None
        self.top = Element("")
        self.roots: list[Element] = []
        self.namespaces: dict[str, str] = {}
        self._open: list[Element] = [self.top]
        self._count = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        """Refuses: a DOCTYPE hides or swaps text."""
        raise Refused("xml-doctype")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        """Opens an element."""
        self._count += 1 + len(attributes) // 4
        if self._count > MAX_ELEMENTS:
            raise Refused("document-too-large")
        if len(self._open) > MAX_LEVELS:
            raise Refused("xml-too-deep")
        kept = {local(k): v for k, v in attributes.items() if not k.startswith(_SCHEMA)}
        name = local(tag)
        if len(self._open) <= 4:
            self.namespaces.setdefault(name, tag.rpartition("}")[0].lstrip("{"))
        self._open.append(Element(name, self._open[-1], attributes=kept))

    def end(self, tag: str) -> None:
        """Closes an element."""
        self._open.pop()
        if len(self._open) == 1:
            self.roots = self.top.children

    def data(self, text: str) -> None:
        """Adds words to the element that is open."""
        self._open[-1].parts.append(text)

    def close(self) -> None:
        """Nothing to give: the elements are in `roots`."""


def read_tree(file: SourceFile) -> Iterator[Tree | Problem]:
    """The file's tree as far as it can be read, with its fault; else a Problem."""
    where = Origin(file.name, file.sha256, "")
    tree = Tree()
    try:
        with file.open() as stream:
            fault = _fed(tree, stream, where)
        if is_declared_wrong(file) or (fault and is_of_encoding(fault)):
            again = Tree()
            content = recoded(file)
            if content and _fed(again, content, where) is None:
                tree, fault = again, read_even_so(fault) if fault else guessed(where)
        elif fault and fault.code == "xml-malformed" and _CUT not in fault.message:
            mended = Tree()
            with file.open() as stream:
                if _fed(mended, stream, where, mend=True) is None:
                    tree, fault = mended, _mended(fault)
    except UNREADABLE as broken:
        fault = unreadable(where, broken)
    tree.fault = fault
    if tree.top.children:
        yield tree
    elif fault:
        yield fault


def tree_of(data: bytes, where: Origin) -> tuple[Tree, Problem | None]:
    """The tree of XML that stands in memory, and what is wrong with it."""
    import io

    tree = Tree()
    fault = _fed(tree, io.BytesIO(data), where)
    return tree, fault


def _mended(fault: Problem) -> Problem:
    """A fault behind which the rest was read: a tag unclosed or doubled, a bare `&`."""
    told = "; the rest is read as far as it can be told: ask"
    return replace(fault, message=fault.message.replace(_TOLD, told))


def _fed(
    tree: Tree, stream: IO[bytes], where: Origin, *, mend: bool = False
) -> Problem | None:
    parser = safe_parser(tree, recover=mend)  # type: ignore[arg-type]  # same events
    size, first = 0, True
    try:
        while data := stream.read(_CHUNK):
            size += len(data)
            if size > MAX_BYTES:
                raise Refused("document-too-large")
            parser.feed(data.lstrip(b"\t\r\n ") if first else data)
            first = False
        if first:
            return Problem("xml-empty", "it is empty; ask for it again", where, "error")
        parser.close()
    except Refused as refusal:
        tree.top.children.clear()
        said = _REFUSALS[str(refusal)]
        return Problem(str(refusal), said, where, "error")
    except (etree.XMLSyntaxError, ValueError) as fault:
        return _malformed(fault, where)
    return None


def _malformed(fault: Exception, where: Origin) -> Problem:
    line, column = getattr(fault, "position", (0, 0))
    said = str(getattr(fault, "msg", None) or fault).partition(", line ")[0]
    message = (
        f"not well-formed XML: {said}; what stands before is read, not the rest: ask "
        "for the file again"
    )
    place = where.at(f"line {line}, column {column}")
    return Problem("xml-malformed", message, place, "error")
