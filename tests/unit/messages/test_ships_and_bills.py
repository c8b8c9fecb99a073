"""Several ships on a paper, carriers by their signature, bills of exchange in text."""

import json
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.trade.prose import parties_told
from enduse.model import Good, Party, Text
from tests.made_pdf import Page, pdf
from tests.pdf_layouts import boxed

LADING = """BILL OF LADING                     B/L No. DEMO7712045
SHIPPER: DEMO TOOLS CO LTD
CONSIGNEE: SAMPLE MAKINA AS
VESSEL: EVER DEMO   VOYAGE: 123W
PORT OF LOADING: NINGBO
"""


def read(place: Path, text: str) -> tuple[str, set[tuple[str, str]], list[str]]:
    """The format, the parties by role and name, and every text."""
    path = place / "paper.txt"
    path.write_text(text, "utf-8")
    file = SourceFile.of(path)
    reader = registry.reader(registry.sniff(file) or "")
    (message,) = [m for m in reader.parse(file, Options()) if isinstance(m, Message)]
    values = [(f.role, f.value) for f in reader.facts(message)]
    parties = {(role, v.name) for role, v in values if isinstance(v, Party)}
    return message.format, parties, [v.text for _, v in values if isinstance(v, Text)]


def test_a_second_ship_is_noted(tmp_path: Path) -> None:
    text = LADING + "TO BE TRANSHIPPED AT JEBEL ALI ONTO M/V DEMO QUEEN V.7\n"
    _, parties, _ = read(tmp_path, text)
    assert {("vessel", "EVER DEMO"), ("vessel", "DEMO QUEEN")} <= parties


def test_a_second_number_of_a_ship_is_noted(tmp_path: Path) -> None:
    text = LADING + "IMO No: 9319466\nIMO No: 9395044\n"
    path = tmp_path / "paper.txt"
    path.write_text(text, "utf-8")
    _, parties, _ = read(tmp_path, text)
    assert ("vessel", "9395044") in parties


@pytest.mark.parametrize(
    "signed",
    [
        "SIGNED FOR DEMO SHIPPING LINES AS CARRIER BY DEMO PORT AS AGENT",
        "DEMO AGENCY LTD AS AGENT FOR THE CARRIER DEMO SHIPPING LINES",
        "for and on behalf of Demo Shipping Lines as carrier",
        "DEMO SHIPPING LINES\nAS CARRIER",
    ],
)
def test_a_carrier_is_told_by_its_signature(signed: str) -> None:
    found = {(one.role, one.name.upper()) for one in parties_told(signed)}
    assert ("carrier", "DEMO SHIPPING LINES") in found


@pytest.mark.parametrize(
    "said",
    [
        "the carrier shall not be liable as carrier or otherwise",
        "signed by the master as carrier",
        "AS AGENT FOR THE CARRIER",
    ],
)
def test_no_carrier_is_told(said: str) -> None:
    assert [one for one in parties_told(said) if one.role == "carrier"] == []


def test_a_firms_name_goes_on_behind_and() -> None:
    (found,) = parties_told("NOTIFY DEMO HESEN IMPORT AND\nEXPORT CO LTD MARKED PAID")
    assert (found.role, found.name) == (
        "notify_party",
        "DEMO HESEN IMPORT AND EXPORT CO LTD",
    )


def test_a_bill_of_exchange_in_text(tmp_path: Path) -> None:
    text = (
        "BILL OF EXCHANGE\nNo. 26/118      USD 48,250.00\nAt sight pay to the order of "
        "DEMO TRADE LLC the sum of US Dollars\nforty eight thousand only\n"
        "Drawer: SAMPLE TOOLS LIMITED\nTo: BEISPIEL BANK\n    OMSK\n"
    )
    format_, parties, _ = read(tmp_path, text)
    assert format_ == "text-bill-of-exchange"
    assert {
        ("drawer", "SAMPLE TOOLS LIMITED"),
        ("drawee", "BEISPIEL BANK"),
        ("payee", "DEMO TRADE LLC"),
    } <= parties


