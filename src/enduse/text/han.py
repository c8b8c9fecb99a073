"""Chinese characters read as pinyin, with trade words and places put into English.

A company's name is cut into the words of `han_words.toml`, longest first; what is
left is its proper name and becomes one word of pinyin, as listed names write it. A
text of two to four characters without any such word is read as a person's name.

*Source*: ICU's Han-Latin (Unihan kMandarin) for readings; the words are general
vocabulary; compound family names from the Hundred Family Surnames.
"""

import re
import tomllib
from functools import cache
from importlib.resources import files
from typing import Any

import icu

_NAME_CHARS = (2, 4)


@cache
def _words() -> dict[str, str]:
    text = (files("enduse.text") / "han_words.toml").read_text("utf-8")
    tables: dict[str, dict[str, str]] = tomllib.loads(text)
    return {word: english for t in tables.values() for word, english in t.items()}


@cache
def _cutter() -> re.Pattern[str]:
    longest = sorted(_words(), key=lambda word: (-len(word), word))
    return re.compile("(" + "|".join(map(re.escape, longest)) + r"|\s+)")


@cache
def _icu() -> Any:
    return icu.Transliterator.createInstance("Han-Latin; Latin-ASCII; Lower")


@cache
def _compound() -> frozenset[str]:
    return frozenset(
        [
            "欧阳",
            "歐陽",
            "司马",
            "司馬",
            "上官",
            "诸葛",
            "諸葛",
            "东方",
            "東方",
            "皇甫",
            "尉迟",
            "公孙",
            "公孫",
            "慕容",
            "司徒",
            "令狐",
            "独孤",
            "南宫",
            "夏侯",
            "端木",
            "百里",
            "呼延",
        ]
    )


def syllables(text: str) -> list[str]:
    """The pinyin syllable of each character."""
    return str(_icu().transliterate(" ".join(text))).split()


def han_reading(text: str) -> str:
    """The name in Latin letters, proper names glued, general words in English.

    *Example*

    >>> han_reading("华为技术有限公司"), han_reading("欧阳修")
    ('huawei technology co ltd', 'ouyang xiu')
    """
    pieces = [p for p in _cutter().split(text) if p and not p.isspace()]
    if all(piece not in _words() for piece in pieces):
        return " ".join(_person(piece) for piece in pieces)
    words = _words()
    return " ".join(words.get(p) or "".join(syllables(p)) for p in pieces)


def _person(name: str) -> str:
    low, high = _NAME_CHARS
    read = syllables(name)
    if not low <= len(name) <= high or len(read) != len(name):
        return "".join(read)
    cut = 2 if name[:2] in _compound() and len(name) > 2 else 1
    return f"{''.join(read[:cut])} {''.join(read[cut:])}"
