"""Invented invoices, packing lists and contracts as PDF."""

from tests.made_pdf import Page, pdf
from tests.pdf_layouts.drawn import row


def german_invoice() -> bytes:
    """No ruled lines, labels left of values, 1.234,56, a letterhead without a label."""
    page = Page().text(40, 40, "Muster Werkzeuge GmbH", size=12, bold=True)
    page.text(40, 52, "Industriestr. 4 - 70565 Stuttgart - Deutschland", size=7)
    page.text(40, 100, "RECHNUNG", size=15, bold=True)
    pairs = (
        ("Rechnungsnummer:", "RE-2026-115"),
        ("Rechnungsdatum:", "09.11.2026"),
        ("Lieferbedingung:", "DAP Almaty"),
        ("Ursprungsland:", "Deutschland"),
    )
    for number, (label, value) in enumerate(pairs):
        page.text(40, 130 + 12 * number, label).text(150, 130 + 12 * number, value)
    buyer = ("TOO Primer Trade", "ul. Abaya 10", "050000 Almaty", "Kasachstan")
    page.text(320, 130, "Käufer:").lines(390, 130, *buyer)
    page.text(320, 190, "Empfänger:")
    page.lines(390, 190, "OOO Primer Logistik", "Lenina 5, Bischkek", "Kirgisistan")
    xs = (40.0, 70.0, 150.0, 330.0, -430.0, -500.0, -565.0)
    heads = ("Pos.", "Artikelnummer", "Bezeichnung", "Zolltarifnummer", "Menge")
    row(page, 240, xs, (*heads, "Einzelpreis", "Betrag EUR"), size=8)
    lines = (
        (
            "1",
            "FX-100",
            "Fräsmaschine CNC",
            "84571000",
            "2 Stk",
            "690.000,00",
            "1.380.000,00",
        ),
        ("2", "SP-20", "Spindellager", "84821010", "40 Stk", "1.450,00", "58.000,00"),
    )
    for number, line in enumerate(lines):
        row(page, 260 + 34 * number, xs, line)
        page.text(150, 271 + 34 * number, "inkl. Zubehör und Ersatzteile")
    page.text(400, 330, "Gesamtbetrag EUR").right(565, 330, "1.438.000,00")
    page.text(40, 370, "Nettogewicht: 31.480,0 kg").text(
        200, 370, "Bruttogewicht: 34.200,5 kg"
    )
    page.text(380, 370, "Packstücke: 9")
    bank = "Bankverbindung: Musterbank AG, IBAN: DE89 3704 0044 0532 0130 00"
    return pdf(page.text(40, 400, f"{bank}, BIC: COBADEFFXXX", size=7))


def russian_invoice() -> bytes:
    """Cyrillic, number and date in the title, thousands parted by a blank."""
    page = Page().text(200, 40, "ИНВОЙС № 45/26 от 12.10.2026", size=13, bold=True)
    page.text(40, 80, "Продавец:").text(130, 80, "Shenzhen Demo Electronics Co., Ltd")
    page.text(40, 95, "Покупатель:").text(130, 95, 'ООО "Пример Трейд"')
    page.text(130, 107, "г. Москва, ул. Ленина, д. 5")
    page.text(40, 125, "Контракт № SZ-2026/04 от 01.09.2026")
    page.text(40, 140, "Условия поставки: FCA Shenzhen")
    page.text(40, 155, "Страна происхождения: Китай")
    page.text(40, 170, "Порт погрузки: Шэньчжэнь").text(
        40, 185, "Порт разгрузки: Владивосток"
    )
    xs = (60.0, 250.0, 330.0, 400.0, 480.0)
    heads = (
        "Наименование товара",
        "Код ТН ВЭД",
        "Кол-во, шт",
        "Цена, USD",
        "Сумма, USD",
    )
    row(page, 220, xs, heads, size=8)
    lines = (
        ("Микросхема STM32F407VGT6", "8542319000", "1 500", "8,45", "12 675,00"),
        ("Конденсатор керамический", "8532240000", "20 000", "0,05", "1 000,00"),
    )
    for number, line in enumerate(lines):
        row(
            page.text(40, 238 + 15 * number, str(number + 1)),
            238 + 15 * number,
            xs,
            line,
        )
    page.text(60, 275, "Итого:").text(480, 275, "13 675,00")
    page.text(40, 300, "Вес нетто: 42,5 кг  Вес брутто: 48,0 кг  Количество мест: 6")
    return pdf(page)


