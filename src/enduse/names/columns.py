"""The names of some listings as columns: what one process reads goes over at once.

*Shape*: `arrays` has a value for each row, which is one form of a name, unless its name
says otherwise:

    row_*      the listing (its place in the part), kind, whether it is weak, ...
    word, pair numbers among `words` and `pairs`, in one run; -1 ends a name's pairs
    length     how many words each row has
    said       two halves of a hash of all that is compared of a row
    subject    the same of each listing's first name
    glued_*, spot_*  hashes of keys, and whose each is
    text_*, legal_*, spelt_*, raw_*  texts: a run of bytes, and the length of each
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from hashlib import blake2b
from itertools import chain

import numpy as np

from enduse.model import ListedName, PartyKind
from enduse.names import spot_keys
from enduse.names.features import by_family, known_by
from enduse.names.form import NameForm, parse
from enduse.names.kinds import KINDS
from enduse.names.numbered import Numbered
from enduse.names.other_forms import other_forms
from enduse.names.store import Array, encoded
from enduse.text.field_mended import mended
from enduse.text.numbers import joined
from enduse.text.phonetic import VOWELLESS
from enduse.text.scripts import scripts

TEXTS = ("text", "legal", "spelt", "raw")
_A = ord("a")
_NUMBER = {kind: at for at, kind in enumerate(KINDS)}
# What each kind of party may be called for short, by the kind's number.
_CALLED = {
    _NUMBER["entity"]: known_by.short_names,
    _NUMBER["person"]: by_family.short_names,
}
_APART, _BESIDE = "\x1e", "\x1f"  # no word has them

Asked = tuple[PartyKind, tuple[tuple[str, bool], ...]]
"""A listing's kind, and the text of each of its names with whether it is weak."""


@dataclass(frozen=True, slots=True)
class Columns:
    """What was read of some listings' names; words and pairs by when first met.

    `spellings` has words listed in another spelling, each with its token.
    """

    words: tuple[str, ...]
    pairs: tuple[str, ...]
    spellings: frozenset[tuple[str, str]]
    arrays: dict[str, Array]


@dataclass(slots=True)
class _Rows:
    """Forms of names; of each, whose it is, its kind, and whether it is weak.

    `spots` are keys under which texts have names, each with its listing; `subjects` the
    key of each listing's first name.
    """

    forms: list[NameForm] = field(default_factory=list)
    listings: list[int] = field(default_factory=list)
    kinds: list[int] = field(default_factory=list)
    weak: list[bool] = field(default_factory=list)
    spots: list[tuple[str, int]] = field(default_factory=list)
    subjects: list[str] = field(default_factory=list)

    def take(self, at: int, kind: PartyKind, names: Sequence[tuple[str, bool]]) -> None:
        """Takes in the forms of a listing's names, each once."""
        number = _NUMBER[kind]
        seen: set[object] = set()
        subject = None
        for text, weak in names:
            meant = mended(text)  # lists, too, have letters of two alphabets in a word
            read = (parse(meant, kind), *other_forms(meant, kind))
            if meant != text:
                read = tuple([replace(one, text=text) for one in read])
            form = read[0]
            subject = form.key if subject is None else subject
            for one in read:
                said = one.tokens, one.spelt, weak, _whole(one)
                if not one.tokens or said in seen:
                    continue
                seen.add(said)
                self.forms.append(one)
                self.listings.append(at)
                self.kinds.append(number)
                self.weak.append(weak)
                if one is form and not weak:
                    keys = spot_keys.of_name(ListedName(meant), kind, form)
                    self.spots += [(key, at) for key in keys]
        self.subjects.append(subject or "")


def _whole(form: NameForm) -> str:
    """All that is written of a name of one word, which its legal form tells apart."""
    return form.raw if form.legal and len(form.tokens) == 1 else ""


def of_listings(asked: Sequence[Asked]) -> Columns:
    """The columns of listings' names, in their order."""
    rows = _Rows()
    for at, (kind, names) in enumerate(asked):
        rows.take(at, kind, names)
    forms = rows.forms
    words, word, length = _words(forms)
    glued = list(map("".join, [form.spelt for form in forms]))
    pairs, pair = _pairs(forms, glued)
    others = (f for f in forms if f.spelt != f.tokens)
    spellings = (zip(f.spelt, f.tokens, strict=True) for f in others)
    arrays = {
        "word": word,
        "length": length,
        "pair": pair,
        "subject": _hashed(rows.subjects),
        "said": _hashed(map(_said, forms)),
    }
    arrays |= _facts(rows) | _by_word(words, word, length) | _keys(rows, glued)
    for name, texts in _texts(forms).items():
        run, lengths = encoded(texts)
        arrays |= {f"{name}_run": run, f"{name}_length": lengths}
    return Columns(words, pairs, frozenset(chain.from_iterable(spellings)), arrays)


