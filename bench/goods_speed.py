"""Measure the speed of `enduse goods`: first answer, a table, ten lines learned.

    python bench/goods_speed.py --home HOME FILE.csv --column text [--rows 20000]

HOME holds imported goods sources and, better, learned lines; it is copied, so that
what is learned here stays here. Every figure is of the command itself, in a process of
its own. *Units*: `wall_s` by the clock, `cpu_s` of the processor, which a busy machine
changes less; `megabytes` of the largest process. `load` is how busy the machine was.
"""

import argparse
import csv
import hashlib
import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from datetime import UTC, datetime
from itertools import islice
from pathlib import Path
from shutil import copytree
from typing import Any

RESULTS = Path(__file__).parent / "results"
TEXT = "CNC lathe with 5 axes, Siemens 6ES7214-1AG40-0XB0"


def run(home: Path, *said: str) -> dict[str, float]:
    """What a command of enduse costs."""
    env = {**os.environ, "ENDUSE_HOME": str(home)}
    command = [sys.executable, "-m", "enduse.cli.main", "goods", *said]
    began = time.perf_counter()
    with subprocess.Popen(command, env=env, stdout=subprocess.DEVNULL) as process:
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{' '.join(command)} ended with {process.returncode}")
    return {
        "wall_s": round(time.perf_counter() - began, 2),
        "cpu_s": round(used.ru_utime + used.ru_stime, 2),
        "megabytes": round(used.ru_maxrss / 1024),
    }


def best(home: Path, times: int, *said: str) -> dict[str, float]:
    """The cheapest of some runs: the machine is rarely idle."""
    return min((run(home, *said) for _ in range(times)), key=lambda one: one["cpu_s"])


def table(source: Path, column: str, rows: int, target: Path) -> int:
    """Write that many rows of one column; how many there were."""
    with source.open(encoding="utf-8-sig", newline="") as stream:
        texts = [row[column] for row in islice(csv.DictReader(stream), rows)]
    with target.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows([["text"], *([text] for text in texts)])
    return len(texts)


def classified(home: Path, path: Path, rows: int, workers: int) -> dict[str, Any]:
    """What a table costs in all, and what each of its rows beyond the first."""
    out = path.with_suffix(".jsonl")
    said = ("classify", str(path), "--jsonl", str(out), "--workers", str(workers))
    told: dict[str, Any] = dict(run(home, *said))
    told["lines_per_s"] = round(rows / told["wall_s"])
    told["lines_per_cpu_s"] = round(rows / told["cpu_s"])
    told["sha256"] = hashlib.sha256(out.read_bytes()).hexdigest()[:16]
    return told


def lesson(folder: Path, lines: int) -> Path:
    """A table of invented goods with a code."""
    path = folder / f"lesson-{lines}.csv"
    rows = [
        ["text", "hs6"],
        *([f"frobnicator type {n}", "845961"] for n in range(lines)),
    ]
    with path.open("w", encoding="utf-8", newline="") as stream:
        csv.writer(stream).writerows(rows)
    return path


def measured(said: argparse.Namespace, work: Path) -> dict[str, Any]:
    """Every figure, of a copy of the home."""
    home = work / "home"
    copytree(said.home, home)
    run(home, "find", TEXT)  # the index is made where it is missing
    model = max(
        (home / "goods-index").glob("*/model.json"), key=lambda p: p.stat().st_mtime
    )
    rows = table(said.file, said.column, said.rows, work / "table.csv")
    one, every = (classified(home, work / "table.csv", rows, n) for n in (1, 0))
    return {
        "known_lines": json.loads(model.read_text())["lines"],
        "rows": rows,
        "find": best(home, 3, "find", TEXT),
        "classify_one_process": one,
        "classify_all_cores": every,
        "same_bytes": one["sha256"] == every["sha256"],
        "learn_ten_lines": run(home, "learn", str(lesson(work, 10))),
    }


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the measurement and write its result."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("file", type=Path)
    options.add_argument("--home", type=Path, required=True)
    options.add_argument("--column", default="text")
    options.add_argument("--rows", type=int, default=20_000)
    options.add_argument("--out", type=Path, default=RESULTS / "goods_speed.json")
    said = options.parse_args(arguments)
    command = ["git", "rev-parse", "HEAD"]
    commit = subprocess.run(command, capture_output=True, text=True, check=False)
    told: dict[str, Any] = {
        "commit": commit.stdout.strip(),
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{platform.machine()}, {os.cpu_count()} cores",
        "load": [round(os.getloadavg()[0], 1)],
    }
    with tempfile.TemporaryDirectory(prefix="enduse-bench-") as folder:
        told |= measured(said, Path(folder))
    told["load"].append(round(os.getloadavg()[0], 1))
    text = json.dumps(told, indent=1)
    said.out.parent.mkdir(parents=True, exist_ok=True)
    said.out.write_text(text + "\n", encoding="utf-8")
    print(text)


if __name__ == "__main__":
    main()
