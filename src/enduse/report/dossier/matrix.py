"""Goods by partners: the growth of each cell, and whether it can be compared."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.change import Change
from enduse.flows.growth import growth
from enduse.flows.query import Query, words

DEFINITION = (
    "`times` = post / pre of one code and partner, on the codes that both "
    "classifications have where they changed; `comparable` says whether there are any. "
)


def matrix(
    flows: pl.LazyFrame, query: Query, change: Change, partners: Sequence[str]
) -> Answer:
    """A row for each code and partner: `pre`, `post`, `times`, `comparable`."""
    answers = {
        partner: growth(flows, replace(query, partners=(partner,)), change)
        for partner in partners
    }
    rows = [row for name, got in answers.items() for row in _rows(name, got)]
    first = next(iter(answers.values()))
    every = list(answers.values())
    lost = sorted({c for g in every for c in g.editions.get("not_comparable", ())})
    return replace(
        first,
        question=f"Growth by goods and partner of {words(query)}",
        definition=DEFINITION + first.definition,
        rows=tuple(rows),
        editions={**first.editions, "not_comparable": lost},
        coverage=_coverage([got.coverage for got in every]),
        left_out=tuple(_once(line for got in every for line in got.left_out)),
        problems=tuple(dict.fromkeys(p for got in every for p in got.problems)),
        findings=(),
        series={},
    )


def _rows(partner: str, got: Answer) -> Iterator[dict[str, Any]]:
    for row in got.rows:
        if row["group"] == "all":
            continue
        changed = "comparable_pre" in row
        pre = row["comparable_pre"] if changed else row["pre"]
        post = row["comparable_post"] if changed else row["post"]
        yield {
            "goods": row["group"],
            "partner": partner,
            "pre": row["pre"],
            "post": row["post"],
            "times": row["comparable_times"] if changed else row["times"],
            "comparable": not changed or bool(pre or post),
        }


def _coverage(covers: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """One coverage of several: their reporters, gaps and cells together."""
    gaps: dict[str, Any] = {}
    for cover in covers:
        gaps.update(cover.get("gaps", {}))
    return {
        **covers[0],
        "reporters": sorted({w for c in covers for w in c.get("reporters", ())}),
        "gaps": gaps,
        "cells": sum(cover.get("cells", 0) for cover in covers),
        "codes_found": max((c.get("codes_found") or 0 for c in covers), default=0),
    }


def _once(lines: Any) -> Iterator[dict[str, Any]]:
    """Lines of the same cause added up."""
    sums: dict[tuple[Any, ...], dict[str, Any]] = {}
    for line in lines:
        key = (line["what"], line["why"], line.get("window"))
        if key in sums:
            sums[key]["value"] = (sums[key].get("value") or 0) + (
                line.get("value") or 0
            )
        else:
            sums[key] = {k: v for k, v in line.items() if k != "share_percent"}
    yield from sums.values()
