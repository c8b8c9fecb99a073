"""A token's consonant skeleton: what stays when romanisations differ.

Vowels after the first letter go, doubled letters are one, and letter groups that
different romanisations put for one sound become one letter: `Mohammed`, `Muhammad`,
`Mohamed` and the vowelless `mhmd` are all `mhmd`; `Sergei` and `Serhiy` stay apart.
"""

import re
from functools import lru_cache

VOWELLESS = "_"  # ends a token romanised from a script without vowels

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
    token = token.removesuffix(VOWELLESS)
    sounds = _GROUP.sub(lambda m: _SOUND[m[0]], token)
    sounds = _SOFT_C.sub("s", sounds).replace("c", "k")
    sounds = _VOWEL_START.sub("a", _WEAK_H.sub("", sounds))
    sounds = _LATER_VOWEL.sub("", sounds).replace("j", "J")
    return _DOUBLE.sub(r"\1", sounds)
