"""Who filed what and when: a matrix of reporters and periods."""

from collections import Counter
from collections.abc import Iterator
from typing import Any

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    HATCH,
    LINE,
    ORANGE,
    PAPER,
    PINK,
    SOFT,
    WIDTH,
    cut,
    data,
    named,
    periods_axis,
)

ROWS = 60
STATES = {
    "filed": ("filed", BLUE),
    "estimated": ("estimated", ORANGE),
    "confidential": ("confidential", PINK),
    "missing": ("no value", LINE),
    "not_filed": ("not filed", PAPER),
}
WAYS = {"X": "exports", "M": "imports", "RX": "re-exports", "RM": "re-imports"}


def figures(answer: Answer) -> Iterator[Figure]:
    """A matrix of months, and one of years where there are any."""
    for length, name in ((7, "months"), (4, "years")):
        rows = [row for row in answer.rows if len(row["period"]) == length]
        if rows:
            yield _matrix(rows, name)


def _matrix(rows: list[dict[str, Any]], unit: str) -> Figure:
    names = _names(rows)
    states: dict[str, Counter[str]] = {}
    cells = []
    for row in rows:
        name = names[row["reporter"], row["direction"], row["source"]]
        states.setdefault(name, Counter())[row["state"]] += 1
        word = STATES[row["state"]][0]
        cells.append({"name": name, "period": row["period"], "state": word})
    worst = sorted(states, key=lambda n: (states[n]["filed"] - states[n].total(), n))
    kept = sorted(worst[:ROWS])
    shown = [cell for cell in cells if cell["name"] in kept]
    chart = _drawn(shown, kept)
    notes = ["Hatched: cells without a value; empty: no cell at all. Neither is zero."]
    if len(worst) > ROWS:
        text = f"{len(worst) - ROWS} more lines with fewer gaps are in the table only."
        notes.append(text)
    every = Counter(row["state"] for row in rows)
    told = ", ".join(f"{n:,} {STATES[s][0]}" for s, n in every.most_common())
    title = f"{len(worst)} lines by {unit}: {told}"
    return Figure(f"coverage_{unit}", title, chart, f"Matrix. {title}.", tuple(notes))


def _names(rows: list[dict[str, Any]]) -> dict[tuple[str, str, str], str]:
    """A label for each line, with what tells it from the others and no more."""
    keys = dict.fromkeys((r["reporter"], r["direction"], r["source"]) for r in rows)
    many = len({source for _, _, source in keys}) > 1
    ways = len({way for _, way, _ in keys}) > 1
    out = {}
    for who, way, source in keys:
        text = named(who)
        text += f", {WAYS.get(way, way)}" if ways else ""
        out[who, way, source] = f"{text} ({cut(source, 18)})" if many else text
    return out


def _drawn(cells: list[dict[str, Any]], names: list[str]) -> Any:
    periods = sorted({cell["period"] for cell in cells})
    used = {cell["state"] for cell in cells}
    states = [(word, colour) for word, colour in STATES.values() if word in used]
    scale = alt.Scale(domain=[w for w, _ in states], range=[c for _, c in states])
    width = min(WIDTH - 200, max(160, 44 * len(periods)))
    base = alt.Chart(data(cells)).encode(
        x=alt.X("period:O", axis=periods_axis(periods)),
        y=alt.Y("name:N", sort=names, title=None, axis=alt.Axis(ticks=False)),
        tooltip=["name:N", "period:O", "state:N"],
    )
    boxes = base.mark_rect(stroke=LINE, strokeWidth=0.5).encode(
        color=alt.Color(
            "state:N",
            scale=scale,
            title=None,
            legend=alt.Legend(
                orient="top", symbolStrokeColor=SOFT, symbolType="square"
            ),
        )
    )
    hatch = (
        base.transform_filter("datum.state == 'no value'")
        .mark_point(shape=HATCH, color=SOFT, strokeWidth=0.8)
        .encode(size=alt.value(min(width / len(periods), 15.0) ** 2 * 0.8))
    )
    return (boxes + hatch).properties(width=width, height=alt.Step(16))
