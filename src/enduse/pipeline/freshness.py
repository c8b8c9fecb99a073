"""What is to be said of the library itself: stale, missing, or only the sample."""

from datetime import date

from enduse.library.store import Library, SourceState
from enduse.model import Finding, Severity
from enduse.pipeline.identity import digest
from enduse.pipeline.policy import FRESHNESS


def findings(library: Library, as_of: date) -> tuple[Finding, ...]:
    """The findings that every assessment of a run carries, in a fixed order."""
    if library.is_sample:
        return (_sample(as_of),)
    stale = [_stale(s, as_of) for s in library.states() if s.is_stale(as_of)]
    missing = library.missing()
    if not missing:
        return tuple(stale)
    titles = ", ".join(card.title for card in missing)
    remedy = f"enduse update {' '.join(card.id for card in missing)}"
    return (
        *stale,
        _finding(
            "missing_source",
            "high",
            f"Not screened against: {titles}",
            "These lists are expected and not in the library, so nothing here says "
            f"that a party is not on them. Remedy: {remedy}",
            as_of,
        ),
    )


def _stale(state: SourceState, as_of: date) -> Finding:
    card, age = state.card, state.age_days(as_of)
    severity: Severity = "high" if age > 4 * card.max_age_days else "medium"
    remedy = card.id if card.urls else "--from FILE"
    return _finding(
        "stale_source",
        severity,
        f"{card.title} is {age} days old",
        f"Its snapshot {state.snapshot.info.sha256[:12]} stands for {state.dated}; "
        f"this list should be no older than {card.max_age_days} days. Designations "
        f"made since are not in it. Remedy: enduse update {remedy}",
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
