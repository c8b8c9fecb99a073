"""What is screened as one subject: its facts, its papers, its problems."""

from collections.abc import Sequence
from dataclasses import dataclass

from enduse.messages import registry
from enduse.messages.message import Message
from enduse.model import Coverage, Fact, Origin, Party, Problem, Subject
from enduse.model.paper import Paper
from enduse.model.quick import quick
from enduse.pipeline.deals.compare.disagreement import Disagreement


@quick
@dataclass(frozen=True, slots=True)
class Case:
    """One subject with its facts, ready to be screened.

    `papers` are the documents it was put together from, for a document or a deal, and
    the payments tied to them, `compared` what of them is held against each other;
    `folder` is where the file lay; `remarks` say how the papers were joined. `message`
    is kept until deals are joined: a credit is read over all its messages.
    """

    subject: Subject
    origin: Origin
    facts: tuple[Fact, ...]
    problems: tuple[Problem, ...] = ()
    papers: tuple[Paper, ...] = ()
    folder: str = ""
    remarks: tuple[str, ...] = ()
    compared: tuple[Paper, ...] = ()
    amended: tuple[Disagreement, ...] = ()
    message: Message | None = None
    coverage: Coverage | None = None


def case_of(message: Message, reader: str, *, folder: str = "") -> Case:
    """The case of a message, read by the reader of that name in this folder."""
    file = message.origin.source
    subject = Subject(message.kind, message.ref, file, message.format)
    facts = tuple(registry.reader(reader).facts(message))
    kept = message if message.kind == "document" else None
    return Case(
        subject,
        message.origin,
        facts,
        message.problems,
        folder=folder,
        message=kept,
        coverage=message.coverage,
    )


def case_unasked(message: Message, folder: str) -> Case:
    """The case of a message whose facts are not read yet, with the message."""
    subject = Subject(message.kind, message.ref, message.origin.source, message.format)
    problems = message.problems
    return Case(subject, message.origin, (), problems, folder=folder, message=message)


def case_of_party(party: Party) -> Case:
    """The case of a party that comes from no message."""
    subject = Subject("customer", party.name, party.origin.source, "party")
    facts = (Fact(party.role, party, party.origin),)
    if party.names or party.identifiers or party.addresses:
        return Case(subject, party.origin, facts)
    text = "has no name and no identifier: there is nothing to screen"
    problem = Problem("row-empty", text, party.origin, "error")
    return Case(subject, party.origin, facts, (problem,))


def case_unread(problem: Problem, file: str) -> Case:
    """The case of a file, or a part of one, that could not be read."""
    subject = Subject("document", problem.origin.locator or file, file, "unknown")
    return Case(subject, problem.origin, (), (problem,))


def is_paper(case: Case) -> bool:
    """Whether a case is a document that was read, which may be part of a deal."""
    return case.subject.kind == "document" and case.subject.format != "unknown"


def paper_of(case: Case) -> Paper:
    """The case as one paper of a deal."""
    return Paper(case.subject.format, case.subject.ref, case.origin, case.facts)


def coverage_of(cases: Sequence[Case]) -> Coverage | None:
    """The leaves of several cases together, None where no reader counted."""
    counted = [case.coverage for case in cases if case.coverage]
    if not counted:
        return None
    return Coverage(
        sum(one.leaves for one in counted),
        sum(one.screened for one in counted),
        sum(one.exempt for one in counted),
    )
