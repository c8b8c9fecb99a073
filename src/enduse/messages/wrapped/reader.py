"""Files of somebody else's shape that carry messages as texts: JSON, JSON Lines, XML.

Queues, archives and gateways write payments so: `{"id": 7, "payload": "{1:F01..."}`, a
`DataPDU` with a FIN message in base64 as its body. What carries the message is screened
as free text with it; a locator is the JSON pointer or XPath of the text, then the place
in the message.
"""

import io
import json
import re
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.json_pieces import escaped, pieces
from enduse.messages.message import Message, Options
from enduse.messages.trade.xml_tree import read_tree
from enduse.messages.wrapped.held import Held
from enduse.messages.wrapped.json_form import MARK, as_xml, holds_body
from enduse.messages.wrapped.moved import beside, facts_of, moved, with_texts
from enduse.messages.wrapped.payload import PACKED, opens_like_one, payload
from enduse.model import Fact, Origin, Problem
from enduse.text.encoding import encoding_of

FORMATS = {
    "wrapped": "FIN, XML, EDIFACT or PDF as a text in JSON or XML, also in base64, and "
    "ISO 20022 written as JSON; each message goes by its own format"
}
MAX_VALUE = 32 * 1024**2  # characters of one object: a PDF in base64 may be inside
MAX_LEVELS = 50
_JSON_STRING = re.compile(r'"((?:[^"\\]|\\.){24,})')
_XML_TEXT = re.compile(r"(?:>|<!\[CDATA\[)\s{0,200}([^<\s][^<]{24,})")
_READERS = frozenset((
    "cargo-xml", "ubl", "cii", "edifact", "iso20022", "swift-mt", "trade-pdf", "wrapped"
))  # fmt: skip
_TAIL = re.compile(r"\\(?:u[0-9A-Fa-f]{0,3})?$")


def sniff(head: bytes) -> bool:
    """Whether it is JSON or XML with a text in it that opens like a message."""
    codec = encoding_of(io.BytesIO(head)).codec
    text = head.decode(codec, "replace").lstrip("\ufeff \t\r\n")
    if text[:1] in ("{", "["):
        if MARK.search(text):
            return True
        found = (_unescaped(match[1]) for match in _JSON_STRING.finditer(text))
        return any(map(opens_like_one, found))
    if text[:1] == "<":
        return any(opens_like_one(match[1]) for match in _XML_TEXT.finditer(text))
    return False


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """Every message that stands in the file, in order."""
    origin = Origin(file.name, file.sha256, "")
    found = 0
    try:
        for carrier in _carriers(file, origin):
            if isinstance(carrier, Problem):
                yield carrier
                continue
            for item in _Carrier(origin, options).results(carrier):
                found += isinstance(item, Message)
                yield item
    except UNREADABLE as fault:
        yield unreadable(origin, fault)
        return
    if not found:
        message = "holds no message enduse can read; nothing in it was screened"
        yield Problem("wrapped-no-message", message, origin, "error")


def facts(message: Message) -> list[Fact]:
    """Those of the message inside, and the words around it as texts."""
    return facts_of(message)


_Leaves = list[tuple[str, str]]


def _carriers(file: SourceFile, origin: Origin) -> Iterator[_Leaves | Problem]:
    """The texts, with their places, of each object or document of the file."""
    if file.head.replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")[:1] == b"<":
        for tree in read_tree(file):
            if isinstance(tree, Problem):
                yield tree
            else:
                said = [(e.path, "".join(e.parts)) for e in tree.top.walk() if e.text]
                if said:
                    yield said
                if tree.fault:
                    yield tree.fault
        return
    with file.open() as stream:
        codec = encoding_of(stream).codec
    with file.open() as stream:
        for piece in pieces(stream, codec, most=MAX_VALUE):
            if piece.fault:
                where = origin.at(piece.pointer)
                yield Problem("json-malformed", piece.fault, where, "error")
                continue
            try:
                leaves = list(_leaves(piece.value, piece.pointer, 0))
            except RecursionError:
                leaves = [(piece.pointer, str(piece.value)[:MAX_VALUE])]
            if leaves:
                yield leaves


def _leaves(value: Any, pointer: str, level: int) -> Iterator[tuple[str, str]]:
    if level > MAX_LEVELS:
        yield pointer or "/", json.dumps(value, ensure_ascii=False)
    elif holds_body(value):
        yield pointer or "/", as_xml(value).decode("utf-8")
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _leaves(inner, f"{pointer}/{escaped(key)}", level + 1)
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _leaves(inner, f"{pointer}/{number}", level + 1)
    elif isinstance(value, str) and value.strip():
        yield pointer or "/", value
    elif value is not None and not isinstance(value, str | bool):
        yield pointer or "/", str(value)


class _Carrier:
    """Reads the messages among the texts of one object; the others go with them."""

    def __init__(self, origin: Origin, options: Options) -> None:
        self._origin = origin
        self._options = options

    def results(self, leaves: _Leaves) -> Iterator[Message | Problem]:
        """The messages; the words around them are with the first."""
        words: list[Fact] = []
        carried: list[tuple[str, bytes]] = []
        for place, text in leaves:
            data = payload(text)
            if data:
                carried.append((place, data))
            elif any(map(str.isalpha, text)):
                words.append(beside(text, self._origin.at(place)))
        if not carried:
            yield self._nothing(leaves)
        for place, data in carried:
            for item in self._read(place, data):
                if isinstance(item, Message):
                    yield with_texts(item, words)
                    words = []
                else:
                    yield item

    def _read(self, place: str, data: bytes) -> Iterator[Message | Problem]:
        if not data.startswith(PACKED):
            yield from self._of(Held(self._origin, data), place)
            return
        with tempfile.TemporaryDirectory(prefix="enduse-") as folder:
            path = Path(folder) / "carried"
            path.write_bytes(data)
            inner = SourceFile(path, self._origin.source)
            yield from self._of(inner, place)

    def _of(self, inner: SourceFile, place: str) -> Iterator[Message | Problem]:
        from enduse.messages import registry

        name = registry.sniff(inner)
        if name not in _READERS:
            message = (
                "a text here looks like a message and is of no format enduse knows"
            )
            where = self._origin.at(place)
            yield Problem("wrapped-unknown", f"{message}; look at it", where, "error")
            return
        for item in registry.reader(name).parse(inner, self._options):
            if isinstance(item, Message):
                yield moved(item, self._origin, place)
            else:
                where = self._origin.at(f"{place} {item.origin.locator}".rstrip())
                yield Problem(item.code, item.message, where, item.severity)

    def _nothing(self, leaves: _Leaves) -> Problem:
        place, text = leaves[0]
        message = f"carries no message, nothing in it was screened: {text[:60]!r}"
        return Problem("wrapped-no-message", message, self._origin.at(place), "error")


def _unescaped(written: str) -> str:
    """The text that a JSON string stands for, which may be cut at its end."""
    if "\\" not in written:
        return written
    try:
        return str(json.loads(f'"{_TAIL.sub("", written)}"', strict=False))
    except ValueError:
        return written
