"""`enduse rescreen`: a book of customers or payments kept screened, by what changed."""

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import replace
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated

import typer

from enduse.cli import choices, output, rescreened
from enduse.cli.run import context_of
from enduse.engines.local import Team
from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile
from enduse.files.special import is_pipe, refuse_device
from enduse.library.books import Book
from enduse.library.home import home
from enduse.library.store import Library
from enduse.messages.message import Options
from enduse.names.matcher import DEFAULT_THRESHOLD
from enduse.pipeline.line import read
from enduse.pipeline.rescreen import work
from enduse.pipeline.rescreen.difference import Change
from enduse.pipeline.rescreen.query import is_database, table_of
from enduse.pipeline.rescreen.run import Asked, Rescreening
from enduse.pipeline.screen import expand
from enduse.report.html import HtmlReport

_ALONE = 20_000  # subjects that one process does faster than two


def rescreen(
    book: Annotated[
        Path,
        typer.Argument(help="A table or folder of customers or payments; a database."),
    ],
    query: Annotated[
        str, typer.Option(metavar="SQL", help="What to read, of an SQLite database.")
    ] = "",
    out: Annotated[
        str,
        typer.Option(
            "--jsonl", metavar="OUT", help="One changed Assessment a line; - is stdout."
        ),
    ] = "",
    everybody: Annotated[
        bool,
        typer.Option("--all", help="Write every Assessment, not those that changed."),
    ] = False,
    report: choices.Page = None,
    threshold: choices.Threshold = DEFAULT_THRESHOLD,
    as_of: choices.AsOf = "",
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="A column of the table."),
    ] = None,
    fail_on: Annotated[
        str, typer.Option(help="Exit 1 if a change is at this level: stop, high, ...")
    ] = "",
    workers: Annotated[
        int, typer.Option(min=0, help="Processes; 0 is one a core.")
    ] = 0,
    last: Annotated[
        bool,
        typer.Option("--last", help="Tell again what was told last; screen nothing."),
    ] = False,
    as_json: choices.AsJson = False,
) -> None:
    """Screen a book of customers or payments again, where it or the lists changed.

    The first run screens all of it. The result is always that of a full run.

    Exit code 0: ran; 1: a change at or above --fail-on; 2: could not run, or a file of
    the book could not be read (the others were screened).

    Examples: enduse rescreen customers.csv --jsonl changed.jsonl |
    enduse rescreen payments/ --report look-back.html |
    enduse rescreen customers.csv --last
    """
    level = choices.alarm(fail_on) if fail_on else ""
    day = choices.day(as_of) if as_of else datetime.now(UTC).date()
    options = Options(choices.columns(mapping or []))
    output.check_places((out, str(report or "")), [book])
    refuse_device(book)
    if is_pipe(book):
        text = "is a pipe; a book is known by its place, so write it to a file first"
        raise InputUnreadable(str(book), text)
    if not query and is_database(book):
        text = "is a database; say what to read of it: --query 'select ...'"
        raise InputUnreadable(str(book), text)
    place = f"{book.resolve()}{f' {query}' if query else ''}"
    if last:
        if report:
            raise typer.BadParameter("--last goes with --jsonl and --json, no --report")
        rescreened.tell_again(Book(home(), place), out, as_json=as_json)
        return
    with output.working() as counter, table_of(book, query) as found:
        counter.step("opening the library")
        library = Library.open()
        files = [SourceFile.of(path) for path in expand([found])]
        asked = Asked(threshold, day, options)
        with Rescreening(Book(home(), place), library, files, asked) as run:
            run.run(partial(_hire, workers), progress=counter.step)
            counter.step("telling what changed")
            changed = run.changed()
            _write(out, run.lines() if everybody else _said(changed))
            if report:
                _report(report, run, changed)
            rescreened.keep(run, changed)
            run.commit()
    wrote = [str(place) for place in (out, report) if place]
    if as_json:
        output.print_json({**rescreened.plain(run, changed), "wrote": wrote})
    elif out != "-":
        rescreened.tell(run, changed, wrote)
    if any(file.unreadable for file in run.files):
        raise typer.Exit(2)
    if level and any(rescreened.reached(level, change) for change in changed):
        raise typer.Exit(1)


def _hire(workers: int, desk: work.Desk, rows: int) -> AbstractContextManager[Team]:
    several = workers or (os.cpu_count() or 1 if rows >= _ALONE else 1)
    return Team(partial(work.start, desk), several)


def _said(changed: Iterable[Change]) -> Iterable[bytes]:
    return (change.said for change in changed if change.line)


def _write(out: str, lines: Iterable[bytes]) -> None:
    if not out:
        return
    with output.binary_file(out) as stream:
        for line in lines:
            stream.write(line)


def _report(path: Path, run: Rescreening, changed: list[Change]) -> None:
    told = run.asked.as_of, run.asked.threshold, run.files
    context = context_of(run.library, *told, command="enduse rescreen")
    only = rescreened.shown(run, changed)
    page = HtmlReport(replace(context, only=only), run.library.listing)
    for change in changed:
        if change.line:
            page.add(read(change.line))
    page.write(path)
