"""Sums of cells over windows of time, by who, whom or goods."""

from collections.abc import Iterable, Sequence

import polars as pl

from enduse.flows.selection import Selection, problem
from enduse.flows.windows import Window, month_number
from enduse.model import Problem

BREAKDOWNS = ("none", "reporter", "partner", "goods", "goods2", "goods4", "goods6")
"""What a table may have a line for: `goods4` is by the first four digits."""


def inside(frame: pl.DataFrame, when: Window) -> pl.DataFrame:
    """The rows of a window. A year is its own row, or its months where it has none."""
    if when.monthly:
        return frame.filter(mask(when))
    years = frame.filter(pl.col("year").is_between(when.years[0], when.years[-1]))
    annual = years.filter(pl.col("month") == 0)
    if annual.height in (0, years.height):
        return years
    return pl.concat([annual, _beside(years.filter(pl.col("month") > 0), annual)])


def _beside(months: pl.DataFrame, annual: pl.DataFrame) -> pl.DataFrame:
    """The months of goods that no row of their year holds, nor is a part of.

    Rows that were summed over goods already are held by any row of their year.
    """
    key = ["reporter", "partner", "year", "direction"]
    if not {"product", "level"} <= set(months.columns):
        return months.join(annual, on=key, how="anti")
    for held in annual["level"].unique().to_list():
        for level in months["level"].unique().to_list():
            cut = min(held, level)
            head = pl.col("product").str.slice(0, cut) if cut else pl.lit("")
            rows = annual.filter(pl.col("level") == held)
            heads = rows.select(*key, head.alias("_head")).unique()
            tested = pl.when(pl.col("level") == level).then(head).alias("_head")
            months = months.with_columns(tested)
            months = months.join(heads, on=[*key, "_head"], how="anti").drop("_head")
    return months


def mask(when: Window) -> pl.Expr:
    """Whether a row is of a month of a window of months."""
    number = pl.col("year").cast(pl.Int32) * 12 + pl.col("month") - 1
    first, last = month_number(when.first), month_number(when.last)
    return (pl.col("month") > 0) & number.is_between(first, last)


def axis(by: str) -> pl.Expr:
    """The column a breakdown has a line for. *Raises* ValueError for another word."""
    if by not in BREAKDOWNS:
        raise ValueError(f"{by!r} is no breakdown; choose {', '.join(BREAKDOWNS)}")
    if by.startswith("goods"):
        digits = by.removeprefix("goods")
        product = pl.col("product")
        return (product.str.slice(0, int(digits)) if digits else product).alias("goods")
    if by == "none":
        return pl.lit("all").alias("all")
    return pl.col({"reporter": "who", "partner": "whom"}[by]).alias(by)


def detail(by: str) -> int:
    """The digits of a code that a breakdown needs, 0 where it needs none."""
    digits = by.removeprefix("goods")
    return 0 if by == digits else int(digits or 2)


def sums(
    frame: pl.DataFrame, windows: Sequence[tuple[str, Window]], by: Iterable[pl.Expr]
) -> pl.DataFrame:
    """A line for each value of `by`, a column of sums for each window named."""
    axes = list(by)
    if all(when.monthly for _, when in windows):
        value = pl.col("amount")
        columns = [value.filter(mask(w)).sum().alias(name) for name, w in windows]
        seen = pl.any_horizontal([mask(w) for _, w in windows]).any().alias("_seen")
        found = frame.group_by(axes).agg(*columns, seen)
        return found.filter(pl.col("_seen")).drop("_seen")
    names = [axis_.meta.output_name() for axis_ in axes]
    out: pl.DataFrame | None = None
    for name, when in windows:
        rows = inside(frame, when)
        total = rows.group_by(axes).agg(pl.col("amount").sum().alias(name))
        out = total if out is None else _joined(out, total, names)
    assert out is not None
    return out.with_columns(pl.col(name).fill_null(0.0) for name, _ in windows)


def _joined(left: pl.DataFrame, right: pl.DataFrame, names: list[str]) -> pl.DataFrame:
    return left.join(right, on=names, how="full", coalesce=True)


def unfinished(cells: Selection, when: Window) -> list[Problem]:
    """A remark for each year of a window that is counted of less than twelve months."""
    if when.monthly:
        return []
    rows = inside(cells.frame, when).filter(pl.col("month") > 0)
    months = rows.group_by("year").agg(pl.col("month").n_unique())
    short = months.filter(pl.col("month") < 12).sort("year").to_dicts()
    said = ", ".join(f"{row['year']} ({row['month']})" for row in short)
    text = f"years with less than twelve months: {said}; compare the same months"
    return [problem("year-unfinished", text)] if short else []


def by_month(frame: pl.DataFrame, by: Iterable[pl.Expr] = ()) -> pl.DataFrame:
    """Monthly sums, in order, a line for each month and value of `by`."""
    axes = list(by)
    names = [axis_.meta.output_name() for axis_ in axes]
    rows = frame.filter(pl.col("month") > 0)
    found = rows.group_by([*axes, "period"]).agg(pl.col("amount").sum())
    return found.sort([*names, "period"])
