"""`enduse flows concentration`: how concentrated the suppliers of a trade are."""

from typing import Annotated

import typer

from enduse.cli.flows import asking, telling
from enduse.cli.flows.spread import spread


@spread
def concentration(
    typed: asking.Typed,
    by: asking.By = "",
    each: Annotated[
        str, typer.Option("--each", help="A figure for each window, year or month.")
    ] = "window",
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """The Herfindahl-Hirschman index of the suppliers (or buyers, or goods) of a trade.

    Example: enduse flows concentration --partner KG --goods chpl --each year

    """
    from enduse.flows.concentration import concentration as ask
    from enduse.flows.share import Sharing

    sharing = Sharing(by, each)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), sharing),
        shown,
    )
