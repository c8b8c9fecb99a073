"""Parties out of fields 50 to 59 and their like, by option letter.

*Source*: SWIFT Standards MT, formats of party fields: A and G give a BIC, B a place,
C and L a number, F numbered lines, D, H, K, J and none name and address in free lines;
each may open with `/account`, `//clearing code` or, in 50F, `CODE/CC/identifier`.
"""

import re
from collections.abc import Sequence

from enduse.codes import bic, iban
from enduse.codes.country import is_code
from enduse.messages import telegraphic
from enduse.messages.swift.fields import Field
from enduse.messages.swift.free_lines import Line, split_lines
from enduse.messages.swift.party_draft import Draft
from enduse.messages.swift.party_j import is_option_j, of_codes
from enduse.messages.swift.reading import Reading
from enduse.model import Address, Identifier, PartyName, ProblemSeverity
from enduse.text.dates import parse_span

_IBAN = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_CLEARING = re.compile(
    r"(AT|AU|BL|CC|CH|CN|CP|ES|FW|GR|HK|IE|IN|IT|NZ|PL|PT|RT|RU|SC|SW|ZA)(\w*)"
)
_CODED_ID = re.compile(r"([A-Z]{4})/(?:([A-Z]{2})/)?(.{1,60})")
_NUMBERED = re.compile(r"([1-8])/(.*)")
_SCHEMES = {
    "CCPT": "passport",
    "NIDN": "national_id",
    "SOSE": "national_id",
    "TXID": "tax_id",
}
_ISSUED = frozenset(("CUST", "DRLC", "EMPL"))  # by whom stands before their number
_OF_PERSONS = frozenset(("ARNU", "CCPT", "DRLC", "NIDN", "SOSE"))
ID_CODES = frozenset((*_SCHEMES, *_ISSUED, *_OF_PERSONS))
_BIC_LETTERS = frozenset("AGCP")


def read_party(field: Field, role: str, reading: Reading) -> None:
    """Notes the party of a field; what its option does not allow is kept and told."""
    draft = Draft(role, reading.at(field.place))
    if "51" <= field.tag[:2] <= "58" or field.tag[:2] == "41":
        draft.kind = "entity"
    lines = [
        Line(text.strip(), reading.at(field.place, number))
        for number, text in enumerate(field.lines, start=1)
        if text.strip()
    ]
    if not lines:
        message = f"{field.place} is empty: a party is missing, ask the sender"
        reading.report("party-empty", message, draft.locator, "warning")
        return
    if field.tag[:2] == "41" and lines[-1].text.startswith("BY "):
        last = lines.pop()
        reading.text("conditions", last.text, last.locator)
    letter = field.tag[2:]
    if is_option_j(lines):
        draft.names, draft.identifiers, draft.addresses, stray = of_codes(lines)
        reading.text("unmapped", stray, draft.locator)
        reading.party(draft.finished(reading))
        return
    tell_telegraphic(lines, reading)
    rest = _numbers(draft, lines, letter, reading)
    if rest:
        _by_letter(draft, rest, letter, reading)
    reading.party(draft.finished(reading))


def tell_telegraphic(lines: Sequence[Line], reading: Reading) -> None:
    """Tells of a name in Chinese telegraphic code, and how it was read."""
    first = next((line for line in lines if not line.text.startswith("/")), None)
    if first and telegraphic.code_of(first.text):
        found = telegraphic.signs(first.text)
        message = telegraphic.said(first.text, found)
        severity: ProblemSeverity = "note" if found else "error"
        reading.report("telegraphic-code", message, first.locator, severity)


def _numbers(
    draft: Draft, lines: list[Line], letter: str, reading: Reading
) -> list[Line]:
    """Takes the account, clearing code or identifier off the top."""
    taken = 0
    while taken < 2 and taken < len(lines) and lines[taken].text.startswith("/"):
        draft.identifiers.extend(_account(lines[taken]))
        taken += 1
    coded = _CODED_ID.fullmatch(lines[0].text) if letter == "F" and not taken else None
    if coded and (is_code(coded[2]) if coded[2] else coded[1] in ID_CODES):
        said = Line(coded[3], lines[0].locator)
        _identify(draft, coded[1], coded[2] or "", said, reading)
        taken = 1
    return lines[taken:]


def _account(line: Line) -> list[Identifier]:
    text = line.text
    if text.startswith("//"):
        value = text[2:].strip()
        match = _CLEARING.match(value)
        system = match[1] if match else ""
        country = system if is_code(system) else ""
        return [Identifier("clearing", value, country, system, line.locator)]
    value = text[1:]
    if value[:2] in ("C/", "D/"):
        value = value[2:]
    value = value.strip().removeprefix("/")
    if not value:
        return []
    return [account_identifier(value, line.locator)]


def account_identifier(value: str, locator: str) -> Identifier:
    """The identifier an account number is: an IBAN where it has the shape of one."""
    compact = value.replace(" ", "").upper()
    shaped = _IBAN.fullmatch(compact) and is_code(compact[:2])
    if shaped and iban.fault(compact) != "format":
        return Identifier("iban", value, compact[:2], locator=locator)
    return Identifier("account", value, locator=locator)


def _identify(
    draft: Draft, code: str, country: str, said: Line, reading: Reading
) -> None:
    """Gives the party a number; who issued it is a text of its own."""
    scheme, value = _SCHEMES.get(code, "other"), said.text
    note = "" if scheme in ("passport", "tax_id") else code
    issuer, slash, number = value.partition("/")
    if slash and number and code in _ISSUED:
        reading.text("unmapped", issuer, said.locator)
        note, value = f"{code} {issuer}", number
    draft.identifiers.append(Identifier(scheme, value, country, note, said.locator))
    if code in _OF_PERSONS:
        draft.kind = "person"


