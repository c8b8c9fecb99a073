"""OFAC's enhanced XML, alone or in its zip: everything of a party in one `entity`.

Reference values are written out beside their ids, so an entity is read by itself.
Names have translations, one for each script; dates have their bounds.

*Source*: OFAC Sanctions List Service, ENHANCED_XML.xsd.
"""

from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.us import ofac_law, ofac_source
from enduse.lists.us.ofac_party import KINDS, NAME_KINDS, Draft, Statement, finished
from enduse.lists.us.ofac_remarks import statements
from enduse.lists.xml_records import xml_records
from enduse.model import Address, DateSpan, Link, Listing, Problem
from enduse.model.listing import NameKind
from enduse.text.dates import parse_day

CARDS = ofac_source.CARDS
group = one_each
fetch = downloaded
_ID = "key of the element"
_REF = "key of a value that is written out beside it"
_TEXT = "names/name/translations/translation"
_PLACE = "addresses/address/translations/translation"
IGNORED = {
    "@root/@schemaLocation": "technical",
    "publicationInfo/filters/sanctionsLists/sanctionsList": "read in sniff",
    "publicationInfo/filters/sanctionsLists/sanctionsList/@refId": _REF,
    "entity/generalInfo/identityId": _ID,
    "entity/generalInfo/entityType/@refId": _REF,
    "entity/sanctionsLists/sanctionsList/@id": _ID,
    "entity/sanctionsLists/sanctionsList/@refId": _REF,
    "entity/sanctionsPrograms/sanctionsProgram/@id": _ID,
    "entity/sanctionsPrograms/sanctionsProgram/@refId": _REF,
    "entity/sanctionsTypes/sanctionsType/@id": _ID,
    "entity/sanctionsTypes/sanctionsType/@refId": _REF,
    "entity/legalAuthorities/legalAuthority/@id": _ID,
    "entity/legalAuthorities/legalAuthority/@refId": _REF,
    "entity/names/name/@id": _ID,
    "entity/names/name/aliasType/@refId": _REF,
    f"entity/{_TEXT}/@id": _ID,
    f"entity/{_TEXT}/isPrimary": "the first script written; both are kept",
    f"entity/{_TEXT}/script/@refId": _REF,
    f"entity/{_TEXT}/formattedFirstName": "in formattedFullName",
    f"entity/{_TEXT}/formattedLastName": "in formattedFullName",
    f"entity/{_TEXT}/nameParts/namePart/@id": _ID,
    f"entity/{_TEXT}/nameParts/namePart/type": "in formattedFullName, in its order",
    f"entity/{_TEXT}/nameParts/namePart/type/@refId": _REF,
    f"entity/{_TEXT}/nameParts/namePart/value": "in formattedFullName",
    "entity/addresses/address/@id": _ID,
    "entity/addresses/address/country/@refId": _REF,
    f"entity/{_PLACE}/@id": _ID,
    f"entity/{_PLACE}/isPrimary": "both scripts are kept",
    f"entity/{_PLACE}/script": "seen in the text",
    f"entity/{_PLACE}/script/@refId": _REF,
    f"entity/{_PLACE}/addressParts/addressPart/@id": _ID,
    f"entity/{_PLACE}/addressParts/addressPart/type/@refId": _REF,
    "entity/features/feature/@id": _ID,
    "entity/features/feature/versionId": _ID,
    "entity/features/feature/type/@featureTypeId": _REF,
    "entity/features/feature/isPrimary": "all are alike to a screen",
    "entity/features/feature/reliability/@refId": _REF,
    "entity/features/feature/valueRefId": _REF,
    "entity/features/feature/valueDate/@id": _ID,
    "entity/features/feature/valueDate/isDateRange": "seen in the bounds",
    "entity/features/feature/valueDate/fromDateEnd": "between the outer bounds",
    "entity/features/feature/valueDate/toDateBegin": "between the outer bounds",
    "entity/identityDocuments/identityDocument/@id": _ID,
    "entity/identityDocuments/identityDocument/type/@refId": _REF,
    "entity/identityDocuments/identityDocument/name": "a name of the entity",
    "entity/identityDocuments/identityDocument/name/@nameId": _ID,
    "entity/identityDocuments/identityDocument/name/@nameTranslationId": _ID,
    "entity/identityDocuments/identityDocument/issuingCountry/@refId": _REF,
    "entity/relationships/relationship/@id": _ID,
    "entity/relationships/relationship/type/@refId": _REF,
    "entity/relationships/relationship/quality/@refId": _REF,
}
_PARTS = {
    "CITY": "city",
    "STATE/PROVINCE": "region",
    "REGION": "region",
    "POSTAL CODE": "postcode",
}


def sniff(file: SourceFile) -> str | None:
    """The list of a file whose root is `sanctionsData`, by the filter it names."""
    head = file.head[:8192]
    if b"<sanctionsData" not in head or b"ENHANCED_XML" not in head:
        return None
    named = head.partition(b"</filters>")[0]
    if b">Consolidated List<" in named:
        return ofac_source.CONS
    if b">SDN List<" in named:
        return ofac_source.SDN
    return ofac_source.source_of(file, [])


