"""The cells a question rests on: selected, each counted once, in one currency.

What is not counted is named with its value in `left_out`: aggregates beside their
members, a code beside its parts, a cell that a second source repeats, other currencies.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from enduse.flows import once
from enduse.flows.currency import factors
from enduse.flows.members import expanded, settle
from enduse.flows.query import TOTAL, Goods, Query
from enduse.flows.windows import Window
from enduse.model import Origin, Problem

COLUMNS = (
    "reporter",
    "partner",
    "partner2",
    "product",
    "level",
    "edition",
    "period",
    "year",
    "month",
    "direction",
    "valuation",
    "currency",
    "value",
    "status",
    "value_estimated",
    "source",
    "sha256",
)


@dataclass(frozen=True, slots=True)
class Selection:
    """Selected cells. `who` and `whom` are reporter and partner as the query names
    them (an aggregate's members bear its name), `amount` the value with its sign.

    `sources` are the files the cells come from, each with its hash and its cells.
    """

    frame: pl.DataFrame
    query: Query
    left_out: tuple[dict[str, Any], ...] = ()
    said: tuple[Problem, ...] = ()
    sources: tuple[dict[str, Any], ...] = ()

    @property
    def currency(self) -> str:
        """The currency of all amounts, '' where there is no cell."""
        found = self.frame["currency"].unique().to_list()
        return str(found[0]) if found else self.query.currency

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The files as places for a finding to point to."""
        return tuple(Origin(s["source"], s["sha256"], "") for s in self.sources)


def select(
    flows: pl.LazyFrame,
    query: Query,
    *,
    extra: Iterable[str] = (),
    detail: int = 0,
) -> Selection:
    """The cells of `query`, each once. `extra` names further columns to keep.

    `detail` is the least number of digits wanted of a code where there is a choice;
    otherwise a code's own row is taken and not the sum of its parts.
    """
    wanted = narrowed(flows, query)
    frame = wanted.select(*COLUMNS, *extra).collect(engine="streaming")
    return settled(frame, query, detail=detail)


def settled(frame: pl.DataFrame, query: Query, *, detail: int = 0) -> Selection:
    """The cells of rows already read: the part of `select` after reading."""
    left: list[dict[str, Any]] = []
    said: list[Problem] = []
    frame, query = _one_direction(frame, query, said)
    frame = _money(frame, query, left, said)
    for role in ("reporter", "partner"):
        frame = settle(frame, role, query, left)
    frame = once.partner2(frame)
    frame = once.of_levels(frame, query.goods, left, said, detail=detail)
    frame = once.of_sources(frame, left, said)
    return Selection(frame, query, tuple(left), tuple(said), _files(frame))


def _files(frame: pl.DataFrame) -> tuple[dict[str, Any], ...]:
    rows = frame.group_by("source", "sha256").agg(pl.len().alias("cells"))
    return tuple(rows.sort("source", "sha256").to_dicts())


def narrowed(flows: pl.LazyFrame, query: Query) -> pl.LazyFrame:
    """The rows that can bear on `query`: its filter, pushed down to the files."""
    tests: list[pl.Expr] = []
    if query.sources:
        tests.append(pl.col("source").is_in(query.sources))
    if query.direction:
        tests.append(pl.col("direction") == query.direction)
    if query.window:
        tests.append(_within(query.window))
    if query.monthly:
        tests.append(pl.col("month") > 0)
    for role, named in (("reporter", query.reporters), ("partner", query.partners)):
        if named:
            tests.append(pl.col(role).is_in(sorted(expanded(named))))
    if query.goods.codes:
        tests += _goods(query.goods, _longest(flows, query))
    return flows.filter(*tests) if tests else flows


def _within(when: Window) -> pl.Expr:
    """The years of a window; its months too, where it is of months."""
    years = pl.col("year").is_between(when.years[0], when.years[-1])
    if not when.monthly:
        return years
    inside = pl.col("period").is_between(pl.lit(when.first), pl.lit(when.last))
    return years & (pl.col("month") > 0) & inside


def _longest(flows: pl.LazyFrame, query: Query) -> int:
    """The digits of the longest code there is."""
    if query.known is None:
        levels = flows.select(pl.col("level").max()).collect(engine="streaming")
        return int(levels["level"][0] or 0)
    named = query.sources or query.known["source"].unique().to_list()
    rows = query.known.filter(pl.col("source").is_in(named))
    return max(rows["level"].to_list(), default=0)


def _goods(goods: Goods, longest: int) -> list[pl.Expr]:
    """Whether a row is of one of the codes or taken-out codes, or of a part of one."""
    codes = {*goods.codes, *goods.without} - {TOTAL}
    tests = [pl.col("product") == TOTAL] if goods.everything else []
    for length in sorted({len(code) for code in codes}):
        same = sorted(code for code in codes if len(code) == length)
        if longest == length:
            tests.append(pl.col("product").is_in(same))
        else:
            tests.append(pl.col("product").str.slice(0, length).is_in(same))
    return [pl.any_horizontal(tests)] if len(tests) > 1 else tests


def _one_direction(
    frame: pl.DataFrame, query: Query, said: list[Problem]
) -> tuple[pl.DataFrame, Query]:
    """Cells of one direction: where none was asked and there are several, exports."""
    found = sorted(frame["direction"].unique().to_list())
    if query.direction or not found:
        return frame, query
    chosen = "X" if "X" in found else "M" if "M" in found else found[0]
    if len(found) > 1:
        text = f"there are cells of {', '.join(found)}; {chosen} was taken: --direction"
        said.append(problem("direction-assumed", text))
        frame = frame.filter(pl.col("direction") == chosen)
    return frame, replace(query, direction=chosen)


def _money(
    frame: pl.DataFrame, query: Query, left: list[dict[str, Any]], said: list[Problem]
) -> pl.DataFrame:
    """Cells in one currency, converted where there are rates, else left out."""
    frame = frame.with_columns(pl.col("value").alias("amount"))
    if frame["currency"].n_unique() <= 1 and not query.currency:
        return frame
    into = query.currency or str(
        frame.group_by("currency").len().sort("len", "currency")["currency"][-1]
    )
    if query.rates:
        frame = _converted(frame, query)
    others = frame.filter(pl.col("currency") != into)
    if others.height:
        for (money,), rows in others.group_by("currency", maintain_order=True):
            why = f"in {money or 'no stated currency'}; give --currency with --rates"
            left.append(once.omission("another currency", why, rows))
        text = f"only cells in {into} are counted; --rates converts the others"
        said.append(problem("currency-left-out", text))
    return frame.filter(pl.col("currency") == into)


def _converted(frame: pl.DataFrame, query: Query) -> pl.DataFrame:
    """Amounts times the rate of their period, where there is one."""
    table = factors(query.rates)
    named = table.filter(pl.col("currency") != "")
    other = table.filter(pl.col("currency") == "").drop("currency")
    frame = frame.join(
        named, on=["period", "currency"], how="left", maintain_order="left"
    )
    frame = frame.join(
        other, on="period", how="left", suffix="_any", maintain_order="left"
    )
    rate = pl.coalesce("factor", "factor_any")
    turn = (pl.col("currency") != query.currency) & rate.is_not_null()
    amount = pl.when(turn).then(pl.col("amount") * rate).otherwise("amount")
    money = pl.when(turn).then(pl.lit(query.currency)).otherwise("currency")
    return frame.with_columns(amount.alias("amount"), money.alias("currency")).drop(
        "factor", "factor_any"
    )


def problem(code: str, message: str) -> Problem:
    """A remark on the data a question was asked of."""
    return Problem(code, message, Origin("statistics", "", ""), "warning")
