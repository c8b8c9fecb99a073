"""A book kept screened: what may have changed is screened again, the rest carried over.

The result is that of a full run, because every subject that might get another result
is screened in full: those with a finding or nearly one, those who are like a listing
that is new, was changed, or bears a word that weighs otherwise now, those who bear
such a word, papers of trade, and subjects that are themselves new or changed.
"""

import tempfile
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np

from enduse.files.source_file import SourceFile
from enduse.library.atomic import only_one
from enduse.library.books import (
    Array,
    Book,
    BookFile,
    BookState,
    Results,
    write_results,
)
from enduse.library.store import Library
from enduse.messages.message import Options
from enduse.pipeline.rescreen import changes, delta, held, work
from enduse.pipeline.rescreen.changes import ListChange
from enduse.pipeline.rescreen.difference import Change
from enduse.pipeline.rescreen.reach import Reach
from enduse.pipeline.rescreen.rows import files_read
from enduse.pipeline.rescreen.team import Hire, in_parts
from enduse.pipeline.rescreen.told import Told

_MOST_LISTINGS = 0.25  # of all: a larger change is screened in full
_MOST_NAMES = (
    0.1  # part by which the number of names may change: a word weighs 1 % less
)


@dataclass(frozen=True, slots=True)
class Asked:
    """What a run is to be: as `enduse screen` is told."""

    threshold: float
    as_of: date
    options: Options


@dataclass(frozen=True, slots=True)
class Scope:
    """Why which subjects were screened again. `full` says why all were, or is ''.

    `kinds` says how many subjects of each kind the book holds.
    """

    full: str
    kinds: dict[str, int]
    new: int
    gone: int
    screened: int
    listings: ListChange | None

    @property
    def subjects(self) -> int:
        """How many subjects the book holds."""
        return sum(self.kinds.values())


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
        self._goods = changes.goods_of(self.library, self.asked.as_of)
        self._results = self.book.results(before.results) if before else None
        options = self.asked.options
        made = held.held(self.book, self._files, options, before, code=self._code)
        self._held, self.customers = made, made.now
        progress("comparing the lists")
        current = before.library if before else {}
        self._prints = changes.prints_of(self.library, current, self._results)
        change = self._list_change()
        small = self._small_index(change)
        self._team = self._stack.enter_context(hire(*self._desk(small)))
        if made.lacks_words:
            progress("indexing the book")
            made.index(self._team, alike=bool(before and before.code == self._code))
        progress("holding the changes against the whole book")
        suspects = self._suspects(change, small)
        progress("screening those concerned")
        for part in in_parts(self._team, work.screened, suspects):
            self._watched += part
        new = len(made.new) if before else made.size
        said = self._full, made.kinds, new, made.gone
        self.scope = Scope(*said, len(suspects), change)
        self.files = files_read(made.now)

    @property
    def since(self) -> str:
        """The day that the book was last screened for, '' for a new one."""
        return self._before.as_of if self._before else ""

    def changed(self) -> list[Change]:
        """What is otherwise now than when the book was last screened."""
        return self._told().changed(self._results)

    def lines(self) -> Iterator[bytes]:
        """The line of every subject, in the book's order, as a full run gives them."""
        return self._told().lines()

    def outcomes(self) -> dict[str, int]:
        """How many subjects came to each outcome."""
        return self._told().outcomes()

    def _told(self) -> Told:
        return Told(self._held, self._watched, self._team)

    def commit(self) -> None:
        """Keep what was found as the book's state, from now on."""
        index = self.library.matcher.index
        weights = changes.weights_of(index)
        if self.scope.listings and self._results and not self._full:
            drifted = self.scope.listings.words
            weights = changes.carried(self._results.weights(), weights, drifted)
        current = dict(sorted(self.library.manifest.current.items()))
        said = f"{self.customers.folder.name} {current} {self.asked} {self._code}"
        name = held.named(said)
        folder = self.book.folder / "results" / name
        if self._before and self._before.results == name:
            name = held.named(f"{said} again")
            folder = folder.with_name(name)
        write_results(folder, self._watched, self._prints, weights)
        self.book.switch(
            BookState(
                place=self.book.place,
                customers=self.customers.folder.name,
                results=name,
                files=tuple(BookFile(f.name, f.sha256) for f in self._files),
                library=current,
                goods=self._goods,
                threshold=self.asked.threshold,
                as_of=self.asked.as_of.isoformat(),
                code=self._code,
                rows=self.customers.rows.num_rows,
                names=len(index),
                options=dict(self.asked.options.mapping),
            )
        )

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

    def _suspects(self, change: ListChange | None, small: Path | None) -> list[int]:
        size = self.customers.rows.num_rows
        if self._full or not self._results:
            return list(range(size))
        found = [self._held.new]
        watched = self._results.watched.column("row").to_numpy()
        found.append(np.flatnonzero(np.isin(self._held.place, watched)))
        if self._before and self._before.goods != self._goods:
            found.append(self.customers.array("held_row"))
        if change:
            found.append(delta.rows_holding(self.customers, change.words))
        if small:
            found += self._concerned(small)
        return [int(row) for row in np.unique(np.concatenate(found))]

    def _concerned(self, small: Path) -> Iterator[Array]:
        """Rows with parties like a changed listing, or texts that name one."""
        index = delta.matcher(small, self.library).index
        least = work.least_watched(self.asked.threshold)
        names = Reach(self.customers, index, least).names().tolist()
        tried = {
            row for part in in_parts(self._team, work.tried, names) for row in part
        }
        asked = sorted(tried.union(delta.rows_equal(self.customers, index).tolist()))
        hits = [row for part in in_parts(self._team, work.asked, asked) for row in part]
        yield np.array(hits, dtype=np.int64)
        for name, named_in in (("held", work.spotted), ("field", work.named)):
            texts = self.customers.array(f"{name}_text")
            parts = in_parts(self._team, named_in, np.unique(texts).tolist())
            named = [number for part in parts for number in part]
            yield self.customers.array(f"{name}_row")[np.isin(texts, named)]
