"""One cell of trade statistics."""

from dataclasses import dataclass
from typing import Literal

from enduse.model.origin import Origin

Direction = Literal["X", "M", "RX", "RM"]
CellStatus = Literal["reported", "missing", "confidential"]


@dataclass(frozen=True, slots=True)
class Flow:
    """What one reporter says of one product, partner, period and direction.

    `reporter`, `partner` and `partner2` are ISO 3166 alpha-2, or an aggregate's own
    name from `enduse.flows.areas` (`WORLD`, `EU27_2020`, `OTHER_ASIA`); `product` is
    digits with every zero, or `TOTAL`; `edition` names its classification (`HS2017`,
    `CN2022`); `period` is `2023` or `2023-04`. `direction` is X export, M import, RX
    re-export, RM re-import. `value` is in whole units of `currency` (ISO 4217), None
    where missing: a zero is a zero. `quantity` is in `unit`, `net_kg` in kilograms.
    `valuation` is `CIF`, `FOB` or empty where unknown.
    """

    reporter: str
    partner: str
    product: str
    edition: str
    period: str
    direction: Direction
    origin: Origin
    value: float | None = None
    currency: str = ""
    valuation: str = ""
    partner2: str = ""
    quantity: float | None = None
    unit: str = ""
    net_kg: float | None = None
    status: CellStatus = "reported"
    value_estimated: bool = False
    quantity_estimated: bool = False
