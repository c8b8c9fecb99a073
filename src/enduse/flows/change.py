"""A change between two windows: what to compare, and every way to say how much."""

import math
from dataclasses import dataclass
from typing import Any

from enduse.flows.windows import Window


@dataclass(frozen=True, slots=True)
class Change:
    """What to compare: two windows, a line for each `by`, and which lines to keep.

    `floor` drops lines whose larger window is under it; `top` keeps that many.
    """

    pre: Window
    post: Window
    by: str = "partner"
    floor: float = 0.0
    top: int = 0

    @property
    def span(self) -> Window:
        """From the beginning of the first window to the end of the second."""
        months = sorted((*self.pre.months, *self.post.months))
        if self.pre.monthly and self.post.monthly:
            return Window(months[0], months[-1])
        return Window(months[0][:4], months[-1][:4])


def measures(pre: float, post: float, prefix: str = "") -> dict[str, Any]:
    """Every way to say a change: absolute, by, to, times, logarithmic.

    *Unknown*: None for ratios on a base of zero or below, and a log of nothing.
    *Example*

    >>> measures(100.0, 445.0)["rise_by_percent"], measures(0.0, 5.0)["times"]
    (345.0, None)
    """
    times = post / pre if pre > 0 else None
    logs = math.log(times) if times and times > 0 else None
    by = None if times is None else 100 * (post - pre) / pre
    to = None if times is None else 100 * times
    return {
        f"{prefix}pre": pre,
        f"{prefix}post": post,
        f"{prefix}change": post - pre,
        f"{prefix}rise_by_percent": by,
        f"{prefix}rise_to_percent": to,
        f"{prefix}times": times,
        f"{prefix}log_change": logs,
    }
