"""`enduse flows growth`: by how much a trade rose or fell between two windows."""

from enduse.cli.flows import asking, telling
from enduse.cli.flows.spread import spread


@spread
def growth(
    typed: asking.Typed,
    pre: asking.Pre = "",
    post: asking.Post = "",
    by: asking.By = "partner",
    floor: asking.Floor = 0.0,
    top: asking.Top = 0,
    shown: telling.Shown = telling.PLAIN,
) -> None:
    """The rise of a trade, by and to how many percent, in comparable codes too.

    With --min-value the lines are ranked by growth, else by the value of the change.

    Example: enduse flows growth --reporter EU27_2020 --partner KG,KZ --goods chpl
    --pre 2021-03..2021-11 --post 2022-03..2022-11

    """
    from enduse.flows.change import Change
    from enduse.flows.growth import growth as ask

    windows = asking.two_windows(pre, post, typed)
    change = Change(*windows, by, floor, top)
    telling.ask(
        lambda: ask(asking.statistics(), asking.query(typed), change),
        shown,
    )
