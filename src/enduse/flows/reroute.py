"""Whether goods that no longer go straight to a target go there through others.

For each hub: the rise of what the coalition sends it, the rise of what it sends on,
the fall of the direct route, the share of that fall the rise can make up, against
what was to be expected, and the same of goods and hubs that have no reason to move.

*Source*: M. Chupilkin, B. Javorcik, A. Plekhanov, "The Eurasian Roundabout", EBRD
Working Paper 276 (2023); break dates as in `breaks`.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.answering import answer, finding
from enduse.flows.breaks import Break, level_shift
from enduse.flows.change import Change
from enduse.flows.comparison import compared
from enduse.flows.query import TOTAL, Goods, Query
from enduse.flows.reroute_lines import by_value, links, row_of, times_of, totals
from enduse.flows.selection import Selection, problem, select
from enduse.flows.series import series
from enduse.flows.tally import inside, sums
from enduse.flows.windows import Window
from enduse.model import Evidence, Finding, Problem

DEFINITION = (
    "for each hub, sums of {pre} (pre) and {post} (post): `rise_in` = post - pre of "
    "coalition -> hub, `rise_out` = post - pre of hub -> target, `direct_fall` = pre - "
    "post of coalition -> target; `substitution_percent` = 100 x rise_in / "
    "direct_fall; no counterfactual is in that; `excess_in` = post - pre x growth of "
    "the placebo goods "
    "({placebo}), `excess_fall` = pre x the same growth to the target - post, and "
    "`substitution_excess_percent` = 100 x excess_in / excess_fall. `carried` = min of "
    "rise_in and rise_out. Ranked by value."
)


@dataclass(frozen=True, slots=True)
class Routing:
    """Which hubs, which windows, and which goods and hubs have no reason to move.

    Without `hubs` every partner of the coalition but the target is tried; `top` keeps
    the largest.
    """

    pre: Window
    post: Window
    hubs: tuple[str, ...] = ()
    placebo_goods: Goods | None = None
    placebo_hubs: tuple[str, ...] = ()
    top: int = 0

    @property
    def change(self) -> Change:
        """The windows as a change by partner."""
        return Change(self.pre, self.post, "partner")


def reroute(flows: pl.LazyFrame, query: Query, routing: Routing) -> Answer:
    """The hubs between the reporters (a coalition) and the partner (the target).

    *Raises* ValueError unless one target is named.
    """
    if len(query.partners) != 1:
        raise ValueError("name one --into: the target that the goods are to reach")
    target = query.partners[0]
    query = replace(query, monthly=routing.pre.monthly)
    sent = _sent(flows, query, routing, query.goods)
    onward = _onward(flows, query, routing, sent)
    shown = replace(sent, frame=_of_windows(sent, routing))
    lines = _lines(sent, onward, routing)
    placebo = _placebo(flows, query, routing)
    breaks = _breaks(sent, onward, lines, routing)
    direct = lines.get(target, {})
    shift = level_shift(series(sent.frame.filter(pl.col("whom") == target)))
    aside = times_of(placebo.get(target))
    rows = [
        {**row_of(hub, line, direct, placebo, breaks), "direct_placebo_times": aside}
        for hub, line in lines.items()
        if hub != target
    ]
    for row in rows:
        row["role"] = "placebo" if row["hub"] in routing.placebo_hubs else "hub"
    rows = sorted(rows, key=by_value)
    kept = rows[: routing.top] if routing.top else rows
    got = _answer(
        flows, shown, onward, routing, [*totals(_hubs(kept), direct, shift), *kept]
    )
    comparison = compared(flows, shown, routing.change)
    return replace(
        got,
        editions={**got.editions, **comparison.editions},
        left_out=(*got.left_out, *comparison.left_out),
        problems=(*got.problems, *_doubts(onward, comparison.frame is not None)),
        findings=tuple(_findings(sent, _hubs(kept))),
        series={**_monthly(sent), "links": links(kept, direct, target)},
    )


def _hubs(rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [row for row in rows if row["role"] == "hub"]


def _sent(
    flows: pl.LazyFrame, query: Query, routing: Routing, goods: Goods
) -> Selection:
    """The coalition's exports to the target and to the hubs."""
    partners: tuple[str, ...] = ()
    if routing.hubs:
        partners = (*query.partners, *routing.hubs, *routing.placebo_hubs)
    asked = replace(query, partners=partners, goods=goods, direction="X")
    return select(flows, asked)


def _of_windows(sent: Selection, routing: Routing) -> pl.DataFrame:
    """The cells that are counted; the others only date the breaks."""
    parts = [inside(sent.frame, when) for when in (routing.pre, routing.post)]
    return pl.concat(parts)


