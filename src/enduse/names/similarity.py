"""How alike two tokens are.

Half of it is edit distance over all letters, half over the consonant skeleton, so a
changed vowel (romanisation) costs less than a changed consonant (another name).
"""

from collections.abc import Mapping
from functools import lru_cache

from rapidfuzz.distance import OSA

from enduse.text.common_names import is_spelt_one_way
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.heard import are_two_names, mark
from enduse.text.phonetic import ANOTHER, HEARD, VOWELLESS, heard_likeness
from enduse.text.skeleton import skeleton
from enduse.text.spoken import sound_alike

FLOOR = 0.7
SAME_NAME = 0.93  # two known forms of one personal name: Bill, William
RESPELT = 0.95  # one name in the spellings of two writers: Saeed, Said
OTHER_NAME = 0.25  # taken off where both are known, and not forms of one name
ORDINARY_WORD = 0.12  # taken off where both are words, so no misspellings
HALF_ORDINARY = 0.3  # of it, where only one is
HEARD_ALIKE = HEARD
VOWELS_UNWRITTEN = 0.92  # at most, where the consonants differ too
SHORT = 3
TOO_FEW = 2 * FLOOR - 1.001  # below it, half of letters and half of sound can't reach
# Two words one slip apart are this alike at least, by the shorter one's letters.
ONE_SLIP = {3: 0.72, 4: 0.77, 5: 0.84, 6: 0.88, 7: 0.91}
# The same where one of them is no word or name that anything is known of.
UNKNOWN = {3: 0.86, 4: 0.89, 5: 0.91, 6: 0.93}
# The same where both are known: it may be a slip, or the other name.
KNOWN = {3: 0.74, 4: 0.76, 5: 0.78, 6: 0.8}


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
    if _far_apart(left, right):
        return 0.0
    likeness = _as_names(left, right, _spelling(left, right))
    return likeness if likeness >= FLOOR else 0.0


def _far_apart(left: str, right: str) -> bool:
    """Whether too few letters agree for any sound to make up for it."""
    if left.endswith(VOWELLESS) or right.endswith(VOWELLESS):
        return False
    letters = OSA.normalized_similarity(left, right)
    return letters < TOO_FEW and not 0 <= cluster(left) == cluster(right)


def _spelling(left: str, right: str) -> float:
    bones = skeleton(left), skeleton(right)
    sounds = float(OSA.normalized_similarity(*bones))
    if left.endswith(VOWELLESS) or right.endswith(VOWELLESS):
        return unwritten(left, right, sounds if min(map(len, bones)) >= SHORT else 0.0)
    letters = float(OSA.normalized_similarity(left, right))
    if min(len(left), len(right)) <= SHORT and sounds < 1:
        return one_slip(left, right)
    alike = letters if min(map(len, bones)) < 2 else (letters + sounds) / 2
    if sounds == 1 and is_respelt(left, right):
        alike = max(alike, RESPELT)
    return max(alike, one_slip(left, right)) if letters > FLOOR else alike


def is_respelt(left: str, right: str) -> bool:
    """Whether two words of one skeleton sound alike, and may be spelt either way."""
    if not sound_alike(left, right) or is_ordinary(left) or is_ordinary(right):
        return False
    return not (is_spelt_one_way(left) or is_spelt_one_way(right))


def unwritten(left: str, right: str, sounds: float) -> float:
    """How alike two words are of which one leaves sounds unwritten.

    *Units*: `sounds` is the likeness of their consonants, 0 where those are few.
    """
    if alike := heard_likeness(left, right):
        return alike
    if mark(left) != mark(right):
        return VOWELS_UNWRITTEN * sounds
    return (
        0.0 if are_two_names(left, right) else min(ANOTHER, VOWELS_UNWRITTEN * sounds)
    )


def one_slip(left: str, right: str, worth: Mapping[int, float] = ONE_SLIP) -> float:
    """The least likeness of two words one letter apart, 0 for any others.

    *Units*: `worth` has the likeness by the shorter one's letters, the longest last.
    """
    letters = min(len(left), len(right))
    if letters < SHORT or left.endswith(VOWELLESS) or right.endswith(VOWELLESS):
        return 0.0
    if letters == SHORT and len(left) == len(right) and worth is ONE_SLIP:
        return 0.0
    if OSA.distance(left, right, score_cutoff=1) > 1:
        return 0.0
    return worth.get(letters, worth[max(worth)])


def is_slip(left: str, right: str) -> bool:
    """Whether two words of three letters or more are one slip of the pen apart.

    *Example*

    >>> is_slip("petrov", "petrow"), is_slip("petrov", "petrov")
    (True, False)
    """
    if min(len(left), len(right)) < SHORT or left.isdigit() or right.isdigit():
        return False
    if left.endswith(VOWELLESS) or right.endswith(VOWELLESS):
        return False
    return OSA.distance(left, right, score_cutoff=1) == 1


def _as_names(left: str, right: str, likeness: float) -> float:
    """Corrects spelling by what is known of names and words.

    Forms of one name are alike however spelt; two known names that are not forms of
    each other are two names, and an ordinary word is no misspelling of another.
    """
    ours, theirs = cluster(left), cluster(right)
    if ours == theirs and ours >= 0:
        return max(likeness, SAME_NAME)
    if ours >= 0 and theirs >= 0:
        return likeness - OTHER_NAME
    ordinary = is_ordinary(left) + is_ordinary(right)
    if ordinary:
        return likeness - ORDINARY_WORD * (1 if ordinary > 1 else HALF_ORDINARY)
    return likeness
