"""Every hub and every product between a coalition and a target, at once.

Two sums over all cells, in a stream, so that memory follows the number of hubs and
products and not the number of cells.
"""

from dataclasses import dataclass, field
from typing import Any

import polars as pl

from enduse.flows import areas
from enduse.flows.answer import Answer
from enduse.flows.members import expanded
from enduse.flows.query import Goods, Query
from enduse.flows.selection import narrowed
from enduse.flows.windows import Window

DEFINITION = (
    "a line for each hub and product of the longest codes with a rise from the "
    "coalition and a rise on to the target between the windows; `carried` is the least "
    "of the two, `direct_fall` what the coalition sends the target less. "
    "Codes are compared as they stand: a product born in a new edition has no base."
)


@dataclass(frozen=True, slots=True)
class Scanned:
    """What to scan: target, coalition, two windows; goods and a floor of value."""

    target: str
    coalition: tuple[str, ...]
    pre: Window
    post: Window
    goods: Goods = field(default_factory=Goods)
    floor: float = 0.0
    direction: str = "X"
    currency: str = ""


def scan_answer(flows: pl.LazyFrame, asked: Scanned, top: int = 0) -> Answer:
    """The answer of `scan`: the `top` largest lines, and who filed which windows."""
    if asked.currency:
        flows = flows.filter(pl.col("currency") == asked.currency)
    found = scan(flows, asked)
    rows = found.head(top).to_dicts() if top else found.to_dicts()
    about = _about(flows, asked)
    filed = about.group_by("reporter").agg(pl.col("period").n_unique())
    periods = about["period"].n_unique()
    gaps = filed.filter(pl.col("period") < periods)["reporter"].sort().to_list()
    sources = about.group_by("source").agg(pl.col("cells").sum()).sort("source")
    money = sorted(about["currency"].unique().to_list())
    if len(money) > 1:
        said = ", ".join(m or "no stated currency" for m in money)
        raise ValueError(f"values are in {said}; choose one with --currency")
    return Answer(
        question=f"Hubs and products between {', '.join(asked.coalition)} and "
        f"{asked.target}: {asked.goods}",
        definition=DEFINITION,
        rows=tuple(rows),
        unit=money[0] if money else "",
        currency=money[0] if money else "",
        windows={"pre": list(asked.pre.periods), "post": list(asked.post.periods)},
        editions={"used": sorted(about["edition"].unique().to_list())},
        coverage=_coverage(filed, gaps),
        left_out=(
            {
                "what": "lines not shown",
                "why": "--top",
                "cells": found.height - len(rows),
                "value": float(found["carried"].slice(len(rows)).sum()),
            },
        ),
        sources=tuple(sources.to_dicts()),
    )


def _coverage(filed: pl.DataFrame, gaps: list[str]) -> dict[str, Any]:
    return {
        "reporters": filed["reporter"].sort().to_list(),
        "reporters_constant": not gaps,
        "gaps": {who: ["some periods"] for who in gaps},
        "cells": int(filed["period"].sum()),
    }


def _about(flows: pl.LazyFrame, asked: Scanned) -> pl.DataFrame:
    """Who filed what in the windows: a line a reporter, period, edition, currency."""
    inside = _inside(asked.pre) | _inside(asked.post)
    coalition = sorted(expanded(asked.coalition) - areas.aggregates())
    bears = pl.col("reporter").is_in(coalition) | (pl.col("partner") == asked.target)
    whole = ~pl.col("reporter").is_in(sorted(areas.aggregates()))
    way = pl.col("direction") == asked.direction
    rows = flows.filter(inside, way, bears, whole)
    by = ("source", "reporter", "period", "edition", "currency")
    return rows.group_by(by).agg(pl.len().alias("cells")).collect(engine="streaming")


def scan(flows: pl.LazyFrame, asked: Scanned) -> pl.DataFrame:
    """A line for each hub and product with a rise in and a rise out, largest first.

    *Shape*: `hub`, `product`, `rise_in`, `rise_out`, `direct_fall`, `carried` (the
    least of the rises), sums before and after. Only rows of the longest codes are
    counted: a code and its parts are never added. One source must hold the cells.
    """
    coalition = sorted(expanded(asked.coalition) - areas.aggregates())
    query = Query(goods=asked.goods, direction=asked.direction)
    rows = narrowed(flows, query)
    level = rows.select(pl.col("level").max()).collect(engine="streaming").item()
    sent = pl.col("reporter").is_in(coalition) & ~pl.col("partner").is_in(coalition)
    onward = (pl.col("partner") == asked.target) & ~pl.col("reporter").is_in(coalition)
    groups = sorted(areas.aggregates())
    rows = rows.filter(
        pl.col("level") == level,
        _inside(asked.pre) | _inside(asked.post),
        sent | onward,
        ~pl.col("reporter").is_in(groups),
        ~pl.col("partner").is_in(groups),
    )
    hub = pl.when(sent).then("partner").otherwise("reporter").alias("hub")
    value = pl.col("value")
    sums = rows.group_by(hub, "product").agg(
        value.filter(sent & _inside(asked.pre)).sum().alias("in_pre"),
        value.filter(sent & _inside(asked.post)).sum().alias("in_post"),
        value.filter(~sent & _inside(asked.pre)).sum().alias("out_pre"),
        value.filter(~sent & _inside(asked.post)).sum().alias("out_post"),
    )
    return _ranked(sums.collect(engine="streaming"), asked)


def _inside(when: Window) -> pl.Expr:
    years = pl.col("year").is_between(when.years[0], when.years[-1])
    if not when.monthly:
        return years & (pl.col("month") == 0)
    first, last = pl.lit(when.first), pl.lit(when.last)
    return years & (pl.col("month") > 0) & pl.col("period").is_between(first, last)


def _ranked(sums: pl.DataFrame, asked: Scanned) -> pl.DataFrame:
    rises = sums.with_columns(
        (pl.col("in_post") - pl.col("in_pre")).alias("rise_in"),
        (pl.col("out_post") - pl.col("out_pre")).alias("rise_out"),
    )
    direct = rises.filter(pl.col("hub") == asked.target).select(
        "product", (-pl.col("rise_in")).alias("direct_fall")
    )
    carried = pl.min_horizontal("rise_in", "rise_out").alias("carried")
    return (
        rises.filter(
            pl.col("hub") != asked.target,
            pl.col("rise_in") > 0,
            pl.col("rise_out") > 0,
        )
        .join(direct, on="product", how="left")
        .with_columns(carried)
        .filter(pl.col("carried") >= asked.floor)
        .sort(["carried", "hub", "product"], descending=[True, False, False])
    )
