"""`enduse flows share`: who has which share of a trade."""

from typing import Annotated

import typer

from enduse.cli.flows import asking, options, telling


def share(
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
    by: asking.By = "",
    each: Annotated[
        str, typer.Option("--each", help="A figure for each window, year or month.")
    ] = "window",
    top: asking.Top = 0,
    fail_on: asking.FailOn = "",
    chart: options.Chart = "",
    as_json: options.AsJson = False,
) -> None:
    """The share of each supplier, buyer or good in a trade, with its denominator.

    Example: enduse flows share --partner KG --goods chpl --from 2022-03 --to 2022-11

    """
    from enduse.flows.share import Sharing
    from enduse.flows.share import share as ask

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
    sharing = Sharing(by, each, top)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), sharing),
        as_json=as_json,
        chart=chart,
        fail_on=fail_on,
    )
