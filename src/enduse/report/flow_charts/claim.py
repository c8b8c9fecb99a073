"""A stated figure beside what the data give under each reading."""

from collections.abc import Iterator

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    GREY,
    RED,
    WIDTH,
    cut,
    data,
    number,
)


def figures(answer: Answer) -> Iterator[Figure]:
    """A bar for each reading, a rule where the stated figure is."""
    rows = [r for r in answer.rows if r.get("computed") is not None and "claimed" in r]
    if not rows:
        return
    said = next((r["text"] for r in answer.rows if r.get("text")), "")
    word = next((r["verdict"] for r in answer.rows if r.get("verdict")), "")
    points = [
        {
            "name": cut(r["reading"].replace("_", " ")),
            "value": r["computed"],
            "text": number(r["computed"]),
            "kind": "the reading claimed" if r["claimed"] else "another reading",
        }
        for r in rows
    ]
    stated = rows[0]["stated"]
    ends = [0.0, stated, *(p["value"] for p in points)]
    room = (max(ends) - min(ends)) * 0.14
    domain = [min(ends) - (room if min(ends) < 0 else 0), max(ends) + room]
    scale = alt.Scale(domain=domain, nice=False)
    order = [p["name"] for p in points]
    kinds = alt.Scale(
        domain=["the reading claimed", "another reading"], range=[BLUE, GREY]
    )
    base = alt.Chart(data(points)).encode(
        x=alt.X("value:Q", title="figure from the data", scale=scale),
        y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(ticks=False)),
    )
    bars = base.mark_bar(height={"band": 0.6}).encode(
        color=alt.Color(
            "kind:N", scale=kinds, title=None, legend=alt.Legend(orient="top")
        )
    )
    texts = base.mark_text(align="left", dx=6).encode(text="text:N")
    rule = (
        alt.Chart(data([{"value": stated}]))
        .mark_rule(color=RED, size=2, strokeDash=[6, 3])
        .encode(x=alt.X("value:Q", scale=scale))
    )
    chart = (bars + rule + texts).properties(width=WIDTH - 160, height=alt.Step(30))
    title = f"{word[:1].upper()}{word[1:]}: {said}" if word else said or "Stated figure"
    note = f"Dashed line: the figure stated, {number(stated)}."
    told = "; ".join(f"{p['name']} {p['text']}" for p in points)
    yield Figure("claim", title, chart, f"{note} From the data: {told}.", (note,))
