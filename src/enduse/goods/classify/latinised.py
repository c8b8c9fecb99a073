"""Russian words written in Latin letters, put back: "podshipniki", "stanok s ChPU".

Banks of the region send texts in the letters their network carries, by whatever table:
"podshipniki sharikovye", "podshipnyky", "mikroskhemy", "mikroshemy". A word is one of
ours where both come to the same plain form, its ending aside, and no line of ours has
it in Latin letters. *Source*: what ISO 9, GOST 7.79, BGN/PCGN and ICAO Doc 9303 have
in common, with the signs in which they differ left out.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from enduse.goods.classify.folded_lines import headings_of_words
from enduse.goods.classify.normal import folded
from enduse.goods.words.lines import common_lines, word_lines
from enduse.text.tables import derived

_SOUNDS = (
    "аa бb вv гg дd еe ёe жzh зz иi йy кk лl мm нn оo пp рr сs тt уu фf хkh цts чch шsh"
    " щshch ъ ыy ь эe юyu яya"
)
_LETTERS = {said[0]: said[1:] for said in _SOUNDS.split()}
_CYRILLIC = re.compile("[а-яё]+")
_TOKEN = re.compile(r"[A-Za-z']+")
_READ = 300  # characters
_HARD = re.compile("shch|sch")
_ROUGH = re.compile("kh|x(?=[aeiouy])")
_SOFT = re.compile("[iyj]+(?=[aeou])")
_TWICE = re.compile(r"(.)\1+")
_SAME = str.maketrans("yjw", "iiv")
_INFLECTED = (
    "a e i o u oi ei om em ov ev am ah ami ih im imi oe oiu ogo ego omu emu ui lar"
)
_ENDINGS = frozenset(_INFLECTED.split())
_ENDING = 3  # letters of an ending, at most
_LEAST = 6  # letters of a word that are the same, where its end differs
_SHORTEST = 4  # letters of a word that tells whether a text is in Russian
_SMALL = 2  # letters of other words of such a text
_SAID = """
за для по от без под из на чпу ндс счет счету счетам договор договору контракт контракту
инвойс инвойсу оплата оплаты оплату предоплата предоплату аванс перевод товар товары
товара оборудование оборудования материалы согласно поставка поставку поставки
"""  # words of payments


@lru_cache(maxsize=4096)  # a description is asked for it by each who reads it
def as_written(text: str) -> str:
    """The text with Russian words in Latin letters put into Cyrillic; others as is.

    A text is in Russian where more than half of its longer words are.

    *Example*:
    >>> as_written("podshipniki sharikovye 6205"), as_written("ball bearings 6205")
    ('подшипники шариковые 6205', 'ball bearings 6205')
    """
    if not text.isascii():
        return text
    words = _TOKEN.findall(text[:_READ].lower())
    told = [_meant(word) for word in words if len(word) >= _SHORTEST]
    if told.count("") * 2 >= len(told):
        return text
    return _TOKEN.sub(lambda match: _put(match.group()), text)


def _put(word: str) -> str:
    lower = word.lower()
    return _meant(lower) or _known().get(_plain(lower), "") or word


@lru_cache(maxsize=50_000)
def _meant(word: str) -> str:
    """The Russian word that a word in Latin letters is; '' where it is none."""
    if len(word) < _SHORTEST or word in _latin():
        return ""
    plain = _plain(word)
    if plain in _known():
        return _known()[plain]
    for cut in range(_ENDING + 1):
        at = len(plain) - cut
        if at >= _LEAST and (not cut or plain[at:] in _ENDINGS):
            found = _begun().get(plain[:at])
            if found:
                return found
    return ""


def _plain(word: str) -> str:
    """A word in Latin letters without what tables of letters differ in."""
    word = word.replace("'", "")
    if "ch" in word:
        word = _HARD.sub("sh", word)
    if "kh" in word or "x" in word:
        word = _ROUGH.sub("h", word)
    word = _SOFT.sub("", word.replace("ts", "c").replace("tz", "c"))
    return _TWICE.sub(r"\1", word.translate(_SAME))


@derived
def _known() -> dict[str, str]:
    """The Russian words of our lines by their plain forms, the usual one first."""
    found: dict[str, str] = {}
    for word in dict.fromkeys([*_SAID.split(), *_russian()]):
        if len(word) >= _SMALL:
            plain = _plain("".join(map(_LETTERS.__getitem__, word)))
            found.setdefault(plain, word)
    return found


@cache
def _begun() -> dict[str, str]:
    """The same by their beginnings before an ending, the shortest that begins so."""
    found: dict[str, str] = {}
    for plain, word in sorted(_known().items(), key=lambda pair: len(pair[0])):
        for cut in range(_ENDING + 1):
            at = len(plain) - cut
            if at >= _LEAST and (not cut or plain[at:] in _ENDINGS):
                found.setdefault(plain[:at], word)
    return found


@cache
def _latin() -> frozenset[str]:
    """Every word that our lines have in Latin letters, but for those of Slavs."""
    every = (word for word in headings_of_words() if word.isascii())
    return frozenset(every).difference(_slavic())


@derived
def _slavic() -> list[str]:
    """Words of Polish and Czech lines alone: Russian ones may be spelt the same."""
    own: dict[bool, set[str]] = {True: set(), False: set()}
    for line in (*word_lines(), *common_lines()):
        own[line.lang in ("pl", "cs")].update(folded(line.text).split())
    return sorted(own[True] - own[False])


def _russian() -> Iterator[str]:
    """The words of our lines in Cyrillic letters, in their order."""
    for line in (*word_lines(), *common_lines()):
        if line.lang == "ru" and not line.text.isascii():
            yield from _CYRILLIC.findall(line.text.lower())
