"""One cell is counted once, whatever files repeat: levels of codes, second partners,
and the same cell in a second source."""

from typing import Any

import polars as pl

from enduse.flows.query import TOTAL, Goods
from enduse.model import Origin, Problem

_CELL = ["reporter", "partner", "period", "direction"]
_SERIES = ["reporter", "partner", "product", "direction"]
_DIFFERS = 0.005  # a second source further off than this is told


def partner2(frame: pl.DataFrame) -> pl.DataFrame:
    """Rows without a second partner, or with all of them; each one where none is."""
    whole = pl.col("partner2").is_in(["", "WORLD"]) | pl.col("partner2").is_null()
    if frame.select(whole.all()).item():
        return frame
    key = [*_CELL, "product", "source"]
    totals = frame.filter(whole)
    parts = frame.filter(~whole).join(totals.select(key), on=key, how="anti")
    return pl.concat([totals, parts])


def of_levels(
    frame: pl.DataFrame,
    goods: Goods,
    left: list[dict[str, Any]],
    said: list[Problem],
    *,
    detail: int,
) -> pl.DataFrame:
    """Rows of which none is a part of another, in signed amounts.

    A code's own row is taken rather than its parts, unless `detail` digits are
    wanted; goods taken out count negative where the rest is one row with them in it.
    """
    if detail and frame.filter(pl.col("level") >= detail).height:
        coarse = frame.filter(pl.col("level") < detail)
        if coarse.height:
            left.append(omission("coarser codes", f"under {detail} digits", coarse))
        frame = frame.filter(pl.col("level") >= detail)
    minus = begins(goods.without)
    inside = begins(goods.codes) if goods.codes and not goods.everything else None
    plus = frame.filter(~minus if inside is None else inside & ~minus)
    if goods.everything and (plus["level"] == 0).any():
        plus = _totals_only(plus, left)
    plus = _coarsest(plus, left)
    if not goods.without:
        return plus
    less = _coarsest(frame.filter(minus), left)
    return _taken_out(plus, less, said)


def of_sources(
    frame: pl.DataFrame, left: list[dict[str, Any]], said: list[Problem]
) -> pl.DataFrame:
    """Rows of one source for each series: the one with most of the codes and cells.

    Another source adds only periods that the series' own source has from nobody, so
    that a late month of one edition is not filled with that of another edition.
    """
    if frame["source"].n_unique() < 2 or not _overlap(frame):
        return frame
    ranked = _ranked(frame)
    has = ranked.select(pl.col("source").alias("_best"), "period").unique()
    ours = ranked.filter(pl.col("_rank") == 0)
    others = ranked.filter(pl.col("_rank") > 0)
    later = others.join(has, on=["_best", "period"], how="anti")
    first = pl.col("_rank") == pl.col("_rank").min().over([*_SERIES, "period"])
    kept = pl.concat([ours, later.filter(first)])
    again = others.join(has, on=["_best", "period"], how="semi")
    if again.height:
        names = ", ".join(sorted(again["source"].unique().to_list()))
        why = f"{names} says them again"
        left.append(omission("cells of a second source", why, again))
        _tell_difference(kept, again, said)
    return kept.drop("_rank", "_best")


def _ranked(frame: pl.DataFrame) -> pl.DataFrame:
    """The rows with `_rank`, of their source in their series, and `_best` of these.

    First comes the source with most of the codes, then with most months of the series
    (a year's own row stands for twelve), then with most cells.
    """
    size = pl.when(pl.col("month") == 0).then(12).otherwise(1)
    whole = frame.group_by("source").agg(
        pl.col("product").n_unique().alias("codes"), pl.len().alias("cells")
    )
    spans = frame.select(*_SERIES, "source", "period", size.alias("size")).unique()
    months = spans.group_by([*_SERIES, "source"]).agg(pl.col("size").sum())
    order = months.join(whole, on="source").sort(
        ["codes", "size", "cells", "source"], descending=[True, True, True, False]
    )
    ranks = order.with_columns(
        pl.int_range(pl.len()).over(_SERIES).alias("_rank")
    ).select(*_SERIES, "source", "_rank")
    best = ranks.filter(pl.col("_rank") == 0).rename({"source": "_best"})
    ranked = frame.join(ranks, on=[*_SERIES, "source"], maintain_order="left")
    return ranked.join(best.drop("_rank"), on=_SERIES, maintain_order="left")


