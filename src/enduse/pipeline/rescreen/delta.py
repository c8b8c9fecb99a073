"""A small index over the listings that changed, which scores as the whole one does."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from enduse.library.books import Array, Customers
from enduse.library.store import Library
from enduse.model import Listing
from enduse.names import store
from enduse.names.build import Builder
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup
from enduse.names.matcher import Matcher
from enduse.pipeline.rescreen.words import unpacked

_LEAST_SHARED = 0.03
"""The least part of a name's weight that a match rests on, misspelt words included.

Half of what `names.candidates` asks for at its most lenient, since a name's spellings
count here beside its tokens.
"""


class DeltaIndex(NameIndex):
    """An index of few listings, under the weights of the index of all."""

    def __init__(
        self, arrays: dict[str, Array], facts: dict[str, int], whole: NameIndex
    ) -> None:
        super().__init__(arrays, facts)
        self._whole = whole

    def weights(self, tokens: Sequence[str]) -> list[float]:
        """The weight of each token on all lists."""
        return self._whole.weights(tokens)

    def likeness(self, left: str, right: str) -> float:
        """How alike two tokens are, knowing all lists."""
        return self._whole.likeness(left, right)


def write(folder: Path, listings: Iterable[Listing], whole: NameIndex) -> None:
    """Write the index of these listings into an empty folder."""
    builder = Builder()
    for listing in listings:
        builder.add(listing)
    arrays, facts = builder.arrays()
    words = _words(arrays)
    arrays["vocab_weight"] = np.array(whole.weights(words), dtype=np.float32)
    arrays["vocab_held"] = _held(whole, words)
    ends, flat = arrays["name_ends"], arrays["name_token"]
    sums = np.cumsum([0.0, *arrays["vocab_weight"][flat].astype(np.float64)])
    whole_names = sums[ends[1:]] - sums[ends[:-1]]
    arrays["name_weight"] = whole_names.astype(np.float32)
    store.write(folder, arrays, facts)


def matcher(folder: Path, library: Library) -> Matcher:
    """A matcher over the index in that folder. *Raises* LibraryCorrupt."""
    arrays, facts = store.read(folder)
    return Matcher(DeltaIndex(arrays, facts, library.matcher.index))


def _words(arrays: dict[str, Array]) -> list[str]:
    run, ends = arrays["vocab_run"], arrays["vocab_ends"]
    return [store.unpack(run, ends, at) for at in range(len(ends) - 1)]


def _held(whole: NameIndex, words: list[str]) -> Array:
    ids = np.array(whole.token_ids(words), dtype=np.int64)
    held = whole.arrays["vocab_held"]
    return np.where(ids < 0, 0, held[ids] if len(held) else 0).astype(np.int32)


def rows_to_ask(customers: Customers, small: NameIndex) -> Array:
    """The rows that share a word, however spelt, a name or a number with the index.

    All others match none of its listings.
    """
    arrays = small.arrays
    if not len(small) and not len(arrays["code_hash"]):
        return np.zeros(0, dtype=np.int64)
    words = unpacked(customers, "vocab")
    alike = [len(found.ids) > 0 for found in Lookup(small).resolve(words)]
    hit = np.array(alike, dtype=np.bool_)
    hit |= np.isin(customers.array("vocab_hash"), arrays["pair_hash"])
    keys = customers.array("key_hash")
    equal = np.isin(keys, arrays["glued_hash"]) | np.isin(keys, arrays["code_hash"])
    joined = np.isin(customers.array("pair_hash"), arrays["vocab_hash"])
    found = [
        _by_weight(customers, hit, np.array(small.weights(words))),
        customers.array("key_row")[equal],
        customers.array("pair_row")[joined],
    ]
    return np.unique(np.concatenate(found))


def _by_weight(customers: Customers, hit: Array, weight: Array) -> Array:
    """The rows of names of which enough weight lies on the words hit."""
    ends, flat = customers.array("name_ends"), customers.array("name_words")
    if not len(flat):
        return np.zeros(0, dtype=np.int32)
    starts = ends[:-1]
    total = np.add.reduceat(weight[flat], starts)
    shared = np.add.reduceat(np.where(hit, weight, 0.0)[flat], starts)
    enough = (shared > 0) & (shared >= _LEAST_SHARED * total)
    found: Array = customers.array("name_row")[enough]
    return found


def rows_holding(customers: Customers, words: Array) -> Array:
    """The rows with a name that has one of these words, given as hashes."""
    hit = np.isin(customers.array("vocab_hash"), words)
    ends, flat = customers.array("name_ends"), customers.array("name_words")
    if not len(flat) or not hit.any():
        return np.zeros(0, dtype=np.int32)
    held = np.logical_or.reduceat(hit[flat], ends[:-1])
    return np.unique(customers.array("name_row")[held])
