"""Whether a romanised word may be what a script without all vowels has written.

Stricter than the consonant skeletons of `phonetic`, which find candidates: sounds that
are written must be heard, and a known name is spelt in one of its ways.

*Source*: `sounds.toml`: the usual spellings of Arabic, Hebrew and Japanese names in
English, French, German, Turkish and Persian use; general knowledge.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from enduse.text import arabic, hebrew
from enduse.text.heard_kana import DOUBLED, kana_parts
from enduse.text.tables import table

VOWELLESS = "_"  # ends a token read from a script that leaves sounds unwritten
KANA = "__"  # from kana, which has no l and no closed syllables
HANGUL = "___"
HEBREW = "____"
_SHORT = "[aeiouy]{0,2}h?"  # vowels that are not written
_VOWELS = frozenset("aeiouyw")
_LEAST = 2
_LONGEST = 24  # letters; what is longer is not read
_ARTICLE_FIRST = "ae"
_ARTICLE = re.compile(r"[ae][lsdtrnz](?=[^aeiou])")
_LONGEST_PART = 9
_KEPT = 1 << 11  # beginnings of texts, for each part
_NAMES = {VOWELLESS: arabic.spellings, HEBREW: hebrew.spellings}
_ENDS = {"ullah": "ullah", "uddin": "uddin", "zadh": "zada", "zadeh": "zada"}
_ENDS |= {"pur": "pur", "pnah": "panah"}
_ENDS |= {"nzhad": "nizhad", "njad": "nijad", "nia": "niya", "khil": "khayl"}
_HEADS = {"abdul": "abdul", "abul": "abul", "abu": "abul"}


@cache
def _sounds(script: str) -> tuple[re.Pattern[str], dict[str, str]]:
    sounds: dict[str, str] = table("sounds")[script]
    longest = sorted(sounds, key=lambda part: (-len(part), part))
    return re.compile("|".join([*longest, "[a-z]"])), sounds


def mark(token: str) -> str:
    """The mark of a token's script, or '' for one whose sounds are all written."""
    return token[len(token.rstrip(VOWELLESS)) :]


def is_known(marked: str) -> bool:
    """Whether the token is a name whose usual spellings are known."""
    return bool(usual(marked))


@lru_cache(maxsize=65536)
def usual(marked: str) -> tuple[str, ...]:
    """The usual spellings of a marked name, none where it is not known."""
    names = _NAMES.get(mark(marked))
    return names(marked.rstrip(VOWELLESS)) if names else ()


@lru_cache(maxsize=65536)
def are_two_names(left: str, right: str) -> bool:
    """Whether two marked words are known names of which no spelling is one.

    *Example*

    >>> are_two_names("hsn_", "hsin_"), are_two_names("hsn_", "qwrty_")
    (True, False)
    """
    ours, theirs = usual(left), usual(right)
    return bool(ours and theirs) and not set(ours) & set(theirs)


@lru_cache(maxsize=262144)
def heard_as(marked: str, plain: str) -> bool:
    """Whether a token that ends in a mark may be written as a plain one.

    *Unknown*: true for Hangul, which `korean` reads, and for what is too long.

    *Example*

    >>> heard_as("zmani_", "zamani"), heard_as("sfir_", "safari")
    (True, False)
    """
    return which_heard(marked, [plain])[0]


def which_heard(marked: str, plain: Sequence[str]) -> list[bool]:
    """`heard_as` of a token and many plain ones."""
    letters, of = marked.replace(VOWELLESS, ""), mark(marked)
    if of == HANGUL or len(letters) > _LONGEST:
        return [True] * len(plain)
    ways, kana = _read_ways(letters, of), of == KANA
    if kana:
        plain = [word.replace("x", "ks") for word in plain]
    return [
        _is_heard(ways, word[:_LONGEST], kana=kana)
        or ("x" in word and _is_heard(ways, _in_two(word), kana=kana))
        for word in plain
    ]


def _in_two(word: str) -> str:
    """A word with an `x` as the two sounds that others write: `اكسبورت`, export."""
    return word.replace("x", "ks")[:_LONGEST]


def may_be_heard(marked: str, plain: Sequence[str]) -> list[bool]:
    """Whether `heard_as` may be true of a token and others, by their letters alone."""
    letters, of = marked.replace(VOWELLESS, ""), mark(marked)
    if of == HANGUL or len(letters) > _LONGEST:
        return [True] * len(plain)
    written, last = _letters(letters, of)
    if of == KANA:
        plain = [word.replace("x", "ks") for word in plain]
    return [
        (word[-1] in last and (written.issuperset(word) or word[0] in _ARTICLE_FIRST))
        or len(word) > _LONGEST
        or ("x" in word and may_be_heard(marked, [_in_two(word)])[0])
        for word in plain
    ]


class _Way(NamedTuple):
    """The parts of a spelling, the letters they have, and those it may end in."""

    parts: tuple["_Sizes", ...]
    letters: frozenset[str]
    last: frozenset[str]


@lru_cache(maxsize=16384)
def _read_ways(letters: str, of: str) -> tuple[_Way, ...]:
    """Each way that a word may be spelt, ready to be held against texts."""
    found = []
    for parts in _ways(letters, of):
        sizes = tuple(map(_sizes, parts))
        needed = [at for at, part in enumerate(sizes) if not part.none]
        last = "".join(part.letters for part in sizes[max(needed, default=0) :])
        whole = "".join(part.letters for part in sizes)
        found.append(_Way(sizes, frozenset(whole), frozenset(last)))
    return tuple(found)


