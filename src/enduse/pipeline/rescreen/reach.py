"""Which names of a book may be like a changed listing: none that may be is left out.

A search of the changed listings finds nothing for a name unless a word of it, as its
token, as it is written, or with its neighbour as one word, may stand for one of theirs
(`names.lookup`), and unless all that may so stand, were it equal, gives enough points
(`names.bounds`). Both are asked here of a book's distinct words, once each; only names
that pass are searched.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from enduse.library.books import Array, Customers
from enduse.names import bounds, hashed
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup
from enduse.names.matcher import least_needed
from enduse.names.resolved import Resolved
from enduse.names.sought import for_translation
from enduse.pipeline.rescreen.glue import Neighbours, odd_letters
from enduse.pipeline.rescreen.stored_words import unpacked
from enduse.text.phonetic import VOWELLESS

_FAR = 1e9
_UNSEEN = 1.0  # the most an initial can stand for: no word weighs more


@dataclass(frozen=True, slots=True)
class Told:
    """What words stand for among the changed listings, one number a word.

    *Units*: weights. `whole` is the most of an equal listed word, `heavy` of any, and
    `light` the least of the names that hold one: -1, 0 and far for a word that stands
    for nothing. `short` tells that one of those names has initials.
    """

    whole: Array
    heavy: Array
    light: Array
    short: Array

    @classmethod
    def nothing(cls, size: int) -> "Told":
        """So many words that stand for nothing."""
        none, far = np.full(size, -1.0), np.full(size, _FAR)
        return cls(none, np.zeros(size), far, np.zeros(size, dtype=np.bool_))

    @classmethod
    def of(cls, found: Sequence[Resolved], index: NameIndex) -> "Told":
        """What results of a look-up in that index say."""
        told = cls.nothing(len(found))
        ends, posting = index.arrays["posting_ends"], index.arrays["posting"]
        weight = index.arrays["name_weight"]
        targets = len(index.arrays["target_weight"])
        for at, one in enumerate(found):
            if not one:
                continue
            ids = np.array(one.ids, dtype=np.int64)
            beside = ids + targets
            told.whole[at], told.heavy[at] = one.whole, one.heaviest
            told.light[at] = weight[posting[ends[ids]]].min()  # the lightest is first
            told.short[at] = (ends[beside + 1] > ends[beside]).any()
        return told

    def at(self, places: Array) -> "Told":
        """What is told of the words at these places."""
        columns = self.whole, self.heavy, self.light, self.short
        return Told(*(column[places] for column in columns))

    def add(self, places: Array, other: "Told") -> None:
        """Take in what else the words at these places, some more than once, may be."""
        np.maximum.at(self.whole, places, other.whole)
        np.maximum.at(self.heavy, places, other.heavy)
        np.minimum.at(self.light, places, other.light)
        np.logical_or.at(self.short, places, other.short)


class Reach:
    """The words of a book as the index of the changed listings knows them."""

    def __init__(self, customers: Customers, small: NameIndex, least: float) -> None:
        self._index = small
        self._lookup = Lookup(small)
        self._customers = customers
        self._words = unpacked(customers, "vocab")
        self._ends = customers.array("name_ends")
        self._tokens = customers.array("name_words")
        self._spelt = customers.array("name_spelt")
        kinds = np.unique(small.arrays["name_kind"]).tolist()
        needed = least_needed(least)
        both = list(zip(needed, for_translation(needed), strict=True))
        self._needed = {kind: both[kind] for kind in kinds}
        self._translated = customers.array("name_translated")

    def names(self) -> Array:
        """The names, by number, that may be like a changed listing."""
        if not len(self._tokens) or not len(self._index):
            return np.zeros(0, dtype=np.int64)
        told = self._of_places()
        begins = self._ends[:-1]
        hit = np.logical_or.reduceat(told.whole >= 0, begins)
        short = np.logical_or.reduceat(told.short, begins)
        return np.flatnonzero(hit & self._enough(told, begins) | short)

    def _enough(self, told: Told, begins: Array) -> Array:
        """Whether the words that stand for something give enough points, if equal."""
        weight = np.array(self._index.weights(self._words))[self._tokens]
        single = [len(word) == 1 and word.isalpha() for word in self._words]
        initial = np.array(single, dtype=np.bool_)[self._tokens]
        held = (told.whole >= 0) | initial
        most = weight + np.maximum(0.0, told.whole - weight) / 2
        heavy = np.where(initial, np.maximum(told.heavy, _UNSEEN), told.heavy)
        common, known, theirs, extra = (
            np.add.reduceat(np.where(which, column, 0.0), begins)
            for which, column in (
                (held, most),
                (held, weight),
                (held, heavy),
                (~held, weight),
            )
        )
        light = np.minimum.reduceat(told.light, begins)
        lacking = np.maximum(0.0, light - theirs - bounds.ROUNDING)
        both = bounds.Held(common, common, known, extra, lacking)
        no, yes = np.zeros(len(begins), np.bool_), np.ones(len(begins), np.bool_)
        enough = no
        for kind, (needed, of_translation) in self._needed.items():
            wanted = np.where(self._translated, of_translation, needed)
            kinds = np.full(len(begins), kind)
            points = bounds.points(both, kinds, several=no, lone=no, lifted=yes)
            enough = enough | (points + bounds.ROUNDING >= wanted)
        return enough

    def _of_places(self) -> Told:
        """What is told of every word of every name, alone or as part of two."""
        words = self._of_words()
        told = words.at(self._tokens)
        other = np.flatnonzero(self._spelt != self._tokens)
        told.add(other, words.at(self._spelt[other]))
        left, pairs = self._of_neighbours()
        told.add(left, pairs)
        told.add(left + 1, pairs)
        return told

    def _of_words(self) -> Told:
        """What is told of the book's words: only those with a key in common are asked.

        Words of another script are asked for as in names of that script, which are
        found by more.
        """
        filed = self._customers.array("sought_hash")
        at, _ = hashed.held(self._index.arrays, "key", filed)
        asked = np.unique(self._customers.array("sought_word")[at])
        words = [self._words[i] for i in asked.tolist()]
        told = Told.nothing(len(self._words))
        found = self._lookup.resolve(words, shadowed=True)
        told.add(asked, Told.of(found, self._index))
        return told

    def _of_neighbours(self) -> tuple[Array, Told]:
        """Neighbours that may be one listed word: the first's place, what is told."""
        run, ends = (self._customers.array(f"vocab_{x}") for x in ("run", "ends"))
        arrays = self._index.arrays
        listed = odd_letters(arrays["spelling_run"], arrays["spelling_ends"])
        pairs = Neighbours(self._ends, self._spelt)
        bare = np.array([word.endswith(VOWELLESS) for word in self._words], np.bool_)
        kept = pairs.like(odd_letters(run, ends), bare, listed)
        both = pairs.first[kept].astype(np.int64) * len(self._words)
        both, which = np.unique(both + pairs.second[kept], return_inverse=True)
        first, second = (x.tolist() for x in np.divmod(both, len(self._words)))
        found = self._lookup.glued(
            [
                self._words[a].rstrip(VOWELLESS) + self._words[b]
                for a, b in zip(first, second, strict=True)
            ]
        )
        return pairs.left[kept], Told.of(found, self._index).at(which)
