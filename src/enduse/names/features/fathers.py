"""Fathers' names that differ: Ivan Petrovich is not Ivan Nikolaevich."""

import re
from collections.abc import Callable, Iterable

from enduse.model import Part, PartyKind
from enduse.names.features.name import NameComparison
from enduse.names.form import NameForm
from enduse.text.fathers_names import is_fathers_name

FATHERS_DIFFER = -0.35
_ENDS = re.compile(r"(?:[oe]v|iy?v|y)(?:[iy]t?ch|na)$")


def is_fathers(token: str) -> bool:
    """Whether a word is a father's name: by its class, or by a Slavic ending."""
    return is_fathers_name(token) or bool(_ENDS.search(token))


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


def left_unsaid(names: NameComparison) -> tuple[str, ...]:
    """The fathers' names asked for, where the listed name says none."""
    theirs = [names.right.tokens[j] for j in names.alignment.right_over]
    if any(map(is_fathers, theirs)):
        return ()
    ours = [names.left.tokens[i] for i in names.alignment.left_over]
    return tuple(filter(is_fathers, ours))


def of_other_names(
    names: NameComparison,
    others: Iterable[NameForm],
    alike: Callable[[str, str], float],
) -> Part | None:
    """A minus where the listing says elsewhere who the father is, and it is another.

    `Vladimir Putin` is a name of Vladimir Vladimirovich, so it is none of Vladimir
    Ivanovich's. `alike` tells how alike two words are, 0 for two names.

    *Unknown*: None where the listing never says, or once says the name asked for.
    """
    asked = left_unsaid(names)
    if not asked:
        return None
    own = set(names.right.tokens)
    full = (form.tokens for form in others if len(form.tokens) > len(own))
    stated = [t for tokens in full for t in tokens if is_fathers(t) and t not in own]
    if not stated or any(alike(ours, theirs) for ours in asked for theirs in stated):
        return None
    said = " ".join(asked), stated[0]
    return Part("fathers", FATHERS_DIFFER, *said, "another father's name is listed")
