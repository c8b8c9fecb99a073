"""Foreign names that Chinese and Korean write by sound, as kana would have them.

Names of Spain and America in Arabic and Hebrew letters, too, as Latin ones have them.

`弗拉基米尔·普京` and `세르게이 라브로프` are neither Chinese nor Korean names: each
character stands for a sound, as in kana, so they are read into tokens that are heard as
kana are (`heard.KANA`). A name that many bear is given as Latin letters have it.

*Source*: `foreign_sounds.txt` and `heard_characters.txt`.
"""

from functools import cache

from enduse.text.tables import sections

MARK = "__"
_LEAST = 2  # characters of one word
_LONGEST = 12
_FIRST, _LAST = 0xAC00, 0xD7A3
# The sounds of a Hangul syllable's parts, in the order of Unicode; `_` is none.
_INITIALS = "g k n d t r m b p s s _ j j ch k t p h"
_VOWELS = "a e ya e o e yo e o wa e e yo u wo we wi yu u i i"
_FINALS = (
    "_ ku ku ku n n n to ru ru mu pu ru ru pu ru mu pu pu to to n to to ku to pu to"
)
_BREATHED = (15, 16, 17)  # ㅋ, ㅌ, ㅍ
_SOFT, _R = (3, 7), 5  # ㄷ, ㅂ; ㄹ
_EU, _E, _BACK, _L = 18, 5, (4, 13), 8  # ㅡ; ㅔ; ㅓ and ㅜ; ㄹ below
_ARTICLE, _SILENT = "알", 11  # `al-` before ㅇ: 알아사드
_SPOKEN_V = "푸프"  # at the end of a name, as in Lavrov
# Syllables of Koreans' names that begin or sound like those that only others have.
_KOREAN = frozenset("세제쾌태택탁탄통토평필표판풍팔품포")


@cache
def _tables() -> dict[str, dict[str, str]]:
    found = {
        part: {one: sound for sound, *written in lines for one in written}
        for part, lines in sections("foreign_sounds").items()
    }
    heard = sections("heard_characters")[""]
    of_firms = {char: sound for sound, written in heard for char in written}
    own = {c: sound for run, sound in found["han"].items() for c in run}
    return found | {"han": of_firms | own}


def han_foreign(text: str) -> str:
    """A foreign person's name in Chinese characters, '' where it may be another.

    Its words are set apart by a dot or a blank, and each character is one that stands
    for a sound.

    *Example*

    >>> han_foreign("谢尔盖 拉夫罗夫"), han_foreign("张国立")
    ('sergei raburobu__', '')
    """
    words = text.split()
    if not 2 <= len(words) <= _LONGEST or not all(map(_is_foreign_han, words)):
        return ""
    names, sounds = _tables()["han names"], _tables()["han"]
    return " ".join(
        names.get(word) or _marked("".join(sounds[c] for c in word)) for word in words
    )


def _is_foreign_han(word: str) -> bool:
    if word in _tables()["han names"]:
        return True
    known = _tables()["han"]
    return _LEAST <= len(word) <= _LONGEST and all(char in known for char in word)


def in_latin(text: str, script: str) -> str:
    """A name of foreigners' names alone in `arabic` or `hebrew` letters, '' for others.

    *Example*

    >>> in_latin("نيكولاس مادورو", "arabic"), in_latin("نيكولاس حسن", "arabic")
    ('nicolas maduro', '')
    """
    known = _tables()[f"{script} names"]
    read = [known.get(word, "") for word in text.split()]
    return " ".join(read) if len(read) >= _LEAST and all(read) else ""


def hangul_foreign(word: str, *, sure: bool = False) -> str:
    """A foreign name in Hangul, '' for a word that may be Korean.

    It has a syllable that no Korean's name has, or is a foreign name that many bear, or
    another word beside it makes it `sure`.

    *Example*

    >>> hangul_foreign("세르게이"), hangul_foreign("라브로프"), hangul_foreign("김정은")
    ('sergei', 'raburobu__', '')
    """
    if known := _tables()["hangul names"].get(word):
        return known
    if not (_LEAST - sure) <= len(word) <= _LONGEST:
        return ""
    if not all(_FIRST <= ord(char) <= _LAST for char in word):
        return ""
    if not sure and not any(map(_is_no_korean, word)):
        return ""
    if word[0] == _ARTICLE and len(word) > _LEAST and _parts(word[1])[0] == _SILENT:
        word = word[1:]
    read = "".join(map(_sounds, word, [*word[1:], ""]))
    last = read.removesuffix("pu") + "bu" if word[-1] in _SPOKEN_V else read
    return _marked(last)


def foreign_otherwise(read: str) -> tuple[str, ...]:
    """A foreign name from Hangul with z for each j: `ㅈ` is written for both.

    *Example*

    >>> foreign_otherwise("sergei chemejobu__"), foreign_otherwise("jong___ un___")
    (('sergei chemezobu__',), ())
    """
    words = read.split()
    marked = [word.endswith(MARK) and word[: -len(MARK)].isalpha() for word in words]
    both = zip(words, marked, strict=True)
    other = " ".join(word.replace("j", "z") if it else word for word, it in both)
    return (other,) if other != read else ()


@cache
def _letters() -> tuple[list[str], ...]:
    return _INITIALS.split(), _VOWELS.split(), _FINALS.split()


def _parts(syllable: str) -> tuple[int, int, int]:
    """Its first consonant, vowel and last consonant, by their number in Unicode."""
    initial, rest = divmod(ord(syllable) - _FIRST, 588)
    return initial, *divmod(rest, 28)


def _sounds(syllable: str, behind: str) -> str:
    """What a syllable sounds like; ㄹ before another is one l with it: 볼로딘."""
    initial, vowel, final = _parts(syllable)
    first, middle, last = _letters()
    said = first[initial] + middle[vowel]
    if not (final == _L and behind and _parts(behind)[0] == _R):
        said += last[final]
    return said.replace("_", "")


def _is_no_korean(syllable: str) -> bool:
    """Whether no Korean's name has the syllable: 르, 브, 푸, 데, but not 태, 세."""
    initial, vowel, final = _parts(syllable)
    if syllable in _KOREAN:
        return False
    if initial in _BREATHED:
        return True
    if vowel == _EU:
        return not final or (final == _L and initial in _SOFT)
    return vowel == _E or (initial == _R and not final and vowel in _BACK)


def _marked(read: str) -> str:
    return f"{read}{MARK}" if len(read) > 1 else read
