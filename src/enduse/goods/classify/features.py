"""Hashed features of many texts at once: words, pairs, letter runs, part prefixes.

Every feature is a number below `SIZE`; its two low bits say of which view it is. All
texts of a batch lie in one array of code points, so that a line costs microseconds.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from enduse.goods.classify.normal import folded

BITS = 22
SIZE = 1 << BITS
WORD, LETTERS, PAIR, PART = 0, 1, 2, 3
VERSION = 10
BATCH = 1000
_PREFIXES = (3, 4, 5, 6, 7, 8, 10)
_STEM = 6
_MEASURE = re.compile(
    r"\b(\d+)(ml|cl|l|ltr|lit(?:re|er)s?|mg|mcg|g|gms?|grams?|kgs?|oz|lbs?|mm|cm|m|mtrs?"
    r"|inch(?:es)?|ft|yds?|v|w|kw|ma|mah|ah|wh|hz|[kmg]hz|[mgt]b|pcs?|pieces?|pk|packs?"
    r"|ct|pairs?|sets?|ply|gsm|tabs?|caps?|rolls?|sheets?|years?|yrs?|[nup]f|[km]?ohms?"
    r"|[km]v|mw|rpm|bar|psi|mp|[kmg]?bits?|pins?|ports?|channels?|ch|axis|axes|layers?)\b"
    r"|\b(spf|size|type|pack|set|[lt]?qfp|[tv]?qfn|f?bga|tsop|t?ssop|sop|soic|plcc|dip"
    r"|sot)(\d{1,3})\b"
)
_ACROSS = re.compile(
    r"\b\d+(?:[xх]\d+)+(?=(?:[cmdсм]?[mм]|in|ft)?\b)"
)  # 640x512; also with the Cyrillic letter
_ACROSS_SIGN = re.compile("[xх]")
_MEASURE_CYRILLIC = re.compile(
    r"\b(\d+)([мк]?в|[мк]?а|ач|мач|[км]?вт|втч|ква|[кмг]?гц|[кмг]б|тб|[мсдк]?м|мкм|м[23]"
    r"|[мк]?г|т|м?л|шт|к?ом|[мнп]кф|[нп]ф|мкф|об|бар|атм|оси|осеи|осев[а-я]*|кан[а-я]*"
    r"|разряд[а-я]*|бит|контакт[а-я]*|уп|компл?|пар[аы]?|м?па|мест[а-я]*|зон[а-я]*)\b"
)
_NAMED = re.compile(
    r"\b(?:[mм](?=\d{1,2}(?:[xх]\d|\b))"
    r"|(?:din|iso|gost|гост|gb|ansi|astm|jis)(?=\d{2,6}\b))"
)  # threads and standards: M8x30, DIN933
_WIDE = "\u3040-\ud7af"
_BORDER = re.compile(rf"(?<=[{_WIDE}])(?=[^\W{_WIDE}])|(?<=[^\W{_WIDE}])(?=[{_WIDE}])")
_LONGEST_WIDE = 4  # signs of a word of a script that puts no blanks between words
_DIGIT = re.compile(r"\d")
RUNS = (3, 5)
U64 = NDArray[np.uint64]
Ints = NDArray[np.int64]
_BASE = 0x9E3779B97F4A7C15
_INVERSE = pow(_BASE, -1, 1 << 64)
_SALT = np.uint64(0x2545F4914F6CDD1D)


@dataclass(frozen=True, slots=True)
class Counts:
    """How often each feature stands in each text: three arrays of one length."""

    row: Ints
    feature: Ints
    count: NDArray[np.float32]


class _Token(NamedTuple):
    start: Ints
    end: Ints
    row: Ints


def counts_of(texts: Sequence[str]) -> Counts:
    """The features of each text, sorted by row and feature; at most `BATCH` texts."""
    lines = [f" {_apart(folded(text))} " for text in texts]
    lengths = np.fromiter(map(len, lines), np.int64, len(lines))
    points = np.frombuffer("".join(lines).encode("utf-32-le", "replace"), np.uint32)
    row = np.repeat(np.arange(len(lines)), lengths)
    parts = list(_all(points.astype(np.uint64), row))
    rows = np.concatenate([p[0] for p in parts]).astype(np.uint64)
    hashes = np.concatenate([p[1] for p in parts])
    views = np.concatenate([np.full(len(p[0]), p[2], np.uint64) for p in parts])
    low = np.uint64(3)
    feature = ((hashes >> np.uint64(8)) & np.uint64(SIZE - 1)) & ~low | views
    key, count = np.unique(rows << np.uint64(BITS) | feature, return_counts=True)
    return Counts(
        (key >> np.uint64(BITS)).astype(np.int64),
        (key & np.uint64(SIZE - 1)).astype(np.int64),
        count.astype(np.float32),
    )


def _apart(plain: str) -> str:
    """A folded text with numbers and their units as two words: no part numbers.

    What stands in another script beside it is a word of its own: "ddr4 内存".
    """
    if not _DIGIT.search(plain):
        return plain if plain.isascii() else _BORDER.sub(" ", plain)
    plain = _ACROSS.sub(_sizes, _NAMED.sub(r"\g<0> ", plain))
    if not plain.isascii():
        plain = _MEASURE_CYRILLIC.sub(r"\1 \2", _BORDER.sub(" ", plain))
    return " ".join([w if w.isalpha() else _apart_word(w) for w in plain.split(" ")])


@lru_cache(maxsize=50_000)
def _apart_word(word: str) -> str:
    """A word that is a number and its unit as two; others as they are."""
    return _MEASURE.sub(r"\1\3 \2\4", word)


def _sizes(found: re.Match[str]) -> str:
    return _ACROSS_SIGN.sub(" x ", found.group())


def words_of(texts: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Row and feature of every whole word, for tables keyed by words."""
    found = counts_of(texts)
    mine = (found.feature & 3) == WORD
    yield from zip(found.row[mine].tolist(), found.feature[mine].tolist(), strict=True)