def _words(forms: Sequence[NameForm]) -> tuple[tuple[str, ...], Array, Array]:
    number = Numbered()
    run = list(map(number.__getitem__, chain.from_iterable([f.tokens for f in forms])))
    length = np.array([len(form.tokens) for form in forms], dtype=np.int32)
    return tuple(number), np.array(run, dtype=np.int32), length


def _pairs(
    forms: Sequence[NameForm], glued: Sequence[str]
) -> tuple[tuple[str, ...], Array]:
    """For each word the pair it makes with the next one, or -1; and all pairs.

    A pair is two neighbours written as one word.
    """
    number = Numbered()
    run: list[int] = []
    for form, whole in zip(forms, glued, strict=True):
        before, after = form.spelt, form.spelt[1:]
        if VOWELLESS in whole:
            before = tuple([word.rstrip(VOWELLESS) for word in before])
        run += map(number.__getitem__, map(joined, before, after))
        run.append(-1)
    return tuple(number), np.array(run, dtype=np.int32)


def _facts(rows: _Rows) -> dict[str, Array]:
    latin = [_is_latin(form.text) for form in rows.forms]
    return {
        "row_listing": np.array(rows.listings, dtype=np.int32),
        "row_kind": np.array(rows.kinds, dtype=np.int8),
        "row_weak": np.array(rows.weak, dtype=np.bool_),
        "row_latin": np.array(latin, dtype=np.bool_),
    }


def _is_latin(text: str) -> bool:
    return text.isascii() or "Hani" not in scripts(text)


def _by_word(words: Sequence[str], word: Array, length: Array) -> dict[str, Array]:
    """Which rows leave sounds unwritten, and the initials of each, a bit a letter."""
    marked = np.array([word.endswith(VOWELLESS) for word in words], dtype=np.bool_)
    short = [len(word) == 1 and word.isalpha() for word in words]
    bits = [
        1 << (ord(word) - _A) if is_short else 0
        for word, is_short in zip(words, short, strict=True)
    ]
    if not len(length):
        return {"row_marked": marked, "row_initials": np.array(bits, dtype=np.int32)}
    begins = np.cumsum(length, dtype=np.int64) - length
    initials = np.array(bits, dtype=np.int32)[word]
    return {
        "row_marked": np.logical_or.reduceat(marked[word], begins),
        "row_initials": np.bitwise_or.reduceat(initials, begins),
    }


def _keys(rows: _Rows, glued: list[str]) -> dict[str, Array]:
    """Names as one word, with their short ones, and the keys looked for in texts."""
    places = list(range(len(glued)))
    for at, form in enumerate(rows.forms):
        if form.raw != glued[at]:
            glued.append(form.raw)
            places.append(at)
    for at, form in enumerate(rows.forms):
        called = _CALLED.get(rows.kinds[at])
        if called:
            short = called(form)
            glued += short
            places += [at] * len(short)
    return {
        "glued_hash": spot_keys.hashes(glued),
        "glued_row": np.array(places, dtype=np.int32),
        "spot_hash": spot_keys.hashes(key for key, _ in rows.spots),
        "spot_listing": np.array([at for _, at in rows.spots], dtype=np.int32),
        "spot_bits": spot_keys.codes(key for key, _ in rows.spots),
    }


def _texts(forms: Sequence[NameForm]) -> dict[str, list[str]]:
    """The texts that are kept of each form; how it is spelt where that differs."""
    return {
        "text": [form.text for form in forms],
        "legal": [" ".join(form.legal) for form in forms],
        "spelt": ["" if f.spelt == f.tokens else " ".join(f.spelt) for f in forms],
        "raw": [form.raw for form in forms],
    }


def _said(form: NameForm) -> str:
    """All that is compared of a form, as one text."""
    many = (form.tokens, form.spelt, form.legal)
    return _APART.join((*map(_BESIDE.join, many), form.raw))


def _hashed(texts: Iterable[str]) -> Array:
    """Sixteen bytes that tell texts apart, as two numbers each."""
    raw = [text.encode("utf-8", "surrogatepass") for text in texts]
    made = b"".join([blake2b(one, digest_size=16).digest() for one in raw])
    return np.frombuffer(made, dtype="<u8").reshape(-1, 2)
