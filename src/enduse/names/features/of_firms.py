"""Corrections to a firm's or a ship's name: numbers, places, trades, the telling word.

Each takes the comparison of two names and gives a negative part, or none.
"""

from collections.abc import Sequence

from enduse.model import Part, PartyKind
from enduse.names.align import Pair
from enduse.names.features import in_common, legal_forms
from enduse.names.features.name import NameComparison
from enduse.names.form import NameForm
from enduse.names.kinds import CRAFT
from enduse.names.similarity import HEARD_ALIKE, is_slip
from enduse.names.weights import PLACE, class_weight
from enduse.text.concepts import is_place, is_trade_word
from enduse.text.heard import VOWELLESS
from enduse.text.legal import bare
from enduse.text.scripts import scripts

NUMBERS_DIFFER, NUMBER_MISSING, NUMBER_MISSING_VESSEL = -0.3, -0.06, -0.25
PLACES_DIFFER, PLACE_MISSING = -0.2, -0.05
BUSINESS_DIFFERS = -0.25
INEXACT, INEXACT_LONG = -0.14, -0.03  # of a ship's telling word
FIRM_INEXACT, FIRM_INEXACT_LONG = -0.09, -0.043
INEXACT_OTHER_FORM = -0.04  # more, where no legal form agrees
INEXACT_OTHER_HOME = -0.05  # more, where one form is of a country, the other of none
OF_THE_PEN = 0.048  # less for letters swapped or one left out, as in haste
OTHER_FIRST = -0.033  # more where the first letter is another: mostly another name
OF_A_BRAND = -0.1  # more of a word that was taken out of a longer name
BESIDE_ONE_WORD = 0.03  # less where `single_word` has taken something, too
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
    least = HEARD_ALIKE if _several(names) else 1.0
    if not telling or any(p.likeness >= least for p in telling):
        return None
    left = " ".join(names.left.tokens[i] for p in telling for i in p.left)
    right = " ".join(names.right.tokens[j] for p in telling for j in p.right)
    long = max(len(left), len(right)) >= _LONG_WORD
    substance = [p for p in pairs if in_common.is_substance(in_common.weaker(names, p))]
    more = any(p.likeness == 1 for p in substance)
    more |= len(substance) > 1 and names.slips == sum(p.likeness < 1 for p in pairs)
    short = min(len(left), len(right)) < _SLIP_LETTERS  # an acronym is another one
    worth = (FIRM_INEXACT, FIRM_INEXACT_LONG)
    worth = worth if kind == "entity" else (INEXACT, INEXACT_LONG)
    weight = worth[(long or more) and not short]
    if kind == "entity":
        weight = min(0.0, weight + _of_slip(names, telling))
        if not legal_forms.agree(names):
            weight += INEXACT_OTHER_FORM
        elif legal_forms.is_put_abroad(names):
            weight += INEXACT_OTHER_HOME
    weight += OF_A_BRAND if _is_taken_out(names.left) else 0.0
    said = "no telling word is quite the same"
    return Part("inexact", weight, left, right, said) if weight else None


def _is_taken_out(form: NameForm) -> bool:
    """Whether a word is all that is read of a name that has more, but for a place.

    A name that is read whole has its legal form in `raw`, misspelt or not.
    """
    if len(form.tokens) != 1 or form.place or form.raw != form.glued:
        return False
    if " " not in form.text.strip() and "Hani" not in scripts(form.text):
        return False  # one word in its script, read as a whole
    whole = "".join(bare(form.text)[1]).replace(VOWELLESS, "")
    return whole != form.glued.replace(VOWELLESS, "")


def _of_slip(names: NameComparison, telling: Sequence[Pair]) -> float:
    """What the kind of slip gives or takes, as people make them and names differ."""
    found = 0.0 if _several(names) else BESIDE_ONE_WORD
    if len(telling) > 1 or len(telling[0].left) != len(telling[0].right):
        return found
    ours = names.left.tokens[telling[0].left[0]]
    theirs = names.right.tokens[telling[0].right[0]]
    if not is_slip(ours, theirs):
        return found
    swapped = sorted(ours) == sorted(theirs)
    if swapped or len(ours) < len(theirs):
        return found + OF_THE_PEN
    return found if ours[0] == theirs[0] else found + OTHER_FIRST


def _several(names: NameComparison) -> bool:
    return min(len(names.left.tokens), len(names.right.tokens)) > 1


def _tells(names: NameComparison, pair: Pair) -> bool:
    return class_weight(in_common.weaker(names, pair)) > PLACE
