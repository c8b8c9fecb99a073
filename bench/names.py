"""Measures the name matcher and prints JSON; writes nothing.

    python bench/names.py [--data FOLDER] [--sample N] [--misses] > out.json

*Data*: every list file a reader knows under `FOLDER/lists`, and the company names of
`FOLDER/lists/gleif` as innocents; FOLDER is ENDUSE_TEST_DATA unless said, or a folder
`shared/data` beside the project. Without them, invented names. Listings whose id
hashes to an odd number are the validation half: nothing is tuned on them.
"""

import argparse
import csv
import gzip
import json
import os
import platform
import random
import statistics
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any
from zlib import crc32

from rapidfuzz import fuzz, process

from enduse.files.source_file import SourceFile
from enduse.lists import registry
from enduse.lists.record import Record
from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName
from enduse.names import index as name_index
from enduse.names.form import parse
from enduse.names.matcher import DEFAULT_THRESHOLD, Matcher
from enduse.text.scripts import scripts

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parents[1] / "shared" / "data"
Query = tuple[str, str, str]  # name, kind, listing id that should be found
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_TYPO_LETTERS = 5


def read_listings(folder: Path) -> list[Listing]:
    """Every listing of every file that a reader knows, newest reading per id."""
    found: dict[str, Listing] = {}
    publications: dict[str, list[SourceFile]] = {}
    for path in sorted(folder.rglob("*")):
        if "history" in path.parts:
            continue  # older states of a list that is read already
        if path.is_file() and path.suffix in (".xml", ".csv", ".gz", ".xlsx", ".json"):
            file = SourceFile.of(path)
            sniffed = registry.sniff(file)
            if sniffed:
                publications.setdefault(" ".join(sniffed), []).append(file)
    for both, files in publications.items():
        name, source = both.split(" ")
        reader = registry.reader(name)
        for group in reader.group(files):
            rows = (r for r in reader.rows(group, source) if isinstance(r, Record))
            for listing in reader.listings(rows):
                if isinstance(listing, Listing) and listing.names:
                    found[listing.id] = listing
    return list(found.values())


