"""EU acts by their CELEX number: what to call one, where it stands, what it entails.

*Source*: https://eur-lex.europa.eu/content/tools/eur-lex-celex-infographic-A3.pdf
(CELEX: sector, year, type, number); the articles named at each annex below.
"""

import re

from enduse.model import Cite, Measure

CELEX_URL = "https://eur-lex.europa.eu/legal-content/EN/TXT/?uri=CELEX:"
_CELEX = re.compile(r"3(\d{4})([RDL])(\d{4})$")
_MEASURES: dict[str, tuple[Measure, ...]] = {
    "asset freeze": ("asset_freeze",),
    "export control": ("export_control",),
    "transportation restrictions": ("transport_restriction",),
    "financial restrictions": ("financial_restriction",),
    "services ban": ("transaction_restriction",),
    "investment ban": ("investment_restriction",),
    "travel ban": ("travel_ban",),
    "trade ban": ("export_control",),
}
# Annexes whose article bars every transaction with the party, beyond the measure
# the table names. Regulation (EU) No 833/2014: Article 5aa (XIX), 5h as amended by
# Regulation (EU) 2025/1494 (XIV), 5ac (XLIV), 5ad (XLV), 5ae (XLVII).
_NO_TRANSACTIONS = {
    "32014R0833": frozenset({"XIX", "XIV", "XLIV", "XLV", "XLVII"}),
}


def is_celex(text: str) -> bool:
    """Whether `text` is the CELEX number of a regulation, decision or directive."""
    return bool(_CELEX.match(text))


def title(celex: str) -> str:
    """The usual short title of an act, or its CELEX number as it stands.

    *Example*

    >>> title("32014R0833"), title("32024R1485")
    ('Regulation (EU) No 833/2014', 'Regulation (EU) 2024/1485')
    >>> title("32010D0573")
    'Decision 2010/573/CFSP'
    """
    match = _CELEX.match(celex)
    if not match:
        return celex
    year, kind, number = int(match[1]), match[2], int(match[3])
    if kind == "D":
        return f"Decision {'(CFSP) ' if year >= 2015 else ''}{year}/{number}" + (
            "" if year >= 2015 else "/CFSP"
        )
    word = "Regulation" if kind == "R" else "Directive"
    if year >= 2015:
        return f"{word} (EU) {year}/{number}"
    return f"{word} ({'EU' if year >= 2010 else 'EC'}) No {number}/{year}"


def cite(celex: str, section: str = "") -> Cite:
    """The act with its place on EUR-Lex."""
    return Cite(title(celex), CELEX_URL + celex if is_celex(celex) else "", section)


def measures(said: str, celex: str, annex: str) -> tuple[Measure, ...]:
    """What a listing in this annex entails. *Unknown*: `unknown` for a new word."""
    found = _MEASURES.get(said.strip().lower(), ("unknown",))
    root = re.split(r"[.\s(]", annex.strip())[0].upper()
    barred = root in _NO_TRANSACTIONS.get(celex, frozenset())
    extra: tuple[Measure, ...] = ("transaction_restriction",) if barred else ()
    return tuple(dict.fromkeys((*found, *extra)))
