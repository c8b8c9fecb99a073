"""`enduse flows effect`: whether a measure worked."""

from typing import Annotated

import typer

from enduse.cli.flows import asking, options, telling
from enduse.cli.flows.spread import spread


@spread
def effect(
    typed: asking.Typed,
    event: Annotated[
        str, typer.Option("--event", metavar="MONTH", help="The month it took effect.")
    ] = "",
    announced: Annotated[
        str, typer.Option("--announced", metavar="MONTH", help="When it became known.")
    ] = "",
    expect: Annotated[
        str, typer.Option("--expect", help="What it was meant to do: fall or rise.")
    ] = "fall",
    control_goods: Annotated[
        list[str] | None,
        typer.Option("--control-goods", help="Goods it does not touch: TOTAL,-27."),
    ] = None,
    controls: Annotated[
        list[str] | None,
        typer.Option("--control", help="Partners it does not touch."),
    ] = None,
    pre: asking.Pre = "",
    post: asking.Post = "",
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """Did a measure work: anticipation, step, recovery, controls, placebos, verdict.

    The goods of the measure are always taken out of the control goods.

    Example: enduse flows effect --reporter EU27_2020 --partner RU --goods chpl
    --event 2022-03 --announced 2022-02 --control-goods TOTAL,-27

    """
    from enduse.flows.effect import Measure
    from enduse.flows.effect import effect as ask

    month = asking.month(event, "--event")
    before = asking.month(announced, "--announced") if announced else ""
    if expect not in ("fall", "rise"):
        raise typer.BadParameter(f"{expect!r}: --expect is fall or rise")
    measure = Measure(
        month,
        before,
        1 if expect == "rise" else -1,
        asking.goods_of(control_goods, None) if control_goods else None,
        options.areas(controls),
        asking.window(pre, "--pre") if pre or post else None,
        asking.window(post, "--post") if pre or post else None,
    )
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), measure),
        shown,
    )
