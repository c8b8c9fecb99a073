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

from enduse.text.tamil import tamil_reading

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
_UNSAID = re.compile(rf"(?<=[aeiouA])({_CONSONANT})A(?={_CONSONANT}r?[aeiou])")
_BENGALI = re.compile(r"[\u0980-\u09ff]")
_UNSAID_IN_BENGALI = re.compile(
    rf"(?<=[aeiou])({_CONSONANT})a(?={_CONSONANT}[aeiou])(?!.{{0,2}}[aeiou]\b)"
)
# At the end, what is hard to say without it keeps its `a`: `Chandra`, `Krishna`.
_KEPT = re.compile(r"[^aeiouAnlry]h?[yrvnml]A$|[^aeiouA]{2}[yrvnml]A$")
_AE = "\u09cd\u09af\u09be"  # of Bengali, an `a` of English: `ব্যাংক`
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
# A letter and the dot under it are one letter, of another sound: `चोपड़ा`, Chopra.
_DOTTED = {
    unicodedata.normalize("NFD", letter): letter
    for letter in map(chr, (*range(0x958, 0x960), 0x9DC, 0x9DD, 0x9DF))
} | {
    unicodedata.normalize("NFD", c): c
    for c in map(chr, (0xA33, 0xA36, *range(0xA59, 0xA5F)))
}
# Bengali's `য` is a `j`, but behind another consonant; `ৎ` is a bare `t`.
_DOTTED |= {"\u09cd\u09af": "\u09cd\u09df", "\u09ce": "\u09a4\u09cd"}
# Malayalam `ണ്ട`, said with a `d`: Chandy.
_DOTTED |= {"\u0d23\u0d4d\u0d1f": "\u0d23\u0d4d\u0d21"}
_PAIRS = re.compile("|".join(map(re.escape, _DOTTED)))
_LETTER_J = "য"
_WHOLE = {"सिंह": "singh", "ਸਿੰਘ": "singh", "সিং": "singh", "মোঃ": "mohammad"}
_SIGNS = {"ANUSVARA": "n", "CANDRABINDU": "n", "BINDI": "n", "TIPPI": "n"}
_SIGNS |= {"VISARGA": "h", "NUKTA": ""}
_BENGALI_NG = re.compile("ং(?![কখগ])"), "ঙ্"  # said so whatever follows: `অং`, Aung


_INITIAL = re.compile(r"(?<!\S)([^\s.]{1,6})\.\s*")
_SYLLABLE = 2
_LETTER_NAMES = {
    "e": "a",
    "bi": "b",
    "si": "c",
    "di": "d",
    "i": "e",
    "eph": "f",
    "ef": "f",
    "ji": "g",
    "ech": "h",
    "eych": "h",
    "ai": "i",
    "je": "j",
    "ke": "k",
    "el": "l",
    "em": "m",
    "en": "n",
    "o": "o",
    "pi": "p",
    "kyu": "q",
    "ar": "r",
    "es": "s",
    "ti": "t",
    "yu": "u",
    "vi": "v",
    "dablyu": "w",
    "eks": "x",
    "vai": "y",
    "jed": "z",
    "zed": "z",
}


class _Sound(NamedTuple):
    kind: str  # consonant, closed, vowel, sign (of a vowel), virama, doubler, other
    text: str


def indic_reading(text: str) -> str:
    """The text in lower-case Latin letters.

    *Example*

    >>> indic_reading("राजेश कुमार"), indic_reading("ব্যাংক")
    ('rajesh kumar', 'byank')
    """
    text = _with_ng(text).translate(_SINHALA)
    text = _PAIRS.sub(lambda found: _DOTTED[found[0]], text)
    text = _INITIAL.sub(lambda found: f"{_initial(found[1])}. ", text)
    return " ".join(_word(word) for word in text.split())


def _initial(word: str) -> str:
    """An initial, by the English name of its letter; one of Tamil by its sound."""
    read = _word(word)
    if unicodedata.name(word[0], "").startswith("TAMIL") and len(read) <= _SYLLABLE:
        return read[0]
    return _LETTER_NAMES.get(read, read)


def with_o(word: str) -> str:
    """A Bengali word with `o` for what consonants carry, as foreign words have it.

    *Example*

    >>> with_o("রোসাটম"), with_o("স্বেরব্যাংক")
    ('rosatom', 'sberobank')
    """
    return _word(_with_ng(word).replace(_AE, "\u09be"), "o")


def unsaid(word: str) -> str:
    """A word with `i`, as kana have it for no vowel, for what consonants carry.

    *Example*

    >>> unsaid("वागनर")
    'vaginir'
    """
    return _word(word, "i")


def _with_ng(text: str) -> str:
    sign, said = _BENGALI_NG
    return sign.sub(said, text) if "ং" in text else text


def arabic_in_indic(text: str, read: str) -> str:
    """A reading as an Arab name: `ph` is f and `j` is z; Bengali drops an `a` within.

    *Example*

    >>> arabic_in_indic("রফিকুল ইসলাম", "raphikul isalam")
    'rafikul islam'
    """
    read = read.replace("ph", "f").replace("j", "z")
    return _UNSAID_IN_BENGALI.sub(r"\1", read) if _BENGALI.search(text) else read


def _word(word: str, own: str = "a") -> str:
    name = unicodedata.name(word[0], "")
    if name.startswith("TAMIL"):
        return tamil_reading(word)
    if word in _WHOLE:
        return _WHOLE[word]
    read = _letters(word)
    if read[-1:] == [_OWN] and not name.startswith(_SAY_LAST_A):
        whole = "".join(read)
        if len(read) > 2 and not _KEPT.search(whole):
            read.pop()
    whole = "".join(read)
    if name.startswith(_UNSAID_WITHIN):
        whole = _UNSAID.sub(r"\1", whole)
    return _GLIDE.sub("y", whole.replace(_OWN, own))


def _letters(word: str) -> list[str]:
    """The sounds of a word, each consonant's own vowel apart."""
    read: list[str] = []
    open_ended = doubled = False  # the last consonant still has its own `a`
    for char in word:
        kind, sound = _sound(char)
        if kind in ("sign", "virama") and open_ended:
            read.pop()
        if sound:
            read.append(sound[0] + sound if doubled else sound)
        if kind == "consonant":
            read.append(_OWN)
        doubled = kind == "doubler"
        if sound or kind == "virama":
            open_ended = kind == "consonant"
    return read


@lru_cache(maxsize=2048)
def _sound(char: str) -> _Sound:
    name = unicodedata.name(char, "").partition(" ")[2]
    if char == _LETTER_J:
        return _Sound("consonant", "j")
    if name == "ADDAK":
        return _Sound("doubler", "")
    if name.startswith("VOWEL SIGN "):
        return _Sound("sign", _vowel(name.removeprefix("VOWEL SIGN ")))
    if name.startswith("LETTER "):
        letter = name.removeprefix("LETTER ")
        if letter[0] in "AEIOUV" and (letter[0] != "V" or "VOCALIC" in letter):
            return _Sound("vowel", _vowel(letter))
        closed = letter.removeprefix("CHILLU ")
        consonant = closed.removesuffix("A")
        kind = "closed" if closed != letter else "consonant"
        return _Sound(kind, _CONSONANTS.get(consonant, consonant.lower()))
    sign = name.removeprefix("SIGN ")
    if sign != name or sign in _SIGNS:
        return _Sound("virama" if sign == "VIRAMA" else "other", _SIGNS.get(sign, ""))
    return _Sound("other", char)


def _vowel(name: str) -> str:
    return _VOWELS.get(name, name.lower().split()[-1])
