"""SWIFT messages as terminals print them, turned back into the fields they show.

    Swift Output : FIN 700 Issue of a Documentary Credit
    Sender       : ZORLBGSFXXX
     20: Documentary Credit Number
         LC-77/26
     32B: Currency Code, Amount
         Currency : EUR (EURO)
         Amount   :      #18.400,00#

A field's number stands with its name on one line, its value on the lines below, further
in; dates, currencies and amounts are spelled out there.

*Source*: the print formats of Alliance Access and of the terminals before it.
"""

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import NamedTuple

from enduse.text.dates import parse_span

MAX_BYTES = 8 * 1024**2
_HEADER = re.compile(
    r"(?im)^.{0,40}?\bswift\s{0,4}(input|output)\b[^\n:]{0,20}:\s{0,10}"
    r"(?:FIN\s{0,4}|MT\s{0,4})?(\d{3})\b"
)
_TYPE = re.compile(r"(?i)\b(?:FIN|MT)[ .]{0,3}(\d{3})\b")
_BANK = re.compile(
    r"(?im)^\s{0,12}(sender|receiver)\s{0,12}:\s{0,10}"
    r"([A-Z]{4}[A-Z]{2}[A-Z0-9]{2,6}?)\b"
)
_TAG = re.compile(r"^(\s{0,8}):?F?(\d\d[A-Z]?)\s{0,2}:\s{0,4}(\S.*)$")
_RULE = re.compile(r"^\s*(?:[-=_*]{4,}.*|.*[-=_*]{4,})\s*$")
_KEYED = re.compile(r"^\s*([A-Za-z][A-Za-z &/.-]{2,40}?)\s{0,20}:\s*(.*)$")
_AMOUNT = re.compile(r"#?\s*([\d.,' ]*\d[\d.,' ]*)\s*#?")
_SAID = "date currency amount code narrative account number party bic name address"
_DROPPED = frozenset(_SAID.split())
_TAGS = """
    20 21 23B 27 31C 31D 32A 32B 40A 41A 41D 44C 44E 44F 45A 45B 46A 46B 50 50K 50F 52A
    57A 59 59F 70 71A 77C 77U 79
"""
_TELLING = frozenset(_TAGS.split())
_DATED = frozenset(("30", "31C", "31D", "31E", "31P", "44C", "26E"))
_AROUND = "STUVW"  # blocks that take the words around the fields
_BLOCK = 12_000  # characters of one of them


class _Printed(NamedTuple):
    """One field as printed: its tag, what stands beside the tag, its lines, and the
    numbers of all of them."""

    tag: str
    label: str
    lines: list[str]
    places: list[int]


def is_printed(text: str) -> bool:
    """Whether a text is a print-out: its fields with names, values below them."""
    start = text[: 16 * 1024]
    if "{4:" in start or "{1:F" in start:
        return False
    fields = list(_fields(start.splitlines()))
    telling = {f.tag for f in fields} & _TELLING
    below = sum(bool(f.lines) and any(map(str.isalpha, f.label)) for f in fields)
    titled = bool(_HEADER.search(start) or _TYPE.search(start))
    return (
        below >= 3 and below * 2 > len(fields) and len(telling) > (2 if titled else 4)
    )


def as_fin(text: str) -> bytes:
    """The messages of a print-out as FIN, one after another."""
    starts = [match.start() for match in _HEADER.finditer(text)]
    bounds = [*(starts if len(starts) > 1 else [0]), len(text)]
    bounds[0] = 0
    parts = [text[a:b] for a, b in pairwise(bounds)]
    return "\r\n".join(filter(None, map(_message, parts))).encode("utf-8", "replace")


def _message(text: str) -> str:
    fields = list(_fields(text.splitlines()))
    if not fields:
        return ""
    head = text[: text.find(fields[0].label)]
    kind = _HEADER.search(head) or _TYPE.search(head)
    banks = {m[1].lower(): m[2].upper() for m in _BANK.finditer(head)}
    blocks = ""
    if "sender" in banks:
        blocks += f"{{1:F01{_terminal(banks['sender'])}0000000000}}"
    if kind:
        receiver = _terminal(banks.get("receiver", ""))
        blocks += f"{{2:I{kind[kind.lastindex or 1]}{receiver}N}}"
    shown = "\r\n".join(f":{f.tag}:{_value(f)}" for f in fields)
    return f"{blocks}{{4:\r\n{shown}\r\n-}}{_around(text)}"


