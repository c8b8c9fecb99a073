"""The details of an entity of the EU's financial sanctions list, in the XML's shape."""

from collections.abc import Iterator

from enduse.codes.country import alpha2
from enduse.lists.eu.bracketed import script_kind
from enduse.lists.record import Record
from enduse.model import Address, DateSpan, Identifier, ListedName, Problem
from enduse.text.dates import parse_span

_SCHEMES = {
    "passport": "passport",
    "diplomatic": "passport",
    "id": "national_id",
    "ssn": "national_id",
    "residentperm": "national_id",
    "electionid": "national_id",
    "driverlicence": "other",
    "birthcert": "other",
    "regnumber": "registration",
    "tradelic": "registration",
    "fiscalcode": "tax_id",
    "taxid": "tax_id",
    "swiftbic": "bic",
    "bic": "bic",
    "imo": "imo",
    "lei": "lei",
}
_CONTACTS = {
    "email": "email",
    "e-mail": "email",
    "phone": "phone",
    "fax": "phone",
    "mobile": "phone",
    "tel": "phone",
    "web": "website",
    "website": "website",
    "url": "website",
}
_FLAGS = {
    "@diplomatic": "diplomatic",
    "@knownExpired": "known expired",
    "@knownFalse": "known false",
    "@reportedLost": "reported lost",
    "@revokedByIssuer": "revoked by issuer",
}
_SAID = {
    "@identificationTypeDescription": "",
    "@nameOnDocument": "in the name of ",
    "@issuedBy": "issued by ",
    "@issueDate": "issued ",
    "@validFrom": "valid from ",
    "@validTo": "valid to ",
    "@region": "",
    "remark": "",
}
_UNKNOWN = frozenset({"00", "UNKNOWN"})
_GENDERS = {"M": "male", "F": "female"}


def names(row: Record) -> tuple[ListedName, ...]:
    """All names, each once; the first strong one is primary."""
    found: dict[str, ListedName] = {}
    primary = True
    for alias in row.children("nameAlias"):
        parts = map(alias.text, ("@firstName", "@middleName", "@lastName"))
        joined = " ".join(filter(None, parts))
        text = alias.text("@wholeName") or joined
        weak = alias.text("@strong").lower() in ("false", "0", "no")
        alias.text("@nameLanguage")
        if not text or (text in found and (weak or not found[text].weak)):
            continue
        kind = script_kind(text, "alias")
        if primary and not weak:
            kind, primary = "primary", False
        found[text] = ListedName(text, kind, weak, alias.origin.locator)
    return tuple(found.values())


def titles(row: Record) -> Iterator[str]:
    """Titles and functions, each once."""
    said = (*row.texts("nameAlias/@title"), *row.texts("nameAlias/@function"))
    yield from dict.fromkeys(said)


def genders(row: Record) -> Iterator[str]:
    """`male` or `female`, as the names say; an unknown one is left out."""
    said = row.texts("nameAlias/@gender")
    yield from dict.fromkeys(_GENDERS[g] for g in said if g in _GENDERS)


def country(place: Record) -> str:
    """The alpha-2 code of a detail's country, or ''; the EU writes `00` for unknown."""
    code = place.text("@countryIso2Code").upper()
    name = place.text("@countryDescription")
    if code and code not in _UNKNOWN:
        return alpha2(code) or alpha2(name)
    return "" if name.upper() in _UNKNOWN else alpha2(name)


def nationalities(row: Record) -> Iterator[str]:
    """The countries of citizenship, each once."""
    codes = [country(place) for place in row.children("citizenship")]
    yield from dict.fromkeys(code for code in codes if code)


def addresses(row: Record) -> Iterator[Address]:
    """Every address that says more than an unknown country."""
    for place in row.children("address"):
        box = place.text("@poBox")
        lines = (f"PO Box {box}" if box else "", place.text("@place"))
        name = place.text("@countryDescription")
        address = Address(
            lines=tuple(filter(None, (*lines, *place.texts("remark")))),
            street=place.text("@street"),
            city=place.text("@city"),
            region=place.text("@region"),
            postcode=place.text("@zipCode"),
            country=country(place),
            country_text="" if name.upper() in _UNKNOWN else name,
            locator=place.origin.locator,
        )
        if address.text:
            yield address


