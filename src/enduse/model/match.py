"""A party held against a listing."""

from dataclasses import dataclass

from enduse.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Part:
    """One signed term of a score, and what it compared.

    *Units*: `weight` is in score points; the weights of a match add up to its score.
    `log_odds` is the same term before it is put on the scale of 0..1, in nats.
    """

    feature: str
    weight: float
    query: str = ""
    candidate: str = ""
    detail: str = ""
    log_odds: float = 0.0


@dataclass(frozen=True, slots=True)
class Match:
    """How alike a party and a listing are, and why.

    *Units*: `score` and `priority` lie in 0..1. `score` is about identity only;
    `priority` orders a queue (score, weight of the measure, rarity of the name).
    `name` is the listed name that matched best.
    """

    listing_id: str
    source: str
    name: str
    score: float
    priority: float
    parts: tuple[Part, ...]
