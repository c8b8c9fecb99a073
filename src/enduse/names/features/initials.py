"""Initials that stand for names of the other side: `V. Putin`.

One is anyone's; two say something, and so does one beside a family name that few bear.
"""

from enduse.names.align import Pair
from enduse.names.features.fathers import is_fathers
from enduse.names.features.name import NameComparison
from enduse.names.weights import ORDINARY, class_weight, is_title
from enduse.text.given_names import cluster

RARE = 0.7  # weight of a family name from which few bear it
_LEAST = 4  # letters of such a name


def agree(names: NameComparison) -> int:
    """How many initials stand for names of the other side: none where only one does."""
    short = len(_initials(names))
    return short if short > 1 else 0


def beside_rare(names: NameComparison) -> bool:
    """Whether an initial, or a title, agrees beside a family name that few bear.

    And nothing else stands on one side only but fathers' names and titles.
    """
    over = [names.left.tokens[i] for i in names.alignment.left_over]
    over += [names.right.tokens[j] for j in names.alignment.right_over]
    if not all(is_title(t) or is_fathers(t) for t in over):
        return False
    if not _initials(names) and not _has_same_title(names):
        return False
    return any(_is_rare(names, pair) for pair in names.alignment.pairs)


def _initials(names: NameComparison) -> list[Pair]:
    left, right = names.left.tokens, names.right.tokens
    pairs = [p for p in names.alignment.pairs if len(p.left) == len(p.right) == 1]
    return [p for p in pairs if 1 in (len(left[p.left[0]]), len(right[p.right[0]]))]


def _has_same_title(names: NameComparison) -> bool:
    shared = (names.left.tokens[p.left[0]] for p in names.alignment.pairs)
    return any(map(is_title, shared))


def _is_rare(names: NameComparison, pair: Pair) -> bool:
    if pair.likeness < 1 or len(pair.left) != 1 or len(pair.right) != 1:
        return False
    token = names.left.tokens[pair.left[0]]
    weight = min(names.left_weights[pair.left[0]], names.right_weights[pair.right[0]])
    told = class_weight(token) == ORDINARY and cluster(token) < 0
    return told and len(token) >= _LEAST and weight >= RARE