def chinese_packing_list() -> bytes:
    """Bilingual title and labels, a table ruled on every side, a sum row."""
    page = Page().text(230, 40, "装箱单", size=16, bold=True)
    page.text(220, 60, "PACKING LIST", size=14, bold=True)
    page.text(40, 90, "发货人 Shipper:").text(140, 90, "示例精密机械有限公司")
    page.text(140, 102, "上海市浦东新区示例路1号").text(40, 120, "收货人 Consignee:")
    page.text(140, 120, "Demo Trading LLC, Bishkek, Kyrgyzstan")
    page.text(350, 90, "发票号 Invoice No.: SH2026-88").text(
        350, 105, "日期: 2026年10月8日"
    )
    page.text(350, 120, "目的港: Vladivostok").text(350, 135, "装货港: 上海")
    for x in (40, 80, 260, 330, 400, 480, 555):
        page.line(x, 160, x, 240)
    for y in (160, 180, 200, 220, 240):
        page.line(40, y, 555, y)
    xs = (43.0, 83.0, 263.0, 333.0, 403.0, 483.0)
    heads = ("箱号", "货物名称", "数量", "净重(KG)", "毛重(KG)", "体积(CBM)")
    row(page, 174, xs, heads)
    row(page, 194, xs, ("1", "数控车床 CK6140", "2台", "1,800.0", "2,000.0", "6.5"))
    row(page, 214, xs, ("2", "刀具", "50件", "12.5", "15.0", "0.2"))
    row(page, 234, (43, 333, 403, 483), ("合计", "1,812.5", "2,015.0", "6.7"))
    return pdf(page)


def long_invoice(*, heading_again: bool) -> bytes:
    """Three pages of wrapped lines; the last page may have no heading."""
    pages = []
    for number in range(3):
        page = Page().text(500, 820, f"Page {number + 1} of 3", size=7)
        if not number:
            page.text(230, 40, "COMMERCIAL INVOICE", size=14, bold=True)
            page.text(40, 70, "Invoice No.: LONG-1")
            page.text(40, 82, "Seller: Demo Parts Inc, 5 Main St, Boston MA 02110, USA")
            page.text(40, 94, "Buyer: Demo Handel AG, Zug, Switzerland")
        if not number or heading_again:
            xs = (40.0, 80.0, 160.0, 380.0, 430.0, 510.0)
            heads = (
                "Item",
                "Part No",
                "Description",
                "Qty",
                "Unit Price USD",
                "Total USD",
            )
            row(page, 120, xs, heads)
        for line in range(20):
            item, y = number * 20 + line + 1, 140 + 30 * line
            total = f"{item * 1234.5:,.2f}"
            texts = (str(item), f"PN-{item:03}", f"Valve type {item}", str(item))
            xs = (40, 80, 160, -400, -480, -550)
            row(page, y, xs, (*texts, "1,234.50", total))
            page.text(160, y + 11, "with seal kit and manual")
        if number == 2:
            page.text(430, 745, "TOTAL").right(550, 745, "2,259,135.00")
        pages.append(page)
    return pdf(*pages)


def turned(rotate: int) -> bytes:
    """A landscape list drawn sideways on a portrait page, as it is or turned back."""
    page = Page(rotate=rotate)

    def put(x: float, y: float, text: str, size: float = 9) -> None:
        page.turned(y, 842 - x, text, size=size)

    put(300, 40, "PACKING LIST", 14)
    put(40, 80, "Shipper: Demo Nord AB, Goteborg, Sweden")
    put(40, 100, "Packing List No.: PL-7")
    lines = (
        ("Case No", "Description", "Net kg", "Gross kg"),
        ("1", "Steel rods", "100.5", "110"),
        ("2", "Copper wire", "20.5", "25"),
    )
    for number, line in enumerate(lines):
        for x, text in zip((40, 120, 400, 480), line, strict=True):
            put(x, 140 + 16 * number, text)
    return pdf(page)


def bundle() -> bytes:
    """An invoice, a packing list and a scanned page in one file."""
    first = Page().text(200, 40, "COMMERCIAL INVOICE", size=14, bold=True)
    first.text(40, 80, "Invoice No: A-1").text(
        40, 95, "Seller: Demo AG, Bern, Switzerland"
    )
    second = Page().text(200, 40, "PACKING LIST", size=14, bold=True)
    second.text(40, 80, "Invoice No: A-1").text(40, 95, "Total gross weight: 120.5 kg")
    return pdf(first, second, Page().picture())


def filled_form() -> bytes:
    """A value that stands in a form field only."""
    code = "Hidden Form Party LLC".encode("utf-16-be").hex()
    content = f"BT /F1 9 Tf 2 3 Td <{code}> Tj ET".encode()
    look = (
        b"<< /Type /XObject /Subtype /Form /BBox [0 0 200 14] /Resources << /Font << "
        b"/F1 3 0 R >> >> /Length %d >>\nstream\n%s\nendstream"
        % (len(content), content)
    )
    field = (
        b"<< /Type /Annot /Subtype /Widget /FT /Tx /T (c) /F 4 /V (Hidden Form "
        b"Party LLC) /Rect [150 758 350 772] /AP << /N 20 0 R >> >>"
    )
    page = Page().text(200, 40, "COMMERCIAL INVOICE", size=14, bold=True)
    page.text(40, 80, "Consignee:")
    extra = "/AcroForm << /Fields [21 0 R] >>"
    made = pdf(page, extra=extra, objects=(look, field))
    return made.replace(b"/Rotate 0", b"/Annots [21 0 R] /Rotate 0")


