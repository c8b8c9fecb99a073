"""The page of how right goods are told, from the results that are kept."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[1]
COMPARED = ROOT / "bench" / "quality" / "goods" / "compare.json"
LINES = ROOT / "bench" / "results" / "goods_lines.json"
PAPERS = ROOT / "bench" / "results" / "goods_papers.json"
PEER = "words and letters"


def page(made: str) -> str:
    """The whole page; `made` says that it is made."""
    told = json.loads(COMPARED.read_text(encoding="utf-8"))
    lines = json.loads(LINES.read_text(encoding="utf-8"))
    papers = json.loads(PAPERS.read_text(encoding="utf-8"))
    parts = (
        _compared(told["sets"]),
        _flags(told["flags"]),
        _lines(lines),
        _papers(papers),
    )
    return "".join(
        ["# How right goods are\n", made, *(row for p in parts for row in p)]
    )


def _compared(sets: dict[str, Any]) -> Iterator[str]:
    yield "\nEach third of the groups of a labelled set asked of the other two"
    yield " (`bench/quality/goods/compare.py`). Right at first / among five; the peer"
    yield " votes by words, word pairs and runs of letters over all lines that enduse"
    yield " has; gaps with their 95 % interval over groups.\n"
    yield "\n| set | n | enduse | peer | ahead at first | among five |\n"
    yield "|---|---|---|---|---|---|\n"
    for name, one in sets.items():
        gaps = (f"{a:+.3f} to {b:+.3f}" for _, a, b in one[f"ahead of {PEER}"])
        shares = f"{_pair(one['enduse'])} | {_pair(one[PEER])}"
        yield f"| {name} | {one['n']:,} | {shares} | {' | '.join(gaps)} |\n"
    ways = [[one[way] for one in sets.values()] for way in ("enduse", PEER)]
    means = [[sum(column) / len(way) for column in zip(*way)] for way in ways]  # noqa: B905
    yield f"| mean | | {_pair(means[0])} | {_pair(means[1])} | | |\n"


def _flags(flags: dict[str, Any]) -> Iterator[str]:
    yield "\n## Flags of the Common High Priority List\n\nOver the same rows; everyday"
    yield " goods are all sets but electronics and the probe.\n"
    yield "\n| rows | n | listed | a listed code among five | from P | flagged |"
    yield " rightly | interval |\n|---|---|---|---|---|---|---|---|\n"
    for kind, one in flags.items():
        start = f"| {kind} | {one['n']:,} | {one['listed']:,} | {one['among_five']:,} |"
        for at in one["thresholds"]:
            share = at["right"] / max(at["flagged"], 1)
            low, high = at["interval"]
            yield f"{start} {at['p']} | {at['flagged']:,} | {at['right']:,}"
            yield f" ({share:.3f}) | {low:.3f} to {high:.3f} |\n"


def _lines(homes: dict[str, Any]) -> Iterator[str]:
    yield "\n## Short lines of many tongues\n\nWritten for enduse, held by no index"
    yield " (`bench/quality/goods/lines.py`); asked with nomenclatures; after each `;`"
    yield " with nine sets learned beside them. *First* was read while faults were"
    yield " mended, *fresh* and *heads 2* asked once. *About*: goods for, with or about"
    yield " listed ones; *maker*: parts by the maker of their machine; *part*: part"
    yield " numbers with packaging codes and slips. Flags of *fresh maker* were mended"
    yield " after they were first asked.\n"
    for start, title in (("", "lines"), ("in ", "language")):
        yield f"\n| {title} | n | right at first / among five | of listed, flagged |"
        yield " of others, flagged falsely | told to be too vague |\n"
        yield "|---|---|---|---|---|---|\n"
        for name in next(iter(homes.values())):
            if name.startswith("in ") == bool(start):
                told = [home[name] for home in homes.values()]
                cells = (" ; ".join(column) for column in zip(*map(_cells, told)))  # noqa: B905
                size = told[0]["n"]
                yield f"| {name.removeprefix(start)} | {size} | {' | '.join(cells)} |\n"


def _cells(one: dict[str, int]) -> tuple[str, ...]:
    """What the columns say of some lines asked with one home."""
    coded = one["coded"]
    shares = [one[at] / coded for at in ("first", "five")] if coded else []
    must = f"{one['flagged']} of {one['must']}" if one["must"] else "-"
    false = f"{one['false']} of {one['not']}" if one["not"] else "-"
    return _pair(shares) or "-", must, false, str(one["vague"])


def _papers(homes: dict[str, Any]) -> Iterator[str]:
    yield "\n## Lines of papers\n\nSeveral goods in one line, and stated codes that"
    yield " the words deny or bear out (`bench/quality/goods/papers.py`), with the same"
    yield " two homes.\n"
    yield "\n| lines | n | told rightly |\n|---|---|---|\n"
    for name, one in next(iter(homes.values())).items():
        right = " ; ".join(str(home[name]["right"]) for home in homes.values())
        yield f"| {name} | {one['n']} | {right} |\n"


def _pair(shares: list[float]) -> str:
    return "/".join(f"{share:.3f}" for share in shares)
