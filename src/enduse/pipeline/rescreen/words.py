"""The words by which rows of a book can be found, kept beside them.

*Shape* of the arrays: `vocab_*` the packed words; `name_words` word numbers of all
names in one run and `name_spelt` those of the same words as they are written,
`name_ends` where each name begins, `name_row` whose it is, `name_translated` whether it
is in another script; `key_*` names, identifiers and houses as one hash each; `pair_*`
two neighbouring words as one; `sought_*` the keys by which a search finds each word;
`text_*` the packed texts, each once, `held_*` which row holds which, and `field_*`
which row has which as a name that may say more than one.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import numpy as np

from enduse.library.books import Array, slices
from enduse.model import Party, Text
from enduse.names import hashing, houses, spot_keys, within
from enduse.names.features import identifiers
from enduse.names.features.in_translation import is_translated
from enduse.names.form import NameForm
from enduse.names.lookup import asked_keys
from enduse.names.other_forms import forms
from enduse.names.sites import sites
from enduse.names.stated import stated
from enduse.names.store import pack
from enduse.pipeline.case import Case
from enduse.pipeline.rescreen.stored_words import Carried, Words
from enduse.text.phonetic import VOWELLESS
from enduse.text.skeleton import skeleton

_CHUNK = 50_000


@dataclass(frozen=True, slots=True)
class _Met:
    """Names, keys and texts as they are met in rows, each with its row."""

    names: list[tuple[int, NameForm]] = field(default_factory=list)
    keys: list[tuple[int, str]] = field(default_factory=list)
    texts: list[tuple[int, str]] = field(default_factory=list)
    fields: list[tuple[int, str]] = field(default_factory=list)

    def party(self, row: int, party: Party) -> None:
        """Take in the names, identifiers and addresses of a party."""
        self.fields.extend((row, text) for text in within.fields(party))
        said = stated(party)
        numbers = said.identifiers
        codes = identifiers.asked(numbers, party.kind) if numbers else ()
        self.keys.extend((row, key) for key in identifiers.keys(codes))
        places = houses.keys(sites(party.addresses))
        self.keys.extend((row, key) for key in places)
        for text in said.names:
            for form in forms(text, said.kind):
                if form.tokens:
                    self.names.append((row, form))
                    keys = dict.fromkeys((form.glued, form.raw))
                    self.keys.extend((row, key) for key in keys if key)

    def arrays(self, number: dict[str, int], texts: dict[str, int]) -> dict[str, Array]:
        """All as numbers; `number` and `texts` learn the words and texts met."""
        forms = [form for _, form in self.names]
        spelt = [form.spelt or form.tokens for form in forms]
        pairs = [
            (row, one.rstrip(VOWELLESS) + other)
            for (row, _), words in zip(self.names, spelt, strict=True)
            for one, other in pairwise(words)
        ]
        held = [text for _, text in self.texts]
        fields = [text for _, text in self.fields]
        return {
            "name_words": _numbers(number, (form.tokens for form in forms)),
            "name_spelt": _numbers(number, spelt),
            "name_lengths": np.array([len(f.tokens) for f in forms], dtype=np.int32),
            "name_row": _rows(self.names),
            "name_translated": np.array([is_translated(f) for f in forms], np.bool_),
            "key_hash": spot_keys.hashes(key for _, key in self.keys),
            "key_row": _rows(self.keys),
            "pair_hash": hashing.of_texts([pair for _, pair in pairs]),
            "pair_row": _rows(pairs),
            "held_text": _numbers(texts, [held]),
            "held_row": _rows(self.texts),
            "field_text": _numbers(texts, [fields]),
            "field_row": _rows(self.fields),
        }


def words_of(rows: Sequence[int], cases: Iterable[Case]) -> Words:
    """The words of rows, from their cases."""
    met = _Met()
    for row, case in zip(rows, cases, strict=True):
        for fact in case.facts:
            if isinstance(fact.value, Party):
                met.party(row, fact.value)
            elif isinstance(fact.value, Text):
                met.texts.append((row, fact.value.text))
    number: dict[str, int] = {}
    texts: dict[str, int] = {}
    arrays = met.arrays(number, texts)
    return Words(tuple(number), tuple(texts), arrays)


class Gathered:
    """Words of all rows, part by part; `arrays` then gives what is stored."""

    def __init__(self) -> None:
        self._vocabulary: dict[str, int] = {}
        self._texts: dict[str, int] = {}
        self._parts: dict[str, list[Array]] = {}
        self._sought: list[tuple[Array, Array]] = []
        self._known = 0  # words whose keys are in `_sought`

    def add(self, words: Words) -> None:
        """Take in the words of some rows."""
        ids = _numbers(self._vocabulary, [words.words])
        texts = _numbers(self._texts, [words.texts])
        arrays = dict(words.arrays)
        for name in ("name_words", "name_spelt"):
            arrays[name] = ids[arrays[name]]
        for name in ("held_text", "field_text"):
            arrays[name] = texts[arrays[name]]
        for name, array in arrays.items():
            self._parts.setdefault(name, []).append(array)

    def carry(self, found: Carried) -> None:
        """Take in, before all others, the words of rows that are as they were."""
        self.add(found.words)
        self._sought.append((found.sought_hash, found.sought_word))
        self._known = len(found.words.words)

    def arrays(self) -> dict[str, Array]:
        """Every array to store."""
        found = {name: np.concatenate(parts) for name, parts in self._parts.items()}
        lengths = found.pop("name_lengths", np.zeros(0, dtype=np.int32))
        found["name_ends"] = np.concatenate([[0], np.cumsum(lengths, dtype=np.int64)])
        for name, texts in (("vocab", self._vocabulary), ("text", self._texts)):
            found[f"{name}_run"], found[f"{name}_ends"] = pack(list(texts))
        words = list(self._vocabulary)
        found["vocab_hash"] = hashing.of_texts(words)
        sought = [*self._sought, *_sought(words, self._known)]
        found["sought_hash"] = np.concatenate([hashes for hashes, _ in sought])
        found["sought_word"] = np.concatenate([owners for _, owners in sought])
        return found


def _sought(words: Sequence[str], first: int) -> Iterator[tuple[Array, Array]]:
    """The keys under which words are looked up, and which word each is of.

    Of all words from the `first` on.
    """
    yield np.zeros(0, np.uint64), np.zeros(0, np.int32)
    for start, end in slices(len(words) - first, _CHUNK):
        part = words[first + start : first + end]
        bones = [skeleton(word) for word in part]
        found, at = asked_keys(part, bones, shadowed=True)
        yield found, (at + first + start).astype(np.int32)


def _numbers(number: dict[str, int], names: Iterable[Iterable[str]]) -> Array:
    """The numbers of words among all of them so far; new ones get the next."""
    ids = [number.setdefault(word, len(number)) for name in names for word in name]
    return np.array(ids, dtype=np.int32)


def _rows(held: Sequence[tuple[int, Any]]) -> Array:
    return np.array([row for row, _ in held], dtype=np.int32)
