"""Measures the classifier of goods on labelled sets; prints a table, writes JSON.

    python bench/goods.py [--data FOLDER] [--most N] [--out FILE.json]

*Data*: FOLDER is ENDUSE_TEST_DATA unless said, or `shared/data` beside the project; its
`goods` folder is imported into a library of its own. Of each labelled set the groups
whose hash falls below `TEST` are asked, and all others are learned; a group is what
near-duplicates have in common, for parts the first five signs of the part number.
"""

import argparse
import csv
import hashlib
import json
import math
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

from enduse.goods import hs
from enduse.goods.control import ControlLists

HERE = Path(__file__).resolve().parent
DEFAULT_DATA = HERE.parents[1] / "shared" / "data"
TEST = 0.3
LISTS = ("chpl", "ofac-critical")
Row = dict[str, str]


def group_of(name: str, row: Row) -> str:
    """What near-duplicates of a row have in common."""
    if row.get("part_num"):
        return re.sub(r"[^A-Z0-9]", "", row["part_num"].upper())[:5]
    if row.get("ruling"):
        return row["ruling"]
    words = re.sub(r"[^\w ]+", " ", row["text"].lower()).split()
    return " ".join(words[:3] if name.startswith("ecommerce") else sorted(set(words)))


def is_test(name: str, row: Row) -> bool:
    """Whether a row is asked rather than learned."""
    hashed = hashlib.sha256(("v1" + group_of(name, row)).encode()).hexdigest()
    return int(hashed[:8], 16) / 2**32 < TEST


def interval(share: float, n: int) -> tuple[float, float]:
    """The 95 % interval of a share of n. *Source*: Wilson (1927)."""
    if not n:
        return 0.0, 1.0
    z = 1.96
    middle = (share + z * z / (2 * n)) / (1 + z * z / n)
    half = (
        z * math.sqrt(share * (1 - share) / n + z * z / (4 * n * n)) / (1 + z * z / n)
    )
    return max(0.0, middle - half), min(1.0, middle + half)


def rows_of(path: Path) -> list[Row]:
    """The rows of a set whose code the newest edition has."""
    valid = hs.codes(hs.EDITIONS[0])
    with path.open(encoding="utf-8-sig", newline="") as stream:
        return [row for row in csv.DictReader(stream) if row["hs6"] in valid]


def write(path: Path, rows: list[Row]) -> None:
    """A table of rows, columns as in the first."""
    with path.open("w", encoding="utf-8", newline="") as stream:
        out = csv.DictWriter(stream, rows[0].keys())
        out.writeheader()
        out.writerows(rows)


def run(home: Path, *said: str) -> float:
    """Seconds that a command of enduse took."""
    began = time.perf_counter()
    env = {**os.environ, "ENDUSE_HOME": str(home)}
    subprocess.run(
        [sys.executable, "-m", "enduse.cli.main", *said], env=env, check=True,
        stdout=subprocess.DEVNULL,
    )  # fmt: skip
    return time.perf_counter() - began


def answers(home: Path, asked: Path, columns: list[str]) -> tuple[list[Any], float]:
    """What `goods classify` writes of a table, and the seconds it took."""
    out = asked.with_suffix(".jsonl")
    named = [part for column in columns for part in ("--column", column)]
    seconds = run(home, "goods", "classify", str(asked), *named, "--jsonl", str(out))
    return [json.loads(line) for line in out.read_text().splitlines()], seconds


def accepted(row: Row) -> set[str]:
    """The codes that count as right for a row."""
    return {row["hs6"], *filter(None, row.get("hs6_alt", "").split("|"))}


def score(rows: list[Row], found: list[Any], lists: dict[str, frozenset[str]]) -> Any:
    """Hits, calibration, and how well each list is told, of one set."""
    n = len(rows)
    ranked = [[c["hs6"] for c in one["candidates"]] for one in found]
    right = [accepted(row) for row in rows]
    top1 = sum(bool(r and r[0] in ok) for r, ok in zip(ranked, right, strict=True)) / n
    top5 = sum(bool(ok & set(r[:5])) for r, ok in zip(ranked, right, strict=True)) / n
    told: dict[str, Any] = {
        "n": n,
        "top1": top1,
        "top5": top5,
        "ece": calibration(found, right),
    }
    told["top1_interval"], told["top5_interval"] = interval(top1, n), interval(top5, n)
    told["too_vague"] = sum(one["too_vague"] for one in found) / n
    told["lists"] = {
        name: list_score(name, codes, found, ranked=ranked, right=right)
        for name, codes in lists.items()
    }
    return told


