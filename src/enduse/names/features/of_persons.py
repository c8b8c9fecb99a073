"""Corrections to a person's name: initials, family names, another name on each side.

Each takes the comparison of two names and gives a negative part, or none.
"""

from enduse.model import Part, PartyKind
from enduse.names.features import in_common
from enduse.names.features.name import NameComparison
from enduse.names.weights import ORDINARY, class_weight
from enduse.text.fathers_names import is_fathers_name
from enduse.text.given_names import cluster

INITIALS_DIFFER = -0.4
FAMILY_NAME_MISSING = -0.3
OTHER_NAME = -0.12


def initials(names: NameComparison, kind: PartyKind) -> Part | None:
    """John A. is not John B."""
    left, right = in_common.over(
        names, lambda token: len(token) == 1 and token.isalpha()
    )
    if not (left and right):
        long_left, long_right = in_common.over(names, lambda token: len(token) > 1)
        conflict = (left and long_right) or (right and long_left)
        if not conflict or kind != "person":
            return None
        left, right = left or long_left, right or long_right
    return Part("initials", INITIALS_DIFFER, left, right, "the initials differ")


def family_name(names: NameComparison, kind: PartyKind) -> Part | None:
    """A given name and a father's name alone are many people.

    Of two such names one is the family's: Roman Arkadyevich Abramovich.
    """
    over = names.alignment.left_over, names.alignment.right_over
    if kind not in ("person", "unknown") or bool(over[0]) == bool(over[1]):
        return None
    shared = in_common.shared(names)
    fathers = any(map(is_fathers_name, shared))
    if not fathers or any(_may_be_family(token) for token in shared):
        return None
    if any(in_common.over(names, is_fathers_name)):
        return None
    said = " ".join(shared)
    return Part("family_name", FAMILY_NAME_MISSING, said, said, "no family name agrees")


def _may_be_family(token: str) -> bool:
    return cluster(token) < 0 and not is_fathers_name(token)


def other_name(names: NameComparison, kind: PartyKind) -> Part | None:
    """Pedro Cardona is not Mayela Cardona: a name on each side without its like."""
    if kind not in ("person", "unknown"):
        return None
    left, right = in_common.over(
        names, lambda t: len(t) > 2 and class_weight(t) == ORDINARY
    )
    if not (left and right):
        return None
    return Part("other_name", OTHER_NAME, left, right, "another name on each side")
