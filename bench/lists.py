"""Measure reading of every publication given: seconds and peak memory of each.

    python bench/lists.py FOLDER [--out FILE]

Each publication is read in a process of its own, so that peak memory is its own.
"""

import argparse
import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

from enduse.library.publication import sorted_publications

RESULTS = Path(__file__).parent / "results"
_ONE = """
import json, sys, time
from pathlib import Path
from enduse.lists import registry
from enduse.lists.record import Record
from enduse.files.source_file import SourceFile
from enduse.model import Listing
reader, source, *paths = sys.argv[1:]
module = registry.reader(reader)
def peak():  # of this process alone: rusage would count its parent's as well
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) for line in lines if line.startswith("VmHWM"))
before = peak()
start = time.perf_counter()
rows = (r for r in module.rows([SourceFile.of(Path(p)) for p in paths], source)
        if isinstance(r, Record))
count = sum(isinstance(result, Listing) for result in module.listings(rows))
seconds = time.perf_counter() - start
print(json.dumps({"listings": count, "seconds": round(seconds, 3),
                  "peak_memory_mb": peak() // 1024,
                  "grown_mb": (peak() - before) // 1024}))
"""


def main() -> None:
    """Run the measurement and write its result."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument(
        "folder", type=Path, nargs="?", default=Path("../shared/data/lists")
    )
    options.add_argument("--out", type=Path, default=RESULTS / "lists.json")
    said = options.parse_args()
    if not said.folder.is_dir():
        sys.exit(f"{said.folder}: no such folder; give one with list files in it")
    paths = sorted(path for path in said.folder.rglob("*") if path.is_file())
    rows = []
    for publication in sorted_publications(paths, []):
        words = [publication.reader, publication.source]
        command = [sys.executable, "-c", _ONE, *words]
        command += [str(file.path) for file in publication.files]
        done = subprocess.run(command, capture_output=True, text=True, check=True)
        row = {"publication": publication.label, **json.loads(done.stdout)}
        print(json.dumps(row))
        rows.append(row)
    result = {
        "date": datetime.now(UTC).date().isoformat(),
        "machine": f"{os.cpu_count()} cores, Python {sys.version.split()[0]}",
        "publications": rows,
    }
    said.out.parent.mkdir(parents=True, exist_ok=True)
    said.out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
