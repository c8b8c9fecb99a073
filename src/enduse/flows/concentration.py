"""How concentrated a trade is: the Herfindahl-Hirschman index of its suppliers.

*Source*: Herfindahl-Hirschman index in points, 10,000 x the sum of squared shares;
bands of the US Department of Justice and Federal Trade Commission, Merger Guidelines
(2023), guideline 1: above 1,000 moderately, above 1,800 highly concentrated.
"""

from dataclasses import replace
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.answering import answer
from enduse.flows.query import Query
from enduse.flows.share import Sharing, breakdown, denominator, selected, shares, whole

DEFINITION = (
    "`hhi` = 10,000 x the sum of the squared shares of each {by}; "
    "`effective_number` = 10,000 / hhi; `top1_percent`, `top3_percent` the shares of "
    "the largest. Bands: over 1,000 moderate, over 1,800 high. "
    "The denominator is {denominator}."
)


def concentration(flows: pl.LazyFrame, query: Query, sharing: Sharing) -> Answer:
    """The concentration of the selected trade, a line for each period asked for."""
    by = sharing.by or breakdown(query)
    cells = selected(flows, query, by)
    lines = shares(cells.frame, by, sharing.each, query.window)
    rows = indices(lines).to_dicts()
    when = query.window or whole(cells.frame)
    got = answer(
        flows,
        cells,
        {"window": when} if when else {},
        asked="Concentration of",
        definition=DEFINITION.format(by=by, denominator=denominator(cells, by)),
        rows=[{**row, "band": band(row["hhi"])} for row in rows],
    )
    return replace(got, unit="HHI points", series={"shares": lines.to_dicts()})


def indices(lines: pl.DataFrame) -> pl.DataFrame:
    """HHI and the largest shares, for each `when` of a table of shares."""
    percent = pl.col("share_percent")
    hhi = (percent**2).sum()
    return (
        lines.group_by("when")
        .agg(
            pl.col("value").sum(),
            hhi.alias("hhi"),
            (10_000 / hhi).alias("effective_number"),
            pl.len().alias("lines"),
            pl.col("group").first().alias("largest"),
            percent.first().alias("top1_percent"),
            percent.head(3).sum().alias("top3_percent"),
        )
        .sort("when")
    )


def band(hhi: float) -> str:
    """The word for an index.

    *Example*

    >>> band(2_141.0)
    'high'
    """
    words: list[tuple[float, Any]] = [(1_800, "high"), (1_000, "moderate")]
    return next((word for limit, word in words if hhi > limit), "low")
