"""Keys that words are filed and asked under: words alike share one.

A search finds what is filed under the keys of a word, and the full comparison of two
names asks `shared`; so no word that makes two names alike is one a search can't find.
"""

from collections.abc import Sequence

import numpy as np
from rapidfuzz.distance import LCSseq

from enduse.names import hashing
from enduse.names.hashing import Hashes
from enduse.names.store import Array
from enduse.text import phonetic_many
from enduse.text.given_names import cluster
from enduse.text.heard import KANA, mark
from enduse.text.phonetic import VOWELLESS, sound_keys
from enduse.text.skeleton import skeleton

FUZZY_LENGTH = 3  # letters from which a word may be misspelt
SKELETON_LENGTH = 2  # consonants from which words are heard as one
SLIP_LENGTH = 5  # consonants of which one may differ
BONES = np.uint64(0x5851F42D4C957F2D)  # keeps skeletons apart from words
Filed = tuple[Hashes, Array]  # hashes, and which word each is of


def of_words(words: Sequence[str], bones: Sequence[str]) -> Filed:
    """The keys of words: letters, less one letter, consonants, less one, given name."""
    loud = [i for i, bone in enumerate(bones) if len(bone) >= SKELETON_LENGTH]
    long = [i for i in loud if len(bones[i]) >= SLIP_LENGTH and not bones[i].isdigit()]
    named = [(n, i) for i, word in enumerate(words) if (n := cluster(word)) >= 0]
    rows = hashing.letters([bones[i] for i in long])
    slips, owner = hashing.deletions(rows)
    heard = hashing.of_texts([bones[i] for i in loud]) ^ BONES
    found = [
        of_letters(words),
        (heard, np.array(loud, dtype=np.int64)),
        (slips ^ BONES, np.array(long, dtype=np.int64)[owner]),
        (
            hashing.of_texts([f"#{n}" for n, _ in named]),
            np.array([i for _, i in named], dtype=np.int64),
        ),
    ]
    return joined(found)


def of_letters(words: Sequence[str]) -> Filed:
    """The keys of words by letters alone: all of them, and all but one."""
    rows = hashing.letters(words)
    fuzzy = [i for i, word in enumerate(words) if _is_fuzzy(word)]
    near, owner = hashing.deletions(rows[fuzzy])
    ids = np.arange(len(words), dtype=np.int64)
    owners = np.array(fuzzy, dtype=np.int64)[owner]
    return np.concatenate([hashing.whole(rows), near]), np.concatenate([ids, owners])


def of_sounds(keyed: Sequence[tuple[str, int]]) -> Filed:
    """The keys of (sound, word) pairs that `asked_sounds` gave."""
    hashes = hashing.of_texts([key for key, _ in keyed])
    return hashes, np.array([i for _, i in keyed], dtype=np.int64)


def joined(found: Sequence[Filed]) -> Filed:
    """Several sets of keys as one."""
    return np.concatenate([f[0] for f in found]), np.concatenate([f[1] for f in found])


def filed_sounds(words: Sequence[str], shadowed: Sequence[bool]) -> Filed:
    """Keys under which listed words are found from a script that leaves sounds out.

    Or, for a word of such a script, from Latin letters: under keys of their own where
    all who bear it are listed in Latin letters too.
    """
    plain: list[int] = []
    bare: list[int] = []
    of_kana: list[int] = []
    for at, word in enumerate(words):
        kana = word.endswith(VOWELLESS) and mark(word) == KANA
        (of_kana if kana else bare if word.endswith(VOWELLESS) else plain).append(at)
    texts: list[str] = []
    owners: list[int] = []
    signed = (("3", plain, False), ("4", plain, True), ("15", bare, False))
    for signs, places, kana in (*signed, ("26", of_kana, True)):
        told = [words[at] for at in places]
        sounds = phonetic_many.sound_keys(told, kana=kana)
        for at, keys in zip(places, sounds, strict=True):
            sign = signs[-1] if shadowed[at] else signs[0]
            texts += [sign + key for key in keys]
            owners += [at] * len(keys)
    return hashing.of_texts(texts), np.array(owners, dtype=np.int64)


