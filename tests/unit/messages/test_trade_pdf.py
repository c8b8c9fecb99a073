"""What a person finds on invented trade papers of many layouts, the reader finds."""

from decimal import Decimal
from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.trade.pdf import reader
from enduse.model import Amount, Good, Party, Problem, Quantity, Route, Text
from tests import pdf_layouts as layouts


class Read:
    """The documents of one file, and short questions to the first."""

    def __init__(self, path: Path, data: bytes) -> None:
        path.write_bytes(data)
        found = list(reader.parse(SourceFile.of(path), Options()))
        self.messages = [item for item in found if isinstance(item, Message)]
        self.problems = [item for item in found if isinstance(item, Problem)]
        self.facts = reader.facts(self.messages[0])

    def texts(self, role: str) -> list[str]:
        return [
            f.value.text
            for f in self.facts
            if f.role == role and isinstance(f.value, Text)
        ]

    def parties(self, role: str) -> list[str]:
        return [
            f.value.name
            for f in self.facts
            if f.role == role and isinstance(f.value, Party)
        ]

    def goods(self) -> list[Good]:
        return [f.value for f in self.facts if isinstance(f.value, Good)]

    def routes(self) -> list[Route]:
        return [f.value for f in self.facts if isinstance(f.value, Route)]

    def figure(self, role: str) -> tuple[Decimal, str]:
        for fact in self.facts:
            if fact.role == role and isinstance(fact.value, Amount):
                return fact.value.value, fact.value.currency
            if fact.role == role and isinstance(fact.value, Quantity):
                return fact.value.value, fact.value.unit
        raise AssertionError(f"no {role}")

    def places(self) -> dict[str, str]:
        routes = [f.value for f in self.facts if isinstance(f.value, Route)]
        return {place.role: place.name for r in routes for place in r.places}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def codes(good: Good) -> list[tuple[str, str]]:
    return [(code.scheme, code.value) for code in good.codes]


def test_a_bill_of_lading_in_boxes(path: Path) -> None:
    read = Read(path, layouts.bill_of_lading())
    assert read.messages[0].format == "pdf-bill-of-lading"
    assert read.messages[0].ref == "DEMO1234567"
    assert read.parties("shipper") == ["NINGBO DEMO BEARING CO., LTD."]
    assert read.parties("consignee") == ["DEMIR DEMO BANK A.S."]
    assert read.parties("notify_party") == ["TEKNO DEMO MAKINA A.S."]
    assert read.parties("freight_forwarder") == ["PACIFIC DEMO LOGISTICS LTD"]
    assert read.parties("vessel") == ["EVER DEMO"]
    assert read.texts("voyage") == ["123W"]
    assert read.texts("container") == ["CSQU3054383"]
    assert read.texts("seal") == ["CN998877"]
    assert read.texts("shipment_date") == ["2026-10-05"]
    assert read.places() == {
        "place_of_receipt": "NINGBO, CHINA",
        "port_of_loading": "NINGBO",
        "port_of_discharge": "GEMLIK, TURKIYE",
        "place_of_delivery": "BURSA, TURKIYE",
    }
    (good,) = read.goods()
    assert codes(good) == [("hs", "8482.10")]
    assert good.gross_weight == Quantity(Decimal("1980.50"), "KGM")
    assert good.quantity == Quantity(Decimal(12), "CT")


def test_a_german_invoice_without_ruled_lines(path: Path) -> None:
    read = Read(path, layouts.german_invoice())
    assert read.messages[0].ref == "RE-2026-115"
    assert read.parties("buyer") == ["TOO Primer Trade"]
    assert read.parties("consignee") == ["OOO Primer Logistik"]
    assert read.parties("seller") == ["Muster Werkzeuge GmbH"]
    first, second = read.goods()
    assert first.value == Amount(Decimal("1380000.00"), "EUR")
    assert first.quantity == Quantity(Decimal(2), "H87")
    assert second.unit_price == Amount(Decimal("1450.00"), "EUR")
    assert codes(second) == [("part", "SP-20"), ("hs", "84821010")]
    assert second.description == "Spindellager inkl. Zubehör und Ersatzteile"
    assert read.figure("total") == (Decimal("1438000.00"), "EUR")
    assert read.figure("total_net_weight") == (Decimal("31480.0"), "KGM")
    assert read.figure("total_packages") == (Decimal(9), "PK")
    assert read.texts("origin_country") == ["DE"]
    assert read.texts("issue_date") == ["2026-11-09"]


