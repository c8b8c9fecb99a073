"""UK sanctions regimes: the regulations behind a regime's name, and what they impose.

*Source*: Sanctions and Anti-Money Laundering Act 2018,
https://www.legislation.gov.uk/ukpga/2018/13/contents, and the regulations made under
it, by their numbers on legislation.gov.uk.
"""

import re
from collections.abc import Iterable

from enduse.model import Cite, Measure

ACT = Cite(
    "Sanctions and Anti-Money Laundering Act 2018",
    "https://www.legislation.gov.uk/ukpga/2018/13/contents",
)
_UKSI = "https://www.legislation.gov.uk/uksi/"
# How a unique id begins, a word of the regime's name, and its statutory instrument.
_REGIMES: tuple[tuple[str, str, str], ...] = (
    ("RUS", "russia", "2019/855"),
    ("BEL", "belarus", "2019/600"),
    ("DPR", "democratic people's republic of korea", "2019/411"),
    ("SYR", "syria", "2019/792"),
    ("MYA", "myanmar", "2021/496"),
    ("GHR", "global human rights", "2020/680"),
    ("GAC", "global anti-corruption", "2021/488"),
    ("CYB", "cyber", "2020/597"),
    ("CHW", "chemical weapons", "2019/618"),
    ("AFG", "afghanistan", "2020/948"),
    ("AQD", "isil", "2019/466"),
    ("CTI", "counter-terrorism (international", "2019/573"),
)
_SHIP = r"\bships?\b|\bports?\b|crew|flag|charter|aircraft|transport|vessel"
_WORDS: tuple[tuple[str, Measure], ...] = (
    (r"asset freeze", "asset_freeze"),
    (r"travel ban", "travel_ban"),
    (
        r"trust services|correspondent|securities|money-market|loan|financial|bank",
        "financial_restriction",
    ),
    (_SHIP, "transport_restriction"),
    (r"arms embargo|\btrade\b|export|technical assistance", "export_control"),
    (r"business arrangements|investment", "investment_restriction"),
    (r"internet|representative offices|director", "transaction_restriction"),
)


def measures(imposed: Iterable[str]) -> tuple[Measure, ...]:
    """What the sanctions named come to. *Unknown*: `unknown` where none is known.

    *Example*

    >>> measures(["Asset freeze|Travel Ban|Trust services"])
    ('asset_freeze', 'travel_ban', 'financial_restriction')
    """
    found: dict[Measure, None] = {}
    for part in re.split(r"[|;]", "|".join(imposed)):
        matching = [m for words, m in _WORDS if re.search(words, part, re.IGNORECASE)]
        found.update(dict.fromkeys(matching[:1]))
    return tuple(found) or ("unknown",)


def basis(regime: str, unique_id: str) -> tuple[Cite, ...]:
    """The regulations of the regime where known, and the Act they are made under."""
    for prefix, words, number in _REGIMES:
        if words in regime.lower() or (not regime and unique_id.startswith(prefix)):
            named = f"{regime or words.title()} sanctions regulations, S.I. {number}"
            title = regime if "Regulations" in regime else named
            return (Cite(title, f"{_UKSI}{number}/contents"), ACT)
    return (Cite(regime), ACT) if "Regulations" in regime else (ACT,)
