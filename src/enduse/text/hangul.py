"""Korean written in Hangul, romanised as listed names are.

*Source*: McCune-Reischauer (1939) without its marks, initials unvoiced, as used for
North Korean persons on the UN, US and UK lists (`KIM Jong Un`, `RI Pyong Chol`).
The words of `hangul_words.toml` are put into English: general vocabulary.
"""

from enduse.text.foreign_sounds import hangul_foreign
from enduse.text.unspaced import Unspaced

MARK = "___"
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
_WORDS = Unspaced("hangul_words")


def syllable(char: str) -> str:
    """One Hangul syllable in Latin letters; any other character unchanged."""
    code = ord(char) - _FIRST
    if not 0 <= code <= _LAST - _FIRST:
        return char
    initial, rest = divmod(code, 588)
    vowel, final = divmod(rest, 28)
    return _INITIAL[initial] + _VOWEL[vowel] + _FINAL[final]


def hangul_reading(text: str) -> str:
    """The romanised text, general words of company names in English.

    A word of 2 to 4 syllables without any such word is family name, given name, unless
    no Korean bears it: foreign names are read by their sounds, every word of one.

    *Example*

    >>> hangul_reading("리병철"), hangul_reading("조선무역은행")
    ('ri___ pyong___ chol___', 'korea trade bank')
    """
    said = text.split()
    sure = len(said) > 1 and any(map(hangul_foreign, said))
    sure = sure and not any(map(_is_of_firm, said))
    return " ".join(_word(word, sure=sure) for word in said)


def _is_of_firm(word: str) -> bool:
    return not _WORDS.english.keys().isdisjoint(_WORDS.cut(word))


def _word(word: str, *, sure: bool) -> str:
    pieces = _WORDS.cut(word)
    if any(piece in _WORDS.english for piece in pieces):
        return " ".join(_WORDS.english.get(piece) or _marked(piece) for piece in pieces)
    if foreign := hangul_foreign(word, sure=sure):
        return foreign
    low, high = _NAME_SYLLABLES
    if low <= len(word) <= high:
        return " ".join(f"{syllable(char)}{MARK}" for char in word)
    return f"{_glued(word)}{MARK}"


def _marked(piece: str) -> str:
    read = _glued(piece)
    return f"{read}_" if read.isalpha() and len(piece) > 1 else read


def _glued(word: str) -> str:
    return "".join(syllable(char) for char in word)
