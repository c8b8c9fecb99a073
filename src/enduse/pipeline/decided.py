"""Decisions applied to findings: shown as applied, or shown as lapsed."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from enduse.library.decisions import Decisions
from enduse.library.prints import listing_print, party_print, words_in_text
from enduse.library.store import Library
from enduse.model import Evidence, Finding, Party, Subject
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
        """The finding as it stands after what people decided about its pair.

        The newest decision of the party as it is counts: an older one that says
        otherwise does not hold again when that one lapses. One of a later day has no
        part in it, so that an earlier result can be had again byte for byte.
        """
        match = finding.match
        if not match or match.listing_id not in self._listings:
            return finding
        words = recognised(match)
        if not finding.party and not words:
            return finding
        party = finding.party or words_in_text(words)
        whose = finding.party and subject.kind == "customer"
        found = self.of(match.listing_id, party, subject.ref if whose else "")
        if not found:
            return finding
        newest, why = found
        return _lapsed(finding, newest, why) if why else _with(finding, newest)

    def of(
        self, listing_id: str, party: Party, ref: str = ""
    ) -> tuple[Decision, str] | None:
        """The decision on a party and a listing, and why it lapsed, if it did.

        `ref` is what the firm calls the party: a decision on it as it was otherwise
        is told, too.
        """
        made = party_print(party)
        known = [
            one
            for one in self._decisions.on(listing_id, made, ref, day=self._as_of)
            if one.taken <= self._as_of  # a later one was not known on that day
        ]
        if not known:
            return None
        newest = next((d for d in known if d.party_print == made), known[0])
        return newest, self._lapse(newest, made)

    def _lapse(self, decision: Decision, party: str) -> str:
        """Why a decision no longer holds, or ''."""
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
