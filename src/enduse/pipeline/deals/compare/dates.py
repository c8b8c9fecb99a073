"""Whether the days of a deal are in an order that can be."""

from collections.abc import Iterator, Sequence
from datetime import date

from enduse.model import Severity, Text
from enduse.model.paper import Paper
from enduse.pipeline.deals.compare.disagreement import Disagreement, Said, said

# later role, earlier role: the first may not come after the second
_ORDER: tuple[tuple[str, str, Severity, str], ...] = (
    (
        "shipment_date",
        "latest_shipment_date",
        "medium",
        "The goods were shipped after the last day that the credit allows.",
    ),
    (
        "shipment_date",
        "expiry_date",
        "medium",
        "The goods were shipped after the credit had expired.",
    ),
    (
        "latest_shipment_date",
        "expiry_date",
        "low",
        "The credit expires before the last day of shipment.",
    ),
    (
        "shipment_date",
        "arrival_date",
        "medium",
        "The goods arrived before they were shipped.",
    ),
)


def disagreements(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    """Days that contradict one another, and shipments dated differently."""
    for early, late, severity, why in _ORDER:
        for one in said(papers, early):
            found = _after(one, list(said(papers, late)))
            if found:
                shown = (one.side(_text(one)), found.side(_text(found)))
                label = f"{early} and {late}".replace("_", " ")
                yield Disagreement(label, severity, shown, why)
                break
    yield from _shipped_twice(papers)


def _after(one: Said, limits: Sequence[Said]) -> Said | None:
    """The last stated limit that `one` lies after, or None."""
    day = _day(one)
    known = [(limit, found) for limit in limits if (found := _day(limit))]
    if day is None or not known:
        return None
    limit, last = max(known, key=lambda pair: pair[1])
    return limit if day > last else None


def _shipped_twice(papers: Sequence[Paper]) -> Iterator[Disagreement]:
    days: dict[date, Said] = {}
    numbers = {_text(one) for one in said(papers, "bl_number", "awb_number")}
    for one in said(papers, "shipment_date"):
        if day := _day(one):
            days.setdefault(day, one)
    if len(days) > 1 and len(numbers) < 2:
        shown = tuple(one.side(_text(one)) for one in days.values())
        why = "The papers give different days of one shipment."
        yield Disagreement("shipment date", "low", shown, why)


def _day(one: Said) -> date | None:
    try:
        return date.fromisoformat(_text(one)[:10])
    except ValueError:
        return None


def _text(one: Said) -> str:
    return one.fact.value.text if isinstance(one.fact.value, Text) else ""
