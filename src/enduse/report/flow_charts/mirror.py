"""Both records of one trade: scatter, ratio over time, and what did not arrive."""

from collections.abc import Iterator
from typing import Any

import altair as alt

from enduse.flows.answer import Answer
from enduse.report.flow_charts import sankey
from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    COLOURS,
    GREY,
    SOFT,
    WIDTH,
    data,
    money,
    named,
    periods_axis,
    together,
)
from enduse.report.flow_charts.place import Spot, pixel, readable, ticks

SIZE = 440
ALL = "all"
SENDERS = 9
OTHER = "other senders"


def figures(answer: Answer) -> Iterator[Figure]:
    """What went and arrived before and after; the ratio; the scatter."""
    rows = [r for r in answer.series["points"] if r["sent"] and r["sent"] > 0]
    both = [r for r in rows if r["arrived"] is not None and r["arrived"] > 0]
    yield from _lost(answer, rows)
    if len({r["when"] for r in both}) > 2 and {r["from"] for r in both} == {ALL}:
        yield _ratios(both)
    if both:
        yield _scatter(answer, both)


def _lost(answer: Answer, rows: list[dict[str, Any]]) -> Iterator[Figure]:
    known = [r for r in rows if r["gap"] is not None and r["verdict"] != "control"]
    if not known:
        return
    last = max(r["when"] for r in known)
    gaps: dict[str, float] = {}
    for row in known:
        if row["when"] == last:
            gaps[row["to"]] = gaps.get(row["to"], 0.0) + row["gap"]
    to = max(gaps, key=lambda name: gaps[name])
    history = [r["when"] for r in known if r["to"] == to and r["verdict"] == "history"]
    first = max(history, default=min(r["when"] for r in known if r["to"] == to))
    picked = [r for r in known if r["to"] == to]
    now = sorted((r for r in picked if r["when"] == last), key=lambda r: -r["sent"])
    kept = [r["from"] for r in now[:SENDERS]]
    links = [
        link
        for when in dict.fromkeys((first, last))
        for link in _links(answer, [r for r in picked if r["when"] == when], when, kept)
    ]
    gap = sum(max(r["gap"], 0.0) for r in picked if r["when"] == last)
    sent = sum(r["sent"] for r in picked if r["when"] == last)
    title = (
        f"{named(to)} {last}: {100 * gap / sent:.0f} % of what was sent to it is not "
        "recorded on arrival"
    )
    names = [_sender(answer, name) for name in kept]
    columns = ([*names, OTHER], _ends(to))
    note = "Arrived: the receiver's value less the freight and insurance assumed."
    yield sankey.figure(title, links, columns, answer.currency, (note,))


def _ends(to: str) -> list[str]:
    return [f"recorded by {named(to)}", "not recorded on arrival"]


def _links(
    answer: Answer, rows: list[dict[str, Any]], when: str, kept: list[str]
) -> Iterator[sankey.Link]:
    for row in sorted(rows, key=lambda r: -r["sent"]):
        name = _sender(answer, row["from"]) if row["from"] in kept else OTHER
        gap = min(max(row["gap"], 0.0), row["sent"])
        there, lost = _ends(row["to"])
        yield sankey.Link(name, there, when, row["sent"] - gap)
        yield sankey.Link(name, lost, when, gap, lost=True)


def _sender(answer: Answer, name: str) -> str:
    if name != ALL:
        return named(name)
    return together(answer.coverage.get("reporters", ()), "all senders")


def _ratios(rows: list[dict[str, Any]]) -> Figure:
    whens = sorted({row["when"] for row in rows})
    partners = _partners(rows)
    points = [
        {"when": r["when"], "name": named(r["to"]), "ratio": r["ratio"]} for r in rows
    ]
    y = alt.Y("ratio:Q", title="arrived / sent", scale=alt.Scale(zero=True))
    lines = (
        alt.Chart(data(points))
        .mark_line(point=alt.OverlayMarkDef(size=50), strokeWidth=2.5)
        .encode(
            x=alt.X("when:O", axis=periods_axis(whens)),
            y=y,
            color=_colours(rows, partners),
            tooltip=["name:N", "when:O", alt.Tooltip("ratio:Q", format=".2f")],
        )
    )
    one = (
        alt.Chart(data([{"ratio": 1.0}]))
        .mark_rule(color=SOFT, strokeDash=[4, 4])
        .encode(y="ratio:Q")
    )
    last = {p["name"]: p for p in sorted(points, key=lambda p: p["when"])}
    told = "; ".join(f"{n} {p['ratio']:.2f} in {p['when']}" for n, p in last.items())
    title = "The ratio over time: 1 is all of it recorded on arrival"
    chart = (one + lines).properties(width=WIDTH - 160, height=240)
    return Figure("ratio", title, chart, f"Lines of arrived / sent: {told}.")


