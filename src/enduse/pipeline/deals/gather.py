"""Documents put together as deals, everything else left as it comes."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain, islice

from enduse.model import Problem, Subject, Text
from enduse.model.paper import Paper
from enduse.pipeline.case import Case, coverage_of, is_paper, paper_of
from enduse.pipeline.deals.credits import compared
from enduse.pipeline.deals.join import Deal, deals, holders_of, name_of, related
from enduse.pipeline.deals.keys import numbers
from enduse.pipeline.deals.passed import Passed
from enduse.pipeline.deals.repeats import without_repeats

HELD = 5_000
"""Subjects kept until the end of the input is seen, so that a deal stands where its
first paper stood. In a longer input the deals follow at its end."""
_UNREAD = 10_000
"""Unreadable files that a longer input remembers, to tell them on deals beside."""


def gathered(cases: Iterable[Case]) -> Iterator[Case]:
    """All cases in input order, those of one deal as one, nothing lost.

    Payments stay subjects of their own: each must be released or stopped under its
    own number. Those that a deal's numbers stand in are compared with its papers.
    """
    rest = iter(cases)
    held = list(islice(rest, HELD))
    following = next(rest, None)
    if following is None:
        yield from _in_place(held)
        return
    papers: list[Case] = []
    unread: list[Case] = []
    with Passed() as passed:
        for case in chain(held, (following,), rest):
            if is_paper(case):
                papers.append(case)
                continue
            if case.subject.kind == "payment":
                passed.add(case)
            elif case.subject.format == "unknown" and len(unread) < _UNREAD:
                unread.append(case)
            yield case
        known = {n.value for case in papers for n in numbers(paper_of(case))}
        payments = list(passed.naming(known)) if papers else []
    yield from (deal for _, deal in _found(papers, payments, unread))


def _in_place(cases: Sequence[Case]) -> Iterator[Case]:
    """Every case where it stood, a deal where its first paper did."""
    places = [at for at, case in enumerate(cases) if is_paper(case)]
    if not places:
        yield from cases
        return
    papers = [cases[at] for at in places]
    payments = [case for case in cases if case.subject.kind == "payment"]
    unread = [case for case in cases if case.subject.format == "unknown"]
    joined = {places[at]: deal for at, deal in _found(papers, payments, unread)}
    taken = set(places)
    for at, case in enumerate(cases):
        if at in joined:
            yield joined[at]
        elif at not in taken:
            yield case


def _found(
    cases: Sequence[Case], payments: Sequence[Case], unread: Sequence[Case]
) -> Iterator[tuple[int, Case]]:
    """The deals among some papers, each with the place of its first paper."""
    papers = [paper_of(case) for case in cases]
    found = deals(papers)
    tied = _payments(payments, papers, found)
    beside = _unread_beside(unread, cases, found)
    for number, deal in enumerate(found):
        members = [cases[at] for at in deal.members]
        others = (*tied[number], *beside[number])
        yield deal.members[0], _as_one(members, deal, others)


def _payments(
    cases: Sequence[Case], papers: Sequence[Paper], found: Sequence[Deal]
) -> list[list[Case]]:
    """For each deal the payments whose texts carry one of its numbers."""
    owner = {member: at for at, deal in enumerate(found) for member in deal.members}
    tied: list[list[Case]] = [[] for _ in found]
    holders = holders_of(papers)
    for case in cases:
        texts = (f.value.text for f in case.facts if isinstance(f.value, Text))
        for at in dict.fromkeys(owner[m] for m in related(holders, texts)):
            tied[at].append(case)
    return tied


def _unread_beside(
    unread: Sequence[Case], cases: Sequence[Case], found: Sequence[Deal]
) -> list[list[Case]]:
    """For each deal of several papers, what could not be read in its folder."""
    within: dict[str, list[int]] = {}
    for at, deal in enumerate(found):
        if len(deal.members) > 1:
            for folder in {cases[member].folder for member in deal.members}:
                within.setdefault(folder, []).append(at)
    beside: list[list[Case]] = [[] for _ in found]
    for case in unread:
        for at in within.get(case.folder, ()) if case.folder else ():
            beside[at].append(case)
    return beside


def _as_one(members: Sequence[Case], deal: Deal, others: Sequence[Case]) -> Case:
    sources = tuple(case.subject.file for case in members)
    members, repeated = without_repeats(members)
    first = members[0]
    payments = [case for case in others if case.subject.kind == "payment"]
    papers = tuple(paper_of(case) for case in (*members, *payments))
    now = compared(members)
    held = (*now.papers, *(paper_of(case) for case in payments))
    if len(sources) == 1:
        every = (*first.problems, *now.problems, *repeated)
        return replace(
            first, papers=papers, problems=every, compared=held, message=None
        )
    paid = (case.subject.file for case in payments)
    files = tuple(dict.fromkeys((*sources, *paid)))
    name = name_of([paper_of(case) for case in members])
    subject = Subject("shipment", name, first.subject.file, "deal", files)
    problems = [problem for case in members for problem in case.problems]
    problems += (*now.problems, *repeated)
    problems += [_missing(case) for case in others if case.subject.format == "unknown"]
    return Case(
        subject,
        first.origin,
        tuple(fact for case in members for fact in case.facts),
        tuple(problems),
        papers,
        first.folder,
        deal.reasons,
        held,
        now.amended,
        coverage=coverage_of(members),
    )


def _missing(case: Case) -> Problem:
    why = case.problems[0].message.partition(" Known: ")[0]
    text = (
        "lies beside the papers of this deal and could not be read, so the deal may "
        f"hold more than is shown here: {why}"
    )
    return Problem("paper-unread", text, case.origin, "error")
