"""Where goods come from and who made them, as a description labels it."""

import re

from enduse.codes.country import alpha2

_ORIGIN = re.compile(
    r"\b(?:COUNTRY\sOF\sORIGIN|ORIGIN\s?(?:COUNTRY)?\s?(?:OF\sGOODS)?|MADE\sIN|PRODUCE\sOF"
    r"|MANUFACTURED\sIN|(?:URSPRUNGS|HERKUNFTS)LAND|URSPRUNG|HERKUNFT|HERGESTELLT\sIN"
    r"|(?:PAYS\sD['’ ])?ORIGINE|FABRIQU[EÉ]\sEN|(?:PA[IÍ]S\sDE\s)?ORIGEN|HECHO\sEN"
    r"|(?:PAESE\sD['’ ])?ORIGINE|MEN[SŞ]E[Iİ]?|СТРАНА\sПРОИСХОЖДЕНИЯ|ПРОИСХОЖДЕНИЕ)"
    r"(?:\s(?:IS|OF|THE)){0,2}\s{0,2}[:.=-]{0,2}\s{0,2}"
    r"([^\W\d_](?:[^\W\d_]|[. ]){1,40})",
    re.IGNORECASE,
)
# What must stand in a text for it to state an origin: a look is cheaper.
_ORIGIN_HINTS = (
    *("ORIG", "MADE", " IN ", "PRODUCE", "SPRUNG", "HERKUNFT", "FABRIQU", "HECHO"),
    *("MENSE", "MENŞE", "ПРОИСХОЖД"),
)
_OF_ORIGIN = re.compile(
    r"([A-Z.]{2,20}(?:\s[A-Z]{2,15}){0,2})[ -]ORIGIN\b", re.IGNORECASE
)
_MAKER = re.compile(
    r"\b(?:MANUFACTURER|MANUFACTURED\sBY|MAKER|MADE\sBY|BRAND|MAKE|PRODUCER|HERSTELLER)"
    r"\s{0,2}[:=]?\s{1,2}([^\W_](?:,\s?(?=(?:LTD|LIMITED|INC|LLC|CORP|S\.?A|PTE)\b)"
    r"|[^,;\n]){1,60})",
    re.IGNORECASE,
)
_MAKER_ENDS = re.compile(
    r"\s(?:(?:UNIT|PRICE|QTY|QUANTITY|H\.?S|TOTAL|AMOUNT|ORIGIN|COUNTRY|MODEL|PACKING|NET|GROSS"
    r"|ECCN|CAS|MADE|TYPE)\b|[A-Z]{3}\s?\d|\d+\s?[A-Z]).*",
    re.IGNORECASE,
)


def origin_in(text: str) -> str:
    """The country of origin that a text states, ISO 3166 alpha-2, or ''.

    *Example*

    >>> origin_in("GOODS OF US ORIGIN"), origin_in("MADE IN P.R. CHINA"), origin_in("x")
    ('US', 'CN', '')
    """
    upper = text.upper()
    for hint in _ORIGIN_HINTS:
        if hint in upper:
            break
    else:
        return ""
    for match in _ORIGIN.finditer(text):
        if code := _country(match[1].split()):
            return code
    for match in _OF_ORIGIN.finditer(text):
        words = match[1].split()
        for start in range(len(words)):
            text = " ".join(words[start:])
            code = "" if text.upper() in _NO_COUNTRIES else alpha2(text)
            if code:
                return code[:2]
    return ""


# English words that are also codes of countries, of two or three letters.
_NO_COUNTRIES_WORDS = """
    IN IS AS AT BE BY DO ID IT ME MY NO SO TO AM AND ARE CAN PER TON MAR NOR SUR GIN
    COD MAC
"""
_NO_COUNTRIES = frozenset(_NO_COUNTRIES_WORDS.split())


def _country(words: list[str]) -> str:
    """The country that the first words name; the most words win."""
    if words[:1] and words[0].upper() in ("VR", "RP", "REP."):
        words = words[1:]
    for width in range(min(4, len(words)), 0, -1):
        text = " ".join(words[:width]).strip(" .,")
        code = "" if text.upper() in _NO_COUNTRIES else alpha2(text)
        if code:
            return code[:2]
    return ""


def maker_in(text: str) -> str:
    """The manufacturer or brand that a text labels, or ''."""
    match = _MAKER.search(text)
    return _MAKER_ENDS.sub("", match[1]).strip(" .") if match else ""
