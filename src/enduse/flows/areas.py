"""Countries and groups of countries, from the ways statistics write them.

One place for Comtrade's numbers (842 is the United States, 699 India), Eurostat's
GEONOM letters and long names in English and French, IMF area codes, and names in
Chinese and Russian. A group keeps a name of its own (`WORLD`, `EU27_2020`, `EAEU`)
and is never a country; what no country is named for (`AREAS_NES`, `BUNKERS`) is a
partner beside the countries, and belongs to their total.

*Source*: see `areas.toml` beside this file.
*Example*: `842`, `USA`, `Etats-Unis`, `США` and `美国` are all `US`.
"""

import re
import tomllib
import unicodedata
from functools import cache, lru_cache
from importlib.resources import files
from typing import Any, Literal

import pycountry

from enduse.codes.country import alpha2, english_name, is_code

AreaKind = Literal["country", "aggregate", "rest", "total", "unknown"]
WORLD = "WORLD"
REST = "REST_OF_WORLD"
_BRACKET = re.compile(r"\([^()]*\)")
_LABELLED = re.compile(r"(\w{2,9})\s*[-:]\s*\S.*")  # `DE-Germany`, `RU: Russia`
_SHORT = {  # as Comtrade and the IMF shorten names
    "isds": "islands",
    "rep": "republic",
    "dem": "democratic",
    "terr": "territory",
    "fmr": "former",
    "nie": "nes",
}
_TAIL = re.compile(
    r",?\s*(?:Kingdom of the Netherlands|United Kingdom-British Overseas Territory"
    r"|People's Republic of China|Special Administrative Region)\b.*$"
)
_FORMER = {"AN", "CS", "CSHH", "DD", "PC", "SU", "YD", "YU"}


@cache
def _table() -> dict[str, Any]:
    place = files("enduse.flows").joinpath("areas.toml")
    return tomllib.loads(place.read_text(encoding="utf-8"))


@cache
def _names() -> dict[str, str]:
    """Folded name to area."""
    return {
        fold(name): area for area, said in _table()["names"].items() for name in said
    }


@cache
def _groups() -> dict[str, AreaKind]:
    kinds = _table()["kinds"]
    return {name: kind for kind in kinds for name in kinds[kind]}


@cache
def numbers() -> dict[str, str]:
    """Area of every number that Comtrade and BACI use, without leading zeros."""
    iso = {str(int(c.numeric)): c.alpha_2 for c in pycountry.countries}
    return {**iso, **_table()["numbers"]}


def fold(name: str) -> str:
    """A name without case, accents and punctuation, for comparison."""
    plain = unicodedata.normalize("NFKD", name.casefold()).replace("’", "'")
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    said = re.findall(r"\w+", bare.replace("'", " ").replace(".", ""))
    return " ".join(_SHORT.get(word, word) for word in said)


@lru_cache(maxsize=16384)
def area(text: str) -> str:
    """The area a text stands for: ISO alpha-2, or a group's own name, or ''.

    Takes a code, a number as Comtrade writes it, or a name; `code-Label` as
    EasyComext writes it; long names whose brackets list members or history.
    *Example*

    >>> area("842"), area("Extra-UE27 (à partir de 2020)"), area("490")
    ('US', 'EXTRA_EU27_2020', 'OTHER_ASIA')
    """
    wanted = text.strip().strip("*¹²³").strip()
    if not wanted or len(wanted) > 600:
        return ""
    return _by_code(wanted) or _by_name(wanted) or _by_label(wanted)


def _by_code(wanted: str) -> str:
    if wanted.isascii() and wanted.isdigit():
        return numbers().get(str(int(wanted)), "") if len(wanted) < 6 else ""
    upper = wanted.upper()
    if upper in _groups():
        return upper
    codes: dict[str, str] = _table()["codes"]
    if upper == wanted and wanted in codes:
        return codes[wanted]
    return wanted if is_code(wanted) or wanted in _FORMER else ""


def _by_name(wanted: str) -> str:
    names = _names()
    for attempt in _attempts(wanted):
        folded = fold(attempt)
        found = names.get(folded) or alpha2(attempt) or alpha2(folded)
        if found:
            return found
    return ""


def _attempts(wanted: str) -> list[str]:
    """The name whole, then without its brackets, innermost first; at most eight."""
    found = [wanted, _TAIL.sub("", wanted)] if _TAIL.search(wanted) else [wanted]
    for _ in range(6):
        bare = _BRACKET.sub(" ", found[-1])
        if bare == found[-1]:
            break
        found.append(bare)
    cut = found[-1].partition("(")[0].strip()
    return [*found, cut] if cut and cut != found[-1] else found


def _by_label(wanted: str) -> str:
    match = _LABELLED.fullmatch(wanted)
    return _by_code(match[1]) if match else ""


def kind_of(code: str) -> AreaKind:
    """What an area is: a `country`, an `aggregate` of countries, the `total`, the
    `rest` that no country is named for, or `unknown`."""
    known = _groups().get(code)
    if known:
        return known
    return "country" if is_code(code) or code in _FORMER else "unknown"


def is_aggregate(code: str) -> bool:
    """Whether an area is a sum of others, never to be added to them."""
    return kind_of(code) in ("aggregate", "total")


def aggregates() -> frozenset[str]:
    """Every area that `is_aggregate`, for a filter over a frame."""
    return frozenset(name for name in _groups() if is_aggregate(name))


def members(code: str, period: str = "") -> tuple[str, ...]:
    """The countries of a group, in a period (`2020`, `2020-03`) where dates matter.

    *Unknown*: () for an area whose members are not laid down here.
    *Example*

    >>> "GB" in members("EU_EVOL", "2020-01"), "GB" in members("EU_EVOL", "2021")
    (True, False)
    """
    table = _table()
    if period and code in table["dated"]:
        return tuple(sorted(_members_in(table["dated"][code], period)))
    if code in table["members"]:
        return tuple(table["members"][code].split())
    spans = table["dated"].get(code, ())
    return tuple(sorted(_members_in(spans, "9999"))) if spans else ()


def _members_in(spans: list[list[str]], period: str) -> set[str]:
    """A country is a member of a year in which it was one on the last day."""
    month = period if len(period) > 4 else f"{period}-12"
    return {
        country
        for countries, since, until in spans
        if since <= month and (not until or month < until)
        for country in countries.split()
    }


def title(code: str) -> str:
    """An area's name for people: `Kyrgyzstan`, `EU27_2020`."""
    return english_name(code) if is_code(code) else code
