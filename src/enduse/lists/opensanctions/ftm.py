"""Any FollowTheMoney dataset as JSON lines, and OpenSanctions' deltas of one.

*Source*: https://followthemoney.tech/docs/, https://www.opensanctions.org/docs/bulk/.
Sanctions, documents, addresses and edges may be nested in an entity or stand for
themselves and name it by id. The source's id comes from the file's name.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.codes.country import alpha2
from enduse.files.source_file import SourceFile
from enduse.lists.card import Card, load
from enduse.lists.json_records import first_object, json_records
from enduse.lists.opensanctions.dataset import Family
from enduse.lists.opensanctions.graph import Entity, Graph, entity
from enduse.lists.opensanctions.schema import (
    IDENTIFIERS,
    PARTIES,
    REFERENTS,
    measures,
)
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.model import (
    Address,
    Cite,
    DateSpan,
    Identifier,
    ListedName,
    Listing,
    Origin,
    Problem,
)
from enduse.text.dates import parse_day, parse_span

CARDS: tuple[Card, ...] = ()
FAMILY = Family("ftm-", load("opensanctions", "ftm"))
IGNORED: dict[str, str] = {}
group = one_each
fetch = downloaded  # nothing: a dataset is imported by whoever holds its licence
_DATED = re.compile(r"[-_.]?(?:19|20)\d{2}[-_]?\d{2}(?:[-_]?\d{2})?(?:T?\d{4,6})?")
_ENDS = re.compile(
    r"\.(?:json|jsonl|ndjson|ijson|ftm)\b|\.entities\b|\.targets\.nested"
)
_COUNTRIES = ("country", "jurisdiction", "mainCountry", "flag")
_NATIONALITIES = ("nationality", "citizenship")
_READ = {
    *IDENTIFIERS,
    *_COUNTRIES,
    *_NATIONALITIES,
    *("name", "alias", "weakAlias", "previousName", "abbreviation", "topics", "title"),
    *("position", "birthDate", "birthPlace", "birthCountry", "gender", "address"),
    *("addressEntity", "program", "programId", "sanctions", "createdAt", "modifiedAt"),
    *("sourceUrl", "firstName", "lastName", "middleName", "secondName", "fatherName"),
    *("motherName", "nameSuffix"),
}
_PARTS = ("firstName", "secondName", "middleName", "fatherName", "lastName")


def sniff(file: SourceFile) -> str | None:
    """`ftm-<file name>` for JSON lines of entities or of a delta's operations."""
    found = first_object(file.head)
    inner = found.get("entity") if found.get("op") in ("ADD", "MOD", "DEL") else found
    if not isinstance(inner, dict) or not isinstance(inner.get("id"), str):
        return None
    whole = isinstance(inner.get("properties"), dict) and "schema" in inner
    return source_of(file.stem) if whole or found.get("op") == "DEL" else None


def source_of(stem: str) -> str:
    """The source id for a file name; a date in it is no part of it.

    *Example*

    >>> source_of("sanctions_2024-07-01.entities.ftm.json")
    'ftm-sanctions'
    """
    bare = _DATED.sub("", _ENDS.sub("", stem.lower()))
    return FAMILY.source_of(bare)


def card_for(source: str) -> Card | None:
    """The card of a dataset made from the template, or None for another's source."""
    return FAMILY.card_for(source)


