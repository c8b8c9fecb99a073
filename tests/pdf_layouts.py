"""Trade papers of many layouts, all invented, as PDF files made byte by byte."""

from collections.abc import Sequence

from tests.made_pdf import Page, pdf


def boxed(
    page: Page, box: tuple[float, float, float, float], label: str, *lines: str
) -> Page:
    """A ruled box with a small label at its top and lines under it."""
    x0, y0, x1, y1 = box
    page.box(x0, y0, x1, y1).text(x0 + 3, y0 + 9, label, size=6.5)
    return page.lines(x0 + 5, y0 + 20, *lines)


def row(
    page: Page, y: float, xs: Sequence[float], texts: Sequence[str], *, size: float = 9
) -> Page:
    """Texts side by side; those at a negative place end there."""
    for x, text in zip(xs, texts, strict=True):
        if x < 0:
            page.right(-x, y, text, size=size)
        else:
            page.text(x, y, text, size=size)
    return page


def bill_of_lading() -> bytes:
    """Ruled boxes, label above the value, goods under a ruled heading."""
    page = Page().text(200, 40, "BILL OF LADING", size=16, bold=True)
    shipper = (
        "NINGBO DEMO BEARING CO., LTD.",
        "NO. 88 INDUSTRIAL ROAD",
        "NINGBO, CHINA",
    )
    boxed(page, (30, 60, 300, 130), "1. Shipper/Exporter (name and address)", *shipper)
    boxed(page, (300, 60, 565, 95), "B/L No.", "DEMO1234567")
    boxed(page, (300, 95, 565, 130), "Export References", "INV CI-2026-77")
    order = ("TO THE ORDER OF DEMIR DEMO BANK A.S.", "ISTANBUL, TURKIYE")
    boxed(page, (30, 130, 300, 190), "2. Consignee", *order)
    boxed(page, (300, 130, 565, 190), "Forwarding Agent", "PACIFIC DEMO LOGISTICS LTD")
    notify = ("TEKNO DEMO MAKINA A.S.", "ORGANIZE SANAYI 5, BURSA, TURKIYE")
    label = "3. Notify Party (complete name and address)"
    boxed(page, (30, 190, 300, 250), label, *notify)
    boxed(page, (165, 250, 300, 280), "Place of Receipt", "NINGBO, CHINA")
    boxed(page, (30, 280, 165, 310), "Ocean Vessel / Voyage No.", "EVER DEMO V.123W")
    boxed(page, (165, 280, 300, 310), "Port of Loading", "NINGBO (CNNGB)")
    boxed(page, (30, 310, 165, 340), "Port of Discharge", "GEMLIK, TURKIYE")
    boxed(page, (165, 310, 300, 340), "Place of Delivery", "BURSA, TURKIYE")
    xs = (33.0, 150.0, 230.0, 420.0, 500.0)
    heads = ("Marks & Nos.", "No. of Packages", "Description of Goods")
    row(page, 352, xs, (*heads, "Gross Weight (KGS)", "Measurement"), size=7)
    page.line(30, 358, 565, 358)
    page.lines(33, 372, "TEKNO", "BURSA", "C/NO. 1-12").text(150, 372, "12 CARTONS")
    page.lines(230, 372, "BALL BEARINGS 6205-2RS", "HS CODE: 8482.10")
    page.text(420, 372, "1,980.50").text(500, 372, "2.70")
    page.text(33, 460, "Container No. / Seal No.: CSQU3054383 / CN998877")
    page.text(33, 480, "SHIPPED ON BOARD 05 OCT 2026")
    page.text(300, 480, "Place and date of issue: NINGBO, 05 OCT 2026")
    return pdf(page)


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


def air_waybill() -> bytes:
    """The boxes of an air waybill; its number without a label."""
    page = Page().text(400, 40, "Air Waybill", size=14, bold=True)
    page.text(40, 40, "235-12345675", size=11)
    name = "Shipper's Name and Address"
    boxed(
        page, (30, 60, 300, 120), name, "ALPHA DEMO CHIPS LIMITED", "UNIT 5, HONG KONG"
    )
    name = "Not Negotiable Air Waybill issued by"
    boxed(page, (300, 60, 565, 120), name, "DEMO AIR CARGO")
    name = "Consignee's Name and Address"
    boxed(page, (30, 120, 300, 180), name, "OOO DEMO KOMPONENT", "ALMATY, KAZAKHSTAN")
    boxed(page, (30, 215, 300, 245), "Airport of Departure", "HONG KONG (HKG)")
    boxed(page, (30, 245, 200, 275), "Airport of Destination", "ALMATY")
    boxed(page, (200, 245, 300, 275), "Flight/Date", "TK6543/12")
    xs = (33.0, 110.0, 210.0, 290.0, 350.0, 400.0)
    heads = ("No. of Pieces RCP", "Gross Weight", "Chargeable Weight", "Rate / Charge")
    row(page, 310, xs, (*heads, "Total", "Nature and Quantity of Goods"), size=6)
    page.line(30, 300, 565, 300).line(30, 314, 565, 314)
    row(page, 328, xs[:5], ("4", "85.5", "90.0", "5.20", "468.00"))
    page.lines(400, 328, "INTEGRATED CIRCUITS", "HS CODE 8542.31", "INV. NO. AD-778")
    return pdf(page)


