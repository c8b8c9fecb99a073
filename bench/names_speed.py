"""Measure the speed of the name matcher, beside rapidfuzz in the same run.

    python bench/names_speed.py [--index DIR] [--names 200000] [--out FILE]

DIR is a name index that `enduse.names.index.build` wrote; one of invented names is
built besides, for the time, size and opening of a large one. Parties asked for are
invented, and a tenth as many listed names with a letter changed. *Units*: seconds
of this process alone, so that a busy machine hardly counts.
"""

import argparse
import json
import os
import platform
import random
import string
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path

from rapidfuzz import fuzz, process

from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName
from enduse.names.index import NameIndex, build
from enduse.names.matcher import Matcher

RESULTS = Path(__file__).parent / "results"
TRADES = ("Trading", "Logistics", "Industries", "Technology", "Foods", "Textiles")
FORMS = ("GmbH", "Ltd", "SARL", "LLC", "Co., Ltd", "SpA", "Oy")
_ORIGIN = Origin("bench", "", "")
_TEXT = (
    "Payment for invoice 4711 dated 12 October, delivery of spare parts for a "
    "packaging machine to our warehouse in Hamburg, thank you"
)


def word(rng: random.Random) -> str:
    """An invented word of two to four syllables."""
    pairs = (
        rng.choice("bdfgklmnprstvz") + rng.choice("aeiou")
        for _ in range(rng.randrange(2, 5))
    )
    return "".join(pairs).title()


def names(rng: random.Random, count: int) -> Iterator[tuple[str, PartyKind]]:
    """Invented people and firms, by turns; words recur as those of real names do."""
    stock = [word(rng) for _ in range(max(1000, count // 8))]
    for number in range(count):
        one, other = (stock[int(len(stock) * rng.random() ** 3)] for _ in range(2))
        if number % 2:
            yield f"{one} {other} {rng.choice(TRADES)} {rng.choice(FORMS)}", "entity"
        else:
            yield f"{one} {other}", "person"


def listings(count: int) -> Iterator[Listing]:
    """Invented listings of one name each."""
    for number, (name, kind) in enumerate(names(random.Random(1), count)):
        given = (ListedName(name, "primary"),)
        yield Listing(f"bench:{number}", "bench", kind, given, _ORIGIN)


def seconds(action: Callable[[], object]) -> float:
    """Processor seconds that an action takes."""
    start = time.process_time()
    action()
    return time.process_time() - start


def party(name: str, kind: PartyKind) -> Party:
    """A party of one name."""
    return Party("bench", _ORIGIN, (PartyName(name),), kind)


def asked(index: NameIndex, count: int, seed: int) -> tuple[list[Party], list[Party]]:
    """Invented parties, and a tenth as many listed names with a letter changed."""
    rng = random.Random(seed)
    innocent = [party(*both) for both in names(rng, count)]
    misspelt = []
    for row in rng.sample(range(len(index)), min(len(index), count // 10)):
        name = index.text("text", row)
        at = rng.randrange(len(name))
        name = name[:at] + rng.choice(string.ascii_lowercase) + name[at + 1 :]
        misspelt.append(party(name, "unknown"))
    return innocent, misspelt


def speeds(index: NameIndex, count: int) -> dict[str, float]:
    """Parties a second in batches, and milliseconds of single ones."""
    matcher = Matcher(index)
    for parties in asked(index, 500, 2):
        matcher.match_all(parties)
    innocent, misspelt = asked(index, count, 3)
    found = {
        "batch_invented_per_s": count / seconds(lambda: matcher.match_all(innocent)),
        "batch_listed_per_s": len(misspelt)
        / seconds(lambda: matcher.match_all(misspelt)),
    }
    single = [p for both in asked(index, 500, 4) for p in both]
    each = sorted(1e3 * seconds(lambda p=p: matcher.match(p)) for p in single)  # type: ignore[misc]
    found["single_p50_ms"] = each[len(each) // 2]
    found["single_p99_ms"] = each[int(len(each) * 0.99)]
    matcher.spot(_TEXT)
    texts = 1000
    spent = seconds(lambda: [matcher.spot(_TEXT) for _ in range(texts)])
    found["spot_without_hit_us"] = 1e6 * spent / texts
    return {name: round(value, 3) for name, value in found.items()}


def brute_per_s(index: NameIndex, parties: Sequence[Party]) -> float:
    """Parties a second by rapidfuzz's WRatio over every listed name."""
    listed = [index.text("text", row).lower() for row in range(len(index))]

    def all_of_them() -> None:
        for one in parties:
            process.extractOne(one.name.lower(), listed, scorer=fuzz.WRatio)

    return len(parties) / seconds(all_of_them)


def of_index(folder: Path, count: int) -> dict[str, float]:
    """What an index of invented names takes to build, hold and open."""
    built = seconds(lambda: build(listings(count), folder))
    size = sum(file.stat().st_size for file in folder.iterdir())
    return {
        "names": count,
        "build_s": round(built, 2),
        "megabytes": round(size / 1e6, 1),
        "open_s": round(seconds(lambda: NameIndex.open(folder)), 3),
    }


def main() -> None:
    """Run the measurement and write its result."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--index", type=Path)
    options.add_argument("--names", type=int, default=200_000)
    options.add_argument("--parties", type=int, default=4000)
    options.add_argument("--out", type=Path, default=RESULTS / "names_speed.json")
    said = options.parse_args()
    command = ["git", "rev-parse", "HEAD"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False)
    result: dict[str, object] = {
        "commit": commit.stdout.strip(),
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "parties": said.parties,
    }
    with tempfile.TemporaryDirectory() as folder:
        sizes = (said.names // 30, said.names)
        for size in sizes:
            path = Path(folder) / str(size)
            made = of_index(path, size)
            made |= speeds(NameIndex.open(path), said.parties)
            result[f"invented_{size}"] = made
    if said.index:
        index = NameIndex.open(said.index)
        listed = {"names": len(index), **speeds(index, said.parties)}
        listed["wratio_over_all_per_s"] = round(
            brute_per_s(index, asked(index, 10, 5)[0]), 2
        )
        listed["times_wratio"] = round(
            listed["batch_invented_per_s"] / listed["wratio_over_all_per_s"], 1
        )
        result["listed"] = listed
    text = json.dumps(result, indent=1)
    said.out.parent.mkdir(parents=True, exist_ok=True)
    said.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
