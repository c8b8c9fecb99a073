"""Turns listings into the arrays of a name index."""

from collections.abc import Callable, Iterable
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import orjson

from enduse.model import DateSpan, Listing, PartyKind
from enduse.names import hashing, spot_keys, store
from enduse.names.features import identifiers
from enduse.names.features.commonness import enough
from enduse.names.features.name import missing_cost
from enduse.names.form import NameForm, parse
from enduse.names.priority import consequence
from enduse.names.store import Array, pack
from enduse.names.weights import listed_weight
from enduse.text.given_names import cluster
from enduse.text.phonetic import KANA, VOWELLESS, loose, loose_kana, skeleton

FUZZY_LENGTH = 3
SKELETON_LENGTH = 2
HEAVIEST = 1024.0  # no name's words weigh as much together
_PROGRESS_EVERY = 1000


def filed_sounds(word: str) -> list[str]:
    """Keys under which a listed word is found from a script that leaves sounds out.

    Or, for a word of such a script, from Latin letters.
    """
    if word.endswith(KANA):
        return _keyed("2", loose_kana(word))
    if word.endswith(VOWELLESS):
        return _keyed("1", loose(word))
    return [*_keyed("3", loose(word)), *_keyed("4", loose_kana(word))]


def asked_sounds(word: str) -> list[str]:
    """The keys that `filed_sounds` gives to the words that this one may be."""
    if word.endswith(KANA):
        return _keyed("4", loose_kana(word))
    if word.endswith(VOWELLESS):
        return _keyed("3", loose(word))
    return [*_keyed("1", loose(word)), *_keyed("2", loose_kana(word))]


def _keyed(sign: str, key: str) -> list[str]:
    return [sign + key] if key else []


