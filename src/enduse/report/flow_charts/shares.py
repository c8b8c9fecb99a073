"""Who has which share: bars for one period, stacked bars over several."""

from collections.abc import Iterator
from typing import Any

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    COLOURS,
    GREY,
    OTHERS,
    WIDTH,
    data,
    named,
    percent,
    periods_axis,
)
from enduse.report.flow_charts.told import window_words

BARS = 15
STACKED = len(COLOURS)


def figures(answer: Answer) -> Iterator[Figure]:
    """Ranked bars where there is one period, else a stack for each."""
    lines = [r for r in answer.series["shares"] if r["share_percent"] is not None]
    whens = sorted({row["when"] for row in lines})
    if len(whens) == 1:
        yield _ranked(lines)
    elif whens:
        yield _stacked(lines, whens)


def _ranked(lines: list[dict[str, Any]]) -> Figure:
    rows = sorted(lines, key=lambda r: (r["group"] == "others", -r["share_percent"]))
    shown = [_bar(row["group"], row["share_percent"]) for row in rows[:BARS]]
    rest = rows[BARS:]
    if rest:
        share = sum(row["share_percent"] for row in rest)
        shown.append(_bar(f"{len(rest)} others", share))
    order = [bar["name"] for bar in shown]
    most = max(bar["share"] for bar in shown)
    base = alt.Chart(data(shown)).encode(
        y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(ticks=False)),
        x=alt.X(
            "share:Q",
            title="share of value, percent",
            scale=alt.Scale(domain=[min(0, *(b["share"] for b in shown)), most * 1.12]),
        ),
        tooltip=[alt.Tooltip("name:N"), alt.Tooltip("text:N", title="share")],
    )
    bars = base.mark_bar(height={"band": 0.7}).encode(
        color=alt.Color("name:N", legend=None, scale=_plain(order))
    )
    texts = base.mark_text(align="left", dx=4).encode(text="text:N")
    top = shown[0]
    title = f"{top['name']} has {top['text']}: {window_words(rows[0]['when'])}"
    said = "; ".join(f"{bar['name']} {bar['text']}" for bar in shown)
    chart = (bars + texts).properties(width=WIDTH - 100, height=alt.Step(24))
    return Figure("shares", title, chart, f"Bars, largest first: {said}.")


def _bar(group: str, share: float) -> dict[str, Any]:
    return {"name": named(group), "share": share, "text": percent(share)}


def _plain(order: list[str]) -> alt.Scale:
    greys = [name.endswith("others") for name in order]
    return alt.Scale(domain=order, range=[GREY if grey else BLUE for grey in greys])


def _stacked(lines: list[dict[str, Any]], whens: list[str]) -> Figure:
    totals: dict[str, float] = {}
    for row in lines:
        totals[row["group"]] = totals.get(row["group"], 0.0) + row["value"]
    ranked = sorted(totals, key=lambda g: (g == "others", -totals[g]))
    top = [group for group in ranked if group != "others"][:STACKED]
    order = [named(group) for group in top]
    if len(ranked) > len(top):
        order.append(OTHERS)
    rows = [row for when in whens for row in _stack(lines, when, top)]
    for row in rows:
        row["place"] = order.index(row["name"])
    scale = alt.Scale(domain=order, range=[*COLOURS[: len(top)], GREY])
    chart = (
        alt.Chart(data(rows))
        .mark_bar(width={"band": 0.92})
        .encode(
            x=alt.X("when:O", axis=periods_axis(whens)),
            y=alt.Y(
                "share:Q", title="share of value, percent", scale=alt.Scale(nice=False)
            ),
            color=alt.Color("name:N", scale=scale, sort=order, title=None),
            order=alt.Order("place:Q"),
            tooltip=["when:O", "name:N", alt.Tooltip("share:Q", format=".1f")],
        )
        .properties(width=WIDTH - 140, height=340)
    )
    return Figure("shares", _trend(lines, whens), chart, _said(rows, whens))


def _stack(
    lines: list[dict[str, Any]], when: str, top: list[str]
) -> Iterator[dict[str, Any]]:
    here = [row for row in lines if row["when"] == when]
    for row in here:
        if row["group"] in top:
            share = row["share_percent"]
            yield {"when": when, "name": named(row["group"]), "share": share}
    rest = sum(row["share_percent"] for row in here if row["group"] not in top)
    if rest:
        yield {"when": when, "name": OTHERS, "share": rest}


def _trend(lines: list[dict[str, Any]], whens: list[str]) -> str:
    last = [r for r in lines if r["when"] == whens[-1] and r["group"] != "others"]
    if not last:
        return "Shares over time"
    most = max(last, key=lambda r: r["share_percent"])
    first = [
        row["share_percent"]
        for row in lines
        if row["when"] == whens[0] and row["group"] == most["group"]
    ]
    was = percent(first[0]) if first else "no trade"
    now = percent(most["share_percent"])
    return f"{named(most['group'])}: {was} in {whens[0]}, {now} in {whens[-1]}"


def _said(rows: list[dict[str, Any]], whens: list[str]) -> str:
    last = [row for row in rows if row["when"] == whens[-1]]
    told = "; ".join(f"{row['name']} {percent(row['share'])}" for row in last)
    return f"Stacked bars from {whens[0]} to {whens[-1]}. In {whens[-1]}: {told}."
