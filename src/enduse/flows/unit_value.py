"""Value for each kilogram or piece: which cells are out of line, and how much of a
change of value is price and how much is quantity.

*Source*: robust score as in `surge`, on logarithms, weighted median by quantity; the
split of a change: logarithmic mean Divisia index, B. W. Ang, "The LMDI approach to
decomposition analysis", Energy Policy 33 (2005).
"""

import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.answering import answer, finding
from enduse.flows.once import omission
from enduse.flows.query import Query
from enduse.flows.selection import Selection, problem, select
from enduse.flows.series import Numbers
from enduse.flows.share import whole
from enduse.flows.tally import axis, inside
from enduse.flows.windows import Window
from enduse.model import Evidence, Finding, Problem

DEFINITION = (
    "`unit_value` = value / {unit}; per {by}, code and period. An outlier is a cell "
    "whose ln(unit_value) is more than {limit:g} robust deviations (MAD / 0.6745) from "
    "the median, weighted by quantity, of its code and period, where that has at least "
    "{least} cells. Cells without a quantity, with a quantity of zero or an estimated "
    "one are left out: they have no unit value. "
)
SPLIT = (
    "The change between the windows is split by logarithmic mean Divisia into `price` "
    "and `quantity` over the codes and partners of both windows; `entry_exit` is what "
    "came or went whole. The three add up to the change."
)
LEAST = 8


@dataclass(frozen=True, slots=True)
class Pricing:
    """What to divide by (`net_kg` or `quantity`), which cells, what is an outlier.

    With `pre` and `post` the change of value is split as well.
    """

    per: str = "net_kg"
    by: str = "partner"
    limit: float = 3.5
    floor: float = 0.0
    pre: Window | None = None
    post: Window | None = None
    every: bool = False


def unit_value(flows: pl.LazyFrame, query: Query, pricing: Pricing) -> Answer:
    """The unit values out of line, or all of them; and the split of a change."""
    extra = ("quantity", "unit", "net_kg", "quantity_estimated")
    apart = ("reporter",) if pricing.by == "reporter" else query.members
    span = query.window
    if pricing.pre and pricing.post:
        first, last = sorted((pricing.pre, pricing.post), key=lambda w: w.first)
        span = Window(first.first, last.last)
    cells = select(flows, replace(query, members=apart, window=span), extra=extra)
    left: list[dict[str, Any]] = []
    frame = measured(cells.frame, pricing.per, left)
    judged = scored(frame, pricing)
    if pricing.pre and pricing.post:
        rows = list(_split_rows(frame, pricing))
        windows = {"pre": pricing.pre, "post": pricing.post}
    else:
        shown = judged if pricing.every else judged.filter(pl.col("outlier"))
        rows = shown.to_dicts()
        windows = {"window": w} if (w := query.window or whole(cells.frame)) else {}
    unit = "kilogram" if pricing.per == "net_kg" else _unit(frame)
    definition = DEFINITION.format(
        unit=unit, by=pricing.by, limit=pricing.limit, least=LEAST
    )
    got = answer(
        flows,
        cells,
        windows,
        asked="Unit values of",
        definition=definition + (SPLIT if pricing.pre else ""),
        rows=rows,
    )
    return replace(
        got,
        unit=f"{cells.currency} per {unit}".strip(),
        left_out=(*got.left_out, *left),
        problems=(*got.problems, *_doubts(frame, judged)),
        findings=tuple(_findings(cells, judged)),
        series={"cells": judged.to_dicts()},
    )


def measured(frame: pl.DataFrame, per: str, left: list[dict[str, Any]]) -> pl.DataFrame:
    """The cells with a quantity `q` that can be divided by, of one unit."""
    q = pl.col(per)
    if per == "net_kg":
        in_kg = pl.col("unit").str.to_lowercase().is_in(["kg", "kilogram", "kgm"])
        q = pl.coalesce(q, pl.when(in_kg).then(pl.col("quantity")))
    frame = frame.with_columns(q.alias("q"))
    for why, bad in (
        ("no quantity", pl.col("q").is_null()),
        ("a quantity of zero", pl.col("q") <= 0),
        ("an estimated quantity", pl.col("quantity_estimated")),
        ("no value", pl.col("amount").is_null() | (pl.col("amount") <= 0)),
    ):
        rows = frame.filter(bad.fill_null(False))
        if rows.height:
            left.append(omission(f"cells with {why}", "no unit value", rows))
            frame = frame.filter(~bad.fill_null(False))
    return _of_one_unit(frame, per, left)


def _of_one_unit(
    frame: pl.DataFrame, per: str, left: list[dict[str, Any]]
) -> pl.DataFrame:
    if per == "net_kg" or frame["unit"].n_unique() < 2:
        return frame
    most = frame.group_by("unit").len().sort("len", "unit")["unit"][-1]
    others = frame.filter(pl.col("unit") != most)
    left.append(omission("cells in another unit", f"only {most} is compared", others))
    return frame.filter(pl.col("unit") == most)


def scored(frame: pl.DataFrame, pricing: Pricing) -> pl.DataFrame:
    """A line for each cell: `unit_value`, `median`, `score`, `outlier`, `cells`."""
    keys = [axis(pricing.by).alias("group"), pl.col("product"), pl.col("period")]
    lines = (
        frame.group_by(keys)
        .agg(pl.col("amount").sum().alias("value"), pl.col("q").sum())
        .filter(pl.col("value") >= pricing.floor)
        .with_columns((pl.col("value") / pl.col("q")).alias("unit_value"))
        .sort("product", "period", "group")
    )
    out = []
    for _, part in lines.group_by("product", "period", maintain_order=True):
        out.append(_scored(part, pricing.limit))
    return pl.concat(out) if out else _scored(lines, pricing.limit)


