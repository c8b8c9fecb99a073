"""`enduse flows unit-value`: which prices are out of line; price and quantity."""

from typing import Annotated

import typer

from enduse.cli import choices
from enduse.cli.flows import asking, telling
from enduse.cli.flows.spread import spread


@spread
def unit_value(
    typed: asking.Typed,
    per: Annotated[
        str, typer.Option("--per", help="Divide by net_kg or by quantity.")
    ] = "net_kg",
    by: asking.By = "partner",
    limit: Annotated[
        float,
        typer.Option(
            "--limit",
            min=0.0,
            callback=choices.number,
            help="Robust deviations that are out of line.",
        ),
    ] = 3.5,
    floor: asking.Floor = 0.0,
    pre: asking.Pre = "",
    post: asking.Post = "",
    every: Annotated[
        bool, typer.Option("--all", help="Every unit value, not only outliers.")
    ] = False,
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """Unit values out of line; with --pre and --post price and quantity of a change.

    Example: enduse flows unit-value --reporter CN --goods 811292 --from 2023 --to 2024

    """
    from enduse.flows.unit_value import Pricing
    from enduse.flows.unit_value import unit_value as ask

    if per not in ("net_kg", "quantity"):
        raise typer.BadParameter(f"{per!r}: --per is net_kg or quantity")
    before = asking.window(pre, "--pre") if pre or post else None
    after = asking.window(post, "--post") if pre or post else None
    pricing = Pricing(per, by, limit, floor, before, after, every)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), pricing),
        shown,
    )
