"""64-bit hashes of tokens, and of tokens less one letter, many at once.

A token's hash is a polynomial in its letters modulo 2**64, so the hash of the token
without its j-th letter follows from prefix sums, without building the string.
"""

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

WIDTH = 32
_BASE = 0x9E3779B97F4A7C15
INVERSE = pow(_BASE, -1, 2**64)
POWERS = np.array([pow(_BASE, i + 1, 2**64) for i in range(WIDTH)], dtype=np.uint64)
MIX = np.uint64(0xFF51AFD7ED558CCD)
SHIFT = np.uint64(32)

Hashes = NDArray[np.uint64]


def letters(tokens: Sequence[str]) -> NDArray[np.uint8]:
    """One row of `WIDTH` bytes a token, zero-padded; longer tokens lose their end."""
    fixed = np.array(list(tokens), dtype=f"S{WIDTH}")
    return fixed.view(np.uint8).reshape(len(fixed), WIDTH)


def whole(rows: NDArray[np.uint8]) -> Hashes:
    """The hash of each row."""
    return _mixed((rows.astype(np.uint64) * POWERS).sum(axis=1, dtype=np.uint64))


def deletions(rows: NDArray[np.uint8]) -> tuple[Hashes, NDArray[np.int64]]:
    """The hash of every row less one letter, and which row each is of."""
    terms = rows.astype(np.uint64) * POWERS
    upto = np.cumsum(terms, axis=1, dtype=np.uint64)
    after = (upto[:, -1:] - upto) * np.uint64(INVERSE)
    without = _mixed(upto - terms + after)
    owner, place = np.nonzero(rows)
    return without[owner, place], owner


def of_texts(texts: Sequence[str]) -> Hashes:
    """The hashes of short ASCII texts."""
    if not texts:
        return np.zeros(0, dtype=np.uint64)
    return whole(letters(texts))


def _mixed(values: Hashes) -> Hashes:
    mixed = (values ^ (values >> SHIFT)) * MIX
    return mixed ^ (mixed >> SHIFT)
