"""Name and address out of up to four lines of 35 characters, as options K and D have
them: where the name ends is not said, so every likely reading is given.

*Source*: SWIFT Standards MT, fields 50K, 59, 52D to 58D (`4*35x Name and Address`).
*Example*: see `split_lines`.
"""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import NamedTuple

from enduse.codes.country import alpha2, is_code
from enduse.messages.trade.labelled_parties import name_and_rest
from enduse.model import Address, PartyName
from enduse.text.concepts import legal_words

WIDTH = 35
# Words at which a name ends, beside the legal forms of `text/legal_forms.toml` with
# three letters or more; of those with two, which are codes of countries and states and
# words of addresses elsewhere, the commonest.
_ENDINGS = """
    CORPORATION CO COMPANY FZ SANAYI TICARET TRADING GROUP HOLDING HOLDINGS BANK
    AG KG SE SA BV NV LP AO OY AB AS SP
"""
_NO_ENDINGS = frozenset(("PUBLIC", "RUE", "VAT"))  # a street, a tax
_LONG = 3
_STREETS = """
    STREET ST ROAD RD AVENUE AVE BLVD BOULEVARD BUILDING BLDG FLOOR FLR SUITE UNIT
    ROOM RM PLAZA SQUARE LANE DRIVE STRASSE STR RUE CALLE VIA ULITSA UL ULICA CAD
    CADDESI SOK SOKAK MAH PROSPEKT PEREULOK PLOT HOUSE TOWER VILLAGE DISTRICT
    PROVINCE BOX POB NO DISTRITO JALAN LOT ZONE PARK WAY
"""
_PLACE_WORDS = frozenset(_STREETS.split())
_WORD = re.compile(r"[^\W_]+")
_CODED = re.compile(r"([A-Z]{2})/(.*)")
_US_STATE = re.compile(r"(?:.{0,60}[, ])?([A-Z]{2})[ .]{0,3}\d{5}(?:-\d{4})?")
_POSTCODE = re.compile(r"(?:[A-Z]{1,2}-)?(\d{4,6}) ([^\W\d][^\d]{1,40})")
_STATES = """
    AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE
    NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC
"""
_US_STATES = frozenset(_STATES.split())
_SHORT_COUNTRIES = frozenset(("USA", "UAE", "PRC", "DPRK", "ROK"))


_BEHALF = re.compile(
    r"(?:C/O|CARE OF|ATTN|O/B/O|OBO|F/A/O|(?:FOR AND )?ON BEHALF OF"
    r"|FOR (?:THE )?ACCOUNT OF|BY ORDER OF)\b",
    re.IGNORECASE,
)
_TO_ORDER = re.compile(r"TO\s(?:THE\s)?ORDER(?:\sOF)?\s?:?", re.IGNORECASE)


@cache
def _forms() -> frozenset[str]:
    """Words that a name may end with, in capitals."""
    legal = {word.upper() for word in legal_words() if len(word) >= _LONG}
    return frozenset(_ENDINGS.split()) | (legal - _NO_ENDINGS - _PLACE_WORDS)


@cache
def _no_country_ends() -> frozenset[str]:
    return (_forms() | _PLACE_WORDS) - {"AS", "SE", "NO"}


class Line(NamedTuple):
    """A line of a field and its locator."""

    text: str
    locator: str


class Place(NamedTuple):
    """What a line says of a place."""

    country: str = ""
    city: str = ""
    postcode: str = ""


def split_lines(
    lines: Sequence[Line],
) -> tuple[tuple[PartyName, ...], tuple[Address, ...]]:
    """The likely names and the address in free lines.

    The first name is the first line as written; where the next line may go on with
    the name, the joined readings follow it. The address keeps every further line.
    *Example*

    >>> names, _ = split_lines([Line("SAMPLE CHAIN", "1"), Line("CO LTD", "2")])
    >>> [name.text for name in names]
    ['SAMPLE CHAIN', 'SAMPLE CHAIN CO LTD']
    """
    if not lines:
        return (), ()
    if len(lines) > 1 and _TO_ORDER.fullmatch(lines[0].text.strip()):
        meant, where = split_lines(lines[1:])
        whole = f"{lines[0].text} {lines[1].text}"
        return (PartyName(whole, lines[0].locator), *meant), where
    first, rest = lines[0], lines[1:]
    names = [PartyName(first.text, first.locator)]
    for text in joined(first.text, [line.text for line in rest]):
        names.append(PartyName(text, first.locator))
    return tuple(names), (_address(rest),) if rest else ()


def goes_on(name: str, line: str) -> bool:
    """Whether the first line of an address surely goes on with the name above it.

    The name has no legal form yet and the line has one, or the line says on whose
    behalf. *Example*

    >>> goes_on("DEMO IMPORT", "AND EXPORT CO., LTD"), goes_on("DEMO LTD", "YEREVAN")
    (True, False)
    """
    return bool(_BEHALF.match(line)) or (_has_form(line) and not _has_form(name))


