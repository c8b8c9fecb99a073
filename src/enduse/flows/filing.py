"""Who filed in the windows of a question: what every answer says of its coverage."""

from collections.abc import Mapping
from typing import Any

import polars as pl

from enduse.flows.selection import Selection, problem
from enduse.flows.tally import inside
from enduse.flows.windows import Window
from enduse.model import Problem


def filed(flows: pl.LazyFrame, cells: Selection) -> pl.DataFrame:
    """`reporter` and `period` of everything that the sources used hold, of any
    partner and goods: a reporter with no cell of the question may still have filed.
    """
    frame = cells.frame
    if frame.is_empty():
        return frame.select("reporter", "period")
    asked = cells.query.window
    years = list(asked.years) if asked else frame["year"].to_list()
    tests = [
        pl.col("source").is_in(frame["source"].unique().to_list()),
        pl.col("year").is_between(min(years), max(years)),
        pl.col("direction") == cells.query.direction,
    ]
    if cells.query.reporters:
        tests.append(pl.col("reporter").is_in(frame["reporter"].unique().to_list()))
    if cells.query.known is not None:
        found = cells.query.known.filter(tests)
        return found.select("reporter", "period").unique()
    tests.append(pl.col("status") != "missing")
    pairs = flows.filter(tests).group_by("reporter", "period").len()
    return pairs.select("reporter", "period").collect(engine="streaming")


def coverage(
    cells: Selection, windows: Mapping[str, Window], filings: pl.DataFrame
) -> tuple[dict[str, Any], list[Problem]]:
    """What the answer rests on, and a warning where its reporters are not constant.

    *Shape*: `reporters` that have a cell in any window; `constant` those that filed
    in every period of every window; `gaps` the periods the others did not file;
    counts of cells that are missing, confidential or estimated.
    """
    asked = {p for when in windows.values() for p in _periods(when, filings)}
    reporters = _reporters(cells, windows)
    has: dict[str, set[str]] = {}
    for row in filings.iter_rows(named=True):
        has.setdefault(row["reporter"], set()).add(row["period"])
    gaps = {
        who: sorted(p for p in asked if not _has(has.get(who, set()), p))
        for who in reporters
    }
    gaps = {who: missing for who, missing in gaps.items() if missing}
    out: dict[str, Any] = {
        "reporters": reporters,
        "reporters_constant": not gaps,
        "constant": [who for who in reporters if who not in gaps],
        "gaps": gaps,
        "periods": {name: when.periods for name, when in windows.items()},
        **counts(cells.frame),
        **codes_found(cells),
    }
    return out, _warning(gaps, len(reporters))


def codes_found(cells: Selection) -> dict[str, Any]:
    """How many of the codes asked for the data has, and which it lacks."""
    asked = [code for code in cells.query.goods.codes if code != "TOTAL"]
    if not asked:
        return {}
    products = cells.frame["product"].unique()
    found: set[str] = set()
    for length in {len(code) for code in asked}:
        found |= set(products.str.slice(0, length).to_list())
    missing = [code for code in asked if code not in found]
    return {
        "codes_asked": len(asked),
        "codes_found": len(asked) - len(missing),
        "codes_missing": missing,
    }


def counts(frame: pl.DataFrame) -> dict[str, Any]:
    """How many cells there are, and how many are missing, confidential, estimated."""
    return {
        "cells": frame.height,
        "cells_missing": frame.filter(pl.col("status") == "missing").height,
        "cells_confidential": frame.filter(pl.col("status") == "confidential").height,
        "cells_estimated": frame.filter(pl.col("value_estimated")).height,
    }


def _reporters(cells: Selection, windows: Mapping[str, Window]) -> list[str]:
    found: set[str] = set()
    rows = cells.frame.select("reporter", "partner", "direction", "year", "month")
    for when in windows.values():
        found |= set(inside(rows.unique(), when)["reporter"].unique().to_list())
    return sorted(found)


def _periods(when: Window, filings: pl.DataFrame) -> tuple[str, ...]:
    """The periods to check: of a window without bounds, those that anybody filed."""
    if when.first[:4] != "1900" and when.last[:4] != "2199":
        return when.periods
    length = len(when.first)
    known = filings["period"].unique().to_list()
    return tuple(p for p in known if len(p) == length and when.first <= p <= when.last)


def _has(filings: set[str], period: str) -> bool:
    """Whether a period was filed: a year also by its twelve months."""
    if period in filings:
        return True
    months = Window(period, period).months
    return len(period) == 4 and all(month in filings for month in months)


def _warning(gaps: Mapping[str, list[str]], total: int) -> list[Problem]:
    if not gaps:
        return []
    shown = [f"{who} lacks {len(p)} ({p[0]} ...)" for who, p in sorted(gaps.items())]
    more = f" and {len(shown) - 4} more" if len(shown) > 4 else ""
    text = (
        f"the reporters are not constant: {len(gaps)} of {total} did not file every "
        f"period: {'; '.join(shown[:4])}{more}"
    )
    return [problem("reporters-not-constant", text)]