def test_a_russian_invoice(path: Path) -> None:
    read = Read(path, layouts.russian_invoice())
    assert read.messages[0].format == "pdf-commercial-invoice"
    assert read.messages[0].ref == "45/26"
    assert read.texts("issue_date") == ["2026-10-12"]
    assert read.parties("seller") == ["Shenzhen Demo Electronics Co., Ltd"]
    assert read.parties("buyer") == ['ООО "Пример Трейд"']
    assert read.texts("contract_number") == ["SZ-2026/04"]
    first, second = read.goods()
    assert (first.line, first.description) == ("1", "Микросхема STM32F407VGT6")
    assert first.quantity == Quantity(Decimal(1500), "H87")
    assert second.value == Amount(Decimal("1000.00"), "USD")
    assert read.figure("total") == (Decimal("13675.00"), "USD")
    assert read.figure("total_gross_weight") == (Decimal("48.0"), "KGM")
    assert read.places()["port_of_discharge"] == "Владивосток"


def test_a_chinese_packing_list(path: Path) -> None:
    read = Read(path, layouts.chinese_packing_list())
    assert read.messages[0].format == "pdf-packing-list"
    assert read.parties("shipper") == ["示例精密机械有限公司"]
    assert read.parties("consignee")[0].startswith("Demo Trading LLC")
    assert read.texts("invoice_number") == ["SH2026-88"]
    assert read.texts("issue_date") == ["2026-10-08"]
    assert [good.description for good in read.goods()] == ["数控车床 CK6140", "刀具"]
    assert read.goods()[0].net_weight == Quantity(Decimal("1800.0"), "KGM")
    assert read.figure("total_gross_weight") == (Decimal("2015.0"), "KGM")
    assert read.places() == {
        "port_of_loading": "上海",
        "port_of_discharge": "Vladivostok",
    }


def test_an_air_waybill(path: Path) -> None:
    read = Read(path, layouts.air_waybill())
    assert read.messages[0].format == "pdf-airway-bill"
    assert read.messages[0].ref == "235-12345675"
    assert read.parties("shipper") == ["ALPHA DEMO CHIPS LIMITED"]
    assert read.parties("carrier") == ["DEMO AIR CARGO"]
    assert read.parties("consignee") == ["OOO DEMO KOMPONENT"]
    assert set(read.places()) == {"airport_of_departure", "airport_of_destination"}
    (good,) = read.goods()
    assert codes(good) == [("hs", "8542.31")]
    assert good.gross_weight == Quantity(Decimal("85.5"), "KGM")


def test_a_certificate_of_origin(path: Path) -> None:
    read = Read(path, layouts.certificate_of_origin())
    assert read.messages[0].ref == "CO-2026-991"
    assert read.parties("exporter") == ["Demo Optik GmbH"]
    assert read.parties("consignee") == ["Demo Optics FZE"]
    assert read.texts("origin_country") == ["DE"]
    (good,) = read.goods()
    assert good.gross_weight == Quantity(Decimal(120), "KGM")
    assert codes(good) == [("hs", "9002.11")]


@pytest.mark.parametrize("again", [True, False])
def test_a_table_over_three_pages(path: Path, again: bool) -> None:
    read = Read(path, layouts.long_invoice(heading_again=again))
    (message,) = read.messages
    goods = read.goods()
    assert message.ref == "LONG-1"
    assert [good.line for good in goods] == [str(n) for n in range(1, 61)]
    assert goods[44].description == "Valve type 45 with seal kit and manual"
    assert sum(good.value.value for good in goods if good.value) == Decimal(
        "2259135.00"
    )
    assert read.figure("total") == (Decimal("2259135.00"), "USD")


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_a_page_turned_any_way(path: Path, rotate: int) -> None:
    read = Read(path, layouts.turned(rotate))
    assert read.messages[0].ref == "PL-7"
    assert read.parties("shipper") == ["Demo Nord AB"]
    weights = [good.net_weight.value for good in read.goods() if good.net_weight]
    assert weights == [Decimal("100.5"), Decimal("20.5")]


def test_a_bundle_is_parted_by_its_titles(path: Path) -> None:
    read = Read(path, layouts.bundle())
    formats = [message.format for message in read.messages]
    assert formats == ["pdf-commercial-invoice", "pdf-packing-list"]
    assert [message.origin.locator for message in read.messages] == ["page=1", "page=2"]
    (scan,) = read.problems
    assert (scan.code, scan.severity) == ("pdf-no-text", "error")
    assert scan.origin.locator == "page=3"


