"""One documentary credit over all its messages: as issued, and after each amendment.

*Source*: SWIFT Standards MT, 700 with its continuations 701, 710 with 711, 720 with
721; 707 with 708 amends; field 27 numbers the parts, 23 or 20 names the credit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from enduse.messages.message import Message
from enduse.messages.swift.credit_amended import OF_THE_MESSAGE, Amended
from enduse.messages.swift.mt import facts as facts_of
from enduse.model import Fact, Origin, Problem, Text

_ISSUED = ("MT700", "MT705", "MT710", "MT720", "MT740")
_CONTINUED = ("MT701", "MT711", "MT721")
_AMENDED = ("MT707", "MT708")
_FORM = {
    "MT710": "advice",
    "MT711": "advice",
    "MT720": "transfer",
    "MT721": "transfer",
}


@dataclass(frozen=True, slots=True)
class CreditState:
    """A credit at one time: `amendment` is '' as issued, else the amendment's number.

    `facts` is all that holds then; `added` and `removed` are what the amendment did;
    `parts` are the messages it came in; `problems` what did not fit. `form` is
    `advice` or `transfer` where the credit is told by an MT710 or MT720, beside or
    without the issuing bank's own message; '' otherwise.
    """

    credit_number: str
    amendment: str
    date: str
    facts: tuple[Fact, ...]
    added: tuple[Fact, ...] = ()
    removed: tuple[Fact, ...] = ()
    parts: tuple[Origin, ...] = ()
    problems: tuple[Problem, ...] = ()
    form: str = ""


def credit_state(messages: Iterable[Message]) -> list[CreditState]:
    """Every state of every credit among the messages, in order of amendment. Pure.

    The last state of a credit is what holds now. The order of the messages does not
    matter, and one given twice counts once; other messages are left out. An advice
    (MT710) and a transfer (MT720) are states of their own; amendments apply to the
    credit and its advice, to a transfer only where there is nothing else. *Unknown*:
    amendments without the credit itself give states of what they state.
    """
    credits: dict[str, list[Message]] = {}
    for message in _each_once(messages):
        if message.format[:5] in (*_ISSUED, *_CONTINUED, *_AMENDED):
            number = _text(message, "credit_number") or message.ref
            credits.setdefault(number, []).append(message)
    return [state for number in credits for state in _states(number, credits[number])]


def _each_once(messages: Iterable[Message]) -> list[Message]:
    """The messages without those that repeat another, field by field."""
    once: dict[object, Message] = {}
    for message in messages:
        fields = getattr(message.content, "fields", ())
        own = tuple((field.tag, field.lines) for field in fields) or id(message)
        held = once.setdefault((message.format, own), message)
        if _place(message) < _place(held):
            once[message.format, own] = message
    return list(once.values())


def _place(message: Message) -> tuple[str, str]:
    return message.origin.source, message.origin.locator


def _states(number: str, messages: list[Message]) -> Iterator[CreditState]:
    issued: dict[str, list[Message]] = {}
    for message in messages:
        if message.format[:5] not in _AMENDED:
            issued.setdefault(_FORM.get(message.format[:5], ""), []).append(message)
    amendments = _grouped([m for m in messages if m.format[:5] in _AMENDED])
    forms = sorted(issued) or [""]
    for form in forms:
        state = CreditState(number, "", "", (), form=form)
        if form in issued:
            state = replace(_as_issued(number, issued[form]), form=form)
            yield state
        last = 0
        for parts in amendments if form != "transfer" or len(forms) == 1 else ():
            missing = tuple(_missing_before(parts, last))
            state = replace(_amended(state, parts), form=form)
            yield replace(state, problems=(*state.problems, *missing))
            last = _number(parts[0]) or last


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
        order = _number(message)
        date = "" if order else _text(message, "amendment_date")
        groups.setdefault((order, date), []).append(message)
    ordered = [groups[key] for key in sorted(groups)]
    return [sorted(group, key=_place_in_amendment) for group in ordered]


def _place_in_amendment(message: Message) -> tuple[int, str, tuple[str, str]]:
    date = _text(message, "amendment_date")
    return int(_part(message)[0] or 1), date, _place(message)


def _number(message: Message) -> int:
    """The number of an amendment, 0 where it has none."""
    number = _text(message, "amendment_number")
    return int(number) if number.isdigit() else 0


def _missing_before(parts: list[Message], last: int) -> Iterator[Problem]:
    """Amendments that should stand between the last one and this one."""
    number = _number(parts[0])
    if number > last + 1:
        gone = f"{last + 1}" if number == last + 2 else f"{last + 1} to {number - 1}"
        text = f"amendment {gone} of the credit is missing before {number}; ask for it"
        yield Problem("amendment-missing", text, parts[0].origin)


def _given_twice(parts: list[Message]) -> Iterator[Problem]:
    """A part of an amendment that is there in two versions."""
    seen: dict[int, Message] = {}
    for message in parts:
        number = int(_part(message)[0] or 1)
        if number in seen:
            text = (
                "this amendment is given twice, with other terms in "
                f"{_where(seen[number])}: both were applied; ask which one holds"
            )
            yield Problem("amendment-twice", text, message.origin)
        seen[number] = message


def _where(message: Message) -> str:
    return " ".join(_place(message))


def _amended(state: CreditState, parts: list[Message]) -> CreditState:
    """The state after an amendment, all its parts applied in order."""
    terms = Amended(list(state.facts))
    problems = [p for message in parts for p in terms.apply(facts_of(message))]
    problems += _given_twice(parts)
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
