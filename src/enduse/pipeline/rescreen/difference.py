"""What changed for each subject of a book between two runs, alert by alert."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

import orjson

from enduse.model import Assessment, Finding
from enduse.pipeline.line import read
from enduse.pipeline.policy import FRESHNESS

MOVED = 0.01
"""A score that moves by less, within its severity, is no change to tell of."""
Kind = Literal["new", "ended", "changed"]
Key = tuple[str, int]  # what stands for one subject in both runs: see `held.Held.keys`
Line = tuple[str, bytes]  # its reference, and its assessment as a line of JSON


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise now for one subject.

    `began`, `ended` and `moved` are ids of listings (or kinds of finding, where one is
    about no listing); `line` is the assessment as it stands now, None for a subject
    that is no longer in the book.
    """

    ref: str
    kind: Kind
    began: tuple[str, ...]
    ended: tuple[str, ...]
    moved: tuple[str, ...]
    outcome_before: str
    outcome: str
    line: bytes | None

    @property
    def said(self) -> bytes:
        """The line, with a last key `change` that says what changed."""
        assert self.line
        plain = {
            "kind": self.kind,
            "began": self.began,
            "ended": self.ended,
            "moved": self.moved,
            "outcome_before": self.outcome_before,
        }
        return self.line.rstrip()[:-1] + b',"change":' + orjson.dumps(plain) + b"}\n"


def changes(
    before: Mapping[Key, Line], now: Mapping[Key, Line], quiet: Mapping[Key, bytes]
) -> Iterator[Change]:
    """What changed, new ones first in the book's order, then what ended.

    `quiet` has the lines of subjects that had a finding and have none any more.
    """
    for key, (ref, line) in now.items():
        _, then = before.get(key, ("", None))
        change = _change(ref, then, line)
        if change:
            yield change
    for key, (ref, line) in before.items():
        if key not in now:
            old = _alerts(read(line))
            outcome = read(quiet[key]).outcome if key in quiet else ""
            said = read(line).outcome, outcome, quiet.get(key)
            yield Change(ref, "ended", (), tuple(old), (), *said)


def _change(ref: str, before: bytes | None, line: bytes) -> Change | None:
    now = read(line)
    new = _alerts(now)
    if before is None:
        return Change(ref, "new", tuple(new), (), (), "", now.outcome, line)
    then = read(before)
    old = _alerts(then)
    began = tuple(key for key in new if key not in old)
    ended = tuple(key for key in old if key not in new)
    moved = tuple(k for k, f in new.items() if k in old and _differ(f, old[k]))
    if not (began or ended or moved) and then.outcome == now.outcome:
        return None
    said = began, ended, moved
    return Change(ref, "changed", *said, then.outcome, now.outcome, line)


def _alerts(assessment: Assessment) -> dict[str, Finding]:
    """The findings on the subject, by listing; the first of each, the gravest."""
    found: dict[str, Finding] = {}
    for finding in assessment.findings:
        if finding.rule != FRESHNESS:
            match = finding.match
            found.setdefault(match.listing_id if match else finding.kind, finding)
    return found


def _differ(one: Finding, other: Finding) -> bool:
    if (one.severity, one.measures) != (other.severity, other.measures):
        return True
    scores = [f.match.score if f.match else 0.0 for f in (one, other)]
    return abs(scores[0] - scores[1]) >= MOVED
