"""Query tokens resolved to listed ones: the same, misspelt or otherwise romanised.

A token misspelt by one letter shares a string with the listed token when each has
at most one letter taken out; one romanised otherwise shares its consonant skeleton.
Both are looked up as hashes in sorted arrays, for all new tokens of a batch at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import OSA
from rapidfuzz.process import cpdist

from enduse.names import hashing
from enduse.names.build import FUZZY_LENGTH, SKELETON_LENGTH, asked_sounds
from enduse.names.index import NameIndex
from enduse.names.similarity import (
    FLOOR,
    HEARD_ALIKE,
    SAME_NAME,
    UNKNOWN,
    VOWELS_UNWRITTEN,
)
from enduse.names.store import Array
from enduse.text.given_names import cluster, forms
from enduse.text.phonetic import VOWELLESS, heard_alike, skeleton

_KEPT = 200_000
_VARIANTS = 192
_MANY = 5000
_ONE_LETTER = 1.5

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Listed tokens a query token may stand for, with likeness, and what they cost.

    *Units*: `postings` is how many listed names hold any of them; `heaviest` is the
    most weight that one of them has.
    """

    ids: Array
    likeness: Array
    postings: int
    heaviest: float


class Lookup:
    """Resolves tokens, and remembers them."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._known: dict[str, Resolved] = {}
        self._unpacked: dict[str, Array] = {}

    def resolve(self, tokens: Sequence[str]) -> list[Resolved]:
        """One result a token, in order."""
        if len(self._known) > _KEPT:
            self._known.clear()
        new = sorted({token for token in tokens if token not in self._known})
        if new:
            self._add(new)
        return [self._known[token] for token in tokens]

    def _add(self, tokens: list[str]) -> None:
        owners, spellings = self._neighbours(tokens)
        likeness = self._likeness(tokens, owners, spellings)
        ids = self._index.arrays["spelling_token"][spellings].astype(np.int64)
        kept = likeness >= FLOOR
        owners, ids, likeness = _best_each(owners[kept], ids[kept], likeness[kept])
        order = np.lexsort((ids, -likeness, owners))
        owners, ids, likeness = owners[order], ids[order], likeness[order]
        ends = np.searchsorted(owners, np.arange(len(tokens) + 1))
        posting_ends = self._index.arrays["posting_ends"]
        held = posting_ends[ids + 1] - posting_ends[ids]
        weights = self._index.arrays["vocab_weight"][ids]
        for at, token in enumerate(tokens):
            part = slice(ends[at], min(ends[at + 1], ends[at] + _VARIANTS))
            cost = int(held[part].sum())
            most = float(weights[part].max(initial=0.0))
            self._known[token] = Resolved(ids[part], likeness[part], cost, most)

    def _neighbours(self, tokens: list[str]) -> tuple[Ints, Ints]:
        """(query token, listed spelling) pairs worth comparing, each once.

        The spellings begin with the tokens themselves, in their order.
        """
        rows = hashing.letters(tokens)
        fuzzy = np.array([_is_fuzzy(token) for token in tokens], dtype=np.bool_)
        near, owner = hashing.deletions(rows[fuzzy])
        places = np.arange(len(tokens), dtype=np.int64)
        hashes = np.concatenate([hashing.whole(rows), near])
        owners = np.concatenate([places, places[fuzzy][owner]])
        found = [self._holders("near", hashes, owners)]
        bones = [skeleton(token) for token in tokens]
        heard = [i for i, b in enumerate(bones) if _is_heard(tokens[i], b)]
        sounds = hashing.of_texts([bones[i] for i in heard])
        found.append(self._holders("sound", sounds, np.array(heard, dtype=np.int64)))
        loose = [(k, i) for i, t in enumerate(tokens) for k in asked_sounds(t)]
        owned = np.array([i for _, i in loose], dtype=np.int64)
        filed = hashing.of_texts([key for key, _ in loose])
        found.append(self._holders("sound", filed, owned))
        found.append(self._forms(tokens))
        left = np.concatenate([pair[0] for pair in found])
        right = np.concatenate([pair[1] for pair in found])
        size = max(1, len(self._index.arrays["spelling_token"]))
        both = distinct(left * size + right)
        return both // size, both % size

    def _forms(self, tokens: list[str]) -> tuple[Ints, Ints]:
        """(query token, listed token) pairs that are forms of one personal name."""
        pairs = [(i, form) for i, token in enumerate(tokens) for form in forms(token)]
        if not pairs:
            return np.zeros(0, dtype=np.int64), np.zeros(0, dtype=np.int64)
        ids = np.array(self._index.token_ids([f for _, f in pairs]), dtype=np.int64)
        owners = np.array([i for i, _ in pairs], dtype=np.int64)
        return owners[ids >= 0], ids[ids >= 0]

    def _holders(self, name: str, hashes: Array, owners: Ints) -> tuple[Ints, Ints]:
        """Each owner of a hash beside every value filed under that hash."""
        if not len(hashes):
            return owners, owners
        filed, values = (self._index.arrays[f"{name}_{x}"] for x in ("hash", "value"))
        order = np.argsort(hashes)
        hashes, owners = hashes[order], owners[order]
        first = filed.searchsorted(hashes, "left")
        counts = filed.searchsorted(hashes, "right") - first
        return np.repeat(owners, counts), values[ranges(first, counts)].astype(np.int64)

    def _likeness(self, tokens: list[str], owners: Ints, spellings: Ints) -> Array:
        """The upper bound of `similarity.similarity` for every pair."""
        if not len(owners):
            return np.zeros(0)
        arrays = self._index.arrays
        theirs = self._texts("spelling", spellings)
        ours, bones = _objects(tokens), _objects([skeleton(t) for t in tokens])
        letters = _pairwise(ours[owners], theirs)
        sounds = _pairwise(bones[owners], self._texts("bone", spellings))
        lengths = np.array([len(token) for token in tokens], dtype=np.int64)[owners]
        ends = arrays["spelling_ends"]
        others = ends[spellings + 1] - ends[spellings]
        short = np.array([len(bone) < 2 for bone in bones], dtype=np.bool_)[owners]
        likeness = np.where(short, letters, (letters + sounds) / 2)
        slips = _slips(
            letters, np.minimum(lengths, others), np.maximum(lengths, others)
        )
        likeness = np.maximum(likeness, slips)
        marked = np.array([VOWELLESS in token for token in tokens], dtype=np.bool_)
        last = arrays["spelling_run"][ends[spellings + 1] - 1]
        bare = marked[owners] | (last == ord(VOWELLESS))
        likeness = np.where(bare, VOWELS_UNWRITTEN * sounds, likeness)
        for at in np.flatnonzero(bare).tolist():
            if heard_alike(tokens[owners[at]], theirs[at]):
                likeness[at] = HEARD_ALIKE
        names = np.array([cluster(token) for token in tokens], dtype=np.int64)[owners]
        kin = (names >= 0) & (names == arrays["spelling_name"][spellings])
        likeness = np.where(kin & (letters < 1), SAME_NAME, likeness)
        digits = np.array([t.isdigit() for t in tokens], dtype=np.bool_)[owners]
        return np.where(digits & (letters < 1), 0.0, likeness)

    def _texts(self, name: str, places: Ints) -> Array:
        """Packed texts at places; all of them are read once many are asked for."""
        if name not in self._unpacked:
            if len(places) < _MANY:
                return _objects(self._index.texts(name, places))
            run, ends = (self._index.arrays[f"{name}_{x}"] for x in ("run", "ends"))
            text = run.tobytes().decode("ascii")
            cuts = pairwise(ends.tolist())
            self._unpacked[name] = _objects([text[a:b] for a, b in cuts])
        found: Array = self._unpacked[name][places]
        return found


def _objects(texts: list[str]) -> Array:
    found = np.empty(len(texts), dtype=np.object_)
    found[:] = texts
    return found


def _slips(letters: Array, shorter: Array, longer: Array) -> Array:
    """`one_slip` of every pair, from its likeness by letters and its lengths."""
    most = max(UNKNOWN)
    worth = np.array([UNKNOWN.get(n, 0.0) for n in range(most + 1)])
    near = (1 - letters) * longer < _ONE_LETTER
    return np.where(near, worth[np.minimum(shorter, most)], 0.0)


def _best_each(owners: Array, ids: Array, likeness: Array) -> tuple[Array, ...]:
    """Each (owner, id) once, with its highest likeness."""
    order = np.lexsort((-likeness, ids, owners))
    owners, ids, likeness = owners[order], ids[order], likeness[order]
    kept = np.ones(len(owners), dtype=np.bool_)
    kept[1:] = (owners[1:] != owners[:-1]) | (ids[1:] != ids[:-1])
    return owners[kept], ids[kept], likeness[kept]


def ranges(first: Array, counts: Array) -> Ints:
    """The numbers first, first+1, ... of each range, `counts` of them, in one array."""
    total = int(counts.sum())
    if not total:
        return np.zeros(0, dtype=np.int64)
    starts = np.repeat(first - (np.cumsum(counts) - counts), counts)
    return (starts + np.arange(total)).astype(np.int64)


def distinct(values: Array) -> Array:
    """The values in order, each once."""
    if not len(values):
        return values
    ordered = np.sort(values)
    kept = np.ones(len(ordered), dtype=np.bool_)
    kept[1:] = ordered[1:] != ordered[:-1]
    return ordered[kept]


def _pairwise(left: Array, right: Array) -> Array:
    """The likeness of each two texts that stand beside each other."""
    different = np.flatnonzero(left != right)
    found = np.ones(len(left))
    if len(different):
        ours, theirs = left[different].tolist(), right[different].tolist()
        similarity = OSA.normalized_similarity
        found[different] = cpdist(
            ours, theirs, scorer=similarity, dtype=np.float64, workers=1
        )
    return found


def _is_fuzzy(token: str) -> bool:
    return len(token) >= FUZZY_LENGTH and not token.isdigit()


def _is_heard(token: str, bone: str) -> bool:
    return len(bone) >= SKELETON_LENGTH and not token.isdigit()
