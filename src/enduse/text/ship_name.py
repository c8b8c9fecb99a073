"""A ship's name without what papers write beside it: what she is, voyage, flag, quotes.

`M/V "JIN TAI" V.012E (PANAMA)`, `Motor Tanker Nordic, voyage no. 7`, `т/х Алмаз`.
"""

import re
from functools import cache

from enduse.codes.country import alpha2
from enduse.text.concepts import is_place
from enduse.text.field_tail import is_country
from enduse.text.tables import table

_VOYAGE = (
    r"(?:voy(?:age)?|рейс)\b[\s.:#-]*(?:no\b|nr\b|num(?:ber)?\b|№)?[\s.:#-]*[\w/-]{1,10}"
    r"|v[\s.:-]{0,2}\d{1,5}[a-z]{0,2}(?:[/-]\d{1,4}[nsew]?)?"
    r"|\d{2,5}[nsew]|(?=\w*[a-z]\w*[a-z])\d\w{5,11}"
)
_OR_ANOTHER = r"(?:and\s?/\s?)?or\s+sub(?:stitute|s)?\b.*|航次.*|tbn"
_MONTHS = "jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec"
_CUES = (
    r"(?:et[abcds]|dwt|[gn]rt|loa|built|blt|b/l|c/?p|imo|mmsi|call sign|laden)\b.*"
    r"|\d[\d.,]*\s?k?\s?(?:dwt|mts?|tons?|tonnes?|[gn]rt|gt|teus?|cbm|bbls?|days?|pct)\b.*"
    rf"|\d{{1,2}}\s?(?:{_MONTHS})[a-z]*\b.*|\d{{1,2}}[./]\d{{1,2}}[./]\d{{2,4}}.*"
    # What is paid for, or said of her: `CREW WAGES`, `BUNKERS AT PERIM`, `ONLY`.
    r"|(?:crew(?:'?s)?\s\w+|bunkers?|demurrage|disbursements?|charter\s+hire|hire"
    r"|port\s+(?:dues|charges|costs|expenses|agency)|agency\s+\w+|dry\s?-?dock\w*"
    r"|(?:spare\s+parts|spares|repairs?|provisions|stores|survey|towage|pilotage)"
    r"|freight|invoices?|inv|only|and/or|arrived|sailed|sailing|departed|laycan|trip"
    r"|renamed|scrapped|sold\s+to|now\s+(?:called|known|named))\b.*"
)
# After a sign alone: `OCEAN MASTER 5` is a ship's name.
_APART = r"(?:owners?|owned|managers?|master|capt(?:ain)?|class|cargo|built)\b.*"
_FLAGGED = re.compile(
    r"(?i)[\s,;:/([-]+((?:flying\s|under\s|with\s|of\s)?(?:the\s)?flag(?:\sof)?[\s:]+"
    r"[^\W\d_][\w ]*|[^\W\d_][\w ]*\sflag(?:ged)?|(?:под\sфлагом|флаг|bandiera|bandera"
    r"|pavillon|bayra[kğ]\w*)[\s:]+[^\W\d_]+|(?<=/)[^\W\d_]{4,}"
    r"|[^\W\d_][^\W\d_ ]*(?:\s[^\W\d_]+){0,2}(?=[)\]]))[\s)\].]*$"
)
_FLAG = re.compile(
    r"(?i)\b(?:flying|under|with|of|the|flag(?:ged)?|под|флаг\w{0,2}|bandiera|bandera"
    r"|pavillon|bayra[kğ]\w*)\b|:"
)
_ALPHA3 = re.compile(r"[A-Z]{3}")
_QUOTES = " \t\"'«»“”„,.;:/()-"
_READ = 120  # characters
_MOST = 3  # things behind a name


def kinds() -> str:
    """The pattern of what sort of ship one is: `general cargo vessel`."""
    said = table("ship_words")["kinds"]
    return rf"(?:(?:{said['of']})[\s-]+)*(?:{said['sort']})"


@cache
def _before() -> re.Pattern[str]:
    said = table("ship_words")["marks"]
    marks = f"{said['sure']}|{said['maybe']}|m[./]?\\s?[vtsy]|[тм][/.]?[хв]"
    return re.compile(
        r"^\W*(?:(?:the|name of|ocean|mother|feeder|carrying|performing|nominated|"
        r"intended|proposed|per|by|aboard|on board)\s+){0,3}"
        rf"(?:{kinds()}|{marks}|gemisi)(?:'?s)?(?:\s+(?:name|ad[ıi]))?"
        r"(?![^\W_])[\s:：.,/-]*(?=.*[^\W\d_])"
        r"|^\W*(?:per|aboard|on board|nominated|performing)\s+(?=\w)"
        r"|^\W*船名[\s:：]*",
        re.IGNORECASE,
    )


@cache
def _behind() -> re.Pattern[str]:
    return re.compile(
        rf"[\s,;:/(-]+(?:{_VOYAGE}|{_OR_ANOTHER}|{_CUES})[\s).]*$"
        rf"|\s*\(\s*{kinds()}\s*\)\W*$|\s*[,;:/(-]+\s*(?:{_APART})$",
        re.IGNORECASE,
    )


def ship_name(text: str) -> str:
    """The name alone, or '' where nothing that is known stands beside one.

    *Example*

    >>> ship_name('M/V "JIN TAI" V.012E (PANAMA)')
    'JIN TAI'
    >>> ship_name("Motor Tanker Nordic, voyage no. 7")
    'Nordic'
    >>> ship_name("PERFORMING VESSEL NORDIC 30000 MT UREA")
    'NORDIC'
    >>> ship_name("OCEAN TULIP 7")
    ''
    """
    if len(text) > _READ:
        return ""
    bare = _before().sub("", text, count=1)
    for _ in range(_MOST):
        hit = _behind().search(bare)
        if not hit:
            hit = _FLAGGED.search(bare)
            if not hit or not _is_flag(hit[1]):
                break
        bare = bare[: hit.start()]
    bare = bare.strip(_QUOTES).removesuffix("轮")
    return bare if bare and bare != text.strip(_QUOTES) else ""


def _is_flag(text: str) -> bool:
    """Whether what stands as a flag is a country: `FLAG: PANAMA`, `(PANAMA)`."""
    said = _FLAG.sub(" ", text).strip()
    if is_country(said) or is_place(said.lower()):
        return True
    if _ALPHA3.fullmatch(said) and alpha2(said):
        return True
    return bool(_FLAG.search(text) and alpha2(said))
