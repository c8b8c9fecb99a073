"""How an answer is shown: a table with its definition and doubts, or as JSON."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import typer
from rich.table import Table

from enduse.cli import choices, output
from enduse.cli.flows import options

if TYPE_CHECKING:
    from enduse.flows.answer import Answer

_NEVER = (
    "group",
    "rise_by_percent",
    "comparable_rise_by_percent",
    "share_of_countries_percent",
    "substitution_percent",
    "percent",
    "method",
    "measure",
    "reading",
    "ratio",
    "verdict",
)
_LEAST = (  # columns to leave out first where a terminal is narrow
    "log_change",
    "comparable_log_change",
    "comparable_times",
    "comparable_change",
    "comparable_rise_to_percent",
    "break_in_earliest",
    "break_in_latest",
    "direct_placebo_times",
    "placebo_times",
    "out_pre",
    "out_post",
    "in_times",
    "comparable_pre",
    "comparable_post",
    "p",
    "treated_pre",
    "treated_post",
    "control_pre",
    "control_post",
    "earliest",
    "latest",
    "rank",
    "times",
)
_NOTHING = "nothing-imported"  # the store is empty: nothing could be asked
_NO_CELL = "No cell in the store answers this."
_WINDOWS = {"pre": " before", "post": " after"}
_SHOWN = 60  # lines of a table on a terminal; --json has all


@dataclass(frozen=True, slots=True)
class Shown:
    """The options that say how an answer is shown, as typed."""

    fail_on: options.FailOn = ""
    chart: options.Chart = ""
    as_json: choices.AsJson = False


PLAIN = Shown()


def ask(question: Callable[[], "Answer"], shown: Shown) -> None:
    """Ask, show the answer, draw it. Exits 1 at a finding as severe as `fail_on`, 2
    where no statistics were imported.

    *Raises* typer.BadParameter for what the question cannot be asked of.
    """
    level = choices.alarm(shown.fail_on) if shown.fail_on else ""
    with output.working() as progress:
        progress.step("counting")
        try:
            found = _with_files(question())
        except ValueError as fault:
            raise typer.BadParameter(str(fault)) from fault
    if shown.as_json:
        output.print_json(plain(found))
    else:
        tell(found)
    if shown.chart:
        draw(found, shown.chart)
    refuse_empty_store(found)
    if level and choices.come_to(level, {f.severity for f in found.findings}):
        raise typer.Exit(1)


def refuse_empty_store(found: "Answer") -> None:
    """Exit 2 where no statistics were imported: nothing could be asked."""
    if any(problem.code == _NOTHING for problem in found.problems):
        raise typer.Exit(2)


def _with_files(found: "Answer") -> "Answer":
    """The answer with the name of the file that each of its sources came in."""
    from enduse.library.statistics import Statistics

    files = {one.sha256: one.file for one in Statistics.open().imported}
    named = ({**s, "file": files.get(s.get("sha256", ""), "")} for s in found.sources)
    return replace(found, sources=tuple(named))


def plain(found: "Answer") -> dict[str, Any]:
    """The answer as JSON values; numbers are never rounded."""
    from enduse.model.encode import to_plain

    return {name: _finite(value) for name, value in to_plain(found).items()}


def draw(found: "Answer", place: str) -> None:
    """Write the picture of an answer. *Raises* typer.BadParameter for its ending."""
    from importlib import import_module

    try:
        import_module("enduse.report.flow_charts").write(found, place)
    except ValueError as fault:
        raise typer.BadParameter(str(fault)) from fault
    output.remarks.print(f"drawn: {place}", markup=False)


def tell(found: "Answer") -> None:
    """Print the answer: question, table, definition, coverage, doubts, findings."""
    say = output.screen.print
    say(found.question, style="bold", markup=False)
    heads = [row for row in found.rows if "text" in row]
    rows = [row for row in found.rows if "text" not in row]
    for row in heads:
        said = row.get("verdict") or row.get("measure")
        say(f"Verdict: {said}: {row['text']}", style="bold", markup=False)
    if rows:
        say(_table(rows))
    elif not heads:
        held = found.coverage.get("cells")
        say("The cells in the store give no such line." if held else _NO_CELL)
    if len(found.rows) > _SHOWN:
        say(f"... and {len(found.rows) - _SHOWN} more lines: --json", style="dim")
    if found.unit:
        say(f"Unit: {found.unit}; values in {found.currency or 'no currency'}")
    say(f"Definition: {found.definition}", style="dim", markup=False)
    _tell_coverage(found)
    for line in found.left_out:
        if not (line.get("window") and line["value"] == 0):
            say(_left_out(line), style="dim", markup=False)
    for problem in found.problems:
        output.warn(f"{problem.message} [{problem.code}]")
    for finding in found.findings:
        say(f"{finding.severity}: {finding.title}", style="yellow", markup=False)


def _left_out(line: Mapping[str, Any]) -> str:
    """What was not counted, in which window, how much value it held, and why."""
    when = _WINDOWS.get(line.get("window", ""), "")
    value = _number(line.get("value"))
    return f"left out{when}: {line['what']}: {value} ({line['why']})"


def _tell_coverage(found: "Answer") -> None:
    cover, say = found.coverage, output.screen.print
    names = ", ".join(_source(one, found.sources) for one in found.sources)
    say(f"Sources: {names or 'none'}", style="dim", markup=False)
    if "reporters" in cover:
        whole = len(cover["reporters"]) - len(cover["gaps"])
        text = f"{whole} of {len(cover['reporters'])} reporters filed every period"
        say(f"Coverage: {text}; {cover['cells']:,} cells", style="dim")
    if cover.get("codes_asked"):
        text = f"{cover['codes_found']} of {cover['codes_asked']} codes are in the data"
        say(f"Codes: {text}", style="dim")
    if found.editions.get("changed"):
        lost = len(found.editions.get("not_comparable", ()))
        text = f"{', '.join(found.editions['used'])}; {lost} codes cannot be compared"
        say(f"Editions: {text}", style="dim", markup=False)


def _source(one: Mapping[str, Any], all_: Sequence[Mapping[str, Any]]) -> str:
    """A source and its cells; its file where it came in several."""
    twice = sum(other["source"] == one["source"] for other in all_) > 1
    file = f" {one['file']}" if twice and one.get("file") else ""
    return f"{one['source']}{file} ({one['cells']:,} cells)"


def _table(rows: Sequence[Mapping[str, Any]]) -> Table:
    """The rows, with the columns that fit; the least telling ones go first."""
    shown = rows[:_SHOWN]
    names = list(dict.fromkeys(name for row in shown for name in row))
    full = [n for n in names if any(row.get(n) not in (None, "") for row in shown)]
    columns = {name: _column(name, [row.get(name) for row in shown]) for name in full}
    dropped = _fit(columns)
    title = f"in --json also: {', '.join(dropped)}" if dropped else None
    table = Table(box=None, padding=(0, 2, 0, 0), header_style="dim", caption=title)
    for name, (head, texts) in columns.items():
        numbers = all(isinstance(row.get(name), int | float | None) for row in shown)
        table.add_column(
            head,
            justify="right" if numbers else "left",
            overflow="fold",
            width=max(map(len, (*head.split(), *texts))) if numbers else None,
        )
    for number in range(len(shown)):
        table.add_row(*(texts[number] for _, texts in columns.values()))
    return table


def _column(name: str, values: list[Any]) -> tuple[str, list[str]]:
    """A column's heading and texts; large money in millions."""
    head = name.replace("_percent", " %").replace("comparable_", "same codes ")
    head = head.replace("_", " ")
    numbers = [abs(v) for v in values if isinstance(v, float)]
    if numbers and max(numbers) >= 1e7 and "percent" not in name:
        shown = [None if v is None else v / 1e6 for v in values]
        return f"{head}, m", ["" if v is None else f"{v:,.1f}" for v in shown]
    return head, [_number(value) for value in values]


