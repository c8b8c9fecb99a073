"""How enduse tells the short lines of many tongues that stand beside this script.

    python bench/quality/goods/lines.py [--home FOLDER] [--show] [--out F.json] [FILE]

The lines (`lines_*.csv`) were written for this and no index holds them. Columns: `set`
(`first`: read while faults were mended; `fresh`: frozen before it was asked; one that
ends in ` held` is counted and never shown), `kind`,
`lang`, `hs6` (codes that are right, parted by |; none for what is no goods), `text`.
A line must be flagged where all its codes are on the Common High Priority List, and
must not be where none is. FOLDER is a home to ask; without one the package's own lines
answer.
"""

import argparse
import csv
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import flags

from enduse.goods.classify.classification import Classification
from enduse.goods.classify.classifier import Classifier
from enduse.goods.control import ControlLists

HERE = Path(__file__).resolve().parent
LIST = "chpl"
FLAG = 0.5
HELD = " held"
COLUMNS = (
    "n", "coded", "first", "five", "must", "flagged", "in_five", "not", "false", "vague"
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Asked:
    """A line, what is right for it, and what it was told."""

    set: str
    kind: str
    lang: str
    right: frozenset[str]
    text: str
    told: Classification

    @property
    def p_listed(self) -> float:
        """The probability that it is on the list."""
        return next((on.p for on in self.told.controlled if on.list == LIST), 0.0)

    @property
    def codes(self) -> list[str]:
        """Its first five codes."""
        return [one.hs6 for one in self.told.candidates[:5]]


def asked(paths: Sequence[Path], home: Path | None) -> list[Asked]:
    """Every line of the files with its answer."""
    rows = [row for path in paths for row in _rows(path)]
    told = Classifier.open(home).classify([row["text"] for row in rows])
    return [
        Asked(
            row["set"],
            row["kind"],
            row["lang"],
            frozenset(filter(None, row["hs6"].split("|"))),
            row["text"],
            one,
        )
        for row, one in zip(rows, told, strict=True)
    ]


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as stream:
        yield from csv.DictReader(stream)


def counts(rows: Sequence[Asked], listed: frozenset[str]) -> dict[str, int]:
    """How many lines there are, and how many of them were told rightly."""
    coded = [one for one in rows if one.right]
    must = [one for one in coded if one.right <= listed]
    never = [one for one in rows if listed.isdisjoint(one.right)]
    told = (
        len(rows),
        len(coded),
        sum(not one.right.isdisjoint(one.codes[:1]) for one in coded),
        sum(not one.right.isdisjoint(one.codes) for one in coded),
        len(must),
        sum(one.p_listed >= FLAG for one in must),
        sum(not listed.isdisjoint(one.codes) for one in must),
        len(never),
        sum(one.p_listed >= FLAG for one in never),
        sum(one.told.too_vague for one in rows),
    )
    return dict(zip(COLUMNS, told, strict=True))


def summary(rows: Sequence[Asked]) -> dict[str, Any]:
    """The counts by set and kind, and of all sets by language."""
    listed = ControlLists.open(None).codes(LIST)
    found: dict[str, list[Asked]] = {}
    for one in rows:
        for key in (f"{one.set} {one.kind}", f"in {one.lang}"):
            found.setdefault(key, []).append(one)
    kinds = sorted(found, key=lambda key: (key.startswith("in "), key))
    return {key: counts(found[key], listed) for key in kinds}


def rates_of(rows: Sequence[Asked]) -> str:
    """How well the list is told, of all lines with one answer and of those held.

    *Source*: `flags.rates`. A line whose codes are on the list in part counts for none.
    """
    listed = ControlLists.open(None).codes(LIST)
    told = [
        {
            "held": one.set.endswith(HELD),
            "listed": bool(one.right) and one.right <= listed,
            "listed_in_five": not listed.isdisjoint(one.codes),
            "p_listed": one.p_listed,
        }
        for one in rows
        if one.right <= listed or listed.isdisjoint(one.right)
    ]
    held = [one for one in told if one["held"]]
    some = {f"{LIST}, all": told, f"{LIST},{HELD}": held}
    return "\n".join(
        f"{n}: {flags.rates_table(flags.rates(r))}" for n, r in some.items()
    )


def table(told: dict[str, Any]) -> str:
    """The summary as a table of text."""
    width = max(map(len, told), default=0)
    lines = [" " * width + "".join(f"{name:>8}" for name in COLUMNS)]
    for key, one in told.items():
        lines.append(f"{key:{width}}" + "".join(f"{n:8,}" for n in one.values()))
    return "\n".join(lines)


def faults(rows: Sequence[Asked]) -> Iterator[str]:
    """The lines flagged wrongly, listed and not flagged, or vague and not told so."""
    listed = ControlLists.open(None).codes(LIST)
    for one in rows:
        if one.set.endswith(HELD):
            continue
        flagged = one.p_listed >= FLAG
        missed = bool(one.right) and one.right <= listed and not flagged
        clear = one.kind in ("vague", "service") and not one.told.too_vague
        if missed or clear or (flagged and listed.isdisjoint(one.right)):
            best = [f"{c.hs6} {c.p:.2f}" for c in one.told.candidates[:3]]
            what = "missed" if missed else "clear" if clear else "false"
            want = "|".join(sorted(one.right))
            yield f"{what:7}{one.p_listed:5.2f}  {one.text} [{want}] {', '.join(best)}"


def main() -> None:
    """Ask, count and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--home", type=Path)
    parser.add_argument("--show", action="store_true", help="the lines told wrongly")
    parser.add_argument("--out", type=Path)
    options = parser.parse_args()
    rows = asked(options.files or sorted(HERE.glob("lines_*.csv")), options.home)
    told = summary(rows)
    print(table(told), rates_of(rows), sep="\n")
    if options.show:
        print(*faults(rows), sep="\n")
    if options.out:
        options.out.write_text(json.dumps(told, indent=1) + "\n")


if __name__ == "__main__":
    main()
