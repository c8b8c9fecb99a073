"""`enduse bench`: measure enduse on your own labelled data."""

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enduse.cli import choices, output
from enduse.files.special import refuse_device

if TYPE_CHECKING:
    from enduse.names.bench import BenchResult

app = typer.Typer(no_args_is_help=True)


@app.callback()
def _group() -> None:
    """Measure enduse on your own data.

    Example: enduse bench names pairs.csv --json
    """


@app.command("names")
def names(
    path: Annotated[Path, typer.Argument(metavar="FILE.csv")],
    threshold: Annotated[
        float | None,
        typer.Option(
            min=0.0, max=1.0, callback=choices.number, help="Default: screening's own."
        ),
    ] = None,
    method: Annotated[
        str, typer.Option(help="enduse, ofac, wratio or token-sort.")
    ] = "enduse",
    as_json: choices.AsJson = False,
    show: Annotated[int, typer.Option(help="Misses and false alarms to print.")] = 20,
    fail_on: Annotated[
        float | None,
        typer.Option(
            min=0.0,
            max=1.0,
            callback=choices.number,
            metavar="F1",
            help="Exit 1 when F1 at the threshold is below this.",
        ),
    ] = None,
) -> None:
    """Precision and recall on labelled pairs: columns schema,name1,name2,is_match.

    Examples: enduse bench names pairs.csv --threshold 0.8 --json |
    enduse bench names pairs.csv --fail-on 0.9
    """
    from enduse.names import bench
    from enduse.names.methods import METHODS

    refuse_device(path)
    if method not in METHODS:
        known = ", ".join(METHODS)
        raise typer.BadParameter(f"{method!r} is no method; known: {known}")
    result = bench.run(path, threshold=threshold, method=method)
    if as_json:
        output.print_json(asdict(result))
    else:
        _tell(result, show)
    if fail_on is not None and result.f1 < fail_on:
        raise typer.Exit(1)


def _tell(result: "BenchResult", show: int) -> None:
    """The figures on a line each, then misses and false alarms, `show` of either."""
    for problem in result.problems:
        output.warn(f"enduse: {problem.origin.locator}: {problem.message}")
    say = output.screen.print
    say(f"{result.n:,} pairs at threshold {result.threshold:.3f}")
    say(f"precision {result.precision:.4f}, recall {result.recall:.4f}")
    say(f"F1 {result.f1:.4f}")
    say(f"best F1 {result.best_f1:.4f} at {result.best_threshold:.3f}")
    say(f"{result.us_per_pair:.1f} us a pair")
    for what, rows in (("missed", result.misses), ("false alarm", result.false_alarms)):
        for row in rows[:show]:
            say(f"{what}: {row}", markup=False)
        if len(rows) > show:
            say(f"... and {len(rows) - show} more {what}")
