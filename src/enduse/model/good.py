"""One line of goods, as a document states it."""

from dataclasses import dataclass

from enduse.model.origin import Origin
from enduse.model.party import Identifier
from enduse.model.quantity import Amount, Quantity


@dataclass(frozen=True, slots=True)
class Good:
    """Goods that an input names: what is said of them, nothing found out yet.

    `description` is the text as written, lines joined by blanks; `codes` are what the
    document states, with a scheme of `hs`, `cn`, `hts`, `tnved`, `eccn`, `cas`, `part`
    (a maker's part number), `buyer_part`, `unspsc` or `other`; `line` is the document's
    own line number or mark; `origin_country` is ISO 3166 alpha-2, empty where unknown;
    `maker` is the manufacturer or brand as written.
    """

    description: str
    origin: Origin
    line: str = ""
    codes: tuple[Identifier, ...] = ()
    maker: str = ""
    quantity: Quantity | None = None
    net_weight: Quantity | None = None
    gross_weight: Quantity | None = None
    unit_price: Amount | None = None
    value: Amount | None = None
    origin_country: str = ""
