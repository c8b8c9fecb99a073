"""A token's consonant skeleton: what stays when romanisations differ.

Vowels after the first letter go, doubled letters are one, and letter groups that
different romanisations put for one sound become one letter: `Mohammed`, `Muhammad`,
`Mohamed` and the vowelless `mhmd` are all `mhmd`; `Sergei` and `Serhiy` stay apart.
"""

import re
from functools import lru_cache

from enduse.text.heard import VOWELLESS
from enduse.text.letter_table import whole

_GROUPS = (
    ("shch", "S"),
    ("sch", "S"),
    ("sh", "S"),
    ("tsch", "C"),
    ("tch", "C"),
    ("dzh", "J"),
    ("dj", "J"),
    ("zh", "J"),
    ("ch", "C"),
    ("cz", "C"),
    ("kh", "h"),
    ("gh", "g"),
    ("ph", "f"),
    ("th", "t"),
    ("dh", "d"),
    ("ck", "k"),
    ("tz", "ts"),
    ("x", "ks"),
    ("q", "k"),
    ("w", "v"),
)
_GROUP = re.compile("|".join(group for group, _ in _GROUPS))
_SOUND = dict(_GROUPS)
_SOFT_C = re.compile(r"c(?=[eiy])")
_VOWEL_START = re.compile(r"y(?=[aeiou])|[aeiou]")
_SILENT_J = re.compile(r"(?<=[aeiouy])j(?=$|[^aeiouy])")
_NO_VOWELS = whole(str.maketrans("", "", "aeiouy"))
_WEAK_H = re.compile(r"(?<=[bdfgklprtv])h|(?<=.)h$")
_DOUBLE = re.compile(r"(.)\1+")
_DOUBLE_CONSONANT = re.compile(r"([^aeiouy])\1+")


@lru_cache(maxsize=262144)
def skeleton(token: str) -> str:
    """The skeleton of one ASCII token; a first vowel, whichever, stands as `a`.

    *Example*

    >>> skeleton("mohammed"), skeleton("muhammad"), skeleton("yevgeniy")
    ('mhmd', 'mhmd', 'avgn')
    """
    if token.isdigit():
        return token
    sounds = _consonants_grouped(token.rstrip(VOWELLESS))
    if _VOWEL_START.match(sounds):
        sounds = "a" + sounds[1:]
    if "j" in sounds:
        sounds = _SILENT_J.sub("", sounds).replace("j", "J")
    return single(sounds[:1] + sounds[1:].translate(_NO_VOWELS))


def with_sounds(token: str) -> str:
    """A token with one letter for each sound of its skeleton, and its vowels.

    A `j` that is a vowel, as in `Sergej`, is `y`.
    """
    sounds = _consonants_grouped(token)
    if "j" in sounds:
        sounds = _SILENT_J.sub("y", sounds).replace("j", "J")
    return _single_consonants(sounds)


def _consonants_grouped(token: str) -> str:
    """A token with one letter for each of its consonants that is heard."""
    sounds = grouped(token)
    if "c" in sounds:
        sounds = _SOFT_C.sub("s", sounds).replace("c", "k")
    return _WEAK_H.sub("", sounds) if "h" in sounds else sounds


def grouped(text: str) -> str:
    """A text with one letter for each group of letters that stands for a sound."""
    return _GROUP.sub(lambda m: _SOUND[m[0]], text)


def _single_consonants(sounds: str) -> str:
    return _DOUBLE_CONSONANT.sub(r"\1", sounds)


def single(sounds: str) -> str:
    """The sounds with doubled ones as one."""
    return _DOUBLE.sub(r"\1", sounds) if _DOUBLE.search(sounds) else sounds
