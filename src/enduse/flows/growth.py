"""By how much trade rose or fell between two windows, and to how much.

*Source*: definitions as in Eurostat, User guide on European statistics on
international trade in goods, "Index numbers and rates of change".
"""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.answering import answer, finding
from enduse.flows.change import Change, measures
from enduse.flows.comparison import compared
from enduse.flows.query import Query, words
from enduse.flows.selection import Selection, problem, select
from enduse.flows.tally import axis, detail, sums
from enduse.flows.windows import Window, same_months
from enduse.model import Evidence, Finding, Problem

DEFINITION = (
    "value in the window `post` against the window `pre`: `change` = post - pre; "
    "`rise_by_percent` = 100 x (post / pre - 1); `rise_to_percent` = 100 x post / pre; "
    "`times` = post / pre. None of the ratios is given on a base of zero."
)
SAME_CODES = (
    " The classification changed between the windows: the `comparable` figures hold "
    "only what both classifications have; the others mix new codes with old."
)


def growth(flows: pl.LazyFrame, query: Query, change: Change) -> Answer:
    """The rise of the selected trade between two windows: in all, and by line."""
    cells = selection(flows, query, change)
    pairs = (("pre", change.pre), ("post", change.post))
    lines = table(cells.frame, change)
    comparison = compared(flows, cells, change)
    if comparison.frame is not None:
        lines = with_comparable(lines, comparison.frame, change)
    rows = [_row(line) for line in ranked(lines, change)]
    definition = DEFINITION + (SAME_CODES if comparison.frame is not None else "")
    got = answer(
        flows, cells, dict(pairs), asked="Growth of", definition=definition, rows=rows
    )
    got = replace(
        got,
        editions={**got.editions, **comparison.editions},
        left_out=(*got.left_out, *comparison.left_out),
        problems=(*got.problems, *_warnings(change, cells), *comparison.said),
    )
    return replace(got, findings=tuple(_findings(cells, got, change)))


def selection(flows: pl.LazyFrame, query: Query, change: Change) -> Selection:
    """The cells of both windows."""
    apart = ("reporter",) if change.by == "reporter" else query.members
    asked = replace(query, window=change.span, members=apart)
    return select(flows, asked, detail=detail(change.by))


def table(frame: pl.DataFrame, change: Change) -> pl.DataFrame:
    """`pre` and `post`, a line for all and one for each value of the breakdown."""
    pairs = (("pre", change.pre), ("post", change.post))
    whole = sums(frame, pairs, [pl.lit("all").alias("line")])
    if change.by == "none":
        return whole
    lines = sums(frame, pairs, [axis(change.by).alias("line")])
    return pl.concat([whole, lines.select(whole.columns)])


def with_comparable(
    lines: pl.DataFrame, kept: pl.DataFrame, change: Change
) -> pl.DataFrame:
    """The lines with `comparable_pre` and `comparable_post` beside them."""
    same = table(kept, change).rename(
        {"pre": "comparable_pre", "post": "comparable_post"}
    )
    return lines.join(same, on="line", how="left").with_columns(
        pl.col("comparable_pre", "comparable_post").fill_null(0.0)
    )


def ranked(lines: pl.DataFrame, change: Change) -> Iterator[dict[str, Any]]:
    """The line of all first, then the others by the value of their change."""
    yield from lines.filter(pl.col("line") == "all").to_dicts()
    rest = lines.filter(pl.col("line") != "all")
    if change.floor:
        rest = rest.filter(pl.max_horizontal("pre", "post") >= change.floor)
        rate = pl.when(pl.col("pre") > 0).then(pl.col("post") / pl.col("pre"))
        rest = rest.sort([rate, "line"], descending=[True, False], nulls_last=True)
    else:
        moved = (pl.col("post") - pl.col("pre")).abs()
        rest = rest.sort([moved, pl.col("line")], descending=[True, False])
    yield from (rest.head(change.top) if change.top else rest).to_dicts()


def _row(line: Mapping[str, Any]) -> dict[str, Any]:
    row = {"group": line["line"], **measures(line["pre"], line["post"])}
    if "comparable_pre" in line:
        pre, post = line["comparable_pre"], line["comparable_post"]
        row |= measures(pre, post, "comparable_")
    if row["times"] is None:
        row["note"] = "no trade before: no ratio" if line["post"] else "no trade"
    return row


def _warnings(change: Change, cells: Selection) -> Iterator[Problem]:
    if not same_months(change.pre, change.post):
        text = "the windows are not of the same months: seasons are in the figure"
        yield problem("windows-unlike", text)
    if change.post.first < change.pre.first:
        text = "the window `post` begins before `pre`: read the change backwards"
        yield problem("windows-reversed", text)
    empty = [m for w in (change.pre, change.post) for m in _empty(cells, w)]
    if empty:
        text = (
            f"no cell of these goods is in store of {', '.join(empty[:12])}, while the "
            "other months of the window have some: the figure holds less than it says"
        )
        yield problem("window-not-filled", text)
    if cells.query.goods.everything and (cells.frame["level"] == 0).any():
        text = (
            "all goods together hold gold, ships, aircraft and bunkers, which swing "
            "by themselves; ask for the goods that matter"
        )
        yield problem("totals-swing", text)


def _empty(cells: Selection, when: Window) -> list[str]:
    """The months of a window of which there is no cell, where others have one."""
    there = set(cells.frame["period"].unique().to_list())
    months = when.months if when.monthly else ()
    return [m for m in months if m not in there] if there & set(months) else []


def _findings(cells: Selection, got: Answer, change: Change) -> Iterator[Finding]:
    """A finding where trade at least doubled or halved, on the comparable figure."""
    for row in got.rows:
        name = "comparable_" if "comparable_times" in row else ""
        times = row[f"{name}times"]
        if times is None or 0.5 < times < 2:
            continue
        by = row[f"{name}rise_by_percent"]
        who = "in all" if row["group"] == "all" else row["group"]
        yield finding(
            cells,
            kind="trade_change",
            severity="medium" if times >= 2 else "info",
            title=f"{who}: {by:+.1f} % from {change.pre} to {change.post}",
            explanation=f"{words(cells.query)}. {got.definition}",
            evidence=(
                Evidence(f"value in {change.pre}", f"{row[f'{name}pre']:,.0f}"),
                Evidence(f"value in {change.post}", f"{row[f'{name}post']:,.0f}"),
                Evidence("currency", got.currency),
            ),
        )
