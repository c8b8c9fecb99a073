"""By how much trade rose or fell between two windows, and to how much.

*Source*: definitions as in Eurostat, User guide on European statistics on
international trade in goods, "Index numbers and rates of change".
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.answering import answer, editions, finding
from enduse.flows.comparable import families, grouped, groups, presence, told
from enduse.flows.query import Goods, Query, words
from enduse.flows.selection import Selection, narrowed, problem, select
from enduse.flows.tally import axis, detail, inside, sums
from enduse.flows.windows import Window, same_months
from enduse.goods import hs
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


@dataclass(frozen=True, slots=True)
class Change:
    """What to compare: two windows, a line for each `by`, and which lines to keep.

    `floor` drops lines whose larger window is under it; `top` keeps that many.
    """

    pre: Window
    post: Window
    by: str = "partner"
    floor: float = 0.0
    top: int = 0

    @property
    def span(self) -> Window:
        """From the beginning of the first window to the end of the second."""
        months = sorted((*self.pre.months, *self.post.months))
        if self.pre.monthly and self.post.monthly:
            return Window(months[0], months[-1])
        return Window(months[0][:4], months[-1][:4])


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


@dataclass(frozen=True, slots=True)
class Comparison:
    """The rows that can be compared over a change of classification.

    `frame` is None where none changed.
    """

    frame: pl.DataFrame | None
    editions: Mapping[str, Any]
    left_out: tuple[dict[str, Any], ...] = ()
    said: tuple[Problem, ...] = ()


def compared(flows: pl.LazyFrame, cells: Selection, change: Change) -> Comparison:
    """The comparable rows of both windows, by the way their classification allows."""
    names = ("reporter", "partner", "direction", "year", "month", "level", "edition")
    detailed = cells.frame.select(names).unique().filter(pl.col("level") >= 6)
    before, after = (
        editions(inside(detailed, when)) for when in (change.pre, change.post)
    )
    before = before or _of_source(flows, cells, change.pre)
    after = after or _of_source(flows, cells, change.post)
    if before == after or not before or not after:
        return Comparison(None, {"changed": False})
    kinds = families([*before, *after])
    if set(kinds) == {"HS"}:
        if len(kinds["HS"]) == 1:
            return Comparison(None, {"changed": False})
        return _by_groups(flows, cells, change, sorted(kinds["HS"]))
    return _by_presence(flows, cells, change)


def _of_source(flows: pl.LazyFrame, cells: Selection, when: Window) -> list[str]:
    """The editions that the sources are in, in a window that has no cell asked for."""
    names = cells.frame["source"].unique().to_list()
    rows = flows.filter(
        pl.col("source").is_in(names),
        pl.col("year").is_between(when.years[0], when.years[-1]),
        pl.col("level") >= 6,
    )
    found = rows.select(pl.col("edition").unique()).collect(engine="streaming")
    return sorted(found["edition"].to_list())


def _by_groups(
    flows: pl.LazyFrame, cells: Selection, change: Change, names: list[str]
) -> Comparison:
    strange = [name for name in names if name not in hs.EDITIONS]
    if strange:
        return _not_held(cells, change, names, strange)
    found = groups(cells.query.goods, names)
    fine = cells.frame.filter(pl.col("level") >= 6)
    if fine.is_empty():
        text = "codes under six digits were compared as they stand in each edition"
        return Comparison(None, {"changed": True}, (), (problem("headings", text),))
    goods = Goods(found.codes, (), cells.query.goods.name, "")
    again = select(flows, replace(cells.query, goods=goods), detail=6)
    kept = grouped(again.frame, found)
    out = _left_out(cells.frame, kept, change, "outside closed groups")
    return Comparison(kept, {"changed": True, **told(found)}, out)


def _not_held(
    cells: Selection, change: Change, names: list[str], strange: list[str]
) -> Comparison:
    """Nothing is comparable with an edition that no correlation table is held of."""
    kept = cells.frame.clear()
    text = f"no correlation table of {', '.join(strange)} is held: not comparable"
    out = _left_out(cells.frame, kept, change, "outside closed groups")
    told_of = {"changed": True, "compared": names, "not_held": strange}
    return Comparison(kept, told_of, out, (problem("edition-not-held", text),))


def _by_presence(flows: pl.LazyFrame, cells: Selection, change: Change) -> Comparison:
    broad = replace(cells.query, reporters=(), partners=(), window=None)
    names = cells.frame["source"].unique().to_list()
    rows = narrowed(flows, replace(broad, sources=tuple(names)))
    here = presence(rows, change.pre.years, change.post.years)
    seen = cells.frame["product"].unique().to_list()
    kept = cells.frame.filter(pl.col("product").is_in(sorted(here.kept)))
    out = _left_out(cells.frame, kept, change, "codes not in every year")
    how = {
        "changed": True,
        "method": "codes with trade of any reporter and partner in every year compared",
        "codes": len(seen),
        "codes_compared": len(here.kept & set(seen)),
        "codes_only_before": here.only_before,
        "codes_only_after": here.only_after,
        "not_comparable": sorted(set(seen) - here.kept),
    }
    return Comparison(kept, how, out)


def _left_out(
    frame: pl.DataFrame, kept: pl.DataFrame, change: Change, what: str
) -> tuple[dict[str, Any], ...]:
    rows = []
    pairs = (("pre", change.pre), ("post", change.post))
    line = [pl.lit("all").alias("line")]
    totals = [sums(f, pairs, line).to_dicts() for f in (frame, kept)]
    for name, _ in pairs:
        all_, some = (float(t[0][name]) if t else 0.0 for t in totals)
        rows.append(
            {
                "what": what,
                "why": "not comparable between the classifications of the two windows",
                "window": name,
                "value": all_ - some,
                "share_percent": 100 * (all_ - some) / all_ if all_ else None,
            }
        )
    return tuple(rows)


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


def measures(pre: float, post: float, prefix: str = "") -> dict[str, Any]:
    """Every way to say a change: absolute, by, to, times, logarithmic.

    *Unknown*: None for ratios on a base of zero or below, and a log of nothing.
    *Example*

    >>> measures(100.0, 445.0)["rise_by_percent"], measures(0.0, 5.0)["times"]
    (345.0, None)
    """
    times = post / pre if pre > 0 else None
    logs = math.log(times) if times and times > 0 else None
    by = None if times is None else 100 * (post - pre) / pre
    to = None if times is None else 100 * times
    return {
        f"{prefix}pre": pre,
        f"{prefix}post": post,
        f"{prefix}change": post - pre,
        f"{prefix}rise_by_percent": by,
        f"{prefix}rise_to_percent": to,
        f"{prefix}times": times,
        f"{prefix}log_change": logs,
    }


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
    if cells.query.goods.everything and (cells.frame["level"] == 0).any():
        text = (
            "all goods together hold gold, ships, aircraft and bunkers, which swing "
            "by themselves; ask for the goods that matter"
        )
        yield problem("totals-swing", text)


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
