"""`enduse flows check`: whether a stated figure of trade holds."""

from typing import Annotated

import typer

from enduse.cli import choices
from enduse.cli.flows import asking, options, telling
from enduse.cli.flows.spread import spread


@spread
def check(
    typed: asking.Typed,
    relation: Annotated[
        str,
        typer.Option(
            "--relation",
            help="share, growth (rise_by), rise_to, times, fall, change or level.",
        ),
    ] = "",
    number: Annotated[
        str, typer.Option("--number", help="The number as stated: 345, 43.6.")
    ] = "",
    period: Annotated[
        str, typer.Option("--period", metavar="WINDOW", help="What it is said of.")
    ] = "",
    base: Annotated[
        str,
        typer.Option("--base", metavar="WINDOW", help="Compared with; a year before."),
    ] = "",
    subject: Annotated[
        str, typer.Option("--subject", metavar="AREA", help="Whose share it is.")
    ] = "",
    unit: Annotated[
        str, typer.Option("--unit", help="of a level: one, thousand, million, billion.")
    ] = "one",
    tolerance: Annotated[
        float,
        typer.Option(
            "--tolerance",
            min=0.0,
            callback=choices.number,
            help="Percent it may be off.",
        ),
    ] = 1.0,
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """Hold a stated figure against the data: supported, contradicted or not checkable.

    Example: enduse flows check --reporter EU27_2020 --partner KG --goods TOTAL
    --relation growth --number 345 --period 2022

    """
    from enduse.flows.check import Stated
    from enduse.flows.check import check as ask

    who = options.areas([subject]) if subject else ("",)
    if unit not in asking.SCALES:
        raise typer.BadParameter(f"{unit!r}: --unit is {', '.join(asking.SCALES)}")
    if not number:
        raise typer.BadParameter("say which number was stated: --number 345")
    stated = Stated(
        relation,
        number,
        asking.window(period or typed.since, "--period"),
        who[0],
        asking.window(base, "--base") if base else None,
        asking.SCALES[unit],
        tolerance,
    )
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), stated),
        shown,
    )