def published(files: Sequence[SourceFile]) -> date | None:
    """The newest day on which an entity changed."""
    records = (r for r in rows(files, "ftm-dataset") if isinstance(r, Record))
    stamps = ((_inner(r) or r).text("last_change") for r in records)
    return max(filter(None, map(parse_day, stamps)), default=None)


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """One record for each line."""
    for file in files:
        yield from json_records(file, source=source, table="entity")


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing for each person, organisation, vessel and aircraft of the dataset."""
    top: dict[str, Entity] = {}
    gone: list[Origin] = []
    for row in rows:
        inner = _inner(row)
        if inner is None:
            message = "has no id or no schema, so it is no entity; left out"
            yield Problem("entity-unreadable", message, row.origin)
        elif row.text("op") == "DEL":
            inner.text("id")
            top.pop(inner.text("id"), None)
            gone.append(row.origin)
        else:
            top[inner.text("id")] = entity(inner)
    if gone:
        message = (
            f"{len(gone)} deletions: this is a delta, not a whole list; what it does"
            " not mention is not in it"
        )
        yield Problem("delta-only", message, gone[0])
    graph = Graph(top.values())
    parties = [item for item in top.values() if item.schema in PARTIES]
    graph.listed.update(item.id for item in parties)
    for item in parties:
        problems: list[Problem] = []
        yield _listing(item, graph, problems)
        yield from problems


def _inner(row: Record) -> Record | None:
    if row.text("op"):
        found = next(iter(row.children("entity")), None)
        if found and row.text("op") == "DEL":
            return found if found.text("id") else None
        row = found or row
    return row if row.text("id") and row.text("schema") else None


def _listing(item: Entity, graph: Graph, problems: list[Problem]) -> Listing:
    source = item.origin.source
    sanctions = graph.belonging(item, "entity", "sanctions")
    addresses = tuple(dict.fromkeys(_addresses(item, graph)))
    nationalities = _codes(item, problems, *_NATIONALITIES)
    own = {*_codes(item, problems, *_COUNTRIES), *nationalities}
    provisions = " ".join(_of(sanctions, "provisions", "status"))
    starts = _days(_of(sanctions, "startDate", "listingDate", "date"))
    updates = _days(item.all("modifiedAt")) or _days((item.stamps["last_change"],))
    return Listing(
        id=f"{source}:{item.id}",
        source=source,
        kind=PARTIES[item.schema],
        names=tuple(_names(item)),
        origin=item.origin,
        identifiers=tuple(_identifiers(item, graph)),
        birth_dates=tuple(_births(item, problems)),
        birth_places=item.all("birthPlace", "birthCountry"),
        genders=item.all("gender"),
        countries=tuple(sorted({*own, *(a.country for a in addresses)} - {""})),
        nationalities=nationalities,
        addresses=addresses,
        titles=item.all("title", "position"),
        programmes=(*item.all("programId", "program"), *_of(sanctions, "program")),
        measures=measures(item.all("topics"), provisions),
        legal_basis=tuple(_basis(item, sanctions)),
        listed_on=min(starts or _days(item.all("createdAt")), default=None),
        updated_on=max(updates, default=None),
        valid_to=_end(sanctions),
        links=tuple(graph.links(item, source)),
        reason="\n".join(_of(sanctions, "reason")),
        notes=tuple(_notes(item, sanctions)),
    )


def _names(item: Entity) -> Iterator[ListedName]:
    names = item.all("name") or (item.caption,)
    primary = item.caption if item.caption in names else names[0]
    parts = [" ".join(item.all(part)[:1]) for part in _PARTS]
    yield ListedName(primary or " ".join(filter(None, parts)) or item.id, "primary")
    yield from (ListedName(name, locator="name") for name in names if name != primary)
    yield from (ListedName(text, locator="alias") for text in item.all("alias"))
    yield from (ListedName(text, locator="alias") for text in item.all("abbreviation"))
    for text in item.all("previousName"):
        yield ListedName(text, "former", locator="previousName")
    for text in item.all("weakAlias"):
        if any(c.isalnum() for c in text):
            yield ListedName(text, "alias", True, "weakAlias")


def _identifiers(item: Entity, graph: Graph) -> Iterator[Identifier]:
    for name, scheme in IDENTIFIERS.items():
        for value in item.all(name):
            if scheme == "national_id" and PARTIES[item.schema] != "person":
                yield Identifier("registration", value, locator=name)
            elif scheme == "registration" and PARTIES[item.schema] == "aircraft":
                yield Identifier("aircraft_tail", value, locator=name)
            else:
                yield Identifier(scheme, value.removeprefix("IMO"), locator=name)
    for document in graph.belonging(item, "holder", "passportEntity", "identification"):
        country = alpha2(next(iter(document.all("country")), ""))
        kind = "passport" if document.schema == "Passport" else "other"
        note = "; ".join(document.all("type", "summary", "description"))
        for number in document.all("number", "passportNumber"):
            yield Identifier(kind, number, country, note, document.id)
    for referent in (item.id, *item.referents):
        for pattern, scheme, form in REFERENTS:
            match = re.match(pattern, referent)
            if match:
                value = form.format(*match.groups()).upper()
                yield Identifier(scheme, value, locator="referents")


def _births(item: Entity, problems: list[Problem]) -> Iterator[DateSpan]:
    for text in item.all("birthDate"):
        span = parse_span(text)
        if span:
            yield span
        else:
            message = f"birth date {text!r} is no date enduse can read"
            problems.append(Problem("date-unreadable", message, item.origin))


def _addresses(item: Entity, graph: Graph) -> Iterator[Address]:
    refs = (graph.known.get(i) for i in graph.ends(item, "addressEntity"))
    full: set[str] = set()
    for place in filter(None, refs):
        text = next(iter(place.all("full")), "")
        full.add(text)
        yield Address(
            lines=tuple(filter(None, (text, *place.all("remarks")))),
            street="" if text else ", ".join(place.all("street", "street2")),
            city="" if text else ", ".join(place.all("city")),
            region="" if text else ", ".join(place.all("region", "state")),
            postcode="" if text else ", ".join(place.all("postalCode")),
            country=alpha2(next(iter(place.all("country")), "")),
            locator=place.id,
        )
    for text in item.all("address"):
        if text not in full:
            country = alpha2(text.rpartition(",")[2]) if "," in text else ""
            yield Address(lines=(text,), country=country, locator="address")


def _codes(item: Entity, problems: list[Problem], *names: str) -> tuple[str, ...]:
    codes: dict[str, None] = {}
    for text in item.all(*names):
        code = alpha2(text)
        if code:
            codes.setdefault(code)
        elif text.lower() not in ("zz", "global", "eu"):
            message = f"{text!r} is no country or territory enduse knows"
            problems.append(Problem("country-unknown", message, item.origin, "note"))
    return tuple(codes)


def _basis(item: Entity, sanctions: list[Entity]) -> Iterator[Cite]:
    for sanction in sanctions:
        urls = sanction.all("programUrl", "sourceUrl")
        yield Cite(
            "; ".join(sanction.all("authority", "publisher")) or "sanction",
            next(iter(urls), ""),
            "; ".join(sanction.all("program", "authorityId", "recordId", "unscId")),
        )
    yield from (Cite("source", url) for url in item.all("sourceUrl"))


def _notes(item: Entity, sanctions: list[Entity]) -> Iterator[str]:
    yield from item.all("notes")
    for name in sorted(item.texts.keys() - _READ - {"notes"}):
        yield from (f"{name}: {text}" for text in item.all(name))
    for name in ("summary", "description", "duration", "status", "provisions"):
        yield from (f"sanction {name}: {text}" for text in _of(sanctions, name))
    if item.all("topics"):
        yield "topics: " + ", ".join(item.all("topics"))
    if item.datasets:
        yield "datasets: " + ", ".join(item.datasets)


def _of(entities: list[Entity], *names: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(t for item in entities for t in item.all(*names)))


def _days(texts: Iterable[str]) -> list[date]:
    spans = (parse_span(text) for text in texts)
    return [span.earliest for span in spans if span]


def _end(sanctions: list[Entity]) -> date | None:
    """When the last sanction ends; None while one of them has no end."""
    ends = [_days(sanction.all("endDate")) for sanction in sanctions]
    return max(map(max, ends)) if ends and all(ends) else None
