"""Turns listings into the arrays of a name index."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import orjson

from enduse.model import DateSpan, Listing, PartyKind
from enduse.names import filed, hashed, hashing, keys, reading, spot_keys, store
from enduse.names.alikeness import consonants_hashed
from enduse.names.features import identifiers, known_by
from enduse.names.form import NameForm, is_marked
from enduse.names.meanwhile import meanwhile
from enduse.names.priority import consequence
from enduse.names.store import Array
from enduse.names.weights import is_common, listed_weight
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.phonetic import VOWELLESS, skeleton
from enduse.text.scripts import scripts

_PROGRESS_EVERY = 1000
_CHUNK = 200_000
_LARGE = 50_000  # names whose keys another process makes meanwhile
KINDS: tuple[PartyKind, ...] = ("person", "entity", "vessel", "aircraft", "unknown")
Weigh = Callable[[list[str], Array], Array]  # words and their holders -> weights


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
        self.kind: list[int] = []
        self.marked: list[bool] = []
        self.latin: list[bool] = []
        self.initials: list[int] = []
        self.tokens: list[tuple[str, ...]] = []
        self.vocabulary: dict[str, int] = {}
        self.spellings: set[tuple[str, str]] = set()
        self.spots: list[tuple[str, int]] = []
        self.shorts: list[tuple[str, int]] = []
        self.wording: list[int] = []
        self._wordings: dict[object, int] = {}

    def add(
        self, listing: Listing, readings: Sequence[reading.Reading] | None = None
    ) -> None:
        """Takes in one listing: its record, its names, its identifiers.

        `readings` are those of its names, where they were read before.
        """
        readings = readings or reading.of_listing(listing)
        at = len(self.records)
        codes = identifiers.codes(listing.identifiers)
        self.codes += [(key, at) for key in identifiers.keys(codes)]
        self.records.append(_record(listing, codes))
        seen = set()
        who = readings[0].form.key if readings else ""
        subject = self._subjects.setdefault(who, len(self._subjects))
        for name, read in zip(listing.names, readings, strict=True):
            for one in (read.form, *read.others):
                said = one.tokens, one.spelt, name.weak
                if not one.tokens or said in seen:
                    continue
                seen.add(said)
                self._add_name(one, listing.kind, at, weak=name.weak)
                self.subject.append(subject)
                if one is read.form and read.spot:
                    self.spots.append((read.spot, at))

    def _add_name(
        self, form: NameForm, kind: PartyKind, at: int, *, weak: bool
    ) -> None:
        self.texts.append(form.text)
        self.legal.append(" ".join(form.legal))
        same = form.spelt == form.tokens
        self.spelt.append("" if same else " ".join(form.spelt))
        self.words.append(form.spelt)
        self.raw.append(form.raw)
        if kind == "entity":
            row = len(self.holder)
            self.shorts += [(word, row) for word in known_by.short_names(form)]
        self.holder.append(at)
        self.weak.append(weak)
        self.tokens.append(form.tokens)
        said = form.tokens, form.spelt, form.legal, form.raw
        self.wording.append(self._wordings.setdefault(said, len(self._wordings)))
        self.kind.append(KINDS.index(kind))
        self.marked.append(is_marked(form))
        self.latin.append(form.text.isascii() or "Hani" not in scripts(form.text))
        short = {t for t in form.tokens if len(t) == 1 and t.isalpha()}
        self.initials.append(sum(1 << (ord(t) - ord("a")) for t in short))
        for token in form.tokens:
            self.vocabulary.setdefault(token, len(self.vocabulary))
        if not same:
            self.spellings.update(zip(form.spelt, form.tokens, strict=True))

    def arrays(
        self, weigh: Weigh | None = None
    ) -> tuple[dict[str, Array], dict[str, int]]:
        """Every array of the index, and its counts.

        `weigh` gives words the weights they have elsewhere.
        """
        names = len(self.texts)
        flat, ends, words = self._numbered()
        owners = np.repeat(np.array(self.subject, dtype=np.int64), np.diff(ends))
        held = filed.holders(flat, owners, len(words))
        weights = weigh(words, held) if weigh else self._weights(words, held)
        pair, pairs = self._paired(ends)
        shadowed = self._shadowed()
        found = {"name_token": flat, "name_ends": ends, "name_pair": pair}
        found |= {"vocab_held": held, "vocab_weight": weights}
        found["vocab_hash"] = hashing.of_texts(words)
        found |= filed.targets(flat, pair, ends, weights, len(pairs))
        beside = len(self.texts) >= _LARGE
        keyed = meanwhile(partial(self._keys, pairs), beside=beside)
        found |= filed.postings(found, np.array(self.initials, dtype=np.int32))
        alone = filed.only(flat, ends, shadowed, len(words))
        parted = found["pair_shadowed"] = filed.only(pair, ends, shadowed, len(pairs))
        found |= self._filed(words, pairs, (alone, parted))
        found["name_listing"] = np.array(self.holder, dtype=np.int32)
        found["name_kind"] = np.array(self.kind, dtype=np.int8)
        found["name_wording"] = np.array(self.wording, dtype=np.int32)
        found["name_weak"] = np.array(self.weak, dtype=np.bool_)
        found["name_shadowed"] = shadowed
        found |= filed.packed("text", self.texts) | filed.packed("legal", self.legal)
        found |= filed.packed("spelt", self.spelt) | filed.packed("raw", self.raw)
        found |= filed.packed("record", self.records) | filed.packed("vocab", words)
        found |= filed.packed("pair", pairs) | keyed()
        counts = {"names": names, "listings": len(self.records), "tokens": len(words)}
        spellings = len(found["spelling_token"])
        return found, counts | {"pairs": len(pairs), "spellings": spellings}

    def _weights(self, words: list[str], held: Array) -> Array:
        both = zip(words, held.tolist(), strict=True)
        subjects = len(self._subjects)
        weights = [listed_weight(word, n, subjects) for word, n in both]
        return np.array(weights, dtype=np.float32)

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

    def _paired(self, ends: Array) -> tuple[Array, list[str]]:
        """For each token the pair it makes with the next one, or -1; and all pairs.

        A pair is two neighbours written as one word.
        """
        pairs: dict[str, int] = {}
        run: list[int] = []
        for spelt in self.words:
            for one, other in pairwise(spelt):
                both = one.rstrip(VOWELLESS) + other
                run.append(pairs.setdefault(both, len(pairs)))
            run.append(-1)
        return np.array(run, dtype=np.int32), list(pairs)

    def _shadowed(self) -> Array:
        """Names whose script leaves sounds out, of parties listed in Latin too."""
        marked = np.array(self.marked, dtype=np.bool_)
        holder = np.array(self.holder, dtype=np.int64)
        plain = np.zeros(len(self.records), dtype=np.bool_)
        latin = np.array(self.latin, dtype=np.bool_)
        plain[holder[~marked & latin]] = True
        return marked & plain[holder]

    def _filed(
        self, words: list[str], pairs: list[str], alone: tuple[Array, Array]
    ) -> dict[str, Array]:
        """Every token, every word listed in another spelling, and every pair.

        `key` files each under its keys: spellings by their number, then pairs. `alone`
        tells which tokens and which pairs stand in shadowed names alone.
        """
        shadowed, parted = alone
        place = {word: at for at, word in enumerate(words)}
        others = sorted((w, t) for w, t in self.spellings if w != t and w not in place)
        texts = [*words, *(word for word, _ in others)]
        tokens = [*range(len(words)), *(place[token] for _, token in others)]
        bones = [skeleton(text) for text in texts]
        sounds = [
            (key, at)
            for at, text in enumerate(texts)
            for key in keys.filed_sounds(text, shadowed=bool(shadowed[tokens[at]]))
        ]
        sounds += [
            (key, at)
            for at, pair in enumerate(pairs, start=len(texts))
            if pair.endswith(VOWELLESS)
            for key in keys.filed_sounds(pair, shadowed=bool(parted[at - len(texts)]))
        ]
        made = [keys.of_words(texts, bones), keys.of_sounds(sounds)]
        for start in range(0, len(pairs), _CHUNK):
            hashes, owners = keys.of_letters(pairs[start : start + _CHUNK])
            made.append((hashes, owners + (start + len(texts))))
        loose, kana = consonants_hashed(texts)
        return {
            **hashed.file("key", *keys.joined(made)),
            **filed.packed("spelling", texts),
            **filed.packed("bone", bones),
            "spelling_loose": loose,
            "spelling_kana": kana,
            "spelling_token": np.array(tokens, dtype=np.int32),
            "spelling_name": np.array([cluster(t) for t in texts], dtype=np.int32),
            "spelling_ordinary": np.array(
                [is_ordinary(t) for t in texts], dtype=np.bool_
            ),
            "spelling_shadowed": shadowed[np.array(tokens, dtype=np.int64)],
            "spelling_common": np.array([is_common(t) for t in texts], dtype=np.bool_),
        }

    def _keys(self, pairs: list[str]) -> dict[str, Array]:
        glued = [("".join(words), row) for row, words in enumerate(self.words)]
        glued += [(x, row) for row, x in enumerate(self.raw) if x != glued[row][0]]
        glued += self.shorts
        return {
            "pair_hash": np.unique(hashing.of_texts(pairs)),
            **filed.looked_up("glued", glued, spot_keys.hashes),
            **filed.looked_up("code", self.codes, spot_keys.hashes),
            **filed.looked_up("spot", self.spots, spot_keys.hashes),
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
    with reading.uncollected():
        for count, (listing, read) in enumerate(reading.readings(listings), 1):
            builder.add(listing, read)
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
