"""Forms whose print is all one size, whose values hug their labels or wrap."""

from pathlib import Path

from enduse.model import Party
from tests.made_pdf import Page, pdf
from tests.unit.messages.test_trade_pdf import Read


def test_a_title_in_two_languages_in_the_size_of_the_rest(tmp_path: Path) -> None:
    page = Page().text(240, 40, "装箱单 PACKING LIST", bold=True)
    page.lines(40, 80, "Shipper: Tarnovo Bearings EOOD, Sofia, Bulgaria")
    page.lines(40, 100, "发票号: INV-26-118")
    found = Read(tmp_path / "a.pdf", pdf(page))
    assert found.messages[0].format == "pdf-packing-list"


def test_a_title_may_say_of_whom_it_is(tmp_path: Path) -> None:
    title = "CERTIFICATE OF ORIGIN OF THE PEOPLE'S REPUBLIC OF CHINA"
    page = Page().text(100, 40, title, bold=True)
    page.lines(40, 80, "1. Exporter", "HEBEI LONGDA BEARING CO., LTD.", "HEBEI, CHINA")
    found = Read(tmp_path / "a.pdf", pdf(page))
    assert found.messages[0].format == "pdf-certificate-of-origin"


def test_a_value_hugs_its_small_label(tmp_path: Path) -> None:
    page = Page().text(40, 40, "ARRIVAL NOTICE", size=14, bold=True)
    rows = (
        ("PORT OF LOADING", "NANSHA (CNNSA)"),
        ("PORT OF DISCHARGE", "VLADIVOSTOK (RUVVO)"),
    )
    for number, (label, value) in enumerate(rows):
        y = 80 + 14 * number
        page.text(40, y, label, size=6).text(43 + 3 * len(label), y, value, size=10)
    found = Read(tmp_path / "a.pdf", pdf(page))
    (route,) = found.routes()
    assert [(p.role, p.unlocode) for p in route.places] == [
        ("port_of_loading", "CNNSA"),
        ("port_of_discharge", "RUVVO"),
    ]


def test_airports_by_their_codes(tmp_path: Path) -> None:
    page = Page().text(300, 40, "Air Waybill", size=14, bold=True)
    for number, code in enumerate(("DXB", "SVO")):
        left = 40 + 120 * number
        page.box(left - 4, 90, left + 110, 120)
        page.text(left, 98, "To", size=6).text(left, 112, code)
    found = Read(tmp_path / "a.pdf", pdf(page))
    assert not found.parties("buyer")
    (route,) = found.routes()
    assert [(p.role, p.name, p.country) for p in route.places] == [
        ("port_of_transhipment", "DXB", "AE"),
        ("airport_of_destination", "SVO", "RU"),
    ]


def test_a_total_that_wraps_in_its_cell(tmp_path: Path) -> None:
    page = Page().text(240, 40, "COMMERCIAL INVOICE", size=14, bold=True)
    heads = ((40, "No"), (70, "Description"), (250, "Qty"), (320, "Price USD"))
    for left, head in (*heads, (420, "Amount USD")):
        page.text(left, 100, head)
    rows = (("1", "Lathe CK6150", "2", "48 500,00", "97 000,00"),)
    for number, row in enumerate((*rows, ("2", "Cutter", "300", "14,20", "4 260,00"))):
        for left, cell in zip((40, 70, 250, 320, 420), row, strict=True):
            page.text(left, 120 + 16 * number, cell)
    page.text(70, 156, "Total").text(420, 156, "101").text(420, 166, "260,00")
    page.text(40, 190, "Director of the works of Tarnovo")
    found = Read(tmp_path / "a.pdf", pdf(page))
    assert [good.description for good in found.goods()] == ["Lathe CK6150", "Cutter"]
    assert str(found.figure("total")[0]) == "101260.00"


def test_a_letterhead_in_two_scripts_in_the_middle(tmp_path: Path) -> None:
    page = Page().text(230, 40, "COMMERCIAL INVOICE", size=14, bold=True)
    for number, text in enumerate(
        (
            "宁波海曙精密机电有限公司",
            "NINGBO HAISHU PRECISION CO., LTD.",
            "188 SHANSHAN ROAD, NINGBO, CHINA",
        )
    ):
        wide = sum(9 if ord(c) > 0x2E80 else 4.5 for c in text)
        page.text(297.5 - wide / 2, 64 + 12 * number, text)
    page.lines(40, 140, "Buyer: Gulf Star General Trading LLC, Dubai, UAE")
    found = Read(tmp_path / "a.pdf", pdf(page))
    (seller,) = [f.value for f in found.facts if f.role == "seller"]
    assert isinstance(seller, Party)
    assert [name.text for name in seller.names] == [
        "宁波海曙精密机电有限公司",
        "NINGBO HAISHU PRECISION CO., LTD.",
    ]
