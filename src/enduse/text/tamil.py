"""Tamil in Latin letters, as Tamils of India and Sri Lanka spell their names.

One letter is written for `k` and `g`, for `s`, `ch` and `j`, for `t` and `d`: which is
said goes by its place in the word. Letters of Sanskrit sounds (`ஜ`, `ஷ`, `ஸ`, `ஹ`) are
said as written.

*Source*: the letters' names in the Unicode character database; the rules of the spoken
language as grammars give them (voiced between vowels and after a nasal, unvoiced first
and doubled); spelt as in passports.
"""

import re
from functools import cache

from enduse.text.tables import sections

_VOWELS = dict(
    zip(
        "அஆஇஈஉஊஎஏஐஒஓஔ",
        ("a", "a", "i", "i", "u", "u", "e", "e", "ai", "o", "o", "au"),
        strict=True,
    )
)
_SIGNS = dict(
    zip(
        "ாிீுூெேைொோௌ்",
        ("a", "i", "i", "u", "u", "e", "e", "ai", "o", "o", "au", ""),
        strict=True,
    )
)
_CONSONANTS = dict(
    zip("கஙசஞடணதநபமயரலவழளறனஜஷஸஹஶ", "KnCnTnDnPmyrlvllRnjxshs", strict=True)
) | {"ஷ": "sh"}
# Stops by place: doubled, after a nasal, between vowels, elsewhere.
_STOPS = {
    "K": ("kk", "g", "g", "k"),
    "C": ("ch", "j", "s", "s"),
    "T": ("tt", "d", "d", "t"),
    "D": ("th", "d", "th", "th"),
    "P": ("pp", "b", "b", "p"),
    "R": ("tr", "dr", "r", "r"),
}
# As foreign names have them, to be heard as kana are: `ப` may be a b, `த` a d.
_OF_FOREIGNER = dict(zip("KCTDPRl", "ksttprr", strict=True))
# No Tamil word ends in such a sound, begins with two or has an `f`.
_FOREIGN = re.compile("(?:^|\\s)[க-ஹ]்|[கசடதபவஸஷஜ]்(?:\\s|$)|ஃப|ஜ்|ஸ்")
_DOUBLED = re.compile(r"([a-z])\1+")
_MARK = "__"
_NASAL, _SAID = ("n", "m"), ("a", "i", "u", "e", "o")
# Sounds that Tamil parts by a vowel of its own: `கிருஷ்ணன்`, Krishnan.
_PARTED = (
    (re.compile(r"^kiru(?=sh)"), "kri"),
    (re.compile(r"^([pb])ira"), r"\1ra"),
    (re.compile(r"ndir(?=[aeiou])"), "ndr"),
    (re.compile(r"suppira"), "subra"),
    (re.compile(r"^suva"), "swa"),
    (re.compile(r"tsu?(?=m)"), "ksh"),
    (re.compile(r"ts(?=[ai])"), "ksh"),
    (re.compile(r"^iraa?(?=[jm])"), "ra"),
    (re.compile(r"^il(?=[aeiou])"), "l"),
)


def tamil_reading(word: str) -> str:
    """One word in Latin letters.

    *Example*

    >>> tamil_reading("கணேசன்"), tamil_reading("சுந்தரம்"), tamil_reading("கிருஷ்ணன்")
    ('kanesan', 'sundaram', 'krishnan')
    """
    sounds = _sounds(word)
    read: list[str] = []
    for at, sound in enumerate(sounds):
        if sound not in _STOPS:
            read.append(sound)
        elif at and sounds[at - 1] == sound:
            continue  # doubled, and read with the first
        else:
            read.append(_stop(sounds, at))
    whole = "".join(read)
    for pattern, said in _PARTED:
        whole = pattern.sub(said, whole)
    return whole


def foreign_reading(text: str) -> str:
    """A foreign name by its sounds, '' for one that may be Tamil.

    *Example*

    >>> foreign_reading("ரம்சான் கதிரோவ்"), foreign_reading("சுந்தரம்")
    ('ramzan katirov__', '')
    """
    known, said = _names(), text.split()
    if not _FOREIGN.search(text) and known.keys().isdisjoint(said):
        return ""
    return " ".join(known.get(word) or of_foreigner(word) for word in said)


@cache
def _names() -> dict[str, str]:
    """Given names that many foreigners bear."""
    given = sections("foreign_sounds")["tamil names"]
    return {form: name for name, *forms in given for form in forms}


def of_foreigner(word: str) -> str:
    """One word of a foreign name by its sounds."""
    sounds = _sounds(word.replace("ஃப", "f"))
    read = "".join(_OF_FOREIGNER.get(sound, sound) for sound in sounds)
    read = _DOUBLED.sub(r"\1", read)
    return f"{read}{_MARK}" if read.isalpha() and len(read) > 1 else read


def voiced_first(read: str) -> tuple[str, ...]:
    """The ways a reading may be said with voiced sounds first: Balan, Ganesan.

    *Example*

    >>> voiced_first("kanesan palan")
    ('kanesan balan', 'ganesan balan')
    """
    balan = re.sub(r"\bp", "b", read)
    both = re.sub(r"\bk", "g", balan)
    return tuple(way for way in dict.fromkeys((balan, both)) if way != read)


def _stop(sounds: list[str], at: int) -> str:
    doubled, voiced, between, plain = _STOPS[sounds[at]]
    before, after = sounds[at - 1 : at], sounds[at + 1 : at + 2]
    if after == [sounds[at]]:
        return doubled
    if before and before[0] in _NASAL:
        return voiced
    if before and before[0][-1] in _SAID and after and after[0][:1] in _SAID:
        return between
    return plain


def _sounds(word: str) -> list[str]:
    """The word sound by sound; a consonant carries an `a` unless a sign follows."""
    found: list[str] = []
    is_open = False
    for char in word:
        if char in _SIGNS:
            found += [_SIGNS[char]] if _SIGNS[char] else []
            is_open = False
            continue
        if is_open:
            found.append("a")
        is_open = char in _CONSONANTS
        found.append(_CONSONANTS.get(char) or _VOWELS.get(char, char))
    return [*found, "a"] if is_open else found
