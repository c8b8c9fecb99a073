"""Invented certificates as PDF."""

from tests.made_pdf import Page, pdf
from tests.pdf_layouts.drawn import boxed, row


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
