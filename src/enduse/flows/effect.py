"""Did a measure work: what trade did at its date, against itself and against others.

*Source*: the methods are named in `interrupted`, `contrast`, `breaks`, `verdict`.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
import polars as pl

from enduse.flows import contrast
from enduse.flows import effect_lines as lines
from enduse.flows.answer import Answer
from enduse.flows.answering import answer, finding
from enduse.flows.change import Change
from enduse.flows.comparison import compared
from enduse.flows.filing import filed
from enduse.flows.interrupted import Design, Interruption, interruption, placebos
from enduse.flows.once import begins
from enduse.flows.query import TOTAL, Goods, Query, words
from enduse.flows.selection import Selection, problem, select
from enduse.flows.series import Series, series
from enduse.flows.verdict import RULES, Verdict, verdict
from enduse.flows.windows import Window, month_name, month_number
from enduse.model import Evidence, Finding, Problem

DEFINITION = (
    "monthly values; `interrupted` fits a trend, the season, a step and a new slope at "
    "{event} to their logarithm (`ppml`: to the values, zeros counted), errors by "
    "Newey-West, {skip} months before left out as anticipation; `end` is the effect of "
    "step and slope over the last three months, `recovered` the share of the step gone "
    "by then. `did_2x2` is ln(post / pre) of the goods less that of the controls, sums "
    "of {pre} and {post} (`each set taken out whole`: goods both of the measure and "
    "among those taken out of the control are subtracted twice); `did_monthly` is the "
    "change of the monthly log ratio of both. "
    "`break` is the one least-squares level shift of the logarithm. "
)


@dataclass(frozen=True, slots=True)
class Measure:
    """A measure: the month it took effect, and what to hold its trade against.

    `announced` is the month it became known (else two months are taken for
    anticipation); `sign` what it was meant to do, -1 or 1. `control_goods` are other
    goods of the same trade, less those of the measure; `control_partners` other
    partners for the same goods. `pre` and `post` are windows for the two-by-two.
    """

    event: str
    announced: str = ""
    sign: int = -1
    control_goods: Goods | None = None
    control_partners: tuple[str, ...] = ()
    pre: Window | None = None
    post: Window | None = None

    @property
    def skip(self) -> int:
        """The months before the event that may already show it."""
        if not self.announced:
            return 2
        return max(0, month_number(self.event) - month_number(self.announced))


def effect(flows: pl.LazyFrame, query: Query, measure: Measure) -> Answer:
    """What the trade did at the measure's date, by every method the data allows."""
    cells = select(flows, replace(query, monthly=True))
    months = _filed_months(flows, cells)
    one = series(cells.frame, months)
    picked = dict(_controls(flows, cells.query, measure))
    controls = {
        name: (held, series(held.frame, _filed_months(flows, held)))
        for name, held in picked.items()
    }
    windows = _windows(one, measure)
    found = _interruptions(one, measure)
    main = found.get("interrupted") or found.get("ppml")
    contrasts = {
        name: contrast.by_month(one, other, measure.event, measure.skip)
        for name, (_, other) in controls.items()
    }
    chance, tried = placebos(one, _design(measure, count="interrupted" not in found))
    first = next((c for c in contrasts.values() if c), None)
    said = verdict(main, first, chance, sign=measure.sign)
    same = compared(flows, cells, Change(*windows))
    alike = series(same.frame, months) if same.frame is not None else None
    rows = [lines.verdict_row(said, chance, tried)]
    for name, result in found.items():
        rows += lines.interrupted_rows(name, result)
    for name, (_, other) in controls.items():
        twice = _overlap(cells, measure) if name == "goods" else None
        whole = None if twice is None else _less(other, series(twice, months))
        for label, mine, theirs in _pairs(name, (one, alike), (other, whole)):
            table = contrast.two_by_two(mine, theirs, *windows)
            monthly = contrasts[name] if label == name else None
            rows += lines.contrast_rows(label, table, monthly)
    rows += lines.break_rows(one)
    got = _answer(flows, cells, measure, windows, rows=rows)
    left = [line for held in picked.values() for line in held.left_out]
    return replace(
        got,
        unit="log points and percent",
        editions={**got.editions, **same.editions},
        left_out=(*got.left_out, *left, *same.left_out),
        problems=(*got.problems, *_doubts(cells, said, changed=alike is not None)),
        findings=tuple(_findings(cells, said, main, measure)),
        series=lines.pictures(
            one,
            controls,
            main,
            announced=measure.announced,
            event=measure.event,
            skip=measure.skip,
        ),
    )


def _filed_months(flows: pl.LazyFrame, cells: Selection) -> list[str]:
    found: list[str] = filed(flows, cells)["period"].to_list()
    return found


