"""What is computed from the current snapshots: the name index and subject links.

    library/index/<key>/
        names/...      see `enduse.names.index` and `enduse.names.kept`
        subjects.arrow listing id -> number of the subject it is a listing of
        words          tables of words that take time to make, as JSON behind its hash
        goods_words    those that goods are looked for by, of which `version` is part

`key` is a hash of the snapshots and of the versions of what computes it, so a
derived folder is never stale: it is the right one or it is missing. One that was
dropped is made again when an old state is asked for.
"""

import hashlib
import shutil
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from pathlib import Path

import orjson

from enduse.library import subjects
from enduse.library.atomic import SCRATCH, new_folder
from enduse.library.ids import Ids, numbers
from enduse.library.snapshot import Snapshot
from enduse.model import Listing
from enduse.names import store as name_store
from enduse.text import tables

_CHECK = 16  # bytes
_KEPT = 2  # derived folders beside the current one: each is of some 100 MB
_GOODS = "enduse.goods"


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
    """Compute everything derived from `snapshots` into the new folder `place`.

    What was read of names for a folder beside it is not read again.
    """
    from enduse.goods.classify import phrases, sought  # noqa: F401  # makes tables
    from enduse.names.build import build as build_names
    from enduse.names.kept import Kept

    ordered = sorted(snapshots, key=lambda snapshot: snapshot.info.source)
    with new_folder(place) as scratch:
        names = scratch / "names"
        names.mkdir()
        kept = Kept(names, [folder / "names" for folder in _made(place.parent)])
        build_names(_all(ordered), names, progress=progress, kept=kept)
        _keep(scratch / "words", tables.all_made("enduse.text"))
        _keep(scratch / "goods_words", tables.all_made(_GOODS), phrases.version())
        _write_subjects(scratch / "subjects.arrow", subjects.numbered(_all(ordered)))


def drop_old(folder: Path, current: str) -> None:
    """Remove what was derived from older states, but for the current and the newest.

    What was read of names is of use in the current one alone. Whoever has a folder open
    keeps reading it; where a system refuses, it stays.
    """
    from enduse.names import kept

    made = [older for older in _made(folder) if older.name != current]
    for older in made[:_KEPT]:
        kept.drop(older / "names")
    for older in made[_KEPT:]:
        shutil.rmtree(older, ignore_errors=True)


def _made(folder: Path) -> list[Path]:
    """The derived folders that are whole, the newest first."""
    found: list[tuple[float, Path]] = []
    for path in folder.glob("*/subjects.arrow"):
        with suppress(OSError):  # another process removes it
            if not path.parent.name.startswith(SCRATCH):
                found.append((path.stat().st_mtime, path.parent))
    return [place for _, place in sorted(found, reverse=True)]


def give_words(place: Path) -> None:
    """Give the tables of words kept in a derived folder to whoever needs them.

    *Unknown*: none of those that are missing or damaged; they are made anew.
    """
    _give(place / "words")


def give_goods_words(place: Path) -> None:
    """The same of the words that goods are looked for by, if they are still those."""
    from enduse.goods.classify import phrases

    _give(place / "goods_words", phrases.version())


def _keep(path: Path, made: Mapping[str, object], version: str = "") -> None:
    data = orjson.dumps(made)
    path.write_bytes(_check(data, version) + data)


def _give(path: Path, version: str = "") -> None:
    try:
        data = path.read_bytes()
    except OSError:
        return
    if data[:_CHECK] == _check(data[_CHECK:], version):
        tables.give(orjson.loads(data[_CHECK:]))


def _check(data: bytes, version: str) -> bytes:
    key = version.encode()
    return hashlib.blake2b(data, digest_size=_CHECK, key=key).digest()


def _all(snapshots: Iterable[Snapshot]) -> Iterator[Listing]:
    for snapshot in snapshots:
        yield from snapshot.listings()


def _write_subjects(path: Path, numbers: Mapping[str, int]) -> None:
    import pyarrow as pa

    schema = pa.schema([("id", pa.string()), ("subject", pa.int32())])
    table = pa.table((list(numbers), list(numbers.values())), schema=schema)
    with pa.ipc.new_file(str(path), schema) as out:
        out.write_table(table)


class Subjects:
    """Which listings are of one and the same subject, read from a derived folder."""

    def __init__(self, folder: Path) -> None:
        import pyarrow as pa

        with pa.memory_map(str(folder / "subjects.arrow")) as source:
            table = pa.ipc.open_file(source).read_all()
        self._ids = Ids(table.column("id"))
        self._number = numbers(table.column("subject"))
        self._by_number = self._number.argsort(kind="stable")
        self._ordered = self._number[self._by_number]

    def same_as(self, listing_id: str) -> tuple[str, ...]:
        """The other listings of the same subject, in alphabetical order."""
        row = self._ids.row(listing_id)
        if row is None:
            return ()
        number = self._number[row]
        first, last = self._ordered.searchsorted([number, number + 1])
        rows = self._by_number[first:last].tolist()
        return tuple(sorted(self._ids.at(at) for at in rows if at != row))