def certificate_of_origin() -> bytes:
    """Numbered boxes and numbered headings."""
    page = Page().text(300, 50, "CERTIFICATE OF ORIGIN", size=14, bold=True)
    label = "1. Exporter (name, address, country)"
    boxed(page, (30, 60, 290, 120), label, "Demo Optik GmbH", "Jena, Germany")
    boxed(page, (290, 60, 565, 120), "Certificate No.", "CO-2026-991")
    label = "2. Consignee (name, address, country)"
    boxed(page, (30, 120, 290, 180), label, "Demo Optics FZE", "Dubai, UAE")
    boxed(page, (290, 120, 565, 180), "3. Country of Origin", "Germany")
    xs = (33.0, 110.0, 220.0, 430.0, 500.0)
    goods = "7. Number and kind of packages; description of goods"
    heads = ("5. Item number", "6. Marks and numbers", goods, "8. Gross weight")
    row(page, 250, xs, (*heads, "9. Invoices"), size=6.5).line(30, 255, 565, 255)
    page.lines(220, 270, "3 CASES OPTICAL LENSES", "HS 9002.11")
    row(page, 270, (33, 110, 430, 500), ("1", "DUBAI 1-3", "120 KG", "INV-55"))
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


def labelled(title: str, *pairs: tuple[str, str], gap: float = 110) -> bytes:
    """A plain form: a title, and under it labels with their values beside them."""
    page = Page().text(200, 40, title, size=14, bold=True)
    for number, (label, value) in enumerate(pairs):
        page.text(40, 80 + 16 * number, label)
        page.text(40 + gap, 80 + 16 * number, value)
    return pdf(page)


def bold_labels() -> bytes:
    """Several labels in a cell, told from their values by bold type alone."""
    page = Page().text(200, 40, "SEA WAYBILL", size=14, bold=True)
    page.box(40, 60, 300, 110).box(300, 60, 560, 110)
    page.text(44, 72, "Vessel", bold=True).text(76, 72, "DEMO STAR")
    page.text(130, 72, "Voyage", bold=True).text(164, 72, "77E")
    page.text(44, 84, "IMO", bold=True).text(64, 84, "9074729")
    page.text(44, 96, "Port of loading", bold=True).text(117, 96, "Antwerp (BEANR)")
    page.text(304, 72, "Waybill No.", bold=True).text(358, 72, "SWB-9")
    page.text(304, 84, "Carrier: Demo Line N.V.")
    page.text(304, 96, "Port of discharge", bold=True).text(386, 96, "Poti (GEPTI)")
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


def consignment_note() -> bytes:
    """A form with small print in several languages and a number under its title."""
    page = Page().text(330, 44, "CMR", size=14, bold=True)
    page.text(370, 44, "INTERNATIONAL CONSIGNMENT NOTE", size=9)
    page.text(330, 58, "No. 5512907", size=9)

    def box(x: float, y: float, label: str, *lines: str) -> None:
        page.box(x, y, x + 280, y + 50).text(x + 3, y + 8, label, size=5.5)
        page.lines(x + 3, y + 19, *lines)

    label = "1 Sender (name, address, country) / Absender / Expéditeur"
    box(30, 60, label, "Muster Drehtechnik GmbH", "Am Ring 7", "DE-08525 Plauen")
    label = "2 Consignee (name, address, country) / Empfänger / Destinataire"
    box(30, 110, label, "UAB Pavyzdys", "Pramones pr. 8", "LT-51332 Kaunas, Lithuania")
    box(310, 110, "16 Carrier (name, address, country)", "Demo Trans Sp. z o.o.")
    label = "3 Place of delivery of the goods (place, country) / Auslieferungsort"
    box(30, 160, label, "Kaunas, Lithuania")
    label = "4 Place and date of taking over the goods (place, country, date)"
    box(30, 210, label, "Plauen, Germany, 21.04.2026")
    xs = (33.0, 120.0, 220.0, 330.0, 430.0, 500.0)
    heads = ("6 Marks and Nos", "7 Number of packages", "9 Nature of the goods")
    more = ("10 Statistical number", "11 Gross weight in kg", "12 Volume in m³")
    row(page, 280, xs, (*heads, *more), size=5.5)
    row(page, 292, xs, ("MD 1-4", "4", "CNC turning machine", "84581120", "7 850", "9"))
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


