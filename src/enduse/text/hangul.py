"""Korean written in Hangul, romanised as listed names are.

*Source*: McCune-Reischauer (1939) without its marks, initials unvoiced, as used for
North Korean persons on the UN, US and UK lists (`KIM Jong Un`, `RI Pyong Chol`).
"""

_INITIAL = [
    "k",
    "kk",
    "n",
    "t",
    "tt",
    "r",
    "m",
    "p",
    "pp",
    "s",
    "ss",
    "",
    "j",
    "jj",
    "ch",
    "k",
    "t",
    "p",
    "h",
]
_VOWEL = [
    "a",
    "ae",
    "ya",
    "yae",
    "o",
    "e",
    "yo",
    "ye",
    "o",
    "wa",
    "wae",
    "oe",
    "yo",
    "u",
    "wo",
    "we",
    "wi",
    "yu",
    "u",
    "ui",
    "i",
]
_FINAL = [
    "",
    "k",
    "k",
    "k",
    "n",
    "n",
    "n",
    "t",
    "l",
    "k",
    "m",
    "p",
    "l",
    "l",
    "p",
    "l",
    "m",
    "p",
    "p",
    "t",
    "t",
    "ng",
    "t",
    "t",
    "k",
    "t",
    "p",
    "t",
]
_FIRST, _LAST = 0xAC00, 0xD7A3
_NAME_SYLLABLES = (2, 4)


def syllable(char: str) -> str:
    """One Hangul syllable in Latin letters; any other character unchanged."""
    code = ord(char) - _FIRST
    if not 0 <= code <= _LAST - _FIRST:
        return char
    initial, rest = divmod(code, 588)
    vowel, final = divmod(rest, 28)
    return _INITIAL[initial] + _VOWEL[vowel] + _FINAL[final]


def hangul_reading(text: str) -> str:
    """The romanised text; a word of 2 to 4 syllables as family name, given name.

    *Example*

    >>> hangul_reading("리병철")
    'ri pyongchol'
    """
    return " ".join(_word(word) for word in text.split())


def _word(word: str) -> str:
    read = [syllable(char) for char in word]
    low, high = _NAME_SYLLABLES
    if low <= len(read) <= high:
        return f"{read[0]} {''.join(read[1:])}"
    return "".join(read)
