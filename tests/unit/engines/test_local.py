"""Several processes give what one gives, in the same order."""

import os
import signal
from datetime import date
from itertools import islice
from multiprocessing import active_children
from pathlib import Path

import pytest

from enduse.engines.local import ALONE, Job, Team, assessed
from enduse.errors import ProcessEnded
from enduse.files.source_file import SourceFile
from enduse.library.store import Library
from enduse.library.update import Update
from enduse.messages.message import Options
from enduse.pipeline import line as jsonl
from enduse.pipeline import screen
from enduse.pipeline.screener import Screener
from tests.made import customers_csv, invented_name, un_file

AS_OF = date(2026, 11, 3)


@pytest.mark.parametrize("rows", [3, 60])
def test_two_workers_give_the_same_bytes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: int
) -> None:
    monkeypatch.setattr(screen, "CHUNK", 60 // (ALONE + 4))
    Update(tmp_path / "home" / "library", "enduse test").from_paths(
        [un_file(tmp_path, 640)]
    )
    library = Library.open(tmp_path / "home")
    book = tmp_path / "customers.csv"
    people = [(f"C{n}", invented_name(n * 7), "KP") for n in range(rows)]
    book.write_text(customers_csv(people), encoding="utf-8")
    own = Screener(library, as_of=AS_OF)

    def run(workers: int) -> bytes:
        current = library.manifest.current
        threshold = own.policy.threshold
        job = Job(library.folder, current, threshold, AS_OF, workers)
        chunks = screen.chunks_of([SourceFile.of(book)], Options())
        return b"".join(map(jsonl.line, assessed(job, own, chunks)))

    alone = run(1)
    assert alone.count(b"\n") == rows
    assert run(2) == alone


def test_who_stops_in_between_leaves_no_process_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(screen, "CHUNK", 5)
    library = Library.open(tmp_path / "home")
    book = tmp_path / "customers.csv"
    people = [(f"C{n}", invented_name(n * 7), "KP") for n in range(80)]
    book.write_text(customers_csv(people), encoding="utf-8")
    own = Screener(library, as_of=AS_OF)
    current = library.manifest.current
    job = Job(library.folder, current, own.policy.threshold, AS_OF, 2)
    run = assessed(job, own, screen.chunks_of([SourceFile.of(book)], Options()))
    assert len(list(islice(run, ALONE * 5 + 1))) == ALONE * 5 + 1
    assert active_children()
    run.close()  # type: ignore[attr-defined] # a generator
    assert not active_children()


def test_a_process_ended_from_outside_is_told() -> None:
    with pytest.raises(ProcessEnded, match="--workers 1"), Team(_nothing, 2) as team:
        list(team.each(_ended, range(3)))


def _nothing() -> None:
    """Nothing to make ready."""


def _ended(_: int) -> None:
    os.kill(os.getpid(), signal.SIGKILL)
