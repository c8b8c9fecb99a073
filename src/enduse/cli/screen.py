"""`enduse screen`: payments and customers in, assessments out."""

from datetime import date
from pathlib import Path
from typing import Annotated

import typer

from enduse.cli import choices, output
from enduse.cli.run import Engine, Run
from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile
from enduse.files.special import is_pipe, readable_again, refuse_device
from enduse.library.store import Library
from enduse.messages.message import Options
from enduse.names.matcher import DEFAULT_THRESHOLD
from enduse.pipeline import line as jsonl
from enduse.pipeline.line import read
from enduse.pipeline.screen import expand
from enduse.pipeline.screener import ENGINE, Screener


def screen(
    files: Annotated[list[Path], typer.Argument(help="Files or folders; - is stdin.")],
    out: Annotated[
        str,
        typer.Option(
            "--jsonl", metavar="OUT", help="One Assessment a line; - is stdout."
        ),
    ] = "",
    report: choices.Page = None,
    threshold: choices.Threshold = DEFAULT_THRESHOLD,
    as_of: choices.AsOf = "",
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=COLUMN", help="A column of a customer table."
        ),
    ] = None,
    snapshot: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOURCE=SHA256", help="Use this snapshot, and only those named."
        ),
    ] = None,
    as_in: Annotated[
        Path | None,
        typer.Option(
            "--as-in",
            metavar="RESULTS.jsonl",
            help="Use the lists and the day of earlier results.",
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            help="Exit 1 from this outcome or severity on: stop, review, high, ..."
        ),
    ] = "",
    workers: Annotated[
        int, typer.Option(min=0, help="Processes for large input; 0 is one a core.")
    ] = 0,
    engine: Annotated[
        Engine, typer.Option(help="What runs it; both give the same bytes.")
    ] = Engine.LOCAL,
    as_json: choices.AsJson = False,
) -> None:
    """Screen any mix of payments, trade documents and customer files.

    Writes one assessment for each payment, customer and deal; the papers of one deal
    are put together. Exit code 0: ran; 1: something at or above --fail-on; 2: a file
    could not be read (the others were screened).

    Examples: enduse screen payments/ book.csv --jsonl out.jsonl --report out.html |
    enduse screen payments/ --as-in out.jsonl --jsonl again.jsonl
    """
    level = choices.alarm(fail_on) if fail_on else ""
    at = choices.pairs(snapshot or [], "SOURCE=SHA256")
    day = choices.day(as_of) if as_of else None
    if as_in:
        if at or day:
            raise typer.BadParameter("--as-in goes without --snapshot and --as-of")
        at, day = _then(as_in)
    options = Options(choices.columns(mapping or []))
    output.check_places((out, str(report or "")), expand(files))
    for path in files:
        if not path.exists() and not is_pipe(path):
            output.warn(f"enduse: {path}: no such file or folder; the others go on")
    with readable_again(files) as paths, output.working() as counter:
        inputs = [SourceFile.of(path) for path in expand(paths)]
        if not inputs:
            text = "holds no file; name a folder with files in it"
            raise InputUnreadable(", ".join(map(str, files)), text)
        counter.step("opening the library")
        screener = Screener(Library.open(at=at), threshold=threshold, as_of=day)
        job = Run(screener, level, report is not None, workers, engine=engine)
        counter.step("screening")
        with output.binary_file(out) as lines:
            for count, assessment in enumerate(job.run(inputs, options), start=1):
                lines.write(jsonl.line(assessment))
                if count % 100 == 0:
                    counter.count(count)
        if report:
            counter.step("writing the report")
            job.write_report(report)
    job.tell(as_json, out, report)
    if any(file.unreadable for file in job.files):
        raise typer.Exit(2)
    if job.alarmed:
        raise typer.Exit(1)


def _then(results: Path) -> tuple[dict[str, str], date]:
    """The snapshots and the day of earlier results. *Raises* InputUnreadable."""
    refuse_device(results)
    try:
        with results.open("rb") as lines:
            first = read(next(line for line in lines if line.strip()))
    except (OSError, ValueError, StopIteration):
        said = "is no result of enduse screen: name its JSON Lines"
        raise InputUnreadable(str(results), said) from None
    if first.engine != ENGINE:
        output.warn(f"enduse: these results were made by {first.engine}, not {ENGINE}")
    return dict(first.library), first.as_of