@lru_cache(maxsize=65536)
def _letters(letters: str, of: str) -> tuple[frozenset[str], frozenset[str]]:
    """The letters that the spellings of a word have, and those they may end in."""
    ways = _read_ways(letters, of)
    none = frozenset[str]()
    return (
        none.union(*[way.letters for way in ways]),
        none.union(*[way.last for way in ways]),
    )


def _is_heard(ways: Sequence[_Way], plain: str, *, kana: bool) -> bool:
    starts = 1
    if not kana and plain[:1] in _ARTICLE_FIRST and (found := _ARTICLE.match(plain)):
        starts |= 1 << found.end()
    end = plain[-1:]
    for parts, letters, last in ways:
        if end and end not in last:
            continue
        if starts == 1 and not letters.issuperset(plain):
            continue
        if _accepts(parts, plain, starts):
            return True
    return False


def _accepts(parts: Sequence["_Sizes"], plain: str, starts: int) -> bool:
    """Whether the parts, one after the other, may be the whole of a text.

    *Units*: `starts` has a bit for each place where the first part may begin.
    """
    at, size = starts, len(plain)
    for sizes in parts:
        letters, none, ends = sizes.letters, sizes.none, 0
        while at:
            bit = at & -at
            at ^= bit
            start = bit.bit_length() - 1
            if start < size and plain[start] in letters:
                ends |= sizes[plain[start : start + _LONGEST_PART]] << start
            elif none:
                ends |= bit
        if not ends:
            return False
        at = ends
    return bool(at >> size & 1)


class _Sizes(dict[str, int]):
    """By the next letters of a text, as bits, how many of them a part may be.

    A text that begins with none of its `letters` can only have `none` of it.
    """

    def __init__(self, part: str) -> None:
        self.letters = "".join(sorted({c for c in part if c.isalpha()}))
        self._whole = re.compile(part).fullmatch
        self._known: dict[str, int] = {}
        self.none = self._read("")

    def __missing__(self, text: str) -> int:
        if len(self) >= _KEPT:
            self.clear()
        own = len(text) - len(text.lstrip(self.letters))
        found = self[text] = self._read(text[:own])
        return found

    def _read(self, text: str) -> int:
        """The same of a text that has no other letters than the part."""
        if text not in self._known:
            whole = self._whole
            sizes = (1 << n for n in range(len(text) + 1) if whole(text, 0, n))
            self._known[text] = sum(sizes)
        return self._known[text]


@cache
def _sizes(part: str) -> _Sizes:
    return _Sizes(part)


@lru_cache(maxsize=65536)
def _ways(letters: str, of: str) -> tuple[tuple[str, ...], ...]:
    """Each way that a word may be spelt, as parts, each a regular expression."""
    if of == KANA:
        return (kana_parts(letters, *_sounds("kana")),)
    known = _known(letters, of)
    return known or (_open(letters, "hebrew" if of == HEBREW else "arabic"),)


def _known(letters: str, of: str) -> tuple[tuple[str, ...], ...]:
    """A name's usual spellings, or those of a known name with its head or end."""
    names = _NAMES.get(of)
    if names is None:
        return ()
    if spelt := names(letters):
        return tuple((*spelt_parts(one), "[eh]?") for one in spelt)
    for end, written in _ENDS.items():
        stem = letters.removesuffix(end)
        if stem != letters and (spelt := names(stem)):
            whole = _sounds("arabic")[1].get(end)
            tail = (whole,) if whole else spelt_parts(written)
            return tuple((*spelt_parts(one), *tail, "h?") for one in spelt)
    for head, written in _HEADS.items():
        stem = letters.removeprefix(head)
        if stem != letters and (spelt := names(stem)):
            first = _sounds("arabic")[1][written]
            return tuple((first, *spelt_parts(one), "[eh]?") for one in spelt)
    return ()


@lru_cache(maxsize=4096)
def spelt_parts(spelling: str) -> tuple[str, ...]:
    """All usual ways to write a spelling, sound by sound."""
    finder, table = _sounds("spelt")
    parts = finder.findall(DOUBLED.sub(r"\1", spelling))
    if len(parts) > _LEAST and not {parts[-1][0], parts[-2][0]} & _VOWELS:
        parts.insert(-1, "")  # `badr` may be `bader`
    found = [table.get(part, part) or "[aeiou]?" for part in parts]
    if "h" in parts[1:]:  # without its vowel it would be another sound: `khan`
        at = parts.index("h", 1)
        found[at - 1] = found[at - 1].replace("[aeiou]?", "[aeiou]")
    return tuple(found)


def _open(letters: str, script: str) -> tuple[str, ...]:
    """The sounds of a word of which nothing is known but its letters."""
    finder, table = _sounds(script)
    found = [table.get(part, part) for part in finder.findall(letters)]
    if script == "arabic" and found:
        if letters[0] == "a" and found[0] == table["a"]:
            found[0] = table["A"]
        if letters[-1] == "h" and found[-1] == table["h"]:
            found[-1] = table["H"]
        if letters[-1] == "i" and found[-1] == table["i"]:
            found[-1] = table["I"]
    return (*(part for sound in found for part in (_SHORT, sound)), _SHORT)
