"""Whether a stated figure of trade holds: the same figure from the data, and a word.

A number alone can mean several things. `rose 345 %` is to 4.45 times, `rose to 345 %`
to 3.45 times; a share is of imports or of reported exports. Each reading that the data
allows is computed, and the verdict is given for the one that was claimed.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.answering import finding
from enduse.flows.change import Change
from enduse.flows.growth import growth
from enduse.flows.query import Query
from enduse.flows.selection import select
from enduse.flows.share import Sharing, share
from enduse.flows.tally import inside
from enduse.flows.windows import Window, month_name, month_number
from enduse.model import Finding

DEFINITION = (
    "`supported` if the computed figure rounds to the stated one at its own last digit "
    "or differs by no more than {tolerance:g} %; `contradicted` if it is off further; "
    "`not checkable` if the data does not hold what the claim is about. "
)
RELATIONS = (
    "share",
    "growth",
    "rise_by",
    "rise_to",
    "times",
    "fall",
    "change",
    "level",
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A claim: who (`subject`, for a share), what relation, which number, when.

    `number` is as written, for its digits count (`345`, `43.6`); `scale` is what it is
    a multiple of (1e6 for millions). `base` is the period compared with; without it
    the same months a year before.
    """

    relation: str
    number: str
    period: Window
    subject: str = ""
    base: Window | None = None
    scale: float = 1.0
    tolerance: float = 1.0

    @property
    def value(self) -> float:
        """The number. *Raises* ValueError for what is no number."""
        text = self.number.replace(",", "").replace("%", "").strip()
        try:
            return float(text)
        except ValueError:
            raise ValueError(f"{self.number!r} is no number like 345 or 43.6") from None

    @property
    def digits(self) -> int:
        """The decimals it is written with."""
        return len(self.number.partition(".")[2].replace("%", "").strip())


def check(flows: pl.LazyFrame, query: Query, stated: Stated) -> Answer:
    """The verdict on a claim, with every reading of its number beside it.

    *Raises* ValueError for an unknown relation or a number that is none.
    """
    if stated.relation not in RELATIONS:
        known = ", ".join(RELATIONS)
        raise ValueError(f"{stated.relation!r} is no relation; choose {known}")
    _ = stated.value
    if stated.relation == "share":
        got, readings = _share(flows, query, stated)
    elif stated.relation == "level":
        got, readings = _level(flows, query, stated)
    else:
        got, readings = _growth(flows, query, stated)
    missing = _missing(got, query, stated, readings)
    rows = [*_rows(readings, stated)] if not missing else []
    word, reason = _verdict(rows, missing)
    head = {
        "reading": "verdict",
        "verdict": word,
        "stated": stated.value,
        "computed": _claimed(rows).get("computed") if rows else None,
        "text": reason,
    }
    definition = DEFINITION.format(tolerance=stated.tolerance) + got.definition
    said = f"Check of {stated.relation} {stated.number} ({stated.period}): "
    got = replace(
        got, question=said + got.question, definition=definition, rows=(head, *rows)
    )
    return replace(got, findings=tuple(_finding(flows, query, stated, word, reason)))


def _share(
    flows: pl.LazyFrame, query: Query, stated: Stated
) -> tuple[Answer, dict[str, float | None]]:
    got = share(flows, replace(query, window=stated.period), Sharing())
    row = next((r for r in got.rows if r["group"] == stated.subject), {})
    return got, {
        "share": row.get("share_percent"),
        "share_of_countries": row.get("share_of_countries_percent"),
    }


def _level(
    flows: pl.LazyFrame, query: Query, stated: Stated
) -> tuple[Answer, dict[str, float | None]]:
    by = "reporter" if len(query.partners) == 1 else "partner"
    got = share(flows, replace(query, window=stated.period), Sharing(by))
    total = sum(row["value"] for row in got.rows) if got.rows else None
    return replace(got, definition="the sum of the selected values"), {"level": total}


def _growth(
    flows: pl.LazyFrame, query: Query, stated: Stated
) -> tuple[Answer, dict[str, float | None]]:
    base = stated.base or year_before(stated.period)
    got = growth(flows, query, Change(base, stated.period, "none"))
    row = got.rows[0] if got.rows else {}
    found: dict[str, float | None] = {}
    for prefix in ("", "comparable_"):
        mark = " (comparable codes)" if prefix else ""
        if f"{prefix}pre" not in row:
            continue
        by = row[f"{prefix}rise_by_percent"]
        found[f"rise_by{mark}"] = by
        if stated.relation == "fall":
            found[f"fall{mark}"] = -by if by is not None else None
        found[f"rise_to{mark}"] = row[f"{prefix}rise_to_percent"]
        found[f"times{mark}"] = row[f"{prefix}times"]
        if stated.relation == "change":
            found[f"change{mark}"] = row[f"{prefix}change"]
    return got, found


