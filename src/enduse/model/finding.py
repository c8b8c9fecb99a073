"""Something a person should know, with all it rests on."""

from dataclasses import dataclass
from typing import Literal

from enduse.model.cite import Cite
from enduse.model.control import Control
from enduse.model.good import Good
from enduse.model.match import Match
from enduse.model.origin import Origin
from enduse.model.party import Party

Severity = Literal["info", "low", "medium", "high", "critical"]


@dataclass(frozen=True, slots=True)
class Evidence:
    """One thing a finding rests on, for a person to look up: what it is, its value."""

    label: str
    value: str
    origin: Origin | None = None


@dataclass(frozen=True, slots=True)
class RuleRef:
    """The rule or policy that made the finding, and its version."""

    id: str
    version: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing to know about a subject.

    `id` is a hash of (rule version, subject, origins, as_of): the same input gives
    the same id. `measures` are the legal consequences of the listing matched,
    `same_subject` the ids of other listings of the same party, on any list.
    `controls` say how control lists bear on `good`; `evidence` holds what else a
    reader should see side by side: the two sides of a contradiction, the lines that a
    description was most like.
    """

    id: str
    kind: str
    severity: Severity
    title: str
    explanation: str
    party: Party | None = None
    match: Match | None = None
    rule: RuleRef | None = None
    origins: tuple[Origin, ...] = ()
    cites: tuple[Cite, ...] = ()
    measures: tuple[str, ...] = ()
    same_subject: tuple[str, ...] = ()
    good: Good | None = None
    controls: tuple[Control, ...] = ()
    evidence: tuple[Evidence, ...] = ()
