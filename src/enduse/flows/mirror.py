"""What one side says it sent and the other says arrived: both kept, never folded.

A ratio of one pair says little: freight and insurance, goods recorded by origin or by
consignment, and re-exports move it. So it is held against the pair's own history and
against other partners of the same reporters, by its level and by its change.

*Source*: M. Chupilkin, B. Javorcik, A. Peeva, A. Plekhanov, "Exorbitant privilege and
economic sanctions" and EBRD Working Paper 276 (2023), section on trade "lost in
transit"; United Nations, International Merchandise Trade Statistics: Compilers Manual
Rev. 1 (2013), chapter on reconciliation.
"""

import math
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from statistics import median
from typing import Any

import polars as pl

from enduse.flows.answer import Answer
from enduse.flows.answering import answer, finding
from enduse.flows.query import Query, words
from enduse.flows.selection import Selection, problem, select
from enduse.flows.share import whole
from enduse.flows.tally import inside
from enduse.flows.windows import Window
from enduse.model import Evidence, Finding

DEFINITION = (
    "`sent` is what the reporters say they exported to the partner, `arrived` what the "
    "partner says it imported from them, in {currency}; `ratio` = arrived / sent; "
    "`gap` = sent - arrived / (1 + cif), with cif = {cif:g} for the freight and "
    "insurance in import values. `base_ratio` is the median ratio of the years before "
    "{since}; `change` = ln(ratio / base_ratio); `control_change` the median of that "
    "change over the control partners."
)
LOW_LEVEL = 0.6  # less than this share of what was sent is recorded as arrived
FALL = math.log(0.75)  # and the ratio fell by a quarter against its own history


@dataclass(frozen=True, slots=True)
class Mirrored:
    """How to hold the two sides against each other.

    `each` is `year` or `month`; `pairs` gives a line for each reporter; `controls`
    are partners to compare with; `since` is the first year of the time in question;
    `cif` the share that freight and insurance add.
    """

    each: str = "year"
    pairs: bool = False
    controls: tuple[str, ...] = ()
    since: str = "2022"
    cif: float = 0.1


def mirror(flows: pl.LazyFrame, query: Query, how: Mirrored) -> Answer:
    """Both records of the trade from the reporters to the partners, side by side.

    *Raises* ValueError where no partner is named.
    """
    if not query.partners:
        raise ValueError("a mirror needs --partner: who says that the goods arrived")
    sent, arrived = sides(flows, query, how)
    lines = table(sent, arrived, query, how)
    rows = [_row(line, how) for line in lines.to_dicts()]
    rows = [*_compared(rows, how)]
    windows = {"window": w} if (w := query.window or whole(sent.frame)) else {}
    definition = DEFINITION.format(currency=sent.currency, cif=how.cif, since=how.since)
    got = answer(
        flows, sent, windows, asked="Mirror of", definition=definition, rows=rows
    )
    notes = [*arrived.said, *_doubts(sent, arrived)]
    return replace(
        got,
        unit=f"{sent.currency}; ratio",
        left_out=(*got.left_out, *arrived.left_out),
        sources=(*got.sources, *(s for s in arrived.sources if s not in got.sources)),
        problems=(*got.problems, *notes),
        findings=tuple(_findings(sent, rows)),
        series={"points": rows},
    )


def sides(
    flows: pl.LazyFrame, query: Query, how: Mirrored
) -> tuple[Selection, Selection]:
    """The exports of the reporters, and the imports that the partners report.

    Both name the sender in `who` and the receiver in `whom`.
    """
    partners = (*query.partners, *how.controls)
    apart = ("reporter",) if how.pairs else ()
    asked = replace(query, partners=partners, direction="X", members=apart)
    sent = select(flows, asked)
    money = query.currency or sent.currency
    turned = replace(
        query,
        reporters=partners,
        partners=query.reporters,
        direction="M",
        currency=money,
        members=("partner",) if how.pairs else (),
    )
    back = select(flows, turned)
    swapped = back.frame.rename({"who": "whom", "whom": "who"})
    return sent, replace(back, frame=swapped)


def table(
    sent: Selection, arrived: Selection, query: Query, how: Mirrored
) -> pl.DataFrame:
    """`when`, `from`, `to`, `sent`, `arrived`: the periods that both sides filed."""
    ours = _summed(sent.frame, query.window, how, "sent")
    theirs = _summed(arrived.frame, query.window, how, "arrived")
    key = ["when", "from", "to"]
    both = ours.join(theirs, on=key, how="full", coalesce=True)
    filed = theirs.select("when", "to").unique().with_columns(pl.lit(True).alias("in"))
    out = both.join(filed, on=["when", "to"], how="left").with_columns(
        pl.when(pl.col("in")).then(pl.col("arrived").fill_null(0.0)).alias("arrived"),
    )
    return out.drop("in").sort(["to", "from", "when"])


