"""`enduse flows mirror`: what one side says it sent and the other says arrived."""

from typing import Annotated

import typer

from enduse.cli.flows import asking, options, telling


def mirror(
    reporter: options.Reporters = None,
    partner: options.Partners = None,
    goods: options.Goods = None,
    without: asking.Without = None,
    direction: options.Directions = "",
    since: options.Since = "",
    until: options.Until = "",
    currency: options.Currency = "",
    rates: asking.Rates = None,
    source: options.Sources = None,
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
        float, typer.Option("--cif", help="Freight and insurance in import values.")
    ] = 0.1,
    fail_on: asking.FailOn = "",
    chart: options.Chart = "",
    as_json: options.AsJson = False,
) -> None:
    """What the reporters say they sent, what the partner says arrived, and the ratio.

    Example: enduse flows mirror --reporter EU27_2020 --partner KG --control KZ
    --from 2019 --to 2023

    """
    from enduse.flows.mirror import Mirrored
    from enduse.flows.mirror import mirror as ask

    typed = asking.Typed(
        reporter,
        partner,
        goods,
        without,
        direction,
        since,
        until,
        currency,
        rates,
        source,
    )
    areas = options.areas(controls)
    how = Mirrored(each, pairs, areas, options.period(measure)[:4], cif)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), how),
        as_json=as_json,
        chart=chart,
        fail_on=fail_on,
    )
