"""Which partners or goods rose out of the ordinary, month by month, and since when.

The change on the same month of the year before, in logarithms, is held against its own
past by median and median absolute deviation; many tests are run, so the share of false
alarms is held, not the level of each test.

*Source*: robust score: B. Iglewicz and D. Hoaglin, How to Detect and Handle Outliers
(1993), 0.6745 x (x - median) / MAD; false discovery: Y. Benjamini and Y. Hochberg,
J. R. Stat. Soc. B 57 (1995), as `scipy.stats.false_discovery_control` computes it.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.answering import answer, finding
from enduse.flows.filing import filed
from enduse.flows.query import Query
from enduse.flows.selection import Selection, problem, select
from enduse.flows.series import Series
from enduse.flows.share import whole
from enduse.flows.tally import axis, by_month, detail
from enduse.flows.windows import month_name, month_number
from enduse.model import Evidence, Finding, Problem

DEFINITION = (
    "for each {by} and month: d = ln(value / value of the same month a year before); "
    "`score` = 0.6745 x (d - median) / MAD over the {past} months before {since}; "
    "tested from {since} on, where the month or the one a year before is of at least "
    "{floor:,.0f}; `q` is the p-value of the score adjusted over all tests "
    "(Benjamini-Hochberg; Student's t, for the scatter is an estimate); a surge is "
    "q < {alpha:g}. `first_persistent` is the first "
    "month from which {k} of {m} months are a surge. Ranked by the value above the "
    "median change, `excess`."
)
LEAST_PAST = 8
_SPREAD = 0.6745
_EFFICIENCY = 0.37  # of the MAD as an estimate of scatter, for a normal distribution


@dataclass(frozen=True, slots=True)
class Alarm:
    """What counts as a surge: from which month on, how large, how sure, how lasting."""

    by: str = "partner"
    since: str = ""
    floor: float = 1e5
    alpha: float = 0.05
    k: int = 3
    m: int = 4
    top: int = 0


def surge(flows: pl.LazyFrame, query: Query, alarm: Alarm) -> Answer:
    """The lines that rose beyond their own ordinary swings, largest excess first."""
    apart = ("reporter",) if alarm.by == "reporter" else query.members
    asked = replace(query, members=apart, monthly=True)
    cells = select(flows, asked, detail=detail(alarm.by))
    months = sorted(set(filed(flows, cells)["period"].to_list()))
    alarm = replace(alarm, since=alarm.since or _default_since(months))
    tests = [
        test
        for name, one in _lines(cells, months, alarm)
        for test in _tests(name, one, alarm)
    ]
    judged = _judged(tests, alarm)
    rows = sorted(_rows(judged, alarm), key=lambda r: (-r["excess"], r["group"]))
    kept = rows[: alarm.top] if alarm.top else rows
    past = month_number(alarm.since) - month_number(months[0]) if months else 0
    definition = DEFINITION.format(
        by=alarm.by,
        past=past,
        since=alarm.since,
        floor=alarm.floor,
        alpha=alarm.alpha,
        k=alarm.k,
        m=alarm.m,
    )
    windows = {"window": w} if (w := query.window or whole(cells.frame)) else {}
    got = answer(
        flows, cells, windows, asked="Surges in", definition=definition, rows=kept
    )
    return replace(
        got,
        problems=(*got.problems, *_doubts(cells, len(tests))),
        findings=tuple(_findings(cells, kept, alarm)),
        series={"monthly": _monthly(judged), "tests": judged},
    )


def _default_since(months: list[str]) -> str:
    """The last year of the data, without a month named."""
    return month_name(month_number(months[-1]) - 11) if months else ""


def _lines(
    cells: Selection, months: list[str], alarm: Alarm
) -> Iterator[tuple[str, Series]]:
    """Every line's monthly series over all months, if it ever reaches the floor."""
    if not months:
        return
    rows = by_month(cells.frame, [axis(alarm.by).alias("group")])
    start, known = month_number(months[0]), set(months)
    size = month_number(months[-1]) - start + 1
    on = np.array([month_name(start + n) in known for n in range(size)])
    for (name,), part in rows.group_by("group", maintain_order=True):
        if float(part["amount"].max() or 0.0) < alarm.floor:  # type: ignore[arg-type]
            continue
        values = np.zeros(size)
        for period, amount in part.select("period", "amount").iter_rows():
            values[month_number(period) - start] = amount or 0.0
        yield str(name), Series(months[0], values, on)