class Builder:
    """Gathers listings one by one; `arrays` then gives the finished index."""

    def __init__(self) -> None:
        self.records: list[str] = []
        self.codes: list[tuple[str, int]] = []
        self.texts: list[str] = []
        self.legal: list[str] = []
        self.spelt: list[str] = []
        self.raw: list[str] = []
        self.subject: list[int] = []
        self._subjects: dict[str, int] = {}
        self.words: list[tuple[str, ...]] = []
        self.holder: list[int] = []
        self.weak: list[bool] = []
        self.missing: list[float] = []
        self.enough: list[float] = []
        self.tokens: list[tuple[str, ...]] = []
        self.vocabulary: dict[str, int] = {}
        self.spellings: set[tuple[str, str]] = set()
        self.spots: list[tuple[str, int]] = []

    def add(self, listing: Listing) -> None:
        """Takes in one listing: its record, its names, its identifiers."""
        at = len(self.records)
        codes = identifiers.codes(listing.identifiers)
        self.codes += [(key, at) for key in identifiers.keys(codes)]
        self.records.append(_record(listing, codes))
        seen = set()
        who = parse(listing.name, listing.kind).key
        subject = self._subjects.setdefault(who, len(self._subjects))
        for name in listing.names:
            form = parse(name.text, listing.kind)
            if form.tokens and (form.tokens, name.weak) not in seen:
                seen.add((form.tokens, name.weak))
                self._add_name(form, listing.kind, at, weak=name.weak)
                self.subject.append(subject)
                self.spots += spot_keys.of_name(name, listing.kind, form, at)

    def _add_name(
        self, form: NameForm, kind: PartyKind, at: int, *, weak: bool
    ) -> None:
        self.texts.append(form.text)
        self.legal.append(" ".join(form.legal))
        same = form.spelt == form.tokens
        self.spelt.append("" if same else " ".join(form.spelt))
        self.words.append(form.spelt)
        self.raw.append(form.raw)
        self.holder.append(at)
        self.weak.append(weak)
        self.tokens.append(form.tokens)
        self.missing.append(missing_cost(kind))
        self.enough.append(enough(kind))
        for token in form.tokens:
            self.vocabulary.setdefault(token, len(self.vocabulary))
        if not same:
            self.spellings.update(zip(form.spelt, form.tokens, strict=True))

    def arrays(self) -> tuple[dict[str, Array], dict[str, int]]:
        """Every array of the index, and its counts."""
        names = len(self.texts)
        flat, ends, words = self._numbered()
        found = {"name_token": flat, "name_ends": ends}
        owners = np.repeat(np.array(self.subject, dtype=np.int64), np.diff(ends))
        held = _holders(flat, owners, len(words))
        found |= _vocabulary(words, held, len(self._subjects))
        found |= _spellings(words, self.spellings)
        found["vocab_held"] = held
        weights = found["vocab_weight"][flat].astype(np.float64)
        sums = np.concatenate([[0.0], np.cumsum(weights)])
        whole = (sums[ends[1:]] - sums[ends[:-1]]).astype(np.float32)
        found["name_weight"] = whole
        found |= _postings(flat, ends, len(words), whole)
        found["name_listing"] = np.array(self.holder, dtype=np.int32)
        found["name_missing"] = np.array(self.missing, dtype=np.float32)
        found["name_enough"] = np.array(self.enough, dtype=np.float32)
        found["name_weak"] = np.array(self.weak, dtype=np.bool_)
        found |= _packed("text", self.texts) | _packed("legal", self.legal)
        found |= _packed("spelt", self.spelt) | _packed("raw", self.raw)
        found |= _packed("record", self.records) | _packed("vocab", words)
        found |= self._keys()
        facts = {"names": names, "listings": len(self.records), "tokens": len(words)}
        return found, facts

    def _numbered(self) -> tuple[Array, Array, list[str]]:
        """Token ids of all names in one run; ids follow the order of token hashes."""
        words = list(self.vocabulary)
        order = np.argsort(hashing.of_texts(words), kind="stable")
        rank = np.empty(len(words), dtype=np.int32)
        rank[order] = np.arange(len(words), dtype=np.int32)
        ids = [self.vocabulary[t] for t in chain.from_iterable(self.tokens)]
        flat = rank[np.array(ids, dtype=np.int64)] if ids else rank[:0]
        ends = np.zeros(len(self.tokens) + 1, dtype=np.int64)
        ends[1:] = np.cumsum([len(t) for t in self.tokens], dtype=np.int64)
        return flat, ends, [words[i] for i in order]

    def _keys(self) -> dict[str, Array]:
        glued = [("".join(words), row) for row, words in enumerate(self.words)]
        glued += [(raw, row) for row, raw in enumerate(self.raw)]
        pairs = [
            (a + b, row)
            for row, tokens in enumerate(self.words)
            for a, b in pairwise(tokens)
        ]
        return {
            **_lookup("glued", glued, spot_keys.hashes),
            **_lookup("pair", pairs, hashing.of_texts),
            **_lookup("code", self.codes, spot_keys.hashes),
            **_lookup("spot", self.spots, spot_keys.hashes),
            "spot_bits": spot_keys.bits(key for key, _ in self.spots),
        }


