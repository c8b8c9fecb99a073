"""A small index over the listings that changed, which scores as the whole one does."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from enduse.library.books import Array, Customers
from enduse.library.store import Library
from enduse.model import Listing
from enduse.names import odds, store
from enduse.names.build import Builder
from enduse.names.candidates import Candidates, Query
from enduse.names.features import birth, place
from enduse.names.features.name import LEAST_MISSING, NAME_MAX
from enduse.names.form import NameForm
from enduse.names.index import NameIndex
from enduse.names.lookup import Lookup
from enduse.names.matcher import LEAST_ALIKE, Matcher
from enduse.pipeline.rescreen.words import unpacked
from enduse.text.phonetic import VOWELLESS

_SLACK = 0.04  # as `names.candidates` allows for initials and glued words
_CHUNK = 50_000
_CAREFUL = 0.7  # part of what a match must rest on that is asked for here


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

    def glued_likeness(self, glued: str, word: str) -> float:
        """How alike neighbours written as one word are to a word, knowing all lists."""
        return self._whole.glued_likeness(glued, word)

    def known_as(self, token: str) -> int:
        """How many subjects on all lists hold a word."""
        return self._whole.known_as(token)


def write(folder: Path, listings: Iterable[Listing], whole: NameIndex) -> None:
    """Write the index of these listings into an empty folder."""

    def weigh(words: list[str], held: Array) -> Array:
        return np.array(whole.weights(words), dtype=np.float32)

    builder = Builder()
    for listing in listings:
        builder.add(listing)
    arrays, facts = builder.arrays(weigh)
    arrays["vocab_held"] = _held(whole, _words(arrays))
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


def needed(least: float) -> float:
    """How alike a name must be for a score from `least` on, by itself.

    Dates and countries may raise a score, so a name must only come so far.
    """
    most_added = birth.EQUAL + place.SHARED
    if least <= 0:
        return 0.0
    return max(LEAST_ALIKE, odds.points(odds.log_odds(least) - most_added))


def least_shared(least: float) -> float:
    """The part of a name's weight that a match from that score on must rest on."""
    agreement = min(0.99, max(0.05, (needed(least) - _SLACK) / NAME_MAX))
    ratio = agreement * LEAST_MISSING / (2 * (1 - agreement))
    return _CAREFUL * ratio / (1 + ratio) if least > 0 else 0.0


def names_to_try(customers: Customers, small: NameIndex, least: float) -> Array:
    """The names, by number, with enough words of the index, however spelt.

    No other name is like one of its listings, but for its blanks.
    """
    words = unpacked(customers, "vocab")
    alike = [len(found.ids) > 0 for found in Lookup(small).resolve(words)]
    hit, weight = np.array(alike, dtype=np.bool_), np.array(small.weights(words))
    ends, flat = customers.array("name_ends"), customers.array("name_words")
    if not len(flat):
        return np.zeros(0, dtype=np.int64)
    starts = ends[:-1]
    joined = _joined(customers, words, Lookup(small))
    total = np.add.reduceat(weight[flat], starts)
    shared = np.add.reduceat(np.where(hit, weight, 0.0)[flat], starts)
    enough = (shared > 0) & (shared >= least_shared(least) * total)
    return np.flatnonzero(enough | joined)


def _joined(customers: Customers, words: Sequence[str], lookup: Lookup) -> Array:
    """Whether two neighbours in a name may be one listed word, if for one slip."""
    ends, flat = customers.array("name_ends"), customers.array("name_words")
    last = np.zeros(len(flat), dtype=np.bool_)
    last[ends[1:] - 1] = True
    left = np.flatnonzero(~last)
    size = max(1, len(words))
    both = flat[left].astype(np.int64) * size + flat[left + 1]
    pairs, which = np.unique(both, return_inverse=True)
    hit = np.zeros(len(pairs), dtype=np.bool_)
    for start in range(0, len(pairs), _CHUNK):
        part = pairs[start : start + _CHUNK]
        halves = zip((part // size).tolist(), (part % size).tolist(), strict=True)
        found = lookup.glued([words[a].rstrip(VOWELLESS) + words[b] for a, b in halves])
        hit[start : start + len(part)] = [bool(resolved) for resolved in found]
    held = np.zeros(len(flat), dtype=np.bool_)
    held[left] = hit[which]
    kept: Array = np.logical_or.reduceat(held, ends[:-1])
    return kept


def rows_equal(customers: Customers, small: NameIndex) -> Array:
    """The rows with a name or number of the index, or one that differs in blanks."""
    arrays = small.arrays
    keys = customers.array("key_hash")
    equal = np.isin(keys, arrays["glued_hash"]) | np.isin(keys, arrays["code_hash"])
    joined = np.isin(customers.array("pair_hash"), arrays["vocab_hash"])
    spelt = np.isin(customers.array("spelt_hash"), arrays["pair_hash"])
    found = [
        rows_holding(customers, arrays["pair_hash"]),
        customers.array("key_row")[equal],
        customers.array("pair_row")[joined],
        customers.array("spelt_row")[spelt],
    ]
    return np.unique(np.concatenate(found))


class NamesTried:
    """Holds stored names against a small index, without their customers."""

    def __init__(self, customers: Customers, small: NameIndex, least: float) -> None:
        self._words = unpacked(customers, "vocab")
        self._ends = customers.array("name_ends")
        self._flat = customers.array("name_words")
        self._rows = customers.array("name_row")
        self._candidates = Candidates(small)
        self._needed = needed(least)

    def rows(self, names: Sequence[int]) -> list[int]:
        """The rows of those of the names that have a candidate in the index."""
        queries = [Query(self._form(at), self._needed) for at in names]
        found = self._candidates.find(queries)
        hits = (at for at, rows in zip(names, found, strict=True) if rows)
        return sorted({int(self._rows[at]) for at in hits})

    def _form(self, at: int) -> NameForm:
        ids = self._flat[self._ends[at] : self._ends[at + 1]].tolist()
        tokens = tuple(self._words[i] for i in ids)
        return NameForm("", tokens, spelt=tokens)


def rows_holding(customers: Customers, words: Array) -> Array:
    """The rows with a name that has one of these words, given as hashes."""
    hit = np.isin(customers.array("vocab_hash"), words)
    ends, flat = customers.array("name_ends"), customers.array("name_words")
    if not len(flat) or not hit.any():
        return np.zeros(0, dtype=np.int32)
    held = np.logical_or.reduceat(hit[flat], ends[:-1])
    return np.unique(customers.array("name_row")[held])
