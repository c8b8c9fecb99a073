"""From selected cells and computed rows to an `Answer`, and to findings."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.filing import coverage, filed
from enduse.flows.query import Query, words
from enduse.flows.selection import Selection, problem
from enduse.flows.tally import unfinished
from enduse.flows.windows import Window
from enduse.model import Evidence, Finding, Problem, RuleRef
from enduse.model.finding import Severity

VERSION = "1"


def answer(
    flows: pl.LazyFrame,
    cells: Selection,
    windows: Mapping[str, Window],
    *,
    asked: str,
    definition: str,
    rows: Iterable[Mapping[str, Any]],
) -> Answer:
    """The answer to a question, with its coverage, windows, editions and sources."""
    cover, gaps = coverage(cells, windows, filed(flows, cells))
    whole = [p for when in windows.values() for p in unfinished(cells, when)]
    rates = sorted({rate.source for rate in cells.query.rates})
    converted = f" Converted at: {'; '.join(rates)}." if rates else ""
    return Answer(
        question=f"{asked} {words(cells.query)}",
        definition=definition + converted + valuation(cells),
        rows=tuple(dict(row) for row in rows),
        unit=cells.currency,
        currency=cells.currency,
        windows={name: list(when.periods) for name, when in windows.items()},
        editions={"used": editions(cells.frame)},
        coverage=cover,
        left_out=cells.left_out,
        sources=cells.sources,
        problems=(*cells.said, *_absent(cells), *gaps, *whole),
    )


def _absent(cells: Selection) -> list[Problem]:
    """A remark where nothing in store bears on the question: that is no zero."""
    if not cells.frame.is_empty():
        return []
    if none := nothing_imported(cells.query):
        return [none]
    text = (
        f"no cell of {words(cells.query)} is in the store: that says nothing of the "
        "trade; enduse flows coverage shows what is there"
    )
    return [problem("no-cells", text)]


def nothing_imported(query: Query) -> Problem | None:
    """What to say of an empty store, of which nothing can be asked."""
    if query.known is None or not query.known.is_empty():
        return None
    text = "no statistics were imported: enduse flows import FILE... comes first"
    return problem("nothing-imported", text)


def editions(frame: pl.DataFrame) -> list[str]:
    """The classifications that the cells of single goods are in."""
    rows = frame.filter(pl.col("level") > 0)
    return sorted(rows["edition"].unique().to_list())


def valuation(cells: Selection) -> str:
    """How the values are valued, as a sentence: CIF, FOB, or not stated."""
    found = sorted(v for v in cells.frame["valuation"].unique().to_list() if v)
    return f" Values are {' and '.join(found)}." if found else ""


def finding(
    cells: Selection,
    *,
    kind: str,
    severity: Severity,
    title: str,
    explanation: str,
    evidence: Sequence[Evidence] = (),
) -> Finding:
    """A finding whose id depends on the rule's version, its files and what it says."""
    rule = RuleRef(f"flows.{kind}", VERSION)
    parts = [rule.id, rule.version, words(cells.query), title]
    parts += [f"{o.source}#{o.sha256}" for o in cells.origins]
    digest = hashlib.sha256("".join(f"{p}\0" for p in parts).encode()).hexdigest()[:16]
    return Finding(
        id=digest,
        kind=kind,
        severity=severity,
        title=title,
        explanation=explanation,
        rule=rule,
        origins=cells.origins,
        evidence=tuple(evidence),
    )
