"""What a message or a file says, one value at a time, with its place."""

from dataclasses import dataclass
from decimal import Decimal

from enduse.model.origin import Origin
from enduse.model.party import Party


@dataclass(frozen=True, slots=True)
class Amount:
    """Money. `currency` is ISO 4217; `value` is exact."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Text:
    """Words outside party fields: remittance, purpose, narrative, unmapped text."""

    text: str


@dataclass(frozen=True, slots=True)
class Fact:
    """A value, the role it has in its message, and where it stands.

    `role` is snake case: for a Party its own role; for an Amount `instructed`,
    `settled`, ...; for a Text `remittance`, `purpose`, `reference`, `unmapped`, ...
    """

    role: str
    value: Party | Amount | Text
    origin: Origin
