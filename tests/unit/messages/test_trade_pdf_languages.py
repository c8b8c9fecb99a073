"""Layouts and words unlike the rest: two languages, numbered boxes, no title."""

from pathlib import Path

import pytest

from enduse.files.source_file import SourceFile
from enduse.messages.message import Message, Options
from enduse.messages.trade.pdf import reader
from enduse.model import Fact, Good, Party, Problem, Route, Text
from tests.made_pdf import Page, pdf

Row = tuple[str, ...]


def table(page: Page, y: float, xs: tuple[int, ...], *rows: Row) -> None:
    for number, row in enumerate(rows):
        for x, cell in zip(xs, row, strict=True):
            page.text(x, y + 16 * number, cell)


def facts(path: Path, page: Page) -> list[Fact]:
    path.write_bytes(pdf(page))
    (message,) = reader.parse(SourceFile.of(path), Options())
    assert isinstance(message, Message)
    assert not isinstance(message, Problem)
    return list(reader.facts(message))


def said(found: list[Fact], role: str) -> list[str]:
    values = [fact.value for fact in found if fact.role == role]
    return [
        value.text if isinstance(value, Text) else value.name
        for value in values
        if isinstance(value, Text | Party)
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "paper.pdf"


def test_the_column_nobody_knows_beside_figures_holds_the_goods(path: Path) -> None:
    for heading in ("Mal Hizmet", "Zzyzx"):
        page = Page().text(50, 60, "TİCARİ FATURA").text(350, 60, "Fatura No: TM2604")
        head = ("Sıra", heading, "GTİP", "Miktar", "Birim Fiyat", "Tutar")
        row = ("1", "Hidrolik valf", "848120100000", "10 Adet", "12,50", "125,00")
        table(page, 120, (50, 90, 300, 370, 430, 500), head, row)
        (good,) = [f.value for f in facts(path, page) if isinstance(f.value, Good)]
        assert good.description == "Hidrolik valf"


def test_labels_in_two_languages(path: Path) -> None:
    page = Page().text(150, 50, "ИНВОЙС / INVOICE № 77-К/26 от 03.08.2026", size=12)
    page.lines(
        40,
        80,
        "Грузополучатель / Consignee: ООО «Пример»",
        "Контракт / Contract: № 12/2026-AO от 01.06.2026",
        "Мест / Packages: 6",
    )
    found = facts(path, page)
    assert said(found, "invoice_number") == ["77-К/26"]
    assert said(found, "contract_number") == ["12/2026-AO"]
    (consignee,) = [
        fact.value
        for fact in found
        if fact.role == "consignee" and isinstance(fact.value, Party)
    ]
    assert not consignee.addresses


def test_numbered_boxes_of_a_road_waybill(path: Path) -> None:
    page = Page().text(200, 40, "INTERNATIONAL CONSIGNMENT NOTE (CMR)", size=10)
    name = "(name, address, country)"
    page.text(35, 110, f"2 Consignee {name}", size=7)
    page.lines(35, 124, "TOO PRIMER STANKI", "ALMATY, KZ")
    page.text(300, 110, f"16 Carrier {name}", size=7)
    page.lines(300, 124, "SIA PARAUGS", "RIGA, LV")
    page.text(35, 160, "3 Place of delivery of the goods", size=7)
    page.text(35, 174, "ALMATY, KAZAKHSTAN")
    found = facts(path, page)
    assert said(found, "consignee") == ["TOO PRIMER STANKI"]
    assert said(found, "carrier") == ["SIA PARAUGS"]
    places = [
        p.name for f in found if isinstance(f.value, Route) for p in f.value.places
    ]
    assert places == ["ALMATY, KAZAKHSTAN"]


def test_a_bare_number_beside_the_title_and_a_spanish_day(path: Path) -> None:
    page = Page().text(50, 50, "FACTURA COMERCIAL", size=14)
    page.text(350, 50, "Nº 2026-A-771").text(350, 66, "Fecha: 3 de septiembre de 2026")
    page.text(50, 100, "Carta de crédito: LC-9917-26")
    found = facts(path, page)
    assert said(found, "invoice_number") == ["2026-A-771"]
    assert said(found, "issue_date") == ["2026-09-03"]
    assert said(found, "credit_number") == ["LC-9917-26"]


def test_a_polish_invoice(path: Path) -> None:
    page = Page().text(50, 60, "FAKTURA nr FV/2026/05/118", size=14, bold=True)
    page.lines(50, 90, "Sprzedawca:", "Baltmot Sp. z o.o.", "81-350 Gdynia")
    page.lines(320, 90, "Odbiorca:", "UAB Vilnius Trade", "LT-01103 Vilnius")
    head = ("Lp.", "Nazwa towaru", "CN", "Ilość", "Cena EUR", "Wartość EUR")
    row = ("1", "Silnik D-245", "84089067", "3", "4 200,00", "12 600,00")
    table(page, 170, (50, 90, 260, 340, 400, 480), head, row)
    page.text(50, 230, "Waga brutto: 1 450 kg")
    found = facts(path, page)
    assert said(found, "invoice_number") == ["FV/2026/05/118"]
    assert said(found, "seller") == ["Baltmot Sp. z o.o."]
    assert said(found, "consignee") == ["UAB Vilnius Trade"]
    assert not said(found, "issue_date")
    (good,) = [f.value for f in found if isinstance(f.value, Good)]
    assert [code.value for code in good.codes] == ["84089067"]
    assert any(fact.role == "total_gross_weight" for fact in found)
