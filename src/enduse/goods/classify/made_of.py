"""Codes that the material alone tells apart: a plastic mug is no ceramic one.

Words of a mug speak for all mugs alike, and most known ones are of another material.
Where the goods themselves are said to be of one, the codes of articles of others give
most of their share to those of articles of that one, if there are such candidates.

*Source*: HS 2022, sections VII to XV (articles by material) and headings 42.02, 64.01
to 64.04, 94.01 and 94.03. Words and codes: `words/materials.toml`.
"""

import re
import tomllib
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from importlib.resources import files
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.index import classes_of
from enduse.goods.classify.normal import folded

SHARE = 0.6  # of what speaks for articles of other materials
LEAST = 0.02  # of articles of the one that is said: there are such
_READ = 300  # characters
_SHORTEST = 4  # letters before what follows the goods themselves
_AFTER = re.compile(
    r"\s(?:from|for|used|designed|containing|with|in|to|that|which|intended|including"
    r"|packed|packaged|by|on|and|für|mit|pour|avec|con|para|для|с|и|için|ve)\s"
    r"|[,;(:]|\. ",
    re.IGNORECASE,
)
_MADE = re.compile(
    r"\bmade (?:up )?(?:from|out of|of)\s+((?:[\w-]+\s*){1,3})", re.IGNORECASE
)
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]
Bools = NDArray[np.bool_]


class _Words(NamedTuple):
    """The material of each word, and of each that has any ending or no blanks."""

    whole: dict[str, str]
    part: re.Pattern[str]
    materials: tuple[str, ...]


def materials_of(text: str) -> frozenset[str]:
    """Of what the goods themselves are said to be made.

    *Example*:
    >>> sorted(materials_of("plastic mug with steel spoon"))
    ['plastic']
    >>> sorted(materials_of("mug, printed, made from ABS plastic"))
    ['plastic']
    """
    cut = text[:_READ]
    if not any(_said(cut)):
        return frozenset()
    after = _AFTER.search(cut, _SHORTEST)
    own = cut[: after.start()] if after else cut
    return frozenset(_said(" ".join([own, *_MADE.findall(cut)])))


def with_materials(texts: Sequence[str], classes_: Ints, p: Floats) -> Floats:
    """The probabilities, those of articles of other materials given to the one said."""
    found = p
    for row, text in enumerate(texts):
        said = materials_of(text)
        apart = _told_apart(said) if said else ()
        if not apart:
            continue
        codes, there = np.maximum(classes_[row], 0), classes_[row] >= 0
        for own, others in apart:
            right, wrong = own[codes] & there, others[codes] & there
            if found[row, right].sum() >= LEAST and found[row, wrong].any():
                found = p.copy() if found is p else found
                part = found[row, right] / found[row, right].sum()
                found[row, right] += SHARE * found[row, wrong].sum() * part
                found[row, wrong] *= 1 - SHARE
    return found


def _said(text: str) -> Iterator[str]:
    words = _words()
    for word in folded(text).split():
        if word in words.whole:
            yield words.whole[word]
    if not text.isascii():
        for match in words.part.finditer(folded(text)):
            yield words.materials[(match.lastindex or 1) - 1]


@cache
def _told() -> dict[str, dict[str, str | list[str]]]:
    place = files("enduse.goods.words") / "materials.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


@cache
def _words() -> _Words:
    said = {name: str(words).split() for name, words in _told()["words"].items()}
    whole = {
        folded(word): name
        for name, words in said.items()
        for word in words
        if not _is_part(word)
    }
    parts = [
        "|".join(
            re.escape(word) if word > "\u3040" else rf"\b{folded(word[:-1])}"
            for word in words
            if _is_part(word)
        )
        for words in said.values()
    ]
    pattern = re.compile("|".join(f"({one or '(?!)'})" for one in parts))
    return _Words(whole, pattern, tuple(said))


def _is_part(word: str) -> bool:
    return word.endswith("*") or word > "\u3040"


@lru_cache(maxsize=1000)
def _told_apart(said: frozenset[str]) -> tuple[tuple[Bools, Bools], ...]:
    """Of each group with a material that is said: its classes, those of others."""
    found = []
    for group in _groups():
        own = [mask for material, mask in group.items() if material in said]
        if own:
            right = np.logical_or.reduce(own)
            found.append((right, np.logical_or.reduce([*group.values()]) & ~right))
    return tuple(found)


@cache
def _groups() -> tuple[dict[str, Bools], ...]:
    """Of each group of codes, which classes are of each material."""
    groups = (own for name, own in _told().items() if name != "words")
    return tuple(
        {material: classes_of(begun) for material, begun in group.items()}
        for group in groups
    )
