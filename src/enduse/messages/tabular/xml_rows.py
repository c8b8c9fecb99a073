"""Customers and counterparties in XML of no known kind: an element each.

`<Customers><Customer id="1"><Name>...`: an element is read as an object of JSON would
be, its attributes and the elements in it as keys.
"""

from collections.abc import Iterator
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.messages.json_pieces import Piece
from enduse.messages.message import Message, Options
from enduse.messages.tabular.json_frames import holds_parties, is_party
from enduse.messages.tabular.json_rows import Rows
from enduse.messages.tabular.layout import headings_of, is_header
from enduse.messages.tabular.rows import formats, row_facts
from enduse.messages.trade.tree import Element
from enduse.messages.trade.xml_tree import read_tree, tree_of
from enduse.model import Fact, Origin, Problem

FORMATS = formats("xml", "elements of XML that is of no other format")
_NOWHERE = Origin("", "", "")
_TEXT = "text"


def sniff(head: bytes) -> bool:
    """Whether elements of its beginning are parties."""
    if not head.lstrip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n").startswith(b"<"):
        return False
    tree, _ = tree_of(head, _NOWHERE)
    return any(not piece.loose for piece in _pieces(tree.top))


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message an element that is a party."""
    origin = Origin(file.name, file.sha256, "")
    rows = Rows(options, origin, suffix="xml")
    for tree in read_tree(file):
        if isinstance(tree, Problem):
            yield tree
            return
        for piece in _pieces(tree.top):
            yield from rows.take(piece)
        if tree.fault:
            yield tree.fault
    yield from rows.end()


def facts(message: Message) -> list[Fact]:
    """The parties of the element and every other word in it."""
    return row_facts(message)


def _pieces(element: Element) -> Iterator[Piece]:
    """The parties in an element; the words beside them come as loose pieces."""
    for name, value in element.attributes.items():
        yield Piece(f"{element.path}/@{name}", value, loose=True)
    if element.text:
        yield Piece(element.path, element.text, loose=True)
    for child in element.children:
        found = _plain(child)
        if isinstance(found, dict) and _is_party(child, found):
            yield Piece(child.path, found)
        else:
            yield from _pieces(child)


def _is_party(element: Element, found: dict[str, Any]) -> bool:
    """Whether an element that is one of several, or called a customer, says one."""
    own = {k: v for k, v in found.items() if not _holds_elements(v)}
    if holds_parties(element.name):
        return is_header(headings_of(tuple(own)))
    parent = element.parent
    several = parent is not None and parent.counts.get(element.name, 0) > 1
    return several and is_party(own)


def _holds_elements(value: Any) -> bool:
    """Whether a value has elements in elements: it is a frame, not said of a party."""
    held = list(value.values()) if isinstance(value, dict) else value
    return isinstance(held, list) and any(isinstance(o, dict | list) for o in held)


def _plain(element: Element) -> Any:
    """An element's text; with attributes or elements in it, all of them by name."""
    said: dict[str, Any] = dict(element.attributes)
    for child in element.children:
        value = _plain(child)
        if child.name not in said:
            said[child.name] = value
        elif isinstance(said[child.name], list):
            said[child.name].append(value)
        else:
            said[child.name] = [said[child.name], value]
    if not said:
        return element.text
    return {**said, _TEXT: element.text} if element.text else said
