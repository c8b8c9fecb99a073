"""The files in a folder, as commands that take folders find them."""

import os
from collections.abc import Iterator
from pathlib import Path


def files_under(folder: Path) -> list[Path]:
    """The files in a folder and in those under it, sorted; hidden ones aside.

    A link to a folder is followed, but not upwards and into no folder twice. A link
    that leads nowhere is among the files: it ends as one that cannot be opened.
    """
    return sorted(path for path in _walk(folder) if not path.name.startswith("."))


def _walk(folder: Path) -> Iterator[Path]:
    seen: set[str] = set()
    waiting = [folder]
    while waiting:
        start = waiting.pop(0)
        if os.path.realpath(start) in seen:
            continue
        for place, folders, names in os.walk(start):
            here = Path(place)
            seen.add(os.path.realpath(here))
            links = [here / name for name in folders if (here / name).is_symlink()]
            waiting += sorted(link for link in links if not _is_above(link))
            for path in (here / name for name in names):
                if path.is_file() or (path.is_symlink() and not path.exists()):
                    yield path


def _is_above(link: Path) -> bool:
    """Whether a link leads to a folder that it lies in itself."""
    return Path(os.path.realpath(link.parent)).is_relative_to(os.path.realpath(link))