def year_before(period: Window) -> Window:
    """The same months, or the same number of years, right before a window.

    *Example*

    >>> str(year_before(Window("2023-01", "2023-10")))
    '2022-01..2022-10'
    """
    if not period.monthly:
        back = len(period.years)
        return Window(str(int(period.first) - back), str(int(period.last) - back))
    years = (len(period.months) + 11) // 12
    first, last = (month_number(p) - 12 * years for p in (period.first, period.last))
    return Window(month_name(first), month_name(last))


def _claimed(rows: list[dict[str, Any]]) -> dict[str, Any]:
    return next((row for row in rows if row["claimed"]), {})


def _rows(
    readings: dict[str, float | None], stated: Stated
) -> Iterator[dict[str, Any]]:
    """Every reading, its figure, whether the stated number is that, and which was
    claimed."""
    relation = "rise_by" if stated.relation == "growth" else stated.relation
    for name, computed in readings.items():
        scale = stated.scale if name.partition(" ")[0] in ("level", "change") else 1.0
        scaled = computed / scale if computed is not None else None
        yield {
            "reading": name,
            "claimed": name == relation,
            "stated": stated.value,
            "computed": scaled,
            "off_percent": _off(scaled, stated.value),
            "agrees": scaled is not None and agrees(scaled, stated),
        }


def _off(computed: float | None, value: float) -> float | None:
    return 100 * (value / computed - 1) if computed else None


def agrees(computed: float, stated: Stated) -> bool:
    """Whether a figure rounds to the stated one, or is within the tolerance of it."""
    if round(computed, stated.digits) == round(stated.value, stated.digits):
        return True
    return abs(stated.value - computed) <= abs(computed) * stated.tolerance / 100


def _missing(
    got: Answer, query: Query, stated: Stated, readings: dict[str, float | None]
) -> str:
    """What would be needed to check the claim; '' where the data is there."""
    if not got.sources:
        return f"statistics of {got.question.partition(' of ')[2] or 'this trade'}"
    if not got.coverage.get("cells"):
        return "cells of this trade in these periods"
    if got.coverage.get("codes_asked") and not got.coverage.get("codes_found"):
        return "statistics at the level of the codes named"
    if stated.relation == "share" and readings.get("share") is None:
        return f"cells of {stated.subject or 'the subject'}: is it named as --subject?"
    gaps = got.coverage.get("gaps", {})
    if gaps and len(gaps) == len(got.coverage.get("reporters", ())):
        return "months that no reporter in store has filed"
    short = next((p for p in got.problems if p.code == "year-unfinished"), None)
    if short:
        return f"whole years ({short.message})"
    if all(value is None for value in readings.values()):
        return "trade in the period compared with: there is none on record"
    return ""


def _verdict(rows: list[dict[str, Any]], missing: str) -> tuple[str, str]:
    if missing:
        return "not checkable", f"not checkable here; needed: {missing}"
    claimed = _claimed(rows)
    also = [row["reading"] for row in rows if row["agrees"] and not row["claimed"]]
    if claimed and claimed["agrees"]:
        apart = [
            row["reading"]
            for row in rows
            if row["reading"] == f"{claimed['reading']} (comparable codes)"
            and not row["agrees"]
        ]
        text = "the data give the same figure"
        if apart:
            text += ", but not on codes that both classifications have"
        return "supported", text
    if also:
        text = (
            f"the data do not give it; they do for another reading: {', '.join(also)}"
        )
        return "contradicted", text
    return "contradicted", "the data give another figure"


def _finding(
    flows: pl.LazyFrame, query: Query, stated: Stated, word: str, reason: str
) -> Iterator[Finding]:
    if word == "not checkable":
        return
    cells = select(flows, replace(query, window=stated.period))
    if inside(cells.frame, stated.period).is_empty():
        return
    yield finding(
        cells,
        kind="claim_check",
        severity="medium" if word == "contradicted" else "info",
        title=f"{stated.relation} {stated.number}: {word}",
        explanation=reason,
    )
