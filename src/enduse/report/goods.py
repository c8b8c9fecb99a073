"""Goods on control lists, counted by list and tier, for a page of the report."""

from collections import Counter
from dataclasses import dataclass, field

from enduse.model import Assessment, Control, Finding

_LINES = 500
_PLACES = 12


@dataclass(slots=True)
class ControlledLine:
    """One description and how a list bears on it.

    `places` are the first of the subjects that have it, by their row and reference,
    `count` is how many do.
    """

    text: str
    control: Control
    places: list[tuple[int, str]] = field(default_factory=list)
    count: int = 0

    def add(self, number: int, ref: str) -> None:
        """Another subject has it."""
        self.count += 1
        if len(self.places) < _PLACES:
            self.places.append((number, ref))


_Key = tuple[str, str, str, str, str, float]


@dataclass(slots=True)
class GoodsTally:
    """The controlled lines of a run up to a bound, and counts of all of them.

    Goods described alike and reached alike are one line with all who have them.
    """

    counts: Counter[tuple[str, str]] = field(default_factory=Counter)
    lines: dict[_Key, ControlledLine] = field(default_factory=dict)

    def add(self, number: int, assessment: Assessment) -> None:
        """Count the controls found in one assessment."""
        for finding in assessment.findings:
            for control in finding.controls:
                self.counts[(control.list, control.tier)] += 1
                self._keep(number, assessment.subject.ref, finding, control)

    def _keep(self, number: int, ref: str, finding: Finding, control: Control) -> None:
        text = finding.good.description if finding.good else finding.title
        one = control
        key = (one.list, one.tier, text, one.code, one.via, one.p)
        if key not in self.lines and len(self.lines) >= _LINES:
            return
        self.lines.setdefault(key, ControlledLine(text, control)).add(number, ref)

    def by_list(self) -> list[tuple[str, str, int, list[ControlledLine]]]:
        """For each list and tier: how many lines, and those that were kept."""
        found = []
        for (name, tier), count in sorted(self.counts.items()):
            kept = [
                line
                for line in self.lines.values()
                if (line.control.list, line.control.tier) == (name, tier)
            ]
            found.append((name, tier, count, kept))
        return found
