"""A ship's name without what papers write beside it: what she is, voyage, flag, quotes.

`M/V "JIN TAI" V.012E (PANAMA)`, `Motor Tanker Nordic, voyage no. 7`, `т/х Алмаз`.
"""

import re

from enduse.text.concepts import is_place
from enduse.text.field_tail import is_country

_KINDS = (
    r"(?:(?:motor|oil|crude|chemical|product|products|gas|lng|lpg|general cargo|cargo|"
    r"bulk|container|ro-?ro|reefer|river-?sea|fishing|supply|research|steam)[\s-]+)*"
    r"(?:vessel|ship|tanker|carrier|tug|tugboat|barge|yacht|bulker|dredger|trawler|"
    r"freighter|ferry|icebreaker)"
)
_BEFORE = re.compile(
    r"^\W*(?:(?:the|name of|ocean|mother|feeder|carrying)\s+)?(?:"
    rf"{_KINDS}(?:'?s)?(?:\s+name)?|m[./]?\s?[vtsy]\b|s[./]s\b|vlcc\b|[lp]ng/?c\b|"
    r"[тм][/.]?[хв]\b|л[/.]к\b|теплоход|танкер|сухогруз|судно|ледокол|баржа|"
    r"buque|motonave|navire|nave|navio|gemi|gemisi|schiff|kapal|tàu)"
    r"(?![^\W_])[\s:.,/-]*(?=.*\w)",
    re.IGNORECASE,
)
_VOYAGE = (
    r"(?:voy(?:age)?|рейс)\b[\s.:#-]*(?:no\b|nr\b|num(?:ber)?\b|№)?[\s.:#-]*[\w/-]{1,10}"
    r"|v[\s.:-]{0,2}\d{1,5}[a-z]{0,2}(?:[/-]\d{1,4}[nsew]?)?"
    r"|\d{2,5}[nsew]"
)
_OR_ANOTHER = r"(?:and\s?/\s?)?or\s+sub(?:stitute|s)?\b.*|航次.*|tbn"
_BEHIND = re.compile(
    rf"[\s,;:/(-]+(?:{_VOYAGE}|{_OR_ANOTHER}|(?P<flag>flag[\s:]+[^\W\d_][\w ]*|"
    r"[^\W\d_][\w ]*\sflag|[^\W\d_][^\W\d_ ]*(?:\s[^\W\d_]+){0,2}(?=\))))[\s).]*$",
    re.IGNORECASE,
)
_FLAG = re.compile(r"(?i)\bflag(?:ged)?\b|\bunder\b|:")
_QUOTES = " \t\"'«»“”„,.;:/()-"
_READ = 120  # characters
_MOST = 3  # things behind a name


def ship_name(text: str) -> str:
    """The name alone, or '' where nothing that is known stands beside one.

    *Example*

    >>> ship_name('M/V "JIN TAI" V.012E (PANAMA)')
    'JIN TAI'
    >>> ship_name("Motor Tanker Nordic, voyage no. 7")
    'Nordic'
    >>> ship_name("OCEAN TULIP 7")
    ''
    """
    if len(text) > _READ:
        return ""
    bare = _BEFORE.sub("", text, count=1)
    for _ in range(_MOST):
        hit = _BEHIND.search(bare)
        if not hit or (hit["flag"] and not _is_flag(hit["flag"])):
            break
        bare = bare[: hit.start()]
    bare = bare.strip(_QUOTES).removesuffix("轮")
    return bare if bare and bare != text.strip(_QUOTES) else ""


def _is_flag(text: str) -> bool:
    """Whether what stands as a flag is a country: `FLAG: PANAMA`, `(PANAMA)`."""
    said = _FLAG.sub(" ", text).strip()
    return is_country(said) or is_place(said.lower())
