"""How commands speak: results on stdout, everything else on stderr."""

import json
import os
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any, cast

import orjson
from rich.console import Console

from enduse.errors import OutputUnwritable
from enduse.files.new_file import new_file

if TYPE_CHECKING:
    from rich.progress import Progress

screen = Console(highlight=False, soft_wrap=False)
remarks = Console(stderr=True, highlight=False)


def warn(text: str) -> None:
    """One remark on stderr, never cut or wrapped within a word."""
    remarks.print(text, style="bold red", markup=False, soft_wrap=True)


def print_json(value: Any) -> None:
    """One JSON object on stdout, indented, keys in the order given."""
    text = orjson.dumps(value, option=orjson.OPT_INDENT_2).decode()
    if (sys.stdout.encoding or "utf-8").lower() not in ("utf-8", "utf8"):
        text = json.dumps(orjson.loads(text), indent=2)  # in ASCII alone
    print(text)


@contextmanager
def working() -> Iterator["Counter"]:
    """A progress line on stderr while the block runs; none where it is no terminal."""
    from rich.progress import (
        Progress,
        SpinnerColumn,
        TextColumn,
        TimeElapsedColumn,
    )

    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    seen = remarks.is_terminal
    with Progress(
        *columns, console=remarks, transient=True, disable=not seen
    ) as progress:
        yield Counter(progress)


@contextmanager
def binary_file(place: str) -> Iterator[IO[bytes]]:
    """A stream to the file at `place`, which appears whole when the block ends well.

    `-` is stdout; '' goes nowhere. *Raises* typer.BadParameter for a folder, or where
    there is none to write into.
    """
    if place == "-":
        if sys.stdout is None:  # started with it closed: `>&-`
            raise OutputUnwritable("standard output", "is closed")
        yield sys.stdout.buffer
        sys.stdout.buffer.flush()
    elif not place or place == os.devnull:
        yield cast(IO[bytes], _Nowhere())
    else:
        path = Path(place)
        _check_place(path)
        with new_file(path) as stream:
            yield stream


def _check_place(path: Path) -> None:
    import typer

    if path.is_dir():
        raise typer.BadParameter(f"{path}: is a folder; name a file in it")
    if not path.parent.is_dir():
        raise typer.BadParameter(f"{path.parent}: no such folder; make it first")


def check_places(places: Iterable[str], inputs: Iterable[Path]) -> None:
    """Nothing. Asked before the work, for a fault found after it would lose it.

    *Raises* typer.BadParameter where a result cannot be written to one of `places`, or
    would replace an input.
    """
    import typer

    wanted = {
        Path(place).resolve(): place for place in places if place not in ("", "-")
    }
    for place in wanted.values():
        _check_place(Path(place))
    for path in inputs if wanted else ():
        if path.resolve() in wanted:
            place = wanted[path.resolve()]
            raise typer.BadParameter(f"{place}: is one of the files to be read; "
                                     "give the result another name")  # fmt: skip


class _Nowhere:
    def write(self, data: bytes) -> int:
        return len(data)


class Counter:
    """What is being done, and how much of it is done."""

    def __init__(self, progress: "Progress") -> None:
        self._progress = progress
        self._task = progress.add_task("")
        self._what = ""

    def step(self, what: str) -> None:
        """Say what is being done now."""
        self._what = what
        self._progress.update(self._task, description=what)

    def count(self, done: int) -> None:
        """Say how many are done of it."""
        self._progress.update(self._task, description=f"{self._what}: {done:,}")
