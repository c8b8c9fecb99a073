"""What rose out of the ordinary: ranked bars, and a map of lines and months."""

from collections.abc import Iterator
from typing import Any

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    HATCH,
    INK,
    LINE,
    PAPER,
    SOFT,
    WIDTH,
    data,
    money,
    named,
    number,
    periods_axis,
)
from enduse.report.flow_charts.ranked import bars, in_words

BARS = 20


def figures(answer: Answer) -> Iterator[Figure]:
    """The excess of each line, and its score month by month."""
    tests = answer.series["tests"]
    if answer.rows:
        yield _ranked(answer)
        yield _map(tests, [row["group"] for row in answer.rows[:BARS]])
        return
    most: dict[str, float] = {}
    for test in tests:
        most[test["group"]] = max(most.get(test["group"], 0.0), test["value"])
    yield _map(tests, sorted(most, key=lambda name: -most[name])[:BARS])


def _ranked(answer: Answer) -> Figure:
    """The excess of each line as bars."""
    shown = list(answer.rows[:BARS])
    scale = money((row["excess"] for row in shown), answer.currency)
    rows = [
        (named(r["group"]), "", scale.of(r["excess"]), _text(r, scale.by))
        for r in shown
    ]
    top = answer.rows[0]
    since = top["first_persistent"] or top["first"]
    title = (
        f"{rows[0][0]} first: {number(top['excess'] / scale.by)} {scale.unit} above "
        f"its ordinary change, since {since}"
    )
    left = len(answer.rows) - len(shown)
    notes = (f"{left} more lines are in the table only.",) if left else ()
    unit = f"value above its ordinary change, {scale.unit}"
    chart = bars(rows, unit, kinds={"": BLUE})
    return Figure("surges", title, chart, in_words(rows, scale), notes)


def _text(row: dict[str, Any], by: float) -> str:
    text = number(row["excess"] / by)
    since = row["first_persistent"]
    return (
        f"{text}, since {since}" if since else f"{text}, {row['surge_months']} months"
    )


def _map(tests: list[dict[str, Any]], order: list[str]) -> Figure:
    cells = [
        {
            "name": named(test["group"]),
            "period": test["period"],
            "score": None if test["score"] is None else max(-8, min(8, test["score"])),
            "surge": bool(test["surge"]),
            "known": test["score"] is not None,
        }
        for test in tests
        if test["group"] in order
    ]
    periods = sorted({cell["period"] for cell in cells})
    names = [named(group) for group in order]
    base = alt.Chart(data(cells)).encode(
        x=alt.X("period:O", axis=periods_axis(periods)),
        y=alt.Y("name:N", sort=names, title=None, axis=alt.Axis(ticks=False)),
        tooltip=["name:N", "period:O", alt.Tooltip("score:Q", format=".1f")],
    )
    boxes = base.mark_rect(stroke=LINE, strokeWidth=0.5).encode(
        color=alt.Color(
            "score:Q",
            title="robust score, cut at 8",
            scale=alt.Scale(scheme="blueorange", domain=[-8, 8], domainMid=0),
            legend=alt.Legend(orient="top", gradientLength=200),
        )
    )
    width = min(WIDTH - 160, max(200, 34 * len(periods)))
    size = min(width / max(1, len(periods)), 18.0) ** 2 * 0.8
    unknown = base.transform_filter("!datum.known")
    blank = unknown.mark_rect(color=PAPER, stroke=LINE, strokeWidth=0.5)
    hatch = unknown.mark_point(shape=HATCH, color=SOFT, strokeWidth=0.8)
    dots = base.transform_filter("datum.surge").mark_point(
        filled=True, color=INK, size=22, opacity=1
    )
    layers = (boxes, blank, hatch.encode(size=alt.value(size)), dots)
    chart = alt.layer(*layers).properties(width=width, height=alt.Step(19))
    hits = sum(cell["surge"] for cell in cells)
    title = f"Month by month: {hits} of {len(cells)} tests out of the ordinary (dots)"
    note = "Hatched: nothing the year before, so no score."
    return Figure("surge_map", title, chart, f"Heat map of scores. {title}.", (note,))
