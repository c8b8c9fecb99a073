"""From the sides of each candidate to a probability: one weight a side, one softmax.

The weights are learned where the lines are: from lines left out one group at a time,
every source alike, so that nothing of one user's lines is in the package.

*Source*: conditional logit, McFadden (1974).
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
RIDGE = 1e-3


@dataclass(frozen=True, slots=True)
class Weights:
    """Scale of each side and its weight; `rest` is the logit of none of them."""

    mean: Floats
    scale: Floats
    weight: Floats
    rest: float


def probabilities(
    weights: Weights,
    sides: NDArray[np.float32],
    there: NDArray[np.bool_],
    *,
    regimes: NDArray[np.float32] | None = None,
) -> Floats:
    """Of each candidate; what is missing to one is that none of them is right.

    `regimes` tells which of the weights of each side hold for a row; one set if absent.
    """
    held = np.ones((len(sides), 1)) if regimes is None else regimes.astype(float)
    slope = weights.weight / weights.scale
    of_row = held @ slope.reshape(held.shape[1], -1)
    logit = np.matmul(sides.astype(float), of_row[:, :, None])[:, :, 0]
    logit = logit - weights.mean @ slope
    logit = np.where(there, logit, -np.inf)
    top = np.maximum(logit.max(1, keepdims=True), weights.rest)
    power = np.exp(logit - top)
    total = power.sum(1, keepdims=True) + np.exp(weights.rest - top)
    found: Floats = power / total
    return found


def fit(
    sides: NDArray[np.float32],
    there: NDArray[np.bool_],
    right: NDArray[np.bool_],
    *,
    share: Floats,
) -> Weights:
    """The weights under which the right candidates are likeliest.

    `right` marks the candidates that are right; a row without one counts for `rest`.
    `share` is the weight of each row.
    """
    from scipy.optimize import minimize

    flat = sides[there]
    mean, scale = flat.mean(0).astype(float), flat.std(0).astype(float)
    scale[scale < 1e-6] = 1.0
    x = np.where(there[..., None], (sides - mean) / scale, 0.0)
    share = share / share.sum()

    def loss(theta: Floats) -> tuple[float, Floats]:
        logit = np.where(there, x @ theta[:-1], -np.inf)
        logit = np.concatenate([logit, np.full((len(x), 1), theta[-1])], 1)
        top = logit.max(1, keepdims=True)
        power = np.exp(logit - top)
        total = power.sum(1, keepdims=True)
        p = power / total
        good = np.concatenate([right, ~right.any(1, keepdims=True)], 1)
        mine = np.where(good, power, 0)
        own = np.maximum(mine.sum(1, keepdims=True), 1e-300)
        q = mine / own
        value = -(share * (np.log(own / total)[:, 0])).sum()
        pull = (p - q) * share[:, None]
        slope = np.einsum("rc,rcf->f", pull[:, :-1], x)
        slope = np.append(slope, pull[:, -1].sum())
        value += RIDGE * (theta[:-1] ** 2).sum()
        slope[:-1] += 2 * RIDGE * theta[:-1]
        return float(value), slope

    start = np.zeros(x.shape[2] + 1)
    start[0] = 1.0
    done = minimize(loss, start, jac=True, method="L-BFGS-B", options={"maxiter": 200})
    return Weights(mean, scale, done.x[:-1], float(done.x[-1]))
