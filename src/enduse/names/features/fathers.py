"""Fathers' names that differ: Ivan Petrovich is not Ivan Nikolaevich."""

import re

from enduse.model import Part, PartyKind
from enduse.names.features.name import NameComparison
from enduse.names.weights import PATRONYMIC, class_weight

FATHERS_DIFFER = -0.35
_ENDS = re.compile(r"(?:[oe]v|iy?v|y)(?:[iy]t?ch|na)$")


def is_fathers(token: str) -> bool:
    """Whether a word is a father's name: by its class, or by a Slavic ending."""
    return class_weight(token) == PATRONYMIC or bool(_ENDS.search(token))


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus where either side has a father's name that the other has not.

    *Unknown*: None where only one side says who the father is.
    """
    if kind not in ("person", "unknown"):
        return None
    ours = [names.left.tokens[i] for i in names.alignment.left_over]
    theirs = [names.right.tokens[j] for j in names.alignment.right_over]
    left, right = (" ".join(filter(is_fathers, side)) for side in (ours, theirs))
    if not (left and right):
        return None
    return Part("fathers", FATHERS_DIFFER, left, right, "another father's name")
