"""`enduse flows report`: the whole dossier of one trade, as a folder."""

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from enduse.cli import choices, output
from enduse.cli.flows import asking, options, telling

if TYPE_CHECKING:
    from enduse.report.dossier.asked import Matter
    from enduse.report.dossier.folder import Cover


def report(
    into: Annotated[
        list[str] | None,
        typer.Option("--into", metavar="AREA", help="Where the goods are to arrive."),
    ] = None,
    goods: options.Goods = None,
    out: Annotated[
        str, typer.Option("--out", metavar="DIR", help="The folder to make.")
    ] = "",
    reporter: options.Reporters = None,
    without: asking.Without = None,
    currency: options.Currency = "",
    rates: asking.Rates = None,
    source: options.Sources = None,
    via: Annotated[
        list[str] | None,
        typer.Option(
            "--via", metavar="AREA,...", help="Hubs; default: whose receipts rose most."
        ),
    ] = None,
    event: Annotated[
        str, typer.Option("--event", metavar="MONTH", help="The month in question.")
    ] = "2022-03",
    pre: asking.Pre = "",
    post: asking.Post = "",
    as_json: choices.AsJson = False,
) -> None:
    """Every question about one trade, answered and drawn, in one folder.

    index.html holds the pictures; beside it each answer as page, SVG, JSON and CSV. An
    earlier dossier in the folder is replaced; a folder with other files is left alone.

    Example: enduse flows report --into RU --goods chpl --out dossier

    """
    from enduse.report.dossier.asked import matter_of, sections
    from enduse.report.dossier.folder import free, write

    if not out:
        raise typer.BadParameter("say where to put it: --out DIR")
    target = options.areas(into)
    if len(target) != 1:
        raise typer.BadParameter("name one --into: the target, such as RU")
    typed = asking.Typed(
        reporter=reporter,
        partner=list(target),
        goods=goods,
        without=without,
        currency=currency,
        rates=rates,
        source=source,
    )
    said = {
        "hubs": options.areas(via),
        "pre": asking.window(pre, "--pre") if pre or post else None,
        "post": asking.window(post, "--post") if pre or post else None,
    }
    place = Path(out)
    flows = asking.statistics()
    with output.working() as progress:
        progress.step("looking for the way round")
        try:
            free(place)
            month = asking.month(event, "--event")
            matter = matter_of(flows, asking.query(typed), month, **said)
            asked = sections(flows, matter)
            parts = write(place, _cover(matter), asked, telling.plain, progress.step)
        except ValueError as fault:
            raise typer.BadParameter(str(fault)) from fault
    done = {p.name: {"files": list(p.files), "why": p.why} for p in parts}
    if as_json:
        output.print_json({"out": str(place), "parts": done})
        return
    for part in parts:
        title = part.figure.title if part.figure else f"not answered: {part.why}"
        output.screen.print(f"{part.title}: {title}", markup=False)
    output.screen.print(f"The dossier: {place / 'index.html'}", markup=False)


def _cover(matter: "Matter") -> "Cover":
    """What the index says at its top."""
    from enduse.flows import areas
    from enduse.flows.query import words
    from enduse.report.dossier.folder import Cover
    from enduse.report.visible import visible

    lines = [
        ("Trade", words(matter.query)),
        ("Windows", f"{matter.pre} (before), {matter.post} (after)"),
        ("In question since", matter.event),
        (
            "Hubs looked at",
            ", ".join(areas.title(hub) for hub in matter.hubs) or "none",
        ),
    ]
    title = f"Goods on the way to {areas.title(matter.target)}: {matter.query.goods}"
    told = tuple((head, visible(text)) for head, text in lines)
    return Cover(visible(title, limit=200), told)
