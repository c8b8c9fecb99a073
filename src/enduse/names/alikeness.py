"""How alike two words are, for many pairs at once: `NameIndex.likeness` as arrays."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace

import numpy as np
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from enduse.names import hashing
from enduse.names import similarity as one
from enduse.names.store import Array
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.heard import KANA, mark
from enduse.text.phonetic import (
    VOWELLESS,
    heard_likenesses,
    most_likenesses,
)
from enduse.text.phonetic_many import consonants

WELL_KNOWN = 3  # subjects that hold a word
ONE_LETTER = 1.5
_LONGEST = 7  # letters from which one slip is worth the same

# How alike a marked word and others sound, of which it is told whether their consonants
# are the same: `phonetic.heard_likenesses`, or the most that it may give.
_Likenesses = Callable[[str, Sequence[str], Sequence[bool]], list[float]]


@dataclass(frozen=True, slots=True)
class Side:
    """Words on one side of pairs: text, consonants, given name, if ordinary, if known.

    `loose` and `kana` are hashes of what scripts may write that leave sounds unwritten,
    0 where it tells nothing; None until they are asked for.

    *Units*: `known` is how many subjects hold a word, at most `WELL_KNOWN`; `size` and
    `loud` are letters and consonants. `digit` tells a number, `bare` a word from a
    script that leaves sounds unwritten.
    """

    words: Array
    bones: Array
    names: Array
    ordinary: Array
    known: Array
    size: Array
    loud: Array
    digit: Array
    bare: Array
    loose: Array | None = None
    kana: Array | None = None

    def at(self, places: Array) -> "Side":
        """The words at these places."""
        kept = Side(*(getattr(self, name)[places] for name in _COLUMNS))
        if self.loose is None or self.kana is None:
            return kept
        return replace(kept, loose=self.loose[places], kana=self.kana[places])

    def hashed(self) -> tuple[Array, Array]:
        """`loose` and `kana`."""
        if self.loose is None or self.kana is None:
            return consonants_hashed(self.words.tolist())
        return self.loose, self.kana


_COLUMNS = tuple(field.name for field in fields(Side))[:-2]


def side(words: Sequence[str], bones: Sequence[str], known: Sequence[int]) -> Side:
    """Words as one side."""
    return Side(
        objects(words),
        objects(bones),
        np.array([cluster(word) for word in words], dtype=np.int64),
        np.array([is_ordinary(word) for word in words], dtype=np.bool_),
        np.minimum(np.array(known, dtype=np.int64), WELL_KNOWN),
        np.array([len(word) for word in words], dtype=np.int64),
        np.array([len(bone) for bone in bones], dtype=np.int64),
        np.array([word.isdigit() for word in words], dtype=np.bool_),
        np.array([word.endswith(VOWELLESS) for word in words], dtype=np.bool_),
    )


def consonants_hashed(words: Sequence[str]) -> tuple[Array, Array]:
    """Hashes of the `consonants` of words, and of those in kana; 0 where of none."""
    number = {word: at for at, word in enumerate(dict.fromkeys(words))}
    places = np.array([number[word] for word in words], dtype=np.int64)
    found = []
    for kana in (False, True):
        texts = consonants(list(number), kana=kana)
        told = np.array([bool(text) for text in texts], dtype=np.bool_)
        hashes = np.where(told, hashing.of_texts(texts), np.uint64(0))
        found.append(hashes[places])
    return found[0], found[1]


def objects(texts: Sequence[str]) -> Array:
    """Texts as an array of Python's own strings."""
    found = np.empty(len(texts), dtype=np.object_)
    found[:] = texts
    return found


def of_pairs(
    ours: Side, theirs: Side, heard: Array | None = None, *, roughly: bool = False
) -> Array:
    """The likeness of each two words beside each other; 0 below the floor.

    `heard` tells which have a key of `sounds` in common, or may: no others, of which
    one leaves sounds unwritten, sound alike. *Unknown*: None where any may. Told
    `roughly`, by their letters alone, their likeness is the most it may be.
    """
    if not len(ours.words):
        return np.zeros(0)
    told = np.ones(len(ours.words), dtype=np.bool_) if heard is None else heard
    found = _unequal(ours, theirs, told, roughly)
    found[ours.words == theirs.words] = 1.0
    return found


