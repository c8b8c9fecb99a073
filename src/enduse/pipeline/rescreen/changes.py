"""What changed on the lists between two states, as far as screening rests on it."""

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from itertools import chain
from pathlib import Path
from typing import Any

import numpy as np

from enduse.goods.classify.learned import FOLDER
from enduse.goods.control import ControlLists
from enduse.library.books import Array, BookState, Results
from enduse.library.prints import listing_print
from enduse.library.store import Library
from enduse.model import Listing
from enduse.names import hashing
from enduse.names.hashed import ranges
from enduse.names.index import NameIndex

HEAVIER, LIGHTER = 0.02, 0.07
"""A word whose weight rose or fell by less raises no score by as much as `work.NEAR`.

A word that weighs less on both sides of a match lowers its score; on one side only it
raises it, but little.
"""
_WELL_KNOWN = 2
_READ = (".py", ".toml", ".json", ".txt", ".csv", ".tsv")
_CODE = ("names", "text", "codes", "goods", "messages", "files", "pipeline", "model")


@dataclass(frozen=True, slots=True)
class ListChange:
    """Ids of listings that are new, described otherwise, or gone.

    `words` are the hashes of words that weigh otherwise now, or are newly or no longer
    known; `listings` are all listings that must be held against every customer: those
    new or changed, and those that bear such a word.
    """

    new: tuple[str, ...]
    changed: tuple[str, ...]
    removed: tuple[str, ...]
    words: Array
    listings: tuple[str, ...]


def prints_of(
    library: Library, before: Mapping[str, str], results: Results | None
) -> dict[str, dict[str, bytes]]:
    """source -> listing id -> print, read anew only where the snapshot is another."""
    found = {}
    for source, snapshot in library.snapshots.items():
        known: dict[str, bytes] = {}
        if results and before.get(source) == snapshot.info.sha256:
            known = results.prints(source)
        found[source] = known or {x.id: _print(x) for x in snapshot.listings()}
    return found


def _print(listing: Listing) -> bytes:
    """What a decision on it rests on, and its gender, which is weighed too."""
    said = f"{listing_print(listing)} {' '.join(sorted(listing.genders))}"
    return hashlib.blake2b(said.encode(), digest_size=8).digest()


def weights_of(index: NameIndex) -> dict[str, Array]:
    """Every listed word: its hash, its weight, and how well it is known (0, 1, 2)."""
    held = np.asarray(index.arrays["vocab_held"])
    return {
        "hash": np.asarray(index.arrays["vocab_hash"]),
        "weight": np.asarray(index.arrays["vocab_weight"]),
        "known": ((held > 0).astype(np.int8) + (held > 2).astype(np.int8)),
    }


def change(
    before: tuple[BookState, Results],
    library: Library,
    prints: Mapping[str, Mapping[str, bytes]],
) -> ListChange:
    """What changed on the lists since the state before."""
    state, results = before
    old: dict[str, bytes] = {}
    for source in state.library:
        old |= results.prints(source)
    now: dict[str, bytes] = {}
    for found in prints.values():
        now |= found
    new = [x for x in now if x not in old]
    changed = [x for x, made in now.items() if old.get(x, made) != made]
    removed = [x for x in old if x not in now]
    index = library.matcher.index
    words = drifted(results.weights(), weights_of(index))
    held = dict.fromkeys([*new, *changed, *_bearing(index, words)])
    return ListChange(tuple(new), tuple(changed), tuple(removed), words, tuple(held))


def drifted(before: Mapping[str, Array], now: Mapping[str, Array]) -> Array:
    """The hashes of words that may raise the score of what is listed unchanged.

    Words that weigh more, or much less; words less well known than before, which are
    sooner taken for a misspelling; and new ones that many listings bear.
    """
    both, ours, theirs = np.intersect1d(
        before["hash"], now["hash"], assume_unique=True, return_indices=True
    )
    risen = now["weight"][theirs] - before["weight"][ours]
    moved = (risen > HEAVIER) | (risen < -LIGHTER)
    moved |= now["known"][theirs] < before["known"][ours]
    gone = np.setdiff1d(before["hash"], now["hash"], assume_unique=True)
    new = ~np.isin(now["hash"], before["hash"]) & (now["known"] == _WELL_KNOWN)
    return np.concatenate([both[moved], gone, now["hash"][new]])


def carried(
    before: Mapping[str, Array], now: Mapping[str, Array], words: Array
) -> dict[str, Array]:
    """The weights to measure the next drift from.

    A word that did not drift keeps the weight it had, so that many small steps are
    seen once they add up.
    """
    kept = dict(now)
    kept["weight"] = now["weight"].copy()
    both, ours, theirs = np.intersect1d(
        before["hash"], now["hash"], assume_unique=True, return_indices=True
    )
    still = ~np.isin(both, words)
    kept["weight"][theirs[still]] = before["weight"][ours[still]]
    return kept


def _bearing(index: NameIndex, words: Array) -> Iterable[str]:
    """The ids of listings that bear one of the words, also written otherwise or apart.

    How alike a word is to another rests on how well the lists know it, and so it does
    for a word as it is written, and for two neighbours as one.
    """
    arrays = index.arrays
    found = [np.flatnonzero(np.isin(arrays["vocab_hash"], words))]
    if np.isin(arrays["pair_hash"], words).any():
        pairs = index.texts("pair", np.arange(index.facts["pairs"]))
        held = np.isin(hashing.of_texts(pairs), words)
        found.append(np.flatnonzero(held) + index.facts["tokens"])
    targets = np.concatenate(found)
    ends = arrays["posting_ends"]
    first = ends[targets]
    rows = arrays["posting"][ranges(first, ends[targets + 1] - first)]
    rows = np.concatenate([rows, _spelt(index, words)])
    holders = np.unique(arrays["name_listing"][rows])
    return (index.listed(at).id for at in holders.tolist())


def _spelt(index: NameIndex, words: Array) -> Array:
    """The names written with one of the words where they stand for another one."""
    rows = np.flatnonzero(np.diff(index.arrays["spelt_ends"]))
    written = [text.split() for text in index.texts("spelt", rows)]
    held = np.isin(hashing.of_texts(list(chain.from_iterable(written))), words)
    found: Array = np.repeat(rows, [len(name) for name in written])[held]
    return found


@cache
def code_print() -> str:
    """A print of all code and tables that screening a book rests on."""
    made = hashlib.blake2b(digest_size=8)
    for name in _CODE:
        for path in sorted(_files(files("enduse").joinpath(name))):
            made.update(path.read_bytes())
    return made.hexdigest()


def _files(folder: Any) -> Iterable[Path]:
    paths = Path(str(folder)).rglob("*")
    return (p for p in paths if p.suffix in _READ)


def goods_of(library: Library, day: date) -> dict[str, str]:
    """What findings on goods rest on: sources, lines learned, entries in force."""
    home = library.folder.parent
    lessons = sorted(path.name for path in (home / FOLDER).glob("*"))
    held = (
        f"{one.id} {entry.code} {entry.title} {entry.since}"
        for one in ControlLists.open(library).lists()
        for entry in one.at(day)
    )
    told = {"learned": " ".join(lessons), "in force": "\n".join(held)}
    prints = {
        name: hashlib.sha256(said.encode()).hexdigest() for name, said in told.items()
    }
    return {**library.goods.current, **prints}
