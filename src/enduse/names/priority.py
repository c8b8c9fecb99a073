"""What a match would mean, to put the gravest first in a queue.

*Units*: 0..1.
"""

from collections.abc import Iterable

from enduse.model import Measure

_CONSEQUENCE: dict[Measure, float] = {
    "asset_freeze": 1.0,
    "denied_export": 0.9,
    "transaction_restriction": 0.85,
    "export_control": 0.8,
    "financial_restriction": 0.75,
    "transport_restriction": 0.75,
    "internal": 0.7,
    "investment_restriction": 0.6,
    "counter_measure": 0.6,
    "procurement_restriction": 0.5,
    "travel_ban": 0.5,
    "unknown": 0.8,
    "watch": 0.4,
}


def consequence(measures: Iterable[Measure]) -> float:
    """The weight of the gravest measure; 0.8 where none is stated."""
    return max((_CONSEQUENCE[m] for m in measures), default=0.8)


def priority(score: float, consequence: float, rarity: float) -> float:
    """The place in a queue: score, times consequence, times a little for rarity.

    *Units*: all 0..1; a match by a common name keeps at least 0.6 of its weight.
    """
    return round(score * consequence * (0.6 + 0.4 * min(1.0, rarity)), 4)
