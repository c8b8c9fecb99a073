"""Prices out of line, and how much of a change is price and how much quantity."""

from collections.abc import Iterator
from typing import Any

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    GREEN,
    GREY,
    INK,
    ORANGE,
    RED,
    SOFT,
    WIDTH,
    data,
    money,
    named,
    number,
    periods_axis,
)
from enduse.report.flow_charts.place import Spot, pixel, readable, ticks
from enduse.report.flow_charts.ranked import bars, in_words

HEIGHT = 380
LINES = 9
_PARTS = {"price": ORANGE, "quantity": BLUE, "entry_exit": GREEN}


def figures(answer: Answer) -> Iterator[Figure]:
    """The split where there is one; every cell with the flagged ones marked."""
    if answer.rows and "entry_exit" in answer.rows[0]:
        yield _split(answer)
    cells = [c for c in answer.series.get("cells", ()) if c["unit_value"] > 0]
    if cells:
        yield _cells(answer, cells)


def _split(answer: Answer) -> Figure:
    ranked = sorted(answer.rows[1:], key=lambda row: -abs(row["change"]))
    shown = [answer.rows[0], *ranked[: LINES - 1]]
    scale = money((row[p] for row in shown for p in _PARTS), answer.currency)
    rows = [
        (
            "in all" if row["group"] == "all" else named(row["group"]),
            part.replace("entry_exit", "came or went whole"),
            scale.of(row[part]),
            number(row[part] / scale.by) if row[part] else "",
        )
        for row in shown
        for part in _PARTS
    ]
    kinds = {
        p.replace("entry_exit", "came or went whole"): c for p, c in _PARTS.items()
    }
    chart = bars(rows, f"part of the change, {scale.unit}", kinds=kinds)
    whole = shown[0]
    title = (
        f"Of a change of {number(whole['change'] / scale.by)} {scale.unit}, "
        f"{number(whole['price'] / scale.by)} is price and "
        f"{number(whole['quantity'] / scale.by)} quantity"
    )
    left = len(answer.rows) - len(shown)
    notes = (f"{left} more lines are in the table only.",) if left else ()
    return Figure("split", title, chart, in_words(rows, scale), notes)


def _cells(answer: Answer, cells: list[dict[str, Any]]) -> Figure:
    goods = {cell["product"] for cell in cells}
    relative = len(goods) > 1
    if relative:
        cells = [cell for cell in cells if cell["median"]] or cells
    relative = relative and all(cell["median"] for cell in cells)
    points = [_point(cell, relative=relative) for cell in cells]
    periods = sorted({point["period"] for point in points})
    lows = [point["y"] for point in points]
    domain = (min(lows) * 0.8, max(lows) * 1.3)
    unit = "times the median of its code and period" if relative else answer.unit
    x = alt.X("period:O", axis=periods_axis(periods))
    y = alt.Y(
        "y:Q",
        title=unit,
        scale=alt.Scale(type="log", domain=list(domain), nice=False),
        axis=alt.Axis(format=",~g", values=ticks(*domain)),
    )
    scale = alt.Scale(domain=["ordinary", "out of line"], range=[GREY, RED])
    shapes = alt.Scale(domain=["ordinary", "out of line"], range=["circle", "diamond"])
    dots = (
        alt.Chart(data(points))
        .mark_point(filled=True, opacity=0.75)
        .encode(
            x=x,
            y=y,
            color=alt.Color(
                "kind:N", scale=scale, title=None, legend=alt.Legend(orient="top")
            ),
            shape=alt.Shape("kind:N", scale=shapes, title=None),
            size=alt.Size("value:Q", legend=None, scale=alt.Scale(range=[18, 320])),
            tooltip=[
                "name:N",
                "period:O",
                "product:N",
                alt.Tooltip("y:Q", format=",.3~f"),
            ],
        )
    )
    width = min(WIDTH - 60, max(260, 60 * len(periods)))
    parts: list[Any] = [dots]
    if not relative:
        parts.insert(0, _median(cells, x, y))
    parts.append(_labels(points, periods, domain, width).encode(x=x, y=y))
    flagged = sum(point["kind"] == "out of line" for point in points)
    title = f"{flagged} of {len(points)} unit values are out of line"
    notes = ["Size: value."]
    notes += [] if relative else ["Line: median of the period, weighted by quantity."]
    chart = alt.layer(*parts).properties(width=width, height=HEIGHT)
    return Figure("unit_values", title, chart, f"Scatter. {title}.", tuple(notes))


def _point(cell: dict[str, Any], *, relative: bool) -> dict[str, Any]:
    over = cell["median"] if relative else 1.0
    name = named(cell["group"])
    return {
        "name": name,
        "label": f"{name} {cell['product']}" if relative else name,
        "product": cell["product"],
        "period": cell["period"],
        "y": cell["unit_value"] / over,
        "value": cell["value"],
        "kind": "out of line" if cell["outlier"] else "ordinary",
    }


def _median(cells: list[dict[str, Any]], x: alt.X, y: alt.Y) -> Any:
    found = {c["period"]: c["median"] for c in cells if c["median"]}
    rows = [{"period": period, "y": value} for period, value in sorted(found.items())]
    return alt.Chart(data(rows)).mark_line(color=SOFT, strokeWidth=1.5).encode(x=x, y=y)


def _labels(
    points: list[dict[str, Any]],
    periods: list[str],
    domain: tuple[float, float],
    width: float,
) -> Any:
    """Names of the largest flagged cells, where there is room for them."""
    flagged = sorted(
        (point for point in points if point["kind"] == "out of line"),
        key=lambda point: -point["value"],
    )[:60]
    step = width / len(periods)
    spots = [
        Spot(
            step * (periods.index(point["period"]) + 0.5),
            pixel(point["y"], domain, HEIGHT),
            point["label"],
        )
        for point in flagged
    ]
    kept = [
        point
        for point, spot, free in zip(flagged, spots, readable(spots), strict=True)
        if free and spot.x + 6.6 * len(spot.text) < width
    ][:12]
    return (
        alt.Chart(data(kept))
        .mark_text(align="left", dx=8, color=INK)
        .encode(text="label:N")
    )
