"""A party out of the lines under its label: names, address, numbers, its principal."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from enduse.codes.country import alpha2
from enduse.codes.mentions import mentioned
from enduse.messages.swift.free_lines import Line, country_code, place_of, split_lines
from enduse.messages.trade.notes import numbered
from enduse.messages.trade.paper.party_names import (
    goes_on,
    is_twice,
    one_line,
    rejoined,
)
from enduse.messages.trade.paper.vocabulary import contacts, tokens_of
from enduse.model import Address, Identifier, Origin, Party, PartyName

_BEHIND = re.compile(
    r"\s*(?:,\s*)?\b(?:on behalf of|o/b(?: of)?|for (?:the )?account of|c/o|care of"
    r"|acting for|as agents? (?:for|of)|im auftrag (?:von|der)|im namen (?:von|der)"
    r"|pour le compte de|por cuenta de|от имени|по поручению|代表)\s*",
    re.IGNORECASE,
)
_TO_ORDER = re.compile(
    r"\s*(?:un)?to\s+(?:the\s+)?order(?:\s+of)?\b[\s:]*", re.IGNORECASE
)
_SAME = re.compile(
    r"\s*(?:the\s+)?(?:same\s+as|as\s+per|idem|wie|identical to)\s*[-:]?\s*(?:the\s+)?"
    r"(?:above|consignee|buyer|shipper|empfänger)?\.?\s*$",
    re.IGNORECASE,
)
_LEAD = re.compile(r"^\s*(?:m/s\.?|messrs\.?|firma|the\s+company)\s+", re.IGNORECASE)
_SCHEMES = {
    **dict.fromkeys(("tax_id", "inn", "kpp", "ogrn", "okpo", "uscc", "lei"), ""),
    **dict.fromkeys(("registration", "iban", "bic", "account", "clearing"), ""),
    **dict.fromkeys(("duns", "phone", "email", "website"), ""),
    "bin": "tax_id",
    "eori": "other",
    "gln": "other",
    "number": "other",
}
_NOTED = frozenset(("eori", "gln", "bin", "number"))
_COMPACT = frozenset(("iban", "bic", "lei"))


@dataclass(slots=True)
class Draft:
    """A party while its lines are read."""

    lines: list[Line] = field(default_factory=list)
    identifiers: list[Identifier] = field(default_factory=list)
    persons: list[PartyName] = field(default_factory=list)
    country: str = ""
    city: str = ""
    postcode: str = ""


def is_same_as(lines: Sequence[Line]) -> bool:
    """Whether the lines only point to another party: `Same as consignee`."""
    return (
        len(lines) == 1
        and bool(_SAME.fullmatch(lines[0].text))
        and (len(lines[0].text) > 3)
    )


def parties_of(lines: Sequence[Line], role: str, origin: Origin) -> list[Party]:
    """The party in some lines, and the one it acts for where they say so."""
    draft = Draft()
    bare = sum(bool(_opens_bare(line.text)) for line in lines) > 1
    for line in lines:
        _read(draft, line, bare=bare)
    if not (draft.lines or draft.identifiers or draft.persons):
        return []
    groups = _groups(draft.lines)
    found = []
    for number, group in enumerate(groups):
        own = draft if number == len(groups) - 1 else Draft()
        found.append(_party(group, own, role, origin))
    return found


_BARE = frozenset(("name", "person", "address", "city", "postcode", "country", "phone"))


def _opens_bare(text: str) -> str:
    """The contact label that a line opens with though no colon follows, or ''.

    On a form filled in by a machine the labels may stand in the text: `Company X Ltd`.
    """
    tokens = tokens_of(text)
    found = contacts().at(tokens, 0) if tokens else None
    if not found or found.field not in _BARE:
        return ""
    end = tokens[found.last].end
    value = text[end:].strip()
    named = bool(value) and (value[0].isupper() or value[0].isdigit())
    titled = text[tokens[0].start].isupper() and text[end : end + 1].isspace()
    return found.field if titled and named else ""


def _read(draft: Draft, line: Line, *, bare: bool = False) -> None:
    """Takes off a line what a label in it names; the rest is name or address."""
    for kind, text in _labelled(line.text, bare=bare):
        value = text.strip(" ,;:")
        if not value:
            continue
        if kind in _SCHEMES:
            _identify(draft, kind, value, line)
        elif kind == "person":
            draft.persons.append(PartyName(value, line.locator))
        elif kind in ("country", "city", "postcode"):
            _placed(draft, kind, value, line)
        else:
            draft.identifiers.extend(_evident(value, line.locator))
            draft.lines.append(Line(_LEAD.sub("", value), line.locator))


def _evident(text: str, locator: str) -> Iterator[Identifier]:
    yield from mentioned(text, locator=locator)


def _placed(draft: Draft, kind: str, value: str, line: Line) -> None:
    if kind == "country":
        draft.country = country_code(value)
    elif kind == "city":
        draft.city = value
    else:
        draft.postcode = value
    draft.lines.append(line if not draft.lines else Line(value, line.locator))


_INN_KPP = re.compile(r"(\d{10})\s?[/\\]\s?(\d{9})")  # as `ИНН/КПП` states both


def _identify(draft: Draft, kind: str, value: str, line: Line) -> None:
    compact = re.match(r"[A-Z0-9][A-Z0-9 ]{4,40}", value) if kind in _COMPACT else None
    said = compact[0].strip() if compact else value
    if kind in ("number", "gln") and not any(c.isdigit() for c in said):
        draft.lines.append(Line(value, line.locator))
        return
    if kind == "inn" and (pair := _INN_KPP.fullmatch(value.strip())):
        draft.identifiers += (
            numbered(scheme, number, line.locator)
            for scheme, number in zip(("inn", "kpp"), pair.groups(), strict=True)
        )
        return
    scheme = _SCHEMES[kind] or kind
    note = kind.upper() if kind in _NOTED else ""
    if kind == "tax_id":
        found = next(iter(mentioned(f"Tax ID: {said}")), None)
        scheme = found.scheme if found else scheme
    item = numbered(scheme, said, line.locator, note=note)
    draft.identifiers.append(item)


def _labelled(text: str, *, bare: bool = False) -> Iterator[tuple[str, str]]:
    """The stretches of a line, each under the contact label it stands behind."""
    tokens = tokens_of(text)
    known = contacts()
    marks: list[tuple[int, int, str]] = []
    place = 0
    while place < len(tokens):
        found = known.at(tokens, place)
        if found:
            start, end = tokens[found.first].start, tokens[found.last].end
            tail = re.compile(r"[\s.]*[:：=]|\.?\s*№").match(text, end)
            solid = found.field in _SCHEMES and found.field != "number"
            figures = re.compile(r"[.\s]*[+(A-Z]{0,3}\d").match(text, end)
            before = text[:start].rstrip()
            opens = not before or before[-1] in ",;/|-–•●·("
            plain = bare and found.field in _BARE and text[end : end + 1].isspace()
            inner = marks and found.field in ("postcode", "country", "phone", "city")
            plain = plain and (not before or bool(inner)) and text[start].isupper()
            told = (tail and opens) or (solid and (tail or (opens and figures)))
            if told or plain:
                marks.append((start, tail.end() if tail else end, found.field))
        place = found.last + 1 if found else place + 1
    if not marks or marks[0][0] > 0:
        yield "", text[: marks[0][0]] if marks else text
    for number, (_, begin, kind) in enumerate(marks):
        end = marks[number + 1][0] if number + 1 < len(marks) else len(text)
        yield kind, text[begin:end]


def _groups(lines: list[Line]) -> list[list[Line]]:
    """The lines of each party where one acts for another; a wrapped name is whole."""
    for number, line in enumerate(lines[:4]):
        match = _BEHIND.search(line.text)
        if match:
            before, after = line.text[: match.start()], line.text[match.end() :]
            first = [*lines[:number], *([Line(before, line.locator)] if before else [])]
            rest = [
                *([Line(after, line.locator)] if after else []),
                *lines[number + 1 :],
            ]
            return [group for group in (first, rest) if group]
    return [lines] if lines else [[]]


def _party(lines: list[Line], draft: Draft, role: str, origin: Origin) -> Party:
    lines = rejoined(_without_order(lines))
    pieces = one_line(lines) if len(lines) == 1 else lines
    names, addresses = split_lines(pieces)
    if is_twice(pieces):
        names = tuple(PartyName(p.text, p.locator) for p in pieces[:2])
        _, addresses = split_lines(pieces[1:])
    if addresses and (draft.country or draft.city):
        addresses = (_completed(addresses[0], draft),)
    if len(names) > 1 and goes_on(names):
        names = (names[1], names[0], *names[2:])
    country = addresses[0].country if addresses else ""
    country = country or _country_by_numbers(draft.identifiers)
    locator = lines[0].locator if lines else ""
    return Party(
        role=role,
        origin=origin.at(locator),
        names=(*names, *draft.persons),
        identifiers=tuple(dict.fromkeys(draft.identifiers)),
        countries=(country,) if country else (),
        addresses=addresses,
    )


_OF_COUNTRIES = {"inn": "RU", "ogrn": "RU", "kpp": "RU", "okpo": "RU", "uscc": "CN"}


def _country_by_numbers(identifiers: Sequence[Identifier]) -> str:
    """The country whose register alone gives such a number, or ''."""
    found = (_OF_COUNTRIES.get(one.scheme, "") for one in identifiers)
    return next((code for code in found if code), "")


def _completed(address: Address, draft: Draft) -> Address:
    return Address(
        lines=address.lines,
        city=draft.city or address.city,
        postcode=draft.postcode or address.postcode,
        country=draft.country or address.country,
        locator=address.locator,
    )


def _without_order(lines: list[Line]) -> list[Line]:
    """`To the order of X Bank` names X Bank; a bare `To order` stays as it is."""
    if not lines:
        return lines
    match = _TO_ORDER.match(lines[0].text)
    if not match:
        return lines
    rest = lines[0].text[match.end() :].strip(" ,")
    if rest:
        return [Line(rest, lines[0].locator), *lines[1:]]
    return lines if len(lines) == 1 or "of" not in match[0].lower() else lines[1:]


def looks_like_address(lines: Sequence[str]) -> bool:
    """Whether unlabelled lines are a name with its address under it."""
    if not 2 <= len(lines) <= 8 or any(len(line) > 70 for line in lines):
        return False
    head = lines[0]
    if sum(c.isdigit() for c in head) > 2 or not any(c.isalpha() for c in head):
        return False
    rest = lines[1:]
    ends = any(place_of(line).country or alpha2(line) for line in rest)
    coded = any(re.search(r"\b\d{4,6}\s?[^\W\d_]{3,}", line) for line in rest)
    us = any(re.search(r"\b[A-Z]{2} \d{5}\b", line) for line in rest)
    street = any(any(c.isdigit() for c in line) for line in rest)
    return (ends and street) or coded or us
