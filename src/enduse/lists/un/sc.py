"""United Nations Security Council Consolidated List, XML.

*Source*: https://main.un.org/securitycouncil/en/content/un-sc-consolidated-list,
schema `sc-sanctions.xsd`. `dateGenerated` on the root is the publication's date;
DATAID is the stable key, REFERENCE_NUMBER (`QDe.004`) what other lists cite.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.country import alpha2
from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.xml_records import xml_records
from enduse.model import (
    Address,
    Cite,
    DateSpan,
    Identifier,
    ListedName,
    Listing,
    Problem,
)
from enduse.text.dates import parse_day, parse_span

CARDS = (load("un", "sc"),)
IGNORED = {
    "@root/@schemaLocation": "technical",
    "@root/@noNamespaceSchemaLocation": "technical",
    "INDIVIDUAL/VERSIONNUM": "counts edits; LAST_DAY_UPDATED has the dates",
    "ENTITY/VERSIONNUM": "counts edits; LAST_DAY_UPDATED has the dates",
    "INDIVIDUAL/SORT_KEY": "for display",
    "ENTITY/SORT_KEY": "for display",
    "INDIVIDUAL/SORT_KEY_LAST_MOD": "for display",
    "ENTITY/SORT_KEY_LAST_MOD": "for display",
    "INDIVIDUAL/LIST_TYPE/VALUE": "always 'UN List'",
    "ENTITY/LIST_TYPE/VALUE": "always 'UN List'",
    "INDIVIDUAL/HAS_INTERPOL_LINK": "INTERPOL_LINK has the link",
    "ENTITY/HAS_INTERPOL_LINK": "INTERPOL_LINK has the link",
}
group = one_each
fetch = downloaded  # the XML the Secretariat serves
_NAME_PARTS = ("FIRST_NAME", "SECOND_NAME", "THIRD_NAME", "FOURTH_NAME")
_REMARKS = (
    "NATIONALITY2",
    "SUBMITTED_BY",
    "SUBMITTED_ON",
    "DELISTED_ON",
    "INTERPOL_LINK",
)
_DOCUMENTS = {"passport": "passport", "national identification number": "national_id"}


def sniff(file: SourceFile) -> str | None:
    """`un-sc` for a file whose root element is CONSOLIDATED_LIST."""
    return "un-sc" if b"<CONSOLIDATED_LIST" in file.head else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The root's `dateGenerated`."""
    for record in rows(files, "un-sc"):
        if isinstance(record, Record):
            return parse_day(record.text("@dateGenerated"))
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record for each INDIVIDUAL and ENTITY."""
    for file in files:
        yield from xml_records(file, {"INDIVIDUAL", "ENTITY"}, source=source)


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a record."""
    for row in rows:
        if row.table == "@root":
            row.text("@dateGenerated")
            continue
        problems: list[Problem] = []
        yield _listing(row, problems)
        yield from problems


def _listing(row: Record, problems: list[Problem]) -> Listing:
    person = row.table == "INDIVIDUAL"
    nationalities = _countries(row, "NATIONALITY/VALUE", problems)
    addresses = tuple(_addresses(row, problems))
    own = {address.country for address in addresses} | set(nationalities)
    updates = [d for d in map(parse_day, row.texts("LAST_DAY_UPDATED/VALUE")) if d]
    return Listing(
        id=f"{row.origin.source}:{row.text('DATAID')}",
        source=row.origin.source,
        kind="person" if person else "entity",
        names=tuple(_names(row)),
        origin=row.origin,
        identifiers=tuple(_identifiers(row)),
        birth_dates=tuple(_births(row, problems)),
        birth_places=tuple(_birth_places(row)),
        genders=tuple(text.lower() for text in row.texts("GENDER")),
        countries=tuple(sorted(own - {""})),
        nationalities=nationalities,
        addresses=addresses,
        titles=(*row.texts("TITLE/VALUE"), *row.texts("DESIGNATION/VALUE")),
        programmes=tuple(row.texts("UN_LIST_TYPE")),
        measures=CARDS[0].measures,
        legal_basis=_basis(row),
        listed_on=parse_day(row.text("LISTED_ON")),
        updated_on=max(updates, default=None),
        reason=row.text("COMMENTS1"),
        notes=tuple(_notes(row)),
    )


