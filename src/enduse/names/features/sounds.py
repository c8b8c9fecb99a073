"""Names read from a script that leaves sounds unwritten: are they heard alike?

Skeletons of consonants find such names; many names share one. Each word that could not
be written so takes something off, and a Korean name must be heard syllable by syllable.
"""

import re

from enduse.model import Part, PartyKind
from enduse.names.align import Pair
from enduse.names.features.name import NameComparison
from enduse.text.heard import HANGUL, heard_as, mark
from enduse.text.korean import is_common, is_korean, is_northern, is_of_most, vowels
from enduse.text.phonetic import VOWELLESS
from enduse.text.scripts import scripts

UNHEARD = -0.125  # for each word that the other side could not be the spelling of
KOREAN_UNHEARD = -0.3
MANY_KOREANS = -0.18
MANY_OF_FEWER = -0.155  # the same of a family name that fewer bear
SOUND_MISSING = -0.05  # for each word of the one that the other lacks
_MANY = 3  # words in common, from which one that is missing says nothing of sounds
_FEW = 2  # words; of a longer name each says less
WHOLE_AS_ONE = -0.15  # of a name of several words, heard as one word
OTHER_SYLLABLE = -0.13  # for each word of a closed set of syllables that differs
_LONG = re.compile("(?<=o)(?:[uh](?![aeiou])|o)|(?<=u)u")
_TWO = 2  # vowels of a word, at least: `Zhou` is Chinese
_SYLLABLES = frozenset(("Hang", "Hani"))


def part(names: NameComparison, kind: PartyKind) -> Part | None:
    """A minus where a name could hardly be spelt as the other.

    *Unknown*: None where both are written in Latin letters, or a name in Hangul is made
    of foreigners' names alone, which have no syllables of Koreans.
    """
    if kind not in ("person", "unknown"):
        return None
    if names.left.text.isascii() and names.right.text.isascii():
        return None
    ours, theirs = names.left.tokens, names.right.tokens
    marked = [any(t.endswith(VOWELLESS) for t in side) for side in (ours, theirs)]
    if marked[0] == marked[1]:
        foreign = not marked[0] and "Hang" in scripts(names.left.text)
        return None if foreign else _other_syllables(names)
    script, latin = (
        (names.left, names.right) if marked[0] else (names.right, names.left)
    )
    said = names.left.text, names.right.text
    if any(mark(token) == HANGUL for token in script.tokens):
        if is_korean(script.spelt or script.tokens, latin.spelt or latin.tokens):
            return _common_korean(script.text, said)
        return Part("sounds", KOREAN_UNHEARD, *said, "the syllables differ")
    unheard = [pair for pair in _words(names, marked[0]) if not heard_as(*pair)]
    missing = _missing(names, marked[0])
    words = max(len(script.tokens), _FEW)
    weight = UNHEARD * len(unheard) * _FEW / words + SOUND_MISSING * missing
    if len(latin.tokens) == 1 < len(script.tokens) and latin.raw != script.raw:
        weight += WHOLE_AS_ONE
    if not weight:
        return None
    detail = ", ".join(f"{a.rstrip(VOWELLESS)} is not {b}" for a, b in unheard)
    return Part("sounds", weight, *said, detail or "words missing")


def _common_korean(text: str, said: tuple[str, str]) -> Part | None:
    """A minus for a name that some thousands of Koreans bear, in any spelling.

    None of a name of the North, whose people few meet.
    """
    if not is_common(text) or is_northern(text):
        return None
    weight = MANY_KOREANS if is_of_most(text) else MANY_OF_FEWER
    return Part("sounds", weight, *said, "a name that many Koreans bear")


def _other_syllables(names: NameComparison) -> Part | None:
    """A minus for Chinese or Korean read on both sides, where a syllable differs.

    One syllable for another is another name, never a slip of the pen.
    """
    written = scripts(names.left.text) | scripts(names.right.text)
    if not written & _SYLLABLES:
        return None
    others = sum(
        pair.likeness < 1 and not _is_long(names, pair)
        for pair in names.alignment.pairs
    )
    if "Hang" in written:
        others += len(names.alignment.left_over) + len(names.alignment.right_over)
    if not others:
        return None
    said = names.left.text, names.right.text
    return Part("sounds", OTHER_SYLLABLE * others, *said, "the syllables differ")


def _is_long(names: NameComparison, pair: Pair) -> bool:
    """Whether two words differ in how a long vowel of Japanese is spelt: `Satoh`."""
    ours = "".join(names.left.tokens[i] for i in pair.left)
    theirs = "".join(names.right.tokens[j] for j in pair.right)
    if vowels(ours) < _TWO or vowels(theirs) < _TWO:
        return False
    return _LONG.sub("", ours) == _LONG.sub("", theirs)


def _words(names: NameComparison, left: bool) -> list[tuple[str, str]]:
    """The paired words of which one is marked, the marked one first."""
    found = []
    for pair in names.alignment.pairs:
        ours = "".join(names.left.tokens[i] for i in pair.left)
        theirs = "".join(names.right.tokens[j] for j in pair.right)
        both = (ours, theirs) if left else (theirs, ours)
        if both[0].endswith(VOWELLESS) and pair.likeness < 1:
            found.append(both)
    return found


def _missing(names: NameComparison, left: bool) -> int:
    """How many marked words have no counterpart, where few words have one."""
    if len(names.alignment.pairs) >= _MANY:
        return 0
    if left:
        over = [names.left.tokens[i] for i in names.alignment.left_over]
    else:
        over = [names.right.tokens[j] for j in names.alignment.right_over]
    return sum(token.endswith(VOWELLESS) for token in over)
