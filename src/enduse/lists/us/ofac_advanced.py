"""OFAC's advanced XML (`sdn_advanced.xml`, `cons_advanced.xml`), a relational format.

Values are ids into reference sets; places, documents, relations and sanctions entries
stand in blocks of their own before and after the parties. Parties are read into
drafts as they come and joined at the end, so no XML is held.

*Source*: UN advanced sanctions data model; OFAC, sdn_advanced.xsd.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from enduse.files.source_file import SourceFile
from enduse.lists.record import Record
from enduse.lists.sources import downloaded, one_each
from enduse.lists.us import ofac_advanced_parts as parts
from enduse.lists.us import ofac_law, ofac_source
from enduse.lists.us.ofac_advanced_parts import References, day
from enduse.lists.us.ofac_party import Draft, Statement, finished
from enduse.lists.us.ofac_remarks import statements
from enduse.lists.xml_records import xml_records
from enduse.model import Address, Link, Listing, PartyKind, Problem

CARDS = ofac_source.CARDS
IGNORED = parts.IGNORED
group = one_each
fetch = downloaded
_TABLES = {
    *("DateOfIssue", "ReferenceValueSets", "Location", "IDRegDocument"),
    *("DistinctParty", "ProfileRelationship", "SanctionsEntry", "SanctionsEntryLink"),
}
_TYPES: dict[str, PartyKind] = {"individual": "person", "entity": "entity"}
_SUBTYPES: dict[str, PartyKind] = {"vessel": "vessel", "aircraft": "aircraft"}


def sniff(file: SourceFile) -> str | None:
    """The list of a file with the root `Sanctions` and its `DateOfIssue`."""
    head = file.head
    if b"<Sanctions" not in head[:4096] or b"<DateOfIssue" not in head[:8192]:
        return None
    blocking = b">CUBA<" in head or b">SDNTK<" in head
    only_cons = b">Consolidated List<" in head and not blocking
    return ofac_source.source_of(file, ["NS-PLC"] if only_cons else [])


def published(files: Sequence[SourceFile]) -> date | None:
    """`DateOfIssue`."""
    for record in rows(files, "us-ofac-sdn"):
        if isinstance(record, Record) and record.table == "DateOfIssue":
            return day(record)
    return None


def rows(files: Sequence[SourceFile], source: str) -> Iterator[Record | Problem]:
    """Every record of every block, in file order."""
    for file in files:
        yield from xml_records(file, _TABLES, source=source)


@dataclass(slots=True)
class _Joined:
    """What has been read so far, and what waits for a block that comes later."""

    refs: References = field(default_factory=References)
    drafts: dict[str, Draft] = field(default_factory=dict)
    places: dict[str, Address] = field(default_factory=dict)
    identities: dict[str, str] = field(default_factory=dict)
    documents: list[tuple[str, str, Statement]] = field(default_factory=list)
    located: list[tuple[str, Statement, str]] = field(default_factory=list)


def listings(rows: Iterable[Record]) -> Iterator[Listing | Problem]:
    """One listing a party, once all blocks have been read."""
    joined = _Joined()
    for row in rows:
        read = _READERS.get(row.table)
        if read:
            yield from read(row, joined)
    yield from _settle(joined)
    yield from finished(joined.drafts)


def _issued(row: Record, joined: _Joined) -> Iterator[Problem]:
    day(row)
    return iter(())


def _references(row: Record, joined: _Joined) -> Iterator[Problem]:
    joined.refs = References.of(row)
    return iter(())


def _location(row: Record, joined: _Joined) -> Iterator[Problem]:
    joined.places[row.text("@ID")] = parts.location(row, joined.refs)
    return iter(())


def _document(row: Record, joined: _Joined) -> Iterator[Problem]:
    said = parts.document(row, joined.refs)
    place = row.text("@IssuedIn-LocationID")
    joined.documents.append((row.text("@IdentityID"), place, said))
    return iter(())


def _party(row: Record, joined: _Joined) -> Iterator[Problem]:
    uid = row.text("@FixedRef")
    if not uid.isdigit() or uid in joined.drafts:
        message = f"party id {uid!r} is repeated or no number; not read"
        yield Problem("id-unusable", message, row.origin, "error")
        return
    draft = joined.drafts[uid] = Draft(uid, "unknown", row.origin)
    for profile in row.children("Profile"):
        draft.kind = _kind(profile.text("@PartySubTypeID"), joined.refs)
        for identity in profile.children("Identity"):
            joined.identities[identity.text("@ID")] = uid
            for name in parts.names(identity, joined.refs):
                where = name.locator
                draft.add_name(name.text, name.kind, weak=name.weak, locator=where)
        for feature in profile.children("Feature"):
            _feature(feature, draft, joined)
    for remark in (*row.texts("Comment"), *row.texts("Profile/Comment")):
        for said in statements(remark):
            draft.state(said)


def _kind(subtype: str, refs: References) -> PartyKind:
    word = refs.text("PartySubType", subtype).lower()
    type_id = refs.attribute("PartySubType", subtype, "PartyTypeID")
    broad = refs.text("PartyType", type_id).lower()
    return _SUBTYPES.get(word) or _TYPES.get(broad) or "unknown"


def _feature(row: Record, draft: Draft, joined: _Joined) -> None:
    refs = joined.refs
    label = refs.text("FeatureType", row.text("@FeatureTypeID"))
    for version in row.children("FeatureVersion"):
        where = version.origin.locator
        reliability = refs.text("Reliability", version.text("@ReliabilityID"))
        remarks = [*version.texts("Comment"), reliability]
        detail = "; ".join(t for t in remarks if t not in ("", "Confirmed", "Unknown"))
        dates = version.children("DatePeriod")
        span = parts.period(dates[0]) if dates else None
        if span and label.lower() in ("birthdate", "dob"):
            draft.births.append(span)
        elif span:
            draft.state(Statement(label, span.text, detail=detail, locator=where))
        elif dates:
            message = f"{label}: not a period of days that exist; not read"
            origin = dates[0].origin
            draft.problems.append(Problem("date-unreadable", message, origin))
        for said in version.children("VersionDetail"):
            ref = said.text("@DetailReferenceID")
            value = said.text("#text") or refs.text("DetailReference", ref)
            if value:
                draft.state(Statement(label, value, detail=detail, locator=where))
        for place in version.texts("VersionLocation/@LocationID"):
            said_there = Statement(label, "", detail=detail, locator=where)
            joined.located.append((draft.uid, said_there, place))


def _relation(row: Record, joined: _Joined) -> Iterator[Problem]:
    draft = joined.drafts.get(row.text("@From-ProfileID"))
    words = joined.refs.text("RelationType", row.text("@RelationTypeID")) or "related"
    former = "former_" if row.text("@Former") == "true" else ""
    relation = former + words.lower().replace(",", "").replace(" ", "_")
    link = Link(relation, row.text("@To-ProfileID"), "", row.origin.locator)
    remarks = row.texts("Comment")
    if draft:
        draft.links.append(link)
        for text in remarks:
            draft.note(Statement(f"{words}:", text))
    else:
        yield _unattached(row, "relationship")


def _unattached(row: Record, what: str) -> Problem:
    message = f"{what} of a party that the file does not list; not read"
    return Problem("rows-unattached", message, row.origin)


def _entry(row: Record, joined: _Joined) -> Iterator[Problem]:
    refs, draft = joined.refs, joined.drafts.get(row.text("@ProfileID"))
    if not draft:
        yield _unattached(row, "sanctions entry")
        return
    draft.note(Statement("On", refs.text("List", row.text("@ListID"))))
    for text in (*row.texts("Comment"), *row.texts("LimitationsToListing")):
        draft.note(Statement("", text))
    for event in row.children("EntryEvent"):
        days = [d for d in map(day, event.children("Date")) if d]
        draft.dates += days
        basis = refs.text("LegalBasis", event.text("@LegalBasisID"))
        if basis not in ("", "Unknown") and basis not in draft.authorities:
            draft.authorities.append(basis)
        for text in event.texts("Comment"):
            draft.note(Statement("", text))
    for measure in row.children("SanctionsMeasure"):
        kind = refs.text("SanctionsType", measure.text("@SanctionsTypeID"))
        if kind == "Program":
            draft.programmes += measure.texts("Comment")
            continue
        draft.measures += ofac_law.of_type(row.origin.source, kind)
        for text in measure.texts("Comment"):
            draft.note(Statement(kind, text))


def _settle(joined: _Joined) -> Iterator[Problem]:
    """Give parties their documents and places, and links the names they lead to."""
    drafts = joined.drafts
    for identity, place, said in joined.documents:
        draft = drafts.get(joined.identities.get(identity, ""))
        there = joined.places.get(place)
        detail = "; ".join(filter(None, (said.detail, there.text if there else "")))
        if draft:
            draft.state(replace(said, detail=detail))
        elif drafts:
            message = f"document {said.value!r} is of nobody in the file; not read"
            origin = next(iter(drafts.values())).origin.at(said.locator)
            yield Problem("rows-unattached", message, origin)
    for uid, said, place in joined.located:
        yield from _locate(drafts[uid], said, joined.places.get(place))
    for draft in drafts.values():
        for number, link in enumerate(draft.links):
            target = drafts.get(link.target_id)
            if target and target.names:
                name = target.names[0].text
                draft.links[number] = replace(link, target_name=name)


def _locate(draft: Draft, said: Statement, place: Address | None) -> Iterator[Problem]:
    if place is None:
        message = f"{said.label}: refers to a place that the file does not have"
        yield Problem("reference-unknown", message, draft.origin.at(said.locator))
    elif said.label in ("Location", ""):
        draft.add_address(place)
    else:
        country_only = said.label.lower().startswith(("nationality", "citizenship"))
        text = place.country_text if country_only else place.text
        draft.state(replace(said, value=text or place.text))


_READERS = {
    "DateOfIssue": _issued,
    "ReferenceValueSets": _references,
    "Location": _location,
    "IDRegDocument": _document,
    "DistinctParty": _party,
    "ProfileRelationship": _relation,
    "SanctionsEntry": _entry,
}
