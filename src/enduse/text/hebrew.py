"""Hebrew letters in Latin ones, and what is known of names written in them.

Few vowels are written, so a word is put letter for letter and ends in `____`.

*Source*: the rules of the Academy of the Hebrew Language (2006) without marks; the
names of `hebrew_names.txt`, general knowledge.
"""

import re
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files

from anyascii import anyascii

from enduse.text.letters import of_script, pairs

MARK = "____"
_WORD = re.compile(r"[^\W\d_]+(?:['׳][^\W\d_]*)*")
_GOD = re.compile(r"\s*\b(?:אללה|אלה)\b")
_FAITH = re.compile(r"\s+אל[- ]?דין\b|(?<=\w{2})(?:אלדין|א-דין)\b")
_BEFORE_H = re.compile(r"([כקגזסצדטתש]'?)ה(?=\w)")  # `kh` there is two sounds
_LEAST = 3  # letters after the article of Arabic
_PLAIN = {"אבו": "abu", "אל": "al", "אבן": "ibn", "עבד": "abdul"}


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    text = (files("enduse.text") / "hebrew_names.txt").read_text("utf-8")
    lines = (line.split() for line in text.splitlines() if line[:1] not in ("", "#"))
    known: dict[str, tuple[str, ...]] = {}
    for word, *spelt in lines:
        letters = _letters(word)
        known[letters] = (*known.get(letters, ()), *spelt)
    return known


def spellings(letters: str) -> tuple[str, ...]:
    """How a name of these letters, without its mark, is spelt; none if not known.

    *Example*

    >>> spellings("yvsf")[0], spellings("qwrty")
    ('yosef', ())
    """
    return _by_letters().get(letters, ())


def hebrew_reading(run: str) -> str:
    """The text in Latin letters, each word ending in `____`.

    *Example*

    >>> hebrew_reading("משה שרון"), hebrew_reading("אבו מאזן")
    ('mshh____ shrvn____', 'abu mazn____')
    """
    text = "".join(c for c in run if not unicodedata.combining(c))
    text = text.replace("׳", "'").replace("־", " ").replace("״", '"')
    text = _FAITH.sub("uddin", _GOD.sub("ullah", text))
    if "אל" in text:
        text = " ".join(_WORD.sub(lambda found: _parted(found[0]), text).split())
    return " ".join(_WORD.sub(lambda found: f" {_word(found[0])} ", text).split())


def _parted(word: str) -> str:
    """A word that no name is known of, the article of Arabic set apart."""
    rest = word.removeprefix("אל")
    if rest == word or len(rest) < _LEAST or _letters(word) in _by_letters():
        return word
    return f"אל {rest}"


@lru_cache(maxsize=16384)
def _word(word: str) -> str:
    if word.isascii():
        return word
    if word == "עבדullah":
        return "abdullah"
    if word in _PLAIN:
        return _PLAIN[word]
    for end in ("ullah", "uddin"):
        if word.endswith(end):
            return _letters(word.removesuffix(end)) + end + MARK
    read = _letters(word)
    return read + MARK if len(read) > 1 else read


def _letters(word: str) -> str:
    pattern, known = pairs()
    word = _BEFORE_H.sub(r"\1אה", word)
    word = pattern.sub(lambda found: known[found[0]], word)
    return anyascii(word.translate(of_script("hebrew"))).lower().replace("'", "")
