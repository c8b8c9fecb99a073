"""What a message or a file says, one value at a time, with its place."""

from dataclasses import dataclass

from enduse.model.good import Good
from enduse.model.origin import Origin
from enduse.model.party import Party
from enduse.model.quantity import Amount, Quantity
from enduse.model.quick import quick
from enduse.model.route import Route


@quick
@dataclass(frozen=True, slots=True)
class Text:
    """Words outside party fields: remittance, purpose, narrative, unmapped text."""

    text: str


@quick
@dataclass(frozen=True, slots=True)
class Fact:
    """A value, the role it has in its message, and where it stands.

    `role` is snake case: for a Party its own role; for an Amount `instructed`,
    `settled`, ...; for a Text `remittance`, `purpose`, `reference`, `unmapped`, ...;
    trade documents use the words of `enduse.messages.trade.roles`. `confidence` is
    1.0 for a value its format marks as such, less where a reader had to guess from
    words and layout.
    """

    role: str
    value: Party | Good | Route | Amount | Quantity | Text
    origin: Origin
    confidence: float = 1.0
