"""Goods out of the rows of a table, with every code and measure they state."""

import re
from collections.abc import Iterator
from decimal import Decimal

from enduse.codes.country import alpha2
from enduse.messages.trade.paper.currencies import currency_in
from enduse.messages.trade.paper.figures import numbers, unit_after
from enduse.messages.trade.paper.head import Column, Head
from enduse.messages.trade.paper.rows import Row, joined
from enduse.messages.trade.paper.segment import Leaf
from enduse.messages.trade.paper.sheet import Sheet
from enduse.messages.trade.paper.vocabulary import tokens_of
from enduse.model import Amount, Good, Identifier, Quantity

_HS_IN_TEXT = re.compile(
    r"(?:\bH\.?\s?S\.?(?:\s*-?\s*code)?"
    r"|\bHTS(?:US)?|\bTARIC|\bGTIP|\btariff(?: code)?"
    r"|\bcommodity code|Zolltarif\w*(?:\s*-?\s*(?:nr|no))?|Warennummer"
    r"|ТН\s?ВЭД|海关编码"
    r"|税号|商品编码|\bCN code|code\s+SH|code douanier)"
    r"\s*(?:no|nr|№|ЕАЭС)?[.:：#\s]*(\d{4}(?:[ .]?\d{2}){1,4}(?!\d))",
    re.IGNORECASE,
)
_ECCN = re.compile(
    r"\bECCN\s*(?:no\.?|code|#)?\s*[:：]?\s*"
    r"((?:[0-9][A-E][0-9]{3}(?:\.[a-z0-9.]+)?)|EAR99)"
    r"|(?<![\w])([0-9][A-E][0-9]{3}(?:\.[a-z](?:\.\d+)?)?)(?![\w-])",
    re.IGNORECASE,
)
_CAS = re.compile(r"(?<![\d-])(\d{2,7}-\d{2}-\d)(?![\d-])")
_PART = re.compile(
    r"(?:\bP/?N|\bpart\s*(?:no|number|#)|\bmodel(?:\s*(?:no|number))?|\bart(?:icle|\.)?"
    r"\s*(?:no|nr)|\bMPN|\btype|арт(?:икул)?|型号)[.:：#\s]{1,3}\s*"
    r"([A-Z0-9][A-Z0-9/._+-]{2,30})(?<![.,])",
    re.IGNORECASE,
)
_ORIGIN = re.compile(
    r"(?:country of origin|\borigin|made in|Ursprungsland|Herkunftsland|Ursprung"
    r"|pays d.origine|origine|origen|menşe\w*|страна происхождения|原产国|原产地)"
    r"\s*[:：]?\s*([^\W\d_][^,;:()/|]{1,30})",
    re.IGNORECASE,
)
_MAKER = re.compile(
    r"(?:manufacturer|maker|brand|Hersteller|Fabricant|производитель|изготовитель"
    r"|制造商|品牌)"
    r"\s*[:：]\s*([^,;|]{2,60})",
    re.IGNORECASE,
)
_HS_SHAPE = re.compile(
    r"\d{4}(?:[ .-]\d{2}){1,2}(?:[ .-]\d{1,4}){0,3}(?!\d)|\d{4}\.\d{3,6}|\d{6,12}"
)
_HS_SHORT = re.compile(r"\d{4}(?:[ .-]?\d{2}){1,3}")
_MASSES = ("KGM", "TNE", "GRM", "LBR", "ONZ", "STN", "LTN")
_TEXTUAL = ("description", "part", "buyer_part", "marks", "case", "serial")


