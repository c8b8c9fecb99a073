"""The cells of an entry of an EU annex: names, numbers, places, remarks."""

import re
from collections.abc import Iterator

from enduse.codes.country import alpha2
from enduse.lists.eu.bracketed import OTHER_FIELD, names
from enduse.lists.labelled import identifiers
from enduse.lists.record import Record
from enduse.model import Address, Identifier, ListedName
from enduse.text.several import values

_NOTE = re.compile(r"\([^()]*\)|\bNational Identification No\b.*|\bpassport\b.*", re.I)
_DOUBT = re.compile(
    r"\b(?:allegedly|possibly|assumed|of the|by birth|nationality|citizenship"
    r"|withdrawn|since \d{4})\b",
    re.IGNORECASE,
)
# Column, and the scheme it promises.
_NUMBERS = (
    ("passportNumber", "passport"),
    ("idNumber", "national_id"),
    ("registrationNumber", "registration"),
    ("taxNumber", "tax_id"),
    ("innCode", "inn"),
    ("ogrnCode", "ogrn"),
    ("kppCode", "kpp"),
    ("okpoCode", "okpo"),
    ("leiCode", "lei"),
    ("imoNumber", "imo"),
    ("mmsi", "mmsi"),
)
_ALSO_WRITTEN = {"belarussian": "BY", "afgan": "AF"}
_NO_COUNTRY = frozenset({"island", "islands", "Tanga"})
_RUSSIAN = frozenset({"inn", "ogrn", "kpp", "okpo"})
_WORLD = frozenset({"lei", "imo", "mmsi"})
_BIC = re.compile(r"\b[A-Z]{6}[A-Z0-9]{2}(?:[A-Z0-9]{3})?\b")
_REMARKS = {
    "appearance": "appearance",
    "ethnicity": "ethnicity",
    "fatherName": "father's name",
    "motherName": "mother's name",
    "incorporationDate": "incorporated",
    "legalForm": "legal form",
    "sector": "sector",
    "ticker": "ticker",
    "flag": "flag",
    "jurisdiction": "jurisdiction",
    "country": "country",
}


def listed_names(row: Record) -> Iterator[ListedName]:
    """The entry's name, its aliases, weak aliases and former names, each once."""
    seen: set[tuple[str, bool]] = set()
    for name in _all_names(row):
        if (name.text.casefold(), name.weak) not in seen:
            seen.add((name.text.casefold(), name.weak))
            yield name


def _all_names(row: Record) -> Iterator[ListedName]:
    written = row.text("name")
    forms = list(names(written, "alias", "name"))
    yield ListedName(written, "primary", locator="name")
    yield from (form for form in forms if form.text != written)
    for text in row.texts("alias"):
        yield from names(text, "alias", "alias")
    for text in row.texts("weakAlias"):
        yield from names(text, "alias", "weakAlias", weak=True)
    for text in row.texts("previousName"):
        yield from names(text, "former", "previousName")


def cell_values(row: Record, column: str) -> Iterator[str]:
    """The values of a column's cell, in order."""
    for text in row.texts(column):
        yield from values(text)


def addresses(row: Record) -> Iterator[Address]:
    """Each address as written, with the country it names."""
    for text in row.texts("address"):
        for value in values(text):
            yield Address((value,), country=country_of(value), locator="address")


def country_of(place: str) -> str:
    """The country a written address names, alpha-2, or ''; the last one counts.

    *Example*

    >>> country_of("1 Any Street, Gomel region, Belarus, 247210")
    'BY'
    >>> country_of("District 2, Tehran (Iran)"), country_of("Bobruysk")
    ('IR', '')
    """
    for part in reversed(re.split(r"[,(]", place)):
        bare = part.strip(" .)")
        words = bare.split()
        for attempt in (bare, " ".join(words[1:]), " ".join(words[-1:])):
            if len(attempt) > 3 or attempt in ("UK", "UAE", "USA", "DRC"):
                code = alpha2(attempt).partition("-")[0]
                if len(code) == 2 and attempt not in _NO_COUNTRY:
                    return code
    return ""


def nationalities(row: Record) -> Iterator[str]:
    """The nationalities as country codes, each once, in order."""
    seen: set[str] = set()
    for text in row.texts("nationality"):
        for value in values(text):
            for code in _codes(value):
                if code not in seen:
                    seen.add(code)
                    yield code


def _codes(text: str) -> list[str]:
    whole = _ALSO_WRITTEN.get(text.lower()) or alpha2(text)
    if whole:
        return [whole]
    bare = _DOUBT.sub(" ", _NOTE.sub(" ", text)).strip(" .,")
    whole = alpha2(bare)
    if whole:
        return [whole]
    parts = re.split(r",|/|\band(?:/or)?\b", bare)
    codes = (alpha2(part.strip(" .")).partition("-")[0] for part in parts)
    return [code for code in codes if len(code) == 2]


def flags(row: Record) -> Iterator[str]:
    """The countries of the flag, the country and the jurisdiction column."""
    for column in ("flag", "jurisdiction", "country"):
        for text in row.texts(column):
            yield from _codes(text)


def numbers(row: Record, home: set[str]) -> Iterator[Identifier]:
    """Every identifier, contact and code once; `home` are the party's countries."""
    known = sorted(home - {""})
    own = "RU" if "RU" in home else known[0] if len(known) == 1 else ""
    seen: dict[str, str] = {}
    for found in _all_numbers(row, own):
        broad = found.scheme in ("tax_id", "registration", "national_id")
        if found.value not in seen or not (broad or seen[found.value] == found.scheme):
            seen[found.value] = found.scheme
            yield found


def _all_numbers(row: Record, own: str) -> Iterator[Identifier]:
    for column, scheme in _NUMBERS:
        for text in row.texts(column):
            issuer = "RU" if scheme in _RUSSIAN else "" if scheme in _WORLD else own
            yield from identifiers(text, scheme=scheme, country=issuer, locator=column)
    yield from _banks(row)
    for column, scheme in (("phone", "phone"), ("email", "email"), ("website",) * 2):
        for value in cell_values(row, column):
            yield Identifier(scheme, value, locator=column)


def _banks(row: Record) -> Iterator[Identifier]:
    for text in row.texts("swiftBic"):
        for match in _BIC.finditer(text):
            yield Identifier("bic", match[0], note=text, locator="swiftBic")


def notes(row: Record) -> Iterator[str]:
    """The remarks, each with the column it is from."""
    yield from row.texts("notes")
    for column, label in _REMARKS.items():
        yield from (f"{label}: {value}" for value in cell_values(row, column))
    for text in row.texts("nationality"):
        if not alpha2(text):
            yield f"nationality: {text}"
    for column in ("alias", "weakAlias"):
        for text in row.texts(column):
            yield from (f"alias: {v}" for v in values(text) if OTHER_FIELD.search(v))
    for text in row.texts("imoNumber"):
        if not any(c.isdigit() for c in text):
            yield f"IMO number: {text}"
    for text in row.texts("swiftBic"):
        if not _BIC.fullmatch(text):
            yield f"SWIFT/BIC: {text}"
