"""Which codes may be compared between two years, where the classification changed.

Codes of the Harmonized System are compared within closed groups of the correlation
tables, of which the question asks the whole; codes finer than that (CN, national) only
where both years have them. There is no function that turns a code of one edition into
one of another: a sum over a group is all that can be compared.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

import polars as pl

from enduse.flows.query import Goods
from enduse.goods import hs
from enduse.goods.editions import closed_groups


@dataclass(frozen=True, slots=True)
class Groups:
    """Groups of HS codes that can be compared between `editions`, oldest first.

    `of` maps (edition, code of six digits) to its group's name, for the groups that
    the goods asked for hold whole; `broken` names codes asked for whose group they
    do not hold, or that have no counterpart.
    """

    editions: tuple[str, ...]
    of: Mapping[tuple[str, str], str]
    broken: tuple[str, ...]

    @property
    def codes(self) -> tuple[str, ...]:
        """Every code, of any of the editions, in one of the groups."""
        return tuple(sorted({code for _, code in self.of}))


def groups(goods: Goods, editions: Iterable[str]) -> Groups:
    """The closed groups of the goods asked for, over all `editions` (`HS2017`, ...)."""
    ordered = tuple(sorted(set(editions)))
    nodes = _joined(ordered)
    inside: dict[str, set[tuple[str, str]]] = {}
    for node, name in nodes.items():
        inside.setdefault(name, set()).add(node)
    asked = _asked(goods, ordered)
    whole: dict[tuple[str, str], str] = {}
    for name, members in inside.items():
        by_edition = {e: {n for n in members if n[0] == e} for e in ordered}
        if not all(by_edition.values()):
            continue
        if any(part <= asked for part in by_edition.values()):
            whole.update(dict.fromkeys(members, name))
    broken = sorted({code for e, code in asked if (e, code) not in whole})
    return Groups(ordered, whole, tuple(broken))


def families(editions: Iterable[str]) -> dict[str, set[str]]:
    """Editions by classification: `HS` normalised, `CN`, other ones by their name."""
    found: dict[str, set[str]] = {}
    for edition in editions:
        if normal := hs.normal_edition(edition) if edition else "":
            found.setdefault("HS", set()).add(normal)
        else:
            found.setdefault(edition.rstrip("0123456789"), set()).add(edition)
    return found


@dataclass(frozen=True, slots=True)
class Presence:
    """Codes with trade in every year compared; and how many only ever came before
    or after the change."""

    kept: frozenset[str]
    only_before: int
    only_after: int


def presence(
    rows: pl.LazyFrame, before: Iterable[int], after: Iterable[int]
) -> Presence:
    """Which codes have a cell in each of the years, of any reporter and partner."""
    earlier, later = sorted(set(before)), sorted(set(after))
    wanted = sorted({*earlier, *later})
    year = pl.col("year")
    found = (
        rows.filter(pl.col("value").is_not_null())
        .group_by("product")
        .agg(
            year.filter(year.is_in(wanted)).n_unique().alias("held"),
            year.min().alias("first"),
            year.max().alias("last"),
        )
        .collect(engine="streaming")
    )
    return Presence(
        frozenset(found.filter(pl.col("held") == len(wanted))["product"].to_list()),
        found.filter(pl.col("last") <= earlier[-1]).height if later else 0,
        found.filter(pl.col("first") >= later[0]).height if later else 0,
    )


def grouped(frame: pl.DataFrame, found: Groups) -> pl.DataFrame:
    """The rows in a closed group, with its name in a column `group`."""
    table = pl.DataFrame(
        [(e, code, name) for (e, code), name in found.of.items()],
        schema={"_edition": pl.String, "_code": pl.String, "group": pl.String},
        orient="row",
    )
    names = {e: hs.normal_edition(e) for e in frame["edition"].unique().to_list()}
    marked = frame.with_columns(
        pl.col("edition")
        .replace_strict(names, return_dtype=pl.String)
        .alias("_edition"),
        pl.col("product").str.slice(0, 6).alias("_code"),
    )
    return marked.join(table, on=["_edition", "_code"]).drop("_edition", "_code")


def told(found: Groups) -> dict[str, Any]:
    """The groups as `editions` of an answer says them: how many, and which not."""
    return {
        "compared": list(found.editions),
        "method": "closed groups of the UN correlation tables, catch-all links cut",
        "groups": len(set(found.of.values())),
        "not_comparable": list(found.broken),
    }


def _joined(editions: tuple[str, ...]) -> dict[tuple[str, str], str]:
    """Closed groups over several editions: those of neighbours, merged where shared."""
    parent: dict[tuple[str, str], tuple[str, str]] = {}

    def root(node: tuple[str, str]) -> tuple[str, str]:
        while parent.setdefault(node, node) != node:
            node = parent[node]
        return node

    for older, newer in pairwise(editions):
        first: dict[str, tuple[str, str]] = {}
        for node, name in closed_groups(older, newer, cut_catch_all=True).items():
            head = first.setdefault(name, node)
            parent[root(node)] = root(head)
    return {node: ":".join(root(node)) for node in list(parent)}


def _asked(goods: Goods, editions: tuple[str, ...]) -> set[tuple[str, str]]:
    """The codes asked for, each in the edition it is meant in, six digits long.

    That is the list's own edition, else the newest one that has the code.
    """
    if goods.everything:
        everything = {(e, code) for e in editions for code in hs.codes(e)}
        return {n for n in everything if not n[1].startswith(goods.without or ("-",))}
    own = hs.normal_edition(goods.edition) if goods.edition else ""
    order = [*([own] if own in editions else []), *reversed(editions)]
    asked: set[tuple[str, str]] = set()
    for code in goods.codes:
        found = next((e for e in order if hs.under(code[:6], e)), "")
        if found:
            asked |= {(found, full) for full in hs.under(code[:6], found)}
    return {n for n in asked if not n[1].startswith(goods.without or ("-",))}
