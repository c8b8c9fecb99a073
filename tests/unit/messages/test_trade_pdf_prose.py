"""Sentences and print-outs in PDF: who is named, and the messages that are shown."""

from pathlib import Path

from enduse.messages.message import Message
from enduse.messages.trade.prose import parties_told
from tests.made_pdf import Page, pdf
from tests.unit.messages.test_trade_pdf import Read

PRINTED = (
    (40, "Swift Output  : FIN 700 Issue of a Documentary Credit"),
    (40, "Sender        : ZORLBGSFXXX"),
    (40, "Receiver      : KVARRS22XXX"),
    (40, "---------------- Message Text ----------------"),
    (49, "20: Documentary Credit Number"),
    (76, "LC-77/26"),
    (49, "31D: Date and Place of Expiry"),
    (76, "Date: 260430 2026 Apr 30"),
    (76, "Place: BEOGRAD"),
    (49, "50: Applicant"),
    (76, "TARNOVO BEARINGS EOOD"),
    (76, "SOFIA BG"),
    (49, "59: Beneficiary - Name & Address"),
    (76, "KVARNA ALATI DOO"),
    (76, "BEOGRAD RS"),
    (49, "32B: Currency Code, Amount"),
    (76, "Currency: EUR (EURO)"),
    (76, "Amount: #18.400,00#"),
    (49, "44F: Port of Discharge"),
    (76, "VARNA PORT"),
    (49, "45A: Description of Goods and/or Services"),
    (76, "+2 SETS CNC LATHE MODEL TX-400 HS CODE 8458.11"),
)


def printed(*pages: tuple[tuple[int, str], ...]) -> bytes:
    made = []
    for lines in pages:
        page = Page()
        for number, (left, text) in enumerate(lines):
            page.text(left, 60 + 12 * number, text)
        made.append(page)
    return pdf(*made)


def test_a_printed_credit_is_the_message_it_shows(tmp_path: Path) -> None:
    more = ((76, "+200 PCS ROLLER BEARINGS, HS 8482.30"), (76, "CIF VARNA"))
    found = Read(tmp_path / "a.pdf", printed(PRINTED, more))
    (message,) = found.messages
    assert (message.format, message.ref) == ("MT700", "LC-77/26")
    assert found.parties("applicant") == ["TARNOVO BEARINGS EOOD"]
    assert found.parties("beneficiary") == ["KVARNA ALATI DOO"]
    assert found.figure("credit_amount")[1] == "EUR"
    assert [good.codes[0].value for good in found.goods()] == ["8458.11", "8482.30"]
    assert all(f.origin.locator.startswith("page=1&at=") for f in found.facts)


def test_a_letter_names_its_parties_in_sentences(tmp_path: Path) -> None:
    page = Page().lines(
        60,
        200,
        "The goods are shipped by Kai Yuan Instruments Ltd. of Shenzhen to",
        "Promsnab LLC, Moscow, on board the vessel MV ASIA GLORY. The goods",
        "are insured by Baltic Marine SE.",
    )
    found = Read(tmp_path / "a.pdf", pdf(page))
    assert found.parties("shipper") == ["Kai Yuan Instruments Ltd."]
    assert found.parties("consignee") == ["Promsnab LLC"]
    assert found.parties("insurer") == ["Baltic Marine SE"]
    assert found.parties("vessel") == ["ASIA GLORY"]
    told = [f for f in found.facts if f.role in ("shipper", "consignee")]
    assert {f.confidence for f in told} == {0.6}
    assert isinstance(found.messages[0], Message)


def test_a_contract_says_who_is_who() -> None:
    text = (
        'made between Alpha Trading Ltd (hereinafter called "the Seller") and ООО '
        "«Радиокомплект», г. Новосибирск, именуемое в дальнейшем «Покупатель»"
    )
    assert [(t.role, t.name) for t in parties_told(text)] == [
        ("seller", "Alpha Trading Ltd"),
        ("buyer", "ООО «Радиокомплект»"),
    ]


def test_words_that_look_like_legal_forms_name_nobody() -> None:
    text = "TOTAL 500 USD AS PER INVOICE, WEIGHT 500 KG. INTEREST AS AGREED. THE LTD."
    assert parties_told(text) == []


def test_hostile_text_ends_soon() -> None:
    for text in ("LTD " * 9_000, "A " * 30_000, "Shipped " * 9_000, "ООО «" * 9_000):
        parties_told(text)
