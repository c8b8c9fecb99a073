"""Documentary credits, guarantees and collections: the fields of category 7 and 4.

*Source*: SWIFT Standards MT November 2025, categories 4 and 7: 700 to 759 (credits),
760 to 787 (guarantees), 400 to 456 (collections). Parties are read by `party`; here are
goods, places, dates, amounts, documents and conditions.
"""

import re
from datetime import date

from enduse.codes import port
from enduse.codes.country import alpha2
from enduse.messages.swift.amendment import Part, parts
from enduse.messages.swift.credit_fields import (
    AMENDMENTS,
    ANSWERS,
    BY_AIR,
    CONDITIONS,
    CREDIT_FIELD,
    DATES,
    GUARANTEES,
    ITEMS,
    NARRATIVE,
    OWN_NUMBER,
    PLACES,
    TERMS,
    narrative_role,
)
from enduse.messages.swift.fields import Field
from enduse.messages.swift.free_lines import Line, place_of
from enduse.messages.swift.narrated import note_labelled
from enduse.messages.swift.reading import Reading
from enduse.messages.trade.goods_items import Line as GoodsLine
from enduse.messages.trade.goods_text import read_goods
from enduse.model import Fact, Party, PartyName, Place, Route, Text

_DATED = re.compile(r"(\d{6})(.*)", re.DOTALL)


class Credit:
    """The trade fields of one message; `read` says whether a field was one."""

    def __init__(self, reading: Reading) -> None:
        self._reading = reading
        self._places: list[Place] = []
        self._route_at = ""
        self._mt = reading.mt[:3]
        self._is_guarantee = self._mt.isdigit() and int(self._mt) in GUARANTEES
        self._guarantee_field = "21" if self._mt in ANSWERS else "20"

    def read(self, field: Field) -> bool:
        """Notes a field of a trade message; False leaves it to the common table."""
        tag = field.tag
        if tag in ("20", "21", "23") and field.text:
            self._number(field)
        elif tag in PLACES:
            self._place(field, PLACES[tag])
        elif tag == "31D":
            self._expiry(field)
        elif tag in DATES:
            return self._date(field, DATES[tag])
        elif tag in ("45A", "45B"):
            self._goods(field)
        elif tag in ITEMS:
            self._items(field, ITEMS[tag])
        elif tag in CONDITIONS:
            self._items(field, "additional_conditions")
        elif tag in TERMS:
            self._reading.field_text(TERMS[tag], field)
        elif tag in NARRATIVE:
            self._narrative(field)
        else:
            return False
        return True

    def finish(self) -> None:
        """Notes the route once all its places are known."""
        if self._places:
            order = list(PLACES.values())
            order[1:1] = [BY_AIR["port_of_loading"]]
            order[4:4] = [BY_AIR["port_of_discharge"]]
            placed = sorted(self._places, key=lambda p: order.index(p.role))
            air = any(p.role in BY_AIR.values() for p in placed)
            sea = any(p.role in BY_AIR for p in placed)
            route = Route(tuple(placed), "air" if air else "sea" if sea else "")
            origin = self._reading.origin.at(self._route_at)
            self._reading.facts.append(Fact("route", route, origin))

    def _number(self, field: Field) -> None:
        own = CREDIT_FIELD.get(self._mt, "20" if self._mt in OWN_NUMBER else "")
        role = "reference" if field.tag == "20" else "related_reference"
        if field.tag == own:
            role = "credit_number"
        elif self._is_guarantee and field.tag == self._guarantee_field:
            role = "guarantee_number"
        if field.text.upper() in ("NONREF", "NEW", "NONE"):
            role = "no_reference"
        elif field.tag == "23" and own != "23":
            role = "related_reference"
        self._reading.field_text(role, field)

    def _place(self, field: Field, role: str) -> None:
        reading = self._reading
        name = " ".join(line.strip() for line in field.lines if line.strip())
        if not name:
            return
        where = reading.at(field.place)
        upper = name.upper()
        if "AIRPORT" in upper or " APT" in upper or "INTL APT" in upper:
            role = BY_AIR.get(role, role)
        country = _country(name) or _known(name)
        self._places.append(Place(role, name, "", country[:2], where))
        self._route_at = self._route_at or where

    def _expiry(self, field: Field) -> None:
        match = _DATED.match(field.text)
        reading = self._reading
        day = _day(match[1]) if match else None
        if match is None or day is None:
            self._unreadable(field)
            return
        where = reading.at(field.place)
        reading.text("expiry_date", day.isoformat(), where)
        reading.text("place_of_expiry", match[2].strip(), where)

    def _date(self, field: Field, role: str) -> bool:
        if role == "amendment_date" and self._mt not in AMENDMENTS:
            role = "related_date"
        day = _day(field.text)
        if day is None:
            self._unreadable(field)
        else:
            where = self._reading.at(field.place)
            self._reading.text(role, day.isoformat(), where)
        return True

    def _unreadable(self, field: Field) -> None:
        reading = self._reading
        where = reading.at(field.place)
        message = f"{field.place} {field.text[:40]!r} is no date; ask the sender"
        reading.report("date-unreadable", message, where, "warning")
        reading.field_text("unmapped", field)

    def _goods(self, field: Field) -> None:
        reading = self._reading
        for part in parts(field, reading):
            self._code(field, part)
            lines = [GoodsLine(line.text, line.locator) for line in part.lines]
            found = read_goods(lines, reading.origin)
            role = "goods_deleted" if part.code == "DELETE" else "goods"
            for good in found.goods:
                reading.facts.append(Fact(role, good, good.origin))
            for term in found.terms:
                origin = reading.origin.at(term.locator)
                said: Text | Party = Text(term.value)
                if term.role == "manufacturer":
                    name = PartyName(term.value, term.locator)
                    said = Party(term.role, origin, (name,))
                reading.facts.append(Fact(term.role, said, origin, 0.9))
            whole = "\n".join(line.text for line in part.lines)
            if whole.strip():
                reading.text("goods_text", whole, part.lines[0].locator)

    def _items(self, field: Field, role: str) -> None:
        reading = self._reading
        for part in parts(field, reading):
            self._code(field, part)
            deleted = part.code == "DELETE"
            for item in _split(part.lines):
                text = "\n".join(line.text for line in item)
                called = f"{role}_deleted" if deleted else role
                reading.text(called, text, item[0].locator)
                if not deleted:
                    note_labelled(reading, item)

    def _code(self, field: Field, part: Part) -> None:
        if part.code:
            said = f"{field.tag} {part.code}"
            where = part.lines[0].locator if part.lines else field.place
            self._reading.text("amendment_code", said, where)

    def _narrative(self, field: Field) -> None:
        self._reading.field_text(narrative_role(field.tag), field)
        lines = [
            Line(text, self._reading.at(field.place, number))
            for number, text in enumerate(field.lines, start=1)
            if text.strip()
        ]
        note_labelled(self._reading, lines)


