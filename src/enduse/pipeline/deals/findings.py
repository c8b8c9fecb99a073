"""From what papers state to what a person should know of their deal."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import chain, islice

from enduse.model import Evidence, Finding, RuleRef, Subject
from enduse.model.paper import Paper
from enduse.pipeline.case import Case
from enduse.pipeline.deals.compare import dates, goods, numbers, parties, places, totals
from enduse.pipeline.deals.compare.disagreement import Disagreement, title
from enduse.pipeline.deals.lots import lots
from enduse.pipeline.identity import finding_id

CONTRADICTION = RuleRef("papers-disagree", "1")
JOINED = RuleRef("papers-joined", "1")
MOST = 60
"""Findings on one deal: what is past them is counted, not listed."""

COMPARISONS: tuple[Callable[[Sequence[Paper]], Iterator[Disagreement]], ...] = (
    parties.disagreements,
    places.disagreements,
    goods.disagreements,
    totals.disagreements,
    dates.disagreements,
    numbers.disagreements,
)


@dataclass(frozen=True, slots=True)
class DealFindings:
    """Compares the papers of one subject, as of one day."""

    as_of: date

    def of(self, case: Case) -> Iterator[Finding]:
        """Why papers were joined, what was amended, and what is stated differently."""
        if len(case.papers) > 1 and case.remarks:
            yield self._joined(case.subject, case.papers, case.remarks)
        if not (case.compared or case.amended):
            return
        told = (
            found
            for lot in lots(case.compared)
            for compare in COMPARISONS
            for found in compare(lot)
        )
        once = dict.fromkeys(chain(case.amended, told))
        for found in islice(once, MOST):
            yield self._finding(case.subject, found)

    def _joined(
        self, subject: Subject, papers: Sequence[Paper], remarks: Sequence[str]
    ) -> Finding:
        origins = tuple(paper.origin for paper in papers)
        return Finding(
            id=finding_id(JOINED, subject, origins, self.as_of, "joined"),
            kind="papers_joined",
            severity="info",
            title=f"{len(papers)} papers taken for one deal",
            explanation=f"Joined on {'; '.join(remarks)}: {named(papers)}.",
            rule=JOINED,
            origins=origins,
            evidence=tuple(
                Evidence(paper.format, paper.ref, paper.origin) for paper in papers
            ),
        )

    def _finding(self, subject: Subject, found: Disagreement) -> Finding:
        origins = tuple(side.origin for side in found.sides)
        stated = "; ".join(f"{side.paper}: {side.value}" for side in found.sides)
        return Finding(
            id=finding_id(CONTRADICTION, subject, origins, self.as_of, found.what),
            kind="contradiction",
            severity=found.severity,
            title=f"The papers disagree: {found.what}",
            explanation=f"{found.why} {stated}.",
            rule=CONTRADICTION,
            origins=origins,
            evidence=tuple(
                Evidence(side.paper, side.value, side.origin) for side in found.sides
            ),
        )


def named(papers: Sequence[Paper]) -> str:
    """The papers of a deal in a line: `MT700 LC1, ubl-invoice 17`."""
    return ", ".join(title(paper) for paper in papers)