def _fit(columns: dict[str, tuple[str, list[str]]]) -> list[str]:
    """Takes columns out until the others fit the terminal; says which."""

    def width(name: str) -> int:
        head, texts = columns[name]
        return min(30, max(max(map(len, head.split())), *map(len, texts))) + 2

    dropped = []
    while sum(map(width, columns)) > output.screen.width and len(columns) > 4:
        least = next((n for n in _LEAST if n in columns), "")
        free = [n for n in reversed(columns) if n not in _NEVER]
        least = least or (free or list(reversed(columns)))[0]
        del columns[least]
        dropped.append(least)
    return dropped


def _number(value: Any) -> str:
    """A value for people: thousands apart, two decimals where they matter."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return f"{value:,}"
    if isinstance(value, float):
        if abs(value) >= 1_000:
            return f"{value:,.0f}"
        return f"{value:,.2f}" if abs(value) >= 1 else f"{value:.3g}"
    if isinstance(value, list | tuple):
        return ", ".join(str(item) for item in value)
    return str(value)


def _finite(value: Any) -> Any:
    """JSON has no infinity: what is not finite is null."""
    if isinstance(value, float):
        return value if abs(value) != float("inf") and value == value else None
    if isinstance(value, dict):
        return {key: _finite(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_finite(item) for item in value]
    return value
