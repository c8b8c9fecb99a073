"""What an OFAC listing entails and under which law: by list, programme and directive.

*Source*: OFAC, "Program Tag Definitions for OFAC Sanctions Lists"; the lists' own
pages (SSI, CAPTA, NS-MBS, NS-CMIC, NS-PLC, FSE); directives under EO 13662 and
EO 14024; section 235(a) of CAATSA (22 USC 9529).
"""

import re
from collections.abc import Iterable, Sequence

from enduse.model import Cite, Measure

TAGS_URL = (
    "https://ofac.treasury.gov/specially-designated-nationals-list-sdn-list/"
    "program-tag-definitions-for-ofac-sanctions-lists"
)
# What a tag means on the non-SDN list. A tag of a blocking programme there belongs
# to the party's entry on the SDN list and adds nothing by itself.
_NON_SDN: dict[str, tuple[Measure, ...]] = {
    "NS-PLC": ("transaction_restriction",),
    "UKRAINE-EO13662": ("financial_restriction",),
    "RUSSIA-EO14024": ("financial_restriction",),
    "561-RELATED": ("financial_restriction",),
    "HIFPAA": ("financial_restriction",),
    "FSE-IR": ("transaction_restriction",),
    "FSE-SY": ("transaction_restriction",),
    "CMIC-EO13959": ("investment_restriction",),
    "CCMC-EO13959": ("investment_restriction",),
    "BELARUS-EO14038": ("financial_restriction",),
    "BURMA-EO14014": ("financial_restriction",),
    "ILLICIT-DRUGS-EO14059": ("financial_restriction",),
    "MBS": ("financial_restriction",),
}
NON_SDN_TAGS = frozenset(
    {"NS-PLC", "UKRAINE-EO13662", "561-RELATED", "FSE-IR", "FSE-SY", "CMIC-EO13959"}
)
_LAWS = {
    "SDGT": "Executive Order 13224",
    "SDNTK": "Foreign Narcotics Kingpin Designation Act, 21 USC 1901-1908",
    "SDNT": "Executive Order 12978",
    "NPWMD": "Executive Order 13382",
    "FTO": "Immigration and Nationality Act, section 219",
    "CUBA": "Cuban Assets Control Regulations, 31 CFR part 515",
    "TCO": "Executive Order 13581",
    "GLOMAG": "Executive Order 13818",
    "MAGNIT": "Sergei Magnitsky Rule of Law Accountability Act of 2012",
    "CYBER2": "Executive Order 13694, as amended by Executive Order 13757",
    "CYBER3": "Executive Order 13694, as amended",
    "NS-PLC": "Global Terrorism Sanctions Regulations, 31 CFR part 594",
    "561-RELATED": "31 CFR part 561",
    "FSE-IR": "Executive Order 13608",
    "FSE-SY": "Executive Order 13608",
    "IFSR": "Iranian Financial Sanctions Regulations, 31 CFR part 561",
    "IRAN": "Executive Order 13599",
    "SYRIA": "Executive Order 13582",
    "DPRK": "Executive Order 13551",
    "DPRK2": "Executive Order 13687",
    "DPRK3": "Executive Order 13722",
    "DPRK4": "Executive Order 13810",
    "CAATSA - RUSSIA": "Countering America's Adversaries Through Sanctions Act",
    "CAATSA - IRAN": "Countering America's Adversaries Through Sanctions Act",
    "PEESA": "Protecting Europe's Energy Security Act of 2019",
    "HIFPAA": "Hizballah International Financing Prevention Act of 2015",
    "UHRPA": "Uyghur Human Rights Policy Act of 2020",
    "MBS": "Non-SDN Menu-Based Sanctions List",
}
_ORDER = re.compile(r"EO ?(\d{5})$")

# What the words of a directive or a menu of sanctions bar, most of them CAATSA 235(a).
_MENU_WORDS: tuple[tuple[str, Measure], ...] = (
    (r"13662 Directive .*Directive [123]\b", "financial_restriction"),
    (r"13662 Directive .*Directive 4\b", "export_control"),
    (r"(14024|14014|14038|14065) Directive", "financial_restriction"),
    (r"\(CMIC\)", "investment_restriction"),
    (r"export sanctions", "export_control"),
    (r"export-import bank|loans from", "financial_restriction"),
    (r"correspondent account|payable-through", "financial_restriction"),
    (r"foreign exchange|banking transactions", "financial_restriction"),
    (r"property transactions", "transaction_restriction"),
    (r"procurement", "procurement_restriction"),
    (r"equity or debt", "investment_restriction"),
    (r"corporate officers|visa", "travel_ban"),
    (r"blocking property|property blocked", "asset_freeze"),
)
_MENU = tuple((re.compile(p, re.IGNORECASE), m) for p, m in _MENU_WORDS)
_MENU_LABEL = re.compile(
    r"(Executive Order .*(Directive|information)|CAATSA Section|PEESA Information|"
    r"Listing Date \(|Caesar Act)",
    re.IGNORECASE,
)
# The sanctions types of the advanced and enhanced exports.
_TYPES: tuple[tuple[re.Pattern[str], tuple[Measure, ...]], ...] = (
    (re.compile(r"^block", re.IGNORECASE), ("asset_freeze",)),
    (re.compile(r"^reject", re.IGNORECASE), ("transaction_restriction",)),
    (re.compile(r"13662 Sectoral Directive 4"), ("export_control",)),
    (re.compile(r"Directive"), ("financial_restriction",)),
    (re.compile(r"561|NDAA|14059 Non-blocking"), ("financial_restriction",)),
    (re.compile(r"13959|CMIC"), ("investment_restriction",)),
)


def of_programmes(source: str, programmes: Iterable[str]) -> tuple[Measure, ...]:
    """What the list itself and its programme tags entail."""
    if source == "us-ofac-sdn":
        return ("asset_freeze",)
    found = (m for tag in programmes for m in _NON_SDN.get(tag.upper(), ()))
    return tuple(dict.fromkeys(found))


def of_statement(label: str, value: str) -> tuple[Measure, ...]:
    """What a directive or menu item named on an entry entails, else nothing.

    *Example*

    >>> of_statement("CAATSA Section 235 Information:", "EXPORT SANCTIONS")
    ('export_control',)
    """
    if not _MENU_LABEL.match(label):
        return ()
    words = f"{label} {value}"
    return tuple(m for pattern, m in _MENU if pattern.search(words))


def of_type(source: str, sanctions_type: str) -> tuple[Measure, ...]:
    """What a sanctions type of the advanced and enhanced exports entails.

    `Block` on the non-SDN list is what the party's own entry on the SDN list says.
    """
    for pattern, measures in _TYPES:
        if pattern.search(sanctions_type):
            elsewhere = source == "us-ofac-cons" and "asset_freeze" in measures
            return () if elsewhere else measures
    return ()


def cites(programmes: Sequence[str], authorities: Sequence[str]) -> tuple[Cite, ...]:
    """The legal authorities named on the entry, else those its programmes rest on."""
    if authorities:
        return tuple(Cite(title, TAGS_URL) for title in dict.fromkeys(authorities))
    return tuple(_cite(tag) for tag in dict.fromkeys(programmes))


def _cite(tag: str) -> Cite:
    order = _ORDER.search(tag)
    known = _LAWS.get(tag.upper())
    title = known or (f"Executive Order {order[1]}" if order else f"Programme {tag}")
    return Cite(title, TAGS_URL, tag)
