"""`enduse flows import`: files of customs statistics into the store."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from enduse import __version__
from enduse.cli import choices, output
from enduse.files.folder import files_under
from enduse.files.special import refuse_device
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
            metavar="FIELD=COLUMN|FILE.toml",
            help="A column of your table, or a value for all of it: reporter=KG.",
        ),
    ] = None,
    source: Annotated[
        str, typer.Option("--source", help="Name the source of these files yourself.")
    ] = "",
    as_json: choices.AsJson = False,
) -> None:
    """Read customs statistics of any known layout into the store.

    UN Comtrade, Eurostat, CEPII BACI, IMF, national tables and tables of your own are
    told apart by their content. The same file is taken once; a cell counts once.

    Examples: enduse flows import downloads/*.csv |
    enduse flows import gacc.csv --map reporter=CN --map direction=X
    """
    from enduse.library.statistics_import import Importing

    said = _fields(mapping or [])
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
    show(outcome, as_json=as_json)
    taken = bool(outcome.imported or outcome.unchanged)
    if outcome.refused and not (taken and _only_folders(paths)):
        raise typer.Exit(2)


def show(outcome: "Outcome", *, as_json: bool) -> None:
    """What came of an import: a table and the problems, or one JSON object."""
    if as_json:
        output.print_json(_plain(outcome))
    else:
        _tell(outcome)


def _fields(said: list[str]) -> dict[str, str]:
    """`FIELD=COLUMN` options and mapping files as one mapping."""
    fields: dict[str, str] = {}
    for text in said:
        if text.endswith(".toml") and Path(text).is_file():
            from enduse.library.statistics_mappings import read

            try:
                fields |= read(Path(text)).fields
            except ValueError as fault:
                raise typer.BadParameter(f"{text}: {fault}") from fault
        else:
            fields |= choices.pairs([text], "FIELD=COLUMN or FILE.toml")
    return fields


def _files(paths: list[Path]) -> list[Path]:
    """The files named, and those in the folders named.

    *Raises* FileNotFoundError; InputUnreadable for a device.
    """
    found: list[Path] = []
    for path in paths:
        if path.is_dir():
            found += files_under(path)
        elif path.exists():
            refuse_device(path)
            found.append(path)
        else:
            raise FileNotFoundError(2, "no such file or folder", str(path))
    return found


def _only_folders(paths: list[Path]) -> bool:
    """Whether no file was named: what else lies in a folder may be no statistics."""
    return all(path.is_dir() for path in paths)


def _plain(outcome: "Outcome") -> dict[str, Any]:
    from enduse.model.encode import to_plain

    return {
        "imported": [to_plain(info) for info in outcome.imported],
        "unchanged": [to_plain(info) for info in outcome.unchanged],
        "refused": [to_plain(problem) for problem in outcome.refused],
        "problems": [to_plain(problem) for problem in outcome.problems],
    }


def _tell(outcome: "Outcome") -> None:
    say = output.screen.print
    for info in outcome.imported:
        say(f"{info.file}", style="bold", markup=False)
        span = info.first if info.first == info.last else f"{info.first} to {info.last}"
        counts = [f"{info.rows:,} rows", f"{info.kept:,} cells"]
        counts += [
            f"{number:,} {what}"
            for number, what in (
                (info.repeated, "repeated"),
                (info.parts, "parts of others"),
                (info.missing, "without a value"),
                (info.refused, "left out"),
                (info.problems, "problems"),
            )
            if number
        ]
        said = f"{info.reader}, {span}: {', '.join(counts)}"
        say(f"  {said}", markup=False)
        say(f"  {info.definition}", style="dim", markup=False)
        if info.about.get("mapping"):
            say(f"  columns: {info.about['mapping']}", style="dim", markup=False)
    for info in outcome.unchanged:
        say(f"{info.file}: already imported, {info.kept:,} cells", markup=False)
    for problem in outcome.problems:
        output.remarks.print(str(problem), markup=False, soft_wrap=True)
    for problem in outcome.refused:
        output.warn(str(problem))