def births(row: Record, problems: list[Problem]) -> Iterator[DateSpan]:
    """Every birth date: a day, a month, a year or a range, circa where so marked."""
    for birth in row.children("birthdate"):
        calendar = birth.text("@calendarType") or "GREGORIAN"
        circa = is_true(birth.text("@circa"))
        said = _birth_text(birth)
        if not said:
            continue
        span = parse_span(said) if calendar == "GREGORIAN" else None
        if span:
            yield DateSpan(span.earliest, span.latest, circa or span.circa, said)
        else:
            message = f"birth date {said!r} ({calendar} calendar) was not read"
            problems.append(Problem("date-unreadable", message, birth.origin))


def _birth_text(birth: Record) -> str:
    whole = birth.text("@birthdate")
    day, month = birth.text("@dayOfMonth"), birth.text("@monthOfYear")
    year = birth.text("@year")
    first, last = birth.text("@yearRangeFrom"), birth.text("@yearRangeTo")
    if whole:
        return whole
    if year and year != "0":
        return f"{(day or '0').zfill(2)}/{(month or '0').zfill(2)}/{year}"
    return " to ".join(dict.fromkeys(filter(None, (first, last))))


def birth_places(row: Record) -> Iterator[str]:
    """Every birth place, its parts joined, each once."""
    seen: set[str] = set()
    for birth in row.children("birthdate"):
        name = birth.text("@countryDescription")
        birth.text("@countryIso2Code")
        parts = map(birth.text, ("@place", "@city", "@zipCode", "@region"))
        known = "" if name.upper() in _UNKNOWN else name
        text = ", ".join(filter(None, (*parts, known)))
        if text and text not in seen:
            seen.add(text)
            yield text


def identifiers(row: Record) -> Iterator[Identifier]:
    """Papers, numbers, and the contacts of addresses."""
    for paper in row.children("identification"):
        code = paper.text("@identificationTypeCode").lower()
        said = (
            f"{word}{paper.text(path)}"
            for path, word in _SAID.items()
            if paper.text(path)
        )
        flags = (word for path, word in _FLAGS.items() if is_true(paper.text(path)))
        written = (paper.text("@number"), paper.text("@latinNumber"))
        for value in dict.fromkeys(filter(None, written)):
            scheme = _SCHEMES.get(code, "other")
            note = "; ".join((*said, *flags))
            yield Identifier(scheme, value, country(paper), note, paper.origin.locator)
    for contact in row.children("address/contactInfo"):
        value, key = contact.text("@value"), contact.text("@key")
        if value:
            scheme = _CONTACTS.get(key.lower(), "other")
            yield Identifier(scheme, value, note=key, locator=contact.origin.locator)


def notes(row: Record) -> Iterator[str]:
    """What the details say in words and no other field holds."""
    for text in row.texts("birthdate/remark"):
        yield f"birth: {text}"
    for place in row.children("citizenship"):
        for path in ("@region", "@acquisitionDate", "@disenfranchisementDate"):
            if place.text(path):
                yield f"citizenship {path.strip('@')}: {place.text(path)}"
    for place in row.children("address"):
        if is_true(place.text("@asAtListingTime")):
            known = ", ".join(filter(None, map(place.text, ("@street", "@city"))))
            yield f"address at listing time: {known}"
    for paper in row.children("identification"):
        if not paper.text("@number") and not paper.text("@latinNumber"):
            said = paper.text("remark") or paper.text("@identificationTypeDescription")
            if said:
                yield f"identification: {said}"


def is_true(text: str) -> bool:
    """Whether a flag is set: `true` in the XML, also `1` or `yes` in tables."""
    return text.lower() in ("true", "1", "yes", "y")
