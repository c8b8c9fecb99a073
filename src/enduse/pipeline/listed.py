"""From a match to a finding: who, on which list, under which law, and why."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from enduse.library.store import Library
from enduse.model import (
    Cite,
    Finding,
    Listing,
    Match,
    Origin,
    Party,
    RuleRef,
    Subject,
)
from enduse.names.explain import how_alike
from enduse.pipeline.identity import finding_id
from enduse.pipeline.policy import LISTED, MENTION, Policy, severity

_NO_CARD_CITES: tuple[Cite, ...] = ()


@dataclass
class ListedFindings:
    """Makes findings of matches; remembers the listings it looked up."""

    library: Library
    policy: Policy
    as_of: date
    _listings: dict[str, Listing | None] = field(default_factory=dict)
    _titles: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        states = {state.card.id: state.card for state in self.library.states()}
        self._titles = {source: card.title for source, card in states.items()}
        self._law = {source: card.law for source, card in states.items()}

    def of_party(
        self, subject: Subject, parties: Sequence[Party], match: Match
    ) -> Finding:
        """The finding on one party, which may play several roles in the subject."""
        who = f"{roles_of(parties)} {_as_read(parties[0], match)}"
        found = parties[0], origins_of(parties)
        return self._finding(subject, LISTED, match, who, found)

    def of_mention(self, subject: Subject, match: Match, origin: Origin) -> Finding:
        """The finding on a listed name that stands inside a text of the subject."""
        who = f"text at {origin.locator}"
        return self._finding(subject, MENTION, match, who, (None, (origin,)))

    def _finding(
        self,
        subject: Subject,
        rule: RuleRef,
        match: Match,
        who: str,
        found: tuple[Party | None, tuple[Origin, ...]],
    ) -> Finding:
        party, origins = found
        listing = self._listing(match.listing_id)
        measures = listing.measures if listing else ()
        basis = listing.legal_basis if listing else ()
        title = self._titles.get(match.source, match.source)
        ended = listing is not None and listing.has_ended(self.as_of)
        until = f", ended {listing.valid_to}" if listing and ended else ""
        return Finding(
            id=finding_id(rule, subject, origins, self.as_of, match.listing_id),
            kind="listed_party",
            severity=severity(match, measures, self.policy, ended=ended),
            title=f"{match.name}: {title}{until}",
            explanation=self._explanation(who, match, listing),
            party=party,
            match=match,
            rule=rule,
            origins=origins,
            cites=basis or self._law.get(match.source, _NO_CARD_CITES),
            measures=measures,
            same_subject=self.library.subjects.same_as(match.listing_id),
        )

    def _listing(self, listing_id: str) -> Listing | None:
        if listing_id not in self._listings:
            self._listings[listing_id] = self.library.listing(listing_id)
        return self._listings[listing_id]

    def _explanation(self, who: str, match: Match, listing: Listing | None) -> str:
        title = self._titles.get(match.source, match.source)
        how = how_alike(match)
        said = [f"The {who} {how} {match.name!r}, listed as {match.listing_id}"]
        if listing and listing.name != match.name:
            said.append(f" ({listing.name})")
        said.append(f" on: {title}")
        if listing and listing.programmes:
            said.append(f", programme {', '.join(listing.programmes)}")
        if listing and listing.listed_on:
            said.append(f", since {listing.listed_on}")
        if listing and listing.valid_to:
            said.append(f", until {listing.valid_to}")
        parts = "; ".join(f"{p.feature} {p.weight:+.2f}" for p in match.parts)
        return f"{''.join(said)}. Score {match.score:.2f} = {parts}."


def roles_of(parties: Sequence[Party]) -> str:
    """The roles that one party plays, in words."""
    roles = dict.fromkeys(party.role.replace("_", " ") for party in parties)
    return ", ".join(roles) or "party"


def origins_of(parties: Sequence[Party]) -> tuple[Origin, ...]:
    """Where one party stands, each place once."""
    return tuple(dict.fromkeys(party.origin for party in parties))


def _as_read(party: Party, match: Match) -> str:
    """What a party is called, and which of what its name says was found."""
    read = next((p.query for p in match.parts if p.feature == "name"), "")
    if not read or read == party.name:
        return repr(party.name)
    if any(name.text == read for name in party.names):
        return repr(read)
    return f"{party.name!r}, read as {read!r},"