def _scored(part: pl.DataFrame, limit: float) -> pl.DataFrame:
    logs = np.log(part["unit_value"].to_numpy())
    weights = part["q"].to_numpy()
    enough = part.height >= LEAST
    middle = weighted_median(logs, weights) if part.height else math.nan
    spread = float(np.median(np.abs(logs - middle))) if part.height else 0.0
    usable = enough and spread > 0
    scores = 0.6745 * (logs - middle) / spread if usable else np.full(len(logs), np.nan)
    score = pl.Series("score", scores, dtype=pl.Float64).fill_nan(None)
    return part.with_columns(
        pl.lit(math.exp(middle) if enough else None, dtype=pl.Float64).alias("median"),
        score,
        (score.abs() > limit).fill_null(False).alias("outlier"),
        pl.lit(part.height, dtype=pl.UInt32).alias("cells"),
    )


def weighted_median(values: Numbers, weights: Numbers) -> float:
    """The value at which half of the weight is reached.

    *Example*

    >>> weighted_median(np.array([1.0, 2.0, 9.0]), np.array([1.0, 1.0, 8.0]))
    9.0
    """
    order = np.argsort(values, kind="stable")
    total = np.cumsum(weights[order])
    at = int(np.searchsorted(total, total[-1] / 2))
    return float(values[order][min(at, len(values) - 1)])


@dataclass(frozen=True, slots=True)
class Split:
    """A change of value, and the parts of it that add up to it."""

    pre: float
    post: float
    price: float
    quantity: float
    entry_exit: float


def split(pairs: Iterable[tuple[float, float, float, float]]) -> Split:
    """The split of (value, quantity) before and after, a tuple for each cell.

    *Unknown*: a cell with nothing on one side is entry or exit, with no price.

    *Example*

    >>> s = split([(100.0, 10.0, 176.0, 8.7)])
    >>> round(s.price + s.quantity, 9), round((176 / 8.7) / (100 / 10), 3)
    (76.0, 2.023)
    """
    pre = post = price = quantity = other = 0.0
    for v0, q0, v1, q1 in pairs:
        pre, post = pre + v0, post + v1
        if min(v0, q0, v1, q1) <= 0:
            other += v1 - v0
            continue
        weight = v0 if math.isclose(v0, v1) else (v1 - v0) / math.log(v1 / v0)
        price += weight * math.log((v1 / q1) / (v0 / q0))
        quantity += weight * math.log(q1 / q0)
    return Split(pre, post, price, quantity, other)


def _split_rows(frame: pl.DataFrame, pricing: Pricing) -> Iterator[dict[str, Any]]:
    assert pricing.pre is not None
    assert pricing.post is not None
    keys = [axis(pricing.by).alias("group"), pl.col("product")]
    sides = []
    for when, mark in ((pricing.pre, "0"), (pricing.post, "1")):
        rows = inside(frame, when).group_by(keys)
        value, q = pl.col("amount").sum(), pl.col("q").sum()
        sides.append(rows.agg(value.alias(f"v{mark}"), q.alias(f"q{mark}")))
    key = ["group", "product"]
    both = sides[0].join(sides[1], on=key, how="full", coalesce=True)
    both = both.with_columns(pl.col("v0", "q0", "v1", "q1").fill_null(0.0))
    yield _split_row("all", both)
    for (name,), part in both.sort("group").group_by("group", maintain_order=True):
        yield _split_row(str(name), part)


def _split_row(name: str, part: pl.DataFrame) -> dict[str, Any]:
    found = split(part.select("v0", "q0", "v1", "q1").iter_rows())
    q0, q1 = (float(part[column].sum()) for column in ("q0", "q1"))
    before, after = (
        v / q if q else None for v, q in ((found.pre, q0), (found.post, q1))
    )
    return {
        "group": name,
        "pre": found.pre,
        "post": found.post,
        "change": found.post - found.pre,
        "price": found.price,
        "quantity": found.quantity,
        "entry_exit": found.entry_exit,
        "quantity_pre": q0,
        "quantity_post": q1,
        "unit_value_pre": before,
        "unit_value_post": after,
        "unit_value_times": after / before if before and after else None,
    }


def _unit(frame: pl.DataFrame) -> str:
    found = frame["unit"].unique().to_list()
    return str(found[0]) if found and found[0] else "unit of quantity"


def _doubts(frame: pl.DataFrame, judged: pl.DataFrame) -> Iterator[Problem]:
    text = (
        "a unit value is an average over what a code holds: a change of the mix of "
        "goods looks like a change of price"
    )
    yield problem("mix", text)
    if frame.is_empty():
        text = (
            "no cell has a value and a quantity that was not estimated; --per counts "
            "other quantities, by kilogram or as they are given"
        )
        yield problem("no-quantities", text)
    elif judged.height and not (judged["cells"] >= LEAST).any():
        yield problem(
            "too-few-cells", f"no code and period has {LEAST} cells to compare"
        )


def _findings(cells: Selection, judged: pl.DataFrame) -> Iterator[Finding]:
    """The ten largest outliers by value."""
    rows = judged.filter(pl.col("outlier")).sort("value", descending=True).head(10)
    for row in rows.to_dicts():
        times = row["unit_value"] / row["median"]
        yield finding(
            cells,
            kind="unit_value",
            severity="medium",
            title=(
                f"{row['group']} {row['product']} {row['period']}: {times:.2g} times "
                "the median unit value"
            ),
            explanation=f"Among {row['cells']} cells; score {row['score']:.1f}.",
            evidence=(
                Evidence("unit value", f"{row['unit_value']:,.2f}"),
                Evidence("median", f"{row['median']:,.2f}"),
                Evidence("value", f"{row['value']:,.0f} {cells.currency}"),
            ),
        )
