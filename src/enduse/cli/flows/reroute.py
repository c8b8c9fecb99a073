"""`enduse flows reroute`: whether goods reach a target through others."""

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from enduse.cli.flows import asking, options, telling
from enduse.cli.flows.spread import spread

if TYPE_CHECKING:
    from enduse.flows.answer import Answer


@spread
def reroute(
    typed: asking.Typed,
    into: Annotated[
        list[str] | None,
        typer.Option(
            "--into", metavar="AREA", help="The target; the same as --partner."
        ),
    ] = None,
    via: Annotated[
        list[str] | None,
        typer.Option("--via", metavar="AREA,...", help="Hubs; default: all partners."),
    ] = None,
    pre: asking.Pre = "",
    post: asking.Post = "",
    placebo_goods: Annotated[
        list[str] | None,
        typer.Option("--placebo-goods", help="Goods without a reason to move."),
    ] = None,
    placebo_hubs: Annotated[
        list[str] | None,
        typer.Option("--placebo-hubs", help="Hubs without a reason to move."),
    ] = None,
    products: Annotated[
        bool, typer.Option("--products", help="A line for each hub and product.")
    ] = False,
    top: asking.Top = 0,
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """Hubs between the reporters and a target: rises in, out, the direct fall.

    Example: enduse flows reroute --reporter EU27_2020 --into RU --via AM,KZ,KG
    --goods chpl --pre 2021-03..2021-11 --post 2022-03..2022-11

    """
    from enduse.flows.reroute import Routing
    from enduse.flows.reroute import reroute as ask
    from enduse.flows.scan import Scanned, scan_answer

    named = [*(typed.partner or []), *(into or [])]
    typed = replace(typed, partner=named)
    routing = Routing(
        asking.window(pre, "--pre"),
        asking.window(post, "--post"),
        options.areas(via),
        asking.goods_of(placebo_goods, None) if placebo_goods else None,
        options.areas(placebo_hubs),
        top,
    )

    def asked() -> "Answer":
        query = asking.query(typed)
        if not products:
            return ask(asking.statistics(), query, routing)
        if len(query.partners) != 1 or not query.reporters:
            raise typer.BadParameter("--products needs --reporter and one --into")
        flows = asking.statistics(query.sources)
        windows = (routing.pre, routing.post)
        names = (query.partners[0], query.reporters)
        wanted = Scanned(*names, *windows, query.goods, currency=query.currency)
        return scan_answer(flows, wanted, top or 200)

    telling.ask(asked, shown)
