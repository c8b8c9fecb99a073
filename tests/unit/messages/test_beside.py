"""Who stands in the words of goods, addresses and places; ships by their numbers."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.trade.craft import craft_in
from enduse.model import Fact, Party, Text

MT = ":20:P1\n:32A:261120EUR1,\n:50K:DEMO AG\n:59:SAMPLE GMBH\n"
INVOICE = """COMMERCIAL INVOICE
No: 2291            Date: 12.10.2026
Seller: Beispiel GmbH
Buyer: Demo Handels AG

"""


def facts(place: Path, name: str, text: str) -> list[Fact]:
    path = place / name
    path.write_text(text, "utf-8")
    file = SourceFile.of(path)
    reader = registry.reader(registry.sniff(file) or "")
    found = [m for m in reader.parse(file, Options()) if isinstance(m, Message)]
    return [fact for message in found for fact in reader.facts(message)]


def parties(found: list[Fact]) -> set[tuple[str, str]]:
    return {(f.role, f.value.name) for f in found if isinstance(f.value, Party)}


def texts(found: list[Fact]) -> set[tuple[str, str]]:
    return {(f.role, f.value.text) for f in found if isinstance(f.value, Text)}


@pytest.mark.parametrize(
    ("said", "scheme", "value"),
    [
        ("MV X IMO No. 9319466", "imo", "9319466"),
        ("DEMURRAGE IMO9319466/VOY12", "imo", "9319466"),
        ("IMO NUMBER : 931 9466", "imo", "9319466"),
        ("(IMO-Nr.: 9319466)", "imo", "9319466"),
        ("vessel with Lloyd's\nNo. 9319466", "imo", "9319466"),
        ("Lloyd’s Register No.: 9319466", "imo", "9319466"),
        ("ИМО № 9319466", "imo", "9319466"),
        ("MMSI No 273 123 456", "mmsi", "273123456"),
        ("CALL SIGN: UBSJ", "call_sign", "UBSJ"),
        ("radio call sign 9HEG9, flag X", "call_sign", "9HEG9"),
        ("Aircraft Registration: EP-XYZ", "aircraft_tail", "EP-XYZ"),
        ("A/C Reg: RA99999 flight 7", "aircraft_tail", "RA99999"),
        ("overhaul of aircraft reg. YK-XYZ", "aircraft_tail", "YK-XYZ"),
        ("OVERFLIGHT CHARGES REG EP-XYZ", "aircraft_tail", "EP-XYZ"),
        ("tail no. EPXYZ", "aircraft_tail", "EPXYZ"),
        ("IL-76, MSN 99474226", "aircraft_msn", "99474226"),
    ],
)
def test_craft_by_number(said: str, scheme: str, value: str) -> None:
    assert [(c.scheme, c.value) for c in craft_in(said)] == [(scheme, value)]


@pytest.mark.parametrize(
    "said",
    [
        "IMO 9319467",  # its check digit is wrong
        "IMO class 3, UN 1263",
        "A/C NO DE12345678",  # an account
        "aircraft parts, model IL-76TD",
        "aircraft parts reg. no. 12 of 2026",
        "call sign",
        "call sign is not known",
        "registered office: EP-1234 street",
        "Lloyds 9319466",
        "MMSI 999999999",
    ],
)
def test_no_craft(said: str) -> None:
    assert craft_in(said) == []


def test_maker_of_a_table_is_a_party(tmp_path: Path) -> None:
    table = (
        "Description        Manufacturer       Qty      Price    Amount EUR\n"
        "Circuit K1         Demo Mikro JSC     4 PCS    900.00   3,600.00\n"
    )
    found = facts(tmp_path, "a.txt", INVOICE + table)
    assert ("manufacturer", "Demo Mikro JSC") in parties(found)
    brand = facts(tmp_path, "b.txt", INVOICE + table.replace("Mikro JSC", "Mikro"))
    assert ("goods_text", "Demo Mikro") in texts(brand)


def test_goods_that_name_a_firm_are_searched_for_it(tmp_path: Path) -> None:
    head = "UNH+1+INVOIC:D:96A:UN'BGM+380+2291+9'NAD+BY+++DEMO AG'LIN+1++X:SA'"
    tail = "'QTY+47:1'UNS+S'UNT+7+1'"
    named = f"{head}IMD+F++:::IC K1 MADE BY DEMO MIKRO:OMSK{tail}"
    plain = f"{head}IMD+F++:::VERTICAL MILLING MACHINE{tail}"
    said = texts(facts(tmp_path, "a.edi", named))
    assert ("goods_text", "IC K1 MADE BY DEMO MIKRO OMSK") in said
    assert not any(r == "goods_text" for r, _ in texts(facts(tmp_path, "b.edi", plain)))


def test_who_stands_in_an_address_or_a_place_is_screened(tmp_path: Path) -> None:
    credit = (
        ":27:1/1\n:40A:IRREVOCABLE\n:20:LC1\n:31D:270131IZMIR\n:50:DEMO AS\n"
        ":59:SAMPLE CO LTD\n:32B:USD1,\n:44A:WAREHOUSE OF BEISPIEL, OMSK\n:44F:MERSIN\n"
        ":45A:TOOLS\n"
    )
    found = texts(facts(tmp_path, "a.fin", credit))
    assert ("place", "WAREHOUSE OF BEISPIEL, OMSK") in found
    assert not any(role == "place" and text == "MERSIN" for role, text in found)
    pacs = (
        '<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pacs.008.001.08">'
        "<FIToFICstmrCdtTrf><CdtTrfTxInf><Dbtr><Nm>Demo</Nm><PstlAdr><TwnNm>Omsk</TwnNm>"
        "<AdrLine>c/o Beispiel</AdrLine></PstlAdr></Dbtr></CdtTrfTxInf>"
        "</FIToFICstmrCdtTrf></Document>"
    )
    assert ("address", "c/o Beispiel, Omsk") in texts(facts(tmp_path, "a.xml", pacs))


def test_a_ship_in_the_words_of_a_payment_is_a_party(tmp_path: Path) -> None:
    payment = MT + ":70:BUNKERS IMO9319466/V12\n:72:/BNF/ACFT EP-XYZ\n"
    found = parties(facts(tmp_path, "a.fin", payment))
    assert {("vessel", "9319466"), ("aircraft", "EP-XYZ")} <= found


def test_a_firm_in_the_lines_of_an_address_is_searched_for(tmp_path: Path) -> None:
    order = "DELIVERY ORDER D-7\nTo: Warehouse keeper\nPlease deliver to bearer, M/S. "
    found = facts(tmp_path, "order.txt", order + "DEMO TRADE PAO, these: towels\n")
    said = " ".join(text for role, text in texts(found) if role == "address")
    assert "DEMO TRADE PAO" in said
