"""EU consolidated financial sanctions list, XML 1.1 (`xmlFullSanctionsList_1_1`).

*Source*: https://webgate.ec.europa.eu/fsd/fsf, schema 1.1 of namespace
`http://eu.europa.ec/fpi/fsd/export`: a `sanctionEntity` a party, nearly all text in
attributes. The logical id is required and kept for good, so it is the key; the EU
reference number (`EU.27.28`) is what others cite.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.card import load
from enduse.lists.eu import fsf_details as details
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.xml_records import xml_records
from enduse.model import Cite, Identifier, Listing, Problem
from enduse.model.party import PartyKind
from enduse.text.dates import parse_day

CARDS = (load("eu", "fsf"),)
_DETAILS = ("nameAlias", "citizenship", "birthdate", "address", "identification")
IGNORED = {
    "@root/@globalFileId": "a number of the file",
    "@root/@schemaLocation": "technical",
    "sanctionEntity/regulation/@logicalId": "a number of the publisher's database",
    **{
        f"sanctionEntity/{name}/{attribute}": reason
        for name in _DETAILS
        for attribute, reason in (
            ("@logicalId", "a number of the publisher's database"),
            ("@regulationLanguage", "the language of the act, not of the name"),
            ("regulationSummary/@regulationType", "its number is cited"),
        )
    },
}
group = one_each
fetch = downloaded  # the XML the Commission serves
_KINDS: dict[str, PartyKind] = {
    "P": "person",
    "E": "entity",
    "person": "person",
    "enterprise": "entity",
    "entity": "entity",
}


def sniff(file: SourceFile) -> str | None:
    """`eu-fsf` for an `export` of sanctionEntity elements."""
    head = file.head
    root = b"<export" in head or b":export" in head
    ours = b"fsd/export" in head or b"sanctionEntity" in head
    return "eu-fsf" if root and ours else None


def published(files: Sequence[SourceFile]) -> date | None:
    """The root's `generationDate`."""
    for record in rows(files, "eu-fsf"):
        if isinstance(record, Record):
            return parse_day(record.text("@generationDate"))
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record a sanctionEntity."""
    for file in files:
        yield from xml_records(file, {"sanctionEntity"}, source=source)


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a sanctionEntity."""
    for row in rows:
        if row.table == "@root":
            row.text("@generationDate")
            continue
        yield from entity_listing(row)


def entity_listing(row: Record) -> Iterator[Listing | Problem]:
    """The listing of one entity in the XML's shape, then what was not read of it."""
    own_id = row.text("@logicalId") or row.text("@euReferenceNumber")
    names = details.names(row)
    if not own_id or not names:
        message = "an entity without a logical id or a name was left out"
        yield Problem("entry-incomplete", message, row.origin)
        return
    problems: list[Problem] = []
    addresses = tuple(details.addresses(row))
    nationalities = tuple(details.nationalities(row))
    births = tuple(details.births(row, problems))
    published_on = sorted(filter(None, map(parse_day, _publication_dates(row))))
    yield Listing(
        id=f"{row.origin.source}:{own_id}",
        source=row.origin.source,
        kind=_kind(row),
        names=names,
        origin=row.origin,
        identifiers=(*_references(row), *details.identifiers(row)),
        birth_dates=births,
        birth_places=tuple(details.birth_places(row)),
        genders=tuple(details.genders(row)),
        countries=tuple(
            sorted({*nationalities, *(a.country for a in addresses)} - {""})
        ),
        nationalities=nationalities,
        addresses=addresses,
        titles=tuple(details.titles(row)),
        programmes=tuple(dict.fromkeys(row.texts("regulation/@programme"))),
        measures=CARDS[0].measures,
        legal_basis=tuple(_basis(row)),
        listed_on=_day(row, "@designationDate", problems)
        or (published_on[0] if published_on else None),
        updated_on=published_on[-1] if published_on else None,
        valid_to=_day(row, "@delistingDate", problems),
        reason="\n".join(row.texts("@designationDetails")),
        notes=tuple(_notes(row)),
    )
    yield from problems


def _kind(row: Record) -> PartyKind:
    codes = row.texts("subjectType/@classificationCode")
    words = row.texts("subjectType/@code")
    return next((_KINDS[s] for s in (*codes, *words) if s in _KINDS), "unknown")


def _references(row: Record) -> Iterator[Identifier]:
    for scheme, path in (
        ("eu_ref", "@euReferenceNumber"),
        ("un_ref", "@unitedNationId"),
    ):
        for text in row.texts(path):
            yield Identifier(scheme, text, locator=path)


def _summaries(row: Record) -> Iterator[Record]:
    for name in _DETAILS:
        yield from row.children(f"{name}/regulationSummary")


def _publication_dates(row: Record) -> Iterator[str]:
    yield from row.texts("regulation/@publicationDate")
    yield from row.texts("regulation/corrigendum/@publicationDate")
    for summary in _summaries(row):
        yield from summary.texts("@publicationDate")


def _basis(row: Record) -> Iterator[Cite]:
    seen: set[str] = set()
    for act in (*row.children("regulation"), *_summaries(row)):
        number, programme = act.text("@numberTitle"), act.text("@programme")
        said = (act.text("@organisationType"), act.text("@regulationType"), number)
        url = act.text("publicationUrl") or act.text("@publicationUrl")
        if number and number not in seen:
            seen.add(number)
            main = "regulation" in act.path.rpartition("/")[2] and programme
            words = " ".join(filter(None, said)) if main else number
            yield Cite(words.strip(), url, programme)
    for act in row.children("regulation/corrigendum"):
        said = ("corrigendum", act.text("@regulationType"), act.text("@numberTitle"))
        yield Cite(" ".join(filter(None, said)), act.text("@publicationUrl"))


def _day(row: Record, path: str, problems: list[Problem]) -> date | None:
    text = row.text(path)
    day = parse_day(text)
    if text and not day:
        message = f"{path.strip('@')} {text!r} is no day enduse can read"
        problems.append(Problem("date-unreadable", message, row.origin))
    return day


def _notes(row: Record) -> Iterator[str]:
    yield from row.texts("remark")
    yield from (
        f"in force: {text}" for text in row.texts("regulation/@entryIntoForceDate")
    )
    yield from (f"regulation: {text}" for text in row.texts("regulation/remark"))
    for name in ("", "regulation/", *(f"{detail}/" for detail in _DETAILS)):
        for extra in row.children(f"{name}additionalInformation"):
            yield f"{extra.text('@key')}: {extra.text('@value')}"
    for name in ("nameAlias", "citizenship"):
        yield from (f"{name}: {text}" for text in row.texts(f"{name}/remark"))
    yield from details.notes(row)
