"""Goods by partners: how each cell moved, hatched where it cannot be compared."""

import math
from collections.abc import Iterator
from typing import Any

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    HATCH,
    INK,
    LINE,
    PAPER,
    SOFT,
    WIDTH,
    data,
    named,
    number,
)

LINES = 40
_MOST = 16  # times; beyond, a colour says no more


def figures(answer: Answer) -> Iterator[Figure]:
    """A cell for each line of `goods` and `partner`: post over pre on equal codes."""
    totals: dict[str, float] = {}
    for row in answer.rows:
        moved = abs((row["post"] or 0.0) - (row["pre"] or 0.0))
        totals[row["goods"]] = totals.get(row["goods"], 0.0) + moved
    kept = sorted(totals, key=lambda code: -totals[code])[:LINES]
    rows = [row for row in answer.rows if row["goods"] in kept]
    cells = [_cell(row) for row in rows]
    partners = list(dict.fromkeys(cell["partner"] for cell in cells))
    width = max(46.0, min(84.0, (WIDTH - 160) / max(1, len(partners))))
    x = alt.X(
        "partner:N",
        sort=partners,
        title=None,
        axis=alt.Axis(orient="top", labelAngle=-35 if width < 74 else 0, ticks=False),
    )
    y = alt.Y("goods:N", sort=sorted(kept), title=None, axis=alt.Axis(ticks=False))
    base = alt.Chart(data(cells)).encode(
        x=x, y=y, tooltip=["goods:N", "partner:N", "text:N", "state:N"]
    )
    known = base.transform_filter("datum.state == 'compared'")
    boxes = known.mark_rect(stroke=PAPER).encode(
        color=alt.Color(
            "log:Q",
            title="after / before",
            scale=alt.Scale(scheme="blueorange", domain=[-4, 4], domainMid=0),
            legend=alt.Legend(
                values=[-4, -2, 0, 2, 4],
                labelExpr="datum.value < 0 ? '1/' + pow(2, -datum.value) : "
                "'' + pow(2, datum.value)",
                gradientLength=180,
            ),
        )
    )
    other = base.transform_filter("datum.state != 'compared'")
    blank = other.mark_rect(color=PAPER, stroke=LINE)
    hatch = other.transform_filter("datum.state == 'not comparable'").mark_point(
        shape=HATCH, color=SOFT, strokeWidth=0.8
    )
    texts = known.mark_text(fontSize=11).encode(
        text="text:N",
        color=alt.condition(
            "abs(datum.log) > 3.2", alt.value(PAPER), alt.value("#1b1b1b")
        ),
    )
    words = other.transform_filter("datum.state != 'not comparable'").mark_text(
        fontSize=11, color=INK
    )
    layers = (
        boxes,
        blank,
        hatch.encode(size=alt.value(230)),
        texts,
        words.encode(text="text:N"),
    )
    chart = alt.layer(*layers).properties(width=alt.Step(width), height=alt.Step(20))
    rose = sum(cell["state"] == "compared" and cell["log"] >= 1 for cell in cells)
    held = sum(cell["state"] != "not comparable" for cell in cells)
    title = f"{rose} of {len(cells)} cells at least doubled"
    if held < len(cells):
        title = f"{rose} of {held} cells at least doubled"
        title += f"; {len(cells) - held} cannot be compared"
    notes = [
        "Figures: value after / before on the codes that both classifications have. "
        "Hatched: the codes cannot be compared; new: nothing before; empty: no trade."
    ]
    left = len(totals) - len(kept)
    notes += (
        [f"{left} more codes with smaller changes are in the table."] if left else []
    )
    yield Figure("heat", title, chart, f"Heat map. {title}.", tuple(notes))


def _cell(row: dict[str, Any]) -> dict[str, Any]:
    pre, post = row["pre"] or 0.0, row["post"] or 0.0
    times = row["times"]
    state = "compared"
    if not row["comparable"]:
        state = "not comparable" if pre or post else "no trade"
    elif times is None or times <= 0:
        state = "new" if post else "gone" if pre else "no trade"
    log = math.log2(times) if state == "compared" else 0.0
    texts = {"compared": number(times or 0.0), "new": "new", "gone": "0"}
    limit = math.log2(_MOST)
    return {
        "goods": row["goods"],
        "partner": named(row["partner"]),
        "log": max(-limit, min(limit, log)),
        "state": state,
        "text": texts.get(state, ""),
    }
