"""Which names of a book may be like a changed listing: none that may be is left out.

A search of the changed listings finds nothing for a name unless a word of it, as its
token, as it is written, or with its neighbour as one word, may stand for one of theirs
(`names.lookup`), and unless the words that may so stand weigh enough beside the others
(`names.asked.Words.anchors`), or one of the names found has initials. Both are asked
here of a book's distinct words, once each; only names that pass are searched.
"""

from collections.abc import Sequence

import numpy as np

from enduse.library.books import Array, Customers
from enduse.names import bounds
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup, Resolved
from enduse.names.matcher import least_needed
from enduse.pipeline.rescreen.words import unpacked
from enduse.text.phonetic import VOWELLESS

_TINY = 1e-6
_CHUNK = 50_000
_NOTHING = -1.0  # a word that stands for nothing listed


class Reach:
    """The words of a book as the index of the changed listings knows them."""

    def __init__(self, customers: Customers, small: NameIndex, least: float) -> None:
        self._index = small
        self._lookup = Lookup(small)
        self._words = unpacked(customers, "vocab")
        self._ends = customers.array("name_ends")
        self._tokens = customers.array("name_words")
        self._spelt = customers.array("name_spelt")
        needed = np.array([least_needed(least)])
        self._ratio = float(bounds.ratios(needed).min())
        found = self._lookup.resolve(self._words, shadowed=True)
        self._whole, self._short = self._told(found)
        self._weight = np.array(small.weights(self._words), dtype=np.float64)
        run = [len(word) == 1 and word.isalpha() for word in self._words]
        self._initial = np.array(run, dtype=np.bool_)

    def names(self) -> Array:
        """The names, by number, that may be like a changed listing."""
        if not len(self._tokens):
            return np.zeros(0, dtype=np.int64)
        weight = self._weight[self._tokens]
        whole, short = self._of_places()
        held = (whole >= 0) | self._initial[self._tokens]
        excess = np.maximum(0.0, whole - weight) / 2
        begins = self._ends[:-1]
        reach = np.add.reduceat(np.where(held, weight + excess, 0.0), begins)
        apart = np.add.reduceat(np.where(held, 0.0, weight), begins)
        enough = reach + _TINY >= np.where(apart > _TINY, self._ratio * apart, 0.0)
        hit = np.logical_or.reduceat(whole >= 0, begins)
        kept = hit & enough | np.logical_or.reduceat(short, begins)
        return np.flatnonzero(kept)

    def _of_places(self) -> tuple[Array, Array]:
        """What `_told` says of every word of every name, alone or as part of two."""
        whole = np.maximum(self._whole[self._tokens], self._whole[self._spelt])
        short = self._short[self._tokens] | self._short[self._spelt]
        left, which, found = self._joined()
        both, telling = self._told(found)
        for place in (left, left + 1):
            np.maximum.at(whole, place, both[which])
            short[place] |= telling[which]
        return whole, short

    def _joined(self) -> tuple[Array, Array, list[Resolved]]:
        """Neighbours that stand for a listed word as one, and what they stand for.

        *Shape*: the places of the first words, for each which of the results it is of.
        """
        last = np.zeros(len(self._spelt), dtype=np.bool_)
        last[self._ends[1:] - 1] = True
        left = np.flatnonzero(~last)
        size = max(1, len(self._words))
        both = self._spelt[left].astype(np.int64) * size + self._spelt[left + 1]
        pairs, which = np.unique(both, return_inverse=True)
        found: list[Resolved] = []
        for start in range(0, len(pairs), _CHUNK):
            part = pairs[start : start + _CHUNK]
            found += self._lookup.glued(self._written(part // size, part % size))
        return left, which, found

    def _written(self, first: Array, second: Array) -> list[str]:
        words = self._words
        both = zip(first.tolist(), second.tolist(), strict=True)
        return [words[a].rstrip(VOWELLESS) + words[b] for a, b in both]

    def _told(self, found: Sequence[Resolved]) -> tuple[Array, Array]:
        """The most weight of an equal listed word, -1 for what stands for nothing.

        And whether one of the names that hold it has initials.
        """
        whole = np.array([one.whole if one else _NOTHING for one in found])
        ends = self._index.arrays["posting_ends"]
        targets = len(self._index.arrays["target_weight"])
        short = np.zeros(len(found), dtype=np.bool_)
        for at in np.flatnonzero(whole >= 0).tolist():
            beside = found[at].ids + targets
            short[at] = bool((ends[beside + 1] > ends[beside]).any())
        return whole, short
