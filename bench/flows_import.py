"""Import of one year of BACI's size: seconds and memory, against reading the CSV.

`python bench/flows_import.py [ROWS]` makes a file of BACI's layout with invented
values, imports it in a process of its own, and writes bench/results/flows_import.json.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
import polars as pl

ROWS = 11_000_000
RESULTS = Path(__file__).parent / "results" / "flows_import.json"


def made(path: Path, rows: int) -> None:
    """A file of BACI's layout: each exporter, importer and product at most once."""
    from enduse.flows.areas import numbers

    rng = np.random.default_rng(20260101)
    by_area = {area: int(n) for n, area in numbers().items() if 0 < int(n) < 900}
    areas = np.array(sorted(by_area.values()))[:226]  # one number for each area
    codes = np.unique(rng.integers(10_111, 970_700, 5_300))
    total = len(areas) * len(areas) * len(codes)
    cells = np.sort(rng.choice(total, size=rows, replace=False, shuffle=False))
    exporter, rest = np.divmod(cells, len(areas) * len(codes))
    importer, product = np.divmod(rest, len(codes))
    frame = pl.DataFrame(
        {
            "t": np.full(rows, 2022, dtype=np.int32),
            "i": areas[exporter],
            "j": areas[importer],
            "k": codes[product],  # leading zeros lost, as people pass it on
            "v": np.round(np.exp(rng.normal(2.0, 3.0, rows)), 3),
            "q": np.round(np.exp(rng.normal(0.5, 3.0, rows)), 3),
        }
    )
    frame.write_csv(path)


def measured(code: str) -> tuple[float, int]:
    """Seconds and peak memory in MB of a Python process that runs `code`."""
    before = time.perf_counter()
    tail = (
        "\nimport resource, sys"
        "\nprint(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss, file=sys.stderr)"
    )
    done = subprocess.run(  # our own code
        [sys.executable, "-c", code + tail], capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(done.stderr)
    peak = int(done.stderr.strip().splitlines()[-1]) // 1024
    return round(time.perf_counter() - before, 2), peak


def main() -> None:
    """Measure, print and write the figures."""
    rows = int(sys.argv[1]) if len(sys.argv) > 1 else ROWS
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "BACI_HS17_Y2022_V202401.csv"
        made(path, rows)
        read = (
            f"import polars as pl\npl.scan_csv({str(path)!r})"
            f".sink_parquet({folder + '/plain.parquet'!r})"
        )
        importing = (
            "from pathlib import Path\n"
            "from enduse.library.statistics_import import Importing\n"
            f"job = Importing(Path({folder!r}) / 'home' / 'flows', 'bench')\n"
            f"outcome = job.files([Path({str(path)!r})])\n"
            f"assert not outcome.refused, outcome.refused\n"
            f"assert outcome.imported[0].kept == {rows}, outcome"
        )
        plain, plain_mb = measured(read)
        seconds, peak = measured(importing)
        stored = sum(p.stat().st_size for p in Path(folder, "home").rglob("*.parquet"))
        figures = {
            "rows": rows,
            "csv_mb": path.stat().st_size // 10**6,
            "stored_mb": stored // 10**6,
            "import_seconds": seconds,
            "import_peak_mb": peak,
            "plain_copy_seconds": plain,
            "plain_copy_peak_mb": plain_mb,
            "ratio": round(seconds / plain, 2),
            "cpus": os.cpu_count(),
            "python": platform.python_version(),
            "polars": pl.__version__,
        }
    RESULTS.parent.mkdir(exist_ok=True)
    RESULTS.write_text(json.dumps(figures, indent=2) + "\n", encoding="utf-8")
    print(json.dumps(figures, indent=2))


if __name__ == "__main__":
    main()
