"""What stands in a party's numbers and address lines: labels, issuers, names."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.model import Fact, Party, Text

PACS = (
    '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">'
    "<FIToFICstmrCdtTrf><CdtTrfTxInf><Dbtr>{}</Dbtr></CdtTrfTxInf>"
    "</FIToFICstmrCdtTrf></Document>"
)
MT = ":20:P1\n:32A:261120EUR1,\n:50F:{}\n:59:SAMPLE GMBH\n"
UBL = (
    '<Invoice xmlns="urn:oasis:names:specification:ubl:schema:xsd:Invoice-2"><ID>1</ID>'
    "<AccountingCustomerParty><Party><PartyName><Name>Demo</Name></PartyName>{}</Party>"
    "</AccountingCustomerParty></Invoice>"
)


def facts(place: Path, text: str) -> list[Fact]:
    path = place / "input"
    path.write_text(text, "utf-8")
    file = SourceFile.of(path)
    reader = registry.reader(registry.sniff(file) or "")
    found = [m for m in reader.parse(file, Options()) if isinstance(m, Message)]
    return [fact for message in found for fact in reader.facts(message)]


def party(found: list[Fact], role: str) -> Party:
    return next(f.value for f in found if isinstance(f.value, Party) and f.role == role)


def numbers(found: Party) -> list[tuple[str, str, str]]:
    return [(i.scheme, i.value, i.country) for i in found.identifiers]


@pytest.mark.parametrize(
    "said",
    [
        "CUST/RU/DEMO BANK/7448000000\n1/DEMO OOO\n3/RU/OMSK",
        "/407028\n1/DEMO OOO\n3/RU/OMSK\n6/RU/DEMO BANK/74480\n8/00000",
    ],
)
def test_a_customer_number_stands_without_its_issuer(tmp_path: Path, said: str) -> None:
    found = facts(tmp_path, MT.format(said))
    assert ("other", "7448000000", "RU") in numbers(party(found, "debtor"))
    assert "DEMO BANK" in [f.value.text for f in found if isinstance(f.value, Text)]


def test_a_label_in_a_number_tells_its_scheme(tmp_path: Path) -> None:
    other = (
        "<Nm>Demo</Nm><Id><OrgId><Othr><Id>OGRN1027700000000</Id></Othr></OrgId></Id>"
    )
    found = numbers(party(facts(tmp_path, PACS.format(other)), "debtor"))
    assert found == [
        ("other", "OGRN1027700000000", ""),
        ("ogrn", "1027700000000", ""),
    ]


def test_a_tax_number_stands_without_its_country_too(tmp_path: Path) -> None:
    scheme = (
        "<PartyTaxScheme><CompanyID>RU7735000000</CompanyID><TaxScheme><ID>VAT</ID>"
        "</TaxScheme></PartyTaxScheme>"
    )
    found = numbers(party(facts(tmp_path, UBL.format(scheme)), "buyer"))
    assert ("tax_id", "7735000000", "RU") in found


def test_who_issued_a_number_is_screened(tmp_path: Path) -> None:
    other = (
        "<Nm>Demo</Nm><Id><OrgId><Othr><Id>77</Id><Issr>Beispiel Bank</Issr></Othr>"
        "</OrgId></Id>"
    )
    found = facts(tmp_path, PACS.format(other))
    assert "Beispiel Bank" in [f.value.text for f in found if isinstance(f.value, Text)]


@pytest.mark.parametrize(
    ("name", "line", "read"),
    [
        ("DEMO IMPORT", "AND EXPORT CO., LTD", "DEMO IMPORT AND EXPORT CO., LTD"),
        ("Demo LLC", "c/o Beispiel", "Demo LLC c/o Beispiel"),
        ("Demo LLC", "Yerevan", ""),
        ("Demo LLC", "Lenin street 5", ""),
    ],
)
def test_a_name_that_goes_on_in_address_lines(
    tmp_path: Path, name: str, line: str, read: str
) -> None:
    said = f"<Nm>{name}</Nm><PstlAdr><AdrLine>{line}</AdrLine></PstlAdr>"
    found = party(facts(tmp_path, PACS.format(said)), "debtor")
    assert [n.text for n in found.names] == [name, *([read] if read else [])]


def test_an_aircraft_is_called_by_its_mark(tmp_path: Path) -> None:
    transport = "UNH+1+IFTMIN:D:99B:UN'BGM+610+I1+9'TDT+20+W5+40++W5:62+++EP-XYZ:ZZZ'"
    found = party(facts(tmp_path, f"{transport}UNT+4+1'"), "aircraft")
    assert [name.text for name in found.names] == ["EP-XYZ"]
    assert numbers(found) == [("aircraft_tail", "EP-XYZ", "")]


def test_option_j_is_read_by_its_codes(tmp_path: Path) -> None:
    deal = (
        ":15A:\n:20:FX1\n:22A:NEWT\n:82A:DEUTDEFF\n"
        ":87J:/ABIC/UKWN/NAME/DEMO BANK\n/CITY/OMSK/CTRY/RU\n:15B:\n:30T:20261120\n"
    )
    head = "{1:F01UBSWCHZHAXXX0000000000}{2:I300COBADEFFXXXXN}{4:\n"
    found = party(facts(tmp_path, f"{head}{deal}-}}"), "party_b")
    assert [name.text for name in found.names] == ["DEMO BANK"]
    assert found.addresses[0].city == "OMSK"
    assert found.addresses[0].country == "RU"
