"""ConList's columns and XML elements, and what it writes into "Other Information"."""

import re
from functools import lru_cache
from itertools import zip_longest

COLUMNS = {
    "Name 6": "name6",
    **{f"Name {n}": f"name{n}" for n in range(1, 6)},
    "Title": "title",
    "Name Non-Latin Script": "script_name",
    "Non-Latin Script Type": "script",
    "Non-Latin Script Language": "language",
    "DOB": "birth",
    "Town of Birth": "birth_town",
    "Country of Birth": "birth_country",
    "Nationality": "nationality",
    "Passport Number": "passport",
    "Passport Details": "passport_note",
    "National Identification Number": "national_id",
    "National Identification Details": "national_id_note",
    "Position": "position",
    **{f"Address {n}": f"address{n}" for n in range(1, 7)},
    "Post/Zip Code": "postcode",
    "Country": "country",
    "Other Information": "other",
    "Group Type": "kind",
    "Alias Type": "name_type",
    "Alias Quality": "name_quality",
    "Regime": "regime",
    "Listed On": "listed",
    "UK Sanctions List Date Designated": "designated",
    "Last Updated": "updated",
    "Group ID": "ofsi_group",
}
ELEMENTS = {
    "Name6": "name6",
    **{f"name{n}": f"name{n}" for n in range(1, 6)},
    "Title": "title",
    "NameNonLatinScript": "script_name",
    "NonLatinScriptType": "script",
    "NonLatinScriptLanguage": "language",
    "Individual_DateOfBirth": "birth",
    "Individual_TownOfBirth": "birth_town",
    "Individual_CountryOfBirth": "birth_country",
    "Individual_Nationality": "nationality",
    "Individual_PassportNumber": "passport",
    "Individual_PassportDetails": "passport_note",
    "Individual_NINumber": "national_id",
    "Individual_NIDetails": "national_id_note",
    "Individual_Position": "position",
    "Individual_Gender": "gender",
    **{f"Address{n}": f"address{n}" for n in range(1, 7)},
    "PostCode": "postcode",
    "Country": "country",
    "PhoneNumber": "phone",
    "EmailAddress": "email",
    "Website": "website",
    "OtherInformation": "other",
    "GroupTypeDescription": "kind",
    "AliasType": "name_type",
    "AliasQuality": "name_quality",
    "RegimeName": "regime",
    "UKStatementOfReasons": "reason",
    "UKSanctionsListRef": "uk_ref",
    "UNRef": "un_ref",
    "DateListed": "listed",
    "DateDesignated": "designated",
    "LastUpdated": "updated",
    "GroupID": "ofsi_group",
    "ListingType": "source",
    "GroupSanctions": "imposed",
    "Entity_Type": "entity_type",
    "Entity_BusinessRegNumber": "registration",
    "Entity_ParentCompany": "parent",
    "Entity_Subsidiaries": "subsidiary",
    "Ship_IMONumber": "imo",
    "Ship_CurrentOwners": "owner",
    "Ship_Flag": "flag",
    "Ship_PreviousFlags": "past_flag",
    "Ship_Type": "ship_type",
    "Ship_Tonnage": "tonnage",
    "Ship_Length": "length",
    "Ship_YearBuilt": "built",
}
_SAID = {
    "UK Sanctions List Ref": "uk_ref",
    "UN Ref": "un_ref",
    "UK Statement of Reasons": "reason",
    "Gender": "gender",
    "Phone number": "phone",
    "Tel": "phone",
    "Fax": "fax",
    "Website": "website",
    "Email address": "email",
    "Type of entity": "entity_type",
    "Business Reg No": "registration",
    "Parent company": "parent",
    "Subsidiaries": "subsidiary",
    "IMO number": "imo",
    "Current owners": "owner",
    "Previous owners": "past_owner",
    "Flag of ship": "flag",
    "Previous flags": "past_flag",
    "Type of ship": "ship_type",
    "Tonnage of ship": "tonnage",
    "Length of ship": "length",
    "Year built": "built",
}
_LABEL = re.compile(rf"\(({'|'.join(map(re.escape, _SAID))})\):\s*")
_UK_REF = re.compile(r"([A-Z]{3}\d{4})\b\.?\s*")
_UN_REF = re.compile(r"((?:[A-Z]{2}[ei]\s?\.\s?\d{3}\b[\s,]*(?:and\s+)?)+)\.?\s*")
_ADDED = re.compile(
    r"imposed in addition to an asset freeze[^:.\-]*(?::|\s-)\s*([^.]+)\."
)


@lru_cache(maxsize=1024)
def said_in(text: str) -> dict[str, str]:
    """The labelled parts of "Other Information" by key; what is left is `other`.

    *Shape*: `(UK Sanctions List Ref):RUS0238. Free text. (Gender):Male`.

    *Example*

    >>> said_in("(UK Sanctions List Ref):RUS0001. A note. (Gender):Male")
    {'uk_ref': 'RUS0001', 'gender': 'Male', 'other': 'A note.'}
    """
    found: dict[str, str] = {}
    marks = list(_LABEL.finditer(text))
    free = [text[: marks[0].start()] if marks else text]
    for mark, following in zip_longest(marks, marks[1:]):
        part = text[mark.end() : following.start() if following else len(text)].strip()
        key = _SAID[mark[1]]
        if key in ("uk_ref", "un_ref"):
            key, part, rest = _reference(key, part)
            free.append(rest)
        if part:
            found[key] = f"{found[key]} {part}" if key in found else part
    added = _ADDED.findall(text)
    if added:
        found["imposed"] = "|".join(added)
    return {**found, "other": " ".join(" ".join(free).split())}


def _reference(key: str, text: str) -> tuple[str, str, str]:
    """(key, reference, the free text after it); OFSI mixes the two kinds up."""
    for own, pattern in (("uk_ref", _UK_REF), ("un_ref", _UN_REF)):
        match = pattern.match(text)
        if match:
            return own, match[1].strip(" ,"), text[match.end() :]
    return key, "", text
