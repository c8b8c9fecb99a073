"""`enduse flows coverage`: who filed what, and when."""

from typing import TYPE_CHECKING

from rich.table import Table

from enduse.cli import choices, output
from enduse.cli.flows import asking, options, telling

if TYPE_CHECKING:
    from enduse.flows.answer import Answer

_MARKS = {
    "filed": "#",
    "estimated": "e",
    "confidential": "c",
    "missing": ":",
    "not_filed": ".",
}


def coverage(
    reporter: options.Reporters = None,
    partner: options.Partners = None,
    goods: options.Goods = None,
    direction: options.Directions = "",
    since: options.Since = "",
    until: options.Until = "",
    currency: options.Currency = "",
    source: options.Sources = None,
    chart: options.Chart = "",
    as_json: choices.AsJson = False,
) -> None:
    """Which reporters filed which periods: filed, missing, estimated, not filed.

    A period that nobody filed is not zero; every other question says what it rests on.

    Example: enduse flows coverage --partner KG --from 2021 --to 2023 --json
    """
    from enduse.flows.coverage import coverage as ask

    typed = asking.Typed(
        reporter=reporter,
        partner=partner,
        goods=goods,
        direction=direction,
        since=since,
        until=until,
        currency=currency,
        source=source,
    )
    found = ask(asking.statistics(), asking.query(typed))
    if as_json:
        output.print_json(telling.plain(found))
    else:
        _tell(found)
    if chart:
        telling.draw(found, chart)
    telling.refuse_empty_store(found)


def _tell(found: "Answer") -> None:
    """A line for each reporter and year, a mark for each month."""
    say = output.screen.print
    for problem in found.problems:
        output.warn(f"{problem.message} [{problem.code}]")
    if not found.rows:
        return
    table = Table(box=None, padding=(0, 1), header_style="dim")
    for name in ("reporter", "direction", "years or months", "source"):
        table.add_column(name, no_wrap=name != "years or months")
    lines: dict[tuple[str, str, str, str], str] = {}
    for row in found.rows:
        year = row["period"][:4] if "-" in row["period"] else "years"
        key = (row["reporter"], row["direction"], year, row["source"])
        pad = " " * (int(row["period"][5:]) - 1) if year != "years" else ""
        lines[key] = lines.get(key, pad) + _MARKS[row["state"]]
    firsts = {(r["reporter"], r["source"]): r["period"] for r in reversed(found.rows)}
    for (who, way, year, source), marks in lines.items():
        label = f"{firsts[who, source][:4]}.." if year == "years" else year
        table.add_row(who, way, f"{label}  {marks}", source)
    say(table)
    legend = ", ".join(f"{mark} {state}" for state, mark in _MARKS.items())
    say(legend.replace("_", " "), style="dim", markup=False)
    say(f"Definition: {found.definition}", style="dim", markup=False)