def test_labels_told_by_bold_type_alone(path: Path) -> None:
    read = Read(path, layouts.bold_labels())
    assert read.messages[0].format == "pdf-sea-waybill"
    vessels = [f.value for f in read.facts if f.role == "vessel"]
    assert isinstance(vessels[0], Party)
    assert (vessels[0].name, vessels[0].identifiers[0].value) == (
        "DEMO STAR",
        "9074729",
    )
    assert read.texts("voyage") == ["77E"]
    assert read.parties("carrier") == ["Demo Line N.V."]
    assert read.places() == {"port_of_loading": "Antwerp", "port_of_discharge": "Poti"}


def test_descriptions_that_end_on_the_line_of_figures(path: Path) -> None:
    goods = Read(path, layouts.bottom_aligned()).goods()
    assert [g.description for g in goods] == ["Machining centre base", "Spindle unit"]


@pytest.mark.parametrize(
    ("title", "kind", "label", "role", "said"),
    [
        ("FACTURE", "commercial-invoice", "Vendeur :", "seller", "Démo SARL"),
        ("FACTURA", "commercial-invoice", "Comprador:", "buyer", "Demo SL"),
        ("ÇEKİ LİSTESİ", "packing-list", "Gönderici:", "shipper", "Örnek A.Ş."),
        ("КОНТРАКТ", "contract", "Продавец:", "seller", "Demo AG"),
        ("УПАКОВОЧНЫЙ ЛИСТ", "packing-list", "Получатель:", "consignee", "ОсОО Демо"),
        ("PROFORMA INVOICE", "proforma-invoice", "Buyer:", "buyer", "Demo LLC"),
        ("商业发票", "commercial-invoice", "买方:", "buyer", "示例公司"),
        ("PURCHASE ORDER", "purchase-order", "End user:", "end_user", "Plant 5"),
        ("LUFTFRACHTBRIEF", "airway-bill", "Empfänger:", "consignee", "Demo KG"),
    ],
)
def test_titles_and_labels_in_seven_languages(
    path: Path, title: str, kind: str, label: str, role: str, said: str
) -> None:
    read = Read(path, layouts.labelled(title, (label, said)))
    assert read.messages[0].format == f"pdf-{kind}"
    assert read.parties(role) == [said]


def test_labels_in_a_row_with_values_below(path: Path) -> None:
    read = Read(path, layouts.label_row())
    assert read.messages[0].ref == "DE/123/26"
    assert read.parties("seller") == ["Demo Export Ltd"]
    assert read.parties("buyer") == ["Demo Import GmbH"]
    assert read.texts("issue_date") == ["2026-10-05"]
    assert read.places()["port_of_loading"] == "Nhava Sheva"
    first, second = read.goods()
    assert first.quantity == Quantity(Decimal(500), "")
    assert codes(second) == [("hs", "84822000")]
    assert read.figure("total") == (Decimal("2830.00"), "USD")


def test_a_contract_in_sentences(path: Path) -> None:
    read = Read(path, layouts.contract())
    assert (read.messages[0].format, read.messages[0].ref) == (
        "pdf-contract",
        "SC-2026-5",
    )
    assert read.parties("seller") == ["Demo Maschinen AG"]
    assert read.parties("buyer") == ["TOO Demo Stanki"]
    assert read.parties("end_user") == ["Demo Aircraft Repair Plant No. 5"]
    assert read.figure("total") == (Decimal("820000.00"), "EUR")
    (good,) = read.goods()
    assert codes(good) == [("hs", "8457.10")]


def test_what_is_filled_into_a_form_is_read(path: Path) -> None:
    read = Read(path, layouts.filled_form())
    assert read.parties("consignee") == ["Hidden Form Party LLC"]


def test_every_word_of_a_page_reaches_a_fact_or_is_a_label(path: Path) -> None:
    hidden = "Ref Hidden Demo Party Ltd 77"
    read = Read(path, layouts.labelled("INVOICE", ("Zzz unknown label", hidden)))
    words = " ".join(read.texts("unmapped"))
    assert "Hidden Demo Party Ltd" in words
    assert "unknown label" in words
    coverage = read.messages[0].coverage
    assert coverage
    assert coverage.share == 1.0


def test_the_registry_knows_a_pdf_by_its_first_bytes(path: Path) -> None:
    path.write_bytes(b"\n\n" + layouts.bundle())
    assert registry.sniff(SourceFile.of(path)) == "trade-pdf"