def _partners(rows: list[dict[str, Any]]) -> list[str]:
    """In question first, controls after, largest first."""
    totals: dict[tuple[bool, str], float] = {}
    for row in rows:
        key = (row["verdict"] == "control", row["to"])
        totals[key] = totals.get(key, 0.0) + row["sent"]
    return [to for _, to in sorted(totals, key=lambda k: (k[0], -totals[k]))]


def _colours(rows: list[dict[str, Any]], partners: list[str]) -> alt.Color:
    controls = {row["to"] for row in rows if row["verdict"] == "control"}
    chosen = [p for p in partners if p not in controls][: len(COLOURS)]
    greys = [p for p in partners if p not in chosen]
    names = [named(p) for p in (*chosen, *greys)]
    marks = [*COLOURS[: len(chosen)], *[GREY] * len(greys)]
    title = "grey: controls" if greys else None
    legend = alt.Legend(title=title, symbolOpacity=1) if len(names) > 1 else None
    scale = alt.Scale(domain=names, range=marks)
    return alt.Color("name:N", scale=scale, sort=names, legend=legend)


def _scatter(answer: Answer, rows: list[dict[str, Any]]) -> Figure:
    values = [value for r in rows for value in (r["sent"], r["arrived"])]
    in_money = money(values, answer.currency)
    domain = (min(values) / in_money.by * 0.6, max(values) / in_money.by * 1.9)
    pairs = {r["from"] for r in rows} != {ALL}
    last = max(r["when"] for r in rows)
    points = [
        {
            "name": named(r["to"]),
            "label": _label(r, pairs=pairs),
            "when": r["when"],
            "sent": r["sent"] / in_money.by,
            "arrived": r["arrived"] / in_money.by,
            "series": f"{r['from']} {r['to']}",
            "now": r["when"] == last,
        }
        for r in rows
    ]
    scale = alt.Scale(type="log", domain=list(domain), nice=False)
    marks = ticks(*domain)
    axis: dict[str, Any] = {"values": marks, "format": ",~g"}
    x = alt.X(
        "sent:Q", scale=scale, axis=alt.Axis(title=f"sent, {in_money.unit}", **axis)
    )
    y = alt.Y(
        "arrived:Q",
        scale=scale,
        axis=alt.Axis(title=f"arrived, {in_money.unit}", **axis),
    )
    colour = _colours(rows, _partners(rows))
    base = alt.Chart(data(points)).encode(x=x, y=y)
    dots = base.mark_point(filled=True, size=60, opacity=0.85).encode(
        color=colour,
        fillOpacity=alt.condition("datum.now", alt.value(0.95), alt.value(0.6)),
        tooltip=[
            "name:N",
            "label:N",
            "when:N",
            alt.Tooltip("sent:Q", format=",.3~f"),
            alt.Tooltip("arrived:Q", format=",.3~f"),
        ],
    )
    paths = base.mark_line(opacity=0.6, strokeWidth=1).encode(
        color=colour, detail="series:N", order="when:N"
    )
    ends = [{"sent": end, "arrived": end} for end in domain]
    even = alt.Chart(data(ends)).mark_line(color=SOFT, strokeDash=[4, 4], size=1)
    texts = (
        alt.Chart(data(_labelled(points, domain, pairs=pairs)))
        .mark_text(align="left", dx=8)
        .encode(x=x, y=y, text="label:N")
    )
    parts = [even.encode(x=x, y=y), dots, texts]
    if not pairs:
        parts.insert(1, paths)
    now = [r for r in rows if r["when"] == last]
    below = sum(r["arrived"] < r["sent"] for r in now)
    title = (
        f"Below the line less arrived than was sent: {below} of {len(now)} points "
        f"in {last}"
    )
    chart = alt.layer(*parts).properties(width=SIZE, height=SIZE)
    said = f"Scatter of {len(rows)} pairs of records on logarithmic axes; {title}."
    note = f"Strong dots: {last}; faint ones: earlier." if pairs else ""
    return Figure("mirror", title, chart, said, (note,) if note else ())


def _label(row: dict[str, Any], *, pairs: bool) -> str:
    return named(row["from"]) if pairs else str(row["when"])


def _labelled(
    points: list[dict[str, Any]], domain: tuple[float, float], *, pairs: bool
) -> list[dict[str, Any]]:
    """The points whose labels have room, the latest and furthest off the line first."""
    wanted = [p for p in points if p["now"] or not pairs]
    wanted.sort(key=lambda p: (not p["now"], p["arrived"] / p["sent"]))
    spots = [
        Spot(
            pixel(p["sent"], domain, SIZE),
            pixel(p["arrived"], domain, SIZE),
            p["label"],
        )
        for p in wanted
    ]
    return [p for p, free in zip(wanted, readable(spots), strict=True) if free]
