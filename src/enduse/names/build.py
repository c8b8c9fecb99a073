"""Turns listings into the arrays of a name index."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, pairwise
from pathlib import Path

import numpy as np
import orjson

from enduse.model import DateSpan, Listing, PartyKind
from enduse.names import hashed, hashing, keys, reading, spot_keys, store
from enduse.names.alikeness import consonants_hashed
from enduse.names.features import identifiers, known_by
from enduse.names.form import NameForm, is_marked, other_forms, parse
from enduse.names.priority import consequence
from enduse.names.store import Array, pack
from enduse.names.weights import is_common, listed_weight
from enduse.text.dictionary import is_ordinary
from enduse.text.given_names import cluster
from enduse.text.phonetic import VOWELLESS, skeleton
from enduse.text.scripts import scripts

HEAVIEST = 1024.0  # no name's words weigh as much together
_PROGRESS_EVERY = 1000
_CHUNK = 200_000
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

    def add(self, listing: Listing, forms: Sequence[NameForm] | None = None) -> None:
        """Takes in one listing: its record, its names, its identifiers.

        `forms` are those of its names, where they were read before.
        """
        forms = forms or [parse(name.text, listing.kind) for name in listing.names]
        at = len(self.records)
        codes = identifiers.codes(listing.identifiers)
        self.codes += [(key, at) for key in identifiers.keys(codes)]
        self.records.append(_record(listing, codes))
        seen = set()
        who = forms[0].key if forms else ""
        subject = self._subjects.setdefault(who, len(self._subjects))
        for name, form in zip(listing.names, forms, strict=True):
            read = (form, *other_forms(name.text, listing.kind))
            for one in read:
                if not one.tokens or (one.tokens, name.weak) in seen:
                    continue
                seen.add((one.tokens, name.weak))
                self._add_name(one, listing.kind, at, weak=name.weak)
                self.subject.append(subject)
                if one is form:
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
        held = _holders(flat, owners, len(words))
        weights = weigh(words, held) if weigh else self._weights(words, held)
        pair, pairs = self._paired(ends)
        shadowed = self._shadowed()
        found = {"name_token": flat, "name_ends": ends, "name_pair": pair}
        found |= {"vocab_held": held, "vocab_weight": weights}
        found["vocab_hash"] = hashing.of_texts(words)
        found |= _targets(flat, pair, ends, weights, len(pairs))
        found |= postings(found, np.array(self.initials, dtype=np.int32))
        alone = _only(flat, ends, shadowed, len(words))
        parted = found["pair_shadowed"] = _only(pair, ends, shadowed, len(pairs))
        found |= self._filed(words, pairs, (alone, parted))
        found["name_listing"] = np.array(self.holder, dtype=np.int32)
        found["name_kind"] = np.array(self.kind, dtype=np.int8)
        found["name_wording"] = np.array(self.wording, dtype=np.int32)
        found["name_weak"] = np.array(self.weak, dtype=np.bool_)
        found["name_shadowed"] = shadowed
        found |= _packed("text", self.texts) | _packed("legal", self.legal)
        found |= _packed("spelt", self.spelt) | _packed("raw", self.raw)
        found |= _packed("record", self.records) | _packed("vocab", words)
        found |= _packed("pair", pairs) | self._keys(pairs)
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
            **_packed("spelling", texts),
            **_packed("bone", bones),
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
            **_lookup("glued", glued, spot_keys.hashes),
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
    with reading.uncollected():
        for count, (listing, forms) in enumerate(reading.forms(listings), 1):
            builder.add(listing, forms)
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


def _targets(
    flat: Array, pair: Array, ends: Array, weights: Array, pairs: int
) -> dict[str, Array]:
    """What names weigh, and what a query's word may stand for: tokens, then pairs."""
    own = weights[flat].astype(np.float64)
    sums = np.concatenate([[0.0], np.cumsum(own)])
    whole = (sums[ends[1:]] - sums[ends[:-1]]).astype(np.float32)
    at = np.flatnonzero(pair >= 0)
    heaviest = np.zeros(pairs)
    np.maximum.at(heaviest, pair[at], own[at] + own[at + 1] if len(at) else own[at])
    both = np.concatenate([weights.astype(np.float64), heaviest])
    return {"name_weight": whole, "target_weight": both.astype(np.float32)}


def postings(found: dict[str, Array], initials: Array) -> dict[str, Array]:
    """The names of each target, those with the least weight in all their words first.

    A search reads of a common token's names only those that may still be alike. After
    all targets come the same again, for the names that have initials.
    """
    flat, pair, ends = found["name_token"], found["name_pair"], found["name_ends"]
    targets, tokens = len(found["target_weight"]), len(found["vocab_weight"])
    rows = np.repeat(np.arange(len(ends) - 1, dtype=np.int32), np.diff(ends))
    at = np.flatnonzero(pair >= 0)
    what = np.concatenate([flat.astype(np.int64), pair[at].astype(np.int64) + tokens])
    rows = np.concatenate([rows, rows[at]])
    short = np.flatnonzero(initials[rows] > 0)
    what = np.concatenate([what, what[short] + targets])
    rows = np.concatenate([rows, rows[short]])
    keyed = posting_key(what, found["name_weight"][rows].astype(np.float64))
    order = np.argsort(keyed, kind="stable")
    counts = np.bincount(what, minlength=2 * targets)
    posting_ends = np.zeros(2 * targets + 1, dtype=np.int64)
    posting_ends[1:] = np.cumsum(counts)
    kept = {"posting": rows[order], "posting_key": keyed[order]}
    return kept | {"posting_ends": posting_ends, "name_initials": initials}


def _only(flat: Array, ends: Array, shadowed: Array, words: int) -> Array:
    """Whether a token, or a pair, stands in shadowed names alone."""
    seen = np.repeat(~shadowed, np.diff(ends)) & (flat >= 0)
    alone: Array = np.bincount(flat[seen], minlength=words) == 0
    return alone


def _holders(flat: Array, owners: Array, words: int) -> Array:
    """How many subjects hold each token.

    Listings of one primary name count once: the same party stands on many lists.
    """
    size = int(owners.max(initial=0)) + 1
    both = np.unique(flat.astype(np.int64) * size + owners)
    return np.bincount(both // size, minlength=words).astype(np.int32)


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
