"""Who has which share of a trade: suppliers, buyers or goods, per window or year.

*Source*: the share is a quotient of sums of reported values; which reporters and
partners make the denominator is part of every answer.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from enduse.flows import areas
from enduse.flows.answer import Answer
from enduse.flows.answering import answer, finding
from enduse.flows.query import Query, words
from enduse.flows.selection import Selection, select
from enduse.flows.tally import axis, detail, inside
from enduse.flows.windows import Window
from enduse.model import Evidence, Finding

DEFINITION = (
    "`share_percent` = 100 x the line's value / the value of all lines of the same "
    "period. The denominator is {denominator}. `share_of_countries_percent` has only "
    "countries in it: no partner that is not specified, no bunkers, no high seas."
)
DOMINANT = 50.0  # percent of one supplier that is worth a finding


@dataclass(frozen=True, slots=True)
class Sharing:
    """How to share out: by what (`''`: suppliers or buyers, as the query allows).

    `each` is `window` (one figure over all periods), `year` or `month`; `top` keeps
    that many lines a period and sums the others into one, `others`.
    """

    by: str = ""
    each: str = "window"
    top: int = 0


def share(flows: pl.LazyFrame, query: Query, sharing: Sharing) -> Answer:
    """The share of each supplier, buyer or good in the selected trade."""
    by = sharing.by or breakdown(query)
    cells = selected(flows, query, by)
    lines = shares(cells.frame, by, sharing.each, query.window)
    rows = list(_rows(lines, sharing))
    when = query.window or whole(cells.frame)
    definition = DEFINITION.format(denominator=denominator(cells, by))
    windows = {"window": when} if when else {}
    got = answer(
        flows, cells, windows, asked="Shares in", definition=definition, rows=rows
    )
    cover = {**got.coverage, **against_world(flows, cells, by)}
    return replace(
        got,
        unit="percent",
        coverage=cover,
        findings=tuple(_findings(cells, rows, by)),
        series={"shares": lines.to_dicts() if sharing.each != "window" else rows},
    )


def breakdown(query: Query) -> str:
    """By reporter where one partner is asked about, else by partner."""
    many = len(query.reporters) != 1 or areas.is_aggregate(query.reporters[0])
    return "reporter" if len(query.partners) == 1 and many else "partner"


def selected(flows: pl.LazyFrame, query: Query, by: str) -> Selection:
    """The cells to share out: of single areas, where the line is an area."""
    apart = tuple({*query.members, by}) if by in ("reporter", "partner") else ()
    return select(flows, replace(query, members=apart), detail=detail(by))


def shares(
    frame: pl.DataFrame, by: str, each: str, when: Window | None
) -> pl.DataFrame:
    """`when`, `group`, `value`, `share_percent`, `rank`: the largest first."""
    if when:
        frame = inside(frame, when)
    keys = {
        "window": pl.lit(str(when or "all")),
        "year": pl.col("year").cast(pl.String),
        "month": pl.col("period"),
    }
    if each == "month":
        frame = frame.filter(pl.col("month") > 0)
    if each == "year" and not when:
        frame = _years(frame)
    lines = frame.group_by(keys[each].alias("when"), axis(by).alias("group"))
    total = pl.col("value").sum().over("when")
    percent = pl.when(total != 0).then(100 * pl.col("value") / total)
    out = lines.agg(pl.col("amount").sum().alias("value"))
    out = out.with_columns(percent.alias("share_percent"))
    return (
        (_of_countries(out) if by in ("reporter", "partner") else out)
        .sort(["when", "value", "group"], descending=[False, True, False])
        .with_columns((pl.int_range(pl.len()).over("when") + 1).alias("rank"))
    )


def _of_countries(lines: pl.DataFrame) -> pl.DataFrame:
    """The lines with their share of what named countries have; None for the rest."""
    names = lines["group"].unique().to_list()
    countries = [name for name in names if areas.kind_of(name) == "country"]
    named = pl.col("group").is_in(countries)
    total = pl.col("value").filter(named).sum().over("when")
    percent = pl.when(named & (total != 0)).then(100 * pl.col("value") / total)
    return lines.with_columns(percent.alias("share_of_countries_percent"))


def _years(frame: pl.DataFrame) -> pl.DataFrame:
    years = frame["year"].unique().to_list()
    if not years:
        return frame
    return inside(frame, Window(str(min(years)), str(max(years))))


def whole(frame: pl.DataFrame) -> Window | None:
    """The window that all cells lie in, or None without cells."""
    if frame.is_empty():
        return None
    monthly = frame.filter(pl.col("month") > 0)["period"]
    if len(monthly) == frame.height:
        return Window(str(monthly.min()), str(monthly.max()))
    years = frame["year"].to_list()
    return Window(str(min(years)), str(max(years)))


def denominator(cells: Selection, by: str) -> str:
    """What the shares are of, in words."""
    column = "who" if by == "reporter" else "whom"
    number = cells.frame[column].n_unique()
    if by.startswith("goods"):
        return f"the value of all selected goods: {words(cells.query)}"
    kind = "reporters" if by == "reporter" else "partners"
    named = cells.query.reporters if by == "reporter" else cells.query.partners
    scope = "named" if named else "with a reported value, groups of countries left out"
    if by == "reporter":
        scope += "; who did not report is not in it"
    return f"the sum over the {number} {kind} {scope}"


def against_world(flows: pl.LazyFrame, cells: Selection, by: str) -> dict[str, Any]:
    """How the partners' sum compares with the reporter's own row for the world.

    *Unknown*: an empty dict where partners are named or there is no such row.
    """
    if by != "partner" or cells.query.partners or cells.frame.is_empty():
        return {}
    if (cells.frame["whom"] == areas.WORLD).all():
        return {}
    sources = tuple(s["source"] for s in cells.sources)
    asked = replace(cells.query, partners=(areas.WORLD,), sources=sources)
    world = select(flows, asked)
    if world.frame.is_empty():
        return {}
    key = ["reporter", "period"]
    theirs = world.frame.group_by(key).agg(pl.col("amount").sum().alias("world"))
    ours = cells.frame.group_by(key).agg(pl.col("amount").sum().alias("partners"))
    both = theirs.join(ours, on=key).sort(key)
    off = (pl.col("partners") / pl.col("world") - 1).abs() * 100
    worst = both.filter(pl.col("world") != 0).select(off.max()).item()
    return {"world_rows": both.to_dicts(), "world_difference_percent": worst}


def _rows(lines: pl.DataFrame, sharing: Sharing) -> Iterator[dict[str, Any]]:
    if not sharing.top:
        yield from lines.to_dicts()
        return
    for _, part in lines.group_by("when", maintain_order=True):
        yield from part.head(sharing.top).to_dicts()
        rest = part.slice(sharing.top)
        if rest.height:
            yield {
                "when": rest["when"][0],
                "group": "others",
                "value": rest["value"].sum(),
                "share_percent": rest["share_percent"].sum(),
                "rank": None,
                "lines": rest.height,
            }


def _findings(
    cells: Selection, rows: list[dict[str, Any]], by: str
) -> Iterator[Finding]:
    last = max((row["when"] for row in rows), default="")
    for row in rows:
        percent = row["share_percent"]
        if row["when"] != last or row["group"] == "others" or percent is None:
            continue
        if percent >= DOMINANT and sum(r["when"] == last for r in rows) > 1:
            yield finding(
                cells,
                kind="trade_dominance",
                severity="info",
                title=f"{row['group']} has {percent:.1f} % ({row['when']})",
                explanation=f"More than half of {words(cells.query)}, by {by}.",
                evidence=_evidence(row, cells.currency),
            )


def _evidence(row: Mapping[str, Any], currency: str) -> tuple[Evidence, ...]:
    return (Evidence("value", f"{row['value']:,.0f} {currency}"),)
