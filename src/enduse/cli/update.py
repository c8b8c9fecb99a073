"""`enduse update`: fetch official lists, or import files already on disk."""

import re
from pathlib import Path
from typing import Annotated, Any

import typer

from enduse import __version__
from enduse.cli import choices, output
from enduse.cli.flows import fetching, options
from enduse.errors import InputUnreadable
from enduse.files.source_file import SourceFile
from enduse.library import families
from enduse.library.home import home
from enduse.library.publication import Publication
from enduse.library.update import Outcome, Update
from enduse.lists.own.files import table_records
from enduse.lists.record import Record
from enduse.report import words

_NAMING = frozenset(
    ("name", "first_name", "last_name", "original_name", "alias", "address", "lei")
)


def update(
    names: Annotated[
        list[str] | None,
        typer.Argument(metavar="[SOURCE]...", help="Sources to fetch; default: all."),
    ] = None,
    paths: Annotated[
        list[Path] | None,
        typer.Option("--from", metavar="PATH", help="Import a file or folder instead."),
    ] = None,
    own: Annotated[
        str, typer.Option(help="Import FILE as your own list of this name.")
    ] = "",
    mapping: Annotated[
        list[str] | None,
        typer.Option("--map", metavar="FIELD=COLUMN", help="A column of your list."),
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Switch in what the checks refuse.")
    ] = False,
    history: Annotated[
        bool, typer.Option("--history", help="Also keep older publications given.")
    ] = False,
    reporter: options.Reporters = None,
    partner: options.Partners = None,
    code: Annotated[
        list[str] | None, typer.Option("--code", help="comtrade: codes of goods.")
    ] = None,
    period: Annotated[
        list[str] | None,
        typer.Option("--period", help="comtrade: 2023, or 2023-01..2023-12."),
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Bring the library up to date: fetch or import, check, index, switch at once.

    Until the last step the old library stays in use; killed at any moment, it works.
    Exit code 2: a source could not be brought up to date; the others were.

    Examples: enduse update | enduse update un-sc eu-fsf |
    enduse update --from downloads/ | enduse update --from own.xlsx --own "house list" |
    enduse update comtrade --reporter KG --partner CN --code 8542 --period 2023
    """
    wanted = fetching.Wanted(reporter or [], partner or [], code or [], period or [])
    if names == ["comtrade"] and not paths:
        fetching.fetch(wanted, as_json=as_json)
        return
    if wanted:
        text = "--reporter, --partner, --code and --period are for: update comtrade"
        raise typer.BadParameter(text)
    given = [*(paths or []), *(Path(n) for n in names or [] if paths)]
    with output.working() as counter:
        job = Update(
            home() / "library",
            f"enduse {__version__}",
            force=force,
            history=history,
            say=counter.step,
            progress=counter.count,
        )
        if own:
            outcome = _import_own(job, given, own, mapping or [])
        elif paths:
            outcome = job.from_paths(given)
            if outcome.empty:
                named = ", ".join(map(str, given))
                raise InputUnreadable(
                    named, "holds no file; name files, or their folder"
                )
        else:
            outcome = job.from_publishers(_fetchable(names or []))
    if as_json:
        output.print_json(_plain(outcome))
    else:
        _tell(outcome, history=history)
    kept = history and outcome.older
    if outcome.failed or not (outcome.switched or outcome.unchanged or kept):
        raise typer.Exit(2)


def _fetchable(names: list[str]) -> list[str]:
    cards = families.cards()
    unknown = [name for name in names if name not in cards]
    if unknown:
        known = ", ".join(sorted(s for s, c in cards.items() if c.urls))
        raise typer.BadParameter(f"no source {', '.join(unknown)}; known: {known}")
    return names or [source for source, card in cards.items() if card.urls]


def _import_own(job: Update, given: list[Path], name: str, said: list[str]) -> Outcome:
    from enduse.lists.own import table as own_table

    if len(given) != 1 or not given[0].is_file():
        raise typer.BadParameter("--own takes exactly one file, with --from FILE")
    file = SourceFile.of(given[0])
    slug = re.sub(r"[^a-z0-9]+", "-", name.lower()).strip("-")
    if not slug:
        raise typer.BadParameter(f"{name!r} has no letter or digit to name the list by")
    source = f"own-{slug}"
    mapping = own_table.guess(file)
    mapping.update({f: [c] for f, c in choices.pairs(said, "FIELD=COLUMN").items()})
    try:
        data = own_table.mapping_file(mapping)
    except ValueError as fault:
        raise typer.BadParameter(str(fault)) from None
    _check_columns(file, mapping)
    for field_name, columns in mapping.items():
        output.remarks.print(f"  {field_name}: {', '.join(columns)}")
    publication = Publication("own", source, (file,))
    return job.own(publication, data)


def _check_columns(file: SourceFile, mapping: dict[str, list[str]]) -> None:
    """Nothing. *Raises* typer.BadParameter, InputUnreadable: what to say otherwise."""
    there: dict[str, None] = {}
    why = "holds no row of a table under headings"
    for row in table_records(file, "own"):
        if isinstance(row, Record):
            there |= dict.fromkeys(row.values)
        elif row.severity == "error":
            why = row.message
    if not there:
        raise InputUnreadable(str(file.path), why)
    held = f"the table has: {', '.join(there)}"
    for column in (c for columns in mapping.values() for c in columns):
        if column not in there:
            raise typer.BadParameter(f"there is no column {column!r}; {held}")
    if not _NAMING & set(mapping):
        text = "no column is known to hold names; say which: --map name=COLUMN"
        raise typer.BadParameter(f"{text}; {held}")


def _plain(outcome: Outcome) -> dict[str, Any]:
    return {
        "switched": [
            {
                "source": snapshot.info.source,
                "snapshot": snapshot.info.sha256,
                "published": str(snapshot.info.published or "") or None,
                "entries": snapshot.info.entries,
                "problems": snapshot.info.problems,
            }
            for snapshot in outcome.switched
        ],
        "unchanged": outcome.unchanged,
        "same": outcome.same,
        "refused": [str(fault) for fault in outcome.refused],
        "older": [publication.label for publication in outcome.older],
        "unknown": [str(path) for path in outcome.unknown],
    }


def _tell(outcome: Outcome, *, history: bool) -> None:
    say = output.screen.print
    for snapshot in outcome.switched:
        info = snapshot.info
        day = info.published or "of unknown date"
        faults = f", {info.problems:,} problems" if info.problems else ""
        same = "; it was here already" if info.source in outcome.same else ""
        say(f"{info.source}: {info.entries:,} entries, {day}{faults}{same}")
    for source in outcome.unchanged:
        say(f"{source}: nothing newer at the publisher")
    if outcome.older:
        number = words.count(len(outcome.older), "older publication")
        kept = "kept for --snapshot" if history else "--history keeps them"
        say(f"{number} not switched in; {kept}")
    for path in outcome.unknown[:10]:
        say(f"not a list enduse knows: {path}", style="dim", markup=False)
    if len(outcome.unknown) > 10:
        say(f"... and {len(outcome.unknown) - 10} more", style="dim")
    if outcome.unknown and not outcome.switched:
        say("A list of your own is imported with: --from FILE --own NAME")
    for fault in outcome.refused:
        output.warn(f"enduse: {fault}")
    if outcome.refused:
        output.remarks.print("What was refused is not in use; everything else is.")
