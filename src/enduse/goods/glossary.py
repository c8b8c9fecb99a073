"""What the technical words of a line mean in English, for whoever has to read it.

*Source*: `words/terms.tsv`, written for enduse. For people: nothing is classified by
it.
"""

import re
from functools import cache
from importlib.resources import files

from enduse.goods.classify.normal import folded
from enduse.goods.classify.stems import stem
from enduse.goods.words.lines import rows_of

_WORD = re.compile(r"[^\W_]+")
_LONGEST = 4  # words of a term
_SIGNS = 8  # signs of a term written without blanks
MOST = 8


def english(text: str) -> tuple[tuple[str, str], ...]:
    """Words of a text with their English meaning, in its order; at most eight.

    *Unknown*: () for a text without a technical word that the glossary has.

    *Example*

    >>> english("обрабатывающий центр с ЧПУ")[-1]
    ('ЧПУ', 'computer numerical control')
    """
    said = _WORD.findall(text[:2000])[:60]
    words = [folded(word) for word in said]
    found: dict[str, str] = {}
    at = 0
    while at < len(words) and len(found) < MOST:
        size = next((n for n in range(_LONGEST, 0, -1) if _key(words[at : at + n])), 0)
        if size:
            found[" ".join(said[at : at + size])] = _key(words[at : at + size])
        elif not words[at].isascii():
            found.update(_unspaced(words[at]))
        at += max(size, 1)
    return tuple(found.items())[:MOST]


def _key(words: list[str]) -> str:
    return _terms().get(" ".join(stem(word) for word in words), "")


def _unspaced(word: str) -> dict[str, str]:
    """Terms within a run of signs, the longest at each place."""
    if not any("\u3400" <= sign <= "\u9fff" for sign in word):
        return {}
    found: dict[str, str] = {}
    at = 0
    while at < len(word):
        ends = range(min(len(word), at + _SIGNS), at + 1, -1)
        end = next((e for e in ends if word[at:e] in _terms()), 0)
        if end:
            found[word[at:end]] = _terms()[word[at:end]]
        at = end or at + 1
    return found


@cache
def _terms() -> dict[str, str]:
    table = files("enduse.goods.words") / "terms.tsv"
    rows = [(folded(term), meaning) for term, _, meaning in rows_of(table)]
    return {" ".join(stem(w) for w in term.split()): said for term, said in rows}
