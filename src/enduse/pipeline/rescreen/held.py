"""The rows of a book as it is now, beside those of when it was last screened."""

import hashlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile
from enduse.library.books import Array, Book, BookState, Customers, slices
from enduse.messages.message import Options
from enduse.pipeline.rescreen import rows, work
from enduse.pipeline.rescreen.difference import Key
from enduse.pipeline.rescreen.stored_words import carried
from enduse.pipeline.rescreen.team import Team
from enduse.pipeline.rescreen.words import Gathered


@dataclass(frozen=True, slots=True)
class Held:
    """The rows now, and before.

    `place` gives for each row now its own row before, -1 for one that is new or
    changed.
    """

    now: Customers
    before: Customers | None
    place: Array

    @property
    def size(self) -> int:
        """How many rows there are now."""
        return int(self.now.rows.num_rows)

    @property
    def new(self) -> Array:
        """The rows that are new or changed."""
        return np.flatnonzero(self.place < 0)

    @property
    def gone(self) -> int:
        """How many rows of before are not in the book as they were."""
        if self.before is None:
            return 0
        return int(self.before.rows.num_rows - (self.place >= 0).sum())

    @property
    def kinds(self) -> dict[str, int]:
        """How many rows there are of each kind of subject."""
        counts = self.now.rows.column("kind").value_counts().to_pylist()
        return {one["values"]: one["counts"] for one in counts}

    def keys(self) -> tuple[list[Key], list[Key]]:
        """What stands for each row now and before: the same for one subject.

        A row that is as it was has the place it had; others have their reference, and
        which it is of those that bear it.
        """
        place = self.place.tolist()
        now = _numbered(self.now, {n: at for n, at in enumerate(place) if at >= 0})
        if self.before is None:
            return now, []
        return now, _numbered(self.before, {at: at for at in place if at >= 0})

    @property
    def lacks_words(self) -> bool:
        """Whether the rows were read anew, and are without their words."""
        return self.before is None or self.before.folder != self.now.folder

    def index(self, team: Team, *, alike: bool) -> None:
        """Store the words of the rows.

        Those of rows that are as they were are carried over where `alike` tells that
        the same code reads them.
        """
        gathered = Gathered()
        others = np.arange(self.size)
        if alike and self.before:
            gathered.carry(carried(self.before, self.place))
            others = self.new
        parts = (others[a:b].tolist() for a, b in slices(len(others), work.PART))
        for words in team.each(work.words, parts):
            gathered.add(words)
        self.now.add(gathered.arrays())


def held(
    book: Book,
    files: Sequence[SourceFile],
    options: Options,
    before: BookState | None,
    *,
    code: str,
) -> Held:
    """The rows of the book's files, read where they are not those of `before`.

    *Raises* InputUnreadable where they hold nothing that could be read.
    """
    said = [f"{file.name} {file.sha256}" for file in files]
    name = named(f"{said} {sorted(options.mapping.items())} {code}")
    old = book.customers(before.customers) if before else None
    if before and old and before.customers == name:
        return Held(old, old, np.arange(old.rows.num_rows, dtype=np.int64))
    found = rows.stored(book.folder / "customers" / name, files, options)
    if not any(file.subjects for file in rows.files_read(found)):
        reason = _why_nothing(found)
        shutil.rmtree(found.folder)
        raise InputUnreadable(book.place, reason)
    return Held(found, old, _places(found, old))


def _why_nothing(found: Customers) -> str:
    if not found.rows.num_rows:
        return "holds no file"
    first = rows.Reader(found).cases([0])[0]
    return first.problems[0].message


def _places(now: Customers, before: Customers | None) -> Array:
    """For each row now an equal one before that no other has, or -1."""
    if before is None:
        return np.full(now.rows.num_rows, -1, dtype=np.int64)
    known: dict[bytes, list[int]] = {}
    for at, made in enumerate(before.rows.column("print").to_pylist()):
        known.setdefault(made, []).append(at)
    for places in known.values():
        places.reverse()  # the first is taken first
    found = (known.get(made) for made in now.rows.column("print").to_pylist())
    return np.array([at.pop() if at else -1 for at in found], dtype=np.int64)


def _numbered(rows: Customers, known: dict[int, int]) -> list[Key]:
    """The keys of rows: of those `known` their place before."""
    counts: dict[str, int] = {}
    found: list[Key] = []
    for at, ref in enumerate(rows.rows.column("ref").to_pylist()):
        if at in known:
            found.append(("", known[at]))
        else:
            counts[ref] = counts.get(ref, 0) + 1
            found.append((ref, counts[ref]))
    return found


def named(said: str) -> str:
    """The name of a folder that stands for what is said."""
    return hashlib.sha256(said.encode()).hexdigest()[:16]
