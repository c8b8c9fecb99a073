"""Whether a text holds a word, a maker or a part number of goods that lists name.

The words are told by the families themselves: those that stand again and again in lines
of codes on the lists that ship, and hardly ever in others.
"""

from collections import Counter
from functools import cache

from enduse.goods.classify.attributes import attributes_of
from enduse.goods.classify.folded_lines import folded_lines
from enduse.goods.classify.latinised import as_written
from enduse.goods.classify.normal import folded, words_of
from enduse.goods.classify.stems import stem
from enduse.goods.classify.vague import is_generic
from enduse.goods.control import ControlLists
from enduse.goods.words import parts
from enduse.text.tables import derived

_WORD = words_of(r"[^\W\d_]")
_LISTS = ("chpl", "ofac-critical", "dib-watch")
_LINES = 2  # lines of listed goods that a word must stand in
_TIMES = 6  # how much oftener than in lines of other goods
_LETTERS = 3  # of a word in Latin letters


def speaks_of_sought(text: str) -> bool:
    """Whether some word, maker with a model, or part number of it is of such goods.

    *Example*:
    >>> speaks_of_sought("used lathe 2014"), speaks_of_sought("school trip deposit")
    (True, False)
    """
    if not _sought().isdisjoint(_words(folded(as_written(text)))):
        return True
    said = attributes_of(text)
    numbers = said.get("part_numbers", [])
    digits = any(map(str.isdigit, text))
    return (digits and "maker" in said) or any(map(parts.find, numbers))


def _words(plain: str) -> set[str]:
    """Stems of the words of a folded text; pairs of signs where blanks are missing."""
    found: set[str] = set()
    for word in _WORD.findall(plain):
        if "\u3040" <= word[0] <= "\u9fff":
            found |= {word[at : at + 2] for at in range(len(word) - 1)}
        else:
            found.add(stem(word))
    return found


@derived
def _lines() -> list[list[str]]:
    """The six-digit code of every shipped line, and its words; kept between runs."""
    return [[hs6, " ".join(sorted(_words(text)))] for text, hs6 in folded_lines()]


@cache
def _sought() -> frozenset[str]:
    lists = ControlLists.open()
    codes = frozenset[str]().union(*(lists.codes(name) for name in _LISTS))
    inside: Counter[str] = Counter()
    outside: Counter[str] = Counter()
    for hs6, said in _lines():
        (inside if hs6 in codes else outside).update(said.split())
    return frozenset(
        word
        for word, count in inside.items()
        if count >= _LINES
        and count >= _TIMES * outside[word]
        and (len(word) >= _LETTERS or not word.isascii())
        and not is_generic(word)
    )