def good_of(row: Row, head: Head, leaf: Leaf, sheet: Sheet) -> Good | None:
    """The goods line of a row, or None where it names no goods."""
    told = {f: _told(row, head, f) for f in _TEXTUAL}
    description, number = _without_number(row, head, told["description"])
    codes = tuple(_codes(row, head, description))
    if not description and not codes and not told["part"]:
        return None
    if not any(c.isalpha() for c in description) and not codes:
        return None
    currency = _currency(row, head) or sheet.currency
    where = leaf.where(row.segments)
    origin = _told(row, head, "origin_country")
    found = _ORIGIN.search(description)
    country = alpha2(origin)[:2] or (alpha2(found[1].strip())[:2] if found else "")
    maker = _told(row, head, "maker")
    named = _MAKER.search(description)
    quantity = _quantity(row, head, "quantity", sheet) or _packages(row, head, sheet)
    gross = _weight(row, head, "gross_weight", sheet)
    if gross and gross.unit not in _MASSES:  # `Gross weight or other quantity`
        quantity, gross = quantity or gross, None
    return Good(
        description=description or told["part"] or told["marks"],
        origin=sheet.notes.origin.at(where),
        line=_line(row, head) or number,
        codes=codes,
        maker=maker or (named[1].strip() if named else ""),
        quantity=quantity,
        net_weight=_weight(row, head, "net_weight", sheet),
        gross_weight=gross,
        unit_price=_money(row, head, "unit_price", currency, sheet),
        value=_money(row, head, "value", currency, sheet),
        origin_country=country,
    )


def _without_number(row: Row, head: Head, text: str) -> tuple[str, str]:
    """The description, and the row's number where that has no heading of its own."""
    for number, column in columns_of(head, "description"):
        first, *rest = row.cells.get(number, [None])
        plain = first.text.strip(" .)") if first else ""
        apart = first and first.x1 < column.x0 and not head.has("line")
        if apart and rest and plain.isdigit() and len(plain) < 5:
            return joined([s.text for s in rest if s]), plain
    return text, ""


def columns_of(head: Head, field: str) -> Iterator[tuple[int, Column]]:
    """The columns that hold a field, with their numbers."""
    return ((n, c) for n, c in enumerate(head.columns) if c.field == field)


def _told(row: Row, head: Head, field: str) -> str:
    return joined([t for n, _ in columns_of(head, field) if (t := row.text(n))])


def _line(row: Row, head: Head) -> str:
    said = _told(row, head, "line") or _told(row, head, "case")
    return said if len(said) <= 24 else ""


def _codes(row: Row, head: Head, description: str) -> Iterator[Identifier]:
    seen: set[tuple[str, str]] = set()
    for item in (*_column_codes(row, head), *codes_in(description)):
        key = (item.scheme, re.sub(r"\W", "", item.value))
        if key not in seen:
            seen.add(key)
            yield item


def _column_codes(row: Row, head: Head) -> Iterator[Identifier]:
    for number, column in enumerate(head.columns):
        text = row.text(number)
        if not text or column.field not in ("hs", "eccn", "cas", "part", "buyer_part"):
            continue
        if column.field == "hs":
            scheme = _scheme_of(column.heading)
            yield from (Identifier(scheme, code) for code in _tariff_codes(text))
        elif column.field == "eccn":
            yield Identifier("eccn", text)
        elif column.field == "cas":
            yield from (Identifier("cas", m[1]) for m in _CAS.finditer(text))
        elif any(c.isalnum() for c in text) and len(text) <= 60:
            yield Identifier(column.field, text)


_SCHEMES = (
    ("tnved", re.compile(r"ВЭД|TN\s?VED", re.IGNORECASE)),
    ("hts", re.compile(r"\bHTS|SCHEDULE\s?B", re.IGNORECASE)),
    ("cn", re.compile(r"\bCN\s?(?:CODE|NO)|TARIC|\bKN[- ]?(?:CODE|NR)", re.IGNORECASE)),
)


def _scheme_of(label: str) -> str:
    """Which tariff a label names; the harmonised system where it names none."""
    return next((scheme for scheme, named in _SCHEMES if named.search(label)), "hs")


def _tariff_codes(text: str) -> Iterator[str]:
    """The codes of a tariff column; two that stand side by side are two."""
    for match in _HS_SHAPE.finditer(text):
        digits = sum(c.isdigit() for c in match[0])
        if digits <= 12:
            yield match[0]
        else:
            yield from (m[0] for m in _HS_SHORT.finditer(match[0]))


