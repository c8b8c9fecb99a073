"""The name index: what `build` wrote, mapped into memory."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import numpy as np
import orjson
from rapidfuzz.distance import OSA

from enduse.model import DateSpan, Listing
from enduse.names import hashing, keys, store
from enduse.names.alikeness import WELL_KNOWN
from enduse.names.features.identifiers import Code
from enduse.names.form import NameForm
from enduse.names.score import Facts
from enduse.names.similarity import (
    FLOOR,
    KNOWN,
    OTHER_NAME,
    UNKNOWN,
    one_slip,
    similarity,
)
from enduse.names.sites import Site
from enduse.names.store import Array
from enduse.names.weights import is_common, listed_weight
from enduse.text.given_names import cluster
from enduse.text.phonetic import VOWELLESS
from enduse.text.skeleton import skeleton

__all__ = ["Listed", "NameIndex", "build"]
_KEPT = 200_000


def build(
    listings: Iterable[Listing],
    folder: Path,
    *,
    progress: Callable[[int], None] | None = None,
) -> None:
    """Writes the index of the listings' names; what builds it is loaded only now."""
    from enduse.names.build import build as write

    write(listings, folder, progress=progress)


@dataclass(frozen=True, slots=True)
class Listed:
    """What the index keeps of a listing besides its names."""

    id: str
    source: str
    facts: Facts
    consequence: float


