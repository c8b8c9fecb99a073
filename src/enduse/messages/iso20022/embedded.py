"""A message inside the text of another: in CDATA, escaped, cut in pieces, base64."""

import base64
import binascii
import re
from collections.abc import Mapping
from typing import Protocol

from lxml import etree

from enduse.messages.iso20022.node import Node

_CHUNK = 64 * 1024
MAX_DEPTH = 2  # how many envelopes inside envelopes are opened
MAX_NODES = 200_000
MAX_LEVELS = 200  # of elements in elements; messages have about twenty
_START = re.compile(r"<(?:\?xml\b|[A-Za-z_])")
_INDENT = re.compile(r"^\s*\n\s*|\s*\n\s*$")
_BASE64 = re.compile(r"(?:PD|PE|77u)[A-Za-z0-9+/\s]{60,}={0,2}\s*")


def safe_parser(
    target: "Target | _Tree", *, encoding: str | None = None, recover: bool = False
) -> etree.XMLParser:
    """A parser that calls `target`, with DTDs, entities and the network off."""
    return etree.XMLParser(
        target=target,  # type: ignore[arg-type]  # stubs ask for a `comment` method
        encoding=encoding,
        recover=recover,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        remove_comments=True,
        remove_pis=True,
        huge_tree=False,
    )


class Refused(Exception):
    """What is being parsed must not be read on; says why. Never leaves the reader."""


def looks_like(text: str) -> bool:
    """Whether a text opens like a piece of XML."""
    return bool(_START.match(text))


def joined(pieces: list[str]) -> str:
    """One text out of a payload cut in pieces; line breaks around a piece go."""
    return "".join(_INDENT.sub("", piece) for piece in pieces)


def decoded(text: str) -> str:
    """The XML that a base64 text carries, or ''."""
    if not _BASE64.fullmatch(text):
        return ""
    try:
        found = base64.b64decode(text, validate=False).decode("utf-8-sig")
    except (binascii.Error, UnicodeDecodeError):
        return ""
    return found if looks_like(found) else ""


def tree(text: str) -> tuple[Node | None, str]:
    """The root element in a text, and what is wrong with it ('' if nothing).

    A broken text gives what stands before the fault; one with a DOCTYPE gives none.
    """
    grown = _Tree()
    parser = safe_parser(grown, encoding="utf-8", recover=True)
    try:
        parser.feed(text.encode("utf-8", "replace"))
        parser.close()
    except Refused as refusal:
        return None, str(refusal)
    except (etree.XMLSyntaxError, ValueError) as fault:
        return grown.root, str(fault)
    errors = parser.feed_error_log
    return grown.root, errors[0].message if len(errors) else ""


class Target(Protocol):
    """Who takes a parser's events and can be told that they have ended."""

    def grown(self, size: int) -> None:
        """So many bytes more were read."""

    def finish(self) -> None:
        """The text ended well."""

    def flush(self) -> None:
        """The text ended at a fault."""


def feed(target: Target, text: str) -> str:
    """What is wrong with a text ('' if nothing), after feeding it to `target`."""
    parser = safe_parser(target, encoding="utf-8")
    try:
        data = text.encode("utf-8", "replace")
        for start in range(0, len(data), _CHUNK):
            piece = data[start : start + _CHUNK]
            parser.feed(piece)
            target.grown(len(piece))
        parser.close()
    except (Refused, etree.XMLSyntaxError, ValueError) as fault:
        target.flush()
        return str(fault)
    target.finish()
    return ""


class _Tree:
    """Grows nodes out of a parser's events."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self._open: list[Node] = []
        self._count = 0

    def doctype(self, name: str, public: str | None, system: str | None) -> None:
        raise Refused("it declares a DOCTYPE")

    def start(self, tag: str, attributes: Mapping[str, str]) -> None:
        self._count += 1
        if self._count > MAX_NODES:
            raise Refused(f"it has more than {MAX_NODES:,} elements")
        if len(self._open) > MAX_LEVELS:
            raise Refused("its elements are nested too deep")
        node = Node(local(tag), dict(attributes) or None)
        if self._open:
            self._open[-1].leaf = False
            self._open[-1].parts.append(node)
        elif self.root is None:
            self.root = node
        self._open.append(node)

    def end(self, tag: str) -> None:
        self._open.pop()

    def data(self, text: str) -> None:
        parts = self._open[-1].parts if self._open else []
        if not text.isspace() or "\n" not in text or goes_on(parts):
            parts.append(text)

    def close(self) -> None:
        """Nothing to give: the tree is in `root`."""


def local(tag: str) -> str:
    """The name without its namespace, or without a prefix nobody declared."""
    return tag.rpartition("}")[2].rpartition(":")[2]


def goes_on(parts: "list[str | Node]") -> bool:
    """Whether blanks here stand inside a text; between elements they are left out."""
    return bool(parts) and type(parts[-1]) is str
