"""Neighbours in a book's names that may be one listed word, written apart.

Words that are equal, or but for one letter on either side (`names.keys.near`), have
the same letters an odd number of times, but for two. So neighbours are told by one
number each, and only those few are written as one word that may be a listed one.
"""

import numpy as np

from enduse.library.books import Array
from enduse.text.phonetic import VOWELLESS

_BITS = 26
_MARK = ord(VOWELLESS)


def odd_letters(run: Array, ends: Array) -> Array:
    """For each packed word the letters that it has an odd number of times, as bits."""
    if len(ends) < 2:
        return np.zeros(0, dtype=np.int64)
    bits = np.where(run == _MARK, 0, 1 << (run.astype(np.int64) % _BITS))
    found: Array = np.bitwise_xor.reduceat(bits, ends[:-1])
    return found


def may_be(pairs: Array, words: Array) -> Array:
    """Whether each pair may be one of the words, by their `odd_letters`."""
    single = 1 << np.arange(_BITS, dtype=np.int64)
    double = [single[a] ^ single[a + 1 :] for a in range(_BITS)]
    slips = np.concatenate([[0], single, *double])
    near = np.unique((np.unique(words)[:, None] ^ slips).ravel())
    found: Array = np.isin(pairs, near)
    return found


class Neighbours:
    """Every two neighbours in the names of a book."""

    def __init__(self, ends: Array, spelt: Array) -> None:
        last = np.zeros(len(spelt), dtype=np.bool_)
        last[ends[1:] - 1] = True
        self.left = np.flatnonzero(~last)
        self.first, self.second = spelt[self.left], spelt[self.left + 1]

    def like(self, letters: Array, bare: Array, listed: Array) -> Array:
        """The places, among these, of those that may be a listed word.

        `letters` are the `odd_letters` of the book's words, `listed` those of the
        listed ones; `bare` tells words of a script that leaves sounds unwritten, with
        which any may be one.
        """
        both = letters[self.first] ^ letters[self.second]
        return np.flatnonzero(bare[self.second] | may_be(both, listed))
