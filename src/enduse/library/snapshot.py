"""A snapshot: one publication of one source, as its publisher gave it, and read.

library/<source>/<sha256>/
    files/...          the publisher's bytes, unchanged
    rows.parquet       every row: table, locator, JSON
    listings.arrow     what the rows mean: id, JSON; memory-mapped
    entries/...        the same of a goods source: see `enduse.goods.store`
    problems.jsonl     what could not be understood
    snapshot.json      `SnapshotInfo`; written last
"""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import orjson

from enduse.errors import LibraryCorrupt
from enduse.files.source_file import SourceFile
from enduse.model import Listing, Problem
from enduse.model.encode import from_json, to_plain

if TYPE_CHECKING:  # takes a while to load, and not every question needs a listing
    import pyarrow as pa

    from enduse.library.ids import Ids

UNSEALED = "does not say what it said when it was written"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """One of the publisher's files: its name and what its server said of it."""

    name: str
    sha256: str
    size_bytes: int
    url: str = ""
    etag: str = ""
    last_modified: str = ""


@dataclass(frozen=True, slots=True)
class SnapshotInfo:
    """What a snapshot says of itself.

    `published_by` tells how its date is known: the `file` itself, the file's `name`,
    or `unknown`. `origin` is `download` or `import`. `readings` are the files made
    here of the publisher's; none where an earlier version did not note them. `seal`
    is the hash of all else that is said here.
    """

    source: str
    reader: str
    sha256: str
    published: date | None
    published_by: str
    fetched: str
    origin: str
    entries: int
    problems: int
    errors: int
    files: tuple[StoredFile, ...]
    engine: str
    readings: tuple[StoredFile, ...] = ()
    seal: str = ""


@dataclass(frozen=True)
class Snapshot:
    """A snapshot on disk."""

    folder: Path
    info: SnapshotInfo

    @classmethod
    def open(cls, folder: Path) -> "Snapshot":
        """The snapshot in `folder`. *Raises* LibraryCorrupt."""
        try:
            data = (folder / "snapshot.json").read_bytes()
            return cls(folder, from_json(SnapshotInfo, data))
        except (OSError, ValueError) as fault:
            raise LibraryCorrupt(str(folder), f"not a snapshot: {fault}") from None

    @cached_property
    def _table(self) -> "pa.Table":
        import pyarrow as pa

        path = self.folder / "listings.arrow"
        try:
            with pa.memory_map(str(path)) as source:
                return pa.ipc.open_file(source).read_all()
        except (OSError, pa.ArrowInvalid) as fault:
            raise LibraryCorrupt(str(path), str(fault)) from None

    @cached_property
    def _ids(self) -> "Ids":
        from enduse.library.ids import Ids

        return Ids(self._table.column("id"))

    def listing(self, listing_id: str) -> Listing | None:
        """The listing of that id, or None."""
        row = self._ids.row(listing_id)
        if row is None:
            return None
        return self._understood(self._table.column("json")[row].as_py())

    def listings(self) -> Iterator[Listing]:
        """Every listing, in the publisher's order."""
        for batch in self._table.to_batches():
            for plain in batch.column("json").to_pylist():
                yield self._understood(plain)

    def _understood(self, plain: bytes) -> Listing:
        try:
            return from_json(Listing, plain)
        except ValueError as fault:
            path = str(self.folder / "listings.arrow")
            raise LibraryCorrupt(path, f"holds no listing: {fault}") from None

    def problems(self) -> list[Problem]:
        """What could not be understood when the snapshot was read."""
        lines = (self.folder / "problems.jsonl").read_bytes().splitlines()
        return [from_json(Problem, line) for line in lines]

    def damage(self) -> Iterator[tuple[Path, str]]:
        """Every file that is not what it was when the snapshot was made, and what of
        it: the publisher's, and what was read from them.
        """
        if self.folder.name != self.info.sha256:
            yield self.folder / "snapshot.json", "is of another snapshot"
        if not seal_holds(self.info, noted=bool(self.info.readings)):
            yield self.folder / "snapshot.json", UNSEALED
        for stored in self.info.files:
            path = self.folder / "files" / stored.name
            if not holds(path, stored.sha256):
                yield path, "is not the file that was fetched"
        for stored in self.info.readings:
            path = self.folder / stored.name
            if not holds(path, stored.sha256):
                yield path, "is not what was read from the publisher's files"

    def verify(self) -> None:
        """Hash every file again. *Raises* LibraryCorrupt on a difference."""
        for path, what in self.damage():
            raise LibraryCorrupt(str(path), what)


class _Sealed(Protocol):
    @property
    def seal(self) -> str: ...


def seal_of(info: _Sealed) -> str:
    """The hash of what a snapshot says of itself, its seal aside."""
    said = {**to_plain(info), "seal": ""}
    return hashlib.sha256(orjson.dumps(said, option=orjson.OPT_SORT_KEYS)).hexdigest()


def seal_holds(info: _Sealed, *, noted: bool) -> bool:
    """Whether a snapshot says what it was sealed with.

    Those of earlier versions were not sealed, and noted no file that was made of the
    publisher's: one in which such files are `noted` has lost its seal.
    """
    return info.seal == seal_of(info) if info.seal or noted else True


def holds(path: Path, sha256: str) -> bool:
    """Whether a file is there and of that hash."""
    return path.is_file() and SourceFile.of(path).sha256 == sha256


def stored_in(folder: Path) -> tuple[StoredFile, ...]:
    """Every file under a folder, by its path from there; the marks of who writes it
    (`.held`) aside.
    """
    files = (path for path in folder.rglob("*") if path.is_file())
    paths = sorted(path for path in files if not path.name.startswith("."))
    return tuple(
        StoredFile(
            path.relative_to(folder).as_posix(),
            SourceFile.of(path).sha256,
            path.stat().st_size,
        )
        for path in paths
    )
