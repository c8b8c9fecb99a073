"""Query tokens resolved to listed ones: the same, misspelt or otherwise romanised.

A token misspelt by one letter shares a string with the listed token when each has
at most one letter taken out; one romanised otherwise shares its consonant skeleton.
Both are looked up as hashes in sorted arrays, for all new tokens of a batch at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass

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
    one_slip,
)
from enduse.names.store import Array
from enduse.text.given_names import cluster, forms
from enduse.text.phonetic import VOWELLESS, heard_alike, skeleton

_KEPT = 200_000
_VARIANTS = 192

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Resolved:
    """Listed tokens a query token may stand for, with likeness, and what they cost.

    *Units*: `postings` is how many listed names hold any of them.
    """

    ids: Array
    likeness: Array
    postings: int


class Lookup:
    """Resolves tokens, and remembers them."""

    def __init__(self, index: NameIndex) -> None:
        self._index = index
        self._known: dict[str, Resolved] = {}

    def resolve(self, tokens: Sequence[str]) -> list[Resolved]:
        """One result a token, in order."""
        if len(self._known) > _KEPT:
            self._known.clear()
        new = sorted(set(tokens) - self._known.keys())
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
        for at, token in enumerate(tokens):
            part = slice(ends[at], min(ends[at + 1], ends[at] + _VARIANTS))
            cost = int(held[part].sum())
            self._known[token] = Resolved(ids[part], likeness[part], cost)

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
        ids = np.array(self._index.token_ids([f for _, f in pairs]), dtype=np.int64)
        owners = np.array([i for i, _ in pairs], dtype=np.int64)
        return owners[ids >= 0], ids[ids >= 0]

    def _holders(self, name: str, hashes: Array, owners: Ints) -> tuple[Ints, Ints]:
        """Each owner of a hash beside every value filed under that hash."""
        filed, values = (self._index.arrays[f"{name}_{x}"] for x in ("hash", "value"))
        order = np.argsort(hashes)
        hashes, owners = hashes[order], owners[order]
        first = filed.searchsorted(hashes, "left")
        counts = filed.searchsorted(hashes, "right") - first
        return np.repeat(owners, counts), values[ranges(first, counts)].astype(np.int64)

    def _likeness(self, tokens: list[str], owners: Ints, spellings: Ints) -> Array:
        """The upper bound of `similarity.similarity` for every pair."""
        ours = [tokens[i] for i in owners.tolist()]
        theirs = self._index.texts("spelling", spellings)
        letters = _pairwise(ours, theirs)
        bones = [skeleton(token) for token in ours], [skeleton(t) for t in theirs]
        sounds = _pairwise(*bones)
        short = np.array([len(bone) < 2 for bone in bones[0]], dtype=np.bool_)
        likeness = np.where(short, letters, (letters + sounds) / 2)
        slips = [one_slip(a, b, UNKNOWN) for a, b in zip(ours, theirs, strict=True)]
        likeness = np.maximum(likeness, np.array(slips, dtype=np.float64))
        both = zip(ours, theirs, strict=True)
        bare = np.array([VOWELLESS in a + b for a, b in both], dtype=np.bool_)
        likeness = np.where(bare, VOWELS_UNWRITTEN * sounds, likeness)
        same = [
            b and heard_alike(x, y) for b, x, y in zip(bare, ours, theirs, strict=True)
        ]
        likeness = np.where(np.array(same, dtype=np.bool_), HEARD_ALIKE, likeness)
        kin = [_same_name(a, b) for a, b in zip(ours, theirs, strict=True)]
        likeness = np.where(np.array(kin, dtype=np.bool_), SAME_NAME, likeness)
        digits = np.array([token.isdigit() for token in ours], dtype=np.bool_)
        return np.where(digits & (letters < 1), 0.0, likeness)


def _best_each(owners: Array, ids: Array, likeness: Array) -> tuple[Array, ...]:
    """Each (owner, id) once, with its highest likeness."""
    order = np.lexsort((-likeness, ids, owners))
    owners, ids, likeness = owners[order], ids[order], likeness[order]
    kept = np.ones(len(owners), dtype=np.bool_)
    kept[1:] = (owners[1:] != owners[:-1]) | (ids[1:] != ids[:-1])
    return owners[kept], ids[kept], likeness[kept]


def _same_name(left: str, right: str) -> bool:
    known = cluster(left)
    return known >= 0 and known == cluster(right) and left != right


def ranges(first: Array, counts: Array) -> Ints:
    """The numbers first, first+1, ... of each range, `counts` of them, in one array."""
    total = int(counts.sum())
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


def _pairwise(left: list[str], right: list[str]) -> Array:
    if not left:
        return np.zeros(0)
    similarity = OSA.normalized_similarity
    return cpdist(left, right, scorer=similarity, dtype=np.float64, workers=1)


def _is_fuzzy(token: str) -> bool:
    return len(token) >= FUZZY_LENGTH and not token.isdigit()


def _is_heard(token: str, bone: str) -> bool:
    return len(bone) >= SKELETON_LENGTH and not token.isdigit()
