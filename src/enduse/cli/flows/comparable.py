"""`enduse flows comparable`: which codes can be compared between two editions."""

from typing import Annotated, Any

import typer
from rich.table import Table

from enduse.cli import choices, output
from enduse.cli.flows import asking, options


def comparable(
    goods: options.Goods = None,
    older: Annotated[
        str, typer.Option("--from-edition", help="The older edition: HS2017.")
    ] = "HS2017",
    newer: Annotated[
        str, typer.Option("--to-edition", help="The newer edition: HS2022.")
    ] = "HS2022",
    as_json: choices.AsJson = False,
) -> None:
    """The closed groups of codes within which two editions can be compared.

    A code is in a group with all it exchanged goods with, catch-all links cut; a sum
    over a whole group can be compared. Without --goods: all codes, counted.

    Example: enduse flows comparable --goods chpl --from-edition HS2017
    """
    from enduse.flows.correlation import comparison
    from enduse.goods import hs

    editions = [hs.normal_edition(text) for text in (older, newer)]
    if not all(editions) or editions[0] == editions[1]:
        raise typer.BadParameter(f"name two editions of {', '.join(hs.EDITIONS)}")
    found = comparison(asking.goods_of(goods, None), editions[0], editions[1])
    if as_json:
        output.print_json(found)
    else:
        _tell(found)


def _tell(found: dict[str, Any]) -> None:
    say = output.screen.print
    say(found["question"], style="bold", markup=False)
    table = Table(box=None, padding=(0, 1), header_style="dim")
    names = ("code", "verdict", "older_codes", "newer_codes", "conversion")
    for name in names:
        table.add_column(name, overflow="fold")
    for row in found["rows"][:80]:
        table.add_row(*(_text(row[name]) for name in names))
    say(table)
    say(f"Definition: {found['definition']}", style="dim", markup=False)
    for name, value in found["editions"].items():
        say(f"{name}: {_text(value)}", style="dim", markup=False)


def _text(value: Any) -> str:
    if isinstance(value, list):
        shown = ", ".join(str(item) for item in value[:8])
        return shown + (f" and {len(value) - 8} more" if len(value) > 8 else "")
    return str(value)
