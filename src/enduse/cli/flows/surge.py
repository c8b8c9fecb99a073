"""`enduse flows surge`: which lines rose out of the ordinary, and since when."""

from typing import Annotated

import typer

from enduse.cli import choices
from enduse.cli.flows import asking, telling
from enduse.cli.flows.spread import spread


@spread
def surge(
    typed: asking.Typed,
    by: asking.By = "partner",
    event: Annotated[
        str, typer.Option("--since", metavar="MONTH", help="Test from this month on.")
    ] = "",
    floor: asking.Floor = 1e5,
    alpha: Annotated[
        float,
        typer.Option(
            "--alpha",
            min=0.0,
            max=1.0,
            callback=choices.number,
            help="Share of false alarms to bear.",
        ),
    ] = 0.05,
    lasting: Annotated[
        str, typer.Option("--lasting", metavar="K/M", help="Persistent: k of m months.")
    ] = "3/4",
    top: asking.Top = 0,
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """Lines that rose beyond their own ordinary swings, largest excess first.

    Example: enduse flows surge --reporter EU27_2020 --goods chpl --since 2022-03
    --by partner --top 20

    """
    from enduse.flows.surge import Alarm
    from enduse.flows.surge import surge as ask

    start = asking.month(event, "--since") if event else ""
    k, m = asking.fraction(lasting)
    alarm = Alarm(by, start, floor, alpha, k, m, top)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), alarm),
        shown,
    )
