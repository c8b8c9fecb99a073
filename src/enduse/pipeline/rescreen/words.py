"""The words by which rows of a book can be found, kept beside them.

*Shape* of the arrays: `vocab_*` the packed words; `name_words` word numbers of all
names in one run and `name_spelt` those of the same words as they are written,
`name_ends` where each name begins, `name_row` whose it is; `key_*` names and
identifiers as one hash each; `pair_*` two neighbouring words as one; `sought_*` the
keys by which a search finds each word; `text_*` the packed texts, each once, and
`held_*` which row holds which.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from enduse.library.books import Array, Customers, slices
from enduse.model import Party, Text
from enduse.names import hashing, spot_keys
from enduse.names.features import identifiers
from enduse.names.form import NameForm, forms
from enduse.names.lookup import asked_keys
from enduse.names.store import pack
from enduse.pipeline.case import Case
from enduse.text.phonetic import VOWELLESS, skeleton

_NAMES_READ = 16  # as the matcher reads them
_CHUNK = 50_000


@dataclass(frozen=True, slots=True)
class Words:
    """What some rows hold, each with its row: names, keys, neighbours, texts.

    A name is its tokens, and in `spelt` the same as they are written.
    """

    names: list[tuple[int, tuple[str, ...]]] = field(default_factory=list)
    spelt: list[tuple[str, ...]] = field(default_factory=list)
    keys: list[tuple[int, str]] = field(default_factory=list)
    pairs: list[tuple[int, str]] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)


def words_of(rows: Sequence[int], cases: Iterable[Case]) -> Words:
    """The words of rows, from their cases."""
    found = Words()
    for row, case in zip(rows, cases, strict=True):
        for fact in case.facts:
            if isinstance(fact.value, Party):
                _add_party(found, row, fact.value)
            elif isinstance(fact.value, Text):
                found.texts.append((row, fact.value.text))
    return found


def _add_party(found: Words, row: int, party: Party) -> None:
    codes = identifiers.codes(party.identifiers)
    found.keys.extend((row, key) for key in identifiers.keys(codes))
    for text in dict.fromkeys(name.text for name in party.names[:_NAMES_READ]):
        for form in forms(text, party.kind):
            _add_form(found, row, form)


def _add_form(found: Words, row: int, form: NameForm) -> None:
    if form.tokens:
        found.names.append((row, form.tokens))
        found.spelt.append(form.spelt or form.tokens)
        found.keys.extend((row, key) for key in {form.glued, form.raw} if key)
        both = pairwise(form.spelt or form.tokens)
        found.pairs.extend((row, a.rstrip(VOWELLESS) + b) for a, b in both)


class Gathered:
    """Words of all rows, part by part; `arrays` then gives what is stored."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._parts: dict[str, list[Array]] = {}

    def add(self, words: Words) -> None:
        """Take in the words of some rows."""
        self._keep("name_words", self._numbers(name for _, name in words.names))
        self._keep("name_spelt", self._numbers(words.spelt))
        lengths = [len(name) for _, name in words.names]
        self._keep("name_lengths", np.array(lengths, dtype=np.int32))
        self._keep("name_row", _rows(words.names))
        self._keep("key_hash", spot_keys.hashes(key for _, key in words.keys))
        self._keep("key_row", _rows(words.keys))
        self._keep("pair_hash", hashing.of_texts([pair for _, pair in words.pairs]))
        self._keep("pair_row", _rows(words.pairs))
        texts = self._texts
        held = [texts.setdefault(text, len(texts)) for _, text in words.texts]
        self._keep("held_text", np.array(held, dtype=np.int32))
        self._keep("held_row", _rows(words.texts))

    def _numbers(self, names: Iterable[Sequence[str]]) -> Array:
        number = self._vocabulary
        ids = [number.setdefault(word, len(number)) for name in names for word in name]
        return np.array(ids, dtype=np.int32)

    def _keep(self, name: str, part: Array) -> None:
        self._parts.setdefault(name, []).append(part)

    def arrays(self) -> dict[str, Array]:
        """Every array to store."""
        found = {name: np.concatenate(parts) for name, parts in self._parts.items()}
        lengths = found.pop("name_lengths", np.zeros(0, dtype=np.int32))
        found["name_ends"] = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
        for name, texts in (("vocab", self._vocabulary), ("text", self._texts)):
            found[f"{name}_run"], found[f"{name}_ends"] = pack(list(texts))
        words = list(self._vocabulary)
        found["vocab_hash"] = hashing.of_texts(words)
        found["sought_hash"], found["sought_word"] = _sought(words)
        return found


def _sought(words: Sequence[str]) -> tuple[Array, Array]:
    """The keys under which words are looked up, and which word each is of."""
    hashes, owners = [np.zeros(0, np.uint64)], [np.zeros(0, np.int32)]
    for start, end in slices(len(words), _CHUNK):
        part = words[start:end]
        bones = [skeleton(word) for word in part]
        found, at = asked_keys(part, bones, shadowed=True)
        hashes.append(found)
        owners.append((at + start).astype(np.int32))
    return np.concatenate(hashes), np.concatenate(owners)


def unpacked(customers: Customers, name: str) -> list[str]:
    """The stored words (`vocab`) or texts (`text`), by number."""
    run = customers.array(f"{name}_run").tobytes()
    ends = customers.array(f"{name}_ends").tolist()
    both: Iterator[tuple[Any, Any]] = pairwise(ends)
    return [run[a:b].decode("utf-8", "surrogatepass") for a, b in both]


def _rows(held: Sequence[tuple[int, Any]]) -> Array:
    return np.array([row for row, _ in held], dtype=np.int32)
