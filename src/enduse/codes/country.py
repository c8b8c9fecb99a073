"""Countries and territories, ISO 3166-1 alpha-2, from the ways lists write them.

*Source*: ISO 3166 Maintenance Agency, https://www.iso.org/iso-3166-country-codes.html;
names and former names from rigour's territory table.
*Example*: `Russia / Russie`, `RUSSIAN FEDERATION`, `RUS` and `ru` are all `RU`;
`Atlantis` is none.
"""

import re
from functools import lru_cache

from rigour.territories import get_territory, lookup_territory

_NOISE = re.compile(r"\((?:[^)]*)\)|^region:\s*|\bundetermined\b", re.IGNORECASE)

_NO_COUNTRIES = frozenset(("EU", "UN", "ZZ"))  # rigour's codes for other things


@lru_cache(maxsize=8192)
def alpha2(text: str) -> str:
    """The ISO 3166 alpha-2 code a text stands for, upper case, or '' if none does.

    Crimea and other places without a code of their own keep rigour's code upper
    cased (`UA-CRI`); a bilingual `Name / Nom` is tried whole, then by its parts.
    """
    wanted = text.strip().strip(".;,")
    if not wanted:
        return ""
    bare = _NOISE.sub(" ", wanted).strip()
    for attempt in (wanted, bare, *(part.strip() for part in bare.split("/"))):
        code = _code(attempt)
        if code:
            return code
    return ""


@lru_cache(maxsize=2048)
def is_code(text: str) -> bool:
    """Whether `text` is a current ISO 3166 alpha-2 code in capitals (XK counts)."""
    territory = get_territory(text.lower()) if len(text) == 2 else None
    if not territory or territory.is_historical or text in _NO_COUNTRIES:
        return False
    return bool(territory.code.upper() == text)


def _code(text: str) -> str:
    if not text:
        return ""
    short = get_territory(text.lower()) if len(text) == 2 else None
    territory = short or lookup_territory(text)
    return territory.code.upper() if territory else ""
