"""Japanese kana in Latin letters, with trade words and countries put into English.

*Source*: Hepburn romanisation (Japan's Cabinet notice of 2025 on the romanised
spelling) without marks of long vowels; the words of `kana_words.toml` are general
vocabulary that company names write in katakana.
"""

import re
from functools import cache

from enduse.text.tables import table
from enduse.text.unspaced import Unspaced

_TO_HIRAGANA = 0x60
_ROWS = {
    "": "あいうえお",
    "k": "かきくけこ",
    "g": "がぎぐげご",
    "s": "さしすせそ",
    "z": "ざじずぜぞ",
    "t": "たちつてと",
    "d": "だぢづでど",
    "n": "なにぬねの",
    "h": "はひふへほ",
    "b": "ばびぶべぼ",
    "p": "ぱぴぷぺぽ",
    "m": "まみむめも",
    "r": "らりるれろ",
}
_ODD = {
    "し": "shi",
    "ち": "chi",
    "つ": "tsu",
    "ふ": "fu",
    "じ": "ji",
    "ぢ": "ji",
    "づ": "zu",
    "や": "ya",
    "ゆ": "yu",
    "よ": "yo",
    "わ": "wa",
    "ゐ": "i",
    "ゑ": "e",
    "を": "o",
    "ん": "n",
    "ゔ": "vu",
}
_SMALL_VOWELS = dict(zip("ぁぃぅぇぉゎ", ("a", "i", "u", "e", "o", "wa"), strict=True))
_SMALL_Y = dict(zip("ゃゅょ", "auo", strict=True))
_SERVANT = re.compile(r"アブド?(?:ゥ|デ|ド)?[ルッ]|アブドゥ")
_WORD = re.compile(r"[ぁ-ゖァ-ヺー]+")
# Between two words of which one is in katakana these join: `イラクとレバント`.
_FOREIGN, _OTHER = "[ァ-ヺー]", "[一-鿿]"
_JOINED = "のための|における|による|と|の|や|への"
_JOINING = re.compile(
    f"(?<={_FOREIGN})(?:{_JOINED})(?={_FOREIGN}|{_OTHER})|"
    f"(?<={_OTHER})(?:{_JOINED})(?={_FOREIGN})"
)
_WORDS = Unspaced("kana_words")


@cache
def _syllables() -> dict[str, str]:
    regular = {
        kana: consonant + vowel
        for consonant, row in _ROWS.items()
        for kana, vowel in zip(row, "aiueo", strict=True)
    }
    return regular | _ODD


def kana_reading(text: str) -> str:
    """The text with its kana in Latin letters, general words in English.

    *Example*

    >>> kana_reading("ウラジミル"), kana_reading("ロシアテクノロジー")
    ('urajimiru__', 'russia technology')
    """
    return _WORD.sub(lambda found: _one(found[0]), text)


def without_joining(text: str) -> str:
    """The text without hiragana between a word in katakana and another word.

    *Example*

    >>> without_joining("イラクとレバント地方のイスラム国")
    'イラク レバント地方 イスラム国'
    """
    return _JOINING.sub(" ", text)


def kana_person(text: str) -> str:
    """The text with its kana in Latin letters, each word a name of its own.

    *Example*

    >>> kana_person("アブドゥルハイ ビン モラド")
    'abdul hai__ bin morado__'
    """
    return _WORD.sub(lambda found: _name(found[0]), text)


def _name(word: str) -> str:
    known: str | None = table("kana_words")["names"].get(word)
    if known:
        return known
    found = _SERVANT.match(word)
    if found and len(word) - found.end() > 1:
        return f"abdul {_marked(_read(word[found.end() :]))}"
    return _marked(_read(word))


def _one(word: str) -> str:
    pieces = _WORDS.cut(word)
    if any(len(piece) == 1 and piece not in _WORDS.english for piece in pieces):
        # What is left is no word: the cut was a coincidence.
        return _marked(_read(word))
    return " ".join(
        _WORDS.english.get(piece) or _marked(_read(piece)) for piece in pieces
    )


def _marked(read: str) -> str:
    return f"{read}__" if read.isalpha() and len(read) > 1 else read


def _read(word: str) -> str:
    read: list[str] = []
    double = False
    for char in word:
        kana = chr(ord(char) - _TO_HIRAGANA) if "ァ" <= char <= "ヶ" else char
        if kana == "っ":
            double = True
        elif kana in _SMALL_VOWELS and read:
            read[-1] = _with_vowel(read[-1], _SMALL_VOWELS[kana])
        elif kana in _SMALL_Y and read:
            read[-1] = _with_y(read[-1], _SMALL_Y[kana])
        else:
            sound = _syllables().get(kana) or _SMALL_VOWELS.get(kana, "")
            read.append(_doubled(sound) if double else sound)
            double = False
    return "".join(read)


def _doubled(sound: str) -> str:
    if sound.startswith("ch"):
        return "t" + sound
    return sound[0] + sound if sound and sound[0] not in "aiueon" else sound


def _with_vowel(sound: str, vowel: str) -> str:
    """`fu` and a small `a` are `fa`; `u` and a small `i` are `wi`."""
    if sound == "u":
        return "w" + vowel
    return sound[:-1] + vowel if sound[-1:] in ("a", "i", "u", "e", "o") else sound


def _with_y(sound: str, vowel: str) -> str:
    """`ki` and a small `ya` are `kya`; `shi` and a small `yu` are `shu`."""
    bare = sound[:-1]
    return bare + vowel if bare.endswith(("sh", "ch", "j")) else f"{bare}y{vowel}"
