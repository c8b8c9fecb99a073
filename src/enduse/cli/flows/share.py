"""`enduse flows share`: who has which share of a trade."""

from typing import Annotated

import typer

from enduse.cli.flows import asking, telling
from enduse.cli.flows.spread import spread


@spread
def share(
    typed: asking.Typed,
    by: asking.By = "",
    each: Annotated[
        str, typer.Option("--each", help="A figure for each window, year or month.")
    ] = "window",
    top: asking.Top = 0,
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """The share of each supplier, buyer or good in a trade, with its denominator.

    Example: enduse flows share --partner KG --goods chpl --from 2022-03 --to 2022-11

    """
    from enduse.flows.share import Sharing
    from enduse.flows.share import share as ask

    sharing = Sharing(by, each, top)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), sharing),
        shown,
    )
