"""What a rescreening came to: for a person on a terminal, or as one JSON object."""

from collections.abc import Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, datetime
from typing import Any

import typer
from rich.text import Text

from enduse.cli import choices, output
from enduse.library.books import Book
from enduse.model import Assessment
from enduse.pipeline import freshness
from enduse.pipeline.line import read
from enduse.pipeline.policy import FRESHNESS
from enduse.pipeline.rescreen.difference import Change
from enduse.pipeline.rescreen.run import Rescreening
from enduse.pipeline.screener import ENGINE
from enduse.report import words
from enduse.report.visible import visible

_TOP = 20
_MARKS = 6
_KINDS = {
    "customer": ("customer", "customers"),
    "payment": ("payment", "payments"),
    "document": ("paper", "papers"),
    "shipment": ("deal", "deals"),
}


def reached(level: str, change: Change) -> bool:
    """Whether what a change left is at or above a level of --fail-on."""
    if not change.line:
        return False
    one = read(change.line)
    severities: set[str] = {f.severity for f in one.findings if f.rule != FRESHNESS}
    return choices.reached(level, one.outcome, severities)


def tell(run: Rescreening, changed: Sequence[Change], wrote: Sequence[str]) -> None:
    """Say what changed, how the book stands now, and what of the lists to doubt."""
    for line in _lines(run, changed):
        output.screen.print(line, soft_wrap=True)
    for place in wrote:
        output.screen.print(f"Wrote {place}", markup=False, soft_wrap=True)


def keep(run: Rescreening, changed: Sequence[Change]) -> None:
    """Keep what is told, where something changed: it is told in full only once."""
    if not changed:
        return
    said = [line.plain for line in _lines(run, changed, most=len(changed))]
    when = datetime.now(UTC).isoformat(timespec="seconds")
    told = {"told": when, "said": said, "plain": plain(run, changed)}
    run.book.keep_told(told, (change.said for change in changed if change.line))


def tell_again(book: Book, out: str, *, as_json: bool) -> None:
    """Say and write again what the last run told. *Raises* BadParameter for none."""
    found = book.told()
    if found is None:
        raise typer.BadParameter("no run over this book has told a change yet")
    told, lines = found
    if out:
        with output.binary_file(out) as stream:
            stream.write(lines)
    if as_json:
        output.print_json({**told["plain"], "told": told["told"]})
    elif out != "-":
        output.screen.print(f"Told on {told['told']}, by the last run with a change:")
        for line in told["said"]:
            output.screen.print(line, markup=False, soft_wrap=True)
        if out:
            output.screen.print(f"Wrote {out}", markup=False, soft_wrap=True)


def _lines(
    run: Rescreening, changed: Sequence[Change], *, most: int = _TOP
) -> Iterator[Text]:
    told, scope = plain(run, changed), run.scope
    why = f"all, since {scope.full}" if scope.full else "those concerned"
    yield Text(f"{_counted(scope.kinds)}; screened {scope.screened:,}: {why}")
    lists = told["listings"] or {}
    counts = ", ".join(f"{lists[key]:,} {key}" for key in lists)
    yield Text(f"Listings that changed: {counts or 'none'}")
    alerts = told["alerts"]
    counts = ", ".join(f"{alerts[key]:,} {key}" for key in alerts)
    yield Text(f"Alerts: {counts}", style="bold" if changed else "")
    for change in changed[:most]:
        yield Text(f"  {_said(change)}")
    if len(changed) > most:
        yield Text(f"  and {len(changed) - most:,} more: enduse rescreen --last")
    standing = told["outcomes"]
    counts = ", ".join(f"{standing[key]:,} {key}" for key in reversed(standing))
    yield Text(f"All as they stand now: {counts}")
    for file in run.files:
        if file.unreadable:
            yield Text(f"Not read, or not all of it: {file.name}", style="bold red")
    for one in freshness.findings(run.library, run.asked.as_of):
        yield Text(visible(one.title, limit=300), style="yellow")


def shown(run: Rescreening, changed: Sequence[Change]) -> str:
    """What of the book a report of changes shows, and how all of it stands."""
    number = sum(1 for change in changed if change.line)
    gone = len(changed) - number
    counts = run.outcomes()
    standing = ", ".join(f"{counts[key]:,} {key}" for key in reversed(counts))
    left = f" {words.count(gone, 'other')} left the book." if gone else ""
    since = f" since the run of {run.since}" if run.since else ", in the first run"
    return (
        f"Only those whose alerts changed{since}: {number:,} of "
        f"{_counted(run.scope.kinds)}.{left} All of the book as it stands now: "
        f"{standing}."
    )


def _counted(kinds: dict[str, int]) -> str:
    """`5 customers, 2 payments`."""
    known = {kind: kinds[kind] for kind in _KINDS if kind in kinds}
    return ", ".join(words.count(n, *_KINDS[kind]) for kind, n in known.items())


def _said(change: Change) -> str:
    """Who it is, what it is now, and the listings that make the difference."""
    marks = [*(f"+{x}" for x in change.began), *(f"-{x}" for x in change.ended)]
    marks += [f"~{x}" for x in change.moved]
    more = f" and {len(marks) - _MARKS} more" if len(marks) > _MARKS else ""
    now = read(change.line) if change.line else None
    name = _name(now, change) if now else ""
    who = f"{visible(change.ref, limit=60)}{f' ({name})' if name else ''}"
    said = ", ".join(marks[:_MARKS]) + more or (_fault(now) if now else "")
    return f"{who}: {change.kind}, {change.outcome or 'gone'}: {said}"


def _name(now: Assessment, change: Change) -> str:
    """The name of the party that the gravest of what began or moved is about."""
    about = {*change.began, *change.moved}
    for finding in now.findings:
        match, party = finding.match, finding.party
        if match and party and match.listing_id in about:
            return visible(party.name, limit=60)
    return ""


def _fault(now: Assessment) -> str:
    return next((visible(p.message, limit=200) for p in now.problems), "")


def plain(run: Rescreening, changed: Sequence[Change]) -> dict[str, Any]:
    """All of it as plain values, in the order they are printed."""
    scope, change = run.scope, run.scope.listings
    told = [asdict(one) for one in changed]
    for one in told:
        del one["line"]
    return {
        "book": run.book.place,
        "customers": scope.subjects,
        "customers_new": scope.new,
        "customers_gone": scope.gone,
        "kinds": scope.kinds,
        "screened": scope.screened,
        "full": scope.full or None,
        "listings": {
            "new": len(change.new),
            "changed": len(change.changed),
            "removed": len(change.removed),
        }
        if change
        else None,
        "alerts": {
            "new": sum(len(one.began) for one in changed),
            "ended": sum(len(one.ended) for one in changed),
            "changed": sum(len(one.moved) for one in changed),
        },
        "outcomes": run.outcomes(),
        "changes": told,
        "files": [asdict(file) for file in run.files],
        "library": run.library.manifest.current,
        "sample": run.library.is_sample,
        "as_of": run.asked.as_of.isoformat(),
        "threshold": run.asked.threshold,
        "engine": ENGINE,
    }
