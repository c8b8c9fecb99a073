"""A book kept screened: what may have changed is screened again, the rest carried over.

The result is that of a full run, because every customer who might get another result
is screened in full: those with a finding or nearly one, those who are like a listing
that is new, was changed, or bears a word that weighs otherwise now, those who bear
such a word, and customers who are themselves new or changed.
"""

import hashlib
import tempfile
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Protocol, TypeVar

import numpy as np

from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile
from enduse.library.atomic import only_one
from enduse.library.books import (
    Array,
    Book,
    BookFile,
    BookState,
    Customers,
    Results,
    slices,
    write_results,
)
from enduse.library.store import Library
from enduse.messages.message import Options
from enduse.pipeline.line import read
from enduse.pipeline.policy import OUTCOMES
from enduse.pipeline.rescreen import changes, delta, rows, work
from enduse.pipeline.rescreen.changes import ListChange
from enduse.pipeline.rescreen.difference import Change, Key, keyed
from enduse.pipeline.rescreen.difference import changes as differences
from enduse.pipeline.rescreen.reach import Reach
from enduse.pipeline.rescreen.words import Gathered

T = TypeVar("T")
R = TypeVar("R")
_MOST_LISTINGS = 0.25  # of all: a larger change is screened in full
_MOST_NAMES = (
    0.1  # part by which the number of names may change: a word weighs 1 % less
)


class Team(Protocol):
    """Processes that were made ready and do work in order."""

    def each(self, work: Callable[[T], R], items: Iterable[T]) -> Iterator[R]:
        """What `work` gives for each item, in order."""


Hire = Callable[[work.Desk, int], AbstractContextManager[Team]]
"""Gives a team for a desk, by how many rows the book has."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is to be: as `enduse screen` is told."""

    threshold: float
    as_of: date
    options: Options


@dataclass(frozen=True, slots=True)
class Scope:
    """Why which customers were screened again. `full` says why all were, or is ''."""

    full: str
    customers: int
    new_customers: int
    gone_customers: int
    screened: int
    listings: ListChange | None


