"""How much: of money, and of anything else, in the unit that was written."""

from dataclasses import dataclass
from decimal import Decimal

from enduse.model.quick import quick


@quick
@dataclass(frozen=True, slots=True)
class Amount:
    """Money. `currency` is ISO 4217; `value` is exact."""

    value: Decimal
    currency: str


@dataclass(frozen=True, slots=True)
class Quantity:
    """A count, weight or measure. `value` is exact.

    `unit` is a UN/ECE Recommendation 20 code where it could be told (`KGM`, `H87` for
    pieces, `MTR`), else the word as written, else empty.
    """

    value: Decimal
    unit: str = ""
