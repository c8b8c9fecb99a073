"""One documentary credit over all its messages: as issued, and after each amendment.

*Source*: SWIFT Standards MT, 700 with its continuations 701, 710 with 711, 720 with
721; 707 with 708 amends; field 27 numbers the parts, 23 or 20 names the credit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from enduse.messages.message import Message
from enduse.messages.swift.credit_amended import OF_THE_MESSAGE, Amended
from enduse.messages.swift.mt import facts as facts_of
from enduse.model import Fact, Origin, Problem, Text

_ISSUED = ("MT700", "MT705", "MT710", "MT720", "MT740")
_CONTINUED = ("MT701", "MT711", "MT721")
_AMENDED = ("MT707", "MT708")


@dataclass(frozen=True, slots=True)
class CreditState:
    """A credit at one time: `amendment` is '' as issued, else the amendment's number.

    `facts` is all that holds then; `added` and `removed` are what the amendment did;
    `parts` are the messages it came in; `problems` what did not fit.
    """

    credit_number: str
    amendment: str
    date: str
    facts: tuple[Fact, ...]
    added: tuple[Fact, ...] = ()
    removed: tuple[Fact, ...] = ()
    parts: tuple[Origin, ...] = ()
    problems: tuple[Problem, ...] = ()


def credit_state(messages: Iterable[Message]) -> list[CreditState]:
    """Every state of every credit among the messages, in order of amendment. Pure.

    The last state of a credit is what holds now. The order of the messages does not
    matter; other messages are left out. *Unknown*: amendments without the credit
    itself give states of what they state.
    """
    credits: dict[str, list[Message]] = {}
    for message in messages:
        if message.format[:5] in (*_ISSUED, *_CONTINUED, *_AMENDED):
            number = _text(message, "credit_number") or message.ref
            credits.setdefault(number, []).append(message)
    return [state for number in credits for state in _states(number, credits[number])]


def _states(number: str, messages: list[Message]) -> Iterator[CreditState]:
    issued = [m for m in messages if m.format[:5] not in _AMENDED]
    amendments = _grouped([m for m in messages if m.format[:5] in _AMENDED])
    state = CreditState(number, "", "", ())
    if issued:
        state = _as_issued(number, issued)
        yield state
    for parts in amendments:
        state = _amended(state, parts)
        yield state


def _as_issued(number: str, messages: list[Message]) -> CreditState:
    """The credit as issued: its own message first, then the further parts of it."""
    ordered = sorted(messages, key=_place_of_part)
    kept: dict[tuple[str, object], Fact] = {}
    for message in ordered:
        for fact in facts_of(message):
            if fact.role not in OF_THE_MESSAGE or fact.role == "issue_date":
                kept.setdefault((fact.role, _plain(fact)), fact)
    return CreditState(
        number,
        "",
        _text(ordered[0], "issue_date"),
        tuple(kept.values()),
        parts=tuple(message.origin for message in ordered),
        problems=tuple(_missing_parts(ordered)),
    )


def _place_of_part(message: Message) -> tuple[int, int]:
    base = 0 if message.format[:5] in _ISSUED else 1
    return base, int(_part(message)[0] or 1)


def _part(message: Message) -> tuple[str, str]:
    number, _, total = _text(message, "sequence").partition("/")
    return (number if number.isdigit() else "", total if total.isdigit() else "")


def _missing_parts(messages: list[Message]) -> Iterator[Problem]:
    """A credit whose parts are announced but not all there."""
    stated = {int(total) for m in messages if (total := _part(m)[1])}
    found = {int(number) for m in messages if (number := _part(m)[0])}
    if stated and (missing := set(range(1, min(max(stated), 99) + 1)) - found):
        said = ", ".join(map(str, sorted(missing)))
        message = f"part {said} of {max(stated)} of the credit is missing; ask for it"
        yield Problem("credit-part-missing", message, messages[0].origin)


def _grouped(messages: list[Message]) -> list[list[Message]]:
    """The messages of each amendment, amendments in order of number and date."""
    groups: dict[tuple[int, str], list[Message]] = {}
    for message in messages:
        number = _text(message, "amendment_number")
        order = int(number) if number.isdigit() else 0
        date = "" if order else _text(message, "amendment_date")
        groups.setdefault((order, date), []).append(message)
    ordered = [groups[key] for key in sorted(groups)]
    return [sorted(group, key=lambda m: int(_part(m)[0] or 1)) for group in ordered]


def _amended(state: CreditState, parts: list[Message]) -> CreditState:
    """The state after an amendment, all its parts applied in order."""
    terms = Amended(list(state.facts))
    problems = [p for message in parts for p in terms.apply(facts_of(message))]
    return CreditState(
        state.credit_number,
        _text(parts[0], "amendment_number") or "?",
        _text(parts[0], "amendment_date"),
        tuple(terms.now),
        tuple(terms.added),
        tuple(terms.removed),
        tuple(message.origin for message in parts),
        tuple(problems),
    )


def _text(message: Message, role: str) -> str:
    """The first text of that role in a message, or ''."""
    for fact in facts_of(message):
        if fact.role == role and isinstance(fact.value, Text):
            return fact.value.text
    return ""


def _plain(fact: Fact) -> object:
    """What tells two facts of one role apart, wherever they stand."""
    value = fact.value
    if isinstance(value, Text):
        return value.text
    return (fact.origin.locator, fact.origin.source)
