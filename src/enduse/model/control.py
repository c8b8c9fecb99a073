"""How a control list bears on goods."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from enduse.model.cite import Cite

Via = Literal["stated", "mapped", "classified", "part"]
Grade = Literal["official", "corroborated", "own_mapping", "user"]


@dataclass(frozen=True, slots=True)
class Control:
    """One entry of a control list that bears on a code, on the day asked for.

    `list` is the list's short name (`chpl`); `code` the list's own code, `edition` its
    classification; `hs6` the code it was reached from and `via` how: stated in the
    document, mapped from another edition, classified from the description, or a part
    number. `p` is the probability that the goods fall under `code`, 1.0 when stated.
    `grade` says how sure the entry itself is. `ask` are the questions to put to the
    customer next, `ordinary_uses` the everyday goods under the same code.
    """

    list: str
    code: str
    hs6: str
    via: Via
    p: float = 1.0
    tier: str = ""
    title: str = ""
    edition: str = ""
    since: date | None = None
    until: date | None = None
    grade: Grade = "official"
    cites: tuple[Cite, ...] = ()
    ask: tuple[str, ...] = ()
    ordinary_uses: tuple[str, ...] = ()
