"""A small index over the listings that changed, which scores as the whole one does."""

from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np

from enduse.library.books import Array, Customers
from enduse.library.store import Library
from enduse.model import Listing
from enduse.names import store
from enduse.names.build import Builder
from enduse.names.candidates import Candidates, Query
from enduse.names.form import NameForm
from enduse.names.index import NameIndex
from enduse.names.matcher import Matcher, least_needed
from enduse.names.reading import parts
from enduse.names.sought import for_translation
from enduse.pipeline.rescreen.stored_words import unpacked

_ANY_FORM = ("corp",)
_OTHER_SCRIPT = "Ж"  # a letter that is not Latin


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

    def all_known_as(self, tokens: Sequence[str]) -> list[int]:
        """`known_as` of each word."""
        return self._whole.all_known_as(tokens)

    def known_as(self, token: str) -> int:
        """How many subjects on all lists hold a word."""
        return self._whole.known_as(token)


def write(folder: Path, listings: Iterable[Listing], whole: NameIndex) -> None:
    """Write the index of these listings into an empty folder."""

    def weigh(words: list[str], held: Array) -> Array:
        return np.array(whole.weights(words), dtype=np.float32)

    builder = Builder()
    for part, columns in parts(listings):
        builder.add(part, columns)
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


def rows_equal(customers: Customers, small: NameIndex) -> Array:
    """The rows with a name, number or house of the index; blanks don't matter."""
    arrays = small.arrays
    keys = customers.array("key_hash")
    equal = np.isin(keys, arrays["glued_hash"]) | np.isin(keys, arrays["code_hash"])
    return np.unique(customers.array("key_row")[equal])


class NamesTried:
    """Holds stored names against a small index, without their customers."""

    def __init__(self, customers: Customers, small: NameIndex, least: float) -> None:
        self._words = unpacked(customers, "vocab")
        self._ends = customers.array("name_ends")
        self._tokens = customers.array("name_words")
        self._spelt = customers.array("name_spelt")
        self._rows = customers.array("name_row")
        self._candidates = Candidates(small)
        self._translated = customers.array("name_translated")
        self._needed = least_needed(least)

    def rows(self, names: Sequence[int]) -> list[int]:
        """The rows of those of the names that have a candidate in the index."""
        queries = [self._query(at) for at in names]
        found = self._candidates.find(queries)
        hits = (at for at, rows in zip(names, found, strict=True) if rows)
        return sorted({int(self._rows[at]) for at in hits})

    def _query(self, at: int) -> Query:
        form = self._form(at)
        needed = self._needed
        if self._translated[at]:
            needed = for_translation(needed)
        return Query(form, min(needed), needed)

    def _form(self, at: int) -> NameForm:
        """The form of a name, with a legal form, which makes it no less alike.

        Of its text no more is known than whether that is in another script.
        """
        text = _OTHER_SCRIPT if self._translated[at] else ""
        first, last = self._ends[at : at + 2].tolist()
        tokens, spelt = (
            tuple(self._words[i] for i in ids[first:last].tolist())
            for ids in (self._tokens, self._spelt)
        )
        return NameForm(text, tokens, _ANY_FORM, spelt=spelt)


def rows_holding(customers: Customers, words: Array) -> Array:
    """The rows with a name that has one of these words, given as hashes.

    As a token, as it is written, or as two neighbours.
    """
    hit = np.isin(customers.array("vocab_hash"), words)
    tokens, spelt = (customers.array(f"name_{x}") for x in ("words", "spelt"))
    joined = np.isin(customers.array("pair_hash"), words)
    rows = [customers.array("pair_row")[joined]]
    if len(tokens) and hit.any():
        begins = customers.array("name_ends")[:-1]
        held = np.logical_or.reduceat(hit[tokens] | hit[spelt], begins)
        rows.append(customers.array("name_row")[held])
    return np.unique(np.concatenate(rows))
