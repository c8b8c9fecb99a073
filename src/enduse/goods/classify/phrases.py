"""The phrases that goods are looked for by in texts: the shipped lines, by their stems.

They take a second to make, so they are kept between runs (`enduse.text.tables`).
"""

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from typing import Any

from enduse.goods.classify.folded_lines import folded_lines
from enduse.goods.classify.stems import stem
from enduse.goods.words.lines import digest
from enduse.text.tables import derived

LONGEST = 6  # words of a phrase that is looked up
_SHORTEST = 5  # letters of a phrase of one word
_WIDE = "\u3040"  # from here on signs are written without blanks
_CODE = ("phrases", "sought", "folded_lines", "normal", "stems", "vague", "latinised")


def version() -> str:
    """A print of all that the phrases are made of: code, words, and general words."""
    made = blake2b(digest().encode(), digest_size=8)
    folder = files("enduse.goods.classify")
    texts = [folder / f"{name}.py" for name in _CODE]
    words = files("enduse.goods.words")
    texts += [words / f"{name}.tsv" for name in ("generic", "vague")]
    for text in texts:
        made.update(text.read_bytes())
    return made.hexdigest()


@derived
def _table() -> dict[str, Any]:
    from enduse.goods.classify.vague import is_generic

    phrases = {
        text
        for text, _ in folded_lines()
        if text.count(" ") < LONGEST
        and (" " in text or len(text) >= _SHORTEST or not text.isascii())
        and len(text) > 1
        and (" " in text or not is_generic(text))
        and any(map(str.isalpha, text))
    }
    sizes: dict[str, set[int]] = {}
    stems = set()
    for phrase in phrases:
        words = [stem(word) for word in phrase.split()]
        stems.add(key(words))
        for word in words:
            sizes.setdefault(word, set()).add(len(words))
    longest = {word: sorted(n, reverse=True) for word, n in sorted(sizes.items())}
    return {"phrases": sorted(phrases), "stems": sorted(stems), "sizes": longest}


@cache
def phrases() -> frozenset[str]:
    """The phrases, folded."""
    return frozenset(_table()["phrases"])


@cache
def begun() -> frozenset[str]:
    """The first two signs of every phrase that has signs written without blanks."""
    wide = (p for p in phrases() if not p.isascii() and max(p) > _WIDE)
    return frozenset(phrase[:2] for phrase in wide)


@cache
def stemmed() -> frozenset[str]:
    """The `key` of every phrase."""
    return frozenset(_table()["stems"])


def sizes() -> dict[str, list[int]]:
    """For each stem the numbers of words of the phrases that hold it, longest first."""
    found: dict[str, list[int]] = _table()["sizes"]
    return found


def key(stems: list[str]) -> str:
    """One key for every order of the words of a phrase."""
    return " ".join(sorted(stems)) if len(stems) > 1 else stems[0]
