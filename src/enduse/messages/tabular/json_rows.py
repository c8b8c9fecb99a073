"""Customers and counterparties as JSON: an object a line, one after another, or in an
array.

*Source*: RFC 8259; https://jsonlines.org.
"""

import io
import json
import zlib
from collections.abc import Iterator, Mapping
from typing import IO, Any
from zipfile import BadZipFile

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.tabular.customer import customer, customer_facts
from enduse.messages.tabular.encoding import encoding_of
from enduse.messages.tabular.layout import Layout, headings_of, is_header, layout
from enduse.model import Fact, Origin, Problem
from enduse.text.headers import guess_columns

FORMATS = {"customers-jsonl": "customers or counterparties, JSON objects"}
MAX_OBJECT = 1024 * 1024
_CHUNK = 256 * 1024
_BLANK = " \t\r\n\ufeff"
_KEPT_LAYOUTS = 1000
_KNOWN = 0.25  # of the keys: a trade document has a vessel name among many others
_Pairs = list[tuple[str, Any]]


def _object(pairs: _Pairs) -> dict[str, Any]:
    """An object; a key written twice keeps all its values."""
    found: dict[str, Any] = {}
    for key, value in pairs:
        if key in found:
            before = found[key] if isinstance(found[key], list) else [found[key]]
            value = [*before, value]
        found[key] = value
    return found


_DECODER = json.JSONDecoder(object_pairs_hook=_object)


def sniff(head: bytes) -> bool:
    """Whether its first object is of a party: it has a key for a name, and another.

    A key `name` alone among keys that say nothing of a party is of anything: of a
    package, a measurement, a setting.
    """
    codec = encoding_of(io.BytesIO(head[: head.rfind(b"\n") + 1] or head)).codec
    text = head.decode(codec, "replace").lstrip(_BLANK)
    if text[:1] == "[":
        text = text[1:].lstrip(_BLANK)
    if text[:1] != "{":
        return False
    try:
        first, _ = _DECODER.raw_decode(text)
    except (ValueError, RecursionError):
        return False
    if not isinstance(first, dict):
        return False
    own = first.get("properties")
    keys = [*first, *own] if isinstance(own, dict) else list(first)
    known = sum(len(columns) for columns in guess_columns(headings_of(keys)).values())
    if not is_header(keys) or known < _KNOWN * len(keys):
        return False
    return known > 1 or known == len(keys) or "name" not in map(str.casefold, keys)


def parse(file: SourceFile, options: Options) -> Iterator[Message | Problem]:
    """One message an object, as a stream."""
    origin = Origin(file.name, file.sha256, "")
    layouts: dict[tuple[str, ...], Layout] = {}
    number = 0
    try:
        with file.open() as stream:
            codec = encoding_of(stream).codec
        with file.open() as stream:
            for found in _values(stream, codec):
                if isinstance(found, str):
                    where = origin.at(f"row {number + 1}")
                    yield Problem("json-malformed", found, where, "error")
                    continue
                number += 1
                where = origin.at(f"row {number}")
                try:
                    yield from _customer(found, str(number), layouts, options, where)
                except RecursionError:
                    said = "is nested too deep to be read; flatten it"
                    yield Problem("json-malformed", said, where, "error")
    except (OSError, EOFError, ValueError, BadZipFile, zlib.error) as fault:
        message = f"cannot be read further: {fault}. Ask for the file again"
        yield Problem("file-unreadable", message, origin, "error")
        return
    if not number:
        message = "holds no object: nothing in it was screened"
        yield Problem("json-empty", message, origin, "error")


def facts(message: Message) -> list[Fact]:
    """The customer of the object and every other word in it."""
    return customer_facts(message)


def _customer(
    found: Mapping[str, Any],
    number: str,
    layouts: dict[tuple[str, ...], Layout],
    options: Options,
    origin: Origin,
) -> Iterator[Message | Problem]:
    cells = _flat(found)
    keys = tuple(cells)
    known = layouts.get(keys)
    if known is None:
        mapping = {f: c for f, c in options.mapping.items() if c in cells}
        known, _ = layout(keys, [list(cells.values())], mapping, origin=origin)
        if len(layouts) < _KEPT_LAYOUTS:
            layouts[keys] = known
    values = list(cells.values())
    yield customer(known, values, number, format="customers-jsonl", origin=origin)


def _flat(found: Mapping[str, Any], prefix: str = "") -> dict[str, str]:
    """Keys and texts; a nested key is `address city`, a list's items are lines.

    FollowTheMoney's `properties` are the object's own.
    """
    cells: dict[str, str] = {}
    for key, value in found.items():
        name = f"{prefix}{key}"
        if isinstance(value, Mapping):
            inner = prefix if key == "properties" else f"{name} "
            for sub, text in _flat(value, inner).items():
                cells[sub] = f"{cells[sub]}\n{text}" if cells.get(sub) else text
        else:
            text = _text(value)
            cells[name] = f"{cells[name]}\n{text}" if cells.get(name) else text
    return cells


def _text(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return "\n".join(text for item in value if (text := _text(item)))
    if isinstance(value, dict):
        return ", ".join(text for text in _flat(value).values() if text)
    return str(value)


def _values(stream: IO[bytes], codec: str) -> Iterator[dict[str, Any] | str]:
    """Every object; a sentence for what is none. An object may be 1 MB, no more."""
    text = io.TextIOWrapper(stream, encoding=codec, errors="replace")
    buffer, at, ended, inside, first = "", 0, False, False, True
    while True:
        at = _skip(buffer, at, _BLANK + (",]" if inside else ""))
        if first and at < len(buffer):
            first, inside = False, buffer[at] == "["
            at += inside
            continue
        value, end, broken = _decode(buffer, at)
        if end and (ended or end < len(buffer) or isinstance(value, dict)):
            at = end
            yield value if isinstance(value, dict) else _not_an_object(value)
        elif not ended and not broken and len(buffer) - at <= MAX_OBJECT:
            chunk = text.read(_CHUNK)
            ended = not chunk
            buffer, at = buffer[at:] + chunk, 0
        elif at >= len(buffer):
            return
        else:
            shown = buffer[at : at + 80]
            yield f"no JSON object enduse can read: {shown!r}; correct it"
            buffer, ended = _next_line(buffer[at:], text, ended)
            at = 0


def _skip(buffer: str, at: int, blanks: str) -> int:
    while at < len(buffer) and buffer[at] in blanks:
        at += 1
    return at


def _decode(buffer: str, at: int) -> tuple[Any, int, bool]:
    """The value that starts at `at`, its end or 0, and whether more can't help."""
    if at >= len(buffer):
        return None, 0, False
    try:
        value, end = _DECODER.raw_decode(buffer, at)
    except RecursionError:
        return None, 0, True
    except json.JSONDecodeError as fault:
        cut = fault.pos >= len(buffer) - 16 or fault.msg.startswith("Unterminated")
        return None, 0, not cut
    except ValueError:
        return None, 0, True
    return value, end, False


def _not_an_object(value: Any) -> str:
    return f"a JSON value that is no object, nothing was screened: {str(value)[:80]!r}"


def _next_line(buffer: str, text: io.TextIOWrapper, ended: bool) -> tuple[str, bool]:
    """What follows the line that could not be read."""
    while True:
        _, newline, rest = buffer.partition("\n")
        if newline or ended:
            return rest, ended
        buffer = text.read(_CHUNK)
        ended = not buffer
