"""64-bit hashes of tokens, and of tokens less one letter, many at once.

A token's hash is a polynomial in its letters modulo 2**64, so the hash of the token
without its j-th letter follows from prefix sums, without building the string.
"""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from numpy.typing import NDArray

WIDTH = 32
_BASE = 0x9E3779B97F4A7C15
INVERSE = pow(_BASE, -1, 2**64)
POWERS = np.array([pow(_BASE, i + 1, 2**64) for i in range(WIDTH)], dtype=np.uint64)
MIX = np.uint64(0xFF51AFD7ED558CCD)
SHIFT = np.uint64(32)
_AT_ONCE = 1 << 14  # rows that a processor keeps at hand

Hashes = NDArray[np.uint64]


def letters(tokens: Sequence[str]) -> NDArray[np.uint8]:
    """One row of `WIDTH` bytes a token, zero-padded; longer tokens lose their end."""
    fixed = np.array(list(tokens), dtype=f"S{WIDTH}")
    return fixed.view(np.uint8).reshape(len(fixed), WIDTH)


def whole(rows: NDArray[np.uint8]) -> Hashes:
    """The hash of each row."""
    found = np.empty(len(rows), dtype=np.uint64)
    for at in range(0, len(rows), _AT_ONCE):
        terms = rows[at : at + _AT_ONCE].astype(np.uint64)
        found[at : at + _AT_ONCE] = _mixed(terms @ POWERS)
    return found


def deletions(rows: NDArray[np.uint8]) -> tuple[Hashes, NDArray[np.int64]]:
    """The hash of every row less one letter, and which row each is of."""
    owner, place = np.nonzero(rows)
    ends = owner.searchsorted(np.arange(0, len(rows) + _AT_ONCE, _AT_ONCE)).tolist()
    found = np.empty(len(owner), dtype=np.uint64)
    for at, (first, last) in enumerate(pairwise(ends)):
        start = at * _AT_ONCE
        without = _without(rows[start : start + _AT_ONCE])
        found[first:last] = without[owner[first:last] - start, place[first:last]]
    return found, owner


def _without(rows: NDArray[np.uint8]) -> Hashes:
    """The hash of each row less the letter at each place."""
    terms = rows.astype(np.uint64) * POWERS
    upto = np.cumsum(terms, axis=1, dtype=np.uint64)
    after = (upto[:, -1:] - upto) * np.uint64(INVERSE)
    return _mixed(upto - terms + after)


def of_texts(texts: Sequence[str]) -> Hashes:
    """The hashes of short ASCII texts."""
    if not texts:
        return np.zeros(0, dtype=np.uint64)
    return whole(letters(texts))


def _mixed(values: Hashes) -> Hashes:
    mixed = (values ^ (values >> SHIFT)) * MIX
    return mixed ^ (mixed >> SHIFT)
