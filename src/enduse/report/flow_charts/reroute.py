"""Goods on their way round: ribbons before and after, hubs ranked, lines by month."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from enduse.flows.answer import Answer
from enduse.report.flow_charts import sankey, timeline
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    ORANGE,
    money,
    named,
    number,
    percent,
    together,
)
from enduse.report.flow_charts.ranked import bars, in_words
from enduse.report.flow_charts.told import window_words

HUBS = 9
BARS = 15
ALL_HUBS = "the hubs together"
ONWARD = "stays, or is not recorded onward"


def figures(answer: Answer) -> Iterator[Figure]:
    """The way round, the hubs by value, and their months."""
    hubs = [row for row in answer.rows if row["hub"] != "all"]
    if not hubs:
        return
    if answer.series.get("links"):
        yield _way(answer, hubs)
    yield _hubs(answer, hubs)
    if answer.series.get("monthly"):
        target, names = _target(answer), [row["hub"] for row in hubs]
        both = timeline.groups(_summed(answer, target, names), *_pair(target))
        yield both
        yield timeline.groups(answer, names, "To each hub, by month", name="by_hub")


def _summed(answer: Answer, target: str, hubs: list[str]) -> Answer:
    """The answer with two lines: straight to the target, and to all the hubs."""
    sums: dict[tuple[str, str], float | None] = {}
    for row in answer.series["monthly"]:
        if row["group"] == target or row["group"] in hubs:
            key = (target if row["group"] == target else ALL_HUBS, row["period"])
            if row["value"] is not None:
                sums[key] = (sums.get(key) or 0.0) + row["value"]
    rows = [{"group": g, "period": p, "value": v} for (g, p), v in sums.items()]
    return replace(answer, series={**answer.series, "monthly": rows})


def _pair(target: str) -> tuple[list[str], str]:
    title = f"Straight to {named(target)}, and to all the hubs together, by month"
    return [target, ALL_HUBS], title


def _target(answer: Answer) -> str:
    return str(
        next(x["to"] for x in answer.series["links"] if x["from"] == "coalition")
    )


def _way(answer: Answer, hubs: list[dict[str, Any]]) -> Figure:
    target, sender = _target(answer), _coalition(answer)
    shown = {row["hub"] for row in hubs[:HUBS]}
    links = list(_links(answer, target, sender, shown))
    middle = [named(row["hub"]) for row in hubs[:HUBS]]
    if len(hubs) > HUBS:
        middle.append("other hubs")
    recorded = any(row["rise_out"] is not None for row in hubs)
    notes: tuple[str, ...] = (
        () if recorded else ("No hub's record of what it sent on is in store.",)
    )
    drawn = {link["to"] for link in answer.series["links"]} - {target}
    if len(hubs) > len(drawn):
        notes = (*notes, f"Only the first {len(drawn)} of {len(hubs)} hubs are drawn.")
    ends = [named(target), ONWARD]
    columns = ([sender], middle, ends)
    return sankey.figure(_title(answer), links, columns, answer.currency, notes)


def _links(
    answer: Answer, target: str, sender: str, shown: set[str]
) -> Iterator[sankey.Link]:
    sums: dict[tuple[str, str], list[float]] = {}
    words = {w: f"{_word(w)}: {window_words(p)}" for w, p in answer.windows.items()}
    for link in answer.series["links"]:
        when, value = words.get(link["window"], link["window"]), link["value"] or 0.0
        if link["from"] == "coalition" and link["to"] == target:
            yield sankey.Link(sender, named(target), when, value)
            continue
        into = link["from"] == "coalition"
        code = link["to"] if into else link["from"]
        hub = named(code) if code in shown else "other hubs"
        sums.setdefault((hub, when), [0.0, 0.0])[0 if into else 1] += value
    for (hub, when), (came, went) in sums.items():
        yield sankey.Link(sender, hub, when, came)
        yield sankey.Link(hub, named(target), when, went)
        yield sankey.Link(hub, ONWARD, when, max(came - went, 0.0), lost=True)


def _word(window: str) -> str:
    return {"pre": "before", "post": "after"}.get(window, window)


def _coalition(answer: Answer) -> str:
    return together(answer.coverage.get("reporters", ()), "all senders")


def _title(answer: Answer) -> str:
    whole = next((row for row in answer.rows if row["hub"] == "all"), {})
    share = whole.get("substitution_percent")
    if share is None:
        return "Straight and through the hubs, before and after"
    return f"The rise into the hubs is {percent(share)} of what the direct route lost"


def _hubs(answer: Answer, hubs: list[dict[str, Any]]) -> Figure:
    shown = hubs[:BARS]
    both = [row[k] for row in shown for k in ("rise_in", "rise_out")]
    scale = money(both, answer.currency)
    rows: list[tuple[str, str, float | None, str]] = []
    for row in shown:
        name = named(row["hub"])
        rows.append((name, "rise in", scale.of(row["rise_in"]), _rise(row, scale.by)))
        if row["rise_out"] is not None:
            text = number(row["rise_out"] / scale.by)
            rows.append((name, "rise out", scale.of(row["rise_out"]), text))
    recorded = any(kind == "rise out" for _, kind, _, _ in rows)
    kinds = {"rise in": BLUE, "rise out": ORANGE} if recorded else {"rise in": BLUE}
    chart = bars(rows, f"rise between the windows, {scale.unit}", kinds=kinds)
    top = shown[0]
    title = (
        f"{named(top['hub'])} first: {number(top['rise_in'] / scale.by)} "
        f"{scale.unit} more came in"
    )
    left = len(hubs) - len(shown)
    notes = (f"{left} more hubs are in the table only.",) if left else ()
    return Figure("hubs", title, chart, in_words(rows, scale), notes)


def _rise(row: dict[str, Any], by: float) -> str:
    text = number(row["rise_in"] / by)
    if row["in_times"] is not None:
        text += f" ({number(row['in_times'])} times)"
    if row.get("break_in"):
        text += f", break {row['break_in']}"
    return text
