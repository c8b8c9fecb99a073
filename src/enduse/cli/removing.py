"""`enduse sources --remove`: what is taken out, and what that means."""

import typer
from rich.text import Text

from enduse.cli import indented, output
from enduse.library import families, removal, statistics_removal
from enduse.library.home import home
from enduse.library.statistics import Statistics
from enduse.library.statistics_removal import Removed
from enduse.library.store import Library


def remove(source: str, *, as_json: bool) -> None:
    """Take a source out, and say what that means. *Raises* typer.BadParameter."""
    statistics = statistics_removal.remove(home(), source)
    if statistics.files:
        _tell_statistics(statistics, as_json=as_json)
        return
    try:
        snapshot = removal.remove(home() / "library", source)
    except ValueError as fault:
        known = ", ".join(sorted({info.source for info in Statistics.open().imported}))
        more = f"; statistics of: {known}" if known else ""
        raise typer.BadParameter(f"{fault}{more}") from None
    library = Library.open()
    left = [] if library.is_sample else list(library.manifest.current)
    left += library.goods.current
    if as_json:
        removed = {"id": source, "snapshot": snapshot.name, "kept": str(snapshot)}
        output.print_json({"removed": removed, "left": sorted(left)})
        return
    card = families.cards().get(source)
    comes = "fetches it again, unless told which" if card and card.urls else ""
    said = [
        f"{source}: taken out of the library; {len(left)} left.",
        "The name index is made anew on next use." if left else "",
        f"Its files stay, so that old results can be derived again: {snapshot}",
        "Decisions on it stay, and apply if it comes back.",
        f"enduse update {comes}." if comes else "",
    ]
    head, *rest = filter(None, said)
    indented.say(head, rest=4)
    for line in rest:
        output.screen.print(Text(f"    {line}"), style="dim", soft_wrap=True)
    if library.is_sample:
        output.warn("enduse: no list is left; what stands in is the embedded sample")


def _tell_statistics(removed: Removed, *, as_json: bool) -> None:
    if as_json:
        files = [
            {"id": info.source, "file": info.file, "snapshot": info.sha256}
            for info in removed.files
        ]
        kept = [str(path) for path in removed.kept]
        output.print_json({"removed": files, "kept": kept, "left": removed.left})
        return
    for info, path in zip(removed.files, removed.kept, strict=True):
        said = f"{info.source}: {info.file}, {info.kept:,} cells, taken out."
        indented.say(said, rest=4)
        output.screen.print(
            Text(f"    Its cells stay, and count no more: {path}"),
            style="dim",
            soft_wrap=True,
        )
    left = "1 file" if removed.left == 1 else f"{removed.left} files"
    output.screen.print(f"{left} of statistics left.")