def certificate_of_preference() -> bytes:
    """Countries over their captions, the route in words, a heading in two lines."""
    page = Page().text(330, 40, "CERTIFICATE OF ORIGIN", size=12, bold=True)
    page.text(330, 54, "FORM A").text(330, 30, "Reference No. G26/0017")
    label = "1. Goods consigned from (Exporter's business name, address, country)"
    page.text(33, 68, label, size=6).text(33, 80, "DEMO PRECISION CO., LTD.")
    page.text(33, 92, "DONGGUAN, CHINA")
    label = "2. Goods consigned to (Consignee's name, address, country)"
    page.text(33, 110, label, size=6).text(33, 122, 'LLC "DEMO-KOMPLEKT"')
    label = "3. Means of transport and route (as far as known)"
    page.text(33, 140, label, size=6)
    page.text(33, 152, "FROM YANTIAN, CHINA TO VOSTOCHNY, RUSSIA BY SEA")
    xs = (33.0, 200.0, 330.0, 450.0)
    heads = ("5. Item number", "7. Number and kind of packages; description of goods")
    row(page, 180, (33, 120), heads, size=6)
    row(page, 180, xs[2:], ("9. Gross weight", "10. Number and date"), size=6)
    row(page, 188, xs[2:], ("or other quantity", "of invoices"), size=6)
    row(page, 202, (33, 120), ("1", "36 CARTONS OF PRINTED CIRCUITS HS 8534.00"))
    row(page, 202, xs[2:], ("638.5 KGS", "DP-2026-12"))
    page.text(330, 240, "that all the goods were produced in").text(380, 252, "CHINA")
    page.text(375, 263, "(country)", size=8).text(330, 280, "for goods exported to")
    page.text(355, 292, "RUSSIAN FEDERATION").text(
        365, 303, "(importing country)", size=8
    )
    return pdf(page)


def courier_form() -> bytes:
    """A form whose labels stand in the text, with a code of an airport nobody knows."""
    page = Page().text(40, 40, "AIR WAYBILL", size=14, bold=True)
    page.text(300, 40, "Tracking ID 8814 2207 1190")
    page.text(40, 60, "SENDER", size=6).text(310, 60, "RECIPIENT", size=6)
    page.lines(
        40,
        72,
        "Company Chengdu Demo Radio Co Ltd",
        "Contact Li Na",
        "Street Tianfu 3rd St 88",
        "City Chengdu Zip 610041",
        "Country China",
    )
    page.lines(
        310,
        72,
        "Company Tallinn Demo Wave OU",
        "Contact Mart Saar",
        "City Tallinn Zip 10141",
        "Country Estonia",
    )
    boxed(page, (36, 140, 300, 180), "Contents", "RF modules, HS 8543.70, 20 pcs")
    page.box(300, 140, 560, 180).text(305, 150, "Origin CTU", size=8)
    page.text(305, 165, "Destination ZZY", size=8)
    return pdf(page)


def certificate_in_lines() -> bytes:
    """Goods in numbered lines, no table; the chamber at the foot; the number on top."""
    page = Page().text(326, 40, "No. 26/118240")
    page.text(300, 64, "CERTIFICATE OF ORIGIN", size=14, bold=True)
    boxed(page, (36, 40, 290, 90), "1 Consignor", "Jena Demo Optik AG", "Jena, Germany")
    boxed(page, (36, 90, 290, 140), "2 Consignee", "Demo Optika MChJ", "Uzbekistan")
    boxed(page, (290, 90, 560, 140), "3 Country of origin", "European Union (Germany)")
    page.lines(
        40,
        170,
        "1. TS 1-4, 4 cases, optical mirrors for telescopes, HS 9002.90",
        "2. TS 5, 1 case, interferometer DI-2, HS 9027.50",
    )
    page.text(40, 260, "Industrie- und Handelskammer Demostadt")
    return pdf(page)


def said_to_contain() -> bytes:
    """A bill of lading whose goods begin with a phrase of the trade, and name cuts."""
    page = Page().text(200, 40, "BILL OF LADING", size=16, bold=True)
    name = ("SHAANXI DEMO GEAR CO.,", "LTD.", "XI'AN, CHINA")
    boxed(page, (30, 60, 300, 120), "Shipper", *name)
    boxed(page, (300, 60, 565, 120), "Export References", "INV. DG-26/77")
    boxed(page, (30, 120, 300, 150), "Vessel / Voyage", "DEMO SWAN / 0226E")
    row(
        page,
        180,
        (35, 150, 260, -560),
        ("Marks", "Packages", "Description of Goods", "Gross Weight KGS"),
    )
    row(
        page,
        200,
        (35, 150, 260, -560),
        ("GANJA 1-20", "1X40HC", "SAID TO CONTAIN:", "22,450.000"),
    )
    row(page, 214, (35, 150, 260), ("", "20 PALLETS", "STEEL FORGINGS HS CODE 7326.19"))
    return pdf(page)
