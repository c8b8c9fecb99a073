"""Credits of a deal as they stand after their amendments, and what was amended."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from enduse.messages.message import Message
from enduse.messages.swift.credit_chain import CreditState, credit_state
from enduse.model import Fact, Good, Party, Problem, Route, Severity, Text
from enduse.model.paper import Paper
from enduse.pipeline.case import Case, paper_of
from enduse.pipeline.deals.compare.disagreement import Disagreement, Side

_GRAVE = frozenset(("beneficiary", "applicant", "consignee", "notify_party", "route"))
_TELLING = frozenset((*_GRAVE, "goods", "credit_amount", "latest_shipment_date"))


@dataclass(frozen=True, slots=True)
class Compared:
    """The papers to hold against each other, and what amendments changed before."""

    papers: tuple[Paper, ...]
    amended: tuple[Disagreement, ...]
    problems: tuple[Problem, ...]


def compared(members: Sequence[Case]) -> Compared:
    """The members with each credit as it stands now, in place of its messages.

    An amended port is then not held against the port it replaced: the change itself
    is told, since parties and ports changed after issue are a red flag of their own. A
    transfer of a credit that was amended is not compared: it may be the older.
    """
    messages = [case.message for case in members if _of_credit(case)]
    states = credit_state(m for m in messages if m is not None)
    kept = [paper_of(case) for case in members if not _of_credit(case)]
    last = {(state.credit_number, state.form): state for state in states}
    changed = {state.credit_number for state in states if state.amendment}
    credits = [
        Paper(_called(state), number, state.parts[0], state.facts)
        for (number, form), state in last.items()
        if form != "transfer" or number not in changed or len(last) == 1
    ]
    first: dict[str, str] = {}
    for state in states:
        first.setdefault(state.credit_number, state.form)
    told = (s for s in states if s.form == first[s.credit_number])
    amended = tuple(change for state in told for change in _changes(state))
    problems = tuple(problem for state in states for problem in state.problems)
    return Compared((*credits, *kept), amended, problems)


_FORMS = {"": "credit", "advice": "advice of the credit", "transfer": "credit transfer"}


def _called(state: CreditState) -> str:
    """What a desk calls a credit as it stands."""
    name = _FORMS[state.form]
    return f"{name} as amended" if state.amendment else name


def _of_credit(case: Case) -> bool:
    return case.message is not None and _is_credit(case.message)


def _is_credit(message: Message) -> bool:
    return message.format[:4] in ("MT70", "MT71", "MT72", "MT74")


def _changes(state: CreditState) -> Iterator[Disagreement]:
    """What an amendment put in place of what, for what tells of diversion."""
    if not state.amendment:
        return
    paper = f"amendment {state.amendment} of {state.credit_number}"
    for role in sorted(_TELLING):
        before = [_said(fact) for fact in state.removed if fact.role == role]
        now = [fact for fact in state.added if fact.role == role]
        if not now or _all_the_same(before, [_said(fact) for fact in now]):
            continue
        shown = [
            Side("before", _said(fact), fact.origin)
            for fact in state.removed
            if fact.role == role
        ]
        shown += [Side(paper, _said(fact), fact.origin) for fact in now]
        why = "The credit was changed here after it was issued."
        grave: Severity = "medium" if role in _GRAVE else "low"
        label = f"amended {role.replace('_', ' ')}"
        yield Disagreement(label, grave, tuple(shown[:8]), why)


def _all_the_same(before: list[str], now: list[str]) -> bool:
    """Whether an amendment only repeats what stood there."""
    return bool(before) and all(_key(text) in set(map(_key, before)) for text in now)


def _key(text: str) -> str:
    return "".join(c for c in text.casefold() if c.isalnum())


def _said(fact: Fact) -> str:
    value = fact.value
    if isinstance(value, Route):
        return " → ".join(place.name or place.unlocode for place in value.places)
    if isinstance(value, Good):
        return value.description
    if isinstance(value, Party):
        return value.name
    if isinstance(value, Text):
        return value.text
    return f"{value.value}"
