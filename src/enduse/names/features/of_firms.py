"""Corrections to a firm's or a ship's name: numbers, places, trades, the telling word.

Each takes the comparison of two names and gives a negative part, or none.
"""

from enduse.model import Part, PartyKind
from enduse.names.align import Pair
from enduse.names.features import in_common, legal_forms
from enduse.names.features.name import NameComparison
from enduse.names.kinds import CRAFT
from enduse.names.similarity import HEARD_ALIKE
from enduse.names.weights import PLACE, class_weight
from enduse.text.concepts import is_place, is_trade_word

NUMBERS_DIFFER, NUMBER_MISSING, NUMBER_MISSING_VESSEL = -0.3, -0.06, -0.25
PLACES_DIFFER, PLACE_MISSING = -0.2, -0.05
BUSINESS_DIFFERS = -0.25
INEXACT, INEXACT_LONG = -0.14, -0.03
INEXACT_OTHER_FORM = -0.04  # more, where no legal form agrees
_SLIP_LETTERS = 4
_LONG_WORD = 6


def numbers(names: NameComparison, kind: PartyKind) -> Part | None:
    """Factory No. 5 is not Factory No. 6."""
    left, right = in_common.over(names, str.isdigit)
    if left and right:
        return Part("numbers", NUMBERS_DIFFER, left, right, "the numbers differ")
    if left or right:
        weight = NUMBER_MISSING_VESSEL if kind in CRAFT else NUMBER_MISSING
        return Part("numbers", weight, left, right, "a number on one side only")
    return None


def places(names: NameComparison, kind: PartyKind) -> Part | None:
    """A sister company in another place is another company."""
    if kind == "person":
        return None
    left, right = in_common.over(names, is_place)
    if left and right:
        return Part("places", PLACES_DIFFER, left, right, "another place in the name")
    if (left or right) and kind == "entity":
        return Part("places", PLACE_MISSING, left, right, "a place on one side only")
    return None


def business(names: NameComparison, kind: PartyKind) -> Part | None:
    """A firm of the same name in another line of business is another firm."""
    if kind == "person":
        return None
    left, right = in_common.over(names, is_trade_word)
    if not (left and right):
        return None
    return Part("business", BUSINESS_DIFFERS, left, right, "another line of business")


def inexact(names: NameComparison, kind: PartyKind) -> Part | None:
    """A firm or ship known by one word: that word must not differ."""
    if kind == "person":
        return None
    pairs = names.alignment.pairs
    telling = [p for p in pairs if _tells(names, p)]
    heard = min(len(names.left.tokens), len(names.right.tokens)) > 1
    least = HEARD_ALIKE if heard else 1.0
    if not telling or any(p.likeness >= least for p in telling):
        return None
    left = " ".join(names.left.tokens[i] for p in telling for i in p.left)
    right = " ".join(names.right.tokens[j] for p in telling for j in p.right)
    long = max(len(left), len(right)) >= _LONG_WORD
    substance = [p for p in pairs if in_common.is_substance(in_common.weaker(names, p))]
    more = any(p.likeness == 1 for p in substance)
    more |= len(substance) > 1 and names.slips == sum(p.likeness < 1 for p in pairs)
    short = min(len(left), len(right)) < _SLIP_LETTERS  # an acronym is another one
    weight = INEXACT_LONG if (long or more) and not short else INEXACT
    if kind == "entity" and not legal_forms.agree(names):
        weight += INEXACT_OTHER_FORM
    return Part("inexact", weight, left, right, "no telling word is quite the same")


def _tells(names: NameComparison, pair: Pair) -> bool:
    return class_weight(in_common.weaker(names, pair)) > PLACE
