"""Something a person should know, with all it rests on."""

from dataclasses import dataclass
from typing import Literal

from enduse.model.match import Match
from enduse.model.origin import Origin
from enduse.model.party import Party

Severity = Literal["info", "low", "medium", "high", "critical"]


@dataclass(frozen=True, slots=True)
class Cite:
    """A place in a law, list or guidance. Who says so is part of every claim."""

    title: str
    url: str = ""
    section: str = ""


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
