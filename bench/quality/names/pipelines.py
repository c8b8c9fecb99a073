"""Screens the same parties with enduse and with the pipelines others use; prints JSON.

    python bench/quality/names/pipelines.py [--data FOLDER] [--cache FILE] [--parties N]
        [--count N] > out.json

All in one process and on the same names: N listed parties with every name of theirs;
listed persons and firms with a slip or in another order; persons and firms that are on
no list. The others find candidates by the character 3-grams that two names share
(cosine, rare ones weigh more) and score the first ten: by rapidfuzz's ratios of
lower-case names, and by logic-v2 where nomenklatura is installed (see `logic_v2.py`).
`WRatio over all` scores every listed name.

Each is told at the threshold it is commonly used at, and at the highest one that finds
99 in 100 of the listed persons asked, where there is one. The slow ones are asked a
twentieth of each set. *Units*: seconds are of this process alone, so that a busy
machine counts less.
"""

import argparse
import json
import math
import os
import random
import sys
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import Any

import asked
import by_class
import listings as lists
import logic_v2
import numpy as np
import scipy.sparse as sp
import strangers
from rapidfuzz import fuzz, process
from rapidfuzz.utils import default_process

from enduse.model import Listing, Party, PartyKind
from enduse.names.matcher import DEFAULT_THRESHOLD

Answer = dict[str, float]  # the best score of each listing, by its id
Screen = Callable[[Sequence[Party]], list[Answer]]
_CANDIDATES, _GRAM, _CHUNK = 10, 3, 256
_COMMON_THRESHOLD = 0.85
_FOUND = 0.99
_SLOW = 20
_CHANGES = ("one_slip", "two_slips", "order")


@dataclass(frozen=True, slots=True)
class Pipeline:
    """A way to screen parties, the threshold in use, and the least it tells of."""

    name: str
    screen: Screen
    threshold: float
    lowest: float = 0.0
    slow: bool = False


@dataclass(frozen=True, slots=True)
class Names:
    """Every name of the listings and whose it is."""

    texts: list[str]
    owners: list[str]
    kinds: list[PartyKind]

    @classmethod
    def of(cls, listings: Sequence[Listing]) -> "Names":
        """The names of these listings."""
        rows = [(n.text, x.id, x.kind) for x in listings for n in x.names]
        return cls([r[0] for r in rows], [r[1] for r in rows], [r[2] for r in rows])

    def answer(self, scored: Iterable[tuple[float, int]]) -> Answer:
        """The best score of each listing of these names."""
        best: Answer = {}
        for score, row in scored:
            owner = self.owners[row]
            best[owner] = max(score, best.get(owner, 0.0))
        return best


class Grams:
    """Finds the names that share most rare character 3-grams with a name."""

    def __init__(self, texts: Sequence[str]) -> None:
        self._numbers: dict[str, int] = {}
        for text in texts:
            for gram in _grams(text):
                self._numbers.setdefault(gram, len(self._numbers))
        counts = self._counted(texts)
        borne = np.bincount(counts.indices, minlength=len(self._numbers))
        self._weights = np.log(len(texts) / np.maximum(borne, 1)) + 1
        self._names = self._weighted(counts).T.tocsr()

    def nearest(self, texts: Sequence[str]) -> list[list[int]]:
        """For each text the rows of the likest names, at most ten."""
        found: list[list[int]] = []
        for at in range(0, len(texts), _CHUNK):
            some = self._weighted(self._counted(texts[at : at + _CHUNK]))
            like = (some @ self._names).tocsr()
            for row in range(like.shape[0]):
                start, stop = like.indptr[row], like.indptr[row + 1]
                values, rows = like.data[start:stop], like.indices[start:stop]
                if len(values) > _CANDIDATES:
                    top = np.argpartition(values, -_CANDIDATES)[-_CANDIDATES:]
                    rows = rows[top]
                found.append(rows.tolist())
        return found

    def _counted(self, texts: Sequence[str]) -> sp.csr_matrix:
        """One row a text: 1 where it has a gram that is known."""
        known = self._numbers
        rows = [[known[g] for g in _grams(t) if g in known] for t in texts]
        ends = np.cumsum([0, *map(len, rows)])
        columns = np.fromiter((c for row in rows for c in row), dtype=np.int32)
        ones = np.ones(len(columns), dtype=np.float32)
        return sp.csr_matrix((ones, columns, ends), shape=(len(texts), len(known)))

    def _weighted(self, counts: sp.csr_matrix) -> sp.csr_matrix:
        """Rows of length one, rare grams weighing more."""
        data = counts.data * self._weights[counts.indices]
        lengths = np.repeat(np.arange(counts.shape[0]), np.diff(counts.indptr))
        squares = np.bincount(lengths, data * data, counts.shape[0])
        data = (data / np.sqrt(np.maximum(squares, 1e-9))[lengths]).astype(np.float32)
        return sp.csr_matrix((data, counts.indices, counts.indptr), shape=counts.shape)


def _grams(text: str) -> set[str]:
    padded = f" {text} "
    return {padded[at : at + _GRAM] for at in range(max(1, len(padded) - _GRAM + 1))}


def _plain(name: str, kind: PartyKind = "unknown") -> str:
    return default_process(name)


def scored_near(
    names: Names,
    grams: Grams,
    make: Callable[[str, PartyKind], Any],
    score: Callable[[Any, Any], float],
) -> Screen:
    """Screens by the names near by 3-grams, each scored as what `make` makes of it."""
    listed = [make(t, k) for t, k in zip(names.texts, names.kinds, strict=True)]

    def screen(parties: Sequence[Party]) -> list[Answer]:
        near = grams.nearest([_plain(party.name) for party in parties])
        found = []
        for party, rows in zip(parties, near, strict=True):
            mine = make(party.name, party.kind)
            found.append(names.answer((score(mine, listed[row]), row) for row in rows))
        return found

    return screen