def _unequal(ours: Side, theirs: Side, heard: Array, roughly: bool) -> Array:
    letters = _pairwise(ours.words, theirs.words)
    bare = ours.bare | theirs.bare
    kin = (ours.names >= 0) & (ours.names == theirs.names)
    same = ours.bones == theirs.bones
    other = np.flatnonzero(~same & (bare | kin | (letters >= one.TOO_FEW)))
    sounds = np.ones(len(letters))  # no matter, where too few letters agree
    sounds[other] = _pairwise(ours.bones[other], theirs.bones[other])
    short = np.minimum(ours.size, theirs.size)
    long = np.maximum(ours.size, theirs.size)
    near = (1 - letters) * long < ONE_LETTER
    slip = np.where(near, _worth(one.ONE_SLIP, short), 0.0)
    slip = np.where((short == one.SHORT) & (short == long), 0.0, slip)
    few = np.minimum(ours.loud, theirs.loud) < 2
    alike = np.where(few, letters, (letters + sounds) / 2)
    alike = _respelt(alike, ours, theirs, same & ~few & ~bare)
    alike = np.where(letters > one.FLOOR, np.maximum(alike, slip), alike)
    alike = np.where((short <= one.SHORT) & (sounds < 1), slip, alike)
    alike = np.where((letters < one.TOO_FEW) & ~kin, 0.0, alike)
    if len(at := np.flatnonzero(bare)):
        likenesses = most_likenesses if roughly else heard_likenesses
        sides = ours.at(at), theirs.at(at)
        alike[at] = _heard(*sides, sounds[at], heard[at], likenesses)
    alike = _corrected(alike, ours, theirs, kin)
    alike = np.where(alike >= one.FLOOR, alike, 0.0)
    unknown = np.where(near, _worth(one.UNKNOWN, short), 0.0)
    other = np.where(near, _worth(one.KNOWN, short), 0.0)
    told = _told(alike, (unknown, other), ours, theirs)
    alike = np.where(kin | bare, alike, told)
    alike[ours.digit | theirs.digit | (short < 2)] = 0.0
    return np.where(alike >= one.FLOOR, alike, 0.0)


def _respelt(alike: Array, ours: Side, theirs: Side, told: Array) -> Array:
    """What words are alike that may be one name in the spellings of two writers."""
    told = told & (alike < one.RESPELT) & ~(ours.ordinary | theirs.ordinary)
    for at in np.flatnonzero(told).tolist():
        if one.is_respelt(ours.words[at], theirs.words[at]):
            alike[at] = one.RESPELT
    return alike


def _heard(
    ours: Side,
    theirs: Side,
    sounds: Array,
    shared: Array,
    likenesses: _Likenesses,
) -> Array:
    """Of words of which one is bare: `similarity` before it knows names and words."""
    marked = np.where(ours.bare, ours.words, theirs.words)
    plain = np.where(ours.bare, theirs.words, ours.words)
    both = ours.bare & theirs.bare
    heard = np.zeros(len(marked))
    if len(at := np.flatnonzero(shared & ~both)):
        sides = ours.at(at), theirs.at(at)
        heard[at] = _sound_alike(marked[at], plain[at], *sides, likenesses)
    sounds = np.where(np.minimum(ours.loud, theirs.loud) >= one.SHORT, sounds, 0.0)
    found = np.where(heard > 0, heard, one.VOWELS_UNWRITTEN * sounds)
    for place in np.flatnonzero(both).tolist():
        left, right = sorted((str(marked[place]), str(plain[place])))
        found[place] = one.unwritten(left, right, float(sounds[place]))
    return found


def _sound_alike(
    marked: Array, plain: Array, ours: Side, theirs: Side, likenesses: _Likenesses
) -> Array:
    """How alike words sound of which the one side is marked and the other is not."""
    both = zip(ours.hashed(), theirs.hashed(), strict=True)
    loose, kana = ((left == right) & (left > 0) for left, right in both)
    groups: dict[str, list[int]] = {}
    for at, word in enumerate(marked.tolist()):
        groups.setdefault(word, []).append(at)
    order = np.array([at for places in groups.values() for at in places])
    beside, told = plain[order].tolist(), (loose[order].tolist(), kana[order].tolist())
    alike: list[float] = []
    for word, places in groups.items():
        first, last = len(alike), len(alike) + len(places)
        same = told[mark(word) == KANA][first:last]
        alike += likenesses(word, beside[first:last], same)
    found = np.zeros(len(marked))
    found[order] = alike
    return found


def _corrected(alike: Array, ours: Side, theirs: Side, kin: Array) -> Array:
    """By what is known of names and words: `similarity.similarity`."""
    named = (ours.names >= 0) & (theirs.names >= 0)
    ordinary = ours.ordinary.astype(np.int64) + theirs.ordinary
    off = np.array([0.0, one.HALF_ORDINARY, 1.0])[ordinary] * one.ORDINARY_WORD
    other = np.where(named, one.OTHER_NAME, off)
    return np.where(kin, np.maximum(alike, one.SAME_NAME), alike - other)


def _told(alike: Array, slips: tuple[Array, Array], ours: Side, theirs: Side) -> Array:
    """By how well the lists know both words: `NameIndex.likeness`.

    `slips` are what one slip leaves where a word is unknown, and where both are known.
    """
    unknown, other_name = slips
    known = np.minimum(ours.known, theirs.known)
    heard = ours.bones == theirs.bones
    taken = np.where(known >= WELL_KNOWN, alike - one.OTHER_NAME, alike)
    taken = np.where(heard, alike, np.maximum(taken, other_name))
    return np.where(known == 0, np.maximum(alike, unknown), taken)


def _worth(worth: Mapping[int, float], letters: Array) -> Array:
    """What one slip leaves of words' likeness, by letters of the shorter one."""
    most = max(worth)
    longest = worth[most]
    table = [worth.get(n, longest if n > most else 0.0) for n in range(_LONGEST + 1)]
    return np.array(table)[np.minimum(letters, _LONGEST)]


def _pairwise(left: Array, right: Array) -> Array:
    similarity = OSA.normalized_similarity
    both = left.tolist(), right.tolist()
    found: Array = cpdist(*both, scorer=similarity, dtype=np.float64, workers=1)
    return found
