"""All findings on one transaction or customer, and what they come to."""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from enduse.model.coverage import Coverage
from enduse.model.finding import Finding
from enduse.model.paper import Paper
from enduse.model.problem import Problem
from enduse.model.quick import quick

Outcome = Literal["clear", "review", "stop"]
SubjectKind = Literal["payment", "document", "customer", "shipment"]


@quick
@dataclass(frozen=True, slots=True)
class Subject:
    """What was assessed. `ref` is the sender's own reference or the row number; `name`
    is that of a customer, who may be known by a number alone.

    A `shipment` joins the papers of one deal: `files` names them all, `file` the first.
    """

    kind: SubjectKind
    ref: str
    file: str
    format: str
    files: tuple[str, ...] = ()
    name: str = ""


@dataclass(frozen=True, slots=True)
class Assessment:
    """The proposal on one subject: enduse proposes, a person decides.

    `library` maps each source screened against to its snapshot's sha256; `papers` are
    the documents of a deal, and the payments tied to them, with all they say;
    `coverage` counts text leaves screened of text leaves present, None where the
    reader does not count.
    """

    id: str
    subject: Subject
    outcome: Outcome
    findings: tuple[Finding, ...]
    problems: tuple[Problem, ...]
    as_of: date
    library: dict[str, str] = field(default_factory=dict)
    engine: str = ""
    papers: tuple[Paper, ...] = ()
    coverage: Coverage | None = None
