"""Labelled pairs from the lists, scored by enduse and by the scorers others use.

    python bench/quality/names/pairs.py [--data FOLDER] [--part tuned|held] [--cache F]
        [--errors FILE] > out.json

Pairs of one party: a listed name beside itself as written otherwise (`asked.py`), and
two listed names of one listing that share a word or a script's reading. Pairs of two
parties: sister firms, and each name's likest name among other listings of its own
list, by rapidfuzz, born in other years where both are persons. `apart` are listed names
a word apart, of one party or of two (`near.py`). logic-v2 is scored too where it is
installed (`logic_v2.py`).
"""

import argparse
import csv
import json
import os
import random
import sys
import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import asked
import by_class
import firms
import listings as lists
import logic_v2
import near
import slips
from rapidfuzz import fuzz, process
from reliability import reliability

from enduse.model import Listing, PartyKind
from enduse.names import bench
from enduse.names.methods import METHODS
from enduse.names.score import compare

Pair = tuple[PartyKind, str, str, bool]  # kind, two names, whether of one party
_SCHEMAS = {"person": "Person", "entity": "Company", "vessel": "Vessel"}
_LIKE, _NOT_THE_SAME = 62, 97


def made(listings: Sequence[Listing], rng: random.Random, count: int) -> list[Pair]:
    """About as many pairs of one party as of two."""
    some = [x for x in listings if x.kind in _SCHEMAS and len(x.name.split()) > 1]
    some = rng.sample(some, min(count, len(some)))
    pairs = [*_rewritten(some, rng), *_aliases(some, rng), *_sisters(some, rng)]
    pairs += _neighbours(listings, some)
    return pairs


def _rewritten(some: Sequence[Listing], rng: random.Random) -> Iterator[Pair]:
    for listing in some[::2]:
        person = listing.kind == "person"
        changes = list((asked.PERSON if person else asked.FIRM).values())
        text = rng.choice(changes)(listing.name, rng)
        if text != listing.name:
            yield listing.kind, listing.name, text, True


def _aliases(some: Sequence[Listing], rng: random.Random) -> Iterator[Pair]:
    """Two listed names, unless nothing in letters or words ties them."""
    for listing in some:
        others = [n.text for n in listing.names if n.text != listing.name]
        if not others:
            continue
        other = rng.choice(others)
        tied = fuzz.token_set_ratio(listing.name.lower(), other.lower()) >= _LIKE
        if tied or not other.isascii():
            yield listing.kind, listing.name, other, True


def _sisters(some: Sequence[Listing], rng: random.Random) -> Iterator[Pair]:
    changes = (firms.other_place, firms.other_line, firms.other_number)
    for listing in some:
        if listing.kind == "entity":
            text = rng.choice(changes)(listing.name, rng)
            if slips.words(text) != slips.words(listing.name):
                yield listing.kind, listing.name, text, False


def _neighbours(listings: Sequence[Listing], some: Sequence[Listing]) -> Iterator[Pair]:
    by_list: dict[tuple[str, str], list[Listing]] = {}
    for listing in listings:
        if listing.name.isascii():
            by_list.setdefault((listing.source, listing.kind), []).append(listing)
    for listing in some[: len(some) // 2]:
        others = by_list.get((listing.source, listing.kind), [])[:6000]
        texts = [x.name.lower() for x in others]
        found = process.extract(
            listing.name.lower(), texts, scorer=fuzz.token_sort_ratio, limit=6
        )
        for _, ratio, at in found:
            other = others[at]
            apart = other.id != listing.id and ratio < _NOT_THE_SAME
            if apart and _are_two(listing, other):
                yield listing.kind, listing.name, other.name, False
                break


def _are_two(one: Listing, other: Listing) -> bool:
    mine = {n.text.casefold() for n in one.names}
    if mine & {n.text.casefold() for n in other.names}:
        return False
    if one.kind != "person":
        return True
    years = {d.earliest.year for d in one.birth_dates}
    theirs = {d.earliest.year for d in other.birth_dates}
    return bool(years and theirs and min(abs(a - b) for a in years for b in theirs) > 1)


def scored(pairs: Sequence[Pair], errors: Path) -> dict[str, Any]:
    """By method: precision, recall, F1, for all pairs and by kind."""
    result: dict[str, Any] = {}
    methods = dict(METHODS)
    if logic_v2.version():
        methods["logic-v2"] = logic_v2.method()
    with tempfile.TemporaryDirectory() as folder:
        for label in ("all", *_SCHEMAS):
            path = Path(folder) / f"{label}.csv"
            with path.open("w", encoding="utf-8", newline="") as stream:
                rows = csv.writer(stream)
                rows.writerow(("schema", "name1", "name2", "is_match"))
                for kind, left, right, same in pairs:
                    if label in ("all", kind):
                        rows.writerow((_SCHEMAS[kind], left, right, same))
            for name, method in methods.items():
                found = bench.run(path, method=method)
                result[f"{label}/{name}"] = {
                    "n": found.n,
                    "precision": found.precision,
                    "recall": found.recall,
                    "f1": found.f1,
                    "best_f1": found.best_f1,
                    "best_threshold": found.best_threshold,
                    "us_per_pair": found.us_per_pair,
                }
                if (label, name) == ("all", "enduse"):
                    wrong = [*found.misses, *found.false_alarms]
                    errors.write_text("\n".join(map(str, wrong)), "utf-8")
    scores = [(compare(a, b, kind=kind)[0], same) for kind, a, b, same in pairs]
    result["reliability"] = reliability(scores)
    return result


def main() -> None:
    """Prints the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--data", type=Path, default=by_class.DEFAULT_DATA)
    parser.add_argument("--part", choices=("tuned", "held"), default="tuned")
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--count", type=int, default=1500)
    parser.add_argument("--errors", type=Path, default=Path(os.devnull))
    given = parser.parse_args()
    every = lists.read_listings(given.data / "lists", cache=given.cache)
    part = [x for x in every if lists.is_held(x) is (given.part == "held")]
    rng = random.Random(9)
    told = scored(made(part, rng, given.count), given.errors)
    apart = near.near(part, rng, given.count // 3)
    told["apart"] = scored(apart, Path(os.devnull))
    json.dump({"part": given.part, **told}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