class NameIndex:
    """All names of all listings, ready to be searched. Open it with `open`."""

    def __init__(self, arrays: dict[str, Array], facts: dict[str, int]) -> None:
        self.arrays = arrays
        self.views = {name: array.data for name, array in arrays.items()}
        self.facts = facts
        self._weights: dict[str, float] = {}
        self._listed: dict[int, Listed] = {}
        self._forms: dict[int, NameForm] = {}
        self._known: dict[str, int] = {}
        self._ids: dict[str, int] = {}
        self._words: dict[int, str] = {}
        self._packs: dict[str, tuple[memoryview, memoryview]] = {}
        self._alike: dict[tuple[str, str], float] = {}
        self._spelling_known: Array | None = None

    @classmethod
    def open(cls, folder: Path) -> "NameIndex":
        """The index in a folder. *Raises* LibraryCorrupt where it is damaged."""
        return cls(*store.read(folder))

    def __len__(self) -> int:
        """How many names there are."""
        return self.facts["names"]

    def weights(self, tokens: Sequence[str]) -> list[float]:
        """The weight of each token: its class, times its rarity on the lists."""
        if len(self._weights) > _KEPT:
            self._weights.clear()
        missing = [token for token in tokens if token not in self._weights]
        if missing:
            self._weigh(missing)
        return [self._weights[token] for token in tokens]

    def _weigh(self, tokens: list[str]) -> None:
        tokens = list(dict.fromkeys(tokens))
        known = self.ids(tokens)
        listed = self.arrays["vocab_weight"]
        for token, at in zip(tokens, known, strict=True):
            if at >= 0:
                weight = float(listed[at])
            else:
                weight = listed_weight(token, 0, self.facts["names"])
            self._weights[token] = weight

    def likeness(self, left: str, right: str) -> float:
        """`similarity`, less where both are words of several listed names.

        A word that the lists know well is hardly a misspelling of another one. Words
        that share no key are not alike: a search could not find one for the other.
        """
        pair = (left, right) if left < right else (right, left)
        known = self._alike.get(pair)
        if known is None:
            if len(self._alike) > _KEPT:
                self._alike.clear()
            known = self._alike[pair] = self._likeness(*pair)
        return known

    def glued_likeness(self, glued: str, word: str) -> float:
        """How alike neighbours written as one word are to a word: but for one slip.

        Or, where their script leaves sounds unwritten, as the word is heard.
        """
        if not (glued.endswith(VOWELLESS) or keys.near(glued, word)):
            return 0.0
        return self.likeness(glued, word)

    def _likeness(self, left: str, right: str) -> float:
        if left.endswith(VOWELLESS) or right.endswith(VOWELLESS):
            # Whether words are heard alike costs more to tell than what they share.
            return similarity(left, right) if keys.shared(left, right) else 0.0
        alike = self._ungated(left, right)
        return alike if alike and keys.shared(left, right) else 0.0

    def _ungated(self, left: str, right: str) -> float:
        alike = similarity(left, right)
        if alike == 1.0:
            return alike
        if not alike and OSA.distance(left, right, score_cutoff=1) > 1:
            return 0.0  # nothing below makes more of it
        if cluster(left) >= 0 and cluster(left) == cluster(right):
            return alike
        ours, theirs = self.known_as(left), self.known_as(right)
        if min(ours, theirs) == 0:
            return max(alike, one_slip(left, right, UNKNOWN))
        if skeleton(left) == skeleton(right):
            return alike
        alike -= OTHER_NAME if min(ours, theirs) >= WELL_KNOWN else 0.0
        alike = max(alike, one_slip(left, right, KNOWN))
        return alike if alike >= FLOOR else 0.0

    def all_known_as(self, tokens: Sequence[str]) -> list[int]:
        """`known_as` of each word."""
        self.ids(tokens)
        return [self.known_as(token) for token in tokens]

    def spelling_known(self) -> Array:
        """`known_as` of every listed spelling, at most `WELL_KNOWN`."""
        if self._spelling_known is None:
            arrays = self.arrays
            known = np.where(arrays["spelling_common"], WELL_KNOWN, 0)
            held = np.append(arrays["vocab_held"], 0)[arrays["spelling_word"]]
            known = np.maximum(known, np.minimum(held, WELL_KNOWN))
            self._spelling_known = known.astype(np.int64)
        return self._spelling_known

    def known_as(self, token: str) -> int:
        """How many subjects hold a word; of a common name or word, many."""
        known = self._known.get(token)
        if known is None:
            if len(self._known) > _KEPT:
                self._known.clear()
            at = self._id(token)
            known = int(self.arrays["vocab_held"][at]) if at >= 0 else 0
            if is_common(token):
                known = max(known, WELL_KNOWN)
            self._known[token] = known
        return known

    def _id(self, token: str) -> int:
        found = self._ids.get(token)
        return self.ids([token])[0] if found is None else found

    def ids(self, tokens: Sequence[str]) -> list[int]:
        """`token_ids`, remembered."""
        if len(self._ids) > _KEPT:
            self._ids.clear()
        new = [token for token in tokens if token not in self._ids]
        if new:
            self._ids.update(zip(new, self.token_ids(new), strict=True))
        return [self._ids[token] for token in tokens]

    def note(self, token: str, at: int) -> None:
        """Takes in the id of a token, found by the way; -1 of one that no name has."""
        if len(self._ids) <= _KEPT:
            self._ids[token] = at

    def token_ids(self, tokens: Sequence[str]) -> list[int]:
        """The id of each token, -1 for one that no listed name has."""
        hashes = hashing.of_texts(tokens)
        known = self.arrays["vocab_hash"]
        if not len(known):
            return [-1] * len(tokens)
        places = known.searchsorted(hashes)
        places = np.minimum(places, len(known) - 1)
        filed = (known[places] == hashes).tolist()
        both = zip(tokens, places.tolist(), filed, strict=True)
        return [at if same and self.word(at) == t else -1 for t, at, same in both]

    def word(self, at: int) -> str:
        """The token with an id."""
        found = self._words.get(at)
        if found is None:
            if len(self._words) > _KEPT:
                self._words.clear()
            found = self._words[at] = self.text("vocab", at)
        return found

    def text(self, name: str, at: int) -> str:
        """A packed text: `vocab`, `spelling`, `bone`, `text`, `legal` or `record`."""
        pack = self._packs.get(name)
        if pack is None:
            pack = self.views[f"{name}_run"], self.views[f"{name}_ends"]
            self._packs[name] = pack
        run, ends = pack
        return str(run[ends[at] : ends[at + 1]], "utf-8", "surrogatepass")

    def texts(self, name: str, places: Array) -> list[str]:
        """Many packed texts at once."""
        run, ends = self.arrays[f"{name}_run"], self.arrays[f"{name}_ends"]
        first, last = ends[places].tolist(), ends[places + 1].tolist()
        return [
            run[a:b].tobytes().decode("utf-8", "surrogatepass")
            for a, b in zip(first, last, strict=True)
        ]

    def form(self, row: int) -> NameForm:
        """The form of a listed name."""
        found = self._forms.get(row)
        if found is None:
            if len(self._forms) > _KEPT:
                self._forms.clear()
            first, last = self.views["name_ends"][row : row + 2]
            ids = self.views["name_token"][first:last].tolist()
            tokens = tuple([self.word(i) for i in ids])
            if len(self._ids) <= _KEPT:
                self._ids.update(zip(tokens, ids, strict=True))
            legal = tuple(self.text("legal", row).split())
            spelt = tuple(self.text("spelt", row).split()) or tokens
            text = self.text("text", row)
            found = self._forms[row] = NameForm(
                text, tokens, legal, False, spelt, self.text("raw", row)
            )
        return found

    def listed(self, at: int) -> Listed:
        """What is kept of a listing."""
        found = self._listed.get(at)
        if found is None:
            if len(self._listed) > _KEPT:
                self._listed.clear()
            found = self._listed[at] = _listed(self.text("record", at))
        return found


def _span(first: str, last: str, circa: bool, text: str) -> DateSpan:
    return DateSpan(date.fromisoformat(first), date.fromisoformat(last), circa, text)


def _listed(record: str) -> Listed:
    plain = orjson.loads(record)
    births = tuple(_span(*birth) for birth in plain["births"])
    codes = tuple(Code(*code) for code in plain["codes"])
    facts = Facts(
        plain["kind"],
        tuple(plain["countries"]),
        births,
        codes,
        tuple(Site.of(site) for site in plain["sites"]),
        plain["sexes"],
    )
    return Listed(plain["id"], plain["source"], facts, plain["consequence"])
