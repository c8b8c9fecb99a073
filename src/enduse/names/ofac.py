"""The score that OFAC's own Sanctions List Search gives two names.

Two techniques, the higher of which counts: the whole names by Jaro-Winkler; and part
by part, each part typed beside its likest listed part by Jaro-Winkler and Soundex.

*Source*: OFAC FAQ 249 (28 April 2021): first letter, edit distance of half, both
algorithms, both techniques. That the site's Jaro-Winkler adds the bonus for a common
beginning at any likeness, without Winkler's threshold of 0.7 (1990), that typed parts
of one or two letters don't count and that a part below 0.5 is 0 was found by others
by measuring it (nomenklatura pull request 310). Soundex: US National Archives.
"""

import re
import unicodedata
from functools import lru_cache

import numpy as np
from rapidfuzz.distance import Jaro, Levenshtein

from enduse.model import Match, Part
from enduse.names.index import NameIndex
from enduse.names.priority import priority

_BONUS, _BONUS_LETTERS = 0.1, 4
_LEAST_PART, _SHORT_PART = 0.5, 2
_LEAST_ALIKE = 0.5
_WORD = re.compile(r"[a-z0-9]+")
_CODES = {
    letter: code
    for code, letters in enumerate(("bfpv", "cgjkqsxz", "dt", "l", "mn", "r"), 1)
    for letter in letters
}


def score(query: str, listed: str) -> float:
    """The likeness of a typed name and a listed one.

    *Units*: 0..1 in hundredths, as the site shows them from 0 to 100.

    *Example*

    >>> score("JOHN DOE", "DOE, John"), score("Maduro", "MADURO MOROS, Nicolas")
    (1.0, 1.0)
    """
    ours, theirs = _parts(query), _parts(listed)
    if not ours or not theirs:
        return 0.0
    return round(max(_whole(ours, theirs), _by_part(ours, theirs)), 2)


def search(index: NameIndex, text: str, *, threshold: float, limit: int) -> list[Match]:
    """The listings whose name scores at or above the threshold, best first.

    Every listed name is held against the one typed, as on the site: a few seconds.
    """
    best: dict[int, tuple[float, str]] = {}
    holders = index.arrays["name_listing"].tolist()
    texts = index.texts("text", np.arange(len(index)))
    for holder, listed in zip(holders, texts, strict=True):
        found = score(text, listed)
        if found >= threshold and found > best.get(holder, (0.0, ""))[0]:
            best[holder] = (found, listed)
    ranked = sorted(best.items(), key=lambda item: (-item[1][0], item[0]))[:limit]
    return [_match(index, at, text, *found) for at, found in ranked]


def _match(index: NameIndex, at: int, text: str, value: float, listed: str) -> Match:
    known = index.listed(at)
    parts = (Part("ofac", value, text, listed, "score of Sanctions List Search"),)
    queue = priority(value, known.consequence, 1.0)
    return Match(known.id, known.source, listed, value, queue, parts)


@lru_cache(maxsize=1024)
def _parts(text: str) -> list[str]:
    marks = unicodedata.normalize("NFKD", text)
    plain = "".join(c for c in marks if not unicodedata.combining(c))
    return _WORD.findall(plain.lower().replace("'", ""))


def _whole(ours: list[str], theirs: list[str]) -> float:
    left, right = " ".join(ours), " ".join(theirs)
    if left[0] != right[0]:
        return 0.0
    if Levenshtein.normalized_similarity(left, right) < _LEAST_ALIKE:
        return 0.0
    return jaro_winkler(left, right)


def _by_part(ours: list[str], theirs: list[str]) -> float:
    typed = [part for part in ours if len(part) > _SHORT_PART]
    if not typed:
        return 0.0
    return sum(max(_part(a, b) for b in theirs) for a in typed) / len(typed)


@lru_cache(maxsize=262144)
def _part(typed: str, listed: str) -> float:
    """Jaro-Winkler, or 0 where two parts are unlike in sight and in sound."""
    alike = jaro_winkler(typed, listed)
    if alike >= _LEAST_PART or soundex(typed) == soundex(listed):
        return alike
    return 0.0


def jaro_winkler(left: str, right: str) -> float:
    """Jaro's likeness with the bonus for a common beginning, however unlike the rest.

    *Units*: 0..1.
    """
    alike = Jaro.normalized_similarity(left, right)
    common = 0
    for a, b in zip(left[:_BONUS_LETTERS], right[:_BONUS_LETTERS], strict=False):
        if a != b:
            break
        common += 1
    return alike + common * _BONUS * (1 - alike)


@lru_cache(maxsize=65536)
def soundex(word: str) -> str:
    """The letter and three digits of American Soundex.

    *Example*

    >>> soundex("robert"), soundex("rupert"), soundex("ashcraft"), soundex("pfister")
    ('R163', 'R163', 'A261', 'P236')
    """
    digits, last = "", _CODES.get(word[0], 0)
    for letter in word[1:]:
        code = _CODES.get(letter, 0)
        if code and code != last:
            digits += str(code)
        if letter not in "hw":
            last = code
    return (word[0].upper() + digits + "000")[:4]