def over_all(names: Names) -> Screen:
    """Screens by WRatio of every listed name."""
    listed = [_plain(text) for text in names.texts]

    def screen(parties: Sequence[Party]) -> list[Answer]:
        found = []
        for party in parties:
            text = _plain(party.name)
            rows = process.extract(text, listed, scorer=fuzz.WRatio, limit=_CANDIDATES)
            found.append(names.answer((ratio / 100, row) for _, ratio, row in rows))
        return found

    return screen


def own(listings: Sequence[Listing], threshold: float) -> Screen:
    """Screens by enduse, one core, told from this threshold on."""
    matcher = by_class.opened(listings)

    def screen(parties: Sequence[Party]) -> list[Answer]:
        found = matcher.match_all(parties, threshold=threshold)
        return [{m.listing_id: m.score for m in matches} for matches in found]

    return screen


def pipelines(listings: Sequence[Listing]) -> Iterator[Pipeline]:
    """Every way to screen parties against the listings."""
    limit = DEFAULT_THRESHOLD
    yield Pipeline("enduse", own(listings, limit), limit, limit)
    names = Names.of(listings)
    grams = Grams([_plain(text) for text in names.texts])
    for label, ratio in (
        ("token sort", fuzz.token_sort_ratio),
        ("WRatio", fuzz.WRatio),
    ):
        screen = scored_near(names, grams, _plain, partial(_hundredth, ratio))
        yield Pipeline(f"3-grams, {label}", screen, _COMMON_THRESHOLD)
    if logic_v2.version():
        make, score = logic_v2.entities(), logic_v2.comparer()
        screen = scored_near(names, grams, make, score)
        yield Pipeline("3-grams, logic-v2", screen, logic_v2.THRESHOLD, slow=True)
    yield Pipeline("WRatio over all", over_all(names), _COMMON_THRESHOLD, slow=True)


def _hundredth(ratio: Callable[[str, str], float], left: str, right: str) -> float:
    return ratio(left, right) / 100


def measured(
    pipeline: Pipeline, sets: Mapping[str, Sequence[asked.Asked]]
) -> dict[str, Any]:
    """Speed, and what is found and falsely told at two thresholds."""
    share = _SLOW if pipeline.slow else 1
    some = {label: queries[::share] for label, queries in sets.items()}
    pipeline.screen([q.party for queries in some.values() for q in queries[:20]])
    report: dict[str, Any] = {"parties_per_s": {}}
    scores: dict[str, list[float]] = {}
    for label, queries in some.items():
        start = time.process_time()
        answers = pipeline.screen([query.party for query in queries])
        seconds = time.process_time() - start
        report["parties_per_s"][label] = round(len(queries) / seconds)
        scores[label] = [
            answer.get(query.listing, 0.0)
            if query.wanted
            else max((0.0, *answer.values()))
            for query, answer in zip(queries, answers, strict=True)
        ]
    report["at_its_threshold"] = _told(scores, pipeline.threshold)
    persons = sorted(scores["listed persons"], reverse=True)
    at = persons[math.ceil(len(persons) * _FOUND) - 1]
    if at > pipeline.lowest:
        report["at_99_percent_of_persons"] = _told(scores, at)
    return report


def _told(scores: Mapping[str, Sequence[float]], threshold: float) -> dict[str, Any]:
    """The share of each set that is told of at a threshold."""
    told: dict[str, Any] = {"threshold": round(threshold, 4)}
    for label, values in scores.items():
        told[label] = round(sum(v >= threshold for v in values) / len(values), 5)
    return told


def parties(
    listings: Sequence[Listing], every: Sequence[Listing], data: Path, count: int
) -> dict[str, list[asked.Asked]]:
    """Parties asked: listed ones otherwise written, and such as are on no list."""
    found: dict[str, list[asked.Asked]] = {}
    by_label = asked.queries(listings, random.Random(4), count)
    for label, kind in (("listed persons", "person"), ("listed firms", "entity")):
        some = [q for change in _CHANGES for q in by_label[f"{kind}/{change}"]]
        found[label] = random.Random(8).sample(some, min(count, len(some)))
    for label, texts in strangers.names(data, every, 20_000).items():
        if label != "recombined":
            some_texts = random.Random(6).sample(texts, min(count, len(texts)))
            innocents = [by_class.bare(text, label) for text in some_texts]
            found[label] = [asked.Asked(p, "", wanted=False) for p in innocents]
    return found


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("ENDUSE_TEST_DATA", by_class.DEFAULT_DATA))
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--parties", type=int, default=10_000)
    parser.add_argument("--count", type=int, default=5000)
    given = parser.parse_args()
    every = lists.read_listings(given.data / "lists", cache=given.cache)
    kept = [x for x in every if x.kind in ("person", "entity")]
    some = random.Random(2).sample(kept, min(given.parties, len(kept)))
    sets = parties(some, every, given.data / "lists", given.count)
    report: dict[str, Any] = {
        "listed": len(some),
        "names": sum(len(x.names) for x in some),
        "asked": {label: len(queries) for label, queries in sets.items()},
        "asked_of_slow": f"1 in {_SLOW}",
        "nomenklatura": logic_v2.version(),
        "pipelines": {},
    }
    for pipeline in pipelines(some):
        print(f"{pipeline.name} ...", file=sys.stderr)
        report["pipelines"][pipeline.name] = measured(pipeline, sets)
    json.dump(report, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
