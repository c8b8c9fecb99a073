"""The customers of a book as it is now, beside those of when it was last screened."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile
from enduse.library.books import Array, Book, BookState, Customers, slices
from enduse.messages.message import Options
from enduse.pipeline.rescreen import rows, work
from enduse.pipeline.rescreen.stored_words import carried
from enduse.pipeline.rescreen.team import Team
from enduse.pipeline.rescreen.words import Gathered


@dataclass(frozen=True, slots=True)
class Held:
    """The rows now, and before.

    `place` gives for each row now its row before, -1 for one that is new or changed.
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
        kept = np.unique(self.place[self.place >= 0])
        return int(self.before.rows.num_rows - len(kept))

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

    *Raises* InputUnreadable where there is no table of customers.
    """
    said = [f"{file.name} {file.sha256}" for file in files]
    name = named(f"{said} {sorted(options.mapping.items())} {code}")
    old = book.customers(before.customers) if before else None
    if before and old and before.customers == name:
        return Held(old, old, np.arange(old.rows.num_rows, dtype=np.int64))
    found = rows.stored(book.folder / "customers" / name, files, options)
    formats = found.rows.column("format").unique().to_pylist()
    if not any(f.startswith("customers-") for f in formats):
        reason = "holds no table of customers that enduse knows"
        raise InputUnreadable(book.place, reason)
    return Held(found, old, _places(found, old))


def _places(now: Customers, before: Customers | None) -> Array:
    if before is None:
        return np.full(now.rows.num_rows, -1, dtype=np.int64)
    known = before.rows.column("print").to_pylist()
    places = {made: at for at, made in enumerate(known)}
    found = now.rows.column("print").to_pylist()
    return np.array([places.get(made, -1) for made in found], dtype=np.int64)


def named(said: str) -> str:
    """The name of a folder that stands for what is said."""
    return hashlib.sha256(said.encode()).hexdigest()[:16]
