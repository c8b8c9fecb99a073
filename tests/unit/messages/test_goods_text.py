"""Free descriptions of goods: lines, codes, quantities, prices, terms."""

from decimal import Decimal

import pytest

from enduse.messages.trade.goods_codes import codes_in
from enduse.messages.trade.goods_items import Line
from enduse.messages.trade.goods_measures import said_in
from enduse.messages.trade.goods_origin import maker_in, origin_in
from enduse.messages.trade.goods_text import GoodsText, read_goods
from enduse.messages.trade.labelled import incoterms_in, labelled_in
from enduse.messages.trade.labelled_numbers import references_in
from enduse.messages.trade.units import decimal_of, unit_code
from enduse.model import Origin


def read(*lines: str) -> GoodsText:
    numbered = [Line(text, f":45A: line {n}") for n, text in enumerate(lines, start=1)]
    return read_goods(numbered, Origin("a.fin", "", ""))


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("HS CODES 848210, 848220", [("hs", "848210"), ("hs", "848220")]),
        ("LATHES HS CODE 8458.11", [("hs", "8458.11")]),
        ("H.S. CODE NO: 8458 11 00", [("hs", "8458 11 00")]),
        ("HS 8482.10 / 9031.80", [("hs", "8482.10"), ("hs", "9031.80")]),
        ("TN VED 8457101000", [("tnved", "8457101000")]),
        ("HTS 8542.31.0001", [("hts", "8542.31.0001")]),
        ("CN CODE 8457 10 10", [("cn", "8457 10 10")]),
        ("ECCN: 3A001.A.7", [("eccn", "3A001.A.7")]),
        ("ECCN EAR99", [("eccn", "EAR99")]),
        ("CAS NO. 9004-70-0", [("cas", "9004-70-0")]),
        ("P/N XQ-7A100T", [("part", "XQ-7A100T")]),
        ("MODEL A 154", [("part", "A 154")]),
        ("TYPE OF 2 MACHINES", []),
        ("5000 PCS OF NOTHING", []),
        ("CHS 123456 AND 4711", []),
    ],
)
def test_codes(text: str, codes: list[tuple[str, str]]) -> None:
    assert [(c.scheme, c.value) for c in codes_in(text, "")] == codes


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("5000 PCS FPGA", "5000", "H87"),
        ("2 SETS LATHES", "2", "SET"),
        ("1,250.5 MTS UREA", "1250.5", "TNE"),
        ("1.250,50 KGS WAX", "1250.50", "KGM"),
        ("QTY: 40", "40", ""),
        ("400 FUEL TANKS", "400", ""),
    ],
)
def test_quantities(text: str, value: str, unit: str) -> None:
    found = said_in(text).quantity
    assert found is not None
    assert (found.value, found.unit) == (Decimal(value), unit)


def test_prices_and_weights() -> None:
    said = said_in(
        "10 PCS AT USD 62.55/PC TOTAL USD 625.50 NET WEIGHT: 12 KGS G.W. 15.5KG"
    )
    assert said.unit_price is not None
    assert said.value is not None
    assert said.net_weight is not None
    assert said.gross_weight is not None
    assert str(said.unit_price.value) == "62.55"
    assert str(said.value.value) == "625.50"
    assert said.net_weight.value == Decimal(12)
    assert said.gross_weight.value == Decimal("15.5")


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("GOODS OF US ORIGIN", "US"),
        ("COUNTRY OF ORIGIN: CHINA", "CN"),
        ("ORIGIN: FEDERAL REPUBLIC OF GERMANY", "DE"),
        ("MADE IN KOREA", "KR"),
        ("CERTIFICATE OF ORIGIN IN 2 COPIES", ""),
    ],
)
def test_origin(text: str, country: str) -> None:
    assert origin_in(text) == country


def test_maker() -> None:
    assert maker_in("PUMP, MANUFACTURER: BEISPIEL GMBH, GERMANY") == "BEISPIEL GMBH"


def test_items_and_terms_are_told_apart() -> None:
    found = read(
        "+2 SETS LATHES, HS 8458.11",
        "WITH TOOLS",
        "+SPARE PARTS",
        "INCOTERMS 2020: CIF MERSIN",
        "CONTRACT NO. AO-26/118",
        "COUNTRY OF ORIGIN: GERMANY",
    )
    assert [g.description for g in found.goods] == [
        "2 SETS LATHES, HS 8458.11 WITH TOOLS",
        "SPARE PARTS",
    ]
    assert {g.origin_country for g in found.goods} == {"DE"}
    assert [(t.role, t.value) for t in found.terms] == [
        ("incoterm", "CIF MERSIN"),
        ("contract_number", "AO-26/118"),
        ("origin_country", "DE"),
    ]


def test_numbered_items_keep_their_number() -> None:
    found = read("1) 5 PCS PUMPS", "2) 3 PCS VALVES", "TOTAL USD 100.00")
    assert [(g.line, g.description) for g in found.goods] == [
        ("1", "5 PCS PUMPS"),
        ("2", "3 PCS VALVES"),
    ]


def test_lines_with_a_count_each_are_items_of_their_own() -> None:
    found = read("5 PCS PUMPS", "3 SETS VALVES WITH", "FLANGES", "FOB HAMBURG")
    assert [g.description for g in found.goods] == [
        "5 PCS PUMPS",
        "3 SETS VALVES WITH FLANGES",
    ]


def test_a_mere_reference_is_still_goods() -> None:
    found = read("AS PER PROFORMA INVOICE NO. PI-7")
    assert len(found.goods) == 1
    assert found.terms[0].value == "PI-7"


def test_labels_of_free_text() -> None:
    text = "L/C NO. LC-77 PER VESSEL M/V EXEMPLA STAR VOY 12, PORT OF LOADING: HAMBURG"
    found = {(f.kind, f.role, f.value) for f in labelled_in(text)}
    assert ("ref", "credit_number", "LC-77") in found
    assert ("vessel", "vessel", "EXEMPLA STAR") in found
    assert ("place", "port_of_loading", "HAMBURG") in found


@pytest.mark.parametrize(
    "text",
    [
        "VESSEL PLYING IN REGULAR LINE SERVICE",
        "NOTIFY: APPLICANT",
        "INVOICE IN THREE COPIES",
        "MADE OUT TO THE ORDER OF ISSUING BANK",
    ],
)
def test_words_that_name_nobody(text: str) -> None:
    assert not list(labelled_in(text))


def test_references_and_incoterms() -> None:
    assert [
        r.value for r in references_in("P.O. NO 4711 AND PURCHASE ORDER PO-12")
    ] == [
        "4711",
        "PO-12",
    ]
    assert incoterms_in("C&F BANDAR ABBAS, IRAN") == ["C&F BANDAR ABBAS, IRAN"]


def test_numbers_and_units() -> None:
    assert decimal_of("1.485.000,00") == Decimal("1485000.00")
    assert decimal_of("5,000") == 5000
    assert decimal_of("12,5") == Decimal("12.5")
    assert decimal_of("ABC") is None
    assert unit_code("kgs.") == "KGM"
    assert unit_code("bundles") == "bundles"
