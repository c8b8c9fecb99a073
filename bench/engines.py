"""Measure what an engine costs over this process: the same customers, three ways.

    python bench/engines.py [--customers 20000] [--home DIR] [--out FILE]

Prints and writes JSON: seconds of one process, of two, and of Spark on this machine
(start and stop apart), and whether all gave the same bytes. Needs the extra `spark`.
"""

import argparse
import hashlib
import json
import os
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

from enduse.engines import local, spark
from enduse.files.source_file import SourceFile
from enduse.library.store import Library
from enduse.messages.message import Options
from enduse.model import Assessment
from enduse.pipeline.case import Case
from enduse.pipeline.line import line
from enduse.pipeline.screen import chunks_of
from enduse.pipeline.screener import Screener

RESULTS = Path(__file__).parent / "results"
FIRST = ("Anna", "Bruno", "Chloe", "Deniz", "Emeka", "Farah", "Goran", "Hana", "Ivo")
Chunks = Iterable[list[Case]]
Engine = Callable[[Chunks], Iterator[Assessment]]


def customers(count: int) -> str:
    """A customer table of invented persons."""
    rng = random.Random(20261122)
    rows = ["id,name,country"]
    for number in range(count):
        word = "".join(rng.choice("bdgklmnrstvz") + rng.choice("aeiou") for _ in "xxx")
        rows.append(f"C{number},{rng.choice(FIRST)} {word.title()},DE")
    return "\n".join(rows) + "\n"


def timed(engine: Engine, book: SourceFile) -> tuple[float, str]:
    """Seconds from the file to the last line, and a hash of all lines."""
    made = hashlib.sha256()
    start = time.perf_counter()
    for assessment in engine(chunks_of([book], Options())):
        made.update(line(assessment))
    return time.perf_counter() - start, made.hexdigest()


def main() -> None:
    """Run the measurement and write its result."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--customers", type=int, default=20_000)
    options.add_argument("--home", default=os.environ.get("ENDUSE_HOME", ""))
    options.add_argument("--out", type=Path, default=RESULTS / "engines.json")
    said = options.parse_args()
    library = Library.open(Path(said.home) if said.home else None)
    own = Screener(library, as_of=date(2026, 11, 3))
    current = library.manifest.current
    job = local.Job(library.folder, current, own.policy.threshold, own.as_of, 2)
    engines: dict[str, Engine] = {
        "one_process": own_process(own),
        "two_processes": lambda chunks: local.assessed(job, own, chunks),
        "spark": lambda chunks: spark.assessed(job, chunks),
    }
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "customers.csv"
        path.write_text(customers(said.customers), encoding="utf-8")
        book = SourceFile.of(path)
        found = {name: timed(engine, book) for name, engine in engines.items()}
        path.write_text(customers(1), encoding="utf-8")
        nearly_nothing, _ = timed(engines["spark"], SourceFile.of(path))
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, Python {sys.version.split()[0]}",
        "load": [round(one, 1) for one in os.getloadavg()],
        "names_listed": len(library.matcher.index),
        "customers": said.customers,
        "seconds": {name: round(seconds, 2) for name, (seconds, _) in found.items()},
        "spark_start_s": round(nearly_nothing, 2),
        "spark_over_two_processes": round(
            found["spark"][0] / found["two_processes"][0], 2
        ),
        "same_bytes": len({made for _, made in found.values()}) == 1,
    }
    text = json.dumps(result, indent=1)
    said.out.parent.mkdir(parents=True, exist_ok=True)
    said.out.write_text(text + "\n", encoding="utf-8")
    print(text)


def own_process(own: Screener) -> Engine:
    """This process alone, with a screener that has seen nothing yet."""

    def run(chunks: Chunks) -> Iterator[Assessment]:
        fresh = Screener(own.library, as_of=own.as_of)
        for chunk in chunks:
            yield from fresh.assess_all(chunk)

    return run


if __name__ == "__main__":
    main()