def _pairs(
    name: str,
    treated: tuple[Series, Series | None],
    control: tuple[Series, Series | None],
) -> Iterator[tuple[str, Series, Series]]:
    """What is held against what: `treated` is in all and on comparable codes,
    `control` less the measure's goods once and twice."""
    (one, alike), (other, whole) = treated, control
    yield name, one, other
    if whole is not None:
        yield f"{name}, each set taken out whole", one, whole
    if alike is not None:
        yield f"{name}, comparable codes", alike, other


def _answer(
    flows: pl.LazyFrame,
    cells: Selection,
    measure: Measure,
    windows: tuple[Window, Window],
    *,
    rows: list[dict[str, Any]],
) -> Answer:
    pre, post = windows
    says = DEFINITION.format(event=measure.event, skip=measure.skip, pre=pre, post=post)
    return answer(
        flows,
        cells,
        {"pre": pre, "post": post},
        asked=f"Effect at {measure.event} on",
        definition=says + RULES,
        rows=rows,
    )


def _design(measure: Measure, *, count: bool = False) -> Design:
    return Design(measure.event, measure.skip, count)


def _controls(
    flows: pl.LazyFrame, query: Query, measure: Measure
) -> Iterator[tuple[str, Selection]]:
    if measure.control_goods is not None:
        mine = () if query.goods.everything else query.goods.codes
        others = measure.control_goods
        less = tuple(dict.fromkeys((*others.without, *mine)))
        codes = others.codes or (TOTAL,)
        goods = Goods(codes, less, others.name, others.edition)
        yield "goods", select(flows, replace(query, goods=goods))
    if measure.control_partners:
        asked = replace(query, partners=measure.control_partners)
        yield "partners", select(flows, asked)


def _overlap(cells: Selection, measure: Measure) -> pl.DataFrame | None:
    """The goods of the measure that are also among those taken out of the control.

    They are taken out once; a study that subtracts both totals takes them out twice.
    """
    taken = measure.control_goods.without if measure.control_goods else ()
    rows = cells.frame.filter(begins(taken))
    return rows if rows.height else None


def _less(one: Series, other: Series) -> Series:
    """`one` less `other`, month by month, over the months of `one`."""
    held = dict(zip(other.periods, other.values, strict=True))
    less = [held.get(period, 0.0) for period in one.periods]
    return Series(one.first, one.values - np.array(less), one.filed)


def _windows(one: Series, measure: Measure) -> tuple[Window, Window]:
    """The windows given; else up to a year from the event, and the same months before
    that end ahead of it."""
    if measure.pre and measure.post:
        return measure.pre, measure.post
    start = month_number(measure.event)
    last = month_number(one.periods[-1]) if len(one.values) else start
    end = max(start, min(start + 11, last))
    back = 12
    return (
        Window(month_name(start - back), month_name(end - back)),
        Window(month_name(start), month_name(end)),
    )


def _interruptions(one: Series, measure: Measure) -> dict[str, Interruption]:
    found = {}
    for name, count in (("interrupted", False), ("ppml", True)):
        result = interruption(one, _design(measure, count=count))
        if result:
            found[name] = result
    return found


def _doubts(cells: Selection, said: Verdict, *, changed: bool) -> Iterator[Problem]:
    if changed:
        text = "the classification changed; the series hold codes of one edition only"
        yield problem("classification-changed", text)
    rows = cells.frame.filter(pl.col("level") > 0)
    longest = max(rows["level"].to_list(), default=0)
    if 0 < longest <= 6:
        text = (
            f"codes of {longest} digits are too coarse for most measures, which name "
            "items within a code: what the measure does not touch is in the figure"
        )
        if said.word == "none":
            text += "; no fall shown is no proof that the measure failed"
        yield problem("codes-too-coarse", text)
    if not cells.frame.filter(pl.col("month") > 0).height:
        text = "there are no monthly cells; an effect needs months"
        yield problem("no-months", text)


def _findings(
    cells: Selection, said: Verdict, main: Interruption | None, measure: Measure
) -> Iterator[Finding]:
    if main is None or said.word == "unknown":
        return
    step, low, high = main.step.percent
    yield finding(
        cells,
        kind="measure_effect",
        severity="medium" if said.word in ("recovered", "none") else "info",
        title=f"{measure.event}: {said.text}",
        explanation=f"{words(cells.query)}. {RULES}",
        evidence=(
            Evidence("step", f"{step:+.1f} % (95 %: {low:+.1f} to {high:+.1f})"),
            Evidence("last three months", f"{main.end.percent[0]:+.1f} %"),
        ),
    )
