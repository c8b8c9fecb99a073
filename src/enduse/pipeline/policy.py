"""What a match comes to: severities, outcomes, and the version both stand under.

The legal consequence of a listing (its measures) and how sure the match is are two
things; the severity of a finding weighs both. A freeze on a near-certain match asks
for a stop; everything else above the threshold asks for a person.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass

from enduse.model import Finding, Match, Outcome, RuleRef, Severity

LISTED = RuleRef("listed-party", "1")
MENTION = RuleRef("listed-party-in-text", "1")
FRESHNESS = RuleRef("library-freshness", "1")

SEVERITIES: tuple[Severity, ...] = ("info", "low", "medium", "high", "critical")
OUTCOMES: tuple[Outcome, ...] = ("clear", "review", "stop")
SURE_SCORE = 0.95  # from here on a name alone is as good as the list's own spelling

_BLOCKING = {"asset_freeze", "denied_export"}
_NOTICE = {"watch", "unknown"}


@dataclass(frozen=True, slots=True)
class Policy:
    """A firm's choices. *Units*: scores in 0..1.

    `threshold`: a match below it is not reported. `sure`: from here on a match on a
    blocking list proposes a stop.
    """

    threshold: float
    sure: float = SURE_SCORE


def severity(
    match: Match, measures: Iterable[str], policy: Policy, *, ended: bool = False
) -> Severity:
    """How much a match matters, from its score and what its listing entails.

    A listing that has `ended` is told for information: it bars nothing any more.
    """
    if ended:
        return "info"
    entailed = set(measures) or {"unknown"}
    sure = match.score >= policy.sure
    if entailed & _BLOCKING:
        return "critical" if sure else "high"
    if entailed <= _NOTICE:
        return "medium" if sure else "low"
    return "high" if sure else "medium"


def outcome(findings: Iterable[Finding], *, unreadable: bool) -> Outcome:
    """What the findings come to. `unreadable`: a part of the subject wasn't read.

    Findings about the library itself (`stale_source`, `missing_source`,
    `sample_library`) qualify an outcome without changing it: they hold for every
    subject of a run alike, and each assessment carries them.
    """
    about_subject = {f.severity for f in findings if f.rule != FRESHNESS}
    found = proposed(about_subject)
    return "review" if unreadable and found == "clear" else found


def proposed(severities: Collection[Severity]) -> Outcome:
    """What findings of these severities come to."""
    if "critical" in severities:
        return "stop"
    return "review" if set(severities) - {"info"} else "clear"
