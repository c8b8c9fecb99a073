"""Flows before and after as ribbons, every panel on one scale.

Altair has no such mark: ribbons are areas between two curves, nodes are rectangles,
and where each stands is worked out here.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import altair as alt

from enduse.report.flow_charts.figure import Figure
from enduse.report.flow_charts.look import (
    BLUE,
    INK,
    PAPER,
    RED,
    Money,
    data,
    money,
    number,
)

STEPS = 18
GAP = 20.0  # pixels between nodes, so that no label touches another
LAST_GAP = 58.0  # and between the last ones, whose labels have lines
NODE = 0.022
PANEL = 365
ROOM = 1.5  # how far the axis goes past the last nodes, for their labels


@dataclass(frozen=True, slots=True)
class Link:
    """What goes from one node to another in one window."""

    source: str
    target: str
    window: str
    value: float
    lost: bool = False


@dataclass(frozen=True, slots=True)
class Node:
    """A node where it stands: a column, its top and its height, in values."""

    name: str
    column: int
    top: float
    height: float


def figure(
    title: str,
    links: Iterable[Link],
    columns: Sequence[Iterable[str]],
    currency: str,
    notes: tuple[str, ...] = (),
) -> Figure:
    """A panel for each window; a link may skip a column."""
    found = [link for link in _summed(links) if link.value > 0]
    order = [list(dict.fromkeys(names)) for names in columns]
    windows = list(dict.fromkeys(link.window for link in found))
    through = {w: _through([k for k in found if k.window == w], order) for w in windows}
    sizes = [_heights(some, columns) for some, columns in through.values()]
    most = max((sum(h.values()) for size in sizes for h in size), default=1.0)
    deepest = max((len(h) for size in sizes for h in size), default=1)
    ends = max((len(size[-1]) for size in sizes), default=1)
    gaps = max((deepest - 1) * GAP, (ends - 1) * LAST_GAP)
    pixels = max(300.0, deepest * 34.0, gaps * 1.8)
    whole = most / (1 - gaps / pixels)
    scale = money((h for size in sizes for n in size for h in n.values()), currency)
    panels = [
        _panel(window, *through[window], whole, pixels, scale) for window in windows
    ]
    chart = alt.hconcat(*panels, spacing=24, bounds="flush")
    told = "; ".join(
        f"{k.window}: {k.source} to {k.target} {number(k.value / scale.by)}"
        for k in found
    )
    notes = (f"Both panels are on one scale; figures in {scale.unit}.", *notes)
    return Figure("sankey", title, chart, f"{told}, in {scale.unit}.", notes)


def _summed(links: Iterable[Link]) -> list[Link]:
    sums: dict[tuple[str, str, str, bool], float] = {}
    for link in links:
        key = (link.source, link.target, link.window, link.lost)
        sums[key] = sums.get(key, 0.0) + link.value
    return [Link(a, b, w, value, lost) for (a, b, w, lost), value in sums.items()]


def _through(
    links: list[Link], order: list[list[str]]
) -> tuple[list[Link], list[list[str]]]:
    """The links with those that skip a column led through an unseen node in it."""
    at = {name: n for n, names in enumerate(order) for name in names}
    columns = [list(names) for names in order]
    out = []
    for link in links:
        start, end = at[link.source], at[link.target]
        before = link.source
        for column in range(start + 1, end):
            unseen = f"\0{link.source}\0{link.target}\0{column}"
            columns[column].insert(0, unseen)
            out.append(Link(before, unseen, link.window, link.value, link.lost))
            before = unseen
        out.append(Link(before, link.target, link.window, link.value, link.lost))
    used = {name for link in out for name in (link.source, link.target)}
    return out, [[n for n in names if n in used] for names in columns]


def _heights(
    links: list[Link], columns: Sequence[Iterable[str]]
) -> list[dict[str, float]]:
    return [
        {
            name: max(
                sum(k.value for k in links if k.source == name),
                sum(k.value for k in links if k.target == name),
            )
            for name in names
        }
        for names in columns
    ]


def _nodes(
    links: list[Link], columns: list[list[str]], pixel: float
) -> dict[str, Node]:
    """Where every node stands; `pixel` is the value of one."""
    found = {}
    for column, heights in enumerate(_heights(links, columns)):
        gap = pixel * (GAP if column < len(columns) - 1 else LAST_GAP)
        top = 0.0
        for name, height in heights.items():
            found[name] = Node(name, column, top, height)
            top += height + gap
    return found


def _panel(
    window: str,
    links: list[Link],
    columns: list[list[str]],
    whole: float,
    pixels: float,
    scale: Money,
) -> Any:
    nodes = _nodes(links, columns, whole / pixels)
    last = max(len(columns) - 1, 1)
    x = alt.X(
        "x:Q",
        scale=alt.Scale(domain=[0, ROOM], nice=False, zero=False),
        axis=None,
    )
    y_scale = alt.Scale(domain=[0, whole], reverse=True, nice=False)
    y = alt.Y("y:Q", scale=y_scale, axis=None)
    kinds = alt.Scale(domain=["on record", "not on record"], range=[BLUE, RED])
    ribbons = (
        alt.Chart(data(list(_ribbons(links, nodes, last))))
        .mark_area(opacity=0.42)
        .encode(
            x=x,
            y=y,
            y2="y2:Q",
            detail="link:N",
            color=alt.Color("kind:N", scale=kinds, legend=None),
            tooltip=["from:N", "to:N", alt.Tooltip("value:Q", format=",.2f")],
        )
    )
    seen = [n for n in nodes.values() if not n.name.startswith("\0")]
    boxes = [
        {
            "x": n.column / last - (NODE / 2 if n.column else 0),
            "x2": n.column / last + (NODE / 2 if n.column else NODE),
            "y": n.top,
            "y2": n.top + n.height,
            "middle": n.top + n.height / 2,
            "text": _text(n, last, scale),
        }
        for n in seen
    ]
    base = alt.Chart(data(boxes))
    rects = base.mark_rect(color=INK).encode(x=x, x2="x2:Q", y=y, y2="y2:Q")
    middle = alt.Y("middle:Q", scale=y_scale, axis=None)
    label: dict[str, Any] = {
        "align": "left",
        "baseline": "middle",
        "dx": 5,
        "lineBreak": "\n",
    }
    place = alt.X("x2:Q", scale=alt.Scale(domain=[0, ROOM], nice=False), axis=None)
    halo = base.mark_text(**label, stroke=PAPER, strokeWidth=3, opacity=0.8).encode(
        x=place, y=middle, text="text:N"
    )
    texts = base.mark_text(**label).encode(x=place, y=middle, text="text:N")
    head = (
        alt.Chart(data([{"text": window}]))
        .mark_text(align="left", fontWeight="bold", fontSize=13)
        .encode(x=alt.value(0), y=alt.value(-18), text="text:N")
    )
    layers = (ribbons, rects, halo, texts, head)
    return alt.layer(*layers).properties(width=PANEL, height=pixels)


def _text(node: Node, last: int, scale: Money) -> str:
    figure = number(node.height / scale.by)
    if node.column != last:
        return f"{node.name} {figure}"
    words, lines = node.name.split(), [""]
    for word in words:
        if len(lines[-1]) + len(word) > 17:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return "\n".join([*lines, figure])


def _ribbons(
    links: list[Link], nodes: dict[str, Node], last: int
) -> Iterator[dict[str, object]]:
    """Points of every ribbon; at each node ribbons lie in the order of its others."""
    out = {name: node.top for name, node in nodes.items()}
    into = dict(out)
    ordered = sorted(links, key=lambda k: (nodes[k.source].top, nodes[k.target].top))
    starts = {}
    for link in ordered:
        starts[id(link)] = out[link.source]
        out[link.source] += link.value
    for link in sorted(links, key=lambda k: nodes[k.source].top):
        y0, y1 = starts[id(link)], into[link.target]
        into[link.target] += link.value
        x0 = nodes[link.source].column / last
        x1 = nodes[link.target].column / last
        names = [n.split("\0")[1:3] for n in (link.source, link.target) if "\0" in n]
        ends = names[0] if names else [link.source, link.target]
        for step in range(STEPS + 1):
            t = step / STEPS
            bend = t * t * (3 - 2 * t)
            y = y0 + (y1 - y0) * bend
            yield {
                "link": f"{link.source} {link.target}".replace("\0", " "),
                "from": ends[0],
                "to": ends[1],
                "value": link.value,
                "kind": "not on record" if link.lost else "on record",
                "x": x0 + (x1 - x0) * t,
                "y": y,
                "y2": y + link.value,
            }
