"""From an address to a finding: what is listed at the house of a party.

An address that a list designates as such is a finding like a listed name. Another
party's is no finding on identity: the one who trades from a listed party's door may be
that party under another name, or a neighbour, and a person is asked to look.
"""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from enduse.library.store import Library
from enduse.model import (
    Evidence,
    Finding,
    Listing,
    Match,
    Part,
    Party,
    RuleRef,
    Subject,
)
from enduse.names.houses import Neighbour
from enduse.names.priority import consequence, priority
from enduse.names.score import total
from enduse.pipeline.identity import finding_id
from enduse.pipeline.listed import origins_of, roles_of
from enduse.pipeline.policy import Policy, severity

LISTED_ADDRESS = RuleRef("listed-address", "1")
SHARED_ADDRESS = RuleRef("shared-address", "1")
_IS_ADDRESS = re.compile(r"(listed |high.risk )?address(es)?( no\.?)? ?\d*", re.I)
_SURE = 4.0  # log-odds that an address written alike is the one that is listed
_TOLD = 5  # listings named in one finding


@dataclass
class HousedFindings:
    """Makes findings of the listings at the addresses of a party."""

    library: Library
    policy: Policy
    as_of: date

    def of_party(
        self,
        subject: Subject,
        parties: Sequence[Party],
        met: Sequence[Neighbour],
        known: Collection[str],
    ) -> Iterator[Finding]:
        """The findings on one party; `known` are listings that it may itself be."""
        others: list[tuple[Listing, Neighbour]] = []
        for neighbour in met:
            listing = self.library.listing(neighbour.listing_id)
            if listing is None or listing.has_ended(self.as_of):
                continue
            if is_address(listing):
                yield self._listed(subject, parties, listing, neighbour)
            else:
                others.append((listing, neighbour))
        if others and not self._is_told(others, known):
            yield self._shared(subject, parties, others)

    def _is_told(
        self, others: Sequence[tuple[Listing, Neighbour]], known: Collection[str]
    ) -> bool:
        """Whether another finding holds the party against one of them already."""
        same = self.library.subjects.same_as
        told = {*known, *(other for one in known for other in same(one))}
        return any(listing.id in told for listing, _ in others)

    def _parties(self, listings: Sequence[Listing]) -> int:
        """How many parties listings are of: one may stand on several lists."""
        same = self.library.subjects.same_as
        return len({min(one.id, *same(one.id)) for one in listings})

    def _listed(
        self,
        subject: Subject,
        parties: Sequence[Party],
        listing: Listing,
        at: Neighbour,
    ) -> Finding:
        origins = origins_of(parties)
        detail = "the same house, and the same part of it as far as both say"
        part = Part("address", 0.0, at.ours, at.theirs, detail, _SURE)
        sure, parts = total([part])
        queue = priority(sure, consequence(listing.measures), 1.0)
        match = Match(listing.id, listing.source, listing.name, sure, queue, parts)
        return Finding(
            id=finding_id(LISTED_ADDRESS, subject, origins, self.as_of, listing.id),
            kind="listed_address",
            severity=severity(match, listing.measures, self.policy),
            title=f"Listed address: {at.theirs}",
            explanation=(
                f"The address of the {_who(parties)}, {at.ours!r}, is an address that "
                f"is itself listed, as {listing.id} ({listing.name}): {at.theirs!r}. "
                "Who trades from it is asked for, whatever the name."
            ),
            party=parties[0],
            match=match,
            rule=LISTED_ADDRESS,
            origins=origins,
            cites=listing.legal_basis,
            measures=listing.measures,
        )

    def _shared(
        self,
        subject: Subject,
        parties: Sequence[Party],
        others: Sequence[tuple[Listing, Neighbour]],
    ) -> Finding:
        origins = origins_of(parties)
        first, at = others[0]
        count = self._parties([listing for listing, _ in others]) - 1
        more = f" and {count} more" if count else ""
        evidence = tuple(
            Evidence(f"{listing.name} ({listing.id})", neighbour.theirs, listing.origin)
            for listing, neighbour in others[:_TOLD]
        )
        return Finding(
            id=finding_id(SHARED_ADDRESS, subject, origins, self.as_of, first.id),
            kind="shared_address",
            severity="low",
            title=f"At the address of {first.name}{more}",
            explanation=(
                f"The {_who(parties)} has the address {at.ours!r}; {first.name}, "
                f"listed as {first.id}, has {at.theirs!r}{more and f',{more} too'}. "
                "Nothing else says that they are one: a designated firm's new name, a "
                "sister, or a neighbour. Ask who owns and runs it, and since when."
            ),
            party=parties[0],
            rule=SHARED_ADDRESS,
            origins=origins,
            cites=first.legal_basis,
            evidence=evidence,
        )


def is_address(listing: Listing) -> bool:
    """Whether what is listed is an address itself: named so, or by its own lines.

    *Source*: 89 FR 51644, which lets the US Entity List hold addresses alone.
    """
    places = {_plain(address.text) for address in listing.addresses}
    lines = {_plain(", ".join(address.lines)) for address in listing.addresses}
    return bool(places) and all(
        _IS_ADDRESS.fullmatch(name.text.strip()) or _plain(name.text) in places | lines
        for name in listing.names
    )


def _plain(text: str) -> str:
    return " ".join(re.findall(r"\w+", text.casefold()))


def _who(parties: Sequence[Party]) -> str:
    return f"{roles_of(parties)} {parties[0].name!r}"
