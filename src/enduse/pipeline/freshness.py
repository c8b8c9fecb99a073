"""What is to be said of the library itself: stale, missing, or only the sample."""

from collections.abc import Sequence
from datetime import date

from enduse.library.store import Library, SourceState
from enduse.lists.card import Card
from enduse.model import Finding, Severity
from enduse.pipeline.identity import digest
from enduse.pipeline.policy import FRESHNESS


def findings(library: Library, as_of: date) -> tuple[Finding, ...]:
    """The findings that every assessment of a run carries: one of each kind."""
    if library.is_sample:
        return (_sample(as_of),)
    stale = [state for state in library.states() if state.is_stale(as_of)]
    missing = library.missing()
    told = [_stale(stale, as_of)] if stale else []
    if missing:
        told.append(_missing(missing, as_of))
    return tuple(told)


def _stale(states: Sequence[SourceState], as_of: date) -> Finding:
    """One finding that names every list too old, however many lines repeat it."""
    states = sorted(states, key=lambda state: -state.age_days(as_of))
    ages = [(state.card, state.age_days(as_of)) for state in states]
    long_so = any(age > 4 * card.max_age_days for card, age in ages)
    if len(states) == 1:
        title = f"{ages[0][0].title} is {ages[0][1]} days old"
        whose = "Its"
    else:
        told = ", ".join(f"{card.title} ({age} days)" for card, age in ages)
        title, whose = f"{len(states)} lists are old: {told}", "{}: its"
    rests = [
        f"{whose.format(s.card.title)} snapshot {s.snapshot.info.sha256[:12]} stands "
        f"for {s.dated}; this list should be no older than {s.card.max_age_days} days."
        for s in states
    ]
    said = "it" if len(states) == 1 else "them"
    return _finding(
        "stale_source",
        "high" if long_so else "medium",
        title,
        f"{' '.join(rests)} Designations made since are not in {said}. "
        f"Remedy: {_remedy([card for card, _ in ages])}",
        as_of,
    )


def _remedy(cards: Sequence[Card]) -> str:
    fetched = [card.id for card in cards if card.urls]
    filed = [card.id for card in cards if not card.urls]
    ways = [f"enduse update {' '.join(fetched)}"] if fetched else []
    if filed:
        which = f" (with a newer file of {', '.join(filed)})" if len(cards) > 1 else ""
        ways.append(f"enduse update --from FILE{which}")
    return "; ".join(ways)


def _missing(cards: Sequence[Card], as_of: date) -> Finding:
    return _finding(
        "missing_source",
        "high",
        f"Not screened against: {', '.join(card.title for card in cards)}",
        "These lists are expected and not in the library, so nothing here says that a "
        f"party is not on them. Remedy: {_remedy(cards)}",
        as_of,
    )


def _sample(as_of: date) -> Finding:
    return _finding(
        "sample_library",
        "high",
        "Screened against the embedded sample only, not against any list",
        "The sample holds a few dozen designations for trying enduse out. It clears "
        "nobody. Remedy: enduse update",
        as_of,
    )


def _finding(
    kind: str, severity: Severity, title: str, explanation: str, as_of: date
) -> Finding:
    rule = FRESHNESS
    identity = digest(f"{rule.id}@{rule.version}", kind, title, as_of.isoformat())
    return Finding(identity, kind, severity, title, explanation, rule=rule)
