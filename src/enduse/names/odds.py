"""From what was measured to log-odds, and from log-odds to a probability.

*Source*: the record linkage of Fellegi and Sunter (1969): evidence adds up in
log-odds. `coefficients.toml` has what each measure is worth; `bench/quality/names/
calibrate.py` fits it.
"""

import tomllib
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from math import exp, fsum, log

from enduse.model import Part, PartyKind

DECIDED = 3.2  # log-odds that an identifier gives at least: 0.96
LEAST = -5.5  # names that disagree altogether: a party may have been renamed
_DIGITS = 4
_MOST = 8.5  # no score rounds to 1
_GROUPS: dict[PartyKind, str] = {
    "person": "person",
    "unknown": "unknown",
    "entity": "entity",
    "vessel": "craft",
    "aircraft": "craft",
}


def group(kind: PartyKind) -> str:
    """Which kinds are weighed alike."""
    return _GROUPS[kind]


@cache
def coefficients(model: str, kind: str) -> Mapping[str, float]:
    """What a point of a name is worth in log-odds, and where it is worth nothing.

    `slope` is that of every feature that has none of its own.
    """
    text = (files("enduse.names") / "coefficients.toml").read_text("utf-8")
    found: dict[str, float] = tomllib.loads(text)[model][kind]
    return found


def probability(log_odds: float) -> float:
    """*Units*: 0..1, for log-odds in nats."""
    return 1 / (1 + exp(-max(-_MOST, min(_MOST, log_odds))))


def log_odds(probability: float) -> float:
    """*Units*: nats, within what `probability` tells apart."""
    low = exp(-_MOST)
    share = min(1 - low, max(low, probability))
    return log(share / (1 - share))


def points(log_odds: float) -> float:
    """The points a name needs for these log-odds, by the most lenient model."""
    models = [coefficients("search", kind) for kind in dict.fromkeys(_GROUPS.values())]
    return min(log_odds / m["slope"] + m["centre"] for m in models)


def weigh(raw: Sequence[Part], kind: str, model: str = "search") -> list[Part]:
    """The parts with their log-odds.

    The first, of the name itself, starts from what a name must come to: most names
    that are somewhat alike are of two parties.
    """
    worth = coefficients(model, kind)
    slope, centre = worth["slope"], worth["centre"]
    said = [worth.get(part.feature, slope) * part.weight for part in raw]
    said[0] = slope * (raw[0].weight - centre)
    kept = [_worth(part, 0.0, odds) for part, odds in zip(raw, said, strict=True)]
    if (sum_ := fsum(said)) < LEAST:
        kept.append(Part("least", 0.0, detail="names change", log_odds=LEAST - sum_))
    return kept


def more(part: Part, kind: PartyKind, *, least: float) -> Part:
    """A part that a search found beside those of one name, with its log-odds.

    They are `least` or more, so that names come to no less than `LEAST`.
    """
    worth = coefficients("search", group(kind))
    slope = worth.get(part.feature, worth["slope"])
    return _worth(part, 0.0, max(least, slope * part.weight))


def _worth(part: Part, weight: float, log_odds: float) -> Part:
    return Part(part.feature, weight, part.query, part.candidate, part.detail, log_odds)


def in_points(parts: Sequence[Part]) -> tuple[float, tuple[Part, ...]]:
    """The probability, and the parts with what each moves it by, in order.

    The first part moves it from 0. The weights add up to the score exactly.
    """
    kept, so_far, before = [], 0.0, 0.0
    for part in parts:
        so_far += part.log_odds
        after = round(probability(so_far), _DIGITS)
        moved = round(after - before, _DIGITS)
        kept.append(_worth(part, moved, round(part.log_odds, _DIGITS)))
        before = after
    return before, tuple(kept)
