"""What is current: one small file, replaced in one rename."""

from dataclasses import dataclass, field
from pathlib import Path

import orjson

from enduse.errors import LibraryCorrupt
from enduse.library.atomic import write_atomically
from enduse.model.encode import from_json, to_plain

VERSION = 1


@dataclass(frozen=True, slots=True)
class Manifest:
    """The current state of a library.

    `current` maps a list to its snapshot's sha256, `goods` a goods source; `checked`
    maps either to the UTC time its publisher was last asked for something newer;
    `index` names the folder derived from exactly the lists' snapshots.
    """

    current: dict[str, str] = field(default_factory=dict)
    checked: dict[str, str] = field(default_factory=dict)
    index: str = ""
    version: int = VERSION
    goods: dict[str, str] = field(default_factory=dict)


def read(folder: Path) -> Manifest:
    """The manifest in `folder`, an empty one where there is none.

    *Raises* LibraryCorrupt for a file that is no manifest.
    """
    path = folder / "manifest.json"
    try:
        return from_json(Manifest, path.read_bytes())
    except FileNotFoundError:
        return Manifest()
    except (OSError, ValueError) as fault:
        raise LibraryCorrupt(str(path), f"not a manifest: {fault}") from None


def write(folder: Path, manifest: Manifest) -> None:
    """Make `manifest` the current state, in one rename."""
    data = orjson.dumps(
        to_plain(manifest), option=orjson.OPT_INDENT_2 | orjson.OPT_SORT_KEYS
    )
    write_atomically(folder / "manifest.json", data)