def _names(row: Record) -> Iterator[ListedName]:
    yield ListedName(" ".join(row.text(p) for p in _NAME_PARTS).strip(), "primary")
    for text in row.texts("NAME_ORIGINAL_SCRIPT"):
        yield ListedName(text, "original_script", locator="NAME_ORIGINAL_SCRIPT")
    for alias in row.children(f"{row.table}_ALIAS"):
        quality = alias.text("QUALITY").lower()
        kind, weak = "former" if "f.k.a" in quality else "alias", quality == "low"
        for text in alias.texts("ALIAS_NAME"):
            where = alias.origin.locator
            yield ListedName(
                text, "former" if kind == "former" else "alias", weak, where
            )
        for text in alias.texts("NAME_ORIGINAL_SCRIPT"):
            yield ListedName(text, "original_script", weak, alias.origin.locator)


def _identifiers(row: Record) -> Iterator[Identifier]:
    yield Identifier("un_ref", row.text("REFERENCE_NUMBER"), locator="REFERENCE_NUMBER")
    for document in row.children("INDIVIDUAL_DOCUMENT"):
        kind = (
            f"{document.text('TYPE_OF_DOCUMENT')} {document.text('TYPE_OF_DOCUMENT2')}"
        )
        places = ("ISSUING_COUNTRY", "COUNTRY_OF_ISSUE", "CITY_OF_ISSUE")
        said = [
            document.text(name)
            for name in (*places, "DATE_OF_ISSUE", "DATE_OF_EXPIRY", "NOTE")
        ]
        scheme = next((s for w, s in _DOCUMENTS.items() if w in kind.lower()), "other")
        country = alpha2(said[0]) or alpha2(said[1])
        note = "; ".join(part for part in (kind.strip(), *said) if part)
        where = document.origin.locator
        for number in document.texts("NUMBER"):
            yield Identifier(scheme, number, country, note, where)


def _births(row: Record, problems: list[Problem]) -> Iterator[DateSpan]:
    for alias in row.children("INDIVIDUAL_ALIAS"):
        spans = map(parse_span, alias.texts("DATE_OF_BIRTH"))
        yield from (span for span in spans if span)
    for birth in row.children("INDIVIDUAL_DATE_OF_BIRTH"):
        circa = birth.text("TYPE_OF_DATE").upper().startswith("APPROX")
        years = [birth.text("FROM_YEAR"), birth.text("TO_YEAR")]
        said = birth.texts("DATE") or birth.texts("YEAR") or [" to ".join(years)]
        note = birth.text("NOTE")
        for text in said:
            span = parse_span(text)
            if span:
                circa = circa or span.circa
                yield DateSpan(span.earliest, span.latest, circa, note or text)
            elif any(years) or text != " to ":
                message = f"birth date {text!r} is no date enduse can read"
                problems.append(Problem("date-unreadable", message, birth.origin))


def _birth_places(row: Record) -> Iterator[str]:
    for place in row.children("INDIVIDUAL_PLACE_OF_BIRTH"):
        names = ("STREET", "CITY", "STATE_PROVINCE", "COUNTRY", "NOTE")
        text = ", ".join(part for part in map(place.text, names) if part)
        if text:
            yield text
    for alias in row.children("INDIVIDUAL_ALIAS"):
        said = (alias.text("CITY_OF_BIRTH"), alias.text("COUNTRY_OF_BIRTH"))
        text = ", ".join(part for part in said if part)
        if text:
            yield text


def _addresses(row: Record, problems: list[Problem]) -> Iterator[Address]:
    for place in row.children(f"{row.table}_ADDRESS"):
        country = place.text("COUNTRY")
        code = _country(country, place, problems)
        address = Address(
            lines=tuple(place.texts("NOTE")),
            street=place.text("STREET"),
            city=place.text("CITY"),
            region=place.text("STATE_PROVINCE"),
            postcode=place.text("ZIP_CODE"),
            country=code,
            country_text=country,
            locator=place.origin.locator,
        )
        if address.text:
            yield address


def _countries(row: Record, path: str, problems: list[Problem]) -> tuple[str, ...]:
    codes = (_country(text, row, problems) for text in row.texts(path))
    return tuple(dict.fromkeys(code for code in codes if code))


def _country(text: str, row: Record, problems: list[Problem]) -> str:
    code = alpha2(text)
    if text and not code:
        message = f"{text!r} is no country or territory enduse knows; kept as text"
        problems.append(Problem("country-unknown", message, row.origin, "note"))
    return code


def _notes(row: Record) -> Iterator[str]:
    for name in _REMARKS:
        yield from (f"{name}: {text}" for text in row.texts(name))
    for alias in row.children(f"{row.table}_ALIAS"):
        yield from (f"alias: {text}" for text in alias.texts("NOTE"))


def _basis(row: Record) -> tuple[Cite, ...]:
    cite = CARDS[0].law[0]
    sections = row.texts("UN_LIST_TYPE")
    return tuple(Cite(cite.title, cite.url, f"{s} list") for s in sections) or (cite,)
