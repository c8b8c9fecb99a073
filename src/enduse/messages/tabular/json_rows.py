"""Customers and counterparties as JSON: an object a line, one after another, in an
array, or in the frame of a service's answer.

*Source*: RFC 8259; https://jsonlines.org.
"""

import io
from collections.abc import Iterator, Mapping
from typing import Any

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE, unreadable
from enduse.messages.json_pieces import Piece, pieces
from enduse.messages.message import Message, Options
from enduse.messages.tabular.json_frames import BESIDE, in_frame, is_party
from enduse.messages.tabular.layout import ALIASES, NAME_FIELDS, Layout, layout
from enduse.messages.tabular.rows import formats, row_facts, row_message
from enduse.model import Fact, Origin, Problem
from enduse.text.encoding import encoding_of
from enduse.text.headers import guess_columns
from enduse.text.related_headers import related_of

FORMATS = formats("jsonl", "JSON objects")
_KEPT_LAYOUTS = 1000


def sniff(head: bytes) -> bool:
    """Whether its first object is of a party, or a frame with parties in it."""
    codec = encoding_of(io.BytesIO(head[: head.rfind(b"\n") + 1] or head)).codec
    if head.decode(codec, "replace").lstrip("\ufeff \t\r\n")[:1] not in ("{", "["):
        return False
    for piece in pieces(io.BytesIO(head), codec, cut=True):
        if isinstance(piece.value, dict):
            try:
                return is_party(piece.value) or bool(in_frame(piece.value))
            except RecursionError:
                return False
        if not piece.loose:
            return False
    return False


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message an object, as a stream."""
    origin = Origin(file.name, file.sha256, "")
    rows = Rows(options, origin)
    try:
        with file.open_to_break() as stream:
            codec = encoding_of(stream).codec
        with file.open() as stream:
            for piece in pieces(stream, codec):
                yield from rows.take(piece)
    except UNREADABLE as fault:
        yield unreadable(origin, fault)
        return
    yield from rows.end()


def facts(message: Message) -> list[Fact]:
    """The parties of the object and every other word in it."""
    return row_facts(message)


class Rows:
    """Counts the rows; what stands beside them waits for the next, or is told."""

    def __init__(
        self, options: Options, origin: Origin, *, suffix: str = "jsonl"
    ) -> None:
        self._suffix = suffix
        self._options = options
        self._origin = origin
        self._layouts: dict[tuple[str, ...], Layout] = {}
        self._beside: dict[str, Any] = {}
        self._number = 0

    def take(self, piece: Piece) -> Iterator[Message | Problem]:
        """The messages of a value, or what is wrong with it."""
        where = self._origin.at(f"row {self._number + 1}")
        if piece.fault:
            yield Problem("json-malformed", piece.fault, where, "error")
        elif piece.loose:
            self._beside[f"{BESIDE}{piece.pointer}"] = piece.value
        elif not isinstance(piece.value, dict):
            yield _not_an_object(piece.value, where)
        else:
            try:
                yield from self._taken(piece.value)
            except RecursionError:
                said = "is nested too deep to be read; flatten it"
                yield Problem("json-malformed", said, where, "error")

    def end(self) -> Iterator[Message | Problem]:
        """What is left when the file ends."""
        if not self._number:
            message = "holds no object: nothing in it was screened"
            yield Problem("json-empty", message, self._origin, "error")
        elif self._beside:
            yield from self.row({})

    def _taken(self, value: dict[str, Any]) -> Iterator[Message | Problem]:
        for row in in_frame(value) or [value]:
            yield from self.row(row)

    def row(self, row: Mapping[str, Any]) -> Iterator[Message | Problem]:
        """The message of one object that is a party."""
        self._number += 1
        cells = _flat({**row, **self._beside} if self._beside else row)
        self._beside = {}
        keys, values = tuple(cells), list(cells.values())
        where = self._origin.at(f"row {self._number}")
        known = self._layouts.get(keys)
        if known is None:
            told = self._options.mapping
            mapping = {f: c for f, c in told.items() if c in cells}
            known, _ = layout(keys, [values], mapping, origin=where)
            if len(self._layouts) < _KEPT_LAYOUTS:
                self._layouts[keys] = known
        number = str(self._number)
        yield row_message(known, values, number, suffix=self._suffix, origin=where)


def _not_an_object(value: Any, where: Origin) -> Problem:
    message = (
        f"a JSON value that is no object, nothing was screened: {str(value)[:80]!r}"
    )
    return Problem("json-malformed", message, where, "error")


def _flat(found: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Keys and texts; a nested key is `address city`, a list's items are lines.

    FollowTheMoney's `properties` are the object's own.
    """
    cells: dict[str, str] = {}
    for key, value in found.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            inner = prefix if key == "properties" else f"{name} "
            pairs = list(_flat(value, inner).items())
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            pairs = _of_objects(name, value, str(key))
        else:
            pairs = [(name, text_of(value))]
        for sub, text in pairs:
            cells[sub] = f"{cells[sub]}\n{text}" if cells.get(sub) else text
    return cells


def _of_objects(name: str, items: list[Any], key: str) -> list[tuple[str, str]]:
    """The cells of a list of objects: further people each by number, names as names."""
    objects = [item for item in items if isinstance(item, Mapping)]
    who = next((said for said in (name, key) if related_of(said)), "")
    if len(objects) == len(items) and who:
        each = (_flat(o, f"{who} {n} ") for n, o in enumerate(objects, start=1))
        return [pair for cells in each for pair in cells.items()]
    wordings = [next((k for k in o if k.casefold() in _WORDING), "") for o in objects]
    if len(objects) == len(items) and all(wordings) and _is_name(name):
        said = zip(objects, wordings, strict=True)
        return [
            (name if key == wording else f"{name} {key}", text)
            for one, wording in said
            for key, text in _flat(one).items()
        ]
    return [(name, text_of(items))]


_WORDING = ("value", "text", "content", "name", "fullname", "full_name")


def _is_name(heading: str) -> bool:
    """Whether a key is of names."""
    return not {*NAME_FIELDS, *ALIASES}.isdisjoint(guess_columns([heading]))


def text_of(value: Any) -> str:
    """A value as a cell: a list's items are lines."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(text for item in value if (text := text_of(item)))
    if isinstance(value, dict):
        return ", ".join(text for text in _flat(value).values() if text)
    return str(value)
