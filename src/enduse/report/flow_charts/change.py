"""A rise or fall between two windows: what it was, what it became, in percent."""

from collections.abc import Iterator
from typing import Any

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    GREY,
    INK,
    WIDTH,
    data,
    money,
    named,
    percent,
)
from enduse.report.flow_charts.place import ticks
from enduse.report.flow_charts.told import window_words

LINES = 20
WIDE = 60.0  # times between the least and the most, from where on ratios are drawn


def figures(answer: Answer) -> Iterator[Figure]:
    """Two dots a line, before and after, with the change beside them."""
    rows = [row for row in answer.rows if row["group"] != "all"] or list(answer.rows)
    shown = rows[:LINES]
    in_money = money([r[s] for r in shown for s in ("pre", "post")], answer.currency)
    scale = alt.Scale(domain=["before", "after"], range=[GREY, BLUE])
    lines = []
    for row in shown:
        line: dict[str, Any] = {"name": named(row["group"]), "text": _text(row)}
        line |= {s: in_money.of(row[s]) for s in ("pre", "post")}
        lines.append({**line, "end": max(line["pre"], line["post"])})
    order = [line["name"] for line in lines]
    y = alt.Y("name:N", sort=order, title=None, axis=alt.Axis(ticks=False))
    x, axis = _scale([line[s] for line in lines for s in ("pre", "post")])
    ratios = ", equal steps are equal ratios" if x.to_dict().get("type") else ""
    axis.title = f"value, {in_money.unit}{ratios}"
    base = alt.Chart(data(lines)).encode(y=y)
    rule = base.mark_rule(color=INK, opacity=0.45, size=2).encode(
        x=alt.X("pre:Q", scale=x, axis=axis), x2="post:Q"
    )
    dots = (
        alt.Chart(data([dot for line in lines for dot in _dots(line)]))
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            y=y,
            x=alt.X("value:Q", scale=x, axis=axis),
            color=alt.Color(
                "when:N", scale=scale, title=None, legend=alt.Legend(orient="top")
            ),
            shape=alt.Shape(
                "when:N",
                scale=alt.Scale(domain=["before", "after"], range=["square", "circle"]),
            ),
            tooltip=["name:N", "when:N", alt.Tooltip("value:Q", format=",.2f")],
        )
    )
    texts = base.mark_text(align="left", dx=12).encode(
        x=alt.X("end:Q", scale=x, axis=axis), text="text:N"
    )
    chart = (rule + dots + texts).properties(width=WIDTH - 100, height=alt.Step(26))
    said = "; ".join(f"{line['name']} {line['text']}" for line in lines)
    left = len(rows) - len(shown)
    notes = (f"{left} more lines are in the table only.",) if left else ()
    yield Figure("change", _title(answer), chart, f"Before and after: {said}.", notes)


def _scale(values: list[float]) -> tuple[alt.Scale, Any]:
    """From zero; in equal ratios where one line would hide all others."""
    low, high = min(values), max(values) or 1.0
    if low > 0 and high / low > WIDE:
        domain = (low * 0.6, high * (high / low) ** 0.4)
        scale = alt.Scale(type="log", domain=list(domain), nice=False)
        return scale, alt.Axis(values=ticks(*domain), format=",~g")
    return alt.Scale(domain=[min(0.0, low), high * 1.45]), alt.Axis()


def _dots(line: dict[str, Any]) -> Iterator[dict[str, Any]]:
    for when, side in (("before", "pre"), ("after", "post")):
        yield {"name": line["name"], "when": when, "value": line[side]}


def _text(row: dict[str, Any]) -> str:
    if row["rise_by_percent"] is None:
        return "no trade before" if row["post"] else "no trade"
    text = percent(row["rise_by_percent"], sign=True)
    same = row.get("comparable_rise_by_percent")
    if same is not None and percent(same, sign=True) != text:
        text += f" (same codes {percent(same, sign=True)})"
    return text


def _title(answer: Answer) -> str:
    whole = next((r for r in answer.rows if r["group"] == "all"), answer.rows[0])
    pre, post = (window_words(answer.windows[n]) for n in ("pre", "post"))
    return f"In all {_text(whole)}: {pre} against {post}"
