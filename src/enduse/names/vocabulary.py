"""The words of an index, with all that a search finds them by or holds them against."""

from collections.abc import Iterator, Sequence
from functools import partial

import numpy as np

from enduse.names import hashed, keys
from enduse.names.alikeness import consonants_hashed
from enduse.names.filed import packed
from enduse.names.meanwhile import meanwhile
from enduse.names.store import Array
from enduse.names.weights import is_common
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.phonetic import VOWELLESS
from enduse.text.phonetic_many import skeletons

_CHUNK = 100_000
_LARGE = 50_000  # words of which another process reads half meanwhile
Read = dict[str, Array]


def filed(
    words: Sequence[str],
    spellings: set[tuple[str, str]],
    pairs: Sequence[str],
    alone: tuple[Array, Array],
) -> Read:
    """Every token, every word listed in another spelling, and every pair.

    `key` files each under its keys: spellings by their number, then pairs. A spelling
    that is a token of other names (`petro`, a ship, which says oil in a firm's name) is
    filed for both; `word` is the number of that token, -1 of a spelling that is none.
    `alone` tells which tokens and which pairs stand in shadowed names alone.
    """
    shadowed, parted = alone
    place = {word: at for at, word in enumerate(words)}
    others = sorted((w, t) for w, t in spellings if w != t)
    texts = [*words, *(word for word, _ in others)]
    tokens = [*range(len(words)), *(place[token] for _, token in others)]
    known = [*range(len(words)), *(place.get(word, -1) for word, _ in others)]
    dark = shadowed[np.array(tokens, dtype=np.int64)]
    bones, read = _read(texts, dark)
    made = [*_of_words(texts, bones), (read.pop("hash"), read.pop("owner"))]
    made += _of_pairs(pairs, parted, len(texts))
    key = _together(made)
    return {
        **hashed.file("key", *key),
        **packed("spelling", texts),
        **packed("bone", bones),
        **{f"spelling_{name}": array for name, array in read.items()},
        "spelling_token": np.array(tokens, dtype=np.int32),
        "spelling_word": np.array(known, dtype=np.int32),
        "spelling_shadowed": dark,
    }


def _together(made: list[keys.Filed]) -> keys.Filed:
    """All keys, each set of them given up once it is taken over."""
    count = sum(len(hashes) for hashes, _ in made)
    hashes, owners = np.empty(count, dtype=np.uint64), np.empty(count, dtype=np.int32)
    while made:
        one, other = made.pop()
        count -= len(one)
        hashes[count : count + len(one)] = one
        owners[count : count + len(one)] = other
    return hashes, owners


def _of_words(words: Sequence[str], bones: Sequence[str]) -> Iterator[keys.Filed]:
    """The keys of words, by letters and consonants."""
    for start in range(0, len(words), _CHUNK):
        part = slice(start, start + _CHUNK)
        hashes, owners = keys.of_words(words[part], bones[part])
        yield hashes, (owners + start).astype(np.int32)


def _of_pairs(pairs: Sequence[str], parted: Array, first: int) -> Iterator[keys.Filed]:
    """The keys of pairs, the number of the first of which is given."""
    bare = np.flatnonzero([pair.endswith(VOWELLESS) for pair in pairs])
    told = [pairs[at] for at in bare.tolist()]
    hashes, owners = keys.filed_sounds(told, parted[bare].tolist())
    yield hashes, (bare[owners] + first).astype(np.int32)
    for start in range(0, len(pairs), _CHUNK):
        hashes, owners = keys.of_letters(pairs[start : start + _CHUNK])
        yield hashes, (owners + start + first).astype(np.int32)


def _read(texts: Sequence[str], dark: Array) -> tuple[list[str], Read]:
    """The bones of words and all that is known of each; large halves by processes."""
    if len(texts) < _LARGE:
        return _known(texts, dark)
    half = len(texts) // 2
    rest = meanwhile(partial(_known, texts[half:], dark[half:]))
    bones, read = _known(texts[:half], dark[:half])
    more, other = rest()
    other["owner"] += half
    whole = {name: np.concatenate([read[name], other[name]]) for name in read}
    return bones + more, whole


def _known(texts: Sequence[str], dark: Array) -> tuple[list[str], Read]:
    hashes, owners = keys.filed_sounds(texts, dark.tolist())
    loose, kana = consonants_hashed(texts)
    return skeletons(texts), {
        "hash": hashes,
        "owner": owners,
        "loose": loose,
        "kana": kana,
        "name": np.array([cluster(t) for t in texts], dtype=np.int32),
        "ordinary": np.array([is_ordinary(t) for t in texts], dtype=np.bool_),
        "common": np.array([is_common(t) for t in texts], dtype=np.bool_),
    }