def joined(first: str, rest: list[str]) -> list[str]:
    """The readings in which the name goes on below its first line."""
    readings: list[str] = []
    whole = first
    for number, line in enumerate(rest[:2]):
        part = _name_part(line)
        likely = part and (number == 0 or _has_form(part))
        if not likely or (number and line == rest[number - 1]):
            break
        if len(whole.rpartition("\n")[2]) >= WIDTH - 2:
            readings.append(f"{whole}{part}")
        whole = f"{whole} {part}"
        readings.append(whole)
    return list(dict.fromkeys(readings))


def _name_part(line: str) -> str:
    """The part of a line that may belong to a name, or ''."""
    head = name_and_rest(line)[0]
    order = (head, line) if _has_form(head) else (line, head)
    return next((part for part in order if part and not is_address(part)), "")


def _has_form(text: str) -> bool:
    return not _forms().isdisjoint(_WORD.findall(text.upper()))


def is_address(text: str) -> bool:
    """Whether a line is surely of an address: figures, street words, a country."""
    if any(c.isdigit() for c in text):
        return True
    said = _WORD.findall(text.upper())
    if not said or not _forms().isdisjoint(said):
        return not said
    return not _PLACE_WORDS.isdisjoint(said) or bool(place_of(text).country)


def _address(rest: Sequence[Line]) -> Address:
    found = Place()
    for line in reversed(rest):
        found = place_of(line.text)
        if found.country:
            break
    last = next((p for p in map(_place, reversed(rest)) if p.postcode), found)
    return Address(
        lines=tuple(line.text for line in rest),
        city=found.city or last.city,
        postcode=found.postcode or last.postcode,
        country=found.country,
        locator=rest[0].locator,
    )


def _place(line: Line) -> Place:
    return place_of(line.text)


@lru_cache(maxsize=16384)
def place_of(line: str) -> Place:
    """Country, town and post code that a line surely names; empty where it doesn't.

    Two letters alone are a country only as a whole line or before a `/`: `CA` after
    a comma may be California. *Example*

    >>> place_of("LAGOS NIGERIA"), place_of("3/SG/SINGAPORE").country
    (Place(country='NG', city='LAGOS', postcode=''), 'SG')
    """
    text = line.strip(" .,;")
    upper = text.upper().removeprefix("3/")
    coded = _CODED.fullmatch(upper)
    if coded and (code := country_code(coded[1])):
        return Place(code, text.rpartition("/")[2].strip())
    state = _US_STATE.fullmatch(upper)
    if state and state[1] in _US_STATES:
        return Place("US")
    whole = country_code(upper) or (country_code(text) if "ı" in text else "")
    if whole:
        ended = _place_at_end(text)
        if ended.country == whole and ended.city:
            return ended
        town = "-" in alpha2(upper) or upper in ("SINGAPORE", "HONG KONG")
        return Place(whole, text.partition(",")[0] if town else "")
    return _place_at_end(text)


def _place_at_end(text: str) -> Place:
    tokens = text.replace(",", " , ").split()
    bare = tokens[:-1] if len(tokens) > 1 and tokens[-1].isdigit() else tokens
    if not bare:
        return Place()
    if bare[-1].upper() in _no_country_ends():
        return _coded_town(tokens)
    for width in range(min(4, len(bare)), 0, -1):
        tail = " ".join(bare[-width:]).strip(" ,")
        if any(c.isdigit() for c in tail):
            continue
        comma = len(bare) > width and bare[-width - 1] == ","
        code = _tail_country(tail, comma)
        if code:
            town = _town(bare[:-width])
            if not town.city and (coded := _coded_town(tokens)).city:
                town = coded  # `10115 BERLIN`, where the town tells the country
            code_in_figures = tokens[-1] if bare is not tokens else ""
            return Place(code, town.city, town.postcode or code_in_figures)
    return _coded_town(tokens)


def _coded_town(tokens: list[str]) -> Place:
    """A town is believed only after a post code or before a country."""
    town = _town(tokens)
    return town if town.postcode else Place()


def _tail_country(tail: str, after_comma: bool) -> str:
    upper = tail.upper()
    if len(upper) == 2:
        known = after_comma and upper not in _US_STATES and is_code(upper)
        return upper if known else ""
    if len(upper) < 4 and upper.replace(".", "") not in _SHORT_COUNTRIES:
        return ""
    code = alpha2(upper)
    if not code and "ı" in tail:  # a Turkish name in small letters: no plain I
        upper, code = tail, alpha2(tail)
    return country_code(upper) if after_comma or "-" not in code else ""


def _town(tokens: list[str]) -> Place:
    """The town before a country, or after a post code."""
    text = " ".join(tokens).rpartition(" , ")[2].strip(" ,")
    match = _POSTCODE.fullmatch(text)
    if match:
        return Place("", match[2], match[1])
    plain = 0 < len(text.split()) <= 3 and not any(c.isdigit() for c in text)
    return Place("", text if plain and "," not in text else "")


def country_code(text: str) -> str:
    """Two letters for a country or a part of one; Crimea and the like stay apart."""
    code = alpha2(text)
    return code if code.startswith("UA-") else code[:2]
