"""Measure the speed of the name matcher, beside rapidfuzz in the same run.

    python bench/names_speed.py [--index DIR] [--names 200000] [--out FILE]

DIR is a name index that `enduse.names.index.build` wrote; one of invented names is
built besides, for the time, size and opening of a large one. Parties asked for are
invented, and a tenth as many listed names as they are, and with a letter, a blank or
an initial changed; some names are made to cost much. *Units*: seconds of this process
alone, so that a busy machine counts less; `wall_s` by the clock, for what is done by
several processes.
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
from typing import Any

from rapidfuzz import fuzz, process

from enduse.model import ListedName, Listing, Origin, Party, PartyKind, PartyName
from enduse.names import score
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


def letter(name: str, rng: random.Random) -> str:
    """The name with one letter changed."""
    at = rng.randrange(len(name))
    return name[:at] + rng.choice(string.ascii_lowercase) + name[at + 1 :]


def blank(name: str, rng: random.Random) -> str:
    """The name with one blank more, or one less."""
    at = rng.randrange(1, max(2, len(name)))
    return (
        name.replace(" ", "", 1) if rng.random() < 0.5 else name[:at] + " " + name[at:]
    )


def initial(name: str, rng: random.Random) -> str:
    """The name with one word as its first letter."""
    words = name.split() or [name]
    at = rng.randrange(len(words))
    return " ".join([*words[:at], words[at][0], *words[at + 1 :]])


CHANGES: dict[str, Callable[[str, random.Random], str]] = {
    "listed": lambda name, _: name,
    "letter": letter,
    "blank": blank,
    "initial": initial,
}


def asked(index: NameIndex, count: int, seed: int) -> dict[str, list[Party]]:
    """Invented parties, and a tenth as many listed names of each sort of change."""
    rng = random.Random(seed)
    found = {"invented": [party(*both) for both in names(rng, count)]}
    for what, change in CHANGES.items():
        rows = rng.sample(range(len(index)), min(len(index), count // 10))
        texts = [change(index.text("text", row), rng) for row in rows]
        found[what] = [party(text, "unknown") for text in texts]
    return found


def compared(matcher: Matcher, parties: Sequence[Party]) -> float:
    """How many listed names are compared in full for each party."""
    count = 0
    whole = score.compare_forms

    def counted(*held: Any) -> Any:
        nonlocal count
        count += 1
        return whole(*held)

    score.compare_forms = counted  # type: ignore[assignment]
    try:
        matcher.match_all(parties)
    finally:
        score.compare_forms = whole
    return count / len(parties)


HOSTILE = {
    "10000_words": "Muhammad " * 10_000,
    "10000_initials": "a b " * 5_000,
    "one_long_word": "x" * 100_000,
    "common_words": "al bin trading company bank of the " * 1_500,
}


def hostile(matcher: Matcher) -> dict[str, float]:
    """Milliseconds for names made to cost much."""
    asked = {what: party(text, "unknown") for what, text in HOSTILE.items()}
    return {
        f"hostile_{what}_ms": 1e3 * seconds(lambda p=one: matcher.match(p))  # type: ignore[misc]
        for what, one in asked.items()
    }


def speeds(index: NameIndex, count: int) -> dict[str, float]:
    """Parties a second in batches by sort, names compared, milliseconds of one."""
    matcher = Matcher(index)
    for parties in asked(index, 500, 2).values():
        matcher.match_all(parties)
    found = {}
    for what, parties in asked(index, count, 3).items():
        spent = seconds(lambda p=parties: matcher.match_all(p))  # type: ignore[misc]
        found[f"batch_{what}_per_s"] = len(parties) / spent
        found[f"compared_{what}"] = compared(matcher, parties)
    single = [p for parties in asked(index, 500, 4).values() for p in parties]
    each = sorted(1e3 * seconds(lambda p=p: matcher.match(p)) for p in single)  # type: ignore[misc]
    found["single_p50_ms"] = each[len(each) // 2]
    found["single_p99_ms"] = each[int(len(each) * 0.99)]
    found |= hostile(matcher)
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
    start = time.perf_counter()
    built = seconds(lambda: build(listings(count), folder))
    wall = time.perf_counter() - start
    size = sum(file.stat().st_size for file in folder.iterdir())
    return {
        "names": count,
        "build_s": round(built, 2),
        "build_wall_s": round(wall, 2),
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
            brute_per_s(index, asked(index, 10, 5)["invented"]), 2
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
