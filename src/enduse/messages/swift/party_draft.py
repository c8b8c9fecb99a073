"""A party while the lines of its field are being read."""

from dataclasses import dataclass, field

from enduse.messages.said_numbers import with_what_they_say
from enduse.messages.swift.reading import Reading
from enduse.messages.telegraphic import with_signs
from enduse.model import Address, DateSpan, Identifier, Party, PartyKind, PartyName


@dataclass(slots=True)
class Draft:
    """What was read of a party so far."""

    role: str
    locator: str
    kind: PartyKind = "unknown"
    names: list[PartyName] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    births: list[DateSpan] = field(default_factory=list)
    birth_places: list[str] = field(default_factory=list)
    addresses: list[Address] = field(default_factory=list)

    def finished(self, reading: Reading) -> Party:
        """The party as a record."""
        return Party(
            role=self.role,
            origin=reading.origin.at(self.locator),
            names=tuple(with_signs(self.names)),
            kind=self.kind,
            identifiers=with_what_they_say(self.identifiers),
            birth_dates=tuple(self.births),
            birth_places=tuple(self.birth_places),
            addresses=tuple(self.addresses),
        )
