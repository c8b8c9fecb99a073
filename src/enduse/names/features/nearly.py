"""Words of two persons' names that are left without a counterpart, yet are nearly one.

`Chahada` and `Shahade` are too far apart to be held for one word among all listed
names; beside a given name that agrees they are one man's more often than not.
"""

from rapidfuzz.distance import OSA

from enduse.model import Part, PartyKind
from enduse.names.features.name import NameComparison
from enduse.names.weights import ORDINARY, class_weight
from enduse.text.given_names import cluster
from enduse.text.skeleton import skeleton

LEAST = 0.4  # likeness from which words left over say something
_LETTERS = 4


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A plus for the two words left over that are most alike, by how far they are.

    For a pair of names alone: among all listed names too many are nearly alike.

    *Unknown*: None where nothing is left over on one side, or nothing alike.
    """
    if kind != "person":
        return None
    ours = [names.left.tokens[i] for i in names.alignment.left_over]
    theirs = [names.right.tokens[j] for j in names.alignment.right_over]
    found = [(_likeness(a, b), a, b) for a in ours for b in theirs]
    alike, left, right = max(found, default=(0.0, "", ""))
    if alike <= LEAST:
        return None
    return Part("nearly", alike - LEAST, left, right, "nearly one word")


def _likeness(left: str, right: str) -> float:
    """How alike two words are, half by letters and half by consonants.

    *Units*: 0..1; 0 for two known names, or words too short to tell.
    """
    if min(len(left), len(right)) < _LETTERS:
        return 0.0
    if min(class_weight(left), class_weight(right)) < ORDINARY:
        return 0.0
    if cluster(left) >= 0 and cluster(right) >= 0:
        return 0.0
    letters = OSA.normalized_similarity(left, right)
    sounds = OSA.normalized_similarity(skeleton(left), skeleton(right))
    return float(letters + sounds) / 2
