"""What two windows have that can be compared over a change of classification."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from enduse.flows.answering import editions
from enduse.flows.change import Change
from enduse.flows.comparable import families, grouped, groups, presence, told
from enduse.flows.query import Goods
from enduse.flows.selection import Selection, narrowed, problem, select
from enduse.flows.tally import inside, sums
from enduse.flows.windows import Window
from enduse.goods import hs
from enduse.model import Problem


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
    if cells.frame.filter(pl.col("level") > 0).is_empty():  # all goods have no code
        return Comparison(None, {"changed": False})
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
    filed = _filed(flows, cells, names)
    before, after = (_of(filed, when) for when in (change.pre, change.post))
    here = presence(rows, before, after)
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


def _filed(flows: pl.LazyFrame, cells: Selection, sources: list[str]) -> set[int]:
    """The years of which those who reported have any single goods in the sources."""
    who = cells.frame["reporter"].unique().to_list()
    rows = flows.filter(
        pl.col("source").is_in(sources),
        pl.col("reporter").is_in(who),
        pl.col("level") >= 6,
        pl.col("value").is_not_null(),
    )
    years = rows.select(pl.col("year").unique()).collect(engine="streaming")
    return set(years["year"].to_list())


def _of(filed: set[int], when: Window) -> tuple[int, ...]:
    """The years of a window that were filed: one that was not says nothing of any
    code.
    """
    return tuple(year for year in when.years if year in filed) or when.years


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