def _all(points: U64, row: Ints) -> Iterator[tuple[Ints, U64, int]]:
    blank = points == 32
    salted = (points + np.uint64(7)) * _SALT
    yield from _letter_runs(salted, blank, row)
    yield from _sign_pairs(points, salted, row)
    start = np.flatnonzero(blank[:-1] & ~blank[1:]) + 1
    end = np.flatnonzero(~blank[:-1] & blank[1:]) + 1
    sums = np.zeros(len(points) + 1, np.uint64)
    np.cumsum(salted * _powers(_BASE, len(points)), out=sums[1:])
    tokens = _Token(start, end, row[start])
    yield from _words(points, sums, tokens)
    yield from _part_prefixes(points, sums, tokens)


def _letter_runs(
    salted: U64, blank: NDArray[np.bool_], row: Ints
) -> Iterator[tuple[Ints, U64, int]]:
    """Runs of three and of five letters within a word and the blanks around it."""
    total = len(salted)
    for n in RUNS:
        size = total - n + 1
        if size <= 0:
            return
        value = np.zeros(size, np.uint64)
        for j in range(n):
            value += salted[j : size + j] * _powers(_BASE, n)[j]
        good = row[:size] == row[n - 1 :]
        for j in range(1, n - 1):
            good &= ~blank[j : size + j]
        good &= ~(blank[:size] & blank[n - 1 :])
        place = np.flatnonzero(good)
        yield row[place], _mixed(value[place] + np.uint64(n * 1000003)), LETTERS


def _sign_pairs(points: U64, salted: U64, row: Ints) -> Iterator[tuple[Ints, U64, int]]:
    """Pairs of signs, in scripts that put no blanks between words."""
    wide = _is_wide(points)
    place = np.flatnonzero(wide[:-1] & wide[1:])
    value = salted[place] + salted[place + 1] * np.uint64(_BASE)
    yield row[place], _mixed(value + np.uint64(2000003)), PAIR


def _is_wide(points: U64) -> NDArray[np.bool_]:
    """Whether signs are of a script that puts no blanks between words."""
    return (points >= 0x3040) & (points <= 0xD7AF)


def _words(points: U64, sums: U64, tokens: _Token) -> Iterator[tuple[Ints, U64, int]]:
    start, end, row = tokens
    if not len(start):
        return
    plural = (points[end - 1] == ord("s")) & (end - start > 3)
    singular = _segment(sums, start, end - plural)
    whole = (end - start <= _LONGEST_WIDE) | ~_is_wide(points[start])
    yield row[whole], _mixed(singular[whole] + np.uint64(11)), WORD
    long = end - start > _STEM
    stem = _segment(sums, start[long], start[long] + _STEM)
    yield row[long], _mixed(stem + np.uint64(13)), PAIR
    beside = row[:-1] == row[1:]
    first, second = singular[:-1][beside], singular[1:][beside]
    pair = first * np.uint64(31) + second * np.uint64(17) + np.uint64(5)
    yield row[:-1][beside], _mixed(pair), PAIR


def _part_prefixes(
    points: U64, sums: U64, tokens: _Token
) -> Iterator[tuple[Ints, U64, int]]:
    """Beginnings of words with a digit: the series a part number belongs to."""
    digit = ((points >= 48) & (points <= 57)).astype(np.int64)
    digits = np.concatenate([[0], np.cumsum(digit)])
    held = digits[tokens.end] - digits[tokens.start] > 0
    held &= tokens.end - tokens.start >= 4
    start, end, row = (column[held] for column in tokens)
    for n in _PREFIXES:
        enough = end - start >= n
        value = _segment(sums, start[enough], start[enough] + n)
        yield row[enough], _mixed(value + np.uint64(100 + n)), PART


def _segment(sums: U64, start: Ints, end: Ints) -> U64:
    found: U64 = (sums[end] - sums[start]) * _powers(_INVERSE, len(sums))[start]
    return found


def _mixed(value: U64) -> U64:
    """Well-spread bits (the finaliser of MurmurHash3, Appleby 2011)."""
    value = value ^ (value >> np.uint64(33))
    value = value * np.uint64(0xFF51AFD7ED558CCD)
    value = value ^ (value >> np.uint64(29))
    value = value * np.uint64(0xC4CEB9FE1A85EC53)
    return value ^ (value >> np.uint64(32))


def _powers(base: int, size: int) -> U64:
    """The first powers of a number, from 1 on."""
    return _table(base, 1 << size.bit_length())[:size]


@lru_cache(maxsize=32)  # a few sizes of two bases
def _table(base: int, size: int) -> U64:
    found = np.empty(size, np.uint64)
    found[0] = 1
    done = 1
    while done < size:
        more = min(done, size - done)
        step = np.uint64(pow(base, done, 1 << 64))
        found[done : done + more] = found[:more] * step
        done += more
    return found
