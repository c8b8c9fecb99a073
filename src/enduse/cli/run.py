"""One run of `enduse screen`: what is collected while assessments pass by."""

import os
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import asdict
from datetime import UTC, date, datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from enduse.cli import choices, output
from enduse.cli.papers import Papers
from enduse.engines import local
from enduse.engines.local import Job
from enduse.files.source_file import SourceFile
from enduse.library.store import Library
from enduse.library.store import SourceState as LibrarySource
from enduse.messages.message import Options
from enduse.model import Assessment
from enduse.pipeline.case import Case
from enduse.pipeline.policy import OUTCOMES
from enduse.pipeline.screen import FileRead, chunks_of
from enduse.pipeline.screener import ENGINE, Screener
from enduse.report.context import ReportContext, SourceState
from enduse.report.html import HtmlReport
from enduse.report.terminal import Summary
from enduse.report.words import NOTICES


class Engine(StrEnum):
    """What a run is spread over: processes of this machine, or Apache Spark."""

    LOCAL = "local"
    SPARK = "spark"


class Run:
    """One run: what is collected while assessments pass by."""

    def __init__(
        self,
        screener: Screener,
        level: str,
        wants_report: bool,
        workers: int,
        *,
        engine: Engine = Engine.LOCAL,
    ) -> None:
        self.screener = screener
        self.engine = engine
        self.workers = workers
        self.level = level
        self._papers = Papers()
        self.files: list[FileRead] = []
        self.alarmed = False
        self.outcomes = dict.fromkeys(OUTCOMES, 0)
        self.findings = 0
        self.summary = Summary(self._context())
        self._report = (
            HtmlReport(
                self._context(), screener.library.listing, locate=self._papers.path
            )
            if wants_report
            else None
        )

    def run(self, inputs: list[SourceFile], options: Options) -> Iterator[Assessment]:
        """The assessments of all inputs, each counted as it passes."""
        library, policy = self.screener.library, self.screener.policy
        job = Job(
            library.folder,
            library.manifest.current,
            policy.threshold,
            self.screener.as_of,
            self.workers or os.cpu_count() or 1,
        )
        chunks = chunks_of(inputs, options, read=self._read(inputs))
        for assessment in self._assessed(job, chunks):
            self._note(assessment)
            yield assessment

    def _assessed(self, job: Job, chunks: Iterable[list[Case]]) -> Iterator[Assessment]:
        if self.engine is Engine.SPARK:
            from enduse.engines import spark  # needs PySpark, which is an extra

            return spark.assessed(job, chunks)
        return local.assessed(job, self.screener, chunks)

    def _read(self, inputs: list[SourceFile]) -> Callable[[FileRead], None]:
        """What notes each file when it has been read, and where it lies."""
        self._papers.expect(inputs)

        def note(file: FileRead) -> None:
            self.files.append(file)
            self._papers.note(file)

        return note

    def _note(self, assessment: Assessment) -> None:
        self.outcomes[assessment.outcome] += 1
        about = [f for f in assessment.findings if f.kind not in NOTICES]
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
            wrote = (("report", str(report or "")), ("lines", out))
            self.summary.print(output.screen, wrote=[pair for pair in wrote if pair[1]])

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
        policy, as_of = self.screener.policy, self.screener.as_of
        library, said = self.screener.library, "enduse screen"
        return context_of(library, as_of, policy.threshold, self.files, command=said)


def context_of(
    library: Library,
    as_of: date,
    threshold: float,
    files: Sequence[FileRead],
    *,
    command: str,
) -> ReportContext:
    """What a report says of the run behind it."""
    return ReportContext(
        engine=ENGINE,
        as_of=as_of,
        generated=datetime.now(UTC),
        sample=library.is_sample,
        sources=tuple(_state(state, as_of) for state in library.states()),
        threshold=threshold,
        command=command,
        files=tuple((f.name, f.sha256, f.format, f.subjects) for f in files),
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
