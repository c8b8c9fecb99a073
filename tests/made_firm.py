"""A firm that tests make: lists in a home folder, and a book beside it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import date
from functools import partial
from pathlib import Path

from enduse.engines.local import Team
from enduse.files.source_file import SourceFile
from enduse.library.books import Book
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.messages.message import Options
from enduse.pipeline.line import line
from enduse.pipeline.rescreen import work
from enduse.pipeline.rescreen.difference import Change
from enduse.pipeline.rescreen.run import Asked, Rescreening, Scope
from enduse.pipeline.screen import expand, screen
from enduse.pipeline.screener import Screener
from tests.made import customers_csv, invented_name, un_file

AS_OF = date(2026, 11, 3)


def hire(desk: work.Desk, _: int) -> AbstractContextManager[Team]:
    return Team(partial(work.start, desk), 1)


class Firm:
    """A home folder with lists, and a book of customers or payments beside it.

    `rescreen` gives what changed and every line; `full` the lines of a full run.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.home = folder / "home"
        self.book = folder / "customers.csv"

    def entries(self, count: int, day: date = date(2026, 11, 1)) -> None:
        Update(self.home / "library", "enduse test").from_paths(
            [un_file(self.folder, count, day=day)]
        )

    def customers(
        self,
        numbers: Sequence[int],
        more: Sequence[str] = (),
        notes: Sequence[str] = (),
    ) -> None:
        rows = [(f"C{n}", invented_name(n), "KP") for n in numbers]
        rows += [(f"M{n}", name, "") for n, name in enumerate(more)]
        self.book.write_text(customers_csv(rows, notes), encoding="utf-8")

    def payments(self, rows: Sequence[tuple[str, str, str]]) -> None:
        """A book of payments: reference, creditor, what each is for."""
        head = "payment_id,amount,currency,debtor,creditor,remittance\n"
        lines = (
            f"{ref},12.50,EUR,Erika Mustermann,{to},{why}\n" for ref, to, why in rows
        )
        self.book.write_text(head + "".join(lines), encoding="utf-8")

    def rescreen(
        self, as_of: date = AS_OF, threshold: float = 0.5
    ) -> tuple[Scope, list[Change], list[bytes]]:
        files = self.files()
        asked = Asked(threshold, as_of, Options())
        book, library = Book(self.home, str(self.book)), Library.open(self.home)
        with Rescreening(book, library, files, asked) as run:
            run.run(hire, progress=lambda _: None)
            changed, lines = run.changed(), list(run.lines())
            run.commit()
        return run.scope, changed, lines

    def full(self, as_of: date = AS_OF, threshold: float = 0.5) -> list[bytes]:
        screener = Screener(Library.open(self.home), as_of=as_of, threshold=threshold)
        return [line(one) for one in screen(screener, self.files(), Options())]

    def files(self) -> list[SourceFile]:
        return [SourceFile.of(path) for path in expand([self.book])]
