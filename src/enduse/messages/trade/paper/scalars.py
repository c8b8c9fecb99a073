"""One-line values under their labels: numbers, dates, places, weights, terms."""

import re
from collections.abc import Callable

from enduse.codes import port, unlocode
from enduse.codes.country import alpha2
from enduse.messages.swift.free_lines import place_of
from enduse.messages.trade.paper.airports import airport_place
from enduse.messages.trade.paper.currencies import CURRENCIES, currency_in
from enduse.messages.trade.paper.days import dates_in
from enduse.messages.trade.paper.figures import Number, numbers, unit_after
from enduse.messages.trade.paper.headings import field_of
from enduse.messages.trade.paper.means import MEANS
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.values import Stretch
from enduse.model import Amount, Place, Quantity, Text

_NUMBER = re.compile(r"[^\W_][\w./\\+&№#-]*(?: ?[/-] ?[\w.-]+)*(?: \d[\w/-]*)*")
_DATED = re.compile(
    r"[,;(]?\s*(?:\b(?:dated?|dtd\.?|vom|of|du|del|of the|issued(?: at| on)?|от|tarihli"
    r"|date|from)\b|日期|/)?[\s:.]*$",
    re.IGNORECASE,
)
_CODED_PLACE = re.compile(
    r"[\s(\[/,-]*(?<![A-Z0-9])([A-Z]{2}\s?[A-Z2-9]{3})(?![A-Za-z0-9])[\s)\]]*"
)
_ON_DAY = re.compile(
    r"[\s,;]+(?:(?:on|am|le|den|от)\s+)?\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\s*$",
    re.IGNORECASE,
)
_TRANSIT = re.compile(
    r"^(?:in transit to|via|to|by (?:truck|rail|road)[^,]* to|from)\s+", re.IGNORECASE
)
_ORDER = re.compile(r"P\.?O\.?(?:\s*(?:no|nr)\b\.?)?[\s:#-]+(?=\S*\d)", re.IGNORECASE)
_INVOICE = re.compile(r"INV(?:OICE)?\b\.?(?:\s*(?:no|nr)\b\.?)?[\s:#-]*(?=\S*\d)", re.I)
NOBODY = re.compile(r"(?:none|nil|n\.?/?a\.?|not applicable|xxx+|-+|нет|无)\.?", re.I)
"""What stands in a box that is left empty."""
GUESS = 0.8
SURE = 0.95


def read_scalar(
    field: str, section: str, stretch: Stretch, where: str, sheet: Sheet, *, sure: bool
) -> bool:
    """Notes the value of a label; False where it is not of the kind it must be."""
    read = _READERS.get(section)
    return bool(read and read(field, stretch, where, sheet, SURE if sure else GUESS))


def _reference(
    field: str, stretch: Stretch, where: str, sheet: Sheet, confidence: float
) -> bool:
    if field in MEANS:
        return MEANS[field](stretch, where, sheet, confidence)
    text = stretch.text
    if NOBODY.fullmatch(text):
        return True
    days = dates_in(text, month_first=sheet.month_first)
    parted = days and days[0][1] > 2 and text[days[0][1] - 1] in " (,"
    number = text[: days[0][1]] if parted else text
    number = _DATED.sub("", number).strip(" ,;.:()#")
    match = _NUMBER.match(number)
    said = match[0].strip(" .,/-") if match else ""
    if not any(c.isdigit() for c in said):
        match = re.search(r"[\w/.-]*\d[\w/.-]*", number)
        said = match[0].strip(".-/") if match else said
    if not said or (len(said) < 2 and field not in ("voyage", "flight")):
        return False
    if not any(c.isdigit() for c in said) and not said.isupper():
        return False
    role = {"flight": "voyage"}.get(field, field)
    if field == "reference":
        role = _reference_role(text, sheet)
    if field == "flight":
        sheet.mode = "air"
    if sheet.new(role, said):
        sheet.notes.reference(role, said, where, confidence)
        _own_date(field, days, where, sheet)
    at = stretch.segment.text.find(said, stretch.start)
    end = at + len(said)
    stretch.segment.take(max(at, stretch.start), end)
    if days and field.endswith("_number"):
        stretch.take()
    return True


def _reference_role(text: str, sheet: Sheet) -> str:
    """What a reference is of, where it says so itself: `PO 771`, `INV. A-1`."""
    if _ORDER.match(text):
        return "order_number"
    if _INVOICE.match(text):
        return "invoice_number"
    certified = sheet.kind == "certificate-of-origin"
    return "certificate_number" if certified else "reference"


def _own_date(field: str, days: list, where: str, sheet: Sheet) -> None:  # type: ignore[type-arg]
    """A date behind the document's own number is its date."""
    from enduse.messages.trade.paper.kind import MAIN

    if days and field in MAIN.get(sheet.kind, ())[:1]:
        day = days[0][0].isoformat()
        if sheet.new("issue_date", day):
            sheet.notes.fact("issue_date", Text(day), where, GUESS)


def _date(
    field: str, stretch: Stretch, where: str, sheet: Sheet, confidence: float
) -> bool:
    days = dates_in(stretch.text, month_first=sheet.month_first)
    if not days:
        return False
    role = "issue_date" if field == "place_and_date" else field
    day, start, end = days[0]
    if sheet.new(role, day.isoformat()):
        sheet.notes.fact(role, Text(day.isoformat()), where, confidence)
    offset = stretch.segment.text.find(stretch.text, stretch.start)
    stretch.segment.take(offset + start, offset + end)
    return True


