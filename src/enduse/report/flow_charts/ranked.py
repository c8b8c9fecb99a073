"""Ranked bars: hubs, surges, the parts of a change, readings of a claim."""

from collections.abc import Iterator, Sequence
from typing import Any

import altair as alt

from enduse.report.flow_charts.look import (
    BLUE,
    INK,
    WIDTH,
    Money,
    data,
)


def bars(
    rows: Sequence[tuple[str, str, float | None, str]],
    unit: str,
    *,
    kinds: dict[str, str] | None = None,
) -> Any:
    """Bars of (line, kind, value, text), a line under the other, kinds side by side.

    `kinds` maps each kind to its colour. The text stands at the end of the bar.
    """
    colours = kinds or {"": BLUE}
    values = [value for _, _, value, _ in rows if value is not None]
    low, high = min(0.0, *values, 0.0), max(0.0, *values, 0.0)
    span = (high - low) or 1.0
    longest = max((len(text) for _, _, _, text in rows), default=0)
    room = span * min(1.2, longest * 6.8 / max(160, WIDTH - 140 - longest * 6.8))
    left = room if low < 0 else 0.0
    domain = [low - left, high + room]
    order = list(dict.fromkeys(name for name, _, _, _ in rows))
    several = len(colours) > 1
    base = alt.Chart(data(list(_points(rows)))).encode(
        y=alt.Y("name:N", sort=order, title=None, axis=alt.Axis(ticks=False)),
        x=alt.X("value:Q", title=unit, scale=alt.Scale(domain=domain, nice=False)),
        tooltip=["name:N", "kind:N", alt.Tooltip("value:Q", format=",.2f"), "text:N"],
    )
    if several:
        base = base.encode(yOffset=alt.YOffset("kind:N", sort=list(colours)))
    colour = alt.Color(
        "kind:N",
        scale=alt.Scale(domain=list(colours), range=list(colours.values())),
        sort=list(colours),
        title=None,
        legend=alt.Legend(orient="top") if several else None,
    )
    drawn = base.mark_bar().encode(color=colour)
    right = base.transform_filter("datum.value >= 0").mark_text(
        align="left", dx=4, color=INK
    )
    under = base.transform_filter("datum.value < 0").mark_text(
        align="right", dx=-4, color=INK
    )
    step = 15 * len(colours) + 11
    return (
        drawn + right.encode(text="text:N") + under.encode(text="text:N")
    ).properties(width=WIDTH - 120, height=alt.Step(step if not several else 15))


def _points(
    rows: Sequence[tuple[str, str, float | None, str]],
) -> Iterator[dict[str, Any]]:
    for name, kind, value, text in rows:
        if value is not None:
            yield {"name": name, "kind": kind, "value": value, "text": text}


def in_words(rows: Sequence[tuple[str, str, float | None, str]], scale: Money) -> str:
    """The bars for who cannot see them."""
    told = (f"{name} {kind} {text}".replace("  ", " ") for name, kind, _, text in rows)
    return f"Bars, {scale.unit}: {'; '.join(told)}."
