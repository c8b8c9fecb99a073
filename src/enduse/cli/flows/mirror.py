"""`enduse flows mirror`: what one side says it sent and the other says arrived."""

from typing import Annotated

import typer

from enduse.cli import choices
from enduse.cli.flows import asking, options, telling
from enduse.cli.flows.spread import spread


@spread
def mirror(
    typed: asking.Typed,
    controls: Annotated[
        list[str] | None,
        typer.Option("--control", help="Partners to compare with; not in question."),
    ] = None,
    pairs: Annotated[
        bool, typer.Option("--pairs", help="A line for each reporter.")
    ] = False,
    each: Annotated[
        str, typer.Option("--each", help="A figure for each year or month.")
    ] = "year",
    measure: Annotated[
        str, typer.Option("--event", metavar="YEAR", help="First year in question.")
    ] = "2022",
    cif: Annotated[
        float,
        typer.Option(
            "--cif",
            min=0.0,
            max=1.0,
            callback=choices.number,
            help="Freight and insurance in import values, as a share.",
        ),
    ] = 0.1,
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """What the reporters say they sent, what the partner says arrived, and the ratio.

    Example: enduse flows mirror --reporter EU27_2020 --partner KG --control KZ
    --from 2019 --to 2023

    """
    from enduse.flows.mirror import Mirrored
    from enduse.flows.mirror import mirror as ask

    areas = options.areas(controls)
    how = Mirrored(each, pairs, areas, options.period(measure)[:4], cif)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), how),
        shown,
    )
