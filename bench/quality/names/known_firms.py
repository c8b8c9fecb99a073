"""Measures what is found of well-known listed firms as people write of them.

    python bench/quality/names/known_firms.py --home FOLDER [--part tuned|held|both]
        [--errors FILE] > out.json

Each row of `known_firms.csv` is one way to write of a firm that lists hold: its brand
or letters alone, a former or translated name, a branch, a plant's number, a design
bureau's letters, a form of another country, a name cut at 35 signs. They were written
down before any was asked. `listed` says what some name of its listing holds, one of
several phrases; a row whose firm is on no list of the library is left out and counted.
`twin` is a name of the same shape of nobody listed, more than a slip away: what it
finds is an alarm. Each name is asked as a firm's and as a name of unknown kind. Half
of the firms, by the hash of `listed`, are `held`: nothing is tuned on them, and
`--errors` never lists what they miss.
"""

import argparse
import csv
import json
import os
import re
import sys
from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple, TextIO
from unicodedata import combining, normalize
from zlib import crc32

from enduse import Library
from enduse.model import Match, Origin, Party, PartyKind, PartyName
from enduse.names.index import NameIndex
from enduse.names.kinds import KINDS
from enduse.names.matcher import Matcher

TABLE = Path(__file__).with_name("known_firms.csv")
_ORIGIN = Origin("bench", "", "")
_ASKED: tuple[PartyKind, ...] = ("entity", "unknown")
_WHOLE = 6  # letters up to which a phrase is whole words, and no beginning of one
_LIMIT = 60


class Row(NamedTuple):
    """One way to write of a firm, and what its listing is known by."""

    way: str
    name: str
    listed: str
    twin: str


def rows(part: str) -> list[Row]:
    """The rows of one part, or of both."""
    with TABLE.open(encoding="utf-8", newline="") as file:
        found = [Row(**row) for row in csv.DictReader(file)]
    return [row for row in found if part == "both" or is_held(row) is (part == "held")]


def is_held(row: Row) -> bool:
    """Whether nothing is tuned on a row: by its firm, so that its ways go together."""
    return crc32(row.listed.encode()) % 2 == 1


def listings(index: NameIndex, wanted: Collection[str]) -> Mapping[str, set[str]]:
    """The listings, but for persons, of which a name holds one of the phrases."""
    patterns = {
        said: re.compile("|".join(map(_pattern, said.split("/")))) for said in wanted
    }
    found: dict[str, set[str]] = defaultdict(set)
    kinds, holders = index.arrays["name_kind"], index.arrays["name_listing"]
    for at in range(len(index)):
        if KINDS[int(kinds[at])] == "person":
            continue
        text = _folded(index.text("text", at))
        for said, pattern in patterns.items():
            if pattern.search(text):
                found[said].add(index.listed(int(holders[at])).id)
    return found


def _pattern(phrase: str) -> str:
    return rf"\b{re.escape(phrase)}" + (r"\b" if len(phrase) <= _WHOLE else "")


def _folded(text: str) -> str:
    bare = "".join(x for x in normalize("NFD", text.casefold()) if not combining(x))
    return " ".join(re.findall(r"\w+", bare))


def asked(matcher: Matcher, names: Sequence[str], kind: PartyKind) -> list[list[Match]]:
    """What each name finds, asked by itself; nothing for an empty one."""
    parties = [Party("b", _ORIGIN, (PartyName(name),), kind) for name in names]
    found = matcher.match_all(parties, limit=_LIMIT)
    return [some if name else [] for name, some in zip(names, found, strict=True)]


def measured(
    matcher: Matcher, some: Sequence[Row], kind: PartyKind, errors: TextIO
) -> dict[str, Any]:
    """How many ways find their firm and how many twins find anybody, of each way."""
    held = listings(matcher.index, {row.listed for row in some})
    known = [row for row in some if held.get(row.listed)]
    firms = asked(matcher, [row.name for row in known], kind)
    twins = asked(matcher, [row.twin for row in known], kind)
    right: dict[str, list[bool]] = defaultdict(list)
    alarms = 0
    for row, matches, others in zip(known, firms, twins, strict=True):
        is_found = any(x.listing_id in held[row.listed] for x in matches)
        right[row.way].append(is_found)
        alarms += bool(others)
        for line in _errors(row, others, is_found=is_found):
            if not is_held(row):
                print(kind, *line, sep="\t", file=errors)
    every = [one for some_right in right.values() for one in some_right]
    return {
        "asked": len(every),
        "unlisted": len(some) - len(known),
        "found": _share(every),
        "twins": sum(bool(row.twin) for row in known),
        "alarms": alarms,
        "ways": {way: [sum(one), len(one)] for way, one in sorted(right.items())},
    }


def _errors(
    row: Row, others: Sequence[Match], *, is_found: bool
) -> Iterator[tuple[str, ...]]:
    if not is_found:
        yield "miss", row.way, row.name, row.listed
    if others:
        yield "alarm", row.way, row.twin, f"{others[0].name} {others[0].score}"


def _share(right: Sequence[bool]) -> float:
    return round(sum(right) / len(right), 4) if right else 0.0


def main() -> None:
    """Prints the report."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--home", type=Path, required=True)
    parser.add_argument("--part", choices=("tuned", "held", "both"), default="tuned")
    parser.add_argument("--errors", type=Path, default=Path(os.devnull))
    given = parser.parse_args()
    matcher = Library.open(given.home).matcher
    some = rows(given.part)
    with given.errors.open("w", encoding="utf-8") as errors:
        report = {kind: measured(matcher, some, kind, errors) for kind in _ASKED}
    json.dump({"part": given.part, **report}, sys.stdout, indent=1)
    print()


if __name__ == "__main__":
    main()