def _around(text: str) -> str:
    """The words above and below the fields, in blocks of their own."""
    lines = text.splitlines()
    inside = {place for field in _fields(lines) for place in field.places}
    words = [
        re.sub(r"[{}]", " ", line.strip())
        for place, line in enumerate(lines)
        if place not in inside and any(map(str.isalpha, line)) and not _RULE.match(line)
    ]
    left = "\r\n".join(words)[: _BLOCK * len(_AROUND)]
    parts = [left[at : at + _BLOCK] for at in range(0, len(left), _BLOCK)]
    return "".join(
        f"{{{key}:{part}}}" for key, part in zip(_AROUND, parts, strict=False)
    )


def _terminal(code: str) -> str:
    """A bank's code as headers write it, with a terminal's letter; X where unknown."""
    branch = code[9:] if len(code) == 12 else code[8:11]
    bank, branch = code[:8].ljust(8, "X"), branch.ljust(3, "X")
    return f"{bank}X{branch}"


def _fields(lines: list[str]) -> Iterator[_Printed]:
    field: _Printed | None = None
    depth = 0
    for place, line in enumerate(lines):
        found = _TAG.match(line)
        if found and (field is None or not field.lines or len(found[1]) <= depth + 2):
            if field:
                yield field
            field, depth = (
                _Printed(found[2], found[3].strip(), [], [place]),
                len(found[1]),
            )
        elif field and _RULE.match(line):
            yield field
            field = None
        elif field and line.strip():
            field.lines.append(line.strip())
            field.places.append(place)
    if field:
        yield field


def _value(field: _Printed) -> str:
    """The field's value as FIN writes it."""
    lines = field.lines or [field.label.rpartition(": ")[2]]
    keyed = {m[1].strip().lower(): m[2] for line in lines if (m := _KEYED.match(line))}
    if "amount" in keyed and "currency" in keyed:
        day = _day(keyed.get("date", "")) if "date" in keyed else ""
        return f"{day}{keyed['currency'][:3]}{_amount(keyed['amount'])}"
    if field.tag == "27" and {"number", "total"} <= keyed.keys():
        return f"{keyed['number']}/{keyed['total']}"
    if field.tag in _DATED and len(lines) <= 3:
        return _dated(lines)
    if field.tag[:2] in ("32", "33", "34") and (money := _money(lines[0])):
        return money
    return "\r\n".join(filter(None, map(_plain, lines)))


def _plain(line: str) -> str:
    """A line of a value without the word that a terminal put before it."""
    keyed = _KEYED.match(line)
    if not keyed:
        return line
    said = keyed[1].lower().replace("&", " ").replace("and", " ").split()
    if not said or not set(said) <= _DROPPED | {"identifier", "code"}:
        return line
    if said[0] in ("account", "party") and not keyed[2].startswith("/"):
        return f"/{keyed[2]}" if keyed[2] else ""
    return keyed[2]


def _dated(lines: list[str]) -> str:
    """A date, with the place of expiry that field 31D has."""
    plain = [_plain(line) for line in lines]
    bare = [re.sub(r"(?i)^\s*place\s*:\s*", "", line) for line in plain]
    first, *rest = bare
    return "".join([_day(first), *rest])


def _day(text: str) -> str:
    """A date as YYMMDD, or as written where it is none."""
    if re.match(r"\d{6}(?!\d)", text.strip()):
        return text.strip()[:6]
    span = parse_span(text.strip())
    return span.earliest.strftime("%y%m%d") if span and span.earliest else text


def _money(line: str) -> str:
    """`EUR 18.400,00` as FIN writes it, or ''."""
    found = re.match(r"([A-Z]{3})\s*(?:\([^)]{0,40}\))?\s*(#?[\d.,' ]+#?)\s*$", line)
    return f"{found[1]}{_amount(found[2])}" if found else ""


def _amount(text: str) -> str:
    """A number with a comma for its decimals and no other sign."""
    found = _AMOUNT.search(text)
    plain = re.sub(r"[' ]", "", found[1]) if found else ""
    mark = max(plain.rfind(","), plain.rfind("."))
    decimals = plain[mark + 1 :] if mark >= 0 else ""
    if mark >= 0 and (len(decimals) != 3 or "#" in text):
        whole = re.sub(r"[.,]", "", plain[:mark])
        return f"{whole},{decimals}"
    return re.sub(r"[.,]", "", plain) + ","
