"""Words of a person's name that stand on one side only: fathers' names, second names.

Most people have words that one list or paper leaves out. A father's name, a particle or
a `Mohammed` before one's own name hardly counts; another word does, and less where the
rest says who is meant.
"""

from enduse.model import Part, PartyKind
from enduse.names.features.fathers import is_fathers
from enduse.names.features.name import NameComparison
from enduse.names.similarity import HEARD_ALIKE
from enduse.names.weights import ORDINARY, PATRONYMIC, class_weight
from enduse.text.given_names import cluster

OFTEN = -0.02  # for a word that is often left out
INITIALS, WORDS = -0.05, -0.07  # the same of initials, and of other words
WORDS_SURE = -0.03  # of one other word, where the rest says who is meant
SEVERAL = -0.09  # of several other words
# Evidence (weights of the words in common) from which it says a little, and fully.
_SAYS, _SURE = 1.0, 1.6
_TWO = 2  # words in common at least
_SERVANT = "abdul"  # the first half of a name
_HOUSE = "aal"  # of a family, in Arabic letters: no article


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus for words of a person's name that stand on one side only."""
    if kind not in ("person", "unknown"):
        return None
    ours = [names.left.tokens[i] for i in names.alignment.left_over]
    theirs = [names.right.tokens[j] for j in names.alignment.right_over]
    if not (ours or theirs):
        return None
    said = " ".join(ours), " ".join(theirs)
    weight = min(_worth(token) for token in (*ours, *theirs))
    if weight == WORDS:
        telling = [token for token in (*ours, *theirs) if not is_often(token)]
        if len(telling) > 1:
            weight = SEVERAL
        elif not (ours and theirs):
            weight += _sure(names) * (WORDS_SURE - WORDS)
    return Part("left_over", weight, *said, "on one side only")


def is_often(token: str) -> bool:
    """Whether a word is often left out: a father's name, a particle, `Mohammed`.

    *Example*

    >>> is_often("ivanovich"), is_often("bin"), is_often("khansari")
    (True, True, False)
    """
    often = class_weight(token) <= PATRONYMIC and token != _HOUSE
    often |= is_fathers(token)
    return often or cluster(token) == cluster("mohammed")


def _worth(token: str) -> float:
    """What a word on one side only takes off, by its class."""
    if len(token) == 1:
        return INITIALS
    return OFTEN if is_often(token) else WORDS


def _sure(names: NameComparison) -> float:
    """How far the words in common say who is meant: 0 where they are not all equal."""
    pairs = names.alignment.pairs
    tokens = [names.left.tokens[pair.left[0]] for pair in pairs]
    if any(pair.likeness < HEARD_ALIKE for pair in pairs):
        return 0.0
    if sum(class_weight(t) == ORDINARY and t != _SERVANT for t in tokens) < _TWO:
        return 0.0
    return min(1.0, max(0.0, (names.evidence - _SAYS) / (_SURE - _SAYS)))
