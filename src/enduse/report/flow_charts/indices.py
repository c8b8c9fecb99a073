"""How concentrated a trade is, with the bands that say what is high."""

from collections.abc import Iterator

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import BLUE, SOFT, WIDTH, data, named, periods_axis

_BANDS = ((1_000, "moderate > 1,000"), (1_800, "high > 1,800"))


def figures(answer: Answer) -> Iterator[Figure]:
    """The index over time, where there is more than one period."""
    rows = [row for row in answer.rows if row["hhi"] is not None]
    whens = [row["when"] for row in rows]
    if len(rows) < 2:
        return
    points = [{"when": row["when"], "hhi": row["hhi"]} for row in rows]
    top = max(2_000.0, *(row["hhi"] * 1.1 for row in rows))
    scale = alt.Scale(domain=[0, top], nice=False)
    y = alt.Y("hhi:Q", title="HHI points", scale=scale)
    x = alt.X("when:O", axis=periods_axis(whens))
    line = (
        alt.Chart(data(points))
        .mark_line(color=BLUE, strokeWidth=2.5, point=alt.OverlayMarkDef(color=BLUE))
        .encode(x=x, y=y, tooltip=["when:O", alt.Tooltip("hhi:Q", format=",.0f")])
    )
    bands = [{"hhi": limit, "word": word} for limit, word in _BANDS]
    base = alt.Chart(data(bands)).encode(y=y)
    rules = base.mark_rule(color=SOFT, strokeDash=[4, 4])
    words = base.mark_text(align="left", baseline="middle", color=SOFT).encode(
        x=alt.value(WIDTH - 134), text="word:N"
    )
    last = rows[-1]
    title = (
        f"{last['when']}: {last['hhi']:,.0f} points, {last['band']}; the largest is "
        f"{named(last['largest'])}"
    )
    chart = alt.layer(rules, line, words).properties(width=WIDTH - 140, height=260)
    yield Figure("hhi", title, chart, f"Line of the index. {title}.")
