"""`enduse rescreen`: a customer book kept screened, by what changed."""

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import asdict
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Annotated, Any

import typer

from enduse.cli import choices, output
from enduse.cli.run import context_of
from enduse.engines.local import Team
from enduse.files.source_file import SourceFile
from enduse.library.books import Book
from enduse.library.home import home
from enduse.library.store import Library
from enduse.messages.message import Options
from enduse.names.matcher import DEFAULT_THRESHOLD
from enduse.pipeline.line import read
from enduse.pipeline.policy import FRESHNESS
from enduse.pipeline.rescreen import work
from enduse.pipeline.rescreen.difference import Change
from enduse.pipeline.rescreen.query import table_of
from enduse.pipeline.rescreen.run import Asked, Rescreening
from enduse.pipeline.screen import FileRead, expand
from enduse.pipeline.screener import ENGINE
from enduse.report.html import HtmlReport

_ALONE = 20_000  # customers that one process does faster than two


def rescreen(
    book: Annotated[
        Path, typer.Argument(help="A table of customers, a folder, or a database.")
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
        bool, typer.Option("--all", help="Write every customer's Assessment.")
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
    as_json: choices.AsJson = False,
) -> None:
    """Screen a book of customers again, where the lists or the book changed.

    The first run screens all of it. The result is always that of a full run.

    Exit code 0: ran; 1: a change at or above --fail-on; 2: could not run.

    Example: enduse rescreen customers.csv --jsonl changed.jsonl
    """
    level = choices.alarm(fail_on) if fail_on else ""
    day = choices.day(as_of) if as_of else datetime.now(UTC).date()
    options = Options(choices.pairs(mapping or [], "FIELD=COLUMN"))
    output.check_places((out, str(report or "")), [book])
    place = f"{book.resolve()}{f' {query}' if query else ''}"
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
                _report(report, run, changed, files)
            run.commit()
    _tell(run, changed, as_json, [str(place) for place in (out, report) if place])
    if level and any(_reached(level, change) for change in changed):
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


def _report(
    path: Path, run: Rescreening, changed: list[Change], files: list[SourceFile]
) -> None:
    said = [
        FileRead(f.name, f.sha256, "book", run.scope.customers, False) for f in files
    ]
    told = run.asked.as_of, run.asked.threshold, said
    context = context_of(run.library, *told, command="enduse rescreen: what changed")
    page = HtmlReport(context, run.library.listing)
    for change in changed:
        if change.line:
            page.add(read(change.line))
    page.write(path)


def _reached(level: str, change: Change) -> bool:
    if not change.line:
        return False
    one = read(change.line)
    severities: set[str] = {f.severity for f in one.findings if f.rule != FRESHNESS}
    return choices.reached(level, one.outcome, severities)


def _tell(
    run: Rescreening, changed: list[Change], as_json: bool, wrote: list[str]
) -> None:
    plain = _plain(run, changed)
    if as_json:
        output.print_json({**plain, "wrote": wrote})
        return
    scope, lists = run.scope, plain["listings"]
    why = f"all, since {scope.full}" if scope.full else "those concerned"
    say = partial(output.screen.print, markup=False)
    say(f"{scope.customers:,} customers; screened {scope.screened:,}: {why}")
    counts = ", ".join(f"{lists[key]:,} {key}" for key in lists) if lists else "none"
    say(f"Listings that changed: {counts}")
    alerts = plain["alerts"]
    say("Alerts: " + ", ".join(f"{alerts[key]:,} {key}" for key in alerts))
    for change in changed[:20]:
        marks = [*(f"+{x}" for x in change.began), *(f"-{x}" for x in change.ended)]
        marks += [f"~{x}" for x in change.moved]
        came = f"{change.kind}, {change.outcome or 'gone'}"
        say(f"  {change.ref}: {came}: {', '.join(marks)}")
    if len(changed) > 20:
        say(f"  and {len(changed) - 20:,} more; --jsonl writes them all")
    for place in wrote:
        say(f"Wrote {place}")


def _plain(run: Rescreening, changed: list[Change]) -> dict[str, Any]:
    scope, change = run.scope, run.scope.listings
    told = [asdict(one) for one in changed]
    for one in told:
        del one["line"]
    return {
        "book": run.book.place,
        "customers": scope.customers,
        "customers_new": scope.new_customers,
        "customers_gone": scope.gone_customers,
        "screened": scope.screened,
        "full": scope.full or None,
        "listings": {
            "new": len(change.new),
            "changed": len(change.changed),
            "removed": len(change.removed),
        }
        if change
        else None,
        "alerts": {
            "new": sum(len(one.began) for one in changed),
            "ended": sum(len(one.ended) for one in changed),
            "changed": sum(len(one.moved) for one in changed),
        },
        "outcomes": run.outcomes(),
        "changes": told,
        "library": run.library.manifest.current,
        "sample": run.library.is_sample,
        "as_of": run.asked.as_of.isoformat(),
        "threshold": run.asked.threshold,
        "engine": ENGINE,
    }
