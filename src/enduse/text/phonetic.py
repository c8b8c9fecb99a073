"""A token's consonant skeleton: what stays when romanisations differ.

Vowels after the first letter go, doubled letters are one, and letter groups that
different romanisations put for one sound become one letter: `Mohammed`, `Muhammad`,
`Mohamed` and the vowelless `mhmd` are all `mhmd`; `Sergei` and `Serhiy` stay apart.
"""

import re
from functools import lru_cache

from enduse.text import heard

VOWELLESS = heard.VOWELLESS
KANA = "__"  # ends one from kana, which has no l and no closed syllables

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
_VOWEL_START = re.compile(r"^(?:y(?=[aeiou])|[aeiou])[aeiouy]*")
_LATER_VOWEL = re.compile(r"(?<=.)[aeiouy]+|(?<=[aeiouy])j(?=$|[^aeiouy])")
_WEAK_H = re.compile(r"(?<=[bdfgklprtv])h|(?<=.)h$")
_DOUBLE = re.compile(r"(.)\1+")


@lru_cache(maxsize=262144)
def skeleton(token: str) -> str:
    """The skeleton of one ASCII token; a first vowel, whichever, stands as `a`.

    *Example*

    >>> skeleton("mohammed"), skeleton("muhammad"), skeleton("yevgeniy")
    ('mhmd', 'mhmd', 'avgn')
    """
    if token.isdigit():
        return token
    token = token.rstrip(VOWELLESS)
    sounds = _GROUP.sub(lambda m: _SOUND[m[0]], token)
    sounds = _SOFT_C.sub("s", sounds).replace("c", "k")
    sounds = _VOWEL_START.sub("a", _WEAK_H.sub("", sounds))
    sounds = _LATER_VOWEL.sub("", sounds).replace("j", "J")
    return _DOUBLE.sub(r"\1", sounds)


# What one letter of Arabic, Hebrew or Hangul may be spelt as, under one letter.
_LOOSE = str.maketrans("pfgqzdSJ", "bbkkttsC", "")
_VOWEL_SOUNDS = {
    "a": "a",
    "e": "ai",
    "i": "i",
    "y": "iu",
    "o": "uo",
    "u": "uo",
    "w": "u",
}
_TELLING = 3  # consonants from which those may differ that are often vowels
_UNSURE = re.compile(r"(?<=.)[hvy]")
_LOOSE_KANA = str.maketrans("lpgqzdJ", "rbkkttt", "")
_NASAL = re.compile(r"n(?=[bm])")


@lru_cache(maxsize=262144)
def loose(token: str) -> str:
    """The skeleton with letters merged that scripts without vowels leave open.

    *Example*

    >>> loose("tahamtan") == loose("thmtn_"), loose("gil") == loose("kil_")
    (True, True)
    """
    bones = skeleton(token)
    if not bones or token.isdigit():
        return ""
    bones = "a" + bones[1:] if bones[0] == "y" else bones
    return _DOUBLE.sub(r"\1", _UNSURE.sub("", bones).translate(_LOOSE))


@lru_cache(maxsize=262144)
def loose_kana(token: str) -> str:
    """The skeleton as kana can write it: l is r, v is b, f is h.

    *Example*

    >>> loose_kana("salem") == loose_kana("saremu__")
    True
    """
    bones = skeleton(token)
    if not bones or token.isdigit():
        return ""
    bones = bones.replace("v", "b").replace("f", "h")
    bones = "a" + bones[1:] if bones[0] == "y" else bones
    return _DOUBLE.sub(
        r"\1", _NASAL.sub("", _UNSURE.sub("", bones).translate(_LOOSE_KANA))
    )


def heard_alike(left: str, right: str) -> bool:
    """Whether a token marked `_` or `__` may be the other, sound for sound."""
    if left.endswith(KANA) or right.endswith(KANA):
        return loose_kana(left) == loose_kana(right) != ""
    sound = loose(left)
    if sound != loose(right) or not sound:
        return False
    if len(sound) >= _TELLING or _is_spelling(left, right):
        return True
    bones = skeleton(left), skeleton(right)
    if bones[0].translate(_LOOSE) != bones[1].translate(_LOOSE):
        return False
    ours, theirs = _first_vowel(left), _first_vowel(right)
    return not (ours and theirs) or bool(ours & theirs)


def _is_spelling(left: str, right: str) -> bool:
    """Whether the one token that is marked may be written as the other."""
    if left.endswith(VOWELLESS) == right.endswith(VOWELLESS):
        return False
    marked, plain = sorted((left, right), key=lambda t: not t.endswith(VOWELLESS))
    return heard.heard_as(marked, plain)


def _first_vowel(token: str) -> frozenset[str]:
    """The sounds that the first vowel of a token may stand for."""
    found = next((char for char in token if char in _VOWEL_SOUNDS), "")
    return frozenset(_VOWEL_SOUNDS.get(found, ""))
