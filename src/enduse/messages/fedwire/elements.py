"""The elements of one Fedwire tag, and the facts they are.

*Source*: public samples and mappings of FAIM 3.0 messages and general knowledge:
an element ends with `*`, or in the older form fills its width with blanks.
"""

import re
from collections.abc import Sequence
from decimal import Decimal

from enduse.messages.fedwire import tags
from enduse.messages.swift.fields import Field
from enduse.messages.swift.free_lines import Line
from enduse.messages.swift.party import (
    ID_CODES,
    add_bic,
    add_free,
    read_party,
    tell_telegraphic,
)
from enduse.messages.swift.party_draft import Draft
from enduse.messages.swift.reading import Reading
from enduse.model import Identifier, PartyName

Element = Line  # its text, and its locator
_WIDTH = 35
_ROUTING = 9  # figures of a routing number
_AMOUNT = re.compile(r"\d{12}")
_STATED = re.compile(r"([A-Z]{3})?(\d{1,15}(?:[,.]\d{0,14})?)")
_CODED = re.compile(r"(?:[OP]I[A-Z]{4})?(.*)", re.DOTALL)
_SWIFT = re.compile(r"\d\d[A-Z]?")  # the tag of a SWIFT field
_BIC_LENGTH = 11


def elements_of(tag: str, value: str, place: str) -> list[Element]:
    """The filled elements of a tag, each with its place."""
    text = value.strip("\r\n")
    if "*" in text or len(text.strip()) <= _WIDTH or "\n" in text:
        pieces = re.split(r"[*\n]", text)
    else:
        pieces = [text[n : n + _WIDTH] for n in range(0, len(text), _WIDTH)]
    found = [(n, piece.strip()) for n, piece in enumerate(pieces, start=1)]
    return [Element(said, f"{place} element {n}") for n, said in found if said]


def read_tag(tag: str, elements: Sequence[Element], reading: Reading) -> None:
    """Notes what a tag says; words that are nothing else are texts."""
    if not elements:
        return
    if tag in tags.PARTIES:
        _party(tag, elements, reading)
    elif tag in tags.ROUTED:
        _routed(tag, elements, reading)
    elif tag in tags.SWIFT_PARTIES:
        _swift_party(tag, elements, reading)
    elif tag == "2000":
        _settled(elements[0], reading)
    elif tag in tags.AMOUNTS:
        _stated(tag, elements, reading)
    elif tag not in tags.CODES:
        _words(tag, elements, reading)


def _party(tag: str, elements: Sequence[Element], reading: Reading) -> None:
    """`D123456*NAME*ADDRESS*...`: the code of a number, the number, who and where."""
    first, *lines = elements
    draft = Draft(tags.PARTIES[tag], reading.at(f"{{{tag}}}"))
    if tag in tags.BANKS:
        draft.kind = "entity"
    if first.text[:1] in tags.IDENTIFIED and len(first.text) > 1:
        _identify(draft, first)
    elif len(first.text) > 1 or not lines:
        lines = [first, *lines]
    tell_telegraphic(lines, reading)
    add_free(draft, lines)
    reading.party(draft.finished(reading))


def _identify(draft: Draft, element: Element) -> None:
    scheme, before, note, is_person = tags.IDENTIFIED[element.text[0]]
    number, where = element.text[1:].strip(), element.locator
    if is_person:
        draft.kind = "person"
    if scheme != "bic":
        found = Identifier(scheme, before + number, "", note, where)
        draft.identifiers.append(found)
        return
    code, slash, account = number.partition("/")
    if not slash and element.text[0] == "T":
        code, account = number[:_BIC_LENGTH], number[_BIC_LENGTH:]
    add_bic(draft, Element(code.strip(), where))
    if account.strip():
        draft.identifiers.append(Identifier("account", account.strip(), locator=where))


def _routed(tag: str, elements: Sequence[Element], reading: Reading) -> None:
    """`121042882SHORT NAME`: a bank by its routing number."""
    first, *more = elements
    draft = Draft(tags.ROUTED[tag], reading.at(f"{{{tag}}}"), "entity")
    number, name = first.text[:_ROUTING], first.text[_ROUTING:].strip()
    if number.isdigit():
        found = Identifier("clearing", f"FW{number}", "", "FW", first.locator)
        draft.identifiers.append(found)
    else:
        name = first.text
    if name:
        draft.names.append(PartyName(name, first.locator))
    reading.party(draft.finished(reading))
    for element in more:
        reading.text("unmapped", element.text, element.locator)


def _swift_party(tag: str, elements: Sequence[Element], reading: Reading) -> None:
    """A party in the lines of a SWIFT field, under the field's own tag."""
    role, option = tags.SWIFT_PARTIES[tag]
    lines = [element.text for element in elements]
    if not option:
        option = lines.pop(0) if _SWIFT.fullmatch(lines[0]) else tag[2:]
    elif "/" in lines[0] and not lines[0].startswith(("/", "1/")):
        code, _, number = lines[0].partition("/")
        if code not in ID_CODES:
            lines[0] = lines[0] if "/" in number else f"/{number}"
            reading.text("unmapped", f"{code} {number}", elements[0].locator)
    if lines:
        read_party(Field(option, tuple(lines), f"{{{tag}}}"), role, reading)


def _settled(element: Element, reading: Reading) -> None:
    if _AMOUNT.fullmatch(element.text):
        value = Decimal(element.text) / 100  # cents
        reading.amount("settled", value, "USD", element.locator)
        return
    message = f"{element.text[:40]!r} is no amount of 12 figures; ask the sender"
    reading.report("amount-unreadable", message, element.locator, "warning")


def _stated(tag: str, elements: Sequence[Element], reading: Reading) -> None:
    """`USD1500,49`, behind the SWIFT field's tag in a cover."""
    last = elements[-1]
    match = _STATED.fullmatch(last.text)
    if match and match[1]:
        value = Decimal(match[2].replace(",", ".").rstrip("."))
        reading.amount(tags.AMOUNTS[tag], value, match[1], last.locator)
    else:
        _words(tag, elements, reading)


def _words(tag: str, elements: Sequence[Element], reading: Reading) -> None:
    """Each element as a text, and the lines of one tag together: a name may wrap."""
    role = tags.text_role(tag)
    if tag in tags.REMITTANCE_PARTIES:
        _remitter(tag, elements[0], reading)
    if tag[:2] == "70" and len(elements) > 1 and _SWIFT.fullmatch(elements[0].text):
        elements = elements[1:]
    for element in elements:
        reading.text(role, element.text, element.locator)
    if len(elements) > 1 and role in ("remittance", "instruction"):
        whole = " ".join(element.text for element in elements)
        reading.text(role, whole, elements[0].locator)


def _remitter(tag: str, element: Element, reading: Reading) -> None:
    match = _CODED.fullmatch(element.text)
    name = match[1].strip() if match else ""
    if name:
        draft = Draft(tags.REMITTANCE_PARTIES[tag], element.locator)
        draft.names.append(PartyName(name, element.locator))
        reading.party(draft.finished(reading))
