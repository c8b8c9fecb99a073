"""What a question is asked of: who, with whom, which goods, when, in which money."""

from dataclasses import dataclass, field

import polars as pl

from enduse.flows.currency import Rate
from enduse.flows.windows import Window

TOTAL = "TOTAL"


@dataclass(frozen=True, slots=True)
class Goods:
    """The goods asked for: codes of any length, and codes taken out of them.

    A code stands for all that begins with it; `TOTAL` for all goods. No code at all
    stands for all goods too. `name` is the list they come from, `edition` the
    classification it is written in, both empty where codes were typed.
    """

    codes: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    name: str = ""
    edition: str = ""

    @property
    def everything(self) -> bool:
        """Whether all goods are asked for."""
        return not self.codes or TOTAL in self.codes

    def __str__(self) -> str:
        shown = self.name or ", ".join(self.codes[:6])
        if not self.name and len(self.codes) > 6:
            shown += f" and {len(self.codes) - 6} more codes"
        less = f" less {', '.join(self.without[:6])}" if self.without else ""
        return (shown or "all goods") + less


@dataclass(frozen=True, slots=True)
class Query:
    """A selection of cells. Empty means all; `window` None means all periods.

    `members` names the roles (`reporter`, `partner`) whose aggregates are taken member
    by member; `monthly` leaves out the rows of whole years. `known` may hold who filed
    what (`enduse.library.statistics_filings`): then no cell is read for that.
    `rates` turn other currencies into `currency`; without them cells in other
    currencies are left out, and said to be.
    """

    reporters: tuple[str, ...] = ()
    partners: tuple[str, ...] = ()
    goods: Goods = field(default_factory=Goods)
    direction: str = ""
    window: Window | None = None
    currency: str = ""
    rates: tuple[Rate, ...] = ()
    sources: tuple[str, ...] = ()
    members: tuple[str, ...] = ()
    monthly: bool = False
    known: pl.DataFrame | None = field(default=None, compare=False, repr=False)


def words(query: Query) -> str:
    """The selection as a reader would say it."""
    who = ", ".join(query.reporters) or "all reporters"
    whom = ", ".join(query.partners) or "all partners"
    way = {"M": "imports of", "RX": "re-exports of", "RM": "re-imports of"}
    verb, link = way.get(query.direction, "exports of"), "to"
    link = "from" if query.direction in ("M", "RM") else link
    when = f", {query.window}" if query.window else ""
    return f"{verb} {who} {link} {whom}: {query.goods}{when}"
