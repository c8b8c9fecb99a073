"""The most points that a listed name can have against a query, as arrays.

A bound is never below what the full comparison gives: words that may stand for each
other do, and what may be left over is not. Each pair of words that is added raises a
bound, since its likeness counts above and what it takes off below is no less.
"""

from dataclasses import dataclass

import numpy as np

from enduse.names.align import INITIAL_LIKENESS
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
from enduse.names.store import Array

# On the scale of `features.name.NAME_MAX`, what a search reads names from.
LEAST_ALIKE = 0.3
# An initial's likeness, and no less than takes an agreement down that had it left over.
INITIAL = max(INITIAL_LIKENESS, 1 - min(map(missing_cost, KINDS)) / 2)
FIRM = KINDS.index("entity")
ROUNDING = 1e-3  # weights are filed as 32-bit numbers
_MISSING = np.array([missing_cost(kind) for kind in KINDS])
_BY_WORDS = np.array([kind in NAMED_BY_WORDS for kind in KINDS])
_ENOUGH = np.array([enough(kind) for kind in KINDS])
PERSON = np.array([kind in ENOUGH for kind in KINDS])
# What each point of evidence that is missing takes off at least.
_COST = np.where(PERSON, LEAST_COST, SLIPS_FIRM)
_LEFT_OVER = np.where(PERSON, LEFT_OVER, 0.0)


@dataclass(frozen=True, slots=True)
class Held:
    """What names have in common and what stands on one side only, one number a name.

    *Units*: weights. `alike` is what is common times its likeness, `evidence` what
    of it counts as evidence.
    """

    alike: Array
    common: Array
    evidence: Array
    extra: Array
    lacking: Array


def points(
    held: Held, kinds: Array, *, several: Array, lone: Array, lifted: Array
) -> Array:
    """The points names can have at most, by what they have in common with a query.

    `kinds` are those of the listings, by number; `several` tells where both sides have
    more words than one, so that common words cost; `lone` where one of several words
    is all that a name has, or a given name is all that is asked for; `lifted` where the
    same text may make up for what is taken off.
    """
    less = np.minimum(held.extra, held.lacking)
    more = np.maximum(held.extra, held.lacking)
    apart = less + _MISSING[kinds] * (more - less) / 2
    agreement = held.alike / np.maximum(held.common + apart, 1e-9)
    over = np.where(more > ROUNDING, _LEFT_OVER[kinds], 0.0)
    missing = np.maximum(0.0, _ENOUGH[kinds] - held.evidence) * _COST[kinds]
    found = agreement * NAME_MAX - np.where(several, missing, 0.0) + over
    found = np.where(lone, found + ONE_WORD_OF_MANY, found)
    by_words = _BY_WORDS[kinds]
    least = np.where(by_words, MOST_ALIKE, np.where(lifted, SAME_TEXT, -np.inf))
    same = agreement >= HEARD_ALIKE - ROUNDING
    slipped = by_words & (agreement >= SLIPPED_AGREEMENT - ROUNDING)
    least = np.where(same, least, np.where(slipped, SLIPPED_WORDS, -np.inf))
    most: Array = np.maximum(found, least)
    return most


def certain(shared: Array, likeness: Array) -> Array:
    """What words of that weight in common count as evidence."""
    return shared * np.maximum(0.0, 1 - DOUBT * (1 - likeness))


def both_weigh(own: Array, weight: Array, likeness: Array) -> Array:
    """The weight of two words in common: `features.name.compare_names`."""
    return np.where(likeness == 1, (own + weight) / 2, np.minimum(own, weight))


def ratios(needed: Array) -> Array:
    """How much must be shared for each weight of a query that is not, by kind.

    *Unknown*: infinite where a kind can't have the points needed.
    """
    agreement = np.maximum(needed - ROUNDING, 0.05) / NAME_MAX
    possible = agreement < 1
    found = agreement * _MISSING / (2 * np.where(possible, 1 - agreement, 1.0))
    wanted: Array = np.where(possible, found, np.inf)
    return wanted


def most_lacking(alike: Array, common: Array, extra: Array, needed: Array) -> Array:
    """The most weight of words a name may have beside those in common, of any kind.

    *Unknown*: below 0 where what the query has beside them is too much already.
    `needed` has one column a kind.
    """
    most = np.full(len(alike), -1.0)
    for kind, half in enumerate((_MISSING / 2).tolist()):
        agreement = np.maximum(needed[:, kind] - ROUNDING, 0.05) / NAME_MAX
        possible = agreement < 1
        if not possible.any():
            continue
        apart = alike / agreement - common
        less = (apart - half * extra) / (1 - half + 1e-9)
        more = extra + (apart - extra) / half
        found = np.where(apart <= extra, less, more)
        most = np.where(possible, np.maximum(most, found), most)
    return most
