"""`enduse flows import`: files of customs statistics into the store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse import __version__
from enduse.cli import choices, output
from enduse.cli.flows import options
from enduse.library.home import home

if TYPE_CHECKING:  # polars is loaded by what is asked of it
    from enduse.library.statistics_import import Outcome


def import_files(
    paths: Annotated[list[Path], typer.Argument(metavar="FILE...")],
    layout: Annotated[
        str, typer.Option("--format", help="The layout, where sniffing gets it wrong.")
    ] = "",
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map",
            metavar="FIELD=COLUMN",
            help="A column of your table, or a value for all of it: reporter=KG.",
        ),
    ] = None,
    source: Annotated[
        str, typer.Option("--source", help="Name the source of these files yourself.")
    ] = "",
    as_json: options.AsJson = False,
) -> None:
    """Read customs statistics of any known layout into the store.

    UN Comtrade, Eurostat, CEPII BACI, IMF, national tables and tables of your own are
    told apart by their content. The same file is taken once; a cell counts once.

    Examples: enduse flows import downloads/*.csv |
    enduse flows import gacc.csv --map reporter=CN --map direction=X
    """
    from enduse.library.statistics_import import Importing

    said = choices.pairs(mapping or [], "FIELD=COLUMN")
    with output.working() as counter:
        job = Importing(
            home() / "flows",
            f"enduse {__version__}",
            layout=layout,
            source=source,
            mapping=said,
            say=counter.step,
        )
        outcome = job.files(_files(paths))
    if as_json:
        output.print_json(_plain(outcome))
    else:
        _tell(outcome)
    if outcome.refused:
        raise typer.Exit(2)


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and those in the folders named. *Raises* FileNotFoundError."""
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += sorted(p for p in path.rglob("*") if p.is_file())
        elif path.exists():
            found.append(path)
        else:
            raise FileNotFoundError(2, "no such file or folder", str(path))
    return found


def _plain(outcome: "Outcome") -> dict[str, Any]:
    from enduse.model.encode import to_plain

    return {
        "imported": [to_plain(info) for info in outcome.imported],
        "unchanged": [to_plain(info) for info in outcome.unchanged],
        "refused": [to_plain(problem) for problem in outcome.refused],
        "problems": [to_plain(problem) for problem in outcome.problems],
    }


def _tell(outcome: "Outcome") -> None:
    from rich.table import Table

    say = output.screen.print
    if outcome.imported:
        table = Table(box=None, padding=(0, 2), header_style="bold")
        table.add_column("file", overflow="fold")
        table.add_column("read as")
        for name in ("rows", "cells", "repeated", "parts", "missing", "problems"):
            table.add_column(name, justify="right")
        for info in outcome.imported:
            counts = (info.rows, info.kept, info.repeated, info.parts, info.missing)
            said = (f"{n:,}" for n in (*counts, info.problems))
            table.add_row(info.file, info.reader, *said)
        say(table)
    for info in outcome.unchanged:
        say(f"{info.file}: already imported, {info.kept:,} cells", markup=False)
    for problem in outcome.problems:
        output.remarks.print(str(problem), markup=False, soft_wrap=True)
    for problem in outcome.refused:
        output.warn(str(problem))
