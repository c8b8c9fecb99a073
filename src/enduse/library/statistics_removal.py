"""Taking imported statistics out of the store: one file, or all of a source.

The cells stay on disk, so that old figures can be derived again; what a file that is
left says counts again where the one taken out had said it later.
"""

from dataclasses import dataclass
from pathlib import Path

from enduse.library import statistics, statistics_views
from enduse.library.atomic import only_one
from enduse.library.statistics import Imported, State, Statistics

_SHORTEST = 6  # signs of a hash that stand for the whole of it


@dataclass(frozen=True, slots=True)
class Removed:
    """What was taken out, where its cells stay, and how many files are left."""

    files: tuple[Imported, ...]
    kept: tuple[Path, ...]
    left: int


def remove(place: Path, said: str) -> Removed:
    """Take out of the store under `place` what `said` names, in one rename.

    It is a source, a file's name, or its snapshot or the beginning of that; `Removed`
    without files where no current file is called so.
    *Raises* LibraryBusy, LibraryCorrupt.
    """
    if not (place / "flows" / "manifest.json").exists():
        return Removed((), (), 0)
    folder = place / "flows"
    with only_one(folder):
        store = Statistics.open(place)
        held = list(zip(store.state.current, store.imported, strict=True))
        gone = [(name, info) for name, info in held if _is_meant(said, info)]
        left = tuple(name for name, info in held if not _is_meant(said, info))
        if gone:
            after = Statistics(folder, State(left))
            state = State(left, statistics_views.settled(after))
            statistics.write_state(folder, state)
            statistics_views.sweep(folder, state)
    files = tuple(info for _, info in gone)
    return Removed(files, tuple(folder / name for name, _ in gone), len(left))


def _is_meant(said: str, info: Imported) -> bool:
    begins = len(said) >= _SHORTEST and info.sha256.startswith(said)
    return said in (info.source, info.file) or begins
