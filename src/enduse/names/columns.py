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

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain, pairwise

import numpy as np

from enduse.model import ListedName, PartyKind
from enduse.names import spot_keys
from enduse.names.features import known_by
from enduse.names.form import NameForm, parse
from enduse.names.kinds import KINDS
from enduse.names.other_forms import other_forms
from enduse.names.store import Array, encoded
from enduse.text.phonetic import VOWELLESS
from enduse.text.scripts import scripts

TEXTS = ("text", "legal", "spelt", "raw")
_A = ord("a")
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


@dataclass(frozen=True, slots=True)
class _Row:
    """A form of a name, whose it is, and the key under which texts have it, or ''."""

    form: NameForm
    listing: int
    kind: PartyKind
    weak: bool
    spot: str


def of_listings(asked: Sequence[Asked]) -> Columns:
    """The columns of listings' names, in their order."""
    subjects: list[str] = []
    rows = [row for at, one in enumerate(asked) for row in _rows(at, one, subjects)]
    forms = [row.form for row in rows]
    words, word, length = _words(forms)
    pairs, pair = _pairs(forms)
    others = (f for f in forms if f.spelt != f.tokens)
    spellings = (zip(f.spelt, f.tokens, strict=True) for f in others)
    arrays = {
        "word": word,
        "length": length,
        "pair": pair,
        "subject": _hashed(subjects),
        "said": _hashed(map(_said, forms)),
    }
    arrays |= _facts(rows) | _by_word(words, word, length) | _keys(rows)
    for name in TEXTS:
        run, lengths = encoded([_TEXT_OF[name](form) for form in forms])
        arrays |= {f"{name}_run": run, f"{name}_length": lengths}
    return Columns(words, pairs, frozenset(chain.from_iterable(spellings)), arrays)


def _rows(at: int, asked: Asked, subjects: list[str]) -> Iterator[_Row]:
    """The forms of a listing's names, each once; `subjects` gets the first's key."""
    kind, names = asked
    seen = set()
    first = ""
    for number, (text, weak) in enumerate(names):
        form = parse(text, kind)
        first = first if number else form.key
        for one in (form, *other_forms(text, kind)):
            said = one.tokens, one.spelt, weak
            if one.tokens and said not in seen:
                seen.add(said)
                name = ListedName(text, weak=weak)
                spot = spot_keys.of_name(name, kind, form) if one is form else ""
                yield _Row(one, at, kind, weak, spot)
    subjects.append(first)


def _words(forms: Sequence[NameForm]) -> tuple[tuple[str, ...], Array, Array]:
    number: dict[str, int] = {}
    run = [number.setdefault(t, len(number)) for form in forms for t in form.tokens]
    length = np.array([len(form.tokens) for form in forms], dtype=np.int32)
    return tuple(number), np.array(run, dtype=np.int32), length


def _pairs(forms: Sequence[NameForm]) -> tuple[tuple[str, ...], Array]:
    """For each word the pair it makes with the next one, or -1; and all pairs.

    A pair is two neighbours written as one word.
    """
    number: dict[str, int] = {}
    run: list[int] = []
    for form in forms:
        for one, other in pairwise(form.spelt):
            both = one.rstrip(VOWELLESS) + other
            run.append(number.setdefault(both, len(number)))
        run.append(-1)
    return tuple(number), np.array(run, dtype=np.int32)


def _facts(rows: Sequence[_Row]) -> dict[str, Array]:
    latin = (_is_latin(row.form.text) for row in rows)
    count = len(rows)
    return {
        "row_listing": np.fromiter((row.listing for row in rows), np.int32, count),
        "row_kind": np.fromiter((KINDS.index(r.kind) for r in rows), np.int8, count),
        "row_weak": np.fromiter((row.weak for row in rows), np.bool_, count),
        "row_latin": np.fromiter(latin, np.bool_, count),
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


def _keys(rows: Sequence[_Row]) -> dict[str, Array]:
    """Names as one word, with their short ones, and the keys looked for in texts."""
    glued = [("".join(row.form.spelt), at) for at, row in enumerate(rows)]
    glued += [
        (r.form.raw, at) for at, r in enumerate(rows) if r.form.raw != glued[at][0]
    ]
    firms = ((at, row.form) for at, row in enumerate(rows) if row.kind == "entity")
    glued += [(word, at) for at, form in firms for word in known_by.short_names(form)]
    spots = [(row.spot, row.listing) for row in rows if row.spot]
    return {
        "glued_hash": spot_keys.hashes(key for key, _ in glued),
        "glued_row": np.array([at for _, at in glued], dtype=np.int32),
        "spot_hash": spot_keys.hashes(key for key, _ in spots),
        "spot_listing": np.array([at for _, at in spots], dtype=np.int32),
        "spot_bits": spot_keys.places(key for key, _ in spots),
    }


def _spelt(form: NameForm) -> str:
    return "" if form.spelt == form.tokens else " ".join(form.spelt)


_TEXT_OF: dict[str, Callable[[NameForm], str]] = {
    "text": lambda form: form.text,
    "legal": lambda form: " ".join(form.legal),
    "spelt": _spelt,
    "raw": lambda form: form.raw,
}


def _said(form: NameForm) -> str:
    """All that is compared of a form, as one text."""
    many = (form.tokens, form.spelt, form.legal)
    return _APART.join((*map(_BESIDE.join, many), form.raw))


def _hashed(texts: Iterable[str]) -> Array:
    """Sixteen bytes that tell texts apart, as two numbers each."""
    made = b"".join(
        blake2b(text.encode("utf-8", "surrogatepass"), digest_size=16).digest()
        for text in texts
    )
    return np.frombuffer(made, dtype="<u8").reshape(-1, 2)
