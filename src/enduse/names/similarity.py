"""How alike two tokens are.

Half of it is edit distance over all letters, half over the consonant skeleton, so a
changed vowel (romanisation) costs less than a changed consonant (another name).
"""

import re
from functools import lru_cache

from rapidfuzz.distance import OSA

from enduse.text.concepts import person_ids
from enduse.text.phonetic import skeleton

FLOOR = 0.7
SAME_NAME = 0.93  # two known forms of one personal name: Bill, William
_OTHER_NAME = 0.25  # taken off where both are known names, of different people
VOWELS_UNWRITTEN = 0.92  # mhmd, from Arabic or Hebrew, against mohammed
_SHORT = 3
_VOWEL = re.compile("[aeiou]")


@lru_cache(maxsize=262144)
def similarity(left: str, right: str) -> float:
    """Likeness in 0..1, symmetric; 0 below `FLOOR`, numbers equal or 0.

    *Example*

    >>> similarity("mohammed", "muhammad") > 0.85, similarity("martin", "marvin")
    (True, 0.0)
    """
    if left == right:
        return 1.0
    if min(len(left), len(right)) < 2 or left.isdigit() or right.isdigit():
        return 0.0
    if left > right:
        left, right = right, left
    likeness = _spelling(left, right)
    if likeness < 0.45:
        return 0.0
    likeness = _as_names(left, right, likeness)
    return likeness if likeness >= FLOOR else 0.0


def _spelling(left: str, right: str) -> float:
    bones = skeleton(left), skeleton(right)
    letters = float(OSA.normalized_similarity(left, right))
    sounds = float(OSA.normalized_similarity(*bones))
    if min(len(left), len(right)) <= _SHORT and sounds < 1:
        return 0.0
    if min(map(len, bones)) < 2:
        return letters
    if sounds == 1 and len(bones[0]) >= _SHORT and vowelless(left, right):
        return VOWELS_UNWRITTEN
    return (letters + sounds) / 2


def vowelless(left: str, right: str) -> bool:
    """Whether one was romanised from a script that leaves vowels out."""
    return any(not _VOWEL.search(token[1:]) for token in (left, right))


def _as_names(left: str, right: str, likeness: float) -> float:
    """Corrects spelling by what is known of personal names.

    Forms of one name are alike however spelt; two names that are both known, are
    not forms of each other and sound different are two names, not a typing error.
    """
    ours, theirs = person_ids(left), person_ids(right)
    if ours & theirs:
        return max(likeness, SAME_NAME)
    if ours and theirs and skeleton(left) != skeleton(right):
        return likeness - _OTHER_NAME
    return likeness