def _onward(
    flows: pl.LazyFrame, query: Query, routing: Routing, sent: Selection
) -> Selection:
    """What the hubs say they sent to the target."""
    hubs = routing.hubs or tuple(sent.frame["whom"].unique().to_list())
    asked = replace(query, reporters=(*hubs, *routing.placebo_hubs), direction="X")
    money = query.currency or sent.currency
    return select(flows, replace(asked, currency=money, members=("reporter",)))


def _lines(
    sent: Selection, onward: Selection, routing: Routing
) -> dict[str, dict[str, float | None]]:
    pairs = (("pre", routing.pre), ("post", routing.post))
    into = sums(sent.frame, pairs, [pl.col("whom").alias("hub")])
    out = sums(onward.frame, pairs, [pl.col("who").alias("hub")])
    both = into.join(out, on="hub", how="left", suffix="_out")
    return {row.pop("hub"): row for row in both.sort("hub").to_dicts()}


def _placebo(
    flows: pl.LazyFrame, query: Query, routing: Routing
) -> dict[str, tuple[float, float]]:
    """Sums of the placebo goods before and after, by partner; without any, nothing."""
    if routing.placebo_goods is None:
        return {}
    asked = routing.placebo_goods
    mine = () if query.goods.everything else query.goods.codes
    less = tuple(dict.fromkeys((*asked.without, *mine)))
    goods = replace(asked, codes=asked.codes or (TOTAL,), without=less)
    cells = _sent(flows, query, routing, goods)
    pairs = (("pre", routing.pre), ("post", routing.post))
    found = sums(cells.frame, pairs, [pl.col("whom").alias("hub")])
    return {r["hub"]: (r["pre"], r["post"]) for r in found.to_dicts()}


def _breaks(
    sent: Selection,
    onward: Selection,
    lines: Mapping[str, Any],
    routing: Routing,
) -> dict[tuple[str, str], Break]:
    """The level shifts into and out of the hubs named, or of the largest ten."""
    moved = {h: abs((v["post"] or 0) - (v["pre"] or 0)) for h, v in lines.items()}
    chosen = sorted(moved, key=lambda h: -moved[h])
    chosen = chosen if routing.hubs else chosen[:10]
    found: dict[tuple[str, str], Break] = {}
    for hub in chosen:
        for way, frame, column in (
            ("in", sent.frame, "whom"),
            ("out", onward.frame, "who"),
        ):
            rows = frame.filter(pl.col(column) == hub)
            shift = level_shift(series(rows)) if rows.height else None
            if shift:
                found[hub, way] = shift
    return found


def _answer(
    flows: pl.LazyFrame,
    sent: Selection,
    onward: Selection,
    routing: Routing,
    rows: list[dict[str, Any]],
) -> Answer:
    name = str(routing.placebo_goods) if routing.placebo_goods else "none given"
    definition = DEFINITION.format(pre=routing.pre, post=routing.post, placebo=name)
    windows = {"pre": routing.pre, "post": routing.post}
    got = answer(
        flows, sent, windows, asked="Re-routing of", definition=definition, rows=rows
    )
    more = tuple(s for s in onward.sources if s not in got.sources)
    return replace(got, sources=(*got.sources, *more))


def _doubts(onward: Selection, changed: bool) -> Iterator[Problem]:
    if onward.frame.is_empty():
        text = (
            "no hub's record of what it sent on is in store: a rise into a hub is not "
            "shown to go on"
        )
        yield problem("onward-absent", text)
    if changed:
        text = (
            "the classification changed between the windows and new codes are in these "
            "sums; enduse flows growth gives both figures"
        )
        yield problem("classification-changed", text)


def _monthly(sent: Selection) -> dict[str, list[dict[str, Any]]]:
    rows = sent.frame.filter(pl.col("month") > 0)
    found = rows.group_by("whom", "period").agg(pl.col("amount").sum().alias("value"))
    named = found.rename({"whom": "group"}).sort("group", "period")
    return {"monthly": named.select("period", "group", "value").to_dicts()}


def _findings(sent: Selection, rows: list[dict[str, Any]]) -> Iterator[Finding]:
    """A finding for a hub whose rise is at least a hundredth of the direct fall and
    that shows a rise out too, or has no record of it."""
    for row in rows:
        share = row["substitution_percent"]
        if share is None or share < 1 or row["rise_in"] <= 0:
            continue
        if row["rise_out"] is not None and row["rise_out"] <= 0:
            continue
        yield finding(
            sent,
            kind="rerouting",
            severity="high" if (row["rise_out"] or 0) > 0 else "medium",
            title=f"{row['hub']}: its rise is {share:.1f} % of what the target lost",
            explanation=f"Signs: {row['signs']}.",
            evidence=(
                Evidence("rise into the hub", f"{row['rise_in']:,.0f} {sent.currency}"),
                Evidence("fall of the direct route", f"{row['direct_fall']:,.0f}"),
            ),
        )
