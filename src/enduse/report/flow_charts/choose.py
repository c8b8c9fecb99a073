"""Which pictures an answer has: by what it holds, not by who asked."""

from collections.abc import Callable, Iterator

from enduse.flows.answer import Answer
from enduse.report.flow_charts import (
    change,
    claim,
    coverage,
    heat,
    indices,
    mirror,
    reroute,
    shares,
    surge,
    timeline,
    unit_values,
)
from enduse.report.flow_charts.figure import Figure

Draw = Callable[[Answer], Iterator[Figure]]


def figures(answer: Answer) -> tuple[Figure, ...]:
    """The pictures of an answer, the telling one first.

    *Raises* ValueError where there is nothing to draw.
    """
    if not answer.rows and not answer.series.get("tests"):
        raise ValueError("nothing to draw: the answer has no line")
    found = tuple(f for draw in _drawers(answer) for f in draw(answer))
    if not found:
        raise ValueError("nothing to draw: the answer holds no figure for a picture")
    return found


def _drawers(answer: Answer) -> Iterator[Draw]:
    first, has = (answer.rows or ({},))[0], answer.series
    names = {name for row in answer.rows for name in row}
    if "state" in first:
        yield coverage.figures
    if "hhi" in first:
        yield indices.figures
    if has.get("shares"):
        yield shares.figures
    if {"goods", "partner", "comparable"} <= set(first):
        yield heat.figures
    elif {"group", "rise_by_percent", "pre", "post"} <= names:
        yield change.figures
    if has.get("points"):
        yield mirror.figures
    if "hub" in first:
        yield reroute.figures
    if has.get("tests"):
        yield surge.figures
    if "method" in first:
        yield _effect
    if "reading" in names:
        yield claim.figures
    if has.get("cells"):
        yield unit_values.figures


def _effect(answer: Answer) -> Iterator[Figure]:
    monthly = [r for r in answer.series.get("monthly", ()) if r["value"] is not None]
    if monthly:
        yield timeline.expected(answer)
    if len({row["group"] for row in monthly}) > 1:
        yield timeline.indexed(answer)
    if answer.series.get("study"):
        yield timeline.study(answer)
