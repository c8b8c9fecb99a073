"""The numbers, codes and contacts on the lines of a UK designation."""

import re
from collections.abc import Iterator

from enduse.codes.country import alpha2
from enduse.lists import labelled
from enduse.lists.uk.line import Line, Lines
from enduse.model import Identifier
from enduse.text.several import numbered

_UN_REF = re.compile(r"\b([A-Z]{2}[ei])\s?\.\s?(\d{3})\b")
_IMO = re.compile(r"(?:IMO[\s:]*)?(\d{7})\b")
_ISSUER_NOISE = re.compile(
    r"\b(?:diplomatic|official|service|ordinary|national|travel|international|false"
    r"|passport|number|no|issued|in|by|the|country|identity|card|identification)\b"
    r"|[(:]",
    re.IGNORECASE,
)
_TAX = re.compile(r"\bINN\b|\bTIN\b|ИНН|\btax", re.IGNORECASE)


def identifiers(lines: Lines, home: set[str]) -> Iterator[Identifier]:
    """Every identifier once: references, papers, registrations, ships, contacts."""
    only = next(iter(home)) if len(home) == 1 else ""
    seen: set[tuple[str, str]] = set()
    for found in _all(lines, only):
        if (found.scheme, found.value) not in seen:
            seen.add((found.scheme, found.value))
            yield found


def _all(lines: Lines, only: str) -> Iterator[Identifier]:
    yield from _references(lines)
    for line in lines.all:
        yield from _papers(line, "passport", only)
        yield from _papers(line, "national_id", only)
        for cell in (line.text("registration"),):
            yield from labelled.identifiers(
                cell, country=only, locator=line.origin.locator
            )
    for value in lines.every("imo"):
        match = _IMO.search(value)
        yield Identifier("imo", match[1] if match else value)
    for scheme in ("phone", "website", "email"):
        for value in lines.every(scheme):
            yield Identifier(scheme, value)
    for value in lines.every("fax"):
        yield Identifier("phone", value, note="fax")


def _references(lines: Lines) -> Iterator[Identifier]:
    for value in lines.whole("uk_ref"):
        yield Identifier("uk_ref", value)
    for value in lines.whole("un_ref"):
        matches = list(_UN_REF.finditer(value))
        for match in matches:
            yield Identifier("un_ref", f"{match[1]}.{match[2]}", note=value)
        if not matches:
            yield Identifier("un_ref", value)
    for value in lines.whole("ofsi_group"):
        yield Identifier("ofsi_group", value)


def _papers(line: Line, key: str, only: str) -> Iterator[Identifier]:
    cell = line.text(key)
    if not cell:
        return
    values, said = numbered(cell), line.text(f"{key}_note")
    notes = numbered(said)
    if len(notes) != len(values):
        notes = [said] * len(values)
    for value, note in zip(values, notes, strict=True):
        written = value.strip(" .'")
        if not written.strip("- "):
            continue
        if key == "national_id" and _TAX.search(f"{note} {written}"):
            text = f"{written} ({note})" if note else written
            yield from labelled.identifiers(
                text.replace(";", ","), scheme="tax_id", country=only
            )
        else:
            where = line.origin.locator
            yield Identifier(key, written, _issuer(note), note.strip(" ."), where)


def _issuer(note: str) -> str:
    """The country a remark names first: `Tunisian number, issued ...` gives TN."""
    for part in re.split(r"[,.;]", note)[:2]:
        bare = " ".join(_ISSUER_NOISE.sub(" ", part.replace(")", " ")).split())
        code = alpha2(bare).partition("-")[0] if len(bare) > 3 else ""
        if len(code) == 2:
            return code
    return ""