def test_a_certificate_without_labels_is_read(tmp_path: Path) -> None:
    text = (
        "INSPECTION CERTIFICATE\nWe inspected at the works of Beispiel on 12 Oct 2026\n"
        "five lathes, and found them in good order.\n"
    )
    format_, _, texts = read(tmp_path, text)
    assert format_ == "text-certificate"
    assert any("works of Beispiel" in said for said in texts)


@pytest.mark.parametrize("text", ["NOTES\nbuy milk\n", "See the contract below\nok\n"])
def test_other_text_is_no_paper(tmp_path: Path, text: str) -> None:
    path = tmp_path / "notes.txt"
    path.write_text(text, "utf-8")
    assert registry.sniff(SourceFile.of(path)) != "trade-text"


def test_a_number_in_a_box_of_its_own_is_the_vessels(tmp_path: Path) -> None:
    page = Page().text(200, 40, "BILL OF LADING", size=16, bold=True)
    boxed(page, (30, 60, 300, 95), "Shipper", "DEMO TOOLS CO LTD")
    boxed(page, (30, 95, 165, 130), "Ocean Vessel", "EVER DEMO")
    boxed(page, (165, 95, 300, 130), "IMO No.", "9319466")
    path = tmp_path / "paper.pdf"
    path.write_bytes(pdf(page))
    reader = registry.reader("trade-pdf")
    (message,) = reader.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    vessel = next(f.value for f in reader.facts(message) if f.role == "vessel")
    assert isinstance(vessel, Party)
    assert [(i.scheme, i.value) for i in vessel.identifiers] == [("imo", "9319466")]


def test_a_line_with_a_label_nobody_knows_is_no_address(tmp_path: Path) -> None:
    text = (
        "AIR WAYBILL              AWB No. 157-12345675\nShipper: DEMO GMBH\n"
        "Consignee: SAMPLE FZE\nA/C Reg: EP-XYZ\nNature and Quantity of Goods: CHIPS\n"
    )
    path = tmp_path / "paper.txt"
    path.write_text(text, "utf-8")
    reader = registry.reader("trade-text")
    (message,) = reader.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    values = [fact.value for fact in reader.facts(message)]
    assert [v.description for v in values if isinstance(v, Good)] == ["CHIPS"]
    named = {v.name: v for v in values if isinstance(v, Party)}
    assert named["SAMPLE FZE"].addresses == ()
    assert named["EP-XYZ"].kind == "aircraft"


def test_a_party_with_an_address_alone_is_called_by_its_first_line(
    tmp_path: Path,
) -> None:
    paper = {
        "transportDocumentReference": "BL1",
        "documentParties": {
            "shipper": {"partyName": "DEMO"},
            "consignee": {"displayedAddress": ["OOO BEISPIEL", "OMSK"]},
        },
        "transports": {"vesselVoyages": [{"vesselName": "X"}]},
        "carrierCode": "X",
        "carrierCodeListProvider": "SMDG",
    }
    path = tmp_path / "paper.json"
    path.write_text(json.dumps(paper), "utf-8")
    reader = registry.reader("dcsa")
    (message,) = reader.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    named = {f.role: f.value for f in reader.facts(message)}
    consignee = named["consignee"]
    assert isinstance(consignee, Party)
    assert consignee.name == "OOO BEISPIEL"


def test_a_charter_is_no_table(tmp_path: Path) -> None:
    text = (
        'CHARTER PARTY\nVessel: M.T. "DEMO QUEEN", flag Panama, built 2003\n'
        "Charterers: Sample Handels AG\nOwners: Demo Shipping Inc\n"
    )
    format_, parties, _ = read(tmp_path, text)
    assert format_ == "text-contract"
    assert {("vessel", "DEMO QUEEN"), ("owner", "Demo Shipping Inc")} <= parties


def test_a_town_behind_a_russian_firm_is_no_part_of_its_name(tmp_path: Path) -> None:
    text = "УПАКОВОЧНЫЙ ЛИСТ № 7\nГрузополучатель: ООО Пример Завод, г. Омск\n"
    _, parties, _ = read(tmp_path, text)
    assert ("consignee", "ООО Пример Завод") in parties
