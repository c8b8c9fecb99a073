"""Which pictures an answer has: by what it holds, not by who asked."""

from collections.abc import Callable, Iterator

from enduse.flows.answer import Answer
from enduse.report.flow_charts import change, coverage, mirror, shares
from enduse.report.flow_charts.figure import Figure

Draw = Callable[[Answer], Iterator[Figure]]


def figures(answer: Answer) -> tuple[Figure, ...]:
    """The pictures of an answer, the telling one first.

    *Raises* ValueError where there is nothing to draw.
    """
    if not answer.rows:
        raise ValueError("nothing to draw: no cell in the store answers this")
    found = tuple(f for draw in _drawers(answer) for f in draw(answer))
    if not found:
        raise ValueError("nothing to draw: the answer holds no figure for a picture")
    return found


def _drawers(answer: Answer) -> Iterator[Draw]:
    first, has = answer.rows[0], answer.series
    if "state" in first:
        yield coverage.figures
    if "share_percent" in first and has.get("shares"):
        yield shares.figures
    if "rise_by_percent" in first and "pre" in first:
        yield change.figures
    if has.get("points"):
        yield mirror.figures