def _by_letter(draft: Draft, lines: list[Line], letter: str, reading: Reading) -> None:
    if letter == "F":
        _numbered_lines(draft, lines, reading)
    elif letter in _BIC_LETTERS and letter:
        _bic_lines(draft, lines, reading)
    elif letter == "B" and draft.role != "applicant":
        draft.names.append(PartyName(lines[0].text, lines[0].locator))
        texts = tuple(line.text for line in lines)
        draft.addresses.append(Address(lines=texts, locator=lines[0].locator))
    elif letter == "L":
        draft.names.append(PartyName(lines[0].text, lines[0].locator))
        number = Identifier("other", lines[0].text, locator=lines[0].locator)
        draft.identifiers.append(number)
        add_free(draft, lines[1:])
    else:
        if draft.kind == "entity" and _is_bic(lines[0].text):
            add_bic(draft, lines[0])  # which a bank may be called by, too: `BARCLAYS`
        add_free(draft, lines)


def _is_bic(text: str) -> bool:
    return len(text) in (8, 11) and text.isupper() and not bic.fault(text)


def add_free(draft: Draft, lines: Sequence[Line]) -> None:
    """Gives the party the likely names and the address of free lines."""
    names, addresses = split_lines(lines)
    draft.names.extend(names)
    draft.addresses.extend(addresses)


def _bic_lines(draft: Draft, lines: list[Line], reading: Reading) -> None:
    first = lines[0]
    looks = len(first.text) in (8, 11) and first.text.isalnum()
    if looks and bic.fault(first.text) != "format":
        draft.kind = "entity"
        add_bic(draft, first)
        for line in lines[1:]:
            reading.text("unmapped", line.text, line.locator)
        return
    message = (
        f"{first.text!r} stands where a BIC must be; it is screened as a name, ask the "
        "sender"
    )
    reading.report("bic-format", message, first.locator, "warning")
    add_free(draft, lines)


def add_bic(draft: Draft, line: Line) -> None:
    """Gives the party a BIC as written."""
    country = bic.country(line.text)
    draft.identifiers.append(
        Identifier("bic", line.text, country, locator=line.locator)
    )


def _numbered_lines(draft: Draft, lines: list[Line], reading: Reading) -> None:
    """Option F: 1 name, 2 street, 3 country and town, 4 to 8 birth and identity."""
    parts: dict[str, list[Line]] = {}
    last = ""
    for line in lines:
        match = _NUMBERED.match(line.text)
        if not match:
            message = (
                f"{line.text!r} has no line number 1/ to 8/ as option F asks; it was "
                f"read as part of line {last or '1'}/"
            )
            reading.report("line-unnumbered", message, line.locator, "warning")
        last = match[1] if match else last or "1"
        text = match[2].strip() if match else line.text
        if text:
            parts.setdefault(last, []).append(Line(text, line.locator))
    _names(draft, parts.get("1", []))
    _place(draft, parts.get("2", []), parts.get("3", []))
    for number, read in (("4", _birth_date), ("5", _birth_place)):
        for line in parts.get(number, []):
            read(draft, line, reading)
    more = [line.text for line in parts.get("8", [])]
    for number, code in (("6", "CUST"), ("7", "NIDN")):
        for line in parts.get(number, []):
            value = "".join([line.text, *more])
            country, slash, rest = value.partition("/")
            known = bool(slash) and is_code(country)
            home, said = (country, rest) if known else ("", value)
            _identify(draft, code, home, Line(said, line.locator), reading)
    if more and not ("6" in parts or "7" in parts):
        for line in parts["8"]:
            reading.text("unmapped", line.text, line.locator)


def _names(draft: Draft, lines: list[Line]) -> None:
    if not lines:
        return
    texts = list(dict.fromkeys(line.text for line in lines))
    readings = [" ".join(texts)]
    if len(texts) > 1:
        readings += [texts[0], *(["".join(texts)] if len(texts[0]) >= 31 else [])]
    where = lines[0].locator
    draft.names.extend(PartyName(text, where) for text in dict.fromkeys(readings))


def _place(draft: Draft, streets: list[Line], towns: list[Line]) -> None:
    if not streets and not towns:
        return
    country, city, more = "", "", []
    for line in towns:
        code, slash, rest = line.text.partition("/")
        if not country and is_code(code):
            country, city = code, rest.strip() if slash else ""
        else:
            more.append(line.text)
    address = Address(
        lines=(*(line.text for line in streets), *more),
        city=city,
        country=country,
        locator=(streets or towns)[0].locator,
    )
    draft.addresses.append(address)


def _birth_date(draft: Draft, line: Line, reading: Reading) -> None:
    span = parse_span(line.text)
    draft.kind = "person"
    if span:
        draft.births.append(span)
        return
    message = f"birth date {line.text!r} is no date enduse can read"
    reading.report("date-unreadable", message, line.locator, "warning")
    reading.text("unmapped", line.text, line.locator)


def _birth_place(draft: Draft, line: Line, reading: Reading) -> None:
    country, slash, place = line.text.partition("/")
    draft.kind = "person"
    said = f"{place.strip()}, {country}" if slash and is_code(country) else line.text
    draft.birth_places.append(said)
