"""`enduse flows growth`: by how much a trade rose or fell between two windows."""

from enduse.cli.flows import asking, options, telling


def growth(
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
    pre: asking.Pre = "",
    post: asking.Post = "",
    by: asking.By = "partner",
    floor: asking.Floor = 0.0,
    top: asking.Top = 0,
    fail_on: asking.FailOn = "",
    chart: options.Chart = "",
    as_json: options.AsJson = False,
) -> None:
    """The rise of a trade, by and to how many percent, in comparable codes too.

    With --min-value the lines are ranked by growth, else by the value of the change.

    Example: enduse flows growth --reporter EU27_2020 --partner KG,KZ --goods chpl
    --pre 2021-03..2021-11 --post 2022-03..2022-11

    """
    from enduse.flows.growth import Change
    from enduse.flows.growth import growth as ask

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
    windows = asking.two_windows(pre, post, since, until)
    change = Change(*windows, by, floor, top)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), change),
        as_json=as_json,
        chart=chart,
        fail_on=fail_on,
    )
