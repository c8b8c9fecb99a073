"""Fits what the points of two names are worth in log-odds; prints or writes the table.

    python bench/quality/names/calibrate.py [--data FOLDER] [--cache FILE] [--write]

*Source*: Platt (1999): logistic regression of one party or two on the points that
names come to, on labelled pairs of the part that may be tuned on. Only the `pair`
models are fitted: their slope so, held to what keeps equal names above 0.95, and
their centre where F1 is highest; for firms and persons each correction has a slope of
its own, none below 0 (`by_feature`), and persons' are fitted to names a word apart, too
(`near.py`). The `search` models keep the centre at which the
bars for misses and alarms among all listed names are met best (see `by_class.py`).
"""

import argparse
import random
import tomllib
from collections import Counter
from collections.abc import Mapping, Sequence
from math import fsum
from pathlib import Path

import by_class
import listings as lists
import near
import numpy as np
import pairs
from numpy.typing import NDArray
from scipy.optimize import minimize
from sklearn.linear_model import LogisticRegression

from enduse.model import PartyKind
from enduse.names import odds, score
from enduse.names.form import parse
from enduse.names.weights import ClassWeigher

Floats = NDArray[np.float64]
OUT = Path(odds.__file__).parent / "coefficients.toml"
_LOW, _HIGH = 10.0, 25.0  # slopes between which a score is of use to a reader
_FREE, _STEEPEST = 30.0, 20.0  # how far slopes of features may go
# What tells sister firms and namesakes apart is worth more than in these pairs, which
# hold few.
_AT_LEAST: Mapping[PartyKind, Mapping[str, float]] = {
    "entity": {"places": 20.0, "numbers": 15.0, "business": 15.0, "single_word": 5.0},
    "person": {"common_name": 3.0, "distinctive": 5.0, "fathers": 12.0},
}
_SEEN = 10  # pairs that a feature's slope is fitted to
_LEAST = 0.6  # and a centre below which few pairs were seen


def points(left: str, right: str, kind: PartyKind) -> float:
    """What two names come to, without an index."""
    names = score.compare_forms(
        parse(left, kind), parse(right, kind), ClassWeigher(), kind
    )
    if names is None:
        return 0.0
    return max(-0.5, fsum(part.weight for part in score.raw_parts(names, kind)))


def fit(some: Sequence[pairs.Pair], kind: PartyKind) -> dict[str, float]:
    """Slope and centre by logistic regression, both labels weighing alike."""
    x = np.array([[points(left, right, kind)] for _, left, right, _ in some])
    y = np.array([same for *_, same in some])
    model = LogisticRegression(C=1e3, class_weight="balanced").fit(x, y)
    slope = float(model.coef_[0][0])
    centre = float(-model.intercept_[0] / slope)
    kept = min(_HIGH, max(_LOW, slope))
    best = max(
        (_f1(x[:, 0] >= level, y), -abs(level - centre), level)
        for level in np.arange(0.4, 0.9, 0.01)
    )
    print(f"{kind:8} n={len(y)} slope={slope:.2f} centre={centre:.3f} best F1 {best}")
    return {"slope": round(kept, 2), "centre": round(max(_LEAST, float(best[2])), 3)}


def by_feature(some: Sequence[pairs.Pair], kind: PartyKind) -> dict[str, float]:
    """A slope for each feature by logistic regression, and the centre.

    A feature seen to speak for what it should speak against is worth nothing; one that
    few pairs have is worth as much as the name.
    """
    raw = [_features(left, right, kind) for _, left, right, _ in some]
    seen = Counter(name for row in raw for name in row)
    names = sorted(name for name, count in seen.items() if count >= _SEEN)
    x = np.array([[1.0, *(row.get(name, 0.0) for name in names)] for row in raw])
    y = np.array([same for *_, same in some])
    weights = _fitted(x, y)
    worth = dict(zip(names, weights[1:].tolist(), strict=True))
    for name, least in _AT_LEAST[kind].items():
        at = names.index(name)
        worth[name] = weights[at + 1] = max(least, worth[name])
    said = x @ weights
    best = max((_f1(said >= at, y), -abs(at), at) for at in np.arange(-1.5, 1.5, 0.05))
    slope = worth.pop("name")
    print(f"{kind:8} n={len(y)} best F1 {best} {worth}")
    centre = (float(best[2]) - float(weights[0])) / slope
    found = {"slope": round(slope, 2), "centre": round(centre, 3)}
    return found | {name: round(value, 2) for name, value in worth.items()}


def _features(left: str, right: str, kind: PartyKind) -> dict[str, float]:
    names = score.compare_forms(
        parse(left, kind), parse(right, kind), ClassWeigher(), kind
    )
    raw = score.raw_parts(names, kind, pair=True) if names else []
    return {part.feature: part.weight for part in raw}


def _fitted(x: Floats, y: Floats) -> Floats:
    """Weights of a logistic regression, both labels weighing alike, held from below."""
    weigh = np.where(y, 0.5 / y.mean(), 0.5 / (1 - y.mean()))
    sign = np.where(y, 1.0, -1.0)

    def loss(weights: Floats) -> tuple[float, Floats]:
        said = x @ weights * sign
        held = weights.copy()
        held[0] = 0.0
        value = (weigh * np.logaddexp(0, -said)).sum() + (held**2).sum() / (2 * _FREE)
        return float(value), held / _FREE - x.T @ (weigh * sign / (1 + np.exp(said)))

    bounds = [(None, None)] + [(0.0, _STEEPEST)] * (x.shape[1] - 1)
    start = np.concatenate([[0.0], np.ones(x.shape[1] - 1)])
    found = minimize(loss, start, jac=True, method="L-BFGS-B", bounds=bounds)
    return np.asarray(found.x)


def _f1(said: "np.ndarray[tuple[int], np.dtype[np.bool_]]", same: "object") -> float:
    truth = np.asarray(same, dtype=bool)
    hits = int((said & truth).sum())
    return 2 * hits / max(1, int(said.sum()) + int(truth.sum()))


def written(models: Mapping[str, Mapping[str, Mapping[str, float]]]) -> str:
    """The table as TOML."""
    lines = [
        "# What points of a name are worth: log-odds = slope x (points - centre).",
        "# `pair` is written by bench/quality/names/calibrate.py.",
    ]
    for model, groups in models.items():
        for group, values in groups.items():
            lines.append(f"[{model}.{group}]")
            lines += [f"{name} = {value}" for name, value in values.items()]
            lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def main() -> None:
    """Fits and tells; with `--write` writes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=by_class.DEFAULT_DATA)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--count", type=int, default=2500)
    parser.add_argument("--write", action="store_true")
    given = parser.parse_args()
    every = lists.read_listings(given.data / "lists", cache=given.cache)
    part = [x for x in every if not lists.is_held(x)]
    made = pairs.made(part, random.Random(19), given.count)
    models = tomllib.loads(OUT.read_text("utf-8"))
    by: dict[str, PartyKind] = {"person": "person", "entity": "entity"}
    by |= {"craft": "vessel", "unknown": "unknown"}
    for group, kind in by.items():
        wanted = "entity" if group == "unknown" else kind
        some = [pair for pair in made if pair[0] == wanted]
        if kind == "person":
            apart = near.near(part, random.Random(9), given.count // 3)
            some += [pair for pair in apart if pair[0] == kind]
        fitted = by_feature if kind in _AT_LEAST else fit
        models["pair"][group] = fitted(some, kind)
    if given.write:
        OUT.write_text(written(models), "utf-8")


if __name__ == "__main__":
    main()