def label_row() -> bytes:
    """Labels in a row with their values below, parties side by side, no lines."""
    page = Page().text(200, 40, "COMMERCIAL INVOICE", size=14, bold=True)
    page.text(40, 80, "SELLER").text(300, 80, "BUYER")
    page.lines(40, 92, "Demo Export Ltd", "12 Dock Rd", "Mumbai 400001, India")
    page.lines(300, 92, "Demo Import GmbH", "Hafenstr. 1", "20457 Hamburg, Germany")
    xs = (40.0, 170.0, 300.0, 430.0)
    heads = ("INVOICE NO.", "DATE", "PORT OF LOADING", "PORT OF DISCHARGE")
    row(page, 150, xs, heads, size=7)
    row(page, 161, xs, ("DE/123/26", "05-Oct-2026", "Nhava Sheva", "Hamburg"))
    columns = (40.0, 80.0, 280.0, -400.0, -470.0, -550.0)
    above = ("Sr. No.", "Description of Goods", "HSN", "Qty (Nos)", "Rate USD")
    row(page, 200, columns, (*above, "Amount USD"), size=8)
    goods = ("1", "Roller bearings NU 2205", "84825000", "500", "3.20", "1,600.00")
    row(page, 215, columns, goods).text(80, 226, "Packed in export cartons")
    goods = ("2", "Tapered bearings 30206", "84822000", "300", "4.10", "1,230.00")
    row(page, 240, columns, goods)
    page.text(80, 270, "Total FOB Nhava Sheva").right(550, 270, "2,830.00")
    return pdf(page)


def bottom_aligned() -> bytes:
    """Wrapped descriptions that end on the line of figures, no ruled lines."""
    page = Page().text(230, 40, "PACKING LIST", size=14, bold=True)
    row(page, 100, (40, 120, 300, 380), ("Case", "Contents", "Net kg", "Gross kg"))
    for number, (a, b) in enumerate(
        (("Machining", "centre base"), ("Spindle", "unit"))
    ):
        y = 120 + 30 * number
        page.text(120, y, a)
        row(page, y + 11, (40, 120, 300, 380), (f"{number + 1}/2", b, "8,200", "8,600"))
    return pdf(page)


def contract() -> bytes:
    """Numbered sentences, the parties with an article before their label."""
    page = Page().text(200, 40, "SALES CONTRACT", size=14, bold=True)
    page.text(40, 70, "Contract No.: SC-2026-5").text(300, 70, "Date: 01.09.2026")
    page.lines(
        40,
        90,
        "The Seller: Demo Maschinen AG, Winterthur, Switzerland",
        "The Buyer: TOO Demo Stanki, Karaganda, Kazakhstan",
        "",
        "1. The Seller sells two machining centres of type DMX 500 (HS 8457.10).",
        "2. Total amount: EUR 820,000.00. Payment: by letter of credit.",
        "3. End user: Demo Aircraft Repair Plant No. 5, Almaty.",
    )
    return pdf(page)


def letterhead_and_sentences() -> bytes:
    """A seller in the letterhead alone, the journey and the ship in a sentence."""
    page = Page().text(180, 40, "NINGBO DEMO TOOLS CO., LTD.", size=15, bold=True)
    page.text(190, 54, "No. 8 Example Road, Ningbo 315000, China", size=8)
    page.text(220, 80, "COMMERCIAL INVOICE", size=13, bold=True)
    page.text(40, 110, "To: Demo Import LLC").text(40, 122, "Bishkek, Kyrgyzstan")
    page.text(350, 110, "Invoice No.: ND-77").text(350, 122, "Date: 3 May 2026")
    words = (
        'Shipped from: Ningbo, China To: Poti, Georgia per m.v. "DEMO STAR" voy. 21W'
    )
    page.text(40, 150, words)
    page.text(40, 165, "The goods are of Chinese origin.")
    xs = (40.0, 240.0, 330.0, 400.0, 490.0)
    row(page, 190, xs, ("Description", "HS code", "Qty", "U/P USD", "Ext. USD"))
    row(page, 205, xs, ("Milling cutter", "820770", "40 pcs", "25.00", "1,000.00"))
    row(page, 220, xs, ("Container ABCU1234567", "", "", "", ""))
    return pdf(page)
