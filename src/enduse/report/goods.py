"""Goods on control lists, counted by list and tier, for a page of the report."""

from collections import Counter
from dataclasses import dataclass, field

from enduse.model import Assessment, Control, Finding

_LINES = 500


@dataclass(frozen=True, slots=True)
class ControlledLine:
    """One description and how a list bears on it. `number` is the subject's row."""

    number: int
    ref: str
    text: str
    control: Control
    severity: str


@dataclass(slots=True)
class GoodsTally:
    """Every controlled line of a run up to a bound, and counts of all of them."""

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: list[ControlledLine] = field(default_factory=list)
    left_out: int = 0

    def add(self, number: int, assessment: Assessment) -> None:
        """Count the controls found in one assessment."""
        for finding in assessment.findings:
            for control in finding.controls:
                self.counts[(control.list, control.tier)] += 1
                self._keep(number, assessment.subject.ref, finding, control)

    def _keep(self, number: int, ref: str, finding: Finding, control: Control) -> None:
        if len(self.lines) >= _LINES:
            self.left_out += 1
            return
        text = finding.good.description if finding.good else finding.title
        self.lines.append(ControlledLine(number, ref, text, control, finding.severity))

    def by_list(self) -> list[tuple[str, str, int, list[ControlledLine]]]:
        """For each list and tier: how many lines, and those that were kept."""
        found = []
        for (name, tier), count in sorted(self.counts.items()):
            kept = [
                line
                for line in self.lines
                if (line.control.list, line.control.tier) == (name, tier)
            ]
            found.append((name, tier, count, kept))
        return found
