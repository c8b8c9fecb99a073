"""Turns listings into the arrays of a name index."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path

import numpy as np
import orjson

from enduse.model import DateSpan, Listing
from enduse.names import (
    filed,
    hashed,
    hashing,
    houses,
    reading,
    spot_keys,
    spot_numbers,
    store,
    vocabulary,
)
from enduse.names.columns import TEXTS, Columns, of_listings
from enduse.names.features import gender, identifiers
from enduse.names.kept import Kept
from enduse.names.meanwhile import meanwhile
from enduse.names.names_apart import with_names_apart
from enduse.names.numbered import Numbered
from enduse.names.priority import consequence
from enduse.names.sites import Site, sites
from enduse.names.store import Array
from enduse.names.weights import listed_weight

_PROGRESS_EVERY = 1000
_AS_READ = ("listing", "kind", "weak")  # columns of names that are kept as they are
_LARGE = 50_000  # names whose keys another process files meanwhile
Weigh = Callable[[list[str], Array], Array]  # words and their holders -> weights


class Builder:
    """Gathers listings part by part; `arrays` then gives the finished index, once.

    `counts` is what the index has of each thing, known once it is finished.
    """

    def __init__(self) -> None:
        self._listings = 0
        self._rows = 0
        self._codes: list[tuple[str, int]] = []
        self._numbers: set[str] = set()
        self._words = Numbered()
        self._pairs = Numbered()
        self._spellings: set[tuple[str, str]] = set()
        self._parts: dict[str, list[Array]] = {}
        self.counts: dict[str, int] = {}

    def add(self, listings: Sequence[Listing], columns: Columns) -> None:
        """Takes in listings: their records, identifiers, and columns of their names."""
        records = []
        for at, listing in enumerate(listings, self._listings):
            codes: tuple[identifiers.Code, ...] = ()
            places: tuple[Site, ...] = ()
            if listing.identifiers:
                codes = identifiers.codes(listing.identifiers)
                self._codes += [(key, at) for key in identifiers.keys(codes)]
                self._numbers.update(spot_numbers.listed_keys(codes))
            if listing.addresses:
                places = sites(listing.addresses)
                self._codes += [(key, at) for key in houses.keys(places)]
            records.append(_record(listing, codes, places))
        arrays = columns.arrays | {
            "record_run": np.frombuffer(b"".join(records), dtype=np.uint8),
            "record_length": np.array(list(map(len, records)), dtype=np.int64),
        }
        self._spellings |= columns.spellings
        arrays["word"] = _merged(self._words, columns.words)[arrays["word"]]
        merged = _merged(self._pairs, columns.pairs)
        arrays["pair"] = np.append(merged, np.int32(-1))[arrays["pair"]]
        for name in ("row_listing", "spot_listing"):
            arrays[name] = arrays[name] + np.int32(self._listings)
        arrays["glued_row"] = arrays["glued_row"] + np.int32(self._rows)
        for name, array in arrays.items():
            self._parts.setdefault(name, []).append(array)
        self._listings += len(listings)
        self._rows += len(arrays["length"])

    def arrays(
        self, weigh: Weigh | None = None
    ) -> tuple[dict[str, Array], dict[str, int]]:
        """Every array of the index, and its counts.

        `weigh` gives words the weights they have elsewhere.
        """
        found: dict[str, Array] = {}
        for some in self.finished(weigh):
            found |= some
        return found, self.counts

    def finished(self, weigh: Weigh | None = None) -> Iterator[dict[str, Array]]:
        """The arrays of the index, some at a time, for none to be held for long."""
        if not self._parts:
            self.add((), of_listings(()))
        for name in (*TEXTS, "record"):
            ends = store.ends_of(self._joined(f"{name}_length"))
            yield {f"{name}_run": self._joined(f"{name}_run"), f"{name}_ends": ends}
        own = {name: self._joined(name) for name in list(self._parts)}
        pairs = list(self._pairs)
        work = partial(self._keys, own, pairs)
        keyed = meanwhile(work, beside=self._rows >= _LARGE)
        yield {f"name_{name}": own[f"row_{name}"] for name in _AS_READ}
        yield {"name_wording": _numbered(own["said"])[0].astype(np.int32)}
        yield from self._of_words(own, pairs, weigh)
        yield filed.packed("pair", pairs)
        yield keyed()

    def _of_words(
        self, own: dict[str, Array], pairs: list[str], weigh: Weigh | None
    ) -> Iterator[dict[str, Array]]:
        """The words that names are made of, and the names of each."""
        words = self._ordered(own)
        flat, pair, ends = own["word"], own["pair"], store.ends_of(own["length"])
        subject, subjects = _numbered(own["subject"])
        owners = np.repeat(subject[own["row_listing"]], own["length"])
        held = filed.holders(flat, owners, len(words))
        weights = weigh(words, held) if weigh else _weights(words, held, subjects)
        found = {"name_token": flat, "name_ends": ends, "name_pair": pair}
        found |= {"vocab_held": held, "vocab_weight": weights}
        found["vocab_hash"] = hashing.of_texts(words)
        found |= filed.targets(flat, pair, ends, weights, len(pairs))
        yield filed.postings(found, own["row_initials"])
        shadowed = found["name_shadowed"] = self._shadowed(own)
        alone = filed.only(flat, ends, shadowed, len(words))
        parted = found["pair_shadowed"] = filed.only(pair, ends, shadowed, len(pairs))
        yield found | filed.packed("vocab", words)
        del found, owners
        more = vocabulary.filed(words, self._spellings, pairs, (alone, parted))
        self.counts = {
            "names": self._rows,
            "listings": self._listings,
            "tokens": len(words),
            "pairs": len(pairs),
            "spellings": len(more["spelling_token"]),
        }
        yield more

    def _joined(self, name: str) -> Array:
        """A column of all parts as one array; the parts are given up."""
        return np.concatenate(self._parts.pop(name))

    def _ordered(self, own: dict[str, Array]) -> list[str]:
        """All words in the order of their hashes, by which names number them too."""
        words = list(self._words)
        order = np.argsort(hashing.of_texts(words), kind="stable")
        rank = np.empty(len(words), dtype=np.int32)
        rank[order] = np.arange(len(words), dtype=np.int32)
        own["word"] = rank[own["word"]]
        return [words[i] for i in order]

    def _shadowed(self, own: dict[str, Array]) -> Array:
        """Names whose script leaves sounds out, of parties listed in Latin too.

        None that has more words than any of the party's Latin names: a nickname in
        Latin letters does not stand for a whole Arabic name.
        """
        marked, holder, words = own["row_marked"], own["row_listing"], own["length"]
        plain = ~marked & own["row_latin"]
        most = np.zeros(self._listings, dtype=words.dtype)
        np.maximum.at(most, holder[plain], words[plain])
        shadowed: Array = marked & (words <= most[holder])
        return shadowed

    def _keys(self, own: dict[str, Array], pairs: list[str]) -> dict[str, Array]:
        codes = spot_keys.hashes(key for key, _ in self._codes)
        held = np.array([at for _, at in self._codes], dtype=np.int32)
        numbers = spot_keys.codes(self._numbers, names=False)
        return {
            "pair_hash": hashed.distinct(hashing.of_texts(pairs)),
            **filed.looked_up("glued", own["glued_hash"], own["glued_row"]),
            **filed.looked_up("code", codes, held),
            **filed.looked_up("spot", own["spot_hash"], own["spot_listing"]),
            "spot_bits": spot_keys.bits(np.concatenate([own["spot_bits"], numbers])),
        }


def _merged(number: Numbered, more: Iterable[str]) -> Array:
    """The numbers of texts among all of them so far; new ones get the next."""
    return np.array(list(map(number.__getitem__, more)), dtype=np.int32)


def _numbered(hashes: Array) -> tuple[Array, int]:
    """For each hash of two halves its number, by when it is first met; how many."""
    order = _order(hashes)
    ordered = hashes[order]
    begins = np.ones(len(order), dtype=np.bool_)
    begins[1:] = (ordered[1:] != ordered[:-1]).any(axis=1)
    first = order[begins]  # a stable order: where each hash is first met
    rank = np.empty(len(first), dtype=np.int64)
    rank[np.argsort(first)] = np.arange(len(first))
    number = np.empty(len(order), dtype=np.int64)
    number[order] = rank[np.cumsum(begins) - 1]
    return number, len(first)


def _order(hashes: Array) -> Array:
    """A stable order that puts equal hashes side by side.

    Hashes of one half that differ in the other are hardly ever met: only then are both
    sorted by, which takes long.
    """
    first, second = hashes[:, 0], hashes[:, 1]
    order = np.argsort(first, kind="stable")
    one, other = first[order], second[order]
    if np.any((one[1:] == one[:-1]) & (other[1:] != other[:-1])):
        return np.lexsort((second, first))
    return order


def _weights(words: Sequence[str], held: Array, subjects: int) -> Array:
    both = zip(words, held.tolist(), strict=True)
    weights = [listed_weight(word, count, subjects) for word, count in both]
    return np.array(weights, dtype=np.float32)


def build(
    listings: Iterable[Listing],
    folder: Path,
    *,
    progress: Callable[[int], None] | None = None,
    kept: Kept | None = None,
) -> None:
    """Writes the index of the listings' names into an empty folder.

    Listings are taken some at a time; the same listings in the same order give the
    same bytes. `progress` is called with the count so far, every thousand. What was
    `kept` of the index before is not read again, and the next one may have it.
    """
    builder = Builder()
    count = told = 0
    with reading.uncollected():
        for part, columns in reading.parts(map(with_names_apart, listings), kept):
            builder.add(part, columns)
            count += len(part)
            if progress and count - told >= _PROGRESS_EVERY:
                progress(count)
                told = count
        shelf = store.Shelf(folder)
        for arrays in builder.finished():
            shelf.put(arrays)
    shelf.close(builder.counts)
    if kept:
        kept.close()
    if progress:
        progress(count)


def _record(
    listing: Listing, codes: Iterable[identifiers.Code], places: Iterable[Site]
) -> bytes:
    sexes = ""
    if listing.genders:
        sexes = gender.listed(listing.genders, (n.text for n in listing.names))
    plain = {
        "id": listing.id,
        "source": listing.source,
        "kind": listing.kind,
        "countries": sorted({*listing.countries, *listing.nationalities}),
        "births": [_birth(span) for span in listing.birth_dates],
        "codes": [[c.scheme, c.value, c.country, c.given_as] for c in codes],
        "sites": [site.plain() for site in places],
        "sexes": sexes,
        "consequence": consequence(listing.measures),
    }
    return orjson.dumps(plain)


def _birth(span: DateSpan) -> list[str | bool]:
    first, last = span.earliest.isoformat(), span.latest.isoformat()
    return [first, last, span.circa, span.text]
