"""`enduse flows surge`: which lines rose out of the ordinary, and since when."""

from typing import Annotated

import typer

from enduse.cli.flows import asking, options, telling


def surge(
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
    by: asking.By = "partner",
    event: Annotated[
        str, typer.Option("--since", metavar="MONTH", help="Test from this month on.")
    ] = "",
    floor: asking.Floor = 1e5,
    alpha: Annotated[
        float, typer.Option("--alpha", help="Share of false alarms to bear.")
    ] = 0.05,
    lasting: Annotated[
        str, typer.Option("--lasting", metavar="K/M", help="Persistent: k of m months.")
    ] = "3/4",
    top: asking.Top = 0,
    fail_on: asking.FailOn = "",
    chart: options.Chart = "",
    as_json: options.AsJson = False,
) -> None:
    """Lines that rose beyond their own ordinary swings, largest excess first.

    Example: enduse flows surge --reporter EU27_2020 --goods chpl --since 2022-03
    --by partner --top 20

    """
    from enduse.flows.surge import Alarm
    from enduse.flows.surge import surge as ask

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
    start = asking.month(event, "--since") if event else ""
    k, m = asking.fraction(lasting)
    alarm = Alarm(by, start, floor, alpha, k, m, top)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), alarm),
        as_json=as_json,
        chart=chart,
        fail_on=fail_on,
    )
