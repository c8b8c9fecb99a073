"""Which labels of a scatter can stand without touching another."""

import math
from collections.abc import Sequence
from dataclasses import dataclass

LETTER, LINE = 6.6, 14.0


@dataclass(frozen=True, slots=True)
class Spot:
    """A label at a place in pixels; the first of a sequence matter most."""

    x: float
    y: float
    text: str

    def meets(self, other: "Spot") -> bool:
        """Whether both would overlap, written to the right of their points."""
        if abs(self.y - other.y) >= LINE:
            return False
        left, right = sorted((self, other), key=lambda s: s.x)
        return right.x - left.x < LETTER * len(left.text) + 8


def readable(spots: Sequence[Spot]) -> list[bool]:
    """For each label whether it has room beside those before it.

    *Example*

    >>> readable([Spot(0, 0, "Poland"), Spot(9, 3, "Latvia"), Spot(0, 30, "Malta")])
    [True, False, True]
    """
    kept: list[Spot] = []
    out = []
    for spot in spots:
        free = not any(spot.meets(other) for other in kept)
        if free:
            kept.append(spot)
        out.append(free)
    return out


def ticks(low: float, high: float) -> list[float]:
    """1, 2 and 5 of each power of ten on a logarithmic axis; 1 alone where many.

    *Example*

    >>> ticks(0.9, 30.0)
    [1.0, 2.0, 5.0, 10.0, 20.0]
    """
    if not 0 < low <= high:
        return []
    powers = range(math.floor(math.log10(low)), math.ceil(math.log10(high)) + 1)
    steps = (1, 2, 5) if len(powers) <= 4 else (1,)
    found = (float(f"{step}e{power}") for power in powers for step in steps)
    return [tick for tick in found if low <= tick <= high]


def pixel(value: float, domain: tuple[float, float], size: float) -> float:
    """Where a value is on a logarithmic axis of `size` pixels."""
    low, high = (math.log(end) for end in domain)
    return size * (math.log(value) - low) / ((high - low) or 1.0)