def build(
    listings: Iterable[Listing],
    folder: Path,
    *,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Writes the index of the listings' names into an empty folder.

    Listings are taken one at a time; the same listings in the same order give the
    same bytes. `progress` is called with the count so far, every thousand.
    """
    builder = Builder()
    count = 0
    for count, listing in enumerate(listings, 1):
        builder.add(listing)
        if progress and count % _PROGRESS_EVERY == 0:
            progress(count)
    arrays, facts = builder.arrays()
    store.write(folder, arrays, facts)
    if progress:
        progress(count)


def _record(listing: Listing, codes: tuple[identifiers.Code, ...]) -> str:
    plain = {
        "id": listing.id,
        "source": listing.source,
        "kind": listing.kind,
        "countries": sorted({*listing.countries, *listing.nationalities}),
        "births": [_birth(span) for span in listing.birth_dates],
        "codes": [[c.scheme, c.value, c.country, c.given_as] for c in codes],
        "consequence": consequence(listing.measures),
    }
    return orjson.dumps(plain).decode()


def _birth(span: DateSpan) -> list[str | bool]:
    first, last = span.earliest.isoformat(), span.latest.isoformat()
    return [first, last, span.circa, span.text]


def posting_key(ids: Array, weights: Array) -> Array:
    """Where a token's names of a weight stand among all postings: it only grows."""
    return ids * HEAVIEST + np.minimum(weights, HEAVIEST - 1.0)


def _postings(flat: Array, ends: Array, words: int, weights: Array) -> dict[str, Array]:
    """The names of each token, those with the least weight in all their words first.

    A search reads of a common token's names only those that may still be alike.
    """
    rows = np.repeat(np.arange(len(ends) - 1, dtype=np.int32), np.diff(ends))
    keys = posting_key(flat, weights[rows].astype(np.float64))
    order = np.argsort(keys, kind="stable")
    counts = np.bincount(flat, minlength=words)
    posting_ends = np.zeros(words + 1, dtype=np.int64)
    posting_ends[1:] = np.cumsum(counts)
    kept = {"posting": rows[order], "posting_key": keys[order]}
    return kept | {"posting_ends": posting_ends}


def _holders(flat: Array, owners: Array, words: int) -> Array:
    """How many subjects hold each token.

    Listings of one primary name count once: the same party stands on many lists.
    """
    size = int(owners.max(initial=0)) + 1
    both = np.unique(flat.astype(np.int64) * size + owners)
    return np.bincount(both // size, minlength=words).astype(np.int32)


def _vocabulary(words: list[str], held: Array, listings: int) -> dict[str, Array]:
    """Hashes, weights and skeletons of every token."""
    rows = hashing.letters(words)
    hashes = hashing.whole(rows)
    both = zip(words, held.tolist(), strict=True)
    weights = [listed_weight(word, n, listings) for word, n in both]
    bones = [skeleton(word) for word in words]
    sound = [i for i, bone in enumerate(bones) if len(bone) >= SKELETON_LENGTH]
    keys = [(bones[i], i) for i in sound]
    keys += [(key, i) for i, word in enumerate(words) for key in filed_sounds(word)]
    sounds = hashing.of_texts([key for key, _ in keys])
    return {
        "vocab_hash": hashes,
        "vocab_weight": np.array(weights, dtype=np.float32),
        **_sorted("sound", sounds, np.array([i for _, i in keys], dtype=np.int32)),
    }


def _spellings(words: list[str], spelt: set[tuple[str, str]]) -> dict[str, Array]:
    """Every token, and every word listed in another spelling than its token's.

    `near` files each, and each less one letter, under the number of the spelling.
    """
    place = {word: at for at, word in enumerate(words)}
    others = sorted((w, t) for w, t in spelt if w != t and w not in place)
    texts = [*words, *(word for word, _ in others)]
    rows = hashing.letters(texts)
    long = np.array([len(text) >= FUZZY_LENGTH for text in texts], dtype=np.bool_)
    near, owner = hashing.deletions(rows[long])
    ids = np.arange(len(texts), dtype=np.int32)
    owners = np.concatenate([ids, ids[long][owner]])
    tokens = [*range(len(words)), *(place[token] for _, token in others)]
    return {
        **_sorted("near", np.concatenate([hashing.whole(rows), near]), owners),
        **_packed("spelling", texts),
        **_packed("bone", [skeleton(text) for text in texts]),
        "spelling_token": np.array(tokens, dtype=np.int32),
        "spelling_name": np.array([cluster(text) for text in texts], dtype=np.int32),
    }


def _sorted(name: str, hashes: Array, values: Array) -> dict[str, Array]:
    order = np.lexsort((values, hashes))
    return {f"{name}_hash": hashes[order], f"{name}_value": values[order]}


def _lookup(
    name: str, items: list[tuple[str, int]], hashes: Callable[[list[str]], Array]
) -> dict[str, Array]:
    values = np.array([value for _, value in items], dtype=np.int32)
    filed = hashes([key for key, _ in items])
    order = np.lexsort((values, filed))
    filed, values = filed[order], values[order]
    kept = np.ones(len(filed), dtype=np.bool_)
    kept[1:] = (filed[1:] != filed[:-1]) | (values[1:] != values[:-1])
    return {f"{name}_hash": filed[kept], f"{name}_value": values[kept]}


def _packed(name: str, texts: list[str]) -> dict[str, Array]:
    run, ends = pack(texts)
    return {f"{name}_run": run, f"{name}_ends": ends}
