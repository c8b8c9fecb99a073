"""Measures the name matcher by class of error and prints JSON; minutes on a sample.

    python bench/quality/names/by_class.py [--data FOLDER] [--part tuned|held]
        [--sample N] [--innocents N] [--cache FILE] [--errors FILE] > out.json

Listings whose names hash to three tenths are `held`: nothing is tuned on them. A
query is right when its own listing is among the answers at the default threshold; one
of a sister firm when it isn't. `--errors` lists every miss and every false alarm; it
holds names from the lists, so it is for local eyes.
"""

import argparse
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TextIO

import asked
import listings as lists
import respelt
import strangers

from enduse.model import DateSpan, Match, Origin, Party, PartyKind, PartyName
from enduse.names import index as name_index
from enduse.names.matcher import DEFAULT_THRESHOLD, Matcher

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parents[3] / "shared" / "data"
_COUNTRIES = ("US", "DE", "CN", "IN", "BR", "GB", "RU", "TR", "EG", "NG", "FR", "JP")


def opened(some: Sequence[Any]) -> Matcher:
    """A matcher over these listings alone."""
    with tempfile.TemporaryDirectory() as folder:
        name_index.build(some, Path(folder))
        return Matcher(name_index.NameIndex.open(Path(folder)))


def answered(
    matcher: Matcher,
    sets: Mapping[str, Sequence[asked.Asked]],
    errors: TextIO,
    threshold: float,
) -> dict[str, Any]:
    """For each class how many queries were answered as they should be."""
    result = {}
    for label, queries in sorted(sets.items()):
        if not queries:
            continue
        found = matcher.match_all(
            [q.party for q in queries], threshold=threshold, limit=60
        )
        right = 0
        for query, matches in zip(queries, found, strict=True):
            held = {m.listing_id: m for m in matches}
            if (query.listing in held) is query.wanted:
                right += 1
            else:
                _tell(errors, label, query, held.get(query.listing))
        result[label] = {"n": len(queries), "right": round(right / len(queries), 4)}
    return result


def _tell(errors: TextIO, label: str, query: asked.Asked, match: Match | None) -> None:
    said = f" ~ {match.name} {match.score}" if match else ""
    print(f"{label}\t{query.party.name}\t{query.listing}{said}", file=errors)


def alarms(
    matcher: Matcher, sets: Mapping[str, Sequence[Party]], errors: TextIO
) -> dict[str, Any]:
    """How many of 100,000 parties that are on no list raise an alarm."""
    result = {}
    for label, parties in sets.items():
        start = time.perf_counter()
        found = matcher.match_all(parties)
        seconds = time.perf_counter() - start
        raised = 0
        for party, matches in zip(parties, found, strict=True):
            if matches:
                raised += 1
                top = matches[0]
                print(
                    f"alarm/{label}\t{party.name}\t{top.name} {top.score}", file=errors
                )
        result[label] = {
            "n": len(parties),
            "per_100k": round(raised / len(parties) * 100_000, 1),
            "per_s": round(len(parties) / seconds),
        }
    return result


def bare(name: str, label: str) -> Party:
    """A party of a set of strangers, with a name alone."""
    kind: PartyKind = "entity" if label == "companies" else "person"
    return Party("x", Origin("bench", "", ""), (PartyName(name),), kind)


def innocents(named: Mapping[str, Sequence[str]]) -> dict[str, list[Party]]:
    """Parties of those names alone, and persons with a birth date and a country."""
    rng = random.Random(5)
    found: dict[str, list[Party]] = {}
    origin = Origin("bench", "", "")
    for label, names in named.items():
        found[label] = [bare(name, label) for name in names]
        kind = found[label][0].kind
        if kind == "person":
            found[f"{label}_with_facts"] = [
                Party(
                    "x",
                    origin,
                    (PartyName(name),),
                    kind,
                    birth_dates=(DateSpan.of_day(_day(rng)),),
                    countries=(rng.choice(_COUNTRIES),),
                )
                for name in names
            ]
    return found


def _day(rng: random.Random) -> date:
    return date(rng.randrange(1940, 2005), rng.randrange(1, 13), rng.randrange(1, 29))


def run(given: argparse.Namespace, errors: TextIO) -> dict[str, Any]:
    """Everything measured, as plain values."""
    every = lists.read_listings(given.data / "lists", cache=given.cache)
    part = [x for x in every if lists.is_held(x) is (given.part == "held")]
    report: dict[str, Any] = {"part": given.part, "threshold": DEFAULT_THRESHOLD}
    scripts, hide = asked.hidden_scripts(part, random.Random(3), given.sample)
    rest = [x for x in part if x.id not in hide]
    plain = asked.queries(rest, random.Random(4), given.sample)
    used = {query.listing for queries in plain.values() for query in queries}
    left = [x for x in rest if x.id not in used]
    spelt, more = respelt.hidden_spellings(left, random.Random(7), given.sample)
    hide |= more
    matcher = opened(
        [lists.without(x, hide[x.id]) if x.id in hide else x for x in every]
    )
    report["classes"] = answered(
        matcher, {**plain, **scripts, **spelt}, errors, DEFAULT_THRESHOLD
    )
    names = strangers.names(given.data / "lists", every, given.innocents)
    report["alarms"] = alarms(opened(every), innocents(names), errors)
    return report


def main() -> None:
    """Prints the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("ENDUSE_TEST_DATA", DEFAULT_DATA))
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--part", choices=("tuned", "held"), default="tuned")
    parser.add_argument("--sample", type=int, default=600)
    parser.add_argument("--innocents", type=int, default=20_000)
    parser.add_argument("--cache", type=Path)
    parser.add_argument("--errors", type=Path, default=Path(os.devnull))
    given = parser.parse_args()
    with given.errors.open("w", encoding="utf-8") as errors:
        report = run(given, errors)
    json.dump(report, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