def _tests(name: str, one: Series, alarm: Alarm) -> Iterator[dict[str, Any]]:
    """A test a month from `since` on; a month that was not filed has none."""
    from scipy import stats

    values, on = one.values, one.filed
    both = on[12:] & on[:-12] & (values[12:] > 0) & (values[:-12] > 0)
    change = np.full(len(values), np.nan)
    change[12:][both] = np.log(values[12:][both] / values[:-12][both])
    at = one.position(alarm.since)
    past = change[12 : max(at, 12)]
    past = past[~np.isnan(past)]
    if len(past) < LEAST_PAST:
        return
    middle = float(np.median(past))
    freedom = max(1.0, _EFFICIENCY * (len(past) - 1))
    spread = max(float(np.median(np.abs(past - middle))), 0.05)
    for n in range(max(at, 12), len(values)):
        if not on[n] or not on[n - 12] or max(values[n], values[n - 12]) < alarm.floor:
            continue
        base = float(values[n - 12])
        known = not np.isnan(change[n])
        score = _SPREAD * (float(change[n]) - middle) / spread if known else None
        p = float(stats.t.sf(score, freedom)) if score is not None else None
        yield {
            "group": name,
            "period": one.periods[n],
            "value": float(values[n]),
            "year_before": base,
            "log_change": float(change[n]) if known else None,
            "score": score,
            "p": p,
            "excess": float(values[n]) - base * float(np.exp(middle)),
        }


def _judged(tests: list[dict[str, Any]], alarm: Alarm) -> list[dict[str, Any]]:
    """The tests with `q` and `surge`; a line new from zero has no score and no q."""
    from scipy import stats

    scored = [test for test in tests if test["p"] is not None]
    if scored:
        chances = np.array([test["p"] for test in scored])
        adjusted = stats.false_discovery_control(chances)
        for test, q in zip(scored, adjusted, strict=True):
            test["q"] = float(q)
    for test in tests:
        test.setdefault("q", None)
        test["surge"] = test["q"] is not None and test["q"] < alarm.alpha
    return tests


def _rows(judged: list[dict[str, Any]], alarm: Alarm) -> Iterator[dict[str, Any]]:
    groups: dict[str, list[dict[str, Any]]] = {}
    for test in judged:
        groups.setdefault(test["group"], []).append(test)
    for name, tests in groups.items():
        hits = [test for test in tests if test["surge"]]
        if not hits:
            continue
        best = max(hits, key=lambda test: test["score"])
        value = sum(test["value"] for test in tests)
        before = sum(test["year_before"] for test in tests)
        yield {
            "group": name,
            "surge_months": len(hits),
            "tested_months": len(tests),
            "first": hits[0]["period"],
            "first_persistent": first_persistent(
                [test["period"] for test in tests], [t["surge"] for t in tests], alarm
            ),
            "peak": best["period"],
            "score": best["score"],
            "q": best["q"],
            "value": value,
            "year_before": before,
            "rise_by_percent": 100 * (value / before - 1) if before > 0 else None,
            "excess": sum(test["excess"] for test in hits),
        }


def first_persistent(periods: list[str], hits: list[bool], alarm: Alarm) -> str | None:
    """The first month that is a surge and from which `k` of `m` months are.

    *Example*

    >>> first_persistent(["a", "b", "c", "d"], [True, False, True, True], Alarm())
    'a'
    """
    for n, hit in enumerate(hits):
        if hit and sum(hits[n : n + alarm.m]) >= alarm.k:
            return periods[n]
    return None


def _doubts(cells: Selection, tests: int) -> Iterator[Problem]:
    if not tests:
        text = (
            f"nothing could be tested: {LEAST_PAST} months with a year before them are "
            "needed ahead of --since; for annual data use growth --min-value"
        )
        yield problem("too-short", text)
    if (cells.frame["level"] == 0).any():
        text = (
            "of all goods together ships, aircraft and bunkers surge by themselves; "
            "ask by goods"
        )
        yield problem("totals-swing", text)


def _findings(
    cells: Selection, rows: list[dict[str, Any]], alarm: Alarm
) -> Iterator[Finding]:
    for row in rows:
        since = row["first_persistent"]
        if since:
            yield finding(
                cells,
                kind="trade_surge",
                severity="medium",
                title=f"{row['group']}: out of the ordinary since {since}",
                explanation=f"{row['surge_months']} months with q < {alarm.alpha:g}.",
                evidence=(
                    Evidence("excess", f"{row['excess']:,.0f} {cells.currency}"),
                ),
            )


def _monthly(judged: list[dict[str, Any]]) -> list[dict[str, Any]]:
    kept = ("period", "group", "value", "surge")
    return [{name: test[name] for name in kept} for test in judged]
