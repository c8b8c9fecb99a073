"""Countries and territories, ISO 3166-1 alpha-2, from the ways lists write them.

*Source*: ISO 3166 Maintenance Agency, https://www.iso.org/iso-3166-country-codes.html,
as pycountry carries it with the translations of the iso-codes project; what lists
write otherwise (`Russia`, `DPRK`, `Turkish`, `Crimea`) is in `countries.toml`.
*Example*: `Russia / Russie`, `RUSSIAN FEDERATION`, `RUS` and `ru` are all `RU`;
`Atlantis` is none.
"""

import gettext
import re
import tomllib
import unicodedata
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib.resources import files

_LANGUAGES = ("fr", "de", "es", "ru", "uk", "tr", "it", "pt", "nl", "pl", "ar", "fa")
_HAN = ("zh_CN", "zh_TW", "ja", "ko")
_BRACKETS = re.compile(r"\([^)]*\)")
_LEADING = re.compile(
    r"^(?:region|country|nationality|citizen of|formerly|former|possibly|probably"
    r"|(?:republic|state|kingdom|sultanate|union) of(?: the)?)\s*:?\s+",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_PART = re.compile(r"[A-Za-z]{2}-[A-Za-z0-9]{2,3}")  # ISO 3166-2: a part of a country
_PLAIN = {  # in a reader's words, where ISO 3166 puts it otherwise
    "BN": "Brunei",
    "CD": "DR Congo",
    "CG": "Congo-Brazzaville",
    "FM": "Micronesia",
    "PS": "Palestine",
    "RU": "Russia",
    "SU": "Soviet Union",
    "VA": "Holy See",
    "VG": "British Virgin Islands",
    "VI": "U.S. Virgin Islands",
    "XK": "Kosovo",
    "YU": "Yugoslavia",
}
_LITTLE = frozenset(
    ("the", "of", "and", "de", "la", "du", "des", "le", "les", "der", "el", "i", "y")
)


@lru_cache(maxsize=16384)
def alpha2(text: str) -> str:
    """The ISO 3166 alpha-2 code a text stands for, upper case, or '' if none does.

    A bilingual `Name / Nom` is tried whole, then by its parts, and a text with
    brackets without them. Crimea and the occupied regions are `UA`; a state that is
    no more keeps the code it had (`SU`).
    """
    wanted = text.strip().strip(".;,")
    if not wanted or len(wanted) > 120:
        return ""
    for one in _attempts(wanted):
        if code := _code(one):
            return code
    return ""


@lru_cache(maxsize=2048)
def is_code(text: str) -> bool:
    """Whether `text` is a current ISO 3166 alpha-2 code in capitals (XK counts)."""
    return text in codes()


@cache
def english_name(code: str) -> str:
    """The English name of the country or territory of a code, or '' if there is none.

    *Example*

    >>> english_name("lb"), english_name("RU")
    ('Lebanon', 'Russia')
    """
    import pycountry  # read once names are asked for

    found = pycountry.countries.get(alpha_2=code.upper()) if code else None
    name = getattr(found, "common_name", "") or getattr(found, "name", "")
    return _PLAIN.get(code.upper(), str(name))


def _attempts(text: str) -> Iterator[str]:
    bare = (_BRACKETS.sub(" ", text) if "(" in text else text).strip()
    yield text
    if bare != text:
        yield bare
    if leading := _LEADING.match(bare):
        yield bare[leading.end() :]
    if text[2:3] == "-" and _PART.fullmatch(text):
        yield text[:2]
    if "/" in bare:
        yield from bare.split("/")


def _code(text: str) -> str:
    upper = text.strip().upper()
    if upper in codes():
        return upper
    key = _key(text)
    if not key:
        return ""
    return _english().get(key) or _translated().get(key, "")


@cache
def codes() -> frozenset[str]:
    """Every current ISO 3166 alpha-2 code, and XK."""
    import pycountry

    return frozenset({"XK", *(country.alpha_2 for country in pycountry.countries)})


@cache
def _english() -> dict[str, str]:
    """ISO's own names and codes, and `countries.toml`, by their key."""
    import pycountry

    found: dict[str, str] = {}
    for country in pycountry.countries:
        _put(found, country.alpha_2, _iso_names(country))
    text = files("enduse.codes").joinpath("countries.toml").read_text(encoding="utf-8")
    tables: dict[str, dict[str, list[str]]] = tomllib.loads(text)
    for table in ("places", "demonyms", "names"):  # the surest last: it wins
        for code, names in tables[table].items():
            found.update((_key(name), code) for name in names)
    return found


def _iso_names(country: object) -> Iterator[str]:
    for attribute in ("alpha_3", "name", "official_name", "common_name"):
        name = getattr(country, attribute, "")
        if name:
            yield name


@cache
def _translated() -> dict[str, str]:
    """Names in other languages, read when an English one is not found."""
    import pycountry

    found: dict[str, str] = {}
    for language in (*_LANGUAGES, *_HAN):
        words = gettext.translation(
            "iso3166-1", pycountry.LOCALES_DIR, languages=[language], fallback=True
        )
        for country in pycountry.countries:
            names = [n for n in _iso_names(country) if len(n) > 3]
            _put(found, country.alpha_2, (words.gettext(name) for name in names))
    return found


def _put(found: dict[str, str], code: str, names: Iterable[str]) -> None:
    for name in names:
        found.setdefault(_key(name), code)


def _key(name: str) -> str:
    """The words of a name, without accents, little words and their order."""
    bare = name.casefold()
    if not bare.isascii():
        plain = unicodedata.normalize("NFKD", bare)
        bare = "".join([c for c in plain if not unicodedata.combining(c)])
    bare = bare.replace(".", "").replace("'", "").replace("’", "").replace("&", " ")
    words = _WORD.findall(bare)
    kept = [word for word in words if word not in _LITTLE]
    return " ".join(sorted(kept or words))
