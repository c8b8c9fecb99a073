"""The words that two names have in common, and those on one side only."""

from collections.abc import Callable

from enduse.names.align import Pair
from enduse.names.features.name import NameComparison
from enduse.names.weights import LEGAL, PLACE, class_weight
from enduse.text.dictionary import is_ordinary


def is_known(token: str) -> bool:
    """Whether a word is one that many firms may say."""
    return class_weight(token) <= PLACE or is_ordinary(token)


def is_substance(token: str) -> bool:
    """Whether a word is more than a particle, a title or a legal form."""
    return class_weight(token) > LEGAL


def over(names: NameComparison, wanted: Callable[[str], bool]) -> tuple[str, str]:
    """The leftover tokens of either side that are wanted, joined."""
    left = [names.left.tokens[i] for i in names.alignment.left_over]
    right = [names.right.tokens[j] for j in names.alignment.right_over]
    return " ".join(filter(wanted, left)), " ".join(filter(wanted, right))


def shared(names: NameComparison) -> list[str]:
    """The words in common, of two that are alike the one that says less."""
    return [weaker(names, pair) for pair in names.alignment.pairs]


def weaker(names: NameComparison, pair: Pair) -> str:
    """Of the words of a pair the one that says least, whichever side it is on."""
    left, right = names.left.tokens, names.right.tokens
    if (
        len(pair.left) == len(pair.right) == 1
        and left[pair.left[0]] == right[pair.right[0]]
    ):
        return left[pair.left[0]]
    ours = [left[i] for i in pair.left]
    theirs = [right[j] for j in pair.right]
    if len(ours) != len(theirs):
        return min(ours, theirs, key=len)[0]  # the one word that the other splits
    return min(ours + theirs, key=lambda t: (class_weight(t), len(t), t))
