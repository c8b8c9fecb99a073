"""What each of the lists in the Consolidated Screening List entails, and its law.

*Source*: Export Administration Regulations, 15 CFR parts 734, 744 and 764; ITAR, 22
CFR 127.7; the notices of the State Department; OFAC's pages of its lists.
"""

import re

from enduse.model import Cite, Measure

_ECFR = "https://www.ecfr.gov/current/title-15/subtitle-B/chapter-VII/subchapter-C"
_EAR = "Export Administration Regulations"
_OFAC = "https://ofac.treasury.gov/sanctions-list-search-tool"


def _ear(section: str, part: int) -> Cite:
    return Cite(_EAR, f"{_ECFR}/part-{part}", section)


def _ofac(title: str) -> Cite:
    return Cite(title, _OFAC)


LISTS: dict[str, tuple[tuple[Measure, ...], Cite]] = {
    "EL": (("export_control",), _ear("15 CFR 744.11, supplement no. 4", 744)),
    "MEU": (("export_control",), _ear("15 CFR 744.21, supplement no. 7", 744)),
    "UVL": (("export_control",), _ear("15 CFR 744.15, supplement no. 6", 744)),
    "DPL": (("denied_export",), _ear("15 CFR 764.3(a)(2)", 764)),
    "DTC": (
        ("denied_export",),
        Cite(
            "International Traffic in Arms Regulations",
            "https://www.ecfr.gov/current/title-22/chapter-I/subchapter-M/part-127",
            "22 CFR 127.7",
        ),
    ),
    "ISN": (
        ("export_control", "procurement_restriction"),
        Cite(
            "Nonproliferation sanctions",
            "https://www.state.gov/key-topics-bureau-of-international-security-and-"
            "nonproliferation/nonproliferation-sanctions/",
        ),
    ),
    "SDN": (("asset_freeze",), _ofac("Specially Designated Nationals List")),
    "SSI": (("financial_restriction",), _ofac("Sectoral Sanctions, EO 13662")),
    "CAP": (
        ("financial_restriction",),
        _ofac("Correspondent Account or Payable-Through Account Sanctions"),
    ),
    "MBS": (("financial_restriction",), _ofac("Non-SDN Menu-Based Sanctions List")),
    "CMIC": (("investment_restriction",), _ofac("EO 13959, as amended by EO 14032")),
    "PLC": (("transaction_restriction",), _ofac("31 CFR part 594, NS-PLC List")),
    "FSE": (("transaction_restriction",), _ofac("EO 13608, Foreign Sanctions Evaders")),
}
TREASURY = frozenset({"SDN", "SSI", "CAP", "MBS", "CMIC", "PLC", "FSE"})
ENTITIES_ONLY = frozenset({"MEU", "CMIC"})
_CODE = re.compile(r"\((?:NS-)?([A-Z]+)(?: List)?\)")
# The foreign-direct-product rules that a footnote of the Entity List applies.
_FDP = re.compile(r"734\.9\(([a-z])\)(?:\((\d)\))?(?:\([iv]+\))?")
_FOOTNOTES = {"e1": "1", "e2": "4", "e3": "5", "g": "3"}


def code_of(source: str) -> str:
    """The short code of a list in the `source` column, '' where it has none known.

    *Example*

    >>> code_of("Non-SDN Menu-Based Sanctions List (NS-MBS List) - Treasury Department")
    'MBS'
    """
    found = _CODE.search(source)
    return found[1] if found and found[1] in LISTS else ""


def nonproliferation(programmes: tuple[str, ...]) -> tuple[Measure, ...]:
    """An order that freezes property among the laws of a nonproliferation entry."""
    return ("asset_freeze",) if any("13382" in p for p in programmes) else ()


def footnotes(requirement: str) -> list[tuple[str, Cite]]:
    """The foreign-direct-product rules a licence requirement names, and their place.

    *Example*

    >>> [note for note, _ in footnotes("(See §§734.9(g),3 746.8(a)(3) and 744.21(b))")]
    ['Entity List footnote 3: foreign direct product rule, 15 CFR 734.9(g)']
    """
    found = []
    for rule in dict.fromkeys(m.groups() for m in _FDP.finditer(requirement)):
        letter, number = rule[0], rule[1] or ""
        section = f"15 CFR 734.9({letter})" + (f"({number})" if number else "")
        footnote = _FOOTNOTES.get(letter + number) or _FOOTNOTES.get(letter, "")
        which = f"footnote {footnote}" if footnote else "licence requirement"
        note = f"Entity List {which}: foreign direct product rule, {section}"
        found.append((note, _ear(section, 734)))
    return found
