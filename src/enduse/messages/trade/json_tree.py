"""JSON documents to trees: bounded, a key written twice keeps all its values."""

import base64
import binascii
import json
import re
from collections.abc import Iterator
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import whole
from enduse.messages.trade.tree import Element
from enduse.model import Origin, Problem

MAX_BYTES = 64 * 1024**2
MAX_VALUES = 400_000  # of one document
MAX_LEVELS = 200
_JWS = re.compile(r"([\w-]{8,4096})\.([\w-]{8,})\.([\w-]{8,4096})")
_BLANK = " \t\r\n\ufeff,"


class TooLarge(Exception):
    """A document holds more than can be read at once. Never leaves the reader."""


class Pairs(list[tuple[str, Any]]):
    """The members of an object in order, also those whose key repeats."""


_DECODER = json.JSONDecoder(object_pairs_hook=Pairs, parse_float=str, parse_int=str)


def read_documents(file: SourceFile) -> Iterator[tuple[Pairs, str] | Problem]:
    """Every object of the file with its JSON pointer; what is none is a Problem.

    A file holds one object, several one after another, or an array of them.
    """
    where = Origin(file.name, file.sha256, "")
    data = whole(file, where, MAX_BYTES)
    if isinstance(data, Problem):
        yield data
        return
    yield from _values(decoded(data), where)


def decoded(data: bytes) -> str:
    """The text of JSON bytes, in whichever encoding RFC 8259 or practice allows."""
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    if data[1:2] == b"\0" or data[:1] == b"\0":
        order = "utf-16-le" if data[1:2] == b"\0" else "utf-16-be"
        return data.decode(order, "replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace")


def _values(text: str, where: Origin) -> Iterator[tuple[Pairs, str] | Problem]:
    at, number = 0, 0
    found: list[Any] = []
    while True:
        while at < len(text) and text[at] in _BLANK:
            at += 1
        if at >= len(text):
            break
        try:
            value, at = _DECODER.raw_decode(text, at)
        except (ValueError, RecursionError) as fault:
            place = where.at(f"character {at + 1}")
            said = "nested too deep" if isinstance(fault, RecursionError) else fault
            message = f"not well-formed JSON: {said}; nothing from there on was read"
            yield Problem("json-malformed", message, place, "error")
            break
        found.append(value)
    several = len(found) > 1
    for number, value in enumerate(found):
        yield from _objects(value, f"/{number}" if several else "", where)
    if not found and not text.strip(_BLANK):
        yield Problem("json-empty", "holds nothing at all; ask for it", where, "error")


def _objects(
    value: Any, pointer: str, where: Origin
) -> Iterator[tuple[Pairs, str] | Problem]:
    if isinstance(value, Pairs):
        yield value, pointer
    elif isinstance(value, list) and value and not isinstance(value[0], str):
        for number, one in enumerate(value):
            yield from _objects(one, f"{pointer}/{number}", where)
    else:
        message = f"a JSON value that is no document: {str(value)[:60]!r}"
        yield Problem("json-no-document", message, where.at(pointer), "error")


def grow(pairs: Pairs, pointer: str) -> Element:
    """The tree of one object. *Raises* TooLarge."""
    root = Element("", step=pointer)
    _Grower().members(root, pairs, 0)
    return root


class _Grower:
    """Counts what it grows, and stops when it is too much."""

    def __init__(self) -> None:
        self._count = 0

    def members(self, parent: Element, pairs: Pairs, level: int) -> None:
        """Adds the members of an object."""
        for key, value in pairs:
            self.value(parent, key, value, level=level, step=f"/{_escaped(key)}")

    def value(
        self, parent: Element, name: str, value: Any, *, level: int, step: str
    ) -> None:
        """Adds a value under a name; each item of an array is one of its own."""
        self._count += 1
        if self._count > MAX_VALUES or level > MAX_LEVELS:
            raise TooLarge
        if isinstance(value, Pairs):
            self.members(Element(name, parent, step=step), value, level + 1)
        elif isinstance(value, list):
            for number, item in enumerate(value):
                place = f"{step}/{number}"
                self.value(parent, name, item, level=level + 1, step=place)
        elif value is not None:
            text = value if isinstance(value, str) else json.dumps(value)
            leaf = Element(name, parent, step=step)
            inner = _payload(text)
            if inner is not None:
                self.members(leaf, inner, level + 1)
            else:
                leaf.parts.append(text)


def _escaped(key: str) -> str:
    return key.replace("~", "~0").replace("/", "~1")


def _payload(text: str) -> Pairs | None:
    """The object that a signed text (JWS, compact form) carries, or None."""
    match = _JWS.fullmatch(text) if text[:2] == "ey" else None
    if match is None:
        return None
    try:
        raw = base64.urlsafe_b64decode(match[2] + "=" * (-len(match[2]) % 4))
        found = _DECODER.decode(raw.decode("utf-8"))
    except (binascii.Error, ValueError, RecursionError):
        return None
    return found if isinstance(found, Pairs) else None
