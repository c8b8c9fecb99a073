"""One cell once, whatever a file repeats.

A cell is told apart by reporter, partners, product, edition, period, direction,
valuation and currency. Rows that part it further (mode of transport, customs
procedure) are resolved one part at a time: where a row stands for all of them it
alone counts; where none does, they are summed. A row that repeats another is
dropped, as is one that says nothing beside one with a value; of two that contradict
each other the first counts, and the caller is told.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import polars as pl

from enduse.flows.cells import SPLIT
from enduse.flows.frame import SCHEMA

KEY = (
    "reporter",
    "partner",
    "partner2",
    "product",
    "edition",
    "period",
    "direction",
    "valuation",
    "currency",
)
_SUMS = ("value", "quantity", "net_kg")


@dataclass(frozen=True, slots=True)
class Resolved:
    """Cells, each once, and what was found on the way.

    `repeated` counts rows that repeat another, `parts` rows that went into a sum or
    stood beside their total, `contradicting` holds rows whose cell another row gives
    a different value.
    """

    frame: pl.DataFrame
    repeated: int
    parts: int
    contradicting: pl.DataFrame


def resolve(frame: pl.DataFrame, totals: Mapping[str, frozenset[str]]) -> Resolved:
    """Every cell of the frame once, in the order of its first row."""
    splits = [name for name in frame.columns if name.startswith(SPLIT)]
    frame = _valued(frame)
    key = [*KEY, *splits]
    distinct = frame.unique(subset=[*key, *_SUMS], keep="first", maintain_order=True)
    repeated = frame.height - distinct.height
    kept, contradicting, empty = _one_each(distinct, key)
    before = kept.height
    for n, split in enumerate(splits):
        kept = _without(
            kept, split, splits[n + 1 :], totals.get(split[len(SPLIT) :], frozenset())
        )
    whole = kept.sort("row", maintain_order=True)
    parts = before - whole.height
    done = _with_totals(whole).select(list(SCHEMA))
    return Resolved(done, repeated + empty, parts, contradicting)


def _one_each(
    frame: pl.DataFrame, key: list[str]
) -> tuple[pl.DataFrame, pl.DataFrame, int]:
    """The first row of each cell, one with a value before one without; and the others.

    Of the others, those that say nothing are counted only.
    """
    ranked = frame.with_row_index("at")
    if frame["value"].null_count():
        ranked = ranked.sort(pl.col("value").is_null(), "at")
    is_first = ranked.select(pl.struct(key).is_first_distinct()).to_series()
    kept = ranked.filter(is_first).sort("at").drop("at")
    others = ranked.filter(~is_first).sort("at").drop("at")
    says = pl.any_horizontal(pl.col(name).is_not_null() for name in _SUMS)
    contradicting = others.filter(says)
    return kept, contradicting, others.height - contradicting.height


def _valued(frame: pl.DataFrame) -> pl.DataFrame:
    """Rows that do not say their valuation have that of the same cell's others."""
    if not frame["valuation"].is_in(["CIF", "FOB"]).any():
        return frame
    key = [name for name in KEY if name != "valuation"]
    said = pl.col("valuation").max().over(key)
    empty = pl.col("valuation") == ""
    return frame.with_columns(
        pl.when(empty).then(said).otherwise(pl.col("valuation")).alias("valuation")
    )


def _without(
    frame: pl.DataFrame, split: str, others: list[str], totals: frozenset[str]
) -> pl.DataFrame:
    """The frame without one split: its total row, or the sum of its parts."""
    key = [*KEY, *others]
    is_total = pl.col(split).is_in(list(totals))
    marked = frame.with_columns(
        is_total.any().over(key).alias("has"), pl.len().over(key).alias("n")
    )
    single = marked.filter(pl.col("n") == 1)
    several = marked.filter((pl.col("n") > 1) & (is_total | ~pl.col("has")))
    summed = several.group_by(key, maintain_order=True).agg(
        *_summed(set(key) | {split, "has", "n"}, frame)
    )
    columns = [name for name in frame.columns if name != split]
    return pl.concat([single.select(columns), summed.select(columns)])


def _summed(taken: set[str], frame: pl.DataFrame) -> list[pl.Expr]:
    """How each other column of several rows becomes one."""
    one_unit = pl.col("unit").n_unique() == 1
    made = {
        "value": _sum("value"),
        "net_kg": _sum("net_kg"),
        "quantity": pl.when(one_unit).then(_sum("quantity")),
        "value_estimated": pl.col("value_estimated").any(),
        "quantity_estimated": pl.col("quantity_estimated").any(),
        "status": pl.when((pl.col("status") == "reported").any())
        .then(pl.lit("reported"))
        .otherwise(pl.col("status").first()),
        "row": pl.col("row").min(),
    }
    names = [name for name in frame.columns if name not in taken]
    return [made.get(name, pl.col(name).first()).alias(name) for name in names]


def _sum(name: str) -> pl.Expr:
    """The sum of what is there; null where nothing is."""
    return pl.when(pl.col(name).is_not_null().any()).then(pl.col(name).sum())


def _with_totals(frame: pl.DataFrame) -> pl.DataFrame:
    """The frame and, where only second partners are given, their sum as the cell."""
    if (frame["partner2"] == "").all():
        return frame
    key = [name for name in KEY if name != "partner2"]
    lacking = frame.filter(~(pl.col("partner2") == "").any().over(key))
    if lacking.is_empty():
        return frame
    sums = lacking.group_by(key, maintain_order=True).agg(
        *_summed({*key, "partner2"}, frame), pl.lit("").alias("partner2")
    )
    return pl.concat([frame, sums.select(frame.columns)])
