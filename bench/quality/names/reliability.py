"""How far scores are the probabilities they are said to be: a diagram in numbers."""

from collections.abc import Sequence
from typing import Any

_BINS = 10


def reliability(scored: Sequence[tuple[float, bool]]) -> dict[str, Any]:
    """By tenth of the score: how many, their mean score and the share that is right.

    `ece` is the expected calibration error: the mean gap between score and share,
    each tenth by its size. `top_share` is the share of scores within 0.001 of the
    highest: how far they pile up.

    *Units*: all but `n` are 0..1.

    *Source*: Naeini, Cooper and Hauskrecht (2015), AAAI-29.
    """
    rows, gap = [], 0.0
    for at in range(_BINS):
        low, high = at / _BINS, (at + 1) / _BINS
        some = [(s, t) for s, t in scored if low <= s < high or (s == high == 1.0)]
        if not some:
            continue
        mean = sum(s for s, _ in some) / len(some)
        right = sum(t for _, t in some) / len(some)
        gap += abs(mean - right) * len(some)
        rows.append({"n": len(some), "score": round(mean, 3), "right": round(right, 3)})
    highest = max((s for s, _ in scored), default=0.0)
    top = sum(s >= highest - 0.001 for s, _ in scored)
    total = max(1, len(scored))
    return {
        "n": len(scored),
        "ece": round(gap / total, 4),
        "top_share": round(top / total, 4),
        "bins": rows,
    }
