"""Parts of OFAC's advanced XML: reference values, names, dates, places, documents."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from enduse.lists.record import Record
from enduse.lists.us.ofac_party import NAME_KINDS, Statement
from enduse.model import Address, DateSpan, ListedName
from enduse.model.listing import NameKind

_ID, _SHOW = "key of the element", "says how to write it, not what it is"
_PARTY = "DistinctParty/Profile"
_NAME = f"{_PARTY}/Identity/Alias/DocumentedName"
_FEATURE = f"{_PARTY}/Feature"
_BOUND = "between the outer bounds, or the same"
_FIXED = "whether parts of the date are exact; the bounds say it"


def _dates(path: str) -> dict[str, str]:
    found = {f"{path}/@{a}": _FIXED for a in ("YearFixed", "MonthFixed", "DayFixed")}
    found[f"{path}/@CalendarTypeID"] = "Gregorian"
    for end, inner in (("Start", "To"), ("End", "From")):
        for name in ("YearFixed", "MonthFixed", "DayFixed"):
            found[f"{path}/{end}/@{name}"] = _FIXED
        for part in ("Year", "Month", "Day"):
            found[f"{path}/{end}/{inner}/{part}"] = _BOUND
    return found


IGNORED: dict[str, str] = {
    "@root/@schemaLocation": "technical",
    "@root/@Version": "technical",
    "@root/@DeltaBaseVersion": "technical",
    "DateOfIssue/@CalendarTypeID": "Gregorian",
    f"{_PARTY}/@ID": "the same as FixedRef",
    f"{_PARTY}/Identity/@FixedRef": _ID,
    f"{_PARTY}/Identity/@Primary": "the primary alias says it",
    f"{_PARTY}/Identity/Alias/@FixedRef": _ID,
    f"{_NAME}/@ID": _ID,
    f"{_NAME}/@FixedRef": _ID,
    f"{_NAME}/@DocNameStatusID": "the script says it",
    f"{_NAME}/DocumentedNamePart/NamePartValue/@ScriptStatusID": "always unknown",
    f"{_NAME}/DocumentedNamePart/NamePartValue/@Acronym": _SHOW,
    f"{_FEATURE}/@ID": _ID,
    f"{_FEATURE}/FeatureVersion/@ID": _ID,
    f"{_FEATURE}/FeatureVersion/VersionDetail/@DetailTypeID": _SHOW,
    f"{_FEATURE}/IdentityReference/@IdentityID": "of the same party",
    f"{_FEATURE}/IdentityReference/@IdentityFeatureLinkTypeID": "always unknown",
    **_dates(f"{_FEATURE}/FeatureVersion/DatePeriod"),
    "Location/FeatureVersionReference/@FeatureVersionID": "the feature refers to it",
    "Location/IDRegDocumentReference/@IDRegDocumentID": "the document refers to it",
    "Location/LocationCountry/@CountryRelevanceID": "always primary",
    "Location/LocationPart/LocationPartValue/@Primary": _SHOW,
    "Location/LocationPart/LocationPartValue/@LocPartValueTypeID": "always unknown",
    "Location/LocationPart/LocationPartValue/@LocPartValueStatusID": "always main",
    "IDRegDocument/@ID": _ID,
    "IDRegDocument/DocumentedNameReference/@DocumentedNameID": "a name of the party",
    **_dates("IDRegDocument/DocumentDate/DatePeriod"),
    "ProfileRelationship/@ID": _ID,
    "ProfileRelationship/@RelationQualityID": "a grade of evidence; not published",
    "ProfileRelationship/@SanctionsEntryID": "of the same party",
    "SanctionsEntry/@ID": _ID,
    "SanctionsEntry/EntryEvent/@ID": _ID,
    "SanctionsEntry/EntryEvent/@EntryEventTypeID": "always created",
    "SanctionsEntry/EntryEvent/Date/@CalendarTypeID": "Gregorian",
    "SanctionsEntry/SanctionsMeasure/@ID": _ID,
    **_dates("SanctionsEntry/SanctionsMeasure/DatePeriod"),
    "SanctionsEntryLink/@ID": _ID,
    "SanctionsEntryLink/@EntryA-SanctionsEntryID": "entries of the same party",
    "SanctionsEntryLink/@EntryB-SanctionsEntryID": "entries of the same party",
    "SanctionsEntryLink/@EntryLinkTypeID": "entries of the same party",
}
_LINES = ("Unknown", "ADDRESS1", "ADDRESS2", "ADDRESS3")


@dataclass(frozen=True, slots=True)
class References:
    """The reference sets: what an id means, by kind of value (`AliasType`).

    *Unknown*: '' for an id that the file does not define.
    """

    values: Mapping[str, Mapping[str, Mapping[str, str]]] = field(default_factory=dict)

    @classmethod
    def of(cls, row: Record) -> "References":
        """The sets of a `ReferenceValueSets` element."""
        values: dict[str, dict[str, dict[str, str]]] = {}
        for name in row.values:
            for group in row.children(name):
                for kind in group.values:
                    for item in group.children(kind):
                        known = {key: item.text(key) for key in item.values}
                        values.setdefault(kind, {})[known.get("@ID", "")] = known
        return cls(values)

    def text(self, kind: str, value_id: str) -> str:
        """The text of a value."""
        return self.values.get(kind, {}).get(value_id, {}).get("#text", "")

    def attribute(self, kind: str, value_id: str, name: str) -> str:
        """An attribute of a value."""
        return self.values.get(kind, {}).get(value_id, {}).get(f"@{name}", "")


def day(row: Record) -> date | None:
    """The day of an element with Year, Month and Day, or None."""
    try:
        return date(*(int(row.text(part)) for part in ("Year", "Month", "Day")))
    except ValueError:
        return None


def period(row: Record) -> DateSpan | None:
    """The span of a DatePeriod from its outer bounds, or None where it has none."""
    firsts = [day(bound) for bound in row.children("Start/From")]
    lasts = [day(bound) for bound in row.children("End/To")]
    circa = "true" in (*row.texts("Start/@Approximate"), *row.texts("End/@Approximate"))
    first = firsts[0] if firsts else None
    last = lasts[0] if lasts else first
    if not first or not last or last < first:
        return None
    span = DateSpan(first, last, circa)
    return DateSpan(first, last, circa, span.iso)


def names(identity: Record, refs: References) -> Iterator[ListedName]:
    """Every name of an identity, primary ones first as the file has them.

    A person's parts are put as OFAC's other files write them: `LAST, First Middle`.
    """
    types = {
        part.text("@ID"): refs.text("NamePartType", part.text("@NamePartTypeID"))
        for part in identity.children(
            "NamePartGroups/MasterNamePartGroup/NamePartGroup"
        )
    }
    false = identity.text("@False") == "true"
    for alias in identity.children("Alias"):
        primary = alias.text("@Primary") == "true"
        word = refs.text("AliasType", alias.text("@AliasTypeID")).replace(".", "")
        kind: NameKind = "primary" if primary else NAME_KINDS.get(word.lower(), "alias")
        weak = alias.text("@LowQuality") == "true" or false
        for name in alias.children("DocumentedName"):
            text, latin = _name(name, types, refs)
            where = name.origin.locator
            yield ListedName(text, kind if latin else "original_script", weak, where)


def _name(name: Record, types: Mapping[str, str], refs: References) -> tuple[str, bool]:
    last: list[str] = []
    rest: list[str] = []
    latin = True
    for part in name.children("DocumentedNamePart/NamePartValue"):
        named = types.get(part.text("@NamePartGroupID"), "")
        (last if named in ("Last Name", "Entity Name") else rest).append(
            part.text("#text")
        )
        script = part.text("@ScriptID")
        code = refs.attribute("Script", script, "ScriptCode") or "Latin"
        latin = latin and code in ("Latin", "Latn")
    return ", ".join(filter(None, (" ".join(last), " ".join(rest)))), latin


def location(row: Record, refs: References) -> Address:
    """A Location as an address; its country is left as text."""
    areas = row.texts("LocationAreaCode/@AreaCodeID")
    countries = [
        refs.text("Country", c) for c in row.texts("LocationCountry/@CountryID")
    ]
    countries += [refs.attribute("AreaCode", a, "Description") for a in areas]
    parts: dict[str, list[str]] = {}
    for part in row.children("LocationPart"):
        kind = refs.text("LocPartType", part.text("@LocPartTypeID"))
        values = part.texts("LocationPartValue/Value")
        parts.setdefault(kind, []).extend(values)
        parts.setdefault("Comment", []).extend(part.texts("LocationPartValue/Comment"))
    regions = (*parts.get("STATE/PROVINCE", ()), *parts.get("REGION", ()))
    return Address(
        lines=tuple(parts.get("Comment", ())),
        street=", ".join(text for kind in _LINES for text in parts.get(kind, ())),
        city=", ".join(parts.get("CITY", ())),
        region=", ".join(regions),
        postcode=", ".join(parts.get("POSTAL CODE", ())),
        country_text=next(filter(None, countries), ""),
        locator=row.origin.locator,
    )


def document(row: Record, refs: References) -> Statement:
    """An IDRegDocument as the statement that remarks make of it."""
    said = [*row.texts("IssuingAuthority"), *row.texts("Comment")]
    for dated in row.children("DocumentDate"):
        kind = refs.text("IDRegDocDateType", dated.text("@IDRegDocDateTypeID"))
        word = "expires" if "expir" in kind.lower() else "issued"
        spans = [span for span in map(period, dated.children("DatePeriod")) if span]
        said += [f"{word} {span.text}" for span in spans]
    validity = refs.text("Validity", row.text("@ValidityID"))
    said += [validity] if validity not in ("", "Valid") else []
    return Statement(
        refs.text("IDRegDocType", row.text("@IDRegDocTypeID")) or "Document",
        row.text("IDRegistrationNo"),
        refs.text("Country", row.text("@IssuedBy-CountryID")),
        "; ".join(said),
        row.origin.locator,
    )
