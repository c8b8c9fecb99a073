"""What happened to codes between two editions, and whether they can be compared."""

from collections import Counter
from typing import Any

from enduse.flows.comparable import groups
from enduse.flows.query import Goods
from enduse.goods import hs
from enduse.goods.editions import closed_groups, targets

DEFINITION = (
    "two codes are in one group where goods moved between them, by the correlation "
    "tables of the UN; links of catch-all codes are cut, as nothing can be concluded "
    "from them. A code is `comparable` if its whole group is among the goods asked for "
    "and has codes of both editions. `conversion` is every code that a table may send "
    "it to: to follow one of several is to mix goods."
)


def comparison(goods: Goods, older: str, newer: str) -> dict[str, Any]:
    """Each code asked for with its group, in the JSON form of an answer.

    Without goods the rows are empty and `editions` counts all groups.
    """
    older, newer = sorted((older, newer))
    named = closed_groups(older, newer, cut_catch_all=True)
    members: dict[str, list[tuple[str, str]]] = {}
    for node, name in named.items():
        members.setdefault(name, []).append(node)
    asked = [] if goods.everything else _codes(goods, newer, older)
    whole = groups(goods, [older, newer]) if asked else None
    rows = []
    for edition, code in asked:
        inside = sorted(members.get(named.get((edition, code), ""), []))
        ok = whole is not None and (edition, code) in whole.of
        other = older if edition == newer else newer
        links = targets(code, edition, other)
        rows.append(
            {
                "code": code,
                "edition": edition,
                "verdict": _verdict(ok, inside, other),
                "older_codes": [c for e, c in inside if e == older],
                "newer_codes": [c for e, c in inside if e == newer],
                "conversion": [link.code for link in links],
                "catch_all": [link.code for link in links if link.catch_all],
            }
        )
    return {
        "question": f"Codes of {goods} between {older} and {newer}",
        "definition": DEFINITION,
        "rows": rows,
        "unit": "codes",
        "currency": "",
        "windows": {},
        "editions": {**_counts(older, newer), "compared": [older, newer]},
        "coverage": {"codes": len(rows)},
        "left_out": [],
        "sources": [{"source": "UN Statistics Division, correlation tables"}],
    }


def _codes(goods: Goods, newer: str, older: str) -> list[tuple[str, str]]:
    found = []
    for code in goods.codes:
        edition = newer if hs.under(code[:6], newer) else older
        found += [(edition, full) for full in hs.under(code[:6], edition)]
    return sorted(set(found))


def _verdict(ok: bool, inside: list[tuple[str, str]], other: str) -> str:
    if not any(edition == other for edition, _ in inside):
        return "not comparable: no counterpart"
    if ok:
        return "comparable" if len(inside) == 2 else "comparable as a group"
    return "not comparable: the group holds other goods"


def _counts(older: str, newer: str) -> dict[str, Any]:
    """Sizes of the groups, with and without the catch-all links."""
    out: dict[str, Any] = {}
    for label, cut in (("raw", False), ("cut", True)):
        sizes: dict[str, Counter[str]] = {}
        for (edition, _), name in closed_groups(
            older, newer, cut_catch_all=cut
        ).items():
            sizes.setdefault(name, Counter())[edition] += 1
        largest = max(sum(size.values()) for size in sizes.values())
        pairs = sum(size[older] == 1 and size[newer] == 1 for size in sizes.values())
        out[f"{label}_groups"] = len(sizes)
        out[f"{label}_largest"] = largest
        out[f"{label}_pairs_1_to_1"] = pairs
    return out
