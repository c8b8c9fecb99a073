"""What the noun a description turns on, and talk of parts, make of its codes.

The weights are fitted to descriptions of which few hold one good in the name of
another; that a case for an oscilloscope is a case they cannot tell. So this stands
behind them, as a likelihood of its own: how often a code is right that is not the
noun's.
"""

import re
import tomllib
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify import maker_parts
from enduse.goods.classify.index import (
    Index,
    classes,
    classes_of,
    groups,
    place_of,
)
from enduse.goods.classify.known_lines import KINDS
from enduse.goods.classify.normal import folded
from enduse.goods.classify.sold import NOT_GOODS, codes_sold
from enduse.goods.words.lines import rows_of

OUTSIDE = 0.02  # of a code that is not the noun's, against one that is
REST = 0.3  # of codes that are no candidates
LIKELIEST = 0.02  # of the noun's likeliest code, whatever else speaks for it
OF_MAKER = 0.3  # the same, of parts that the maker of their machine names
WHOLE = 0.4  # where parts are spoken of, of a code that is not of parts
WHOLE_BESIDE = 0.1  # the same, where its heading has a code of parts
SERVICE = 0.1  # of what is named where a service on it is sold
_NEAR = 5  # lines near by that are read
_BESIDE = re.compile("(?<=.)(?:[带含]|[配附](?!件))")  # where what comes beside begins
Floats = NDArray[np.float64]
Ints = NDArray[np.int64]


class Sold(NamedTuple):
    """Of each text the number of the codes its noun has (-1: none), and of parts.

    `maker` tells where the maker of a machine stands for the noun of its parts.
    """

    noun: Ints
    parts: NDArray[np.bool_]
    maker: NDArray[np.bool_]


class _SaidParts(NamedTuple):
    """Words for parts, words that begin what comes beside, other signs of parts."""

    words: frozenset[str]
    beside: frozenset[str]
    shown: re.Pattern[str]
    hints: tuple[str, ...]


def sold_of(texts: Sequence[str]) -> Sold:
    """What each text says it is that is sold."""
    number = _numbers()
    parts = [says_parts(text) for text in texts]
    noun = [number.get(codes_sold(text), -1) for text in texts]
    of_maker = [
        number.get(maker_parts.codes_of_parts(text), -1) if said and own < 0 else -1
        for text, said, own in zip(texts, parts, noun, strict=True)
    ]
    maker = np.array(of_maker, np.int64)
    every = np.maximum(np.array(noun, np.int64), maker)
    return Sold(every, np.array(parts, bool), maker >= 0)


def says_parts(text: str) -> bool:
    """Whether a text has a word for parts.

    *Example*:
    >>> says_parts("Ersatzteile für Fräsmaschine"), says_parts("milling machine")
    (True, False)
    """
    if not text.isascii():
        text = _BESIDE.split(text, maxsplit=1)[0]
    words, said = folded(text).split(), _said_parts()
    if text.isascii() and said.words.isdisjoint(words):
        lower = text.lower()
        if not any(hint in lower for hint in said.hints):
            return False
    cut = next((n for n, word in enumerate(words) if n and word in said.beside), None)
    own = words[:cut]
    if not said.words.isdisjoint(own):
        return True
    return bool(said.shown.search(" ".join(own)))


def proposed(sold: Sold) -> Ints:
    """The likeliest class of each noun, a column; -1 where there is none."""
    main = np.array([*_main(), -1], np.int64)
    return main[sold.noun][:, None]


