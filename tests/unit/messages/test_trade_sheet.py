"""Packing lists and invoices in workbooks and CSV; customer tables stay theirs."""

import csv
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.trade import sheet
from enduse.model import Amount, Fact, Good, Party, Quantity, Text

Rows = list[list[object]]
INVOICE: Rows = [
    ["COMMERCIAL INVOICE"],
    [],
    ["Seller:", "DEMO Bearings Co., Ltd.", None, "Invoice No.:", "CI-2026-77"],
    [None, "88 Industrial Rd, Ningbo 315000, China", None, "Date:", "2026-10-05"],
    ["Consignee:", "Tekno Demo A.S.\nOrganize Bolge 5\n16140 Bursa, Turkiye"],
    ["Vessel/Voyage", "EVER DEMO / 123W", None, "Port of Loading", "Ningbo (CNNGB)"],
    ["Container No.", "CSQU3054383", None, "Port of Discharge", "Gemlik, Turkiye"],
    [
        "No.",
        "Description of Goods",
        "HS Code",
        "Qty",
        "Unit Price (USD)",
        "Amount (USD)",
    ],
    [1, "Ball bearings, P/N 6205-2RS", "8482.10", 1000, 1.25, 1250.0],
    [2, "Roller bearings NU205", "8482.50", 200, 4.5, 900.0],
    ["TOTAL", None, None, 1200, None, 2150.0],
]


def workbook(path: Path, **sheets: Rows) -> SourceFile:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in sheets.items():
        page = book.create_sheet(name)
        for row in rows:
            page.append(row)
    book.save(path)
    return SourceFile.of(path)


def read(file: SourceFile) -> list[tuple[Message, list[Fact]]]:
    found = list(sheet.parse(file, Options()))
    messages = [item for item in found if isinstance(item, Message)]
    assert len(messages) == len(found)
    return [(message, sheet.facts(message)) for message in messages]


def texts(facts: list[Fact], role: str) -> list[str]:
    return [f.value.text for f in facts if f.role == role and isinstance(f.value, Text)]


def names(facts: list[Fact], role: str) -> list[str]:
    return [
        f.value.name for f in facts if f.role == role and isinstance(f.value, Party)
    ]


def test_an_invoice_and_a_packing_list_in_one_workbook(tmp_path: Path) -> None:
    packing: Rows = [
        ["PACKING LIST"],
        ["Invoice No.", "CI-2026-77"],
        ["Case No", "Contents", "Packages", "N.W. (kg)", "G.W. (kg)"],
        ["1-10", "Ball bearings", "10 ctns", 100, 110],
        ["Total", None, "10 ctns", 100, 110],
    ]
    file = workbook(tmp_path / "d.xlsx", Invoice=INVOICE, Packing=packing)
    assert registry.sniff(file) == "trade-sheet"
    (invoice, facts), (second, more) = read(file)
    assert (invoice.format, invoice.ref) == ("sheet-commercial-invoice", "CI-2026-77")
    assert (second.format, second.ref) == ("sheet-packing-list", "CI-2026-77")
    assert names(facts, "seller") == ["DEMO Bearings Co., Ltd."]
    assert names(facts, "consignee") == ["Tekno Demo A.S."]
    assert names(facts, "vessel") == ["EVER DEMO"]
    assert texts(facts, "container") == ["CSQU3054383"]
    goods = [f for f in facts if isinstance(f.value, Good)]
    assert [f.origin.locator for f in goods] == [
        "sheet=Invoice&cell=A9",
        "sheet=Invoice&cell=A10",
    ]
    assert isinstance(goods[0].value, Good)
    assert goods[0].value.value == Amount(Decimal(1250), "USD")
    (packed,) = [f.value for f in more if isinstance(f.value, Good)]
    assert packed.gross_weight == Quantity(Decimal(110), "KGM")


@pytest.mark.parametrize("mark", [",", ";", "\t"])
def test_delimited_text_with_decimal_commas(tmp_path: Path, mark: str) -> None:
    path = tmp_path / "p.csv"
    rows = [
        ["Packliste", "PL-55"],
        ["Versender", "Muster GmbH"],
        ["Kiste", "Inhalt", "Netto kg", "Brutto kg"],
        ["1/2", "Spindel", "1.200,5", "1.300,0"],
        ["2/2", "Motor", "88,5", "90,1"],
    ]
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out, delimiter=mark).writerows(rows)
    file = SourceFile.of(path)
    assert registry.sniff(file) == "trade-sheet"
    ((message, facts),) = read(file)
    assert message.format == "sheet-packing-list"
    assert names(facts, "shipper") == ["Muster GmbH"]
    weights = [f.value.net_weight for f in facts if isinstance(f.value, Good)]
    assert [w.value for w in weights if w] == [Decimal("1200.5"), Decimal("88.5")]


@pytest.mark.parametrize(
    "heading",
    [
        ["id", "name", "country"],
        ["Customer name", "Address", "Country", "Tax ID"],
        ["vessel name", "IMO", "flag"],
        ["name", "quantity", "total", "price"],
    ],
)
def test_customer_tables_are_left_alone(tmp_path: Path, heading: list[str]) -> None:
    row: list[object] = ["1", "Acme Ltd", "DE", "9"]
    rows: Rows = [[*heading], row[: len(heading)]]
    file = workbook(tmp_path / "c.xlsx", Sheet=rows)
    assert registry.sniff(file) == "customers-xlsx"
    path = tmp_path / "c.csv"
    with path.open("w", encoding="utf-8", newline="") as out:
        csv.writer(out).writerows(rows)
    assert registry.sniff(SourceFile.of(path)) == "customers-csv"


def test_no_cell_is_lost(tmp_path: Path) -> None:
    rows: Rows = [*INVOICE, ["Remember", "Hidden Demo Party Ltd"]]
    ((message, facts),) = read(workbook(tmp_path / "x.xlsx", Invoice=rows))
    assert "Hidden Demo Party Ltd" in texts(facts, "unmapped")
    assert message.coverage
    assert message.coverage.share == 1.0