def _place(
    field: str, stretch: Stretch, where: str, sheet: Sheet, confidence: float
) -> bool:
    place = place_named(field, stretch.text, where)
    if not place:
        return False
    if field not in sheet.places:
        sheet.places[field] = place
        sheet.route_at = sheet.route_at or where
    elif sheet.places[field].name.upper() != place.name.upper() and sheet.new(
        field, place.name
    ):
        sheet.notes.text(field, place.name, where, confidence)
    if field.startswith("airport"):
        sheet.mode = "air"
    stretch.take()
    return True


def place_named(role: str, text: str, where: str) -> Place | None:
    """A place as written, its UN/LOCODE beside it and its country where they tell.

    *Example*

    >>> place = place_named("port_of_loading", "Hamburg (DEHAM)", "")
    >>> place.name, place.unlocode, place.country
    ('Hamburg', 'DEHAM', 'DE')
    """
    said = " ".join(text.split()).strip(" .,;:-*")
    if not any(c.isalpha() for c in said) or len(said) > 160:
        return None
    code = ""
    match = _CODED_PLACE.search(said)
    if match and _is_locode(match, said):
        code = "".join(match[1].split())
        rest = f"{said[: match.start()]} {said[match.end() :]}".strip(" ,/-")
        said = rest or said
    name = _ON_DAY.sub("", _TRANSIT.sub("", said))
    airport = None if code else airport_place(role, name, where)
    if airport and role.startswith("airport"):
        return airport
    country = unlocode.country(code) if code else _country(name)
    return Place(role, name, code, country, where)


def _is_locode(match: re.Match[str], text: str) -> bool:
    marked = any(sign in match[0] for sign in "([/")
    alone = match[1] == text and not alpha2(text)
    return (marked or alone) and not unlocode.fault(match[1])


def _country(name: str) -> str:
    whole = alpha2(name)
    tail = alpha2(name.rpartition(",")[2].strip(" .")) if "," in name else ""
    known = port.find(name)
    said = whole or tail or place_of(name).country
    return said[:2] if said or known is None else known.country


def _total(
    field: str, stretch: Stretch, where: str, sheet: Sheet, confidence: float
) -> bool:
    text = stretch.text
    found = [n for n in numbers(text, sheet.mark) if text[n.end :].lstrip()[:1] != "%"]
    if not found:
        return False
    first = found[0]
    if field in ("total", "freight", "subtotal"):
        return _sum(field, stretch, found, where, sheet)
    unit, end = unit_after(text, first.end)
    default = {"total_packages": "PK", "total_volume": "MTQ"}.get(field, "KGM")
    if sheet.new(field, str(first.value)):
        value = Quantity(first.value, unit or default)
        sheet.notes.fact(field, value, where, confidence)
    offset = stretch.segment.text.find(text, stretch.start)
    stretch.segment.take(offset + first.start, offset + max(end, first.end))
    return True


def _sum(
    field: str, stretch: Stretch, found: list[Number], where: str, sheet: Sheet
) -> bool:
    """A sum of money; `Total 9 packages` is none."""
    text, last = stretch.text, found[-1]
    unit, _ = unit_after(text, last.end)
    currency = currency_in(text)
    if unit and unit not in CURRENCIES and not currency:
        role = {"KGM": "total_gross_weight"}.get(unit, "total_packages")
        sheet.notes.fact(role, Quantity(last.value, unit), where, GUESS)
    elif field == "subtotal":
        return False
    elif sheet.new(field, str(last.value)):
        value = Amount(last.value, currency or sheet.currency)
        sheet.notes.fact(field, value, where, GUESS)
    stretch.take()
    return True


def _term(
    field: str, stretch: Stretch, where: str, sheet: Sheet, confidence: float
) -> bool:
    text = stretch.text
    if not text or field in ("stop", "narrative", "transport_mode") or field_of(text):
        return False
    if field == "transhipment" and port.find(text):
        return _place("port_of_transhipment", stretch, where, sheet, confidence)
    if field in ("origin_country", "destination_country", "dispatch_country"):
        code = _country(text)
        if not code and _AIRPORT.fullmatch(text):
            return _airport(field, text, where, sheet, stretch)
        said = code or text
    else:
        said = text
    if sheet.new(field, said):
        sheet.notes.text(field, said, where, confidence)
    stretch.take()
    return True


_AIRPORT = re.compile(r"[A-Z]{3}")


def _airport(field: str, text: str, where: str, sheet: Sheet, stretch: Stretch) -> bool:
    """Three letters behind `Origin` that are no country: an airport we don't know."""
    role = "airport_of_departure"
    if field == "destination_country":
        role = "airport_of_destination"
    sheet.journey.setdefault(role, Place(role, text, "", "", where))
    stretch.take()
    return True


def _value(
    field: str, stretch: Stretch, where: str, sheet: Sheet, confidence: float
) -> bool:
    text = stretch.text
    if field == "currency":
        sheet.currency = currency_in(text) or sheet.currency
        return False
    if not any(c.isdigit() for c in text) or not sheet.new(field, text):
        return False
    sheet.notes.text(field, text, where, confidence)
    stretch.take()
    return True


_Reader = Callable[[str, Stretch, str, Sheet, float], bool]
_READERS: dict[str, _Reader] = {
    "references": _reference,
    "dates": _date,
    "places": _place,
    "totals": _total,
    "terms": _term,
    "values": _value,
}