class Rescreening:
    """One run over a book. Open it, take what it found, then `commit`."""

    def __init__(
        self, book: Book, library: Library, files: Sequence[SourceFile], asked: Asked
    ) -> None:
        self.book = book
        self.library = library
        self.asked = asked
        self._files = files
        self._stack = ExitStack()
        self._before = book.state
        self._results: Results | None = None
        self._watched: list[work.Watched] = []

    def __enter__(self) -> "Rescreening":
        self.book.folder.mkdir(parents=True, exist_ok=True)
        self._stack.enter_context(only_one(self.book.folder))
        return self

    def __exit__(self, *_: object) -> None:
        self._stack.close()

    def run(self, hire: Hire, *, progress: Callable[[str], None]) -> None:
        """Screen what may have changed. *Raises* InputUnreadable, LibraryCorrupt."""
        before = self._before
        progress("reading the book")
        self._code = changes.code_print()
        self._old = self.book.customers(before.customers) if before else None
        self._results = self.book.results(before.results) if before else None
        self.customers, has_words = self._stored()
        self._carried = self._carry()
        progress("comparing the lists")
        current = before.library if before else {}
        self._prints = changes.prints_of(self.library, current, self._results)
        change = self._list_change()
        small = self._small_index(change)
        self._team = self._stack.enter_context(hire(*self._desk(small)))
        if not has_words:
            progress("indexing the customers")
            self._index_words()
        progress("holding the changes against all customers")
        suspects = self._suspects(change, small)
        progress("screening those concerned")
        parts = _parts(suspects)
        for part in self._team.each(work.screened, parts):
            self._watched += part
        self.scope = Scope(
            self._full,
            self.customers.rows.num_rows,
            int((self._carried < 0).sum()) if before else self.customers.rows.num_rows,
            self._gone(),
            len(suspects),
            change,
        )

    def changed(self) -> list[Change]:
        """What is otherwise now than when the book was last screened."""
        before: dict[Key, bytes] = {}
        if self._old and self._results:
            before = keyed(_lines(self._old, self._results.watched.to_pylist()))
        found = [{"row": row, "line": line} for row, _, line in self._watched]
        now = keyed(_lines(self.customers, found))
        return list(differences(before, now, self._quiet_now(before.keys() - now)))

    def lines(self) -> Iterator[bytes]:
        """The line of every customer, in the book's order, as a full run gives them."""
        found = {row: line for row, _, line in self._watched if line}
        size = self.customers.rows.num_rows
        parts = [range(a, b) for a, b in slices(size, work.PART)]
        quiet = ([row for row in part if row not in found] for part in parts)
        made = self._team.each(work.lines, quiet)
        for part, others in zip(parts, made, strict=True):
            rest = iter(others)
            for row in part:
                yield found.get(row) or next(rest)

    def outcomes(self) -> dict[str, int]:
        """How many customers came to each outcome."""
        counts: dict[str, int] = dict.fromkeys(OUTCOMES, 0)
        for _, _, line in self._watched:
            if line:
                counts[read(line).outcome] += 1
        counts["clear"] += self.customers.rows.num_rows - sum(counts.values())
        return counts

    def commit(self) -> None:
        """Keep what was found as the book's state, from now on."""
        index = self.library.matcher.index
        weights = changes.weights_of(index)
        if self.scope.listings and self._results and not self._full:
            drifted = self.scope.listings.words
            weights = changes.carried(self._results.weights(), weights, drifted)
        current = dict(sorted(self.library.manifest.current.items()))
        said = f"{self.customers.folder.name} {current} {self.asked} {self._code}"
        name = _name(said)
        folder = self.book.folder / "results" / name
        if self._before and self._before.results == name:
            name = _name(f"{said} again")
            folder = folder.with_name(name)
        write_results(folder, self._watched, self._prints, weights)
        self.book.switch(
            BookState(
                place=self.book.place,
                customers=self.customers.folder.name,
                results=name,
                files=tuple(BookFile(f.name, f.sha256) for f in self._files),
                library=current,
                goods=dict(self.library.goods.current),
                threshold=self.asked.threshold,
                as_of=self.asked.as_of.isoformat(),
                code=self._code,
                rows=self.customers.rows.num_rows,
                names=len(index),
                options=dict(self.asked.options.mapping),
            )
        )

    def _stored(self) -> tuple[Customers, bool]:
        """The rows of the book as it is now, and whether they have their words."""
        said = [f"{file.name} {file.sha256}" for file in self._files]
        mapping = sorted(self.asked.options.mapping.items())
        name = _name(f"{said} {mapping} {self._code}")
        if self._before and self._before.customers == name:
            return self.book.customers(name), True
        folder = self.book.folder / "customers" / name
        found = rows.stored(folder, self._files, self.asked.options)
        formats = set(found.rows.column("format").to_pylist())
        if not any(f.startswith("customers-") for f in formats):
            reason = "holds no table of customers that enduse knows"
            raise InputUnreadable(self.book.place, reason)
        return found, False

    def _carry(self) -> Array:
        """For each row now its row before, -1 for one that is new or changed."""
        size = self.customers.rows.num_rows
        if self._old is None:
            return np.full(size, -1, dtype=np.int64)
        if self._old.folder == self.customers.folder:
            return np.arange(size, dtype=np.int64)
        known = self._old.rows.column("print").to_pylist()
        places = {made: at for at, made in enumerate(known)}
        found = self.customers.rows.column("print").to_pylist()
        return np.array([places.get(made, -1) for made in found], dtype=np.int64)

    def _gone(self) -> int:
        """How many customers of before are not in the book as they were."""
        if self._old is None:
            return 0
        kept = np.unique(self._carried[self._carried >= 0])
        return int(self._old.rows.num_rows - len(kept))

    def _list_change(self) -> ListChange | None:
        before, results = self._before, self._results
        self._full = self._why_full()
        if self._full or not before or not results:
            return None
        if before.library == self.library.manifest.current:
            return None
        change = changes.change((before, results), self.library, self._prints)
        listed = sum(map(len, self._prints.values()))
        if len(change.listings) > _MOST_LISTINGS * max(listed, 100):
            self._full = "most of what is listed changed"
        return change

    def _why_full(self) -> str:
        before = self._before
        if before is None:
            return "the book is new"
        if before.threshold != self.asked.threshold:
            return "another threshold"
        if before.code != self._code:
            return "another version of enduse"
        names = len(self.library.matcher.index)
        if abs(names - before.names) > max(_MOST_NAMES * before.names, 500):
            return "many more or fewer names are listed"
        return ""

    def _small_index(self, change: ListChange | None) -> Path | None:
        if not change or not change.listings or self._full:
            return None
        made = self._stack.enter_context(tempfile.TemporaryDirectory())
        listings = (self.library.listing(one) for one in change.listings)
        known = (listing for listing in listings if listing)
        delta.write(Path(made), known, self.library.matcher.index)
        return Path(made)

    def _desk(self, small: Path | None) -> tuple[work.Desk, int]:
        current = self.library.manifest.current
        said = self.asked.threshold, self.asked.as_of
        folder = self.customers.folder
        desk = work.Desk(self.library.folder, current, *said, folder, small)
        return desk, self.customers.rows.num_rows

    def _index_words(self) -> None:
        gathered = Gathered()
        size = self.customers.rows.num_rows
        parts = (list(range(a, b)) for a, b in slices(size, work.PART))
        for words in self._team.each(work.words, parts):
            gathered.add(words)
        self.customers.add(gathered.arrays())

    def _suspects(self, change: ListChange | None, small: Path | None) -> list[int]:
        size = self.customers.rows.num_rows
        if self._full or not self._results:
            return list(range(size))
        found = [np.flatnonzero(self._carried < 0)]
        watched = self._results.watched.column("row").to_numpy()
        found.append(np.flatnonzero(np.isin(self._carried, watched)))
        if self._before and self._before.goods != self.library.goods.current:
            found.append(self.customers.array("held_row"))
        if change:
            found.append(delta.rows_holding(self.customers, change.words))
        if small:
            found += self._concerned(small)
        return [int(row) for row in np.unique(np.concatenate(found))]

    def _concerned(self, small: Path) -> Iterator[Array]:
        """Rows of customers like a changed listing, and of texts that name one."""
        index = delta.matcher(small, self.library).index
        least = work.least_watched(self.asked.threshold)
        names = Reach(self.customers, index, least).names().tolist()
        tried = {row for part in self._each(work.tried, names) for row in part}
        asked = sorted(tried.union(delta.rows_equal(self.customers, index).tolist()))
        hits = [row for part in self._each(work.asked, asked) for row in part]
        yield np.array(hits, dtype=np.int64)
        texts = range(len(self.customers.array("text_ends")) - 1)
        named = [n for part in self._each(work.spotted, texts) for n in part]
        held = np.isin(self.customers.array("held_text"), named)
        yield self.customers.array("held_row")[held]

    def _each(
        self, work_: Callable[[Sequence[int]], R], numbers: Sequence[int]
    ) -> Iterator[R]:
        return self._team.each(work_, _parts(numbers))

    def _quiet_now(self, keys: Iterable[Key]) -> Mapping[Key, bytes]:
        """The lines of customers still in the book who have no finding any more."""
        wanted = {ref for ref, _ in keys}
        if not wanted:
            return {}
        loud = {row for row, _, line in self._watched if line}
        refs = self.customers.rows.column("ref").to_pylist()
        found = [n for n, r in enumerate(refs) if r in wanted and n not in loud]
        made = [x for part in self._each(work.lines, found) for x in part]
        return keyed(zip((refs[n] for n in found), made, strict=True))


def _lines(
    customers: Customers, watched: Sequence[Mapping[str, object]]
) -> Iterator[tuple[str, bytes]]:
    refs = customers.rows.column("ref")
    for one in sorted(watched, key=lambda w: int(str(w["row"]))):
        line = one["line"]
        if isinstance(line, bytes):
            yield refs[int(str(one["row"]))].as_py(), line


def _parts(numbers: Sequence[int]) -> Iterator[list[int]]:
    return (list(numbers[a:b]) for a, b in slices(len(numbers), work.PART))


def _name(said: str) -> str:
    return hashlib.sha256(said.encode()).hexdigest()[:16]
