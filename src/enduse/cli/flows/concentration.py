"""`enduse flows concentration`: how concentrated the suppliers of a trade are."""

from typing import Annotated

import typer

from enduse.cli.flows import asking, options, telling


def concentration(
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
    fail_on: asking.FailOn = "",
    chart: options.Chart = "",
    as_json: options.AsJson = False,
) -> None:
    """The Herfindahl-Hirschman index of the suppliers (or buyers, or goods) of a trade.

    Example: enduse flows concentration --partner KG --goods chpl --each year

    """
    from enduse.flows.concentration import concentration as ask
    from enduse.flows.share import Sharing

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
    sharing = Sharing(by, each)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), sharing),
        as_json=as_json,
        chart=chart,
        fail_on=fail_on,
    )
