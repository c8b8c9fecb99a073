"""What a run comes to, on a terminal: counts, the gravest findings, what to doubt."""

from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.table import Table
from rich.text import Text

from enduse.model import Assessment, Finding, Problem, Subject
from enduse.names.explain import how_alike
from enduse.report import words
from enduse.report.context import ReportContext
from enduse.report.tally import Tally, Worst, doubts, finding_key, leading
from enduse.report.visible import visible

TOP = 8
_PLACES = 2
_KINDS = 12
_DOUBTS = 3
_STYLES = {
    "stop": "bold red",
    "review": "bold yellow",
    "clear": "green",
    "critical": "bold red",
    "high": "red",
    "medium": "yellow",
    "error": "red",
    "warning": "yellow",
    "list": "yellow",
    "sample": "bold yellow",
}
_Line = tuple[str, Text]
_SAMPLE = "Sample library, not the official lists: it clears nobody. Run: enduse update"


class Summary:
    """A summary that is fed one assessment at a time and printed once.

    `context` may be replaced before `print`, when the files have been counted.
    """

    def __init__(self, context: ReportContext) -> None:
        self.context = context
        self._tally = Tally()
        self._top: Worst[tuple[Subject, Finding]] = Worst(TOP)

    def add(self, assessment: Assessment) -> None:
        """Count the assessment, and keep its findings while among the gravest."""
        for finding in leading(self._tally.add(assessment)):
            self._top.add(finding_key(finding), (assessment.subject, finding))

    def print(self, console: Console, *, wrote: Sequence[tuple[str, str]] = ()) -> None:
        """Print it. `wrote` names what was written and where: `("report", path)`."""
        console.print(self._counts())
        grid = Table.grid(padding=(0, 2, 0, 0))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for word, text in self._lines(wrote):
            grid.add_row(Text(word, style=_STYLES.get(word, "dim")), text)
        console.print(grid)

    def _counts(self) -> Text:
        tally = self._tally
        line = Text(
            words.count(tally.subjects, "payment or record", "payments and records")
        )
        line.append(":")
        for outcome in ("stop", "review", "clear"):
            number = tally.outcomes[outcome]
            line.append("  ")
            line.append(f"{number:,} {outcome}", _STYLES[outcome] if number else "dim")
        return line

    def _lines(self, wrote: Sequence[tuple[str, str]]) -> Iterator[_Line]:
        if self.context.sample:
            yield "sample", Text(_SAMPLE)
        for subject, finding in self._top.items():
            yield finding.severity, _finding(self.context, subject, finding)
        if self._top.left_out:
            yield "", _dim(f"and {words.count(self._top.left_out, 'more finding')}")
        yield from self._problems()
        doubtful = doubts(self.context, self._tally)
        for title, _ in doubtful[:_DOUBTS]:
            yield "list", Text(visible(title, limit=300))
        if len(doubtful) > _DOUBTS:
            more = words.count(len(doubtful) - _DOUBTS, "more list")
            yield "", _dim(f"and {more} stale or missing: enduse sources")
        for what, path in wrote:
            yield what, Text(visible(path))

    def _problems(self) -> Iterator[_Line]:
        kinds = self._tally.problems
        for kind in kinds[:_KINDS]:
            head = Text(visible(kind.code, limit=80))
            head.append(f"  {words.count(kind.count, 'time')}", "dim")
            yield kind.severity, head
            yield from (("", _problem(one)) for one in kind.first[:_PLACES])
        if len(kinds) > _KINDS:
            yield "", _dim(f"and {len(kinds) - _KINDS} more kinds of problem")


def _finding(context: ReportContext, subject: Subject, finding: Finding) -> Text:
    """The reference, who is like whom, on which list, and the score."""
    match, party = finding.match, finding.party
    line = _dim(visible(subject.ref, limit=60) or "no reference")
    if match is None:
        return line.append("  ").append(visible(finding.title, limit=200), "not dim")
    named = visible(party.name, limit=80) if party else ""
    listed = visible(match.name, limit=80)
    line.append("  ")
    if named and named != listed:
        line.append(named, "bold not dim").append(f" {how_alike(match)} ")
    line.append(listed, "bold not dim")
    where = visible(context.title(match.source), limit=80)
    others = len({i.partition(":")[0] for i in finding.same_subject} - {match.source})
    also = f" and {words.count(others, 'other list')}" if others else ""
    return line.append(f"  {where}{also}, score {match.score:.2f}")


def _problem(problem: Problem) -> Text:
    line = Text(visible(problem.message, limit=300))
    return line.append(f"  {visible(str(problem.origin), limit=200)}", "dim")


def _dim(text: str) -> Text:
    return Text(text, style="dim")
