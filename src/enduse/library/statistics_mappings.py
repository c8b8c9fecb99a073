"""Saved mappings: which column is which, for a table that comes again.

A TOML file with `headings` (the table's columns) and `[fields]` (field to column, or
`=value` for what no column holds). One is saved when a table is imported with --map;
a table of the same headings is then read by it without being told.
"""

import hashlib
import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import orjson

from enduse.library.atomic import write_atomically


@dataclass(frozen=True, slots=True)
class Saved:
    """A saved mapping: the headings it is for, and field to column."""

    headings: tuple[str, ...]
    fields: dict[str, str]


def name_of(headings: Sequence[str]) -> str:
    """The name a mapping for these headings is saved under."""
    return hashlib.sha256("\n".join(headings).encode()).hexdigest()[:16]


def save(folder: Path, headings: Sequence[str], fields: Mapping[str, str]) -> Path:
    """Write the mapping into `folder`, and say where."""
    path = folder / f"{name_of(headings)}.toml"
    lines = [f"headings = [{', '.join(_quoted(h) for h in headings)}]", "", "[fields]"]
    lines += [f"{name} = {_quoted(value)}" for name, value in sorted(fields.items())]
    write_atomically(path, ("\n".join(lines) + "\n").encode())
    return path


def read(path: Path) -> Saved:
    """The mapping in a file. *Raises* OSError, and ValueError for one that is none."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    fields = data.get("fields")
    headings = data.get("headings", [])
    if not isinstance(fields, dict) or not isinstance(headings, list):
        raise ValueError("no mapping: it needs a table [fields]")
    return Saved(tuple(map(str, headings)), {str(k): str(v) for k, v in fields.items()})


def find(folder: Path, headings: Sequence[str]) -> dict[str, str]:
    """The fields saved for a table of these headings; {} where none are."""
    path = folder / f"{name_of(headings)}.toml"
    try:
        saved = read(path)
    except (OSError, ValueError):
        return {}
    return saved.fields if saved.headings == tuple(headings) else {}


def _quoted(text: str) -> str:
    """A TOML basic string; JSON's is one, but for the delete character."""
    return orjson.dumps(text).decode().replace("\x7f", "\\u007f")
