"""Difference in differences: how the goods (or partners) of a measure moved against
others that it does not touch.

*Source*: the two-by-two of sums in logarithms; month by month, the difference of the
two logarithms against its own time before, with Newey-West errors (`statsmodels`).
Other goods may be touched by substitution: the sum of both is then no control.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np

from enduse.flows.interrupted import LEAST_AFTER, LEAST_BEFORE, Estimate
from enduse.flows.series import Series, aligned
from enduse.flows.windows import Window


@dataclass(frozen=True, slots=True)
class TwoByTwo:
    """Sums before and after of the treated and of the control, and their contrast."""

    treated_pre: float
    treated_post: float
    control_pre: float
    control_post: float

    @property
    def log(self) -> float | None:
        """ln(treated post / pre) - ln(control post / pre). *Unknown*: None at zero."""
        sums = (
            self.treated_pre,
            self.treated_post,
            self.control_pre,
            self.control_post,
        )
        if min(sums) <= 0:
            return None
        a, b, c, d = (float(np.log(v)) for v in sums)
        return (b - a) - (d - c)


def two_by_two(treated: Series, control: Series, pre: Window, post: Window) -> TwoByTwo:
    """The contrast of the sums of two windows."""
    sums = [_sum(one, when) for one in (treated, control) for when in (pre, post)]
    return TwoByTwo(*sums)


def by_month(
    treated: Series, control: Series, event: str, skip: int
) -> Estimate | None:
    """The change of ln(treated / control) at an event, with its interval.

    `skip` months before the event are left out. *Unknown*: None with too few months.
    """
    import statsmodels.api as sm

    one, other = aligned(treated, control)
    difference, usable = _difference(one, other)
    when = np.arange(len(difference))
    at = one.position(event)
    kept = usable & ((when < at - skip) | (when >= at))
    after = (when >= at)[kept].astype(np.float64)
    if after.sum() < LEAST_AFTER or len(after) - after.sum() < LEAST_BEFORE:
        return None
    matrix = np.column_stack([np.ones_like(after), after])
    lags = max(1, int(np.floor(4 * (len(after) / 100) ** (2 / 9))))
    fit = sm.OLS(difference[kept], matrix).fit(
        cov_type="HAC", cov_kwds={"maxlags": lags, "use_correction": True}, use_t=True
    )
    low, high = fit.conf_int()[1]
    return Estimate(
        float(fit.params[1]), float(low), float(high), float(fit.pvalues[1])
    )


def study(
    treated: Series, control: Series, event: str, skip: int
) -> Iterator[dict[str, Any]]:
    """The event study: `lead` (months to the event), `log`, `low`, `high` each month.

    Against the mean of ln(treated / control) in the time before; the interval is of one
    month's own scatter before. Leads off zero say that the two moved apart already.
    """
    from scipy import stats

    one, other = aligned(treated, control)
    difference, usable = _difference(one, other)
    at = one.position(event)
    when = np.arange(len(difference))
    base = difference[usable & (when < at - skip)]
    if len(base) < LEAST_BEFORE:
        return
    spread = float(base.std(ddof=1)) * float(np.sqrt(1 + 1 / len(base)))
    half = float(stats.t.ppf(0.975, len(base) - 1)) * spread
    for n in np.flatnonzero(usable):
        log = float(difference[n] - base.mean())
        lead = {"period": one.periods[n], "lead": int(n - at), "log": log}
        yield {**lead, "low": log - half, "high": log + half}


def _difference(one: Series, other: Series) -> tuple[Any, Any]:
    usable = one.filed & other.filed & (one.values > 0) & (other.values > 0)
    safe = [np.where(usable, s.values, 1.0) for s in (one, other)]
    return np.log(safe[0]) - np.log(safe[1]), usable


def _sum(one: Series, when: Window) -> float:
    months = set(when.months)
    pairs = zip(one.periods, one.values, strict=True)
    return float(sum(value for period, value in pairs if period in months))
