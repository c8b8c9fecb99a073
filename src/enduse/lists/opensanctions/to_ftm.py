"""A listing as a FollowTheMoney entity, for tools that speak it.

*Source*: followthemoney 4, https://followthemoney.tech/docs/schemata/. Written without
the library, so that the core does not need it; tests validate with it.
"""

import hashlib
import re
from typing import Any

from enduse.model import Identifier, Listing

_SCHEMATA = {
    "person": "Person",
    "entity": "Organization",
    "vessel": "Vessel",
    "aircraft": "Airplane",
    "unknown": "LegalEntity",
}
_NAMES = {
    "primary": "name",
    "alias": "alias",
    "former": "previousName",
    "original_script": "alias",
    "call_sign": "alias",
}
# Scheme: property, and the schemata that have it; elsewhere the number is a note.
_LEGAL = ("Person", "Organization", "LegalEntity")
_IDENTIFIERS: dict[str, tuple[str, tuple[str, ...]]] = {
    "lei": ("leiCode", _LEGAL),
    "bic": ("swiftBic", _LEGAL),
    "inn": ("innCode", _LEGAL),
    "ogrn": ("ogrnCode", _LEGAL),
    "okpo": ("okpoCode", _LEGAL),
    "uscc": ("uscCode", _LEGAL),
    "duns": ("dunsCode", _LEGAL),
    "tax_id": ("taxNumber", _LEGAL),
    "registration": ("registrationNumber", (*_LEGAL, "Vessel")),
    "national_id": ("idNumber", _LEGAL),
    "passport": ("passportNumber", ("Person",)),
    "imo": ("imoNumber", ("Vessel", "Organization")),
    "mmsi": ("mmsi", ("Vessel",)),
    "call_sign": ("callSign", ("Vessel",)),
    "aircraft_tail": ("registrationNumber", ("Airplane",)),
    "aircraft_msn": ("serialNumber", ("Airplane",)),
    "email": ("email", _LEGAL),
    "phone": ("phone", _LEGAL),
    "website": ("website", _LEGAL),
}
_TOPICS = {
    "counter_measure": "sanction.counter",
    "export_control": "export.control",
    "denied_export": "export.control",
    "procurement_restriction": "debarment",
    "investment_restriction": "invest.ban",
    "watch": "poi",
    "internal": "poi",
}
_NO_ID = re.compile(r"[^0-9a-zA-Z.-]+")


def to_ftm(listing: Listing) -> dict[str, Any]:
    """The entity: `id`, `schema`, `caption`, `datasets`, `properties` of string lists.

    *Unknown*: a value that the schema has no property for is kept in `notes`.
    """
    schema = _SCHEMATA[listing.kind]
    found: dict[str, dict[str, None]] = {}

    def add(name: str, *texts: str) -> None:
        for text in texts:
            if text.strip():
                found.setdefault(name, {}).setdefault(text.strip())

    for name in listing.names:
        add("weakAlias" if name.weak else _NAMES[name.kind], name.text)
    for item in listing.identifiers:
        add(*_identifier(item, schema))
    _about_person(listing, schema, add)
    add("country", *(code.lower() for code in listing.countries if len(code) == 2))
    add("notes", *(f"territory: {c}" for c in listing.countries if len(c) != 2))
    add("address", *(address.text for address in listing.addresses))
    add("program", *listing.programmes)
    add("topics", *(_TOPICS.get(m, "sanction") for m in listing.measures))
    add("createdAt", listing.listed_on.isoformat() if listing.listed_on else "")
    add("modifiedAt", listing.updated_on.isoformat() if listing.updated_on else "")
    add("notes", *listing.notes, listing.reason)
    add("sourceUrl", *(cite.url for cite in listing.legal_basis))
    return {
        "id": ftm_id(listing.id),
        "schema": schema,
        "caption": listing.name,
        "datasets": [listing.source],
        "properties": {name: list(texts) for name, texts in found.items()},
    }


def ftm_id(listing_id: str) -> str:
    """A listing's id with the characters that FollowTheMoney allows.

    *Example*

    >>> ftm_id("us-ofac-sdn:36")
    'us-ofac-sdn-36'
    """
    bare = _NO_ID.sub("-", listing_id.replace(":", "-", 1)).strip("-.")
    if bare == listing_id.replace(":", "-", 1):
        return bare
    mark = hashlib.sha256(listing_id.encode()).hexdigest()[:8]
    return f"{bare}-{mark}".strip("-")


def _identifier(item: Identifier, schema: str) -> tuple[str, str]:
    name, schemata = _IDENTIFIERS.get(item.scheme, ("", ()))
    if schema in schemata:
        return name, item.value
    return "notes", f"{item.scheme}: {item.value}"


def _about_person(listing: Listing, schema: str, add: Any) -> None:
    if schema != "Person":
        add("notes", *(f"date: {span.text}" for span in listing.birth_dates))
        return
    for span in listing.birth_dates:
        exact = "/" not in span.iso and not span.circa
        add("birthDate", span.iso if exact else "")
        add("notes", "" if exact else f"birth date: {span.iso}")
    add("birthPlace", *listing.birth_places)
    add("gender", *(g for g in listing.genders if g in ("male", "female", "other")))
    add("nationality", *(code.lower() for code in listing.nationalities))
    add("position", *listing.titles)