def _summed(
    frame: pl.DataFrame, when: Window | None, how: Mirrored, name: str
) -> pl.DataFrame:
    span = when or whole(frame)
    if span and how.each == "year":
        frame = inside(frame, Window(span.first[:4], span.last[:4]))
    elif when:
        frame = inside(frame, when)
    if how.each == "month":
        frame = frame.filter(pl.col("month") > 0)
    period = pl.col("year").cast(pl.String) if how.each == "year" else pl.col("period")
    sender = pl.col("who") if how.pairs else pl.lit("all")
    axes = [period.alias("when"), sender.alias("from"), pl.col("whom").alias("to")]
    return frame.group_by(axes).agg(pl.col("amount").sum().alias(name))


def _row(line: Mapping[str, Any], how: Mirrored) -> dict[str, Any]:
    sent, arrived = line["sent"], line["arrived"]
    ratio = arrived / sent if sent and arrived is not None and sent > 0 else None
    known = sent is not None and arrived is not None
    gap = sent - arrived / (1 + how.cif) if known else None
    note = "" if known else "not filed by the receiver" if sent else "not filed by both"
    return {
        **line,
        "ratio": ratio,
        "difference": sent - arrived if known else None,
        "gap": gap,
        "note": note,
    }


def _compared(rows: list[dict[str, Any]], how: Mirrored) -> Iterator[dict[str, Any]]:
    """The rows with the ratio's history and that of the controls beside it."""
    bases: dict[tuple[str, str], float | None] = {}
    for row in rows:
        key = (row["from"], row["to"])
        if key not in bases:
            mine = [r for r in rows if (r["from"], r["to"]) == key]
            past = [r["ratio"] for r in mine if r["when"] < how.since and r["ratio"]]
            bases[key] = median(past) if past else None
        row["base_ratio"] = bases[key]
        base, ratio = bases[key], row["ratio"]
        row["change"] = math.log(ratio / base) if base and ratio else None
    for row in rows:
        alike = [
            other["change"]
            for other in rows
            if other["to"] in how.controls
            and (other["when"], other["from"]) == (row["when"], row["from"])
            and other["change"] is not None
        ]
        row["control_change"] = median(alike) if alike else None
        row["verdict"] = _verdict(row, how)
        yield row


def _verdict(row: Mapping[str, Any], how: Mirrored) -> str:
    """In words: level and change must both be out of the way, and unlike controls."""
    if row["ratio"] is None:
        return "not checkable: one side did not report"
    if row["to"] in how.controls:
        return "control"
    if row["when"] < how.since:
        return "history"
    if row["change"] is None:
        return "low, without a history" if row["ratio"] < LOW_LEVEL else "no history"
    like = row["control_change"] if row["control_change"] is not None else 0.0
    fell = row["change"] - min(like, 0.0) < FALL
    if row["ratio"] < LOW_LEVEL and fell:
        return "much is not recorded on arrival"
    if fell:
        return "fell, but its level is ordinary"
    return "low as before" if row["ratio"] < LOW_LEVEL else "ordinary"


def _doubts(sent: Selection, arrived: Selection) -> Iterator[Any]:
    if arrived.frame.is_empty():
        yield problem("mirror-absent", "no import record of the partners is in store")
    if sent.frame.is_empty():
        yield problem("mirror-absent", "no export record of the reporters is in store")
    text = (
        "imports are by country of origin or of consignment, exports by last known "
        "destination: goods of third origin are in one record and not in the other"
    )
    yield problem("origin-or-consignment", text)


def _findings(sent: Selection, rows: list[dict[str, Any]]) -> Iterator[Finding]:
    for row in rows:
        if row["verdict"] != "much is not recorded on arrival":
            continue
        yield finding(
            sent,
            kind="lost_in_transit",
            severity="high" if row["ratio"] < LOW_LEVEL / 1.5 else "medium",
            title=(
                f"{row['to']} {row['when']}: {row['ratio']:.2f} of what {row['from']} "
                "sent is recorded on arrival"
            ),
            explanation=f"{words(sent.query)}. Base ratio {row['base_ratio']:.2f}.",
            evidence=(
                Evidence("sent", f"{row['sent']:,.0f} {sent.currency}"),
                Evidence("arrived", f"{row['arrived']:,.0f} {sent.currency}"),
            ),
        )