_UN = re.compile(r"(?<![A-Z0-9])UN(?:\s?No\.?)?[\s:#-]{0,3}(\d{4})(?![\d.-])")


def codes_in(text: str) -> Iterator[Identifier]:
    """The codes that words about goods state: HS, ECCN, CAS, part numbers.

    *Example*

    >>> [(c.scheme, c.value) for c in codes_in("Bearings P/N 7014-A HS CODE: 8482.10")]
    [('hs', '8482.10'), ('part', '7014-A')]
    """
    for match in _HS_IN_TEXT.finditer(text):
        label = match[0][: match.start(1) - match.start()]
        yield Identifier(_scheme_of(label), match[1])
    for match in _ECCN.finditer(text):
        yield Identifier("eccn", (match[1] or match[2]).upper())
    for match in _CAS.finditer(text):
        if _is_cas(match[1]):
            yield Identifier("cas", match[1])
    for match in _UN.finditer(text):
        yield Identifier("other", match[1], note="UN")
    for match in _PART.finditer(text):
        if any(c.isdigit() for c in match[1]):
            yield Identifier("part", match[1])


def _is_cas(text: str) -> bool:
    digits = text.replace("-", "")
    total = sum(n * int(d) for n, d in enumerate(reversed(digits[:-1]), start=1))
    return total % 10 == int(digits[-1])


def _currency(row: Row, head: Head) -> str:
    for field in ("value", "unit_price", "currency"):
        for number, column in columns_of(head, field):
            found = currency_in(row.text(number)) or currency_in(column.heading)
            if found:
                return found
    return ""


def _money(
    row: Row, head: Head, field: str, currency: str, sheet: Sheet
) -> Amount | None:
    value = _figure(row, head, field, sheet)
    return Amount(value, currency) if value is not None else None


def _figure(row: Row, head: Head, field: str, sheet: Sheet) -> Decimal | None:
    for number, _ in columns_of(head, field):
        found = numbers(row.text(number), sheet.mark)
        if found:
            return found[0].value
    return None


def _quantity(row: Row, head: Head, field: str, sheet: Sheet) -> Quantity | None:
    for number, column in columns_of(head, field):
        text = row.text(number)
        found = numbers(text, sheet.mark)
        if not found:
            continue
        unit, _ = unit_after(text, found[0].end)
        written = _told(row, head, "unit")
        if not unit and written:
            unit = unit_after(f"1 {written}", 1)[0] or written
        return Quantity(found[0].value, unit or _unit_in(column.heading))
    return None


def _packages(row: Row, head: Head, sheet: Sheet) -> Quantity | None:
    found = _quantity(row, head, "packages", sheet)
    if found and not found.unit:
        return Quantity(found.value, "PK")
    return found


def _weight(row: Row, head: Head, field: str, sheet: Sheet) -> Quantity | None:
    found = _quantity_alone(row, head, field, sheet)
    if found and not found.unit:
        return Quantity(found.value, "KGM")
    return found


def _quantity_alone(row: Row, head: Head, field: str, sheet: Sheet) -> Quantity | None:
    for number, column in columns_of(head, field):
        text = row.text(number)
        found = numbers(text, sheet.mark)
        if found:
            unit = unit_after(text, found[0].end)[0] or _unit_in(column.heading)
            return Quantity(found[0].value, unit)
    return None


def _unit_in(heading: str) -> str:
    """The unit that a column's heading names: `Gross weight kg`."""
    for token in reversed(tokens_of(heading)):
        if token.word in _NO_UNITS:
            continue
        unit, _ = unit_after(f"1 {heading[token.start : token.end]}", 1)
        if unit and len(token.word) > 1:
            return unit
    return ""


_NO_UNITS = frozenset(
    [
        "qty",
        "unit",
        "units",
        "no",
        "net",
        "total",
        "pc",
        "price",
        "lot",
        "st",
        "m",
        "t",
        "g",
        "k",
    ]
)
