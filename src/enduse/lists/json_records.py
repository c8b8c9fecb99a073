"""JSON lists: an array of objects, an object that holds one, or JSON lines."""

from collections.abc import Iterator
from typing import IO, Any

import orjson

from enduse.files.source_file import SourceFile
from enduse.files.unreadable import UNREADABLE
from enduse.lists.record import Record
from enduse.model import Origin, Problem

_LINES = (".jsonl", ".ndjson", ".ftm.json")
_MAX_DEPTH = 60
_BOM = b"\xef\xbb\xbf"


def json_records(
    file: SourceFile, *, source: str, table: str
) -> Iterator[Record | Problem]:
    """One record for each object, in file order, with a JSON pointer or a line.

    Of an object that holds an array of objects the array is the list, and the rest
    of it a first record of table `@root`. *Unknown*: a file that is no JSON is an
    `error` Problem, so is every broken line of JSON lines; the others are read.
    """
    origin = Origin(source, file.sha256, file.name)
    try:
        with file.open() as stream:
            if _is_lines(file):
                yield from _lines(stream, origin, table)
            else:
                yield from _whole(stream.read(), origin, table)
    except UNREADABLE as fault:
        message = f"not readable as JSON, the list is incomplete: {fault}"
        yield Problem("json-malformed", message, origin, "error")


def first_object(head: bytes) -> dict[str, Any]:
    """The first object of JSON lines, or of the array a file starts with, or {}."""
    text = head.removeprefix(_BOM).lstrip()
    line = text.partition(b"\n")[0]
    try:
        found = orjson.loads(line)
    except ValueError:
        return {}
    if isinstance(found, list):
        found = found[0] if found else {}
    return found if isinstance(found, dict) else {}


def _is_lines(file: SourceFile) -> bool:
    """JSON lines: by name, or an object on the first line and another after it.

    One object alone is a list of one, unless it holds an array of objects.
    """
    text = file.head.removeprefix(_BOM).lstrip()
    if not text.startswith(b"{") or file.stem.endswith(_LINES):
        return file.stem.endswith(_LINES)
    line, _, rest = text.partition(b"\n")
    first = first_object(line)
    if rest.strip():
        return bool(first) or rest.lstrip().startswith(b"{")
    return bool(first) and not any(_is_table(value) for value in first.values())


def _lines(stream: IO[bytes], origin: Origin, table: str) -> Iterator[Record | Problem]:
    for number, line in enumerate(stream, start=1):
        text = line.removeprefix(_BOM).strip()
        where = origin.at(f"{origin.locator}#line={number}")
        if not text:
            continue
        try:
            value = orjson.loads(text)
        except ValueError as fault:
            message = f"the line is no JSON, what it lists is missing: {fault}"
            yield Problem("json-malformed", message, where, "error")
            continue
        yield from _record(value, where, table)


def _whole(data: bytes, origin: Origin, table: str) -> Iterator[Record | Problem]:
    value = orjson.loads(data.removeprefix(_BOM))
    pointer = ""
    if isinstance(value, dict):
        arrays = [k for k, v in value.items() if _is_table(v)]
        if not arrays:
            yield from _record(value, origin.at(f"{origin.locator}#/"), table)
            return
        held = max(arrays, key=lambda name: len(value[name]))
        rest = {k: v for k, v in value.items() if k != held}
        pointer = f"/{held}"
        if rest:
            yield Record(rest, origin.at(f"{origin.locator}#/"), "@root")
        value = value[held]
    if not isinstance(value, list):
        raise ValueError("neither an object nor an array of objects")
    for index, item in enumerate(value):
        where = origin.at(f"{origin.locator}#{pointer}/{index}")
        yield from _record(item, where, table)


def _too_deep(value: Any) -> bool:
    level = [value]
    for _ in range(_MAX_DEPTH):
        inner: list[Any] = []
        for item in level:
            if isinstance(item, dict):
                inner.extend(item.values())
            elif isinstance(item, list):
                inner.extend(item)
        level = [item for item in inner if isinstance(item, dict | list)]
        if not level:
            return False
    return True


def _is_table(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and isinstance(value[0], dict)


def _record(value: Any, where: Origin, table: str) -> Iterator[Record | Problem]:
    if _too_deep(value):
        message = f"nested more than {_MAX_DEPTH} deep, which no list is; not read"
        yield Problem("json-too-deep", message, where, "error")
    elif isinstance(value, dict):
        yield Record(value, where, table)
    else:
        message = f"an object is expected here, not {type(value).__name__}"
        yield Problem("record-unexpected", message, where)
