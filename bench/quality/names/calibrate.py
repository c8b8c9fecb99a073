"""Fits what the points of two names are worth in log-odds; prints or writes the table.

    python bench/quality/names/calibrate.py [--data FOLDER] [--cache FILE] [--write]

*Source*: Platt (1999): logistic regression of one party or two on the points that
names come to, on labelled pairs of the part that may be tuned on. Only the `pair`
models are fitted: their slope so, held to what keeps equal names above 0.95, and
their centre where F1 is highest. The `search` models keep the centre at which the
bars for misses and alarms among all listed names are met best (see `run.py`).
"""

import argparse
import random
import tomllib
from collections.abc import Mapping, Sequence
from math import fsum
from pathlib import Path

import listings as lists
import numpy as np
import pairs
import run
from sklearn.linear_model import LogisticRegression

from enduse.model import PartyKind
from enduse.names import odds, score
from enduse.names.form import parse
from enduse.names.weights import ClassWeigher

OUT = Path(odds.__file__).parent / "coefficients.toml"
_LOW, _HIGH = 10.0, 25.0  # slopes between which a score is of use to a reader
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
    parser.add_argument("--data", type=Path, default=run.DEFAULT_DATA)
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
        models["pair"][group] = fit(some, kind)
    if given.write:
        OUT.write_text(written(models), "utf-8")


if __name__ == "__main__":
    main()