def _country(name: str) -> str:
    """The country that a place names, at its end or as a city that is a state."""
    for text in (name, name.rpartition(",")[2].strip()):
        if code := place_of(text).country:
            return code
    words = name.upper().split()
    for width in (2, 1):
        code = alpha2(" ".join(words[:width]).strip(" ,"))
        if code in _CITY_STATES:
            return code
    return ""


def _known(name: str) -> str:
    """The country of a port or airport that the table has, or ''."""
    found = port.find(name)
    return found.country if found else ""


_CITY_STATES = frozenset(("SG", "HK", "MO", "GI", "MC", "DJ", "KW", "PA", "LU"))


def _split(lines: list[Line]) -> list[list[Line]]:
    """Items that open with `+`, `-` or a number; without any, the whole is one."""
    opens = re.compile(r"\s{0,3}(?:[+*]|-\s|\d{1,2}[.)]\s|[A-Z][.)]\s)")
    items: list[list[Line]] = []
    for line in lines:
        match = opens.match(line.text)
        if match or not items:
            items.append([])
        text = line.text[match.end() :] if match and "+" in match[0] else line.text
        items[-1].append(Line(text.strip(), line.locator))
    return [item for item in items if any(line.text for line in item)]


def _day(text: str) -> date | None:
    """The day of six figures; a year above 60 is of the last century."""
    digits = text.strip()[:6]
    if len(digits) != 6 or not digits.isascii() or not digits.isdigit():
        return None
    year = int(digits[:2])
    try:
        century = 2000 if year <= 60 else 1900
        return date(century + year, int(digits[2:4]), int(digits[4:]))
    except ValueError:
        return None