def test_a_box_is_where_the_word_is(path: Path) -> None:
    read = Read(path, layouts.labelled("INVOICE", ("Invoice No.:", "XY-1")))
    (fact,) = [f for f in read.facts if f.role == "invoice_number"]
    page, _, box = fact.origin.locator.partition("&box=")
    x0, y0, x1, y1 = map(float, box.split(","))
    assert page == "page=1"
    assert abs(x0 - 150) < 2
    assert y0 < 80 < y1
    assert abs(x1 - 168) < 2


def test_a_form_with_small_print_in_several_languages(path: Path) -> None:
    read = Read(path, layouts.consignment_note())
    assert read.messages[0].format == "pdf-rail-or-road-waybill"
    assert read.messages[0].ref == "5512907"
    assert read.parties("shipper") == ["Muster Drehtechnik GmbH"]
    assert read.parties("consignee") == ["UAB Pavyzdys"]
    assert read.parties("carrier") == ["Demo Trans Sp. z o.o."]
    assert read.places()["place_of_delivery"] == "Kaunas, Lithuania"
    assert read.places()["place_of_receipt"].startswith("Plauen, Germany")
    (good,) = read.goods()
    assert good.description == "CNC turning machine"
    assert codes(good) == [("hs", "84581120")]
    assert good.gross_weight == Quantity(Decimal(7850), "KGM")


def test_a_seller_in_the_letterhead_and_a_journey_in_a_sentence(path: Path) -> None:
    read = Read(path, layouts.letterhead_and_sentences())
    assert read.parties("seller") == ["NINGBO DEMO TOOLS CO., LTD."]
    assert read.parties("buyer") == ["Demo Import LLC"]
    assert read.parties("vessel") == ["DEMO STAR"]
    assert read.texts("voyage") == ["21W"]
    assert read.texts("origin_country") == ["CN"]
    assert read.places() == {
        "port_of_loading": "Ningbo, China",
        "port_of_discharge": "Poti, Georgia",
    }
    assert read.goods()[0].value == Amount(Decimal(1000), "USD")
    assert read.texts("container") == ["ABCU1234567"]
    assert "container-check-digit" in [p.code for p in read.messages[0].problems]


def test_a_certificate_with_countries_over_their_captions(path: Path) -> None:
    read = Read(path, layouts.certificate_of_preference())
    assert read.messages[0].ref == "G26/0017"
    assert read.parties("consignor") == ["DEMO PRECISION CO., LTD."]
    assert read.parties("consignee") == ['LLC "DEMO-KOMPLEKT"']
    assert read.texts("origin_country") == ["CN"]
    assert read.texts("destination_country") == ["RU"]
    assert read.texts("invoice_number") == ["DP-2026-12"]
    assert read.goods()[0].gross_weight == Quantity(Decimal("638.5"), "KGM")
    assert set(read.places()) == {"port_of_loading", "port_of_discharge"}


def test_labels_that_stand_in_the_text_are_no_part_of_a_name(path: Path) -> None:
    read = Read(path, layouts.courier_form())
    assert read.parties("shipper") == ["Chengdu Demo Radio Co Ltd"]
    assert read.parties("consignee") == ["Tallinn Demo Wave OU"]
    assert [good.description for good in read.goods()] == [
        "RF modules, HS 8543.70, 20 pcs"
    ]
    assert "origin_country" not in {fact.role for fact in read.facts}
    assert read.texts("awb_number") == ["8814 2207 1190"]


def test_goods_in_lines_with_codes_and_the_chamber(path: Path) -> None:
    read = Read(path, layouts.certificate_in_lines())
    assert [codes(good) for good in read.goods()] == [
        [("hs", "9002.90")],
        [("hs", "9027.50")],
    ]
    assert read.texts("certificate_number") == ["26/118240"]
    assert read.parties("issuer") == ["Industrie- und Handelskammer Demostadt"]


def test_said_to_contain_is_no_goods_and_a_cut_name_is_whole(path: Path) -> None:
    read = Read(path, layouts.said_to_contain())
    assert len(read.goods()) == 1
    good = read.goods()[0]
    assert good.description == "STEEL FORGINGS HS CODE 7326.19"
    assert good.gross_weight is not None
    assert str(good.gross_weight.value) == "22450.000"
    assert read.parties("shipper") == ["SHAANXI DEMO GEAR CO., LTD."]
    assert read.texts("invoice_number") == ["DG-26/77"]
    assert "seal" not in {fact.role for fact in read.facts}
