"""Codes, part numbers, makers and measures that stand in lines, and what is read.

    python bench/quality/goods/said.py [--show] [--out F.json]

`said.csv`: `expected` is what a line says, parted by `;`: `hs`, `eccn` and `cas` are
all codes that must be found and none beside them; `part`, `maker`, `qty`, `unit` and
the measures must be among what is read. Written for this; `set` as in `lines.py`, one
that ends in ` held` is counted and never shown.
"""

import argparse
import csv
import json
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from enduse.goods.classify import find_goods
from enduse.goods.classify.attributes import attributes_of

HERE = Path(__file__).resolve().parent
HELD = " held"
CODES = ("hs", "eccn", "cas")
NAMES = {"qty": "quantity"}


def wrong(text: str, expected: str) -> list[str]:
    """What is read otherwise than a line says it."""
    said = [one.partition("=") for one in expected.split(";") if one]
    spans, told = find_goods(text), attributes_of(text)
    read = {(span.kind, span.text) for span in spans if span.kind in CODES}
    found = []
    if read != {(kind, value) for kind, _, value in said if kind in CODES}:
        found.append(f"codes {sorted(read)}")
    parts = [span.text for span in spans if span.kind == "part"]
    told["part"] = [*parts, *told.get("part_numbers", [])]
    for kind, _, value in said:
        own = told.get(NAMES.get(kind, kind), [])
        if kind not in CODES and value not in own:
            found.append(f"{kind} {own}")
    return found


def asked() -> Iterator[tuple[str, str, list[str]]]:
    """Set, line and what was read wrongly, of every line."""
    with (HERE / "said.csv").open(encoding="utf-8", newline="") as stream:
        for row in csv.DictReader(stream):
            yield row["set"], row["text"], wrong(row["text"], row["expected"])


def main() -> None:
    """Ask, count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--show", action="store_true", help="the lines read wrongly")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    size, right = Counter[str](), Counter[str]()
    for kind, text, faults in asked():
        size[kind] += 1
        right[kind] += not faults
        if faults and options.show and not kind.endswith(HELD):
            print(f"{kind}: {text}: {'; '.join(faults)}")
    told = {kind: {"n": n, "right": right[kind]} for kind, n in size.items()}
    print(*(f"{k}: {one['right']} of {one['n']}" for k, one in told.items()), sep="\n")
    if options.out:
        options.out.write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()
