"""Devanagari, Bengali, Sinhala and their sister scripts in Latin letters.

A consonant carries an `a` unless a vowel sign or a virama follows; Hindi, Marathi,
Nepali, Panjabi, Gujarati and Bengali leave the last one of a word unsaid.

*Source*: the letters' names in the Unicode character database, which are their
sounds; spelt as in passports (`Rajesh`, `Choudhary`), without marks.
"""

import re
import unicodedata
from functools import lru_cache
from typing import NamedTuple

SCRIPTS = (
    "Deva",
    "Beng",
    "Guru",
    "Gujr",
    "Orya",
    "Taml",
    "Telu",
    "Knda",
    "Mlym",
    "Sinh",
)
# Sinhala by the letters of Telugu, which have its sounds: its own bear other names.
_SINHALA: dict[int, int | str] = dict(
    str.maketrans(
        "අආඇඈඉඊඋඌඑඒඔඕඓඖකඛගඝඞචඡජඣඤටඨඩඪණතථදධනපඵබභමයරලවශෂසහළෆාැෑිීුූෙේොෝෛෞෘ්ං",
        "అఆఎఏఇఈఉఊఎఏఒఓఐఔకఖగఘఙచఛజఝఞటఠడఢణతథదధనపఫబభమయరలవశషసహళఫాెేిీుూెేొోైౌృ్ం",
    )
)
_SINHALA |= {ord("ඳ"): "న్ద", ord("ඹ"): "మ్బ", ord("ඟ"): "న్గ", ord("ඬ"): "న్డ"}
_SAY_LAST_A = ("TAMIL", "TELUGU", "KANNADA", "MALAYALAM", "ORIYA")
# Hindi, Panjabi and Gujarati leave an `a` unsaid between two syllables: `Kejriwal`.
_UNSAID_WITHIN = ("DEVANAGARI", "GURMUKHI", "GUJARATI")
_OWN = "A"  # the `a` that a consonant carries
_CONSONANT = "[b-df-hj-np-tv-z]h?"
_UNSAID = re.compile(rf"(?<=[aeiouA])({_CONSONANT})A(?={_CONSONANT}[aeiou])")
_GLIDE = re.compile(r"^i(?=[aou])")
_VOWELS = {
    "AA": "a",
    "II": "i",
    "UU": "u",
    "EE": "e",
    "OO": "o",
    "VOCALIC R": "ri",
    "CANDRA E": "e",
    "CANDRA O": "o",
    "SHORT E": "e",
    "SHORT O": "o",
}
_CONSONANTS = {
    "C": "ch",
    "CH": "chh",
    "TT": "t",
    "TTH": "th",
    "DD": "d",
    "DDH": "dh",
    "NN": "n",
    "NNN": "n",
    "NG": "ng",
    "NY": "ny",
    "SS": "sh",
    "LL": "l",
    "LLL": "zh",
    "RR": "r",
    "YY": "y",
    "DDDH": "r",
    "RH": "rh",
    "KHH": "kh",
    "GHH": "gh",
    "V": "v",
}
_SIGNS = {"ANUSVARA": "n", "CANDRABINDU": "n", "BINDI": "n", "TIPPI": "n"}
_SIGNS |= {"VISARGA": "h", "ADDAK": "", "NUKTA": ""}


class _Sound(NamedTuple):
    kind: str  # consonant, vowel, sign (a dependent vowel), virama, other
    text: str


def indic_reading(text: str) -> str:
    """The text in lower-case Latin letters.

    *Example*

    >>> indic_reading("राजेश कुमार"), indic_reading("ব্যাংক")
    ('rajesh kumar', 'byank')
    """
    return " ".join(_word(word) for word in text.translate(_SINHALA).split())


def _word(word: str) -> str:
    read: list[str] = []
    open_ended = False  # the last consonant still has its own `a`
    for char in word:
        kind, sound = _sound(char)
        if kind in ("sign", "virama") and open_ended:
            read.pop()
        if sound:
            read.append(sound)
        if kind == "consonant":
            read.append(_OWN)
        if sound or kind == "virama":
            open_ended = kind == "consonant"
    name = unicodedata.name(word[0], "")
    if open_ended and len(read) > 2 and not name.startswith(_SAY_LAST_A):
        read.pop()
    whole = "".join(read)
    if name.startswith(_UNSAID_WITHIN):
        whole = _UNSAID.sub(r"\1", whole)
    return _GLIDE.sub("y", whole.replace(_OWN, "a"))


@lru_cache(maxsize=2048)
def _sound(char: str) -> _Sound:
    name = unicodedata.name(char, "").partition(" ")[2]
    if name.startswith("VOWEL SIGN "):
        return _Sound("sign", _vowel(name.removeprefix("VOWEL SIGN ")))
    if name.startswith("LETTER "):
        letter = name.removeprefix("LETTER ")
        if letter[0] in "AEIOUV" and (letter[0] != "V" or "VOCALIC" in letter):
            return _Sound("vowel", _vowel(letter))
        consonant = letter.removesuffix("A")
        return _Sound("consonant", _CONSONANTS.get(consonant, consonant.lower()))
    sign = name.removeprefix("SIGN ")
    if sign != name or sign in _SIGNS:
        return _Sound("virama" if sign == "VIRAMA" else "other", _SIGNS.get(sign, ""))
    return _Sound("other", char)


def _vowel(name: str) -> str:
    return _VOWELS.get(name, name.lower().split()[-1])
