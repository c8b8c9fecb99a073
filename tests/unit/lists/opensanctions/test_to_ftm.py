"""Listings as FollowTheMoney entities: valid by the published schema, and back again.

*Source*: https://followthemoney.tech/docs/schemata/ for the properties, of which the
table below has those that a listing can need; the rules of values are of the same site.
"""

import re
from datetime import date
from pathlib import Path

import orjson
import pytest

from enduse.files.source_file import SourceFile
from enduse.lists.opensanctions import ftm
from enduse.lists.opensanctions.to_ftm import ftm_id, to_ftm
from enduse.lists.record import Record
from enduse.model import (
    Address,
    Cite,
    DateSpan,
    Identifier,
    ListedName,
    Listing,
    Origin,
    PartyKind,
)


def listing(kind: PartyKind, *identifiers: Identifier) -> Listing:
    return Listing(
        id="us-example:36",
        source="us-example",
        kind=kind,
        names=(
            ListedName("Invented", "primary"),
            ListedName("Vanya", "alias", weak=True),
            ListedName("Old Name", "former"),
            ListedName("Пример", "original_script"),
        ),
        origin=Origin("us-example", "", "1"),
        identifiers=identifiers,
        birth_dates=(
            DateSpan.of_day(date(1970, 3, 1)),
            DateSpan.of_year(1968, circa=True),
        ),
        genders=("male",),
        countries=("RU", "UA-CRI"),
        nationalities=("RU",),
        addresses=(Address(("1 Sample Street",), city="Minsk", country="BY"),),
        programmes=("EX-1",),
        measures=("asset_freeze", "export_control"),
        legal_basis=(Cite("Act", "https://example.org/act"),),
        listed_on=date(2022, 2, 24),
        reason="made up",
    )


THING = """name summary description country alias previousName weakAlias sourceUrl
    publisher wikipediaUrl wikidataId keywords topics address addressEntity program
    programId notes proof modifiedAt createdAt"""
LEGAL = f"""{THING} email phone website legalForm incorporationDate dissolutionDate
    status sector classification registrationNumber idNumber taxNumber vatCode
    licenseNumber uscCode jurisdiction mainCountry opencorporatesUrl icijId okpoCode
    innCode ogrnCode leiCode dunsCode uniqueEntityId npiCode swiftBic parent"""
PERSON = f"""{LEGAL} title firstName secondName middleName fatherName motherName
    lastName nameSuffix birthDate birthPlace birthCountry deathDate position nationality
    citizenship passportNumber socialSecurityNumber gender ethnicity height weight
    eyeColor hairColor appearance religion political profession education spokenLanguage
    abbreviation biography"""
VEHICLE = f"""{THING} registrationNumber type model owner operator buildDate
    registrationDate deregistrationDate"""
PROPERTIES = {
    "Person": PERSON,
    "Organization": f"{LEGAL} cageCode permId imoNumber giiNumber",
    "LegalEntity": LEGAL,
    "Vessel": f"""{VEHICLE} imoNumber callSign crsNumber mmsi flag pastFlags tonnage
        grossRegisteredTonnage deadweightTonnage nameChangeDate navigationArea
        pastTypes registrationPort""",
    "Airplane": f"{VEHICLE} serialNumber icaoCode manufacturer",
}
FORMS = {
    "birthDate": r"\d{4}(-\d\d(-\d\d)?)?",
    "createdAt": r"\d{4}-\d\d-\d\d",
    "modifiedAt": r"\d{4}-\d\d-\d\d",
    "country": "[a-z]{2}",
    "nationality": "[a-z]{2}",
    "gender": "male|female|other",
    "leiCode": "[0-9A-Z]{20}",
    "sourceUrl": r"https?://\S+",
    "topics": r"sanction(\.counter)?|export\.control|debarment|invest\.ban|poi",
}

NUMBERS = tuple(
    Identifier(scheme, value)
    for scheme, value in {
        "lei": "5493001KJTIIGC8Y1R12",
        "inn": "7707083893",
        "ogrn": "1027700132195",
        "imo": "9074729",
        "passport": "AB1234567",
        "ofac_id": "36",
        "mmsi": "273451870",
        "aircraft_tail": "EX-001",
        "swift-unheard-of": "x",
    }.items()
)


@pytest.mark.parametrize("kind", ["person", "entity", "vessel", "aircraft", "unknown"])
def test_every_kind_is_valid_and_loses_nothing(kind: PartyKind) -> None:
    plain = to_ftm(listing(kind, *NUMBERS))
    allowed = set(PROPERTIES[plain["schema"]].split())
    for name, texts in plain["properties"].items():
        assert name in allowed, f"{plain['schema']} has no {name}"
        assert texts
        form = FORMS.get(name, r"(?s)\S(.*\S)?")
        wrong = [text for text in texts if not re.fullmatch(form, text)]
        assert not wrong, f"{name}: {wrong} not valid"
    said = orjson.dumps(plain).decode()
    assert all(number.value in said for number in NUMBERS)
    assert all(name.text in said for name in listing(kind).names)


def test_round_trip(tmp_path: Path) -> None:
    wanted = listing("person", *NUMBERS[1:2], NUMBERS[4])
    path = tmp_path / "example.ftm.json"
    path.write_bytes(orjson.dumps(to_ftm(wanted)) + b"\n")
    file = SourceFile.of(path)
    source = ftm.sniff(file)
    assert source == "ftm-example"
    rows = [r for r in ftm.rows([file], source) if isinstance(r, Record)]
    found = next(r for r in ftm.listings(rows) if isinstance(r, Listing))
    assert found.kind == wanted.kind
    assert {n.text for n in found.names} == {n.text for n in wanted.names}
    assert [n.text for n in found.names if n.weak] == ["Vanya"]
    assert {(i.scheme, i.value) for i in found.identifiers} == {
        ("inn", "7707083893"),
        ("passport", "AB1234567"),
    }
    assert [span.iso for span in found.birth_dates] == ["1970-03-01"]
    assert found.listed_on == wanted.listed_on
    assert found.countries == ("BY", "RU")
    assert "birth date: 1968~" in found.notes


def test_ids_stay_apart_and_are_allowed() -> None:
    odd = ["own-x:a b", "own-x:a-b", "own-x:a/b", "own-x:я", "own-x:~2"]
    made = [ftm_id(one) for one in odd]
    assert len(set(made)) == len(odd)
    assert all(
        re.fullmatch(r"[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?", m) for m in made
    )
