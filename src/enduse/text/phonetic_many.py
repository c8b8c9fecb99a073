"""Skeletons and sounds of many tokens in a few steps: what `phonetic` gives for one.

All tokens are put into one array of letters, a line each, on which every step works at
once.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from enduse.text import heard, phonetic
from enduse.text.phonetic import MOST_KEYS, VOWELLESS, ways
from enduse.text.skeleton import grouped, skeleton

Letters = NDArray[np.uint8]  # lines of tokens, one line end before and after each
_FEW = 8  # tokens that are sooner read one by one
_END, _A, _C, _H, _J, _K, _S, _Y = b"\nachjksy"
_BIG_J, _MARK = ord("J"), ord(VOWELLESS)


def _among(letters: str) -> NDArray[np.bool_]:
    """Which of all letters are among these."""
    found = np.zeros(256, dtype=np.bool_)
    found[list(letters.encode())] = True
    return found


def _table(letters: dict[int, int | None]) -> Letters:
    """What each letter becomes."""
    found = np.arange(256, dtype=np.uint8)
    for one, other in letters.items():
        found[one] = other or one
    return found


_VOWELS, _SAID, _SOFT = _among("aeiouy"), _among("aeiou"), _among("eiy")
_BEFORE_H = _among("bdfgklprtv")
_LATER, _LATER_KANA = _among("hvy"), _among("fhvy")
_FIRST, _FIRST_KANA = _among("y"), _among("yhf")
_LOOSE, _LOOSE_KANA = _table(phonetic.LOOSE), _table(phonetic.LOOSE_KANA)


def skeletons(tokens: Sequence[str]) -> list[str]:
    """The `skeleton` of each token.

    *Example*

    >>> skeletons(["mohammed", "yevgeniy", "44"])
    ['mhmd', 'avgn', '44']
    """
    if len(tokens) < _FEW:
        return [skeleton(token) for token in tokens]
    found = _lines(_bones(tokens))
    for at, token in enumerate(tokens):
        if token.isdigit():
            found[at] = token
    return found


def looses(tokens: Sequence[str], *, kana: bool = False) -> list[str]:
    """The `loose` skeleton of each token, or with `kana` what `loose_kana` gives.

    *Example*

    >>> looses(["tahamtan", "gil"]), looses(["salem"], kana=True)
    (['tmtn', 'kl'], ['srm'])
    """
    if len(tokens) < _FEW:
        one = phonetic.loose_kana if kana else phonetic.loose
        return [one(token) for token in tokens]
    if kana:
        bones = _bones([token.replace("w", "u") for token in tokens])
    else:
        bones = _bones(tokens)
    first = bones[:-1] == _END
    start = bones[1:]
    start[first & (_FIRST_KANA if kana else _FIRST)[start]] = _A
    later = (_LATER_KANA if kana else _LATER)[start] & ~first
    text = (_LOOSE_KANA if kana else _LOOSE)[bones]
    text = text[~np.append(False, later)]
    if kana:
        after = np.append(text[1:], _END)
        text = text[~(((text == _N) & _LIPS[after]) | ((text == _M) & (after == _B)))]
    found = _lines(_single(text))
    for at, token in enumerate(tokens):
        if token.isdigit():
            found[at] = ""
    return found


def consonants(tokens: Sequence[str], *, kana: bool = False) -> list[str]:
    """The `phonetic.consonants` of each token."""
    found = looses(tokens, kana=kana)
    return [key if len(key) >= phonetic.TELLING else "" for key in found]


_M, _N, _B = b"mnb"
_LIPS = _among("bm")


def _bones(tokens: Sequence[str]) -> Letters:
    """The skeletons of tokens as lines; those of numbers are not to be read."""
    plain = "\n".join([token.rstrip(VOWELLESS) for token in tokens])
    raw = f"\n{grouped(plain)}\n".encode()
    text = np.frombuffer(raw, dtype=np.uint8)
    after = np.append(text[1:], _END)
    text = np.where(text == _C, np.where(_SOFT[after], _S, _K), text).astype(np.uint8)
    before, after = np.append(_END, text[:-1]), np.append(text[1:], _END)
    weak = _BEFORE_H[before] | ((after == _END) & (before != _END))
    text = text[~((text == _H) & weak)]
    before, after = np.append(_END, text[:-1]), np.append(text[1:], _END)
    first = (before == _END) & (text != _END)
    text[first & (_SAID[text] | ((text == _Y) & _SAID[after]))] = _A
    before = np.append(_END, text[:-1])
    text = text[~((text == _J) & _VOWELS[before] & ~_VOWELS[after])]
    text[text == _J] = _BIG_J
    before = np.append(_END, text[:-1])
    return _single(text[~(_VOWELS[text] & (before != _END))])


def _single(text: Letters) -> Letters:
    """The lines with doubled letters as one."""
    same = (text[1:] == text[:-1]) & (text[1:] != _END)
    found: Letters = text[np.append(True, ~same)]
    return found


def _lines(text: Letters) -> list[str]:
    return text[1:-1].tobytes().decode().split("\n")


def sound_keys(words: Sequence[str], *, kana: bool = False) -> list[tuple[str, ...]]:
    """What `phonetic.sound_keys` gives for each word."""
    told = [ways(word, heard.mark(word), kana=kana) for word in words]
    sounds = iter(looses([way for some in told for way in some], kana=kana))
    found = []
    for some in told:
        keys = [key for _ in some if (key := next(sounds))]
        found.append(tuple(dict.fromkeys(keys))[:MOST_KEYS])
    return found
