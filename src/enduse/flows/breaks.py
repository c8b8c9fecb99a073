"""When a series changed its level: one break, by least squares, with the months that
cannot be told from it.

*Source*: least-squares break date: J. Bai, "Least squares estimation of a shift in
linear processes", Journal of Time Series Analysis 15 (1994), as `ruptures` (C. Truong
et al., 2020) searches it; the set of dates: B. E. Hansen, "Sample splitting and
threshold estimation", Econometrica 68 (2000), critical value 7.35 for 95 %.
"""

from dataclasses import dataclass

import numpy as np

from enduse.flows.series import Numbers, Series

SHORTEST = 3  # months a level must last
_CRITICAL = 7.35


@dataclass(frozen=True, slots=True)
class Break:
    """The first month of the new level, its log change, and the months from `earliest`
    to `latest` that fit almost as well. `explained` is the share of variance."""

    period: str
    log_change: float
    earliest: str
    latest: str
    explained: float


def level_shift(one: Series, *, shortest: int = SHORTEST) -> Break | None:
    """The break of the logarithm of a series, or None where it is too short.

    *Unknown*: months not filed or without trade have no logarithm and are left out.
    """
    from ruptures import Dynp

    usable = one.filed & (one.values > 0)
    periods = [p for p, ok in zip(one.periods, usable, strict=True) if ok]
    logs = np.log(one.values[usable])
    if len(logs) < 4 * shortest or float(np.var(logs)) < 1e-12:
        return None
    found = Dynp(model="l2", min_size=shortest, jump=1).fit(logs.reshape(-1, 1))
    at = int(found.predict(n_bkps=1)[0])
    errors = _errors(logs, shortest)
    least = errors[at - shortest]
    near = np.flatnonzero((errors - least) * len(logs) <= _CRITICAL * max(least, 1e-12))
    total = float(np.var(logs)) * len(logs)
    return Break(
        period=periods[at],
        log_change=float(logs[at:].mean() - logs[:at].mean()),
        earliest=periods[int(near[0]) + shortest],
        latest=periods[int(near[-1]) + shortest],
        explained=1 - float(least) / total,
    )


def _errors(logs: Numbers, shortest: int) -> Numbers:
    """The sum of squares left by a break at each place it may be."""
    places = range(shortest, len(logs) - shortest + 1)
    left = [logs[:k].var() * k + logs[k:].var() * (len(logs) - k) for k in places]
    return np.array(left, dtype=np.float64)