def with_sold(
    index: Index, sold: Sold, near: Ints, *, classes_: Ints, p: Floats
) -> Floats:
    """The probabilities of candidates (-1: none) by what is sold.

    `near` are the known lines most like each text, nearest first (-1: none). What a
    line near by that turns on the same noun has for a code is the noun's too.
    """
    rows = np.flatnonzero((sold.noun >= 0) | sold.parts)
    if not len(rows):
        return p
    own, noun = classes_[rows], sold.noun[rows]
    there, named = own >= 0, noun >= 0
    inside = np.asarray(_masks()[noun[:, None], np.maximum(own, 0)], bool)
    inside |= _of_lines(index, noun, near[rows, :_NEAR], own)
    likely = np.where(inside | ~named[:, None], 1.0, OUTSIDE)
    likely *= _by_parts(own, sold.parts[rows] & ~named)
    likeliest = (own == proposed(sold)[rows]) & there & named[:, None]
    least = np.where(sold.maker[rows], OF_MAKER, LIKELIEST)[:, None]
    mine = p[rows] * likely + np.where(likeliest, least, 0.0)
    rest = np.maximum(1 - p[rows].sum(1), 0) * np.where(named, REST, 1.0)
    found = p.copy()
    found[rows] = mine / np.maximum(mine.sum(1) + rest, 1e-12)[:, None]
    services = sold.noun == _numbers()[NOT_GOODS]
    found[services] = p[services] * SERVICE
    return found


def _of_lines(index: Index, noun: Ints, near: Ints, own: Ints) -> NDArray[np.bool_]:
    """Which candidates have the code of a line near by that turns on the same noun."""
    named, codes = np.flatnonzero(noun >= 0), _nouns()
    found = np.zeros(own.shape, bool)
    kind = index.lines.kind[near] != KINDS.index("nomenclature")
    for row in named.tolist():
        for rank in np.flatnonzero(kind[row] & (near[row] >= 0)).tolist():
            line = int(near[row, rank])
            if codes_sold(index.lines.text_of(line)) == codes[noun[row]]:
                found[row] |= own[row] == index.lines.of_class[line]
    return found


def _by_parts(own: Ints, said: NDArray[np.bool_]) -> Floats:
    """How likely each candidate is where parts are spoken of, against one of parts."""
    there = own >= 0
    part = _of_parts()[np.maximum(own, 0)] & there & said[:, None]
    heading = np.where(there, groups(4)[np.maximum(own, 0)], -1)
    same = heading[:, :, None] == heading[:, None, :]
    beside = (same & part[:, None, :]).any(2)
    whole = ~part & np.asarray(part.any(1))[:, None]
    return np.where(whole, np.where(beside, WHOLE_BESIDE, WHOLE), 1.0)


@cache
def _nouns() -> tuple[str, ...]:
    """The different codes that nouns have, and parts by the maker of their machine."""
    rows = rows_of(files("enduse.goods.words") / "heads.tsv")
    return tuple(dict.fromkeys([*(row[0] for row in rows), *maker_parts.all_codes()]))


@cache
def _numbers() -> dict[str, int]:
    return {codes: n for n, codes in enumerate(_nouns())}


@cache
def _main() -> list[int]:
    places = place_of()
    return [places.get(codes.split("|")[0], -1) for codes in _nouns()]


@cache
def _masks() -> NDArray[np.bool_]:
    """Of each noun, which classes its goods may have."""
    found = np.zeros((len(_nouns()), len(classes())), bool)
    for row, codes in enumerate(_nouns()):
        if codes != NOT_GOODS:
            found[row] = classes_of(codes.split("|"))
    return found


@cache
def _told() -> dict[str, Any]:
    place = files("enduse.goods.words") / "said_parts.toml"
    return tomllib.loads(place.read_text(encoding="utf-8"))


@cache
def _said_parts() -> _SaidParts:
    told = _told()
    ends = [rf"\w{end}\b" for end in told["ends"].split()]
    phrases = [rf"\b{phrase}\b" for phrase in told["phrases"]]
    wide = list(map(re.escape, told["wide"].split()))
    return _SaidParts(
        frozenset(folded(word) for word in told["words"].split()),
        frozenset(told["beside"].split()),
        re.compile("|".join([*wide, *ends, *phrases])),
        ("pieces", *told["ends"].split()),
    )


@cache
def _of_parts() -> NDArray[np.bool_]:
    """Which classes are of parts without a name of their own."""
    codes = frozenset(_told()["codes"].split())
    return np.array([code in codes for code in classes()])