def asked_sounds(word: str, *, shadowed: bool = False) -> list[str]:
    """The sounds that `filed_sounds` files the words under that this one may be."""
    if mark(word) == KANA:
        return _keyed("4", sound_keys(word, kana=True))
    if word.endswith(VOWELLESS):
        return _keyed("3", sound_keys(word))
    vowelless, kana = sound_keys(word), sound_keys(word, kana=True)
    found = [*_keyed("1", vowelless), *_keyed("2", kana)]
    if shadowed:
        found += [*_keyed("5", vowelless), *_keyed("6", kana)]
    return found


def all_asked_sounds(
    words: Sequence[str], *, shadowed: bool = False
) -> list[tuple[str, int]]:
    """The keys of `asked_sounds` of many words, each with the number of its word."""
    plain = [at for at, word in enumerate(words) if not word.endswith(VOWELLESS)]
    told = [words[at] for at in plain]
    found = []
    for signs, kana in (("15", False), ("26", True)):
        for at, sounds in zip(
            plain, phonetic_many.sound_keys(told, kana=kana), strict=True
        ):
            for sign in signs if shadowed else signs[0]:
                found += [(sign + key, at) for key in sounds]
    marked = (at for at, word in enumerate(words) if word.endswith(VOWELLESS))
    return found + [(key, at) for at in marked for key in asked_sounds(words[at])]


def asked_keys(words: Sequence[str], bones: Sequence[str], *, shadowed: bool) -> Filed:
    """The keys under which words are looked up: what shares none is not found."""
    return joined(asked(words, bones, shadowed=shadowed))


def asked(
    words: Sequence[str], bones: Sequence[str], *, shadowed: bool
) -> tuple[Filed, Filed]:
    """The keys of words by letters and consonants, and those by their sounds."""
    heard = all_asked_sounds(words, shadowed=shadowed)
    return of_words(words, bones), of_sounds(heard)


def _keyed(sign: str, sounds: Sequence[str]) -> list[str]:
    return [sign + key for key in sounds]


def shared(left: str, right: str) -> bool:
    """Whether two words have a key in common.

    *Example*

    >>> shared("petrov", "petrof"), shared("mohammed", "muhamad")
    (True, True)
    >>> shared("ivan", "olga")
    False
    """
    if left == right or near(left, right):
        return True
    if left.isdigit() or right.isdigit():
        return False
    if 0 <= cluster(left) == cluster(right):
        return True
    ours, theirs = skeleton(left), skeleton(right)
    if ours == theirs:
        return len(ours) >= SKELETON_LENGTH or _heard(left, right)
    most = max(len(ours), len(theirs))
    if most >= SLIP_LENGTH and LCSseq.distance(ours, theirs, score_cutoff=1) <= 1:
        return min(len(ours), len(theirs)) >= SKELETON_LENGTH
    return _heard(left, right)


def near(left: str, right: str) -> bool:
    """Whether two words agree in all letters but one on either side.

    *Example*

    >>> near("petrov", "petrof"), near("petrov", "pterov"), near("petrov", "otrov")
    (True, True, False)
    """
    if left == right:
        return True
    if not (_is_fuzzy(left) or _is_fuzzy(right)) or left.isdigit() or right.isdigit():
        return False
    return bool(LCSseq.distance(left, right, score_cutoff=1) <= 1)


def _heard(left: str, right: str) -> bool:
    """Whether one word is of a script without vowels, the other Latin, and alike."""
    if left.endswith(VOWELLESS) == right.endswith(VOWELLESS):
        return False
    kana = KANA in (mark(left), mark(right))
    ours, theirs = sound_keys(left, kana=kana), sound_keys(right, kana=kana)
    return any(key in theirs for key in ours)


def _is_fuzzy(word: str) -> bool:
    return len(word) >= FUZZY_LENGTH and not word.isdigit()
