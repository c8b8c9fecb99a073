"""What a run comes to, counted as it goes by: memory does not grow with the run."""

import heapq
from collections import Counter
from dataclasses import dataclass, field
from typing import Generic, TypeVar

from enduse.model import Assessment, Finding, Problem
from enduse.report.context import ReportContext
from enduse.report.words import NOTICES, SEVERITIES

T = TypeVar("T")
_FIRST_PLACES = 20
_NOTICES = 100
_PROBLEM_RANK = {"error": 0, "warning": 1, "note": 2}
_OUTCOME_RANK = {"clear": 0, "review": 1, "stop": 2}
_SEVERITY_RANK = {word: rank for rank, word in enumerate(reversed(SEVERITIES))}


class Worst(Generic[T]):
    """The `limit` items with the highest keys; of equal ones, those that came first."""

    def __init__(self, limit: int) -> None:
        self._limit = limit
        self._heap: list[tuple[tuple[float, ...], int, T]] = []
        self.seen = 0

    def add(self, key: tuple[float, ...], item: T) -> None:
        """Keep the item, or drop it when `limit` others rank higher."""
        self.seen += 1
        entry = (key, -self.seen, item)
        if len(self._heap) < self._limit:
            heapq.heappush(self._heap, entry)
        elif entry[:2] > self._heap[0][:2]:
            heapq.heapreplace(self._heap, entry)

    def items(self) -> list[T]:
        """What was kept, highest key first."""
        return [item for _, _, item in sorted(self._heap, key=lambda e: e[:2])[::-1]]

    @property
    def left_out(self) -> int:
        """How many were dropped."""
        return self.seen - len(self._heap)


@dataclass(slots=True)
class ProblemCount:
    """How often one kind of problem occurred, and where first."""

    code: str
    severity: str
    count: int = 0
    first: list[Problem] = field(default_factory=list)

    def add(self, problem: Problem) -> None:
        """Count it, and keep it while it is among the first."""
        self.count += 1
        if len(self.first) < _FIRST_PLACES:
            self.first.append(problem)


@dataclass(slots=True)
class Tally:
    """Counts of a run. `notices` are findings on the library, once for each title."""

    subjects: int = 0
    findings: int = 0
    outcomes: Counter[str] = field(default_factory=Counter)
    severities: Counter[str] = field(default_factory=Counter)
    lists: Counter[str] = field(default_factory=Counter)
    notices: dict[str, Finding] = field(default_factory=dict)
    notices_left_out: int = 0
    problem_counts: dict[tuple[str, str], ProblemCount] = field(default_factory=dict)

    def add(self, assessment: Assessment) -> tuple[Finding, ...]:
        """Count one assessment; give back its own findings, notices taken out."""
        self.subjects += 1
        self.outcomes[assessment.outcome] += 1
        for problem in assessment.problems:
            key = (problem.severity, problem.code)
            counter = self.problem_counts.get(key)
            if counter is None:
                counter = ProblemCount(problem.code, problem.severity)
                self.problem_counts[key] = counter
            counter.add(problem)
        own = tuple([f for f in assessment.findings if f.kind not in NOTICES])
        if len(own) < len(assessment.findings):
            self._note(assessment.findings)
        self._count(own)
        return own

    def _note(self, findings: tuple[Finding, ...]) -> None:
        for finding in findings:
            if finding.kind not in NOTICES or finding.title in self.notices:
                continue
            if len(self.notices) < _NOTICES:
                self.notices[finding.title] = finding
            else:
                self.notices_left_out += 1

    def _count(self, findings: tuple[Finding, ...]) -> None:
        self.findings += len(findings)
        for finding in findings:
            self.severities[finding.severity] += 1
            if finding.match:
                self.lists[finding.match.source] += 1

    @property
    def problems(self) -> list[ProblemCount]:
        """Kinds of problem, the gravest and then the most frequent first."""
        counts = self.problem_counts.values()
        return sorted(
            counts, key=lambda c: (_PROBLEM_RANK.get(c.severity, 3), -c.count, c.code)
        )


def doubts(context: ReportContext, tally: Tally) -> list[tuple[str, str]]:
    """What to know of the lists before relying on an outcome: title, explanation.

    The notices among the findings; where there are none, as when nothing could be
    read, what the library itself says.
    """
    noted = [(f.title, f.explanation) for f in tally.notices.values()]
    wrong = [s for s in context.sources if s.missing or s.stale]
    states = [(f"{s.title}: {'missing' if s.missing else 'stale'}", "") for s in wrong]
    return noted or states


def finding_key(finding: Finding) -> tuple[float, ...]:
    """The order of findings: severity, then priority, then score."""
    rank = _SEVERITY_RANK.get(finding.severity, 0)
    match = finding.match
    return (rank, match.priority, match.score) if match else (rank, 0.0, 0.0)


def leading(findings: tuple[Finding, ...]) -> list[Finding]:
    """The gravest finding on each listed subject, for each party of the input.

    One subject on five lists gives five findings; four of them say the same of the
    same party, and the first names them all in `same_subject`.
    """
    best: dict[object, Finding] = {}
    for finding in sorted(findings, key=finding_key, reverse=True):
        match = finding.match
        who = finding.origins[:1]
        ids = (match.listing_id, *finding.same_subject) if match else (finding.id,)
        best.setdefault((finding.kind, finding.rule, who, min(ids)), finding)
    return list(best.values())


def subject_key(assessment: Assessment) -> tuple[float, ...]:
    """The order of subjects: outcome, then their gravest finding."""
    gravest = max(map(finding_key, assessment.findings), default=(0.0, 0.0, 0.0))
    errors = sum(p.severity == "error" for p in assessment.problems)
    return (_OUTCOME_RANK.get(assessment.outcome, 3), *gravest, errors)
