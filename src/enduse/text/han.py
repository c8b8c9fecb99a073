"""Chinese characters read as pinyin, with trade words and places put into English.

A company's name is cut into the words of `han_words.toml`, longest first; what is
left is its proper name and becomes one word of pinyin, as listed names write it. A
text of two to four characters without any such word is read as a person's name.

*Source*: pypinyin's readings of words and characters (GB/T 16159 without tones); the
words are general vocabulary; `han_surnames.toml` has the family names of two
characters and those read otherwise as a family name (`曾` is Zeng).
"""

import gc
import unicodedata
from collections.abc import Callable
from functools import cache

from enduse.text.han_firms import firm_reading
from enduse.text.tables import table
from enduse.text.unspaced import Unspaced

_NAME_CHARS = (1, 4)
_NO_SURNAME = frozenset("中国國新大")
_WORDS = Unspaced("han_words")
# Characters that a dictionary reads otherwise, by themselves, than firms' names do.
_IN_FIRMS = {("长", "zhang"): "chang", ("厦", "sha"): "xia", ("藏", "cang"): "zang"}


@cache
def _compound() -> frozenset[str]:
    return frozenset(table("han_surnames")["compound"]["names"].split())


def syllables(text: str) -> list[str]:
    """The pinyin syllables of the text, one a character that has one."""
    read = (_ascii(one) for one in _pinyin()(text, v_to_u=True))
    return [one for one in read if one]


@cache
def _pinyin() -> Callable[..., list[str]]:
    """What pypinyin reads with.

    It is imported here, since a fifth of a second is too much for a run that meets no
    Chinese. Its phrases are two hundred thousand lists that stay: no search for garbage
    looks through them, now or later.
    """
    was_on = gc.isenabled()
    gc.disable()
    try:
        from pypinyin import lazy_pinyin
    finally:
        if was_on:
            gc.enable()
    gc.freeze()
    return lazy_pinyin


def _ascii(syllable: str) -> str:
    marks = unicodedata.normalize("NFD", syllable)
    return "".join(char for char in marks if char.isascii())


def han_reading(text: str) -> str:
    """The name in Latin letters, proper names glued, general words in English.

    *Example*

    >>> han_reading("华为技术有限公司"), han_reading("欧阳修")
    ('huawei technology co ltd', 'ouyang xiu')
    """
    if read := firm_reading(text, _glued):
        return read
    pieces = _WORDS.cut(text)
    if all(piece not in _WORDS.english for piece in pieces) or _is_person(pieces):
        return " ".join(_names(_joined(text, pieces)))
    words = _WORDS.english
    return " ".join(words.get(p) or "".join(syllables(p)) for p in pieces)


def person_reading(text: str) -> str:
    """A person's name in pinyin: family name and given name, or a foreigner's words.

    *Example*

    >>> person_reading("张国立"), person_reading("买买提 哈克")
    ('zhang guoli', 'maimaiti hake')
    """
    return " ".join(_names(text.split()))


def _glued(text: str) -> str:
    """A firm's own name as one word, `长` as firms that are called so are read."""
    read = syllables(text)
    if len(read) == len(text):
        read = [_IN_FIRMS.get((c, one), one) for c, one in zip(text, read, strict=True)]
    return "".join(read)


def _is_person(pieces: list[str]) -> bool:
    """Whether the words are one character and two: 张国立 is no state firm."""
    return [len(piece) for piece in pieces] == [1, 2] and pieces[0] not in _NO_SURNAME


def _joined(text: str, pieces: list[str]) -> list[str]:
    return ["".join(text.split())] if _is_person(pieces) else pieces


def _names(pieces: list[str]) -> list[str]:
    """One piece has a family and a given name; several are a foreigner's."""
    if len(pieces) == 1:
        return [_person(pieces[0])]
    return [_person(piece).replace(" ", "") for piece in pieces]


def _person(name: str) -> str:
    low, high = _NAME_CHARS
    read = syllables(name)
    if not low <= len(name) <= high or len(read) != len(name):
        return "".join(read)
    cut = 2 if name[:2] in _compound() and len(name) > 2 else 1
    family = table("han_surnames")["readings"].get(name[:cut], "").replace(" ", "")
    given = syllables(name[cut:])
    return f"{family or ''.join(read[:cut])} {''.join(given)}".strip()