def _overlap(frame: pl.DataFrame) -> bool:
    """Whether any period and reporter comes from two sources."""
    pairs = frame.select("source", "reporter", "period").unique()
    return pairs.height > pairs.select("reporter", "period").unique().height


def _totals_only(plus: pl.DataFrame, left: list[dict[str, Any]]) -> pl.DataFrame:
    parts = plus.filter(pl.col("level") > 0)
    if parts.height:
        why = "the row of all goods is counted; --goods names codes instead"
        left.append(omission("single goods beside all goods", why, parts))
    return plus.filter(pl.col("level") == 0)


def _coarsest(frame: pl.DataFrame, left: list[dict[str, Any]]) -> pl.DataFrame:
    """Rows without those that are a part of another row of the same cell."""
    levels = sorted(frame["level"].unique().to_list())
    for level in levels[:-1]:
        heads = frame.filter(pl.col("level") == level).select(
            *_CELL, pl.col("product").alias("_head")
        )
        head = pl.col("product").str.slice(0, level) if level else pl.lit(TOTAL)
        tested = frame.with_columns(
            pl.when(pl.col("level") > level).then(head).alias("_head")
        )
        parts = tested.join(heads, on=[*_CELL, "_head"], how="semi")
        if parts.height:
            why = f"the row of their {level}-digit code is counted"
            left.append(omission("parts of a code", why, parts))
            frame = tested.join(heads, on=[*_CELL, "_head"], how="anti").drop("_head")
    return frame


def _taken_out(
    plus: pl.DataFrame, less: pl.DataFrame, said: list[Problem]
) -> pl.DataFrame:
    """`plus`, and `less` with its sign turned where `plus` holds it within a row."""
    if less.is_empty():
        text = "no cell of the goods to take out was found; nothing was taken out"
        said.append(Problem("without-absent", text, Origin("statistics", "", "")))
        return plus
    lowest = min(less["level"].to_list())
    wide = plus.filter(pl.col("level") < lowest).select(_CELL).unique()
    turned = less.join(wide, on=_CELL, how="semi").with_columns(-pl.col("amount"))
    return pl.concat([plus, turned])


def begins(codes: tuple[str, ...]) -> pl.Expr:
    """Whether a product is one of `codes` or a part of one."""
    tests = [pl.lit(False)]
    for length in sorted({len(code) for code in codes}):
        same = [code for code in codes if len(code) == length]
        tests.append(pl.col("product").str.slice(0, length).is_in(same))
    return pl.any_horizontal(tests)


def _tell_difference(
    kept: pl.DataFrame, again: pl.DataFrame, said: list[Problem]
) -> None:
    key = [*_SERIES, "period"]
    ours = kept.group_by(key).agg(pl.col("amount").sum())
    theirs = again.group_by([*key, "source"]).agg(pl.col("amount").sum())
    both = theirs.join(ours, on=key, suffix="_kept").filter(pl.col("amount_kept") != 0)
    off = (pl.col("amount") / pl.col("amount_kept") - 1).abs()
    far = both.with_columns(off.alias("_off")).filter(pl.col("_off") > _DIFFERS)
    if far.height:
        most = max(far["_off"].to_list())
        text = (
            f"{far.height} of {both.height} cells differ between sources, by up to "
            f"{most:.1%}; name one with --source"
        )
        said.append(Problem("sources-differ", text, Origin("statistics", "", "")))


def omission(what: str, why: str, rows: pl.DataFrame) -> dict[str, Any]:
    """One line of `left_out`: what, why, how many cells, how much value."""
    return {
        "what": what,
        "why": why,
        "cells": rows.height,
        "value": float(rows["amount"].sum() or 0.0),
        "currency": next(iter(rows["currency"].unique().to_list()), ""),
    }
