"""Monthly lines: events, windows, and what was to be expected with its band."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    COLOURS,
    GREY,
    INK,
    ORANGE,
    RED,
    SKY,
    SOFT,
    WIDTH,
    data,
    moment,
    money,
    named,
    percent,
    time_axis,
)
from enduse.report.visible import visible

LINES = len(COLOURS)
HEIGHT = 300


def expected(answer: Answer) -> Figure:
    """One series against what was to be expected, with the interval as a band."""
    fit = [f for f in answer.series["fit"] if f["expected"] is not None]
    group = fit[0]["group"] if fit else answer.series["monthly"][0]["group"]
    rows = [r for r in answer.series["monthly"] if r["group"] == group]
    values = [r["value"] for r in rows] + [f["expected"] for f in fit]
    scale = money(values, answer.currency)
    top = max((v for v in values if v is not None), default=1.0) / scale.by * 1.35
    y_scale = alt.Scale(domain=[0, top], nice=False, clamp=True)
    y = alt.Y("value:Q", title=scale.unit, scale=y_scale)
    x = alt.X("at:T", axis=time_axis())
    names = alt.Scale(
        domain=["recorded", "expected without the measure"], range=[BLUE, ORANGE]
    )
    colour = alt.Color(
        "line:N", scale=names, title=None, legend=alt.Legend(orient="top")
    )
    points = [
        {"at": moment(r["period"]), "value": scale.of(r["value"]), "line": "recorded"}
        for r in rows
    ]
    since = min((e["period"] for e in answer.series.get("events", ())), default="")
    lines: list[dict[str, Any]] = [
        {
            "at": moment(f["period"]),
            "value": scale.of(f["expected"]),
            "low": scale.of(f["low"]),
            "high": min(scale.of(f["high"]) or 0.0, top),
            "line": "expected without the measure",
        }
        for f in fit
    ]
    after = [line for line in lines if line["at"] >= (moment(since) if since else "")]
    band = (
        alt.Chart(data(after))
        .mark_area(color=ORANGE, opacity=0.2)
        .encode(x=x, y=alt.Y("low:Q", title=scale.unit, scale=y_scale), y2="high:Q")
    )
    dashed = (
        alt.Chart(data(lines))
        .mark_line(strokeDash=[5, 3], strokeWidth=2)
        .encode(x=x, y=y, color=colour)
    )
    line = (
        alt.Chart(data(points))
        .mark_line(strokeWidth=2.5)
        .encode(
            x=x,
            y=y,
            color=colour,
            tooltip=[
                alt.Tooltip("at:T", format="%Y-%m"),
                alt.Tooltip("value:Q", format=",.2f"),
            ],
        )
    )
    parts = [*windows(answer), band, dashed, line, *events(answer)]
    chart = alt.layer(*parts).properties(width=WIDTH - 60, height=HEIGHT)
    verdict = next((r["text"] for r in answer.rows if r.get("text")), "")
    title = verdict or f"Month by month, {scale.unit}"
    notes = ["Band: 95 % interval of what was to be expected."] if after else []
    notes += _shading(answer)
    said = f"Monthly line, {scale.unit}. {_ends(points)}"
    return Figure("expected", title[:1].upper() + title[1:], chart, said, tuple(notes))


def indexed(answer: Answer) -> Figure:
    """Several series on one scale: each 100 on average over the time before."""
    rows = [r for r in answer.series["monthly"] if r["value"] is not None]
    events_ = [e["period"] for e in answer.series.get("events", ())]
    base = set(answer.windows.get("pre", ())) or {
        r["period"] for r in rows if not events_ or r["period"] < min(events_)
    }
    groups = list(dict.fromkeys(r["group"] for r in rows))
    points = []
    for group in groups:
        mine = [r for r in rows if r["group"] == group]
        before = [r["value"] for r in mine if r["period"] in base]
        mean = sum(before) / len(before) if before else 0.0
        if mean > 0:
            points += [
                {
                    "at": moment(r["period"]),
                    "value": 100 * r["value"] / mean,
                    "line": named(group),
                }
                for r in mine
            ]
    names = list(dict.fromkeys(p["line"] for p in points))
    marks = [BLUE, GREY, SKY, ORANGE][: len(names)]
    title = "The trade and what it is compared with: 100 is the average before"
    unit = "index, average before = 100"
    return _lines(answer, points, names, title, unit, marks)


def groups(
    answer: Answer, wanted: Sequence[str], title: str, *, name: str = "monthly"
) -> Figure:
    """The lines of several groups in money, the largest in colour."""
    chosen = list(wanted)[:LINES]
    rows = [r for r in answer.series["monthly"] if r["group"] in chosen]
    scale = money((r["value"] for r in rows), answer.currency)
    found = {(r["group"], r["period"]): r["value"] for r in rows}
    periods = sorted({r["period"] for r in answer.series["monthly"]})
    points = [
        {
            "at": moment(period),
            "value": scale.of(found.get((group, period))),
            "line": named(group),
        }
        for group in chosen
        for period in periods
    ]
    names = [named(group) for group in chosen]
    marks = COLOURS[: len(names)]
    drawn = _lines(answer, points, names, title, scale.unit, marks)
    left = len(wanted) - len(chosen)
    notes = (f"{left} more lines are not drawn.",) if left > 0 else ()
    return replace(drawn, name=name, notes=(*drawn.notes, *notes))


def _lines(
    answer: Answer,
    points: list[dict[str, Any]],
    names: list[str],
    title: str,
    unit: str,
    marks: Iterable[str],
) -> Figure:
    scale = alt.Scale(domain=names, range=list(marks))
    lines = (
        alt.Chart(data(points))
        .mark_line(strokeWidth=2, clip=True)
        .encode(
            x=alt.X("at:T", axis=time_axis()),
            y=alt.Y("value:Q", title=unit),
            color=alt.Color("line:N", scale=scale, sort=names, title=None),
            tooltip=[
                "line:N",
                alt.Tooltip("at:T", format="%Y-%m"),
                alt.Tooltip("value:Q", format=",.1f"),
            ],
        )
    )
    parts = [*windows(answer), lines, *events(answer)]
    chart = alt.layer(*parts).properties(width=WIDTH - 160, height=HEIGHT)
    said = f"Monthly lines, {unit}: {', '.join(names)}."
    return Figure("monthly", title, chart, said, tuple(_shading(answer)))


def windows(answer: Answer) -> list[alt.Chart]:
    """Shading behind the windows compared, where they are of months."""
    bands = [
        {"from": moment(w[0]), "to": _next(w[-1]), "name": name}
        for name, w in answer.windows.items()
        if name in ("pre", "post") and w and len(w[0]) > 4
    ]
    if not bands:
        return []
    return [
        alt.Chart(data(bands))
        .mark_rect(color=GREY, opacity=0.16)
        .encode(x=alt.X("from:T", axis=time_axis()), x2="to:T")
    ]


def events(answer: Answer) -> list[alt.Chart]:
    """A rule at each event, its words beside it; later ones stand lower."""
    found: list[dict[str, Any]] = [
        {"at": moment(e["period"]), "label": visible(str(e["label"])), "row": n}
        for n, e in enumerate(
            sorted(answer.series.get("events", ()), key=lambda e: str(e["period"]))
        )
    ]
    if not found:
        return []
    x = alt.X("at:T", axis=time_axis())
    rules = alt.Chart(data(found)).mark_rule(color=RED, size=1.5).encode(x=x)
    texts = [
        alt.Chart(data([one]))
        .mark_text(
            align="left" if one is found[-1] else "right",
            dx=5 if one is found[-1] else -5,
            color=INK,
            baseline="top",
        )
        .encode(x=x, y=alt.value(2 + 15 * one["row"]), text="label:N")
        for one in found
    ]
    return [rules, *texts]


def study(answer: Answer) -> Figure:
    """Months to the event against the difference to the controls, with intervals."""
    rows = answer.series["study"]
    names = list(dict.fromkeys(named(r["group"]) for r in rows))
    points = [
        {
            "lead": r["lead"] + 0.16 * names.index(named(r["group"])),
            "log": r["log"],
            "low": r["low"],
            "high": r["high"],
            "line": named(r["group"]),
            "period": r["period"],
        }
        for r in rows
    ]
    scale = alt.Scale(domain=names, range=list(COLOURS[: len(names)]))
    colour = alt.Color(
        "line:N", scale=scale, title=None, legend=alt.Legend(orient="top")
    )
    x = alt.X("lead:Q", title="months to the event", scale=alt.Scale(nice=False))
    base = alt.Chart(data(points)).encode(x=x, color=colour)
    unit = "difference to the controls, log points"
    bars = base.mark_rule(opacity=0.55, size=1.5).encode(
        y=alt.Y("low:Q", title=unit), y2="high:Q"
    )
    dots = base.mark_point(filled=True, size=38, opacity=1).encode(
        y=alt.Y("log:Q", title=unit),
        tooltip=["period:N", "line:N", alt.Tooltip("log:Q", format=".2f")],
    )
    zero = alt.Chart(data([{"log": 0}])).mark_rule(color=SOFT).encode(y="log:Q")
    event = alt.Chart(data([{"lead": -0.5}])).mark_rule(color=RED, size=1.5).encode(x=x)
    chart = alt.layer(zero, event, bars, dots).properties(
        width=WIDTH - 60, height=HEIGHT
    )
    after = [r["log"] for r in rows if r["lead"] >= 0]
    mean = sum(after) / len(after) if after else 0.0
    title = (
        "Event study: after the event on average "
        f"{percent(_as_percent(mean), sign=True)} against the controls"
    )
    note = (
        "Bars: 95 % interval of one month's scatter before. Dots off zero before the "
        "line say that the two moved apart already."
    )
    return Figure("study", title, chart, f"{title}.", (note,))


def _as_percent(log: float) -> float:
    import math

    return 100 * math.expm1(log)


def _shading(answer: Answer) -> list[str]:
    return ["Shaded: the windows compared."] if windows(answer) else []


def _next(period: str) -> str:
    year, month = int(period[:4]), int(period[5:7])
    return moment(f"{year + month // 12:04}-{month % 12 + 1:02}")


def _ends(points: Sequence[Mapping[str, Any]]) -> str:
    known = [p for p in points if p["value"] is not None]
    if not known:
        return "No month has a value."
    first, last = known[0], known[-1]
    return (
        f"{first['at'][:7]}: {first['value']:,.1f}; {last['at'][:7]}: "
        f"{last['value']:,.1f}."
    )
