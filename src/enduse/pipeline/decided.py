"""Decisions applied to findings: shown as applied, or shown as lapsed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from enduse.library.decisions import Decisions
from enduse.library.prints import listing_print, party_print, words_in_text
from enduse.library.store import Library
from enduse.model import Evidence, Finding, Subject
from enduse.model.decision import Decision
from enduse.names.explain import recognised


class Decided:
    """Applies the decisions of one home folder to findings on listed parties.

    One on words inside a text holds wherever those words stand.

    A finding decided `not_same` stays, as information, with the decision beside it;
    one whose decision has lapsed keeps its severity and says why it lapsed.
    """

    def __init__(self, library: Library, as_of: date) -> None:
        self._library = library
        self._as_of = as_of
        self._decisions = Decisions(library.folder.parent)
        self._listings = self._decisions.listings

    def applied(self, subject: Subject, finding: Finding) -> Finding:
        """The finding as it stands after what people decided about its pair."""
        match = finding.match
        if not match or match.listing_id not in self._listings:
            return finding
        words = recognised(match)
        if not finding.party and not words:
            return finding
        party = finding.party or words_in_text(words)
        whose = finding.party and subject.kind == "customer"
        ref = subject.ref if whose else ""
        made = party_print(party)
        known = self._decisions.on(match.listing_id, made, ref, day=self._as_of)
        if not known:
            return finding
        newest = next((d for d in known if self._is_of(d, made)), known[0])
        why = self._lapse(newest, made)
        return _lapsed(finding, newest, why) if why else _with(finding, newest)

    def _is_of(self, decision: Decision, party: str) -> bool:
        """Whether it was taken by then, of the party as it is: the newest one counts.

        An older one that says otherwise does not hold again when that one lapses.
        """
        return decision.taken <= self._as_of and decision.party_print == party

    def _lapse(self, decision: Decision, party: str) -> str:
        """Why a decision no longer holds, or ''."""
        if decision.taken > self._as_of:
            return "it was taken after the day of this run"
        if decision.until and decision.until < self._as_of:
            return f"it held until {decision.until}"
        if decision.party_print != party:
            return "the party is described otherwise now"
        listing = self._library.listing(decision.listing_id)
        if listing and decision.listing_print != listing_print(listing):
            return "the listing was changed by its publisher"
        return ""


def _with(finding: Finding, decision: Decision) -> Finding:
    verdict = "the same" if decision.verdict == "same" else "not the same"
    until = f", until {decision.until}" if decision.until else ""
    said = f"{verdict}, because {decision.reason}"
    head = f"Decided by {decision.by} on {decision.taken}{until}"
    changed = replace(
        finding,
        explanation=f"{finding.explanation}\n{head}: {said}.",
        evidence=_shown(finding.evidence, head, said),
    )
    if decision.verdict == "same":
        return replace(changed, title=f"{finding.title} (confirmed)")
    title = f"{finding.title} (decided: not the same)"
    return replace(changed, severity="info", title=title)


def _lapsed(finding: Finding, decision: Decision, why: str) -> Finding:
    verdict = "the same" if decision.verdict == "same" else "not the same"
    head = f"A decision by {decision.by} of {decision.taken} has lapsed"
    said = f"{verdict}, because {decision.reason}; lapsed since {why}"
    return replace(
        finding,
        explanation=f"{finding.explanation}\n{head}: {said}.",
        evidence=_shown(finding.evidence, head, said),
    )


def _shown(before: Sequence[Evidence], label: str, value: str) -> tuple[Evidence, ...]:
    return (*before, Evidence(label, value))