def published(files: Sequence[SourceFile]) -> date | None:
    """`dataAsOf`."""
    for record in rows(files, "us-ofac-sdn"):
        if isinstance(record, Record) and record.table == "publicationInfo":
            return parse_day(record.text("dataAsOf"))
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """The publication's own record, then one for each entity."""
    for file in files:
        yield from xml_records(file, {"publicationInfo", "entity"}, source=source)


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing an entity."""
    drafts: dict[str, Draft] = {}
    for row in rows:
        if row.table == "publicationInfo":
            row.text("dataAsOf")
        elif row.table == "entity":
            uid = row.text("@id")
            if uid.isdigit() and uid not in drafts:
                drafts[uid] = _draft(row, uid)
            else:
                message = f"entity id {uid!r} is repeated or no number; not read"
                yield Problem("id-unusable", message, row.origin, "error")
    yield from finished(drafts)


def _draft(row: Record, uid: str) -> Draft:
    kind = KINDS.get(row.text("generalInfo/entityType").lower(), "unknown")
    draft = Draft(uid, kind, row.origin)
    for name in row.children("names/name"):
        _take_name(draft, name)
    draft.titles += row.texts("generalInfo/title")
    draft.programmes += row.texts("sanctionsPrograms/sanctionsProgram")
    draft.authorities += row.texts("legalAuthorities/legalAuthority")
    for text in row.texts("sanctionsTypes/sanctionsType"):
        draft.measures += ofac_law.of_type(row.origin.source, text)
    for member in row.children("sanctionsLists/sanctionsList"):
        day = parse_day(member.text("@datePublished"))
        draft.dates += [day] if day else []
        draft.note(Statement("On", member.text("#text")))
    for address in row.children("addresses/address"):
        _take_address(draft, address)
    for feature in row.children("features/feature"):
        _take_feature(draft, feature)
    for document in row.children("identityDocuments/identityDocument"):
        draft.state(_number(document))
    for relation in row.children("relationships/relationship"):
        draft.links.append(_link(relation))
    for remark in row.texts("generalInfo/remarks"):
        for said in statements(remark):
            draft.state(said)
    return draft


def _take_name(draft: Draft, row: Record) -> None:
    primary = row.text("isPrimary") == "true"
    weak = row.text("isLowQuality") == "true"
    word = row.text("aliasType").replace(".", "").lower()
    named: NameKind = "primary" if primary else NAME_KINDS.get(word, "alias")
    for text in row.children("translations/translation"):
        latin = text.text("script") in ("", "Latin")
        draft.add_name(
            text.text("formattedFullName"),
            named if latin else "original_script",
            weak=weak,
            locator=text.origin.locator,
        )


def _take_address(draft: Draft, row: Record) -> None:
    country = row.text("country")
    texts = row.children("translations/translation")
    for text in texts:
        parts: dict[str, list[str]] = {}
        for part in text.children("addressParts/addressPart"):
            column = _PARTS.get(part.text("type").upper(), "street")
            parts.setdefault(column, []).extend(part.texts("value"))
        draft.add_address(
            Address(
                street=", ".join(parts.get("street", ())),
                city=", ".join(parts.get("city", ())),
                region=", ".join(parts.get("region", ())),
                postcode=", ".join(parts.get("postcode", ())),
                country_text=country,
                locator=row.origin.locator,
            )
        )
    if not texts:
        draft.add_address(Address(country_text=country, locator=row.origin.locator))


def _take_feature(draft: Draft, row: Record) -> None:
    label, value = row.text("type"), row.text("value")
    remarks = (*row.texts("comments"), *row.texts("reliability"))
    detail = "; ".join(text for text in remarks if text != "Confirmed")
    span = _span(row) if label == "Birthdate" else None
    if span:
        draft.births.append(span)
    else:
        where = row.origin.locator
        draft.state(Statement(label, value, detail=detail, locator=where))


def _span(row: Record) -> DateSpan | None:
    for bounds in row.children("valueDate"):
        first = parse_day(bounds.text("fromDateBegin"))
        last = parse_day(bounds.text("toDateEnd"))
        circa = bounds.text("isApproximate") == "true"
        if first and last and first <= last:
            return DateSpan(first, last, circa, row.text("value"))
    return None


def _number(row: Record) -> Statement:
    words = {"issueDate": "issued", "expirationDate": "expires"}
    dates = [f"{word} {t}" for path, word in words.items() for t in row.texts(path)]
    said = (*row.texts("issuingAuthority"), *row.texts("issuingLocation"))
    bad = ["not valid"] if row.text("isValid") == "false" else []
    return Statement(
        row.text("type"),
        row.text("documentNumber"),
        row.text("issuingCountry"),
        "; ".join((*said, *dates, *row.texts("comments"), *bad)),
        row.origin.locator,
    )


def _link(row: Record) -> Link:
    relation = row.text("type").lower().replace(",", "").replace(" ", "_")
    row.text("quality")
    named = row.children("relatedEntity")
    target = named[0] if named else row
    name, uid = target.text("#text"), target.text("@entityId")
    return Link(relation, uid, name, row.origin.locator)
