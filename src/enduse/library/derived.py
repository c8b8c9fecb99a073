"""What is computed from the current snapshots: the name index and subject links.

    library/index/<key>/
        names/...      see `enduse.names.index`
        subjects.arrow listing id -> number of the subject it is a listing of

`key` is a hash of the snapshots and of the versions of what computes it, so a
derived folder is never stale: it is the right one or it is missing.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import pyarrow as pa

from enduse.library import subjects
from enduse.library.atomic import new_folder
from enduse.library.snapshot import Snapshot
from enduse.model import Listing
from enduse.names import index as name_index
from enduse.names import store as name_store

_SUBJECTS = pa.schema([("id", pa.string()), ("subject", pa.int32())])


def key_of(current: Mapping[str, str]) -> str:
    """The name of the folder derived from these snapshots, 16 hex digits."""
    parts = [f"names {name_store.version()}", f"subjects {subjects.VERSION}"]
    parts += [f"{source} {sha256}" for source, sha256 in sorted(current.items())]
    return hashlib.sha256("\n".join(parts).encode()).hexdigest()[:16]


def build(
    place: Path,
    snapshots: Sequence[Snapshot],
    *,
    progress: Callable[[int], None] = lambda _: None,
) -> None:
    """Compute everything derived from `snapshots` into the new folder `place`."""
    ordered = sorted(snapshots, key=lambda snapshot: snapshot.info.source)
    with new_folder(place) as scratch:
        names = scratch / "names"
        names.mkdir()
        name_index.build(_all(ordered), names, progress=progress)
        _write_subjects(scratch / "subjects.arrow", subjects.numbered(_all(ordered)))


def _all(snapshots: Iterable[Snapshot]) -> Iterator[Listing]:
    for snapshot in snapshots:
        yield from snapshot.listings()


def _write_subjects(path: Path, numbers: Mapping[str, int]) -> None:
    table = pa.table((list(numbers), list(numbers.values())), schema=_SUBJECTS)
    with pa.ipc.new_file(str(path), _SUBJECTS) as out:
        out.write_table(table)


class Subjects:
    """Which listings are of one and the same subject, read from a derived folder."""

    def __init__(self, folder: Path) -> None:
        with pa.memory_map(str(folder / "subjects.arrow")) as source:
            table = pa.ipc.open_file(source).read_all()
        ids = table.column("id").to_pylist()
        self._number = dict(zip(ids, table.column("subject").to_pylist(), strict=True))
        self._ids: dict[int, list[str]] = {}
        for listing_id, number in self._number.items():
            self._ids.setdefault(number, []).append(listing_id)

    def same_as(self, listing_id: str) -> tuple[str, ...]:
        """The other listings of the same subject, in alphabetical order."""
        number = self._number.get(listing_id)
        ids = self._ids.get(number, []) if number is not None else []
        return tuple(sorted(other for other in ids if other != listing_id))
