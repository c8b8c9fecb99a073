"""Ports, airports, border stations and inland terminals, as papers write them.

*Source*: UN/ECE Recommendation 16 and IATA for the codes; `ports.txt` beside this holds
the places that trade passes most, with their usual spellings, in a form of our own. A
place that is not in it is unknown, not wrong.
*Example*: `Jebel Ali, Dubai`, `JEBEL ALI PORT, U.A.E.`, `AEJEA` and `جبل علي` are all
`AEJEA`, a part of `AEDXB`; `Valencia` alone is in Spain, `Tripoli` alone is none.
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files

from enduse.codes.country import alpha2

_WORD = re.compile(r"[^\W_]+")
_PIECE = re.compile(r"[,;/()\[\]|]|\s[-–—]\s")
_HAN_ENDS = re.compile(r"(?:港口?|机场|機場|口岸|火车站|站)$")
_CODE = re.compile(r"[A-Z]{2}\s?[A-Z2-9]{3}")
_SAID_WITH = """
    port ports of the seaport sea airport air intl international terminal main any city
    container inland dry depot icd free zone fz harbour harbor hafen flughafen porto
    puerto aeroporto aeropuerto aéroport aeroport limani limanı havalimani havalimanı
    порт аэропорт морской станция ст г station railway rail border crossing 港 机场 口岸
"""
_GENERAL = frozenset(_SAID_WITH.split())


@dataclass(frozen=True, slots=True)
class Port:
    """A place of trade: UN/LOCODE or '', name, country, and what it is a part of."""

    unlocode: str
    name: str
    country: str
    within: str = ""


@lru_cache(maxsize=16384)
def find(text: str, country: str = "") -> Port | None:
    """The place that a text names by code or by name, or None.

    `country` (ISO alpha-2), or one that the text names, must be the place's own; a name
    that several countries have is none without it. *Example*

    >>> port = find("PORT OF NINGBO, CHINA")
    >>> port.unlocode, port.country
    ('CNNGB', 'CN')
    >>> find("Aleppo Trading Co") is None
    True
    """
    said = text.strip(" .,;:-*")
    if not said or len(said) > 160:
        return None
    if _CODE.fullmatch(said) and (known := by_code("".join(said.split()))):
        return known
    pieces = [piece.strip() for piece in _PIECE.split(said) if piece.strip()]
    named = next((c for piece in pieces[::-1] if (c := _country(piece))), "")
    for piece in (said, *pieces):
        found = _named(piece, country or named)
        if found:
            return found
    return None


@cache
def by_code(code: str) -> Port | None:
    """The place of a UN/LOCODE, or None where the table has none."""
    return _codes().get(code)


@cache
def by_iata(code: str) -> Port | None:
    """The airport of a code of three letters, or None."""
    return _airports().get(code)


def is_same(one: Port, other: Port) -> bool:
    """Whether both are one place, or one is a part of the other.

    *Example*

    >>> is_same(find("Jebel Ali"), find("Dubai, UAE"))
    True
    >>> is_same(find("Poti"), find("Batumi"))
    False
    """
    same = (one.country, one.name) == (other.country, other.name)
    held = one.unlocode and one.unlocode == other.within
    holds = other.unlocode and other.unlocode == one.within
    return bool(same or held or holds)


def _named(piece: str, country: str) -> Port | None:
    key = _key(piece)
    if not key:
        return None
    found = _names().get(key) or _names().get(_HAN_ENDS.sub("", key))
    found = found or _without_country(key)
    among = [port for port in found or () if not country or port.country == country]
    return among[0] if len({port.country for port in among}) == 1 else None


def _without_country(key: str) -> list[Port]:
    """`poti georgia`, written without a comma."""
    words = key.split()
    for width in (1, 2, 3):
        tail = " ".join(words[-width:])
        if len(words) > width and len(tail) > 2 and (code := alpha2(tail)):
            found = _names().get(" ".join(words[:-width]), [])
            return [port for port in found if port.country == code]
    return []


def _country(piece: str) -> str:
    """The country that a piece names; a town's own name is none."""
    return alpha2(piece)[:2] if len(piece) > 1 and not _names().get(_key(piece)) else ""


@lru_cache(maxsize=16384)
def _key(text: str) -> str:
    """The words of a name, folded, without `port`, `airport` and the like."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i"))
    bare = "".join(c for c in plain if not unicodedata.combining(c))
    bare = bare.replace("'", "").replace("’", "").replace("ß", "ss")
    words = _WORD.findall(bare)
    kept = [word for word in words if word not in _GENERAL]
    return " ".join(kept or words)


@cache
def _ports() -> tuple[tuple[Port, str, tuple[str, ...]], ...]:
    """Every place with its IATA code and its names."""
    place = files("enduse.codes").joinpath("ports.txt")
    lines = place.read_text(encoding="utf-8").splitlines()
    return tuple(_read(line) for line in lines if line and not line.startswith("#"))


def _read(line: str) -> tuple[Port, str, tuple[str, ...]]:
    code, *rest = line.split(" ")
    within = rest.pop(0)[1:] if rest[0].startswith("<") else ""
    iata = rest.pop(0)[1:] if rest[0].startswith("^") else ""
    names = tuple(name.strip() for name in " ".join(rest).split(";"))
    country, unlocode = code[:2], "" if code.endswith("-") else code
    return Port(unlocode, names[0], country, within), iata, names


@cache
def _codes() -> dict[str, Port]:
    return {port.unlocode: port for port, _, _ in _ports() if port.unlocode}


@cache
def _airports() -> dict[str, Port]:
    return {iata: port for port, iata, _ in _ports() if iata}


@cache
def _names() -> dict[str, list[Port]]:
    found: dict[str, list[Port]] = {}
    for port, key in _spellings():
        holders = found.setdefault(key, [])
        if port not in holders:
            holders.append(port)
    return found


def _spellings() -> Iterator[tuple[Port, str]]:
    for port, _, names in _ports():
        for name in names:
            yield port, _key(name)
