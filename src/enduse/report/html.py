"""The report an officer forwards: one HTML file that needs nothing else.

Nothing in it can fetch or run anything: a Content-Security-Policy allows only the
page's own style and script, by hash, and every value goes through `visible`.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, TypeVar

from enduse.files.new_file import new_file
from enduse.model import Assessment, Finding, Listing, Subject
from enduse.report import words
from enduse.report.context import ReportContext
from enduse.report.deals import deal_view
from enduse.report.goods import GoodsTally
from enduse.report.packs import parts
from enduse.report.pages import Locate, album
from enduse.report.sides import Lookup, Sides, scale, sides
from enduse.report.tally import Tally, Worst, doubts, finding_key, leading, subject_key
from enduse.report.templates import asset, environment, policy

T = TypeVar("T")
DETAILED = 5_000
"""How many findings, and how many rows of outcomes, one file holds at most."""
_OPEN_UP_TO = 12
_LAZY_ABOVE = 200
"""Past this many findings a browser with scripts builds a card when it is opened."""
_DEALS = 250
_OPEN_DEALS = 12
_FIRST_FINDINGS = 100
_FIRST_ROWS = 500
_FIRST_ENTRIES = 100
"""How many a long report shows without its script; the rest of it is packed."""
_PACK = 250
_QUIET = 12  # clear rows without a remark; more of them are shown when asked for
_ALL = 1 << 30


@dataclass(frozen=True, slots=True)
class Row:
    """One subject's line in the table of outcomes. `number` counts from 1.

    `who` names the customer of a table; `quiet` is a clear one of which there is
    nothing to say.
    """

    number: int
    subject: Subject
    outcome: str
    findings: int
    why: str
    key: tuple[float, ...]
    who: str = ""

    @property
    def quiet(self) -> bool:
        """Whether it is clear without a remark."""
        return self.outcome == "clear" and not self.why


@dataclass(frozen=True, slots=True)
class Detail:
    """A finding with all that its card shows."""

    finding: Finding
    sides: Sides | None
    listing: Listing | None
    entry: int
    scale: float
    regimes: tuple[tuple[str, Listing | None], ...]


@dataclass(frozen=True, slots=True)
class Group:
    """A subject and its findings that are shown in full."""

    row: Row
    details: tuple[Detail, ...]


class HtmlReport:
    """A report that is fed one assessment at a time and written once.

    Memory does not grow with the run: counts cover everything, details the
    `DETAILED` gravest findings; the page says what it leaves out and where that is.
    `context` may be replaced before `write`, when the files have been counted.
    """

    def __init__(
        self,
        context: ReportContext,
        listing: Lookup,
        *,
        detailed: int = DETAILED,
        locate: Locate = lambda _: None,
    ) -> None:
        self.context = context
        self._listing = listing
        self._locate = locate
        self._goods = GoodsTally()
        self._deals: Worst[tuple[int, Assessment]] = Worst(_DEALS)
        self._tally = Tally()
        self._findings: Worst[tuple[Row, Finding]] = Worst(detailed)
        self._rows: Worst[Row] = Worst(detailed)

    def add(self, assessment: Assessment) -> None:
        """Count the assessment, and keep what ranks among the gravest."""
        own = tuple(leading(self._tally.add(assessment)))
        row = Row(
            number=self._tally.subjects,
            subject=assessment.subject,
            outcome=assessment.outcome,
            findings=len(own),
            why=_why(assessment, own),
            key=subject_key(replace(assessment, findings=own)),
            who=_who(assessment),
        )
        self._rows.add(row.key, row)
        self._goods.add(row.number, assessment)
        if assessment.papers:
            self._deals.add(row.key, (row.number, assessment))
        for finding in own:
            self._findings.add(finding_key(finding), (row, finding))

    def write(self, path: Path) -> None:
        """Write the file whole or not at all. *Raises* OutputUnwritable, OSError."""
        with new_file(path) as out:
            for chunk in self._chunks():
                out.write(chunk.encode("utf-8", "backslashreplace"))

    def _chunks(self) -> Iterator[str]:
        style, script = asset("style.css"), asset("script.js")
        entries: dict[str, int] = {}
        views = [deal_view(number, one) for number, one in self._deals.items()]
        shown = album(views, self._locate)
        lazy = self._findings.seen > _LAZY_ABOVE
        rows = self._rows.items()
        quiet = sum(row.quiet for row in rows)
        common: dict[str, Any] = {
            "context": self.context,
            "shown": {row.number for row, _ in self._findings.items()},
            "open_all": self._findings.seen <= _OPEN_UP_TO,
            "lazy": lazy,
            "album": shown,
            "link": shown.link,
        }
        stream = (
            environment()
            .get_template("template.html.j2")
            .stream(
                **common,
                tally=self._tally,
                doubts=doubts(self.context, self._tally),
                rows=rows,
                quiet=quiet if quiet > _QUIET else 0,
                row_parts=_Parts("rows", common).of(rows, _FIRST_ROWS),
                rows_left_out=self._rows.left_out,
                findings_left_out=self._findings.left_out,
                findings_shown=self._findings.seen - self._findings.left_out,
                findings_all=self._findings.seen,
                packed=_FIRST_FINDINGS if lazy else 0,
                deals=views,
                deals_left_out=self._deals.left_out,
                goods=self._goods,
                open_deals=len(views) <= _OPEN_DEALS,
                groups=_Parts("groups", common).of(
                    self._groups(entries),
                    _FIRST_FINDINGS if lazy else _LAZY_ABOVE,
                    size=lambda group: len(group.details),
                ),
                entries=_Parts("entries", common).of(
                    self._entries(entries), _FIRST_ENTRIES if lazy else _ALL
                ),
                style=style,
                script=script,
                policy=policy(style, script),
            )
        )
        stream.enable_buffering(64)
        return iter(stream)

    def _groups(self, entries: dict[str, int]) -> Iterator[Group]:
        by_row: dict[int, tuple[Row, list[Finding]]] = {}
        for row, finding in self._findings.items():
            by_row.setdefault(row.number, (row, []))[1].append(finding)
        ordered = sorted(by_row.values(), key=lambda g: g[0].key, reverse=True)
        for row, findings in ordered:
            yield Group(row, tuple(self._detail(f, entries) for f in findings))

    def _entries(self, entries: dict[str, int]) -> Iterator[tuple[int, Listing]]:
        """The entries that the groups cited; read after them, when all are known."""
        for listing_id, number in entries.items():
            listing = self._listing(listing_id)
            if listing:
                yield number, listing

    def _detail(self, finding: Finding, entries: dict[str, int]) -> Detail:
        match = finding.match
        listing = self._listing(match.listing_id) if match else None
        number = 0
        if match and listing:
            number = entries.setdefault(match.listing_id, len(entries) + 1)
        return Detail(
            finding,
            sides(finding, listing),
            listing,
            number,
            scale(match.parts) if match else 1.0,
            tuple((other, self._listing(other)) for other in finding.same_subject),
        )


@dataclass(frozen=True, slots=True)
class _Parts:
    """Renders items by the template of that name, the first as they are, the rest
    packed."""

    name: str
    common: Mapping[str, Any]

    def of(
        self, items: Iterable[T], first: int, *, size: Callable[[T], int] = lambda _: 1
    ) -> Iterator[str]:
        """The parts of the page, in order."""
        template = environment().get_template(f"{self.name}.html.j2")

        def render(some: Sequence[T]) -> str:
            return template.render(**self.common, items=some)

        return parts(items, render, first=first, pack=_PACK, size=size)


def _who(assessment: Assessment) -> str:
    """The customer's name, where his reference is another."""
    subject = assessment.subject
    return "" if subject.name == subject.ref else subject.name


def _why(assessment: Assessment, own: tuple[Finding, ...]) -> str:
    """What the outcome rests on, in a few words."""
    said = []
    if own:
        gravest = max(own, key=finding_key)
        listed = gravest.match.name if gravest.match else ""
        said.append(f"{gravest.severity}: {listed or gravest.title}")
    errors = [p for p in assessment.problems if p.severity == "error"]
    other = len(assessment.problems) - len(errors)
    if errors:
        said.append(f"{words.count(len(errors), 'error')} ({errors[0].code})")
    if other:
        said.append(words.count(other, "remark on the data", "remarks on the data"))
    if not said and assessment.outcome != "clear":
        said.append("a list is stale or missing" if assessment.findings else "")
    return "; ".join(part for part in said if part)
