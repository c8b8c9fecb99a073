"""Interrupted time series: trend, season, and a step and a new slope at an event.

*Source*: A. K. Wagner et al., "Segmented regression analysis of interrupted time series
studies", J. Clin. Pharm. Ther. 27 (2002); errors by W. Newey and K. West, Econometrica
55 (1987); zeros by Poisson pseudo maximum likelihood, J. Santos Silva and S. Tenreyro,
"The log of gravity", Review of Economics and Statistics 88 (2006). `statsmodels`.
"""

from dataclasses import dataclass
from typing import Any

import numpy as np
import numpy.typing as npt

from enduse.flows.series import Numbers, Series
from enduse.flows.windows import month_number

LEAST_BEFORE, LEAST_AFTER = 12, 6


@dataclass(frozen=True, slots=True)
class Estimate:
    """A change in logs with its 95 % interval; `percent` the same as growth."""

    log: float
    low: float
    high: float
    p: float

    @property
    def percent(self) -> tuple[float, float, float]:
        """The change in percent, and the interval's ends."""
        low, mid, high = (
            100 * float(np.expm1(v)) for v in (self.low, self.log, self.high)
        )
        return mid, low, high


@dataclass(frozen=True)
class Interruption:
    """What an event did to a series.

    `step` at the event, `slope` its change a month, `anticipation` what the months
    before it were above what was expected, `end` the effect over the last months;
    `recovered` the share of the step that the end no longer shows. `expected` is the
    series as it would have gone on, with the band `low`, `high`.
    """

    step: Estimate
    slope: Estimate
    anticipation: Estimate | None
    end: Estimate
    recovered: float | None
    expected: Numbers
    low: Numbers
    high: Numbers


@dataclass(frozen=True, slots=True)
class Design:
    """The event's month, the months before it left out for anticipation, the model.

    `count` fits counts (PPML), which zeros allow; otherwise logarithms are fitted.
    """

    event: str
    anticipation: int = 0
    count: bool = False
    end_months: int = 3


def interruption(one: Series, design: Design) -> Interruption | None:
    """The estimates, or None where there are too few months on either side.

    *Unknown*: months not filed are left out; so are zeros where logs are fitted.
    """
    at = one.position(design.event)
    when = np.arange(len(one.values))
    usable = one.filed & (design.count | (one.values > 0))
    ahead = (when >= at - design.anticipation) & (when < at)
    before, after = usable & (when < at) & ~ahead, usable & (when >= at)
    if before.sum() < LEAST_BEFORE or after.sum() < LEAST_AFTER:
        return None
    matrix = _matrix(one, at, ahead, int(before.sum()), int(usable.sum()))
    fit = _fit(one.values[usable], matrix[usable], count=design.count)
    k = 4 + bool(ahead.any())
    names = {"step": 2, "slope": 3}
    bare = matrix.copy()
    bare[:, 2:k] = 0.0
    expected, low, high = _predicted(fit, bare)
    last = np.flatnonzero(after)[-design.end_months :]
    effect = np.zeros(matrix.shape[1])
    effect[2], effect[3] = 1.0, float(matrix[last, 3].mean())
    end = _linear(fit, effect)
    step = _linear(fit, _unit(matrix.shape[1], names["step"]))
    return Interruption(
        step=step,
        slope=_linear(fit, _unit(matrix.shape[1], names["slope"])),
        anticipation=_linear(fit, _unit(matrix.shape[1], 4)) if k == 5 else None,
        end=end,
        recovered=1 - end.log / step.log if abs(step.log) > 1e-9 else None,
        expected=expected,
        low=low,
        high=high,
    )


def placebos(one: Series, design: Design) -> tuple[float | None, int]:
    """The share of false events in the time before whose step is as large, and how
    many there were. *Unknown*: None where the time before is too short for any.
    """
    at = one.position(design.event) - design.anticipation
    past = Series(one.first, one.values[:at], one.filed[:at])
    real = interruption(one, design)
    steps: list[float] = []
    last = min(at, len(past.values)) - LEAST_AFTER
    for place in range(LEAST_BEFORE, last + 1) if real else ():
        false = Design(past.periods[place], 0, design.count, design.end_months)
        found = interruption(past, false)
        if found:
            steps.append(abs(found.step.log))
    if not steps or real is None:
        return None, len(steps)
    return sum(s >= abs(real.step.log) for s in steps) / len(steps), len(steps)


def _matrix(
    one: Series, at: int, ahead: npt.NDArray[np.bool_], before: int, usable: int
) -> Numbers:
    """Constant, trend, step, slope, anticipation, season: a column each."""
    when = np.arange(len(one.values), dtype=np.float64)
    post = (when >= at).astype(np.float64)
    columns = [np.ones_like(when), when - at, post, post * (when - at)]
    if ahead.any():
        columns.append(ahead.astype(np.float64))
    columns += _season(one, before, usable)
    return np.column_stack(columns)


def _season(one: Series, before: int, usable: int) -> list[Numbers]:
    """Months of the year where two years came before, else one wave, else nothing."""
    month = (month_number(one.first) + np.arange(len(one.values))) % 12
    if before >= 24 and usable >= 36:
        return [(month == m).astype(np.float64) for m in range(1, 12)]
    if usable >= 24:
        angle = 2 * np.pi * month / 12
        return [np.sin(angle), np.cos(angle)]
    return []


def _fit(values: Numbers, matrix: Numbers, *, count: bool) -> Any:
    import statsmodels.api as sm

    lags = max(1, int(np.floor(4 * (len(values) / 100) ** (2 / 9))))
    errors = {"maxlags": lags, "use_correction": True}
    if count:
        scale = float(values[values > 0].mean()) if (values > 0).any() else 1.0
        model = sm.GLM(values / scale, matrix, family=sm.families.Poisson())
        fit = model.fit(cov_type="HAC", cov_kwds=errors)
        fit.enduse_scale = scale
        return fit
    fit = sm.OLS(np.log(values), matrix).fit(
        cov_type="HAC", cov_kwds=errors, use_t=True
    )
    fit.enduse_scale = 1.0
    return fit


def _linear(fit: Any, weights: Numbers) -> Estimate:
    test = fit.t_test(weights)
    low, high = (float(v) for v in np.ravel(test.conf_int()))
    return Estimate(
        float(np.ravel(test.effect)[0]), low, high, float(np.ravel(test.pvalue)[0])
    )


def _unit(size: int, at: int) -> Numbers:
    weights = np.zeros(size)
    weights[at] = 1.0
    return weights


def _predicted(fit: Any, matrix: Numbers) -> tuple[Numbers, Numbers, Numbers]:
    """The values expected without the event, and the band of their mean."""
    from scipy import stats

    mid = matrix @ fit.params
    spread = np.sqrt(np.einsum("ij,jk,ik->i", matrix, fit.cov_params(), matrix).clip(0))
    factor = float(stats.t.ppf(0.975, max(int(fit.df_resid), 1)))
    scale = fit.enduse_scale
    low, high = (scale * np.exp(mid + side * factor * spread) for side in (-1, 1))
    return scale * np.exp(mid), low, high
