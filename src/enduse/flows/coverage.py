"""Who filed what and when: reporter by period, for each source and direction.

A period is `filed` where a value is reported, `estimated` where every value is an
estimate, `confidential` where only hidden ones are there, `missing` where the file
has the cells and no value in them (`:`), and `not_filed` where there is no cell at
all between the first and the last period of its source. None of these is a zero.
"""

from typing import Any

import polars as pl

from enduse.flows import areas
from enduse.flows.answer import Answer
from enduse.flows.answering import nothing_imported
from enduse.flows.query import Query
from enduse.flows.selection import problem
from enduse.model import Problem

DEFINITION = (
    "filed: at least one reported value; estimated: every value is an estimate; "
    "missing: cells without a value; not_filed: no cell, between the first and last "
    "period of the source; counted over the partners and goods asked for"
)
_BY = ["source", "reporter", "direction", "frequency"]


def coverage(flows: pl.LazyFrame, query: Query) -> Answer:
    """One row for each source, reporter, direction and period, and its state."""
    counted = _counted(_selected(flows, query))
    grid = _grid(counted, query)
    rows = tuple(_row(row) for row in grid.iter_rows(named=True))
    return Answer(
        question="Who filed what, and when?",
        definition=DEFINITION,
        rows=rows,
        unit="cells",
        windows={"asked": str(query.window)} if query.window else {},
        editions={"used": sorted({e for r in rows for e in r["editions"]})},
        coverage=_summary(rows),
        sources=_sources(counted),
        problems=_absent(query) if counted.is_empty() else (),
    )


def _absent(query: Query) -> tuple[Problem, ...]:
    """A remark where there is no cell: of nobody, or only of what was asked for."""
    text = "no cell in the store is of that: ask with fewer options"
    return (nothing_imported(query) or problem("no-cells", text),)


def _selected(flows: pl.LazyFrame, query: Query) -> pl.LazyFrame:
    tests: list[pl.Expr] = []
    for column, values in (
        ("reporter", query.reporters),
        ("partner", query.partners),
        ("source", query.sources),
    ):
        if values:
            tests.append(pl.col(column).is_in(list(values)))
    if query.direction:
        tests.append(pl.col("direction") == query.direction)
    if query.currency:
        tests.append(pl.col("currency") == query.currency)
    if not query.goods.everything:
        begins = [pl.col("product").str.starts_with(c) for c in query.goods.codes]
        tests.append(pl.any_horizontal(begins))
    if query.window:
        said = pl.col("period")
        first, last = query.window.first, query.window.last
        tests.append((said >= first[:4]) & (said <= last + "~"))
    return flows.filter(*tests) if tests else flows


def _counted(flows: pl.LazyFrame) -> pl.DataFrame:
    """Cells of each kind, for each source, reporter, direction and period."""
    monthly = pl.col("month") > 0
    state = pl.col("status")
    has = pl.col("value").is_not_null()
    return (
        flows.with_columns(
            pl.when(monthly)
            .then(pl.lit("month"))
            .otherwise(pl.lit("year"))
            .alias("frequency")
        )
        .group_by(*_BY, "period")
        .agg(
            pl.len().alias("cells"),
            (has & (state == "reported")).sum().alias("reported"),
            (has & pl.col("value_estimated")).sum().alias("estimated"),
            (state == "confidential").sum().alias("confidential"),
            (~has & (state != "confidential")).sum().alias("missing"),
            (pl.col("value") == 0).sum().alias("zero"),
            pl.col("quantity_estimated").sum().alias("quantity_estimated"),
            pl.col("partner").n_unique().alias("partners"),
            pl.col("edition").unique().alias("editions"),
        )
        .sort(*_BY, "period")
        .collect(engine="streaming")
    )


def _grid(counted: pl.DataFrame, query: Query) -> pl.DataFrame:
    """The counts, with a row for each period of a source that a reporter lacks."""
    if counted.is_empty():
        return counted
    spans = counted.group_by("source", "direction", "frequency").agg(
        pl.col("period").min().alias("first"), pl.col("period").max().alias("last")
    )
    spans = spans.with_columns(
        pl.struct("first", "last")
        .map_elements(
            lambda span: _between(span["first"], span["last"]),
            return_dtype=pl.List(pl.String),
        )
        .alias("period")
    )
    who = counted.select(_BY).unique()
    whole = who.join(spans, on=["source", "direction", "frequency"]).explode("period")
    asked = whole.select(*_BY, "period")
    if query.window:
        first, last = query.window.first, query.window.last
        asked = asked.filter(
            (pl.col("period") >= first[:4]) & (pl.col("period") <= last + "~")
        )
    found = asked.join(counted, on=[*_BY, "period"], how="left")
    return found.sort(*_BY, "period")


def _between(first: str, last: str) -> list[str]:
    """Every period from `first` to `last`, both counted, months or years."""
    years = range(int(first[:4]), int(last[:4]) + 1)
    if len(first) == 4:
        return [str(year) for year in years]
    months = (f"{year}-{month:02}" for year in years for month in range(1, 13))
    return [month for month in months if first <= month <= last]


def _row(told: dict[str, Any]) -> dict[str, Any]:
    counts = ("cells", "reported", "estimated", "confidential", "missing", "zero")
    numbers = {name: told[name] or 0 for name in (*counts, "quantity_estimated")}
    return {
        "reporter": told["reporter"],
        "period": told["period"],
        "direction": told["direction"],
        "state": _state(numbers),
        **numbers,
        "partners": told["partners"] or 0,
        "is_aggregate": areas.is_aggregate(told["reporter"]),
        "editions": sorted(e for e in told["editions"] or () if e),
        "source": told["source"],
    }


def _state(numbers: dict[str, int]) -> str:
    if not numbers["cells"]:
        return "not_filed"
    values = numbers["reported"]
    if values and numbers["estimated"] >= values:
        return "estimated"
    if values:
        return "filed"
    return "confidential" if numbers["confidential"] else "missing"


def _summary(rows: tuple[dict[str, Any], ...]) -> dict[str, Any]:
    """*Shape*: reporters, and for each of them how many periods are in each state."""
    states: dict[str, dict[str, int]] = {}
    gaps: dict[str, list[str]] = {}
    for row in rows:
        who = f"{row['reporter']} {row['direction']} ({row['source']})"
        count = states.setdefault(who, {})
        count[row["state"]] = count.get(row["state"], 0) + 1
        if row["state"] in ("not_filed", "missing"):
            gaps.setdefault(who, []).append(row["period"])
    return {
        "reporters": sorted({row["reporter"] for row in rows}),
        "gaps": gaps,
        "states": states,
        "cells": sum(row["cells"] for row in rows),
    }


def _sources(counted: pl.DataFrame) -> tuple[dict[str, Any], ...]:
    sums = counted.group_by("source").agg(pl.col("cells").sum()).sort("source")
    return tuple(sums.iter_rows(named=True))
