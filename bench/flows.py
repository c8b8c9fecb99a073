"""Questions over generated statistics of BACI's shape, timed against plain polars.

    python bench/flows.py --rows 1100000 --years 5

Writes a JSON file to bench/results/. `ratio` is enduse over a hand-written polars query
in the same run, best of a few; `peak_mb` the most memory of a process of its own.
"""

import argparse
import json
import multiprocessing
import platform
import resource
import subprocess
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import numpy as np
import polars as pl

from enduse.codes.country import is_code
from enduse.flows.change import Change
from enduse.flows.growth import growth
from enduse.flows.query import Goods, Query
from enduse.flows.reroute import Routing, reroute
from enduse.flows.scan import Scanned, scan
from enduse.flows.share import Sharing, share
from enduse.flows.windows import Window
from enduse.goods import hs
from enduse.library import statistics_cells

FIRST = 2019
CONSTANTS = {
    "level": 6,
    "edition": "HS2017",
    "month": 0,
    "direction": "X",
    "valuation": "FOB",
    "currency": "USD",
    "unit": "t",
    "status": "reported",
    "row": 0,
}
AREAS = [
    a + b for a in "ABCDEFGHIJKLMNOPQRSTUVWXYZ" for b in "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
]


def main() -> None:
    """Generate, ask, compare, write the result."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rows", type=int, default=1_100_000, help="a year")
    parser.add_argument("--years", type=int, default=5)
    parser.add_argument("--repeat", type=int, default=3)
    told = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        for year in range(FIRST, FIRST + told.years):
            _generate(place / str(year), year, told.rows)
        result = _measure(place, told.years, told.repeat)
    result |= {
        "rows": told.rows * told.years,
        "commit": _git(),
        "machine": platform.platform(),
        "cpus": multiprocessing.cpu_count(),
        "date": datetime.now(UTC).isoformat(timespec="seconds"),
    }
    out = Path(__file__).parent / "results" / "flows.json"
    out.parent.mkdir(exist_ok=True)
    out.write_text(json.dumps(result, indent=1) + "\n", encoding="utf-8")
    print(json.dumps(result, indent=1))


def _generate(path: Path, year: int, rows: int) -> None:
    """A year of cells in BACI's order: by exporter, importer and code."""
    random = np.random.default_rng(year)
    areas = np.array([code for code in AREAS if is_code(code)])[:220]
    codes = np.array(sorted(hs.codes("HS2017"))[:5_200])
    pairs = np.sort(random.integers(0, len(areas) ** 2, rows))
    values = random.lognormal(9, 3, rows).round(3)
    frame = pl.DataFrame(
        {
            "reporter": areas[pairs // len(areas)],
            "partner": areas[pairs % len(areas)],
            "product": codes[random.integers(0, len(codes), rows)],
            "value": values * 1_000,
        }
    )
    path.mkdir()
    frame.write_parquet(path / "cells-0.parquet")


def _flows(place: Path) -> pl.LazyFrame:
    """All years as the store gives them: what never varies is not in the files."""
    return pl.concat(
        statistics_cells.scan(folder, {**CONSTANTS, **_of_year(int(folder.name))})
        for folder in sorted(place.iterdir())
    )


def _of_year(year: int) -> dict[str, Any]:
    period = {"period": str(year), "year": year}
    return {**period, "source": f"baci-{year}", "sha256": str(year)}


def _measure(place: Path, years: int, repeat: int) -> dict[str, Any]:
    flows = _flows(place)
    codes = tuple(sorted(hs.codes("HS2017"))[100:5_100:100])
    known = _filings(flows)
    query = Query(partners=("KG",), goods=Goods(codes), direction="X", known=known)
    ours = _best(lambda: share(flows, query, Sharing(each="year")), repeat)
    plain = _best(lambda: _by_hand(flows, codes), repeat)
    last = FIRST + years - 1
    change = Change(Window(str(FIRST), str(FIRST)), Window(str(last), str(last)))
    grown = _best(lambda: growth(flows, query, change), repeat)
    routing = Routing(change.pre, change.post, hubs=("AM", "KZ", "KG"))
    routed = replace(query, partners=("RU",), reporters=("DE", "FR", "IT"))
    return {
        "share_seconds": ours,
        "by_hand_seconds": plain,
        "share_ratio": ours / plain,
        "growth_seconds": grown,
        "reroute_seconds": _best(lambda: reroute(flows, routed, routing), repeat),
        "scan": _apart(place, change),
    }


def _filings(flows: pl.LazyFrame) -> pl.DataFrame:
    """Who filed what, as the store keeps it from the import on."""
    by = ("source", "reporter", "direction", "period", "year")
    return flows.group_by(by).agg(pl.col("level").max()).collect(engine="streaming")


def _by_hand(flows: pl.LazyFrame, codes: tuple[str, ...]) -> pl.DataFrame:
    """The question of `share`, as somebody would write it who asks it once."""
    return (
        flows.filter(
            pl.col("partner") == "KG",
            pl.col("product").is_in(codes),
            pl.col("direction") == "X",
        )
        .group_by("year", "reporter")
        .agg(pl.col("value").sum())
        .with_columns(
            (pl.col("value") / pl.col("value").sum().over("year")).alias("share")
        )
        .sort("year", "value")
        .collect(engine="streaming")
    )


def _best(job: Callable[[], object], repeat: int) -> float:
    times = []
    for _ in range(repeat):
        start = time.perf_counter()
        job()
        times.append(time.perf_counter() - start)
    return min(times)


def _apart(place: Path, change: Change) -> dict[str, float]:
    """The full scan of hubs and products, in a process of its own."""
    context = multiprocessing.get_context("spawn")
    with context.Pool(1) as pool:
        return pool.apply(_scan, (str(place), change))


def _scan(place: str, change: Change) -> dict[str, float]:
    start = time.perf_counter()
    flows = _flows(Path(place))
    coalition = ("DE", "FR", "IT", "PL", "NL")
    found = scan(flows, Scanned("RU", coalition, change.pre, change.post))
    return {
        "seconds": time.perf_counter() - start,
        "lines": float(found.height),
        "peak_mb": _peak_mb(),
    }


def _peak_mb() -> float:
    """The most memory this process had, in megabytes."""
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith("VmHWM"):
            return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _git() -> str:
    told = ["git", "rev-parse", "--short", "HEAD"]
    return subprocess.run(told, capture_output=True, text=True).stdout.strip()


if __name__ == "__main__":
    main()
