"""Invented bills of lading, waybills and their forms as PDF."""

from tests.made_pdf import Page, pdf
from tests.pdf_layouts.drawn import boxed, row


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
