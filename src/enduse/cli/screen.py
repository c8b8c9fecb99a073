"""`enduse screen`: payments and customers in, assessments out."""

import os
from collections.abc import Iterator
from dataclasses import asdict
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Annotated, Any

import typer

from enduse.cli import choices, output
from enduse.engines.local import Job, assessed
from enduse.files.source_file import SourceFile
from enduse.library.store import Library
from enduse.library.store import SourceState as LibrarySource
from enduse.messages.message import Options
from enduse.model import Assessment
from enduse.names.matcher import DEFAULT_THRESHOLD
from enduse.pipeline.policy import FRESHNESS, OUTCOMES
from enduse.pipeline.screen import FileRead, chunks_of, expand
from enduse.pipeline.screener import ENGINE, Screener
from enduse.report import jsonl
from enduse.report.context import ReportContext, SourceState
from enduse.report.html import HtmlReport
from enduse.report.terminal import Summary


def screen(
    files: Annotated[list[Path], typer.Argument(help="Files or folders.")],
    out: Annotated[
        str,
        typer.Option(
            "--jsonl", metavar="OUT", help="One Assessment a line; - is stdout."
        ),
    ] = "",
    report: Annotated[
        Path | None, typer.Option(metavar="OUT.html", help="One self-contained page.")
    ] = None,
    threshold: Annotated[
        float, typer.Option(min=0.0, max=1.0, help="Report matches from this score on.")
    ] = DEFAULT_THRESHOLD,
    as_of: Annotated[
        str, typer.Option(metavar="YYYY-MM-DD", help="Decide as of this day.")
    ] = "",
    mapping: Annotated[
        list[str] | None,
        typer.Option(
            "--map", metavar="FIELD=COLUMN", help="A column of a customer table."
        ),
    ] = None,
    snapshot: Annotated[
        list[str] | None,
        typer.Option(
            metavar="SOURCE=SHA256", help="Use this snapshot, and only those named."
        ),
    ] = None,
    fail_on: Annotated[
        str,
        typer.Option(
            help="Exit 1 from this outcome or severity on: stop, review, high, ..."
        ),
    ] = "",
    workers: Annotated[
        int, typer.Option(min=0, help="Processes for large input; 0 is one a core.")
    ] = 0,
    as_json: Annotated[bool, typer.Option("--json", help="One JSON object.")] = False,
) -> None:
    """Screen any mix of payment messages and customer files.

    Writes one assessment for each payment and customer. Exit code 0: ran; 1: something
    at or above --fail-on; 2: a file could not be read (the others were screened).

    Example: enduse screen payments/ customers.csv --jsonl out.jsonl --report out.html
    """
    level = choices.alarm(fail_on) if fail_on else ""
    at = choices.pairs(snapshot or [], "SOURCE=SHA256")
    day = choices.day(as_of) if as_of else None
    options = Options(choices.pairs(mapping or [], "FIELD=COLUMN"))
    inputs = [SourceFile.of(path) for path in expand(files)]
    with output.working() as counter:
        counter.step("opening the library")
        screener = Screener(Library.open(at=at), threshold=threshold, as_of=day)
        job = _Job(screener, level, report is not None, workers)
        counter.step("screening")
        with output.binary_file(out) as lines:
            for count, assessment in enumerate(job.run(inputs, options), start=1):
                lines.write(jsonl.line(assessment))
                if count % 100 == 0:
                    counter.count(count)
        if report:
            counter.step("writing the report")
            job.write_report(report)
    job.tell(as_json, out, report)
    if any(file.unreadable for file in job.files):
        raise typer.Exit(2)
    if job.alarmed:
        raise typer.Exit(1)


class _Job:
    """One run: what is collected while assessments pass by."""

    def __init__(
        self, screener: Screener, level: str, wants_report: bool, workers: int
    ) -> None:
        self.screener = screener
        self.workers = workers
        self.level = level
        self.files: list[FileRead] = []
        self.alarmed = False
        self.outcomes = dict.fromkeys(OUTCOMES, 0)
        self.findings = 0
        self.summary = Summary(self._context())
        self._report = (
            HtmlReport(self._context(), screener.library.listing)
            if wants_report
            else None
        )

    def run(self, inputs: list[SourceFile], options: Options) -> Iterator[Assessment]:
        """The assessments of all inputs, each counted as it passes."""
        library, policy = self.screener.library, self.screener.policy
        engine = Job(
            library.folder,
            library.manifest.current,
            policy.threshold,
            self.screener.as_of,
            self.workers or os.cpu_count() or 1,
        )
        chunks = chunks_of(inputs, options, read=self.files.append)
        for assessment in assessed(engine, self.screener, chunks):
            self._note(assessment)
            yield assessment

    def _note(self, assessment: Assessment) -> None:
        self.outcomes[assessment.outcome] += 1
        about = [f for f in assessment.findings if f.rule != FRESHNESS]
        self.findings += len(about)
        self.summary.add(assessment)
        if self._report:
            self._report.add(assessment)
        if self.level and not self.alarmed:
            severities: set[str] = {f.severity for f in about}
            self.alarmed = choices.reached(self.level, assessment.outcome, severities)

    def write_report(self, path: Path) -> None:
        """Write the HTML report, whole or not at all."""
        assert self._report
        self._report.context = self._context()
        self._report.write(path)

    def tell(self, as_json: bool, out: str, report: Path | None) -> None:
        """Say what came of it: one JSON object, or a summary for a person."""
        if as_json:
            output.print_json(self._plain(out, report))
        elif out != "-":
            self.summary.context = self._context()
            self.summary.print(output.screen)
            if report:
                output.screen.print(f"Report: {report}", markup=False)
            if out:
                output.screen.print(f"Assessments: {out}", markup=False)

    def _plain(self, out: str, report: Path | None) -> dict[str, Any]:
        return {
            "assessments": sum(self.outcomes.values()),
            "outcomes": self.outcomes,
            "findings": self.findings,
            "files": [asdict(file) for file in self.files],
            "jsonl": out or None,
            "report": str(report) if report else None,
            "sample": self.screener.library.is_sample,
            "library": self.screener.library.manifest.current,
            "as_of": self.screener.as_of.isoformat(),
            "threshold": self.screener.policy.threshold,
            "engine": ENGINE,
        }

    def _context(self) -> ReportContext:
        library, as_of = self.screener.library, self.screener.as_of
        return ReportContext(
            engine=ENGINE,
            as_of=as_of,
            generated=datetime.now(UTC),
            sample=library.is_sample,
            sources=tuple(_state(state, as_of) for state in library.states()),
            threshold=self.screener.policy.threshold,
            command="enduse screen",
            files=tuple((f.name, f.sha256, f.format, f.subjects) for f in self.files),
        )


def _state(state: LibrarySource, as_of: date) -> SourceState:
    card, info = state.card, state.snapshot.info
    return SourceState(
        id=card.id,
        title=card.title,
        publisher=card.publisher,
        jurisdiction=card.jurisdiction,
        published=info.published,
        fetched=datetime.fromisoformat(info.fetched),
        entries=info.entries,
        licence=card.licence,
        licence_url=card.licence_url,
        snapshot=info.sha256,
        age_days=state.age_days(as_of),
        stale=state.is_stale(as_of),
        laws=card.law,
    )
