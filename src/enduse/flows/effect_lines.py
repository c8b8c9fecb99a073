"""The answer to whether a measure worked, line by line, and what its pictures draw."""

import math
from collections.abc import Iterator, Mapping
from typing import Any

from enduse.flows import contrast
from enduse.flows.breaks import level_shift
from enduse.flows.interrupted import Estimate, Interruption
from enduse.flows.selection import Selection
from enduse.flows.series import Series, points
from enduse.flows.verdict import Verdict


def verdict_row(said: Verdict, chance: float | None, tried: int) -> dict[str, Any]:
    """The verdict, and how often a false date gives as much."""
    return {
        "method": "verdict",
        "measure": said.word,
        "text": said.text,
        "placebo_share": chance,
        "placebo_dates": tried,
    }


def _estimate(method: str, measure: str, one: Estimate) -> dict[str, Any]:
    percent, low, high = one.percent
    return {
        "method": method,
        "measure": measure,
        "log": one.log,
        "percent": percent,
        "low_percent": low,
        "high_percent": high,
        "p": one.p,
    }


def interrupted_rows(name: str, found: Interruption) -> Iterator[dict[str, Any]]:
    """Step, slope, anticipation and end of an interrupted series."""
    yield _estimate(name, "step", found.step)
    yield _estimate(name, "slope_a_month", found.slope)
    if found.anticipation:
        yield _estimate(name, "anticipation", found.anticipation)
    yield {**_estimate(name, "end", found.end), "recovered": found.recovered}


def contrast_rows(
    name: str, table: contrast.TwoByTwo, monthly: Estimate | None
) -> Iterator[dict[str, Any]]:
    """The two-by-two against controls and, where there is one, the monthly contrast."""
    log = table.log
    yield {
        "method": "did_2x2",
        "measure": f"against other {name}",
        "log": log,
        "percent": None if log is None else 100 * math.expm1(log),
        "treated_pre": table.treated_pre,
        "treated_post": table.treated_post,
        "control_pre": table.control_pre,
        "control_post": table.control_post,
    }
    if monthly:
        yield _estimate("did_monthly", f"against other {name}", monthly)


def break_rows(one: Series) -> Iterator[dict[str, Any]]:
    """The one month in which the level of a series changed most, if any."""
    found = level_shift(one)
    if found:
        yield {
            "method": "break",
            "measure": "level shift",
            "period": found.period,
            "earliest": found.earliest,
            "latest": found.latest,
            "log": found.log_change,
            "percent": 100 * math.expm1(found.log_change),
        }


def pictures(
    one: Series,
    controls: Mapping[str, tuple[Selection, Series]],
    main: Interruption | None,
    *,
    announced: str = "",
    event: str,
    skip: int,
) -> dict[str, list[dict[str, Any]]]:
    """Monthly values, events, the fit with its band, and the study by month."""
    out: dict[str, list[dict[str, Any]]] = {
        "monthly": points(one, "trade"),
        "events": [{"period": event, "label": "in force"}],
        "fit": [],
        "study": [],
    }
    if announced:
        out["events"].insert(0, {"period": announced, "label": "announced"})
    for name, (_, other) in controls.items():
        out["monthly"] += points(other, f"control {name}")
        steps = contrast.study(one, other, event, skip)
        out["study"] += [{**step, "group": f"control {name}"} for step in steps]
    if main is not None:
        lines = zip(one.periods, main.expected, main.low, main.high, strict=True)
        out["fit"] = [
            {
                "period": period,
                "group": "trade",
                "expected": float(mid),
                "low": float(low),
                "high": float(high),
            }
            for period, mid, low, high in lines
        ]
    return out
