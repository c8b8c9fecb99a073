"""Codes that prove themselves wherever they stand: containers, ships, ports, terms."""

import re
from collections.abc import Sequence

from enduse.codes import container, imo
from enduse.codes.country import alpha2
from enduse.messages.trade.paper.closing import keep_imo
from enduse.messages.trade.paper.figures import numbers, unit_after
from enduse.messages.trade.paper.segment import Leaf, Segment
from enduse.messages.trade.paper.sheet import Sheet
from enduse.model import Amount, Quantity

_IMO = re.compile(
    r"\bIMO\b(?:\s*(?:no|number|nr)\b)?[.:#\s-]{0,4}(\d{7})\b", re.IGNORECASE
)
_INCOTERM = re.compile(
    r"(?<![\w-])(EXW|FCA|FAS|FOB|CFR|CIF|CPT|CIP|DAT|DPU|DAP|DDP|DDU|DAF)(?![\w-])"
    r"[ ,:-]{1,2}((?:[^\W\d_][^\d,;:()]{2,40}))?"
)
_PACKAGES = re.compile(
    r"(?<![\w.,-])(\d{1,6})\s+((?:packages?|pkgs?|cases?|cartons?|ctns?|pallets?|crates?|"
    r"boxes|colli|bultos|colis|koli|мест[а]?|ящик\w*|Packstücke|Kisten)\b)",
    re.IGNORECASE,
)
_AWB = re.compile(r"(?<!\d)(\d{3})[- ]{1,3}(\d{4} ?\d{4})(?!\d)")
_CONTAINERS = re.compile(
    r"\bcont(?:ainer)?s?\b|\bcntr|\bctnr|\bctr\b|\bconteneur|\bcontenedor|конт|konteyner"
    r"|\b(?:20|40|45)\s?(?:dry|hc|hq|gp|dv|ot|rf|ft)\b|集装箱|柜号|箱号|\b\d\s?x\s?(?:20|40|45)|\b(?:20|40|45)\s?['’]|\bseal",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"\b(?i:goods|merchandise|products?|cargo)\s+(?:is|are)?\s*of\s+(?:the\s+)?"
    r"([A-Z][\w'’. -]{2,40}?)\s+(?i:origin)\b"
)
_PRODUCED = re.compile(r"\bproduced in\b", re.IGNORECASE)
_CAPTION = re.compile(r"\(\s*(importing )?country\s*\)", re.IGNORECASE)
_SUM = re.compile(
    r"\btotal (?:amount|value|price|sum|cost)\b[^.:]{0,60}?\s(?:is|of|equals"
    r"|amounts to|constitutes|makes|:)\s+"
    r"(?P<currency>USD|EUR|GBP|CHF|CNY|RUB|AED|TRY|JPY|KZT|INR)"
    r"\s?(?P<sum>\d[\d.,' ]*\d)",
    re.IGNORECASE,
)
_GUESS = 0.6


def speaks_of_containers(text: str) -> bool:
    """Whether a text says that a number in it is a container's."""
    return bool(_CONTAINERS.search(text))


def note_mentions(leaf: Leaf, segments: Sequence[Segment], sheet: Sheet) -> None:
    """Notes the codes in text that no label or table has explained."""
    _captions(leaf, sheet)
    _sums(leaf, segments, sheet)
    for segment in segments:
        origin = _ORIGIN.search(segment.text)
        if origin and (code := alpha2(origin[1].strip())[:2]):
            _country("origin_country", code, leaf.where([segment]), sheet)
        for start, end in segment.left_over():
            _numbers(leaf, segment, (start, end), sheet)


def _numbers(leaf: Leaf, segment: Segment, span: tuple[int, int], sheet: Sheet) -> None:
    start, end = span
    text = segment.text[start:end]
    where = leaf.where_in(segment, start, end)
    for number in container.mentioned(text):
        proven = container.is_valid(number) or speaks_of_containers(segment.text)
        if proven and sheet.new("container", number):
            sheet.notes.reference("container", number, where, 0.9)
    for match in _IMO.finditer(text):
        if imo.is_valid(match[1]):
            keep_imo(match[1], where, sheet)
    term = _INCOTERM.search(text)
    if term and not any(role == "incoterm" for role, _ in sheet.seen):
        said = term[0].strip(" ,:-")
        if sheet.new("incoterm", said):
            sheet.notes.text("incoterm", said, where, _GUESS)
    if sheet.kind == "airway-bill":
        _air_waybill(text, where, sheet)
    packed = _PACKAGES.search(text)
    if packed and not any(role == "total_packages" for role, _ in sheet.seen):
        _packages(packed, text, where, sheet)


def _sums(leaf: Leaf, segments: Sequence[Segment], sheet: Sheet) -> None:
    """The sum that a sentence states, where no label does: that of a contract."""
    if any(role == "total" for role, _ in sheet.seen):
        return
    for segment in segments:
        match = _SUM.search(segment.text)
        said = numbers(match["sum"], sheet.mark) if match else []
        if match and said and sheet.new("total", str(said[0].value)):
            value = Amount(said[0].value, match["currency"].upper())
            where = leaf.where_in(segment, match.start(), match.end())
            sheet.notes.fact("total", value, where, _GUESS)
            return


def _captions(leaf: Leaf, sheet: Sheet) -> None:
    """The countries of a certificate that stand over `(country)` in small print."""
    if sheet.kind != "certificate-of-origin":
        return
    produced = any(_PRODUCED.search(s.text) for s in leaf.segments)
    for segment in leaf.segments:
        match = _CAPTION.fullmatch(segment.text.strip())
        above = _above(leaf, segment) if match else None
        code = alpha2(above.text)[:2] if above else ""
        if not match or above is None or not code:
            continue
        where = leaf.where([above])
        if match[1]:
            _country("destination_country", code, where, sheet)
        elif produced:
            _country("origin_country", code, where, sheet)


def _above(leaf: Leaf, segment: Segment) -> Segment | None:
    rows = leaf.between(segment.y0 - 2 * max(segment.size, 6), segment.middle - 1)
    over = [s for s in rows if s.x0 < segment.x1 + 20 and s.x1 > segment.x0 - 20]
    return max(over, key=lambda s: s.middle, default=None)


def _country(role: str, code: str, where: str, sheet: Sheet) -> None:
    if sheet.new(role, code):
        sheet.notes.text(role, code, where, _GUESS)


def _air_waybill(text: str, where: str, sheet: Sheet) -> None:
    """A number of an air waybill: three digits of the airline, seven, a check digit."""
    for match in _AWB.finditer(text):
        serial = match[2].replace(" ", "")
        number = f"{match[1]}-{serial}"
        proven = int(serial[:7]) % 7 == int(serial[7])
        alone = match[0].strip() == text.strip()
        if (proven or alone) and sheet.new("awb_number", number):
            sure = 0.9 if proven else _GUESS
            sheet.notes.reference("awb_number", number, where, sure)


def _packages(match: re.Match[str], text: str, where: str, sheet: Sheet) -> None:
    found = numbers(match[1])
    unit = unit_after(text, match.end(1))[0] or "PK"
    if found and sheet.new("total_packages", match[1]):
        value = Quantity(found[0].value, unit)
        sheet.notes.fact("total_packages", value, where, _GUESS)
