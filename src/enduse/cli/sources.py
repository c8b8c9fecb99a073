"""`enduse sources`: what is in the library, how old, how many, under which licence."""

from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import Annotated, Any

import typer
from rich.text import Text

from enduse.cli import choices, indented, output, removing
from enduse.library.home import home
from enduse.library.statistics import Imported, Statistics
from enduse.library.store import Library, SourceState
from enduse.library.verify import Verified
from enduse.library.verify import verify as hashed
from enduse.model.encode import to_plain
from enduse.pipeline import freshness


def sources(
    as_json: choices.AsJson = False,
    verify: Annotated[
        bool,
        typer.Option("--verify", help="Hash every stored file again, old ones too."),
    ] = False,
    remove: Annotated[
        str, typer.Option(metavar="SOURCE", help="Take this one out of the library.")
    ] = "",
    fail_on: Annotated[
        str,
        typer.Option(help="Exit 1 when a list is stale (medium) or long so (high)."),
    ] = "",
) -> None:
    """Show every source: date, entries, snapshot, age, licence, law.

    With --remove one source is used no more. Its files and what was decided on it stay.
    Statistics are named by their source, their file or the start of their snapshot.

    Examples: enduse sources --json | enduse sources --fail-on high |
    enduse sources --remove own-house-list |
    enduse sources --remove kg-imports-2023.csv
    """
    level = choices.alarm(fail_on) if fail_on else ""
    if remove:
        if verify or level:
            raise typer.BadParameter("--remove goes without --verify and --fail-on")
        removing.remove(remove, as_json=as_json)
        return
    library = Library.open()
    today = datetime.now(UTC).date()
    lists, goods = list(library.states()), list(library.goods_states())
    verified = hashed(home(), library.folder) if verify else None
    statistics = Statistics.open().imported
    told = freshness.findings(library, today)
    alarmed = level and choices.come_to(level, {one.severity for one in told})
    if as_json:
        rows = [_plain(state, today, "parties") for state in lists]
        rows += [_plain(state, today, "goods") for state in goods]
        shown = {"sources": rows, "missing": [c.id for c in library.missing()]}
        shown |= {"statistics": [to_plain(i) for i in statistics]}
        shown |= {"verified": to_plain(verified)} if verified else {}
        output.print_json(shown)
    else:
        _tell_all(library, lists, goods, statistics, today=today)
        if verified:
            _tell_verified(verified)
    if verified and verified.damaged:
        raise typer.Exit(2)
    if alarmed:
        raise typer.Exit(1)


def _tell_all(
    library: Library,
    lists: list[SourceState],
    goods: list[SourceState],
    statistics: Sequence[Imported],
    *,
    today: date,
) -> None:
    for state in (*lists, *goods):
        _tell(state, today)
    for info in statistics:
        _tell_statistics(info)
    if library.is_sample:
        output.screen.print(
            "[bold]This is the embedded sample, not a list.[/bold] "
            "Fetch the lists with: enduse update"
        )
        return
    for card in library.missing():
        indented.say(f"missing: {card.id} ({card.title})", rest=4, style="bold red")
    if library.missing():
        output.screen.print("Fetch them with: enduse update")


def _tell_verified(found: Verified) -> None:
    """Whether what is stored is as it was, in a line; each file that is not."""
    for one in found.damaged:
        output.warn(f"enduse: {one.path}: {one.reason}")
    count = f"{found.snapshots:,} snapshots hashed"
    said = f"{len(found.damaged):,} files are damaged" if found.damaged else "all sound"
    output.screen.print(f"{count}: {said}", style="red" if found.damaged else "")
    if found.unnoted:
        text = (
            f"{len(found.unnoted):,} were read by an earlier version: only their "
            "publishers' files could be held against a hash"
        )
        output.screen.print(text, style="dim")


def _plain(state: SourceState, today: date, kind: str) -> dict[str, Any]:
    card, info = state.card, state.snapshot.info
    return {
        "id": card.id,
        "kind": kind,
        "title": card.title,
        "publisher": card.publisher,
        "jurisdiction": card.jurisdiction,
        "published": info.published.isoformat() if info.published else None,
        "published_by": info.published_by,
        "entries": info.entries,
        "snapshot": info.sha256,
        "fetched": info.fetched,
        "age_days": state.age_days(today),
        "stale": state.is_stale(today),
        "licence": card.licence,
        "licence_url": card.licence_url,
        "law": [to_plain(cite) for cite in card.law],
        "current": True,
        "problems": info.problems,
        "files": [to_plain(file) for file in info.files],
    }


def _days(count: int) -> str:
    return "1 day" if count == 1 else f"{count} days"


def _tell(state: SourceState, today: date) -> None:
    card, info = state.card, state.snapshot.info
    stale = state.is_stale(today)
    said = [
        f"{info.entries:,} entries",
        f"published {info.published or 'on an unknown day'}",
        f"{_days(state.age_days(today))} old{' (stale)' if stale else ''}",
    ]
    if info.problems:
        said.append(f"{info.problems:,} problems")
    head = Text(f"{card.id}  ", style="bold").append(", ".join(said), style="not bold")
    indented.say(head, rest=4, style="yellow" if stale else "")
    body = f"{card.title}\n{card.licence}\nsnapshot {info.sha256}"
    indented.say(body, first=4, rest=4, style="dim")


def _tell_statistics(info: Imported) -> None:
    span = info.first if info.first == info.last else f"{info.first} to {info.last}"
    said = f"{info.kept:,} cells, {span}, imported {info.imported[:10]}"
    head = Text(f"{info.source}  ", style="bold").append(said, style="not bold")
    indented.say(head, rest=4)
    body = f"{info.file}\n{info.definition}\nsnapshot {info.sha256}"
    indented.say(body, first=4, rest=4, style="dim")
