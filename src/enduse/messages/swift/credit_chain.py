"""One documentary credit over all its messages: as issued, and after each amendment.

*Source*: SWIFT Standards MT, 700 with its continuations 701, 710 with 711, 720 with
721; 707 with 708 amends; field 27 numbers the parts, 23 or 20 names the credit.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from enduse.messages.message import Message
from enduse.messages.swift.mt import facts as facts_of
from enduse.model import Amount, Fact, Good, Origin, Problem, Route, Text

_ISSUED = {"MT700": 0, "MT705": 0, "MT710": 0, "MT720": 0, "MT740": 2}
_CONTINUED = {"MT701": "MT700", "MT711": "MT710", "MT721": "MT720"}
_AMENDED = {"MT707": 0, "MT708": 1}
# What an amendment states anew; a role that is not here is added to.
_REPLACED = frozenset(
    [
        "expiry_date",
        "place_of_expiry",
        "latest_shipment_date",
        "shipment_period",
        "tolerance",
        "partial_shipment",
        "transhipment",
        "form_of_credit",
        "applicable_rules",
        "payment_terms",
        "presentation_period",
        "confirmation",
        "additional_amounts",
        "charges_terms",
        "payment_conditions",
        "applicant",
        "beneficiary",
        "available_with",
        "drawee",
        "confirming_bank",
        "reimbursing_bank",
        "advise_through_bank",
    ]
)
_OF_THE_MESSAGE = frozenset(
    [
        "sequence",
        "reference",
        "related_reference",
        "no_reference",
        "purpose_of_message",
        "sender",
        "receiver",
        "amendment_number",
        "amendment_date",
        "amendment_code",
        "amendment_amount",
        "amendment_decrease",
        "instruction",
        "narrative",
        "goods_text",
        "issue_date",
        "issuing_bank",
        "unmapped",
        "supplementary",
    ]
)
_LISTED = {
    "45": ("goods", "goods_deleted"),
    "46": ("documents_required", "documents_required_deleted"),
    "47": ("additional_conditions", "additional_conditions_deleted"),
}


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
            if fact.role not in _OF_THE_MESSAGE or fact.role == "issue_date":
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
    now = list(state.facts)
    added: list[Fact] = []
    removed: list[Fact] = []
    problems: list[Problem] = []
    for message in parts:
        new = facts_of(message)
        for stem, code in _codes(new):
            if code == "REPALL":
                _remove(now, removed, lambda f, s=stem: f.role == _LISTED[s][0])
        for fact in new:
            problem = _apply(fact, now, added, removed)
            problems.extend([problem] if problem else [])
    return CreditState(
        state.credit_number,
        _text(parts[0], "amendment_number") or "?",
        _text(parts[0], "amendment_date"),
        tuple(now),
        tuple(added),
        tuple(removed),
        tuple(message.origin for message in parts),
        tuple(problems),
    )


def _codes(facts: list[Fact]) -> Iterator[tuple[str, str]]:
    for fact in facts:
        if fact.role == "amendment_code" and isinstance(fact.value, Text):
            tag, _, code = fact.value.text.partition(" ")
            if tag[:2] in _LISTED:
                yield tag[:2], code


def _remove(now: list[Fact], removed: list[Fact], gone: object) -> None:
    assert callable(gone)
    removed.extend(fact for fact in now if gone(fact))
    now[:] = [fact for fact in now if not gone(fact)]


def _apply(
    fact: Fact, now: list[Fact], added: list[Fact], removed: list[Fact]
) -> Problem | None:
    """Applies one fact of an amendment; a Problem where it deletes what isn't there."""
    role = fact.role
    deleted = next((base for base, gone in _LISTED.values() if gone == role), "")
    if deleted:
        return _delete(fact, deleted, now, removed)
    if role == "route" and isinstance(fact.value, Route) and fact.confidence == 1.0:
        _reroute(fact, fact.value, now, added, removed)
    elif role in ("amendment_amount", "amendment_decrease"):
        _change_amount(fact, now, added, removed)
    elif role == "credit_amount":
        _remove(now, removed, lambda f: f.role == "credit_amount")
        _add(fact, now, added)
    elif role in _REPLACED:
        _remove(now, removed, lambda f: f.role == role and f not in added)
        _add(fact, now, added)
    elif role not in _OF_THE_MESSAGE and role != "credit_number":
        _add(fact, now, added)
    return None


def _add(fact: Fact, now: list[Fact], added: list[Fact]) -> None:
    now.append(fact)
    added.append(fact)


def _delete(
    fact: Fact, role: str, now: list[Fact], removed: list[Fact]
) -> Problem | None:
    wanted = _words(fact)
    hits = [f for f in now if f.role == role and _same(_words(f), wanted)]
    if hits:
        _remove(now, removed, lambda f: f in hits)
        return None
    message = (
        f"the amendment deletes {_said(fact)[:60]!r}, which the credit does not have; "
        "read both"
    )
    return Problem("amendment-unmatched", message, fact.origin)


def _same(one: list[str], other: list[str]) -> bool:
    """Whether one text holds the other, word for word."""
    short, long = sorted((one, other), key=len)
    if not short:
        return False
    spaced = f" {' '.join(long)} "
    return f" {' '.join(short)} " in spaced


def _words(fact: Fact) -> list[str]:
    plain = "".join(c if c.isalnum() else " " for c in _said(fact).upper())
    return plain.split()


def _said(fact: Fact) -> str:
    if isinstance(fact.value, Good):
        return fact.value.description
    return fact.value.text if isinstance(fact.value, Text) else ""


def _reroute(
    fact: Fact, route: Route, now: list[Fact], added: list[Fact], removed: list[Fact]
) -> None:
    """Puts an amended place where the credit had another of the same part."""
    for index, old in enumerate(now):
        if old.role == "route" and isinstance(old.value, Route) and old.confidence == 1:
            new = {place.role: place for place in route.places}
            places = tuple(new.pop(p.role, p) for p in old.value.places)
            merged = replace(old.value, places=(*places, *new.values()))
            now[index] = Fact("route", merged, fact.origin)
            removed.append(old)
            added.append(now[index])
            return
    _add(fact, now, added)


def _change_amount(
    fact: Fact, now: list[Fact], added: list[Fact], removed: list[Fact]
) -> None:
    """Adds an increase to the credit's amount, or takes a decrease from it."""
    change = fact.value
    for index, old in enumerate(now):
        value = old.value
        if old.role != "credit_amount" or not isinstance(value, Amount):
            continue
        if isinstance(change, Amount) and change.currency == value.currency:
            sign = -1 if fact.role == "amendment_decrease" else 1
            total = Amount(value.value + sign * change.value, value.currency)
            now[index] = Fact("credit_amount", total, fact.origin)
            removed.append(old)
            added.append(now[index])
            return
    _add(fact, now, added)


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
