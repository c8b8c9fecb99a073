"""The most points that one listed name can have: `bounds` as plain numbers."""

from collections.abc import Sequence
from functools import lru_cache
from math import inf
from typing import NamedTuple

import numpy as np

from enduse.names.align import INITIAL_LIKENESS
from enduse.names.bounds import INITIAL, ROUNDING, ratios
from enduse.names.features.commonness import (
    ENOUGH,
    LEAST_COST,
    SLIPS_FIRM,
    enough,
)
from enduse.names.features.left_over import OFTEN as LEFT_OVER
from enduse.names.features.little_said import ONE_WORD_OF_MANY
from enduse.names.features.name import DOUBT, NAME_MAX, missing_cost
from enduse.names.features.same_words import (
    MOST_ALIKE,
    NAMED_BY_WORDS,
    SAME_TEXT,
    SLIPPED_AGREEMENT,
    SLIPPED_WORDS,
)
from enduse.names.kinds import KINDS
from enduse.names.similarity import HEARD_ALIKE

_TINY = 1e-6
_SAME, _SLIPPED = HEARD_ALIKE - ROUNDING, SLIPPED_AGREEMENT - ROUNDING
# By kind: the cost of a missing word, of one left over, evidence enough, the cost of
# lacking it, and the least that the same words and slipped ones come to.
_OF_KIND = [
    (
        missing_cost(kind),
        LEFT_OVER if kind in ENOUGH else 0.0,
        enough(kind),
        LEAST_COST if kind in ENOUGH else SLIPS_FIRM,
        MOST_ALIKE if kind in NAMED_BY_WORDS else -inf,
        SLIPPED_WORDS if kind in NAMED_BY_WORDS else -inf,
    )
    for kind in KINDS
]


class Held(NamedTuple):
    """What one name has in common with a query, and what not: `bounds.Held`."""

    alike: float
    common: float
    evidence: float
    extra: float
    lacking: float


def points(held: Held, kind: int, *, several: bool, lone: bool, lifted: bool) -> float:
    """`bounds.points` of one name."""
    told = said(held, kind)
    return of_agreement(told, kind, several=several, lone=lone, lifted=lifted)


class Said(NamedTuple):
    """How far a name agrees, on what evidence, and whether words are left over."""

    agreement: float
    evidence: float
    over: bool


def said(held: Held, kind: int) -> Said:
    """How far a name agrees that has so much in common."""
    alike, common, evidence, less, more = held
    if less > more:
        less, more = more, less
    apart = less + _OF_KIND[kind][0] * (more - less) / 2
    return Said(alike / max(common + apart, 1e-9), evidence, over=more > ROUNDING)


def of_agreement(
    said: Said, kind: int, *, several: bool, lone: bool, lifted: bool
) -> float:
    """The most points of a name that agrees so far."""
    agreement, evidence, over = said
    _, left_over, needs, cost, same, slipped = _OF_KIND[kind]
    found = agreement * NAME_MAX
    if over:
        found += left_over
    if several and evidence < needs:
        found -= (needs - evidence) * cost
    if lone:
        found += ONE_WORD_OF_MANY
    if agreement >= _SAME:
        return max(found, same, SAME_TEXT if lifted else same)
    return max(found, slipped) if agreement >= _SLIPPED else found


def certain(shared: float, likeness: float) -> float:
    """`bounds.certain` of one word."""
    sure = 1 - DOUBT * (1 - likeness)
    return shared * sure if sure > 0 else 0.0


def both_weigh(own: float, weight: float, likeness: float) -> float:
    """`bounds.both_weigh` of two words."""
    if likeness == 1:
        return (own + weight) / 2
    return own if own < weight else weight


class Bars(NamedTuple):
    """What a query's need comes to: `bounds.ratios` and agreement and cost by kind."""

    ratio: float
    kinds: tuple[tuple[float, float], ...]


@lru_cache(maxsize=4096)
def bars(needed: Sequence[float]) -> Bars:
    """What is asked of a name before its words are known, from the points needed."""
    agreement = [max(points - ROUNDING, 0.05) / NAME_MAX for points in needed]
    half = [missing_cost(kind) / 2 for kind in KINDS]
    both = zip(agreement, half, strict=True)
    ratio = float(ratios(np.array(needed)).min())
    return Bars(ratio, tuple(dict.fromkeys(pair for pair in both if pair[0] < 1)))


def most_lacking(alike: float, common: float, extra: float, bars: Bars) -> float:
    """`bounds.most_lacking` of one word."""
    most = -1.0
    for agreement, half in bars.kinds:
        apart = alike / agreement - common
        if apart <= extra:
            found = (apart - half * extra) / (1 - half + 1e-9)
        else:
            found = extra + (apart - extra) / half
        if found > most:
            most = found
    return most


class Sums:
    """Sums over the words that a query and a name may have in common: `hits.Sums`."""

    __slots__ = ("alike", "common", "evidence", "ours", "theirs")

    def __init__(self) -> None:
        self.alike = self.common = self.evidence = self.ours = self.theirs = 0.0

    def add(self, own: float, weight: float, likeness: float) -> None:
        """Takes in a target of the name, and what it is to the query at best."""
        both = both_weigh(own, weight, likeness)
        self.alike += both * likeness
        self.common += both
        self.evidence += certain(min(own, weight), likeness)
        self.ours += weight
        self.theirs += own

    def add_optional(self, own: float, weight: float) -> None:
        """Takes in an initial and what it may stand for."""
        both = min(own, weight)
        self.alike += both * INITIAL
        self.common += both
        self.evidence += certain(both, INITIAL_LIKENESS)
        self.ours += weight
        self.theirs += own

    def held(self, total: float, whole: float) -> Held:
        """What is in common and what not, of a query and a name of these weights."""
        over = self.ours > total + _TINY or self.theirs > whole + _TINY
        return Held(
            self.common if over else self.alike,
            self.common,
            self.evidence,
            max(0.0, total - self.ours),
            max(0.0, whole - self.theirs),
        )