def invented(rng: random.Random, count: int = 5000) -> list[Listing]:
    """Listings with made-up names, for a machine without the real files."""
    origin = Origin("invented", "", "")

    def word() -> str:
        pairs = (rng.choice("bdfgklmnprstvz") + rng.choice("aeiou") for _ in range(3))
        return "".join(pairs) + rng.choice("nrslk")

    people = (f"{word()} {word()}" for _ in range(count))
    firms = (f"{word()} {word()} Trading LLC" for _ in range(count // 2))
    kinds: list[tuple[PartyKind, str]] = [("person", n) for n in people]
    kinds += [("entity", n) for n in firms]
    return [
        Listing(f"invented:{i}", "invented", kind, (ListedName(n, "primary"),), origin)
        for i, (kind, n) in enumerate(kinds)
    ]


def is_validation(listing: Listing) -> bool:
    """Whether a listing is in the half that nothing is tuned on."""
    return bool(crc32(listing.id.encode()) & 1)


def typo(text: str, rng: random.Random) -> str:
    """The name with one slip in each longer word: another, swapped or lost letter."""
    return " ".join(_slip(word, rng) for word in text.split())


def _slip(word: str, rng: random.Random) -> str:
    if len(word) < _TYPO_LETTERS or not word.isascii() or not word.isalpha():
        return word
    at = rng.randrange(1, len(word) - 1)
    swapped = word[:at] + word[at + 1] + word[at] + word[at + 2 :]
    other = word[:at] + rng.choice(_LETTERS) + word[at + 1 :]
    return rng.choice((swapped, other, word[:at] + word[at + 1 :]))


def shuffled(text: str, rng: random.Random) -> str:
    """The name with its words in another order."""
    words = text.replace(",", " ").split()
    rng.shuffle(words)
    return " ".join(words)


def glued(text: str, rng: random.Random) -> str:
    """The name with two neighbouring words written as one."""
    words = text.replace(",", " ").split()
    if len(words) < 2:
        return text
    at = rng.randrange(len(words) - 1)
    return " ".join([*words[:at], words[at] + words[at + 1], *words[at + 2 :]])


def query_sets(
    listings: Sequence[Listing], rng: random.Random, sample: int
) -> tuple[dict[str, list[Query]], list[Listing]]:
    """Derived queries by class, and the listings with the hidden names taken out."""
    chosen = rng.sample(listings, min(sample, len(listings)))
    named = [x for x in chosen if len(x.name.split()) > 1 and x.name.isascii()]
    sets: dict[str, list[Query]] = {
        "exact": [(x.name, x.kind, x.id) for x in chosen],
        "order": [(shuffled(x.name, rng), x.kind, x.id) for x in named],
        "glued": [(glued(x.name, rng), x.kind, x.id) for x in named],
    }
    for kind in ("person", "entity"):
        some = [x for x in named if x.kind == kind]
        sets[f"typo_{kind}"] = [(typo(x.name, rng), x.kind, x.id) for x in some]
    hidden: dict[str, ListedName] = {}
    for listing in chosen:
        _hide(listing, sets, hidden, rng)
    return sets, [_without(x, hidden.get(x.id)) for x in listings]


def _hide(
    listing: Listing,
    sets: dict[str, list[Query]],
    hidden: dict[str, ListedName],
    rng: random.Random,
) -> None:
    """Picks one name of a listing to be hidden, and asks for it."""
    primary = listing.name
    foreign = [n for n in listing.names if "Latn" not in scripts(n.text)]
    aliases = [n for n in listing.names if n.text != primary and not n.weak]
    pick = rng.choice(foreign or aliases) if foreign or aliases else None
    if pick is None or pick.text == primary:
        return
    name = "hidden_alias"
    if foreign:
        name = f"hidden_script_{min(scripts(pick.text), default='other')}"
    hidden[listing.id] = pick
    sets.setdefault(name, []).append((pick.text, listing.kind, listing.id))


def _without(listing: Listing, hidden: ListedName | None) -> Listing:
    if hidden is None:
        return listing
    kept = tuple(name for name in listing.names if name.text != hidden.text)
    return replace(listing, names=kept)


def innocents(folder: Path, listings: Sequence[Listing], count: int) -> dict[str, Any]:
    """Names of parties that are not listed: companies, and recombined persons."""
    rng = random.Random(7)
    listed = {n.text.casefold() for x in listings for n in x.names}
    people = [x.name.replace(",", " ").split() for x in listings if x.kind == "person"]
    people = [p for p in people if len(p) > 1]
    persons = {
        f"{rng.choice(people)[0]} {rng.choice(people)[-1]}" for _ in range(count // 4)
    }
    borne = _borne(listings)
    persons = {name for name in persons if not borne(name)}
    found = {"recombined_person": sorted(persons)}
    for path in sorted((folder / "gleif").glob("lei_level1_names_*.csv.gz")):
        with gzip.open(path, "rt", encoding="utf-8") as stream:
            names = [row["legal_name"] for row in csv.DictReader(stream)]
        names = [name for name in names if name.casefold() not in listed]
        found["gleif_company"] = rng.sample(names, min(count, len(names)))
    return found


def _borne(listings: Sequence[Listing]) -> Callable[[str], bool]:
    """Tells whether all words of a name stand in one listed name.

    Such a name is a listed party's, short of a middle name: no innocent for a test
    of names alone.
    """
    rows: dict[str, set[int]] = {}
    texts = (n.text for x in listings for n in x.names if x.kind == "person")
    for at, text in enumerate(texts):
        for token in parse(text, "person").tokens:
            rows.setdefault(token, set()).add(at)

    def borne(name: str) -> bool:
        tokens = parse(name, "person").tokens
        return bool(set.intersection(*(rows.get(t, set()) for t in tokens)))

    return borne


def party(name: str, kind: Any) -> Party:
    """A party with a name alone."""
    return Party("bench", Origin("bench", "", ""), (PartyName(name),), kind)


def recall(matcher: Matcher, queries: Sequence[Query]) -> dict[str, Any]:
    """Share of the queries whose own listing is found, and the first misses."""
    found = matcher.match_all([party(q[0], q[1]) for q in queries], limit=50)
    missed = [
        q
        for q, matches in zip(queries, found, strict=True)
        if q[2] not in {m.listing_id for m in matches}
    ]
    share = 1 - len(missed) / max(1, len(queries))
    return {"n": len(queries), "recall": round(share, 4), "misses": missed[:15]}


def alarms(matcher: Matcher, names: Sequence[str], kind: str) -> dict[str, Any]:
    """Names that match some listing, per 100,000, by threshold; and the rate."""
    start = time.perf_counter()
    found = matcher.match_all([party(name, kind) for name in names], threshold=0.3)
    seconds = time.perf_counter() - start
    tops = [matches[0].score if matches else 0.0 for matches in found]
    per = {
        str(t): round(sum(s >= t for s in tops) / len(names) * 100_000, 1)
        for t in (0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9)
    }
    return {
        "n": len(names),
        "per_100k": per,
        "per_s_at_0.3": round(len(names) / seconds),
    }


def speed(matcher: Matcher, names: Sequence[str], kind: str) -> dict[str, Any]:
    """Batch rate on names not seen before, and single look-ups."""
    half = len(names) // 2
    start = time.perf_counter()
    matcher.match_all([party(name, kind) for name in names[:half]])
    batch = half / (time.perf_counter() - start)
    singles = []
    for name in names[half : half + 300]:
        start = time.perf_counter()
        matcher.match(party(name, kind))
        singles.append((time.perf_counter() - start) * 1000)
    singles.sort()
    return {
        "batch_per_s": round(batch),
        "single_p50_ms": round(statistics.median(singles), 3),
        "single_p99_ms": round(singles[int(len(singles) * 0.99)], 3),
    }


def peers(listings: Sequence[Listing], names: Sequence[str]) -> dict[str, Any]:
    """rapidfuzz over all listed names, the pipeline most people build first."""
    texts = [n.text.lower() for x in listings for n in x.names]
    scorers: dict[str, Callable[..., float]] = {
        "WRatio": fuzz.WRatio,
        "token_sort_ratio": fuzz.token_sort_ratio,
    }
    result = {}
    for label, scorer in scorers.items():
        some = [name.lower() for name in names[:40]]
        start = time.perf_counter()
        best = [process.extractOne(name, texts, scorer=scorer) for name in some]
        seconds = time.perf_counter() - start
        share = sum(b is not None and b[1] >= 85 for b in best) / len(some)
        result[label] = {
            "per_s": round(len(some) / seconds, 1),
            "alarms_at_85_per_100k": round(share * 100_000),
        }
    return result


def opened(listings: Sequence[Listing]) -> tuple[Matcher, dict[str, float]]:
    """A matcher over the listings, and what building and opening took."""
    with tempfile.TemporaryDirectory() as folder:
        start = time.perf_counter()
        name_index.build(listings, Path(folder))
        built = time.perf_counter()
        index = name_index.NameIndex.open(Path(folder))
        done = time.perf_counter()
    took = {"build_s": round(built - start, 2), "open_s": round(done - built, 4)}
    return Matcher(index), {**took, **index.facts}


def _halves(listings: Sequence[Listing]) -> Iterator[tuple[str, list[Listing]]]:
    yield "development", [x for x in listings if not is_validation(x)]
    yield "validation", [x for x in listings if is_validation(x)]


def run(data: Path, *, sample: int, innocent: int) -> dict[str, Any]:
    """Everything measured, as plain values."""
    listings = read_listings(data / "lists") if data.is_dir() else []
    listings = listings or invented(random.Random(1))
    matcher, size = opened(listings)
    clean = innocents(data / "lists", listings, innocent)
    report: dict[str, Any] = {"threshold": DEFAULT_THRESHOLD, "index": size}
    kinds = {"recombined_person": "person", "gleif_company": "entity"}
    report["speed"] = {k: speed(matcher, v, kinds[k]) for k, v in clean.items()}
    report["innocents"] = {k: alarms(matcher, v, kinds[k]) for k, v in clean.items()}
    for label, half in _halves(listings):
        sets, _ = query_sets(half, random.Random(3), sample)
        whole = {k: v for k, v in sets.items() if not k.startswith("hidden")}
        report[label] = {k: recall(matcher, v) for k, v in whole.items()}
    for label, half in _halves(listings):
        sets, kept = query_sets(half, random.Random(3), sample)
        blind, _ = opened(kept)
        hidden = {k: v for k, v in sets.items() if k.startswith("hidden")}
        report[label] |= {k: recall(blind, v) for k, v in sorted(hidden.items())}
    report["peers"] = peers(listings, next(iter(clean.values())))
    return report


def _commit() -> str:
    done = subprocess.run(
        ["git", "rev-parse", "HEAD"], capture_output=True, text=True, cwd=HERE
    )
    return done.stdout.strip()


def main() -> None:
    """Prints the report with the commit, the machine and the date."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(os.environ.get("ENDUSE_TEST_DATA", DEFAULT_DATA))
    parser.add_argument("--data", type=Path, default=default)
    parser.add_argument("--sample", type=int, default=1500)
    parser.add_argument("--innocents", type=int, default=20_000)
    parser.add_argument("--misses", action="store_true", help="list what was missed")
    given = parser.parse_args()
    report = run(given.data, sample=given.sample, innocent=given.innocents)
    if not given.misses:
        for half in ("development", "validation"):
            for measured in report[half].values():
                del measured["misses"]
    stamp = {
        "commit": _commit(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "date": time.strftime("%Y-%m-%d", time.gmtime()),
    }
    print(json.dumps({**stamp, **report}, indent=1, ensure_ascii=False))


if __name__ == "__main__":
    main()