def calibration(found: list[Any], right: list[set[str]]) -> float:
    """Expected calibration error of the first candidate, ten bins."""
    bins: dict[int, list[tuple[float, bool]]] = {}
    for one, ok in zip(found, right, strict=True):
        for best in one["candidates"][:1]:
            bins.setdefault(min(int(best["p"] * 10), 9), []).append(
                (best["p"], best["hs6"] in ok)
            )
    total = sum(map(len, bins.values())) or 1
    gaps = (abs(sum(p - hit for p, hit in pairs)) for pairs in bins.values())
    return sum(gaps) / total


def list_score(
    name: str,
    codes: frozenset[str],
    found: list[Any],
    *,
    ranked: list[list[str]],
    right: list[set[str]],
) -> Any:
    """Recall in the first five and at P >= 0.5, and precision there, of one list."""
    truth = [bool(ok & codes) for ok in right]
    five = [bool(codes & set(r[:5])) for r in ranked]
    said = [
        any(c["list"] == name and c["p"] >= 0.5 for c in one["controlled"])
        for one in found
    ]
    positives, flagged = sum(truth), sum(said)
    both = sum(t and s for t, s in zip(truth, said, strict=True))
    reached = sum(t and f for t, f in zip(truth, five, strict=True))
    return {
        "positives": positives,
        "recall_top5": reached / positives if positives else None,
        "recall": both / positives if positives else None,
        "precision": both / flagged if flagged else None,
        "false_alarm_share": (flagged - both) / len(truth),
    }


def measured(data: Path, most: int, say: Callable[[str], None]) -> Any:
    """Every set's score, learned and asked through the commands."""
    with tempfile.TemporaryDirectory(prefix="enduse-bench-") as scratch:
        home, work = Path(scratch) / "home", Path(scratch)
        run(home, "update", "--from", str(data / "goods"))
        asked: dict[str, list[Row]] = {}
        learned: list[str] = []
        for path in sorted((data / "goods" / "labelled").glob("*.csv")):
            rows = rows_of(path)
            mine = [row for row in rows if is_test(path.stem, row)]
            asked[path.stem] = sorted(mine, key=lambda r: _hash(r["id"]))[:most]
            kept = [row for row in rows if not is_test(path.stem, row)]
            write(work / f"learn-{path.name}", kept)
            learned.append(str(work / f"learn-{path.name}"))
        seconds = run(home, "goods", "learn", *learned)
        say(f"learned in {seconds:.0f} s")
        lists = {name: ControlLists.open(None).codes(name) for name in LISTS}
        told = dict(_sets(home, work, asked, lists))
        return {"learn_seconds": round(seconds, 1), "sets": told}


def _sets(
    home: Path,
    work: Path,
    asked: dict[str, list[Row]],
    lists: dict[str, frozenset[str]],
) -> Iterator[tuple[str, Any]]:
    for name, rows in asked.items():
        path = work / f"ask-{name}.csv"
        write(path, rows)
        variants = {name: ["text"]}
        if rows[0].get("summary"):
            variants[f"{name}, with summary"] = ["text", "summary"]
        for label, columns in variants.items():
            found, seconds = answers(home, path, columns)
            told = score(rows, found, lists)
            yield label, {**told, "lines_per_second": round(len(rows) / seconds)}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def table(told: Any) -> str:
    """The scores as a table of text."""
    head = f"{'set':44} {'n':>6}  {'top-1':19} {'top-5':19} ECE   vague chpl R@5 P"
    lines = [head]
    for name, one in told["sets"].items():
        (a, b), (c, d) = one["top1_interval"], one["top5_interval"]
        chpl = one["lists"]["chpl"]
        both = [f"{v:.2f}" if v is not None else "-" for v in
                (chpl["recall_top5"], chpl["precision"])]  # fmt: skip
        lines.append(
            f"{name[:44]:44} {one['n']:6,}  {one['top1']:.3f} [{a:.3f} {b:.3f}] "
            f"{one['top5']:.3f} [{c:.3f} {d:.3f}] {one['ece']:.3f} "
            f"{one['too_vague']:.3f} {' '.join(both)}"
        )
    return "\n".join(lines)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    said = os.environ.get("ENDUSE_TEST_DATA")
    parser.add_argument(
        "--data", type=Path, default=Path(said) if said else DEFAULT_DATA
    )
    parser.add_argument("--most", type=int, default=10**6, help="rows asked of a set")
    parser.add_argument("--out", type=Path, help="a JSON file")
    options = parser.parse_args()
    told = measured(options.data, options.most, lambda t: print(t, file=sys.stderr))
    print(table(told))
    if options.out:
        options.out.write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()
