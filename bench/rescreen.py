"""Measure `enduse rescreen`: a list change held against a book of customers.

    python bench/rescreen.py --home DIR [--customers 100000] [--entries 200]
        [--workers 2] [--out FILE]

A copy of the home at DIR is used. The book is made of names: three in four persons,
given names and family names from two pools, one in five hundred a listed name or one
misspelt. The change is a firm's own list that grows by `--entries` listings, half of
them called like customers. Prints and writes JSON: seconds of the first run (a full
one) and of the rescreening, how many were screened, and how many alerts began.
"""

import argparse
import csv
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from contextlib import AbstractContextManager
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path
from typing import Any

from enduse.engines.local import Team
from enduse.files.source_file import SourceFile
from enduse.library.books import Book
from enduse.library.store import Library
from enduse.messages.message import Options
from enduse.pipeline.rescreen import work
from enduse.pipeline.rescreen.run import Asked, Rescreening

RESULTS = Path(__file__).parent / "results"
AS_OF = date(2026, 11, 3)
TRADE = ("Trading", "Logistics", "Industries", "Technology", "Foods", "Textiles")
FORM = ("GmbH", "Ltd", "SARL", "A.S.", "LLC", "Co., Ltd", "SpA", "Oy")
GIVEN: tuple[str, ...] = (
    "Anna",
    "Bruno",
    "Chloe",
    "Deniz",
    "Emeka",
    "Farah",
    "Goran",
    "Hana",
    "Ivo",
)
GIVEN += ("Mohammed", "Ali", "Olga", "Sergei", "Wei", "Maria", "Jose", "John", "Fatima")
COUNTRIES = ("DE", "FR", "NG", "TR", "PE", "JP", "AE", "RU", "CN", "US")


def word(rng: random.Random, most: int = 4) -> str:
    """An invented word of two syllables or more."""
    pairs = (
        rng.choice("bcdfghklmnprstvz") + rng.choice("aeiou")
        for _ in range(rng.randrange(2, most))
    )
    return ("".join(pairs) + rng.choice(("", "n", "r", "s", "ova", "ev"))).title()


def customer(
    rng: random.Random, pools: tuple[Sequence[str], ...], listed: Sequence[str]
) -> str:
    """A name: of a person, of a firm, or once in a while a listed one."""
    draw = rng.random()
    if draw < 0.002 and listed:
        name = rng.choice(listed)
        at = rng.randrange(len(name))
        return name if draw < 0.001 else name[:at] + "e" + name[at + 1 :]
    if draw < 0.75:
        return f"{rng.choice(pools[0])} {rng.choice(pools[1])}"
    own = f"{word(rng)} {rng.choice(pools[1])}"
    return f"{own} {rng.choice(TRADE)} {rng.choice(FORM)}"


def write_book(path: Path, count: int, listed: Sequence[str]) -> list[str]:
    """The book as CSV, and its names."""
    rng = random.Random(20261122)
    given = [*GIVEN * 20, *(word(rng) for _ in range(2_000))]
    families = [word(rng, 5) for _ in range(60_000)]
    names = [customer(rng, (given, families), listed) for _ in range(count)]
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.writer(stream)
        out.writerow(["id", "name", "country"])
        rows = ((f"C{n}", name, rng.choice(COUNTRIES)) for n, name in enumerate(names))
        out.writerows(rows)
    return names


def linked(old: str, new: str) -> None:
    """The same file at another place; nothing in a library is written twice."""
    try:
        os.link(old, new)
    except OSError:
        shutil.copy2(old, new)


def own_list(home: Path, folder: Path, names: Sequence[str]) -> None:
    """The firm's own list, with these names, made current."""
    path = folder / "own.csv"
    lines = ["id,name,kind", *(f'{n},"{name}",' for n, name in enumerate(names))]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    command = [sys.executable, "-m", "enduse.cli.main", "update"]
    command += ["--from", str(path), "--own", "firm"]
    env = {**os.environ, "ENDUSE_HOME": str(home)}
    subprocess.run(command, env=env, check=True, capture_output=True)


def hire(workers: int, desk: work.Desk, _: int) -> AbstractContextManager[Team]:
    """A team of that size."""
    return Team(partial(work.start, desk), workers)


def peak(whose: int) -> int:
    """The most memory so far, in MB."""
    return resource.getrusage(whose).ru_maxrss // 1024


def cpu() -> float:
    """Seconds of this process and of those that ended."""
    both = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    used = [resource.getrusage(whose) for whose in both]
    return sum(one.ru_utime + one.ru_stime for one in used)


def run(home: Path, book: Path, workers: int) -> dict[str, Any]:
    """One rescreening, timed step by step."""
    steps: dict[str, float] = {}
    last: list[tuple[float, str]] = [(time.perf_counter(), "opening")]

    def step(what: str) -> None:
        now, (then, before) = time.perf_counter(), last[0]
        steps[before] = round(now - then, 2)
        print(f"{before}: {now - then:.1f} s", file=sys.stderr, flush=True)
        last[0] = now, what

    start, spent = time.perf_counter(), cpu()
    library = Library.open(home)
    asked = Asked(0.5, AS_OF, Options())
    with Rescreening(
        Book(home, str(book)), library, [SourceFile.of(book)], asked
    ) as it:
        it.run(partial(hire, workers), progress=step)
        step("telling")
        changed = it.changed()
        it.commit()
    step("")
    return {
        "seconds": round(time.perf_counter() - start, 2),
        "steps_s": steps,
        "screened": it.scope.screened,
        "full": it.scope.full,
        "listings_held": len(it.scope.listings.listings) if it.scope.listings else 0,
        "alerts_begun": sum(len(one.began) for one in changed),
        "peak_memory_mb": peak(resource.RUSAGE_SELF),
        "peak_memory_of_a_worker_mb": peak(resource.RUSAGE_CHILDREN),
        "cpu_s": round(cpu() - spent, 1),
    }


def main() -> None:
    """Run the measurement and write its result."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--customers", type=int, default=100_000)
    options.add_argument("--entries", type=int, default=200)
    options.add_argument("--workers", type=int, default=2)
    options.add_argument("--home", type=Path, required=True)
    options.add_argument("--out", type=Path, default=RESULTS / "rescreen.json")
    said = options.parse_args()
    rng = random.Random(7)
    with tempfile.TemporaryDirectory() as scratch:
        folder, home = Path(scratch), Path(scratch) / "home"
        shutil.copytree(said.home / "library", home / "library", copy_function=linked)
        listed = [
            listing.name
            for snapshot in Library.open(home).snapshots.values()
            for number, listing in enumerate(snapshot.listings())
            if number % 97 == 0 and listing.name
        ]
        book = folder / "customers.csv"
        names = write_book(book, said.customers, listed)
        own = [f"{word(rng)} {word(rng)} {n}" for n in range(1000)]
        own_list(home, folder, own)
        first = run(home, book, said.workers)
        half = rng.sample(names, said.entries // 2)
        more = [f"{word(rng)} {word(rng)}" for _ in range(said.entries - len(half))]
        own_list(home, folder, [*own, *half, *more])
        start = time.perf_counter()
        _ = Library.open(home).matcher
        indexing = round(time.perf_counter() - start, 2)
        again = run(home, book, said.workers)
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, Python {sys.version.split()[0]}",
        "load": [round(one, 1) for one in os.getloadavg()],
        "customers": said.customers,
        "entries": said.entries,
        "workers": said.workers,
        "first_run": first,
        "indexing_the_lists_s": indexing,
        "rescreening": again,
    }
    text = json.dumps(result, indent=1)
    said.out.parent.mkdir(parents=True, exist_ok=True)
    said.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
