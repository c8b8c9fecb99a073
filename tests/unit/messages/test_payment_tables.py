"""Tables with several parties a row: payments by who pays whom, shipments."""

import json
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import Workbook

from enduse.files.source_file import SourceFile
from enduse.messages import registry
from enduse.messages.message import Message, Options
from enduse.messages.tabular.layout import is_header
from enduse.model import Amount, Fact, Party, Text

WIRES = """\
Reference;Ordering Customer;Beneficiary;Beneficiary Bank;Bene IBAN;Amount;Ccy;Details
R1;Quiet Harbour Ltd;Velmora Optik LLC;INVDDEFFXXX;;12.000,50;EUR;bearings 32218
R2;Sunny Dairy;Tannbor GmbH;Example Bank AG;DE89370400440532013000;55;GBP;invoice 7
"""


def read(path: Path, options: Options | None = None) -> list[Message]:
    file = SourceFile.of(path)
    name = registry.sniff(file)
    assert name
    results = list(registry.reader(name).parse(file, options or Options()))
    return [one for one in results if isinstance(one, Message)]


def roles(message: Message) -> dict[str, str]:
    """Role and name, or first number, of every party of a row."""
    name = f"customers-{message.format.rpartition('-')[2]}"
    facts = registry.reader(name).facts(message)
    return {f.role: f.value.name for f in facts if isinstance(f.value, Party)}


def table(folder: Path, text: str, name: str = "wires.csv") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_each_side_is_a_party_of_its_own(tmp_path: Path) -> None:
    first, second = read(table(tmp_path, WIRES))
    assert (first.kind, first.format, first.ref) == ("payment", "payments-csv", "R1")
    assert roles(first) == {
        "debtor": "Quiet Harbour Ltd",
        "creditor": "Velmora Optik LLC",
        "creditor_agent": "INVDDEFFXXX",
    }
    assert roles(second)["creditor_agent"] == "Example Bank AG"
    facts = registry.reader("customers-csv").facts(first)
    told = {f.role: f.value for f in facts}
    assert told["amount"] == Amount(Decimal("12000.50"), "EUR")
    assert told["remittance"] == Text("bearings 32218")
    agent = told["creditor_agent"]
    assert isinstance(agent, Party)
    assert [(i.scheme, i.country) for i in agent.identifiers] == [("bic", "DE")]
    assert agent.origin.locator == "row 1 column 'Beneficiary Bank'"
    paid = registry.reader("customers-csv").facts(second)
    creditor = next(f.value for f in paid if f.role == "creditor")
    assert isinstance(creditor, Party)
    assert [i.scheme for i in creditor.identifiers] == ["iban"]


@pytest.mark.parametrize(
    ("head", "row", "kind", "wanted"),
    [
        (
            "Плательщик;ИНН плательщика;Получатель;Банк получателя;Назначение платежа",
            "ООО Пример;7707083893;АО Вельмора;Банк Пример;станки",
            "payment",
            {
                "debtor": "ООО Пример",
                "creditor": "АО Вельмора",
                "creditor_agent": "Банк Пример",
            },
        ),
        (
            "日期;付款人名称;收款人名称;收款人开户行;用途",
            "2026-03-01;示例公司;样品公司;样品银行;货款",
            "payment",
            {
                "debtor": "示例公司",
                "creditor": "样品公司",
                "creditor_agent": "样品银行",
            },
        ),
        (
            "BL No;Shipper;Consignee;Notify Party;Vessel Name;Goods",
            "77;Velmora Ltd;Tannbor LLC;Sunny Dairy;Ocean Petrel;bearings",
            "shipment",
            {
                "shipper": "Velmora Ltd",
                "consignee": "Tannbor LLC",
                "notify_party": "Sunny Dairy",
                "vessel": "Ocean Petrel",
            },
        ),
        (
            "debtorName;debtorCountry;creditorName;customer name;amount",
            "Quiet Harbour;GB;Velmora;House Client;5",
            "payment",
            {
                "debtor": "Quiet Harbour",
                "creditor": "Velmora",
                "party": "House Client",
            },
        ),
    ],
)
def test_headings_say_whose_column_it_is(
    tmp_path: Path, head: str, row: str, kind: str, wanted: dict[str, str]
) -> None:
    (message,) = read(table(tmp_path, f"{head}\n{row}\n"))
    assert (message.kind, roles(message)) == (kind, wanted)


def test_other_formats_alike(tmp_path: Path) -> None:
    row = {"payer": {"name": "Quiet Harbour"}, "payee_name": "Velmora", "amount": 5}
    lines = table(tmp_path, json.dumps(row) + "\n", "pay.jsonl")
    book = Workbook()
    sheet = book.create_sheet("Payments")
    sheet.append(["Payer", "Payee", "Amount"])
    sheet.append(["Quiet Harbour", "Velmora", 5])
    book.save(tmp_path / "pay.xlsx")
    for path in (lines, tmp_path / "pay.xlsx"):
        (message,) = read(path)
        assert message.format == f"payments-{path.suffix[1:]}"
        assert roles(message) == {"debtor": "Quiet Harbour", "creditor": "Velmora"}


@pytest.mark.parametrize(
    "text",
    [
        "id,name,supplier\n1,Quiet Harbour,Velmora\n",
        "id,name,supplier,buyer\n1,Quiet Harbour,Velmora,Sunny Dairy\n",
        "name,from,to\nQuiet Harbour,2020-01-01,2024-12-31\n",
    ],
)
def test_a_customer_with_those_he_trades_with_is_one(tmp_path: Path, text: str) -> None:
    (message,) = read(table(tmp_path, text))
    assert message.kind == "customer"


def test_what_the_user_maps_is_left_to_him(tmp_path: Path) -> None:
    told = Options({"name": "Beneficiary"})
    first, _ = read(table(tmp_path, WIRES), told)
    assert first.kind == "customer"


def test_a_row_without_anybody_is_a_problem(tmp_path: Path) -> None:
    (message,) = read(table(tmp_path, "Payer,Payee,Sum\n,,5\n"))
    assert [problem.code for problem in message.problems] == ["row-empty"]


def test_a_country_that_is_none_stays_as_text(tmp_path: Path) -> None:
    text = "Payer,Payer Country,Payee\nQuiet Harbour,Zavod Velmora,Tannbor\n"
    (message,) = read(table(tmp_path, text))
    assert [problem.code for problem in message.problems] == ["country-unknown"]
    facts = registry.reader("customers-csv").facts(message)
    assert Text("Zavod Velmora") in [fact.value for fact in facts]


def _facts_of(place: Path, text: str) -> list[Fact]:
    path = place / "rows.csv"
    path.write_text(text, "utf-8")
    file = SourceFile.of(path)
    reader = registry.reader(registry.sniff(file) or "")
    rows = [m for m in reader.parse(file, Options()) if isinstance(m, Message)]
    return [fact for row in rows for fact in reader.facts(row)]


def test_numbers_of_no_side_are_the_vessels(tmp_path: Path) -> None:
    found = _facts_of(
        tmp_path,
        "Shipper,Consignee,Vessel Name,MMSI,Call Sign\n"
        "Demo A,Demo B,DEMO X,273123456,\n",
    )
    vessel = next(f.value for f in found if f.role == "vessel")
    assert isinstance(vessel, Party)
    assert vessel.kind == "vessel"
    assert [(i.scheme, i.value) for i in vessel.identifiers] == [("mmsi", "273123456")]


def test_no_cell_of_a_payment_is_lost(tmp_path: Path) -> None:
    found = _facts_of(
        tmp_path,
        "Payer name;Payee name;IBAN;Amount;Ccy;Payment reference;City\n"
        "Demo A;Demo B;DE89370400440532013000;1;EUR;inv 2 obo Demo C LLC;Omsk\n",
    )
    texts = {f.value.text for f in found if isinstance(f.value, Text)}
    assert "inv 2 obo Demo C LLC" in texts
    loose = next(f.value for f in found if f.role == "party")
    assert isinstance(loose, Party)
    assert loose.identifiers[0].value == "DE89370400440532013000"
    assert loose.addresses[0].city == "Omsk"


def test_a_table_of_aircraft_is_one_by_their_marks(tmp_path: Path) -> None:
    found = _facts_of(tmp_path, "Tail number;Operator\nEP-XYZ;Demo Air\n")
    party = found[0].value
    assert isinstance(party, Party)
    assert (party.name, party.kind) == ("EP-XYZ", "aircraft")


def test_a_ship_in_the_words_of_a_row_is_a_party(tmp_path: Path) -> None:
    found = _facts_of(
        tmp_path, "Payer;Payee;Amount;Ccy;Purpose\nA AG;B AG;1;EUR;freight MV DEMO X\n"
    )
    ships = [f.value.name for f in found if isinstance(f.value, Party)]
    assert ships == ["A AG", "B AG", "DEMO X"]


STATEMENTS = [
    "Date,Description,Debit,Credit,Balance\n01/02/2025,PAID {},5.00,,9.00\n",
    "Tarih;Açıklama;Tutar;Bakiye\n01.02.2025;HAVALE {};50,00;9\n",
    "Buchungstag;Auftraggeber/Empfänger;Verwendungszweck;Betrag\n1.2.2025;{};x;-5\n",
    "交易日期,对方户名,摘要,金额\n2025-02-01,{},货款,100\n",
    "Дата;Контрагент;Назначение платежа;Приход;Расход\n01.02.2025;{};Аренда;;5\n",
]


@pytest.mark.parametrize("text", STATEMENTS)
def test_a_row_of_a_statement_is_a_payment(tmp_path: Path, text: str) -> None:
    [row] = read(table(tmp_path, text.format("Velmora Optik LLC")))
    assert (row.kind, [p.code for p in row.problems]) == ("payment", [])
    said = str(registry.reader("customers-csv").facts(row))
    assert "Velmora Optik LLC" in said


def test_an_expense_of_goods_is_no_statement() -> None:
    assert not is_header(["Date", "Description", "Quantity", "Amount"])


def test_documents_of_1c_are_payments(tmp_path: Path) -> None:
    text = (
        "1CClientBankExchange\nКодировка=Windows\nСекцияДокумент=Платежное поручение\n"
        "Номер=15\nСумма=5.00\nПлательщик=ИНН 1 ООО Пример\nПлательщик1=ООО Пример\n"
        "Получатель1=АО Завод\nПолучательИНН=7707083893\nПолучательБанк1=Банк\n"
        "НазначениеПлатежа=Оплата\nНазначениеПлатежа1=за станок\nКонецДокумента\n"
    )
    for codec in ("cp1251", "cp866", "utf-8"):
        path = tmp_path / f"{codec}.txt"
        path.write_bytes(text.encode(codec))
        [row] = read(path)
        facts = registry.reader("payments-1c").facts(row)
        told = {f.role: f.value for f in facts if isinstance(f.value, Party)}
        assert (row.kind, row.ref) == ("payment", "15")
        assert [n.text for n in told["debtor"].names] == [
            "ИНН 1 ООО Пример",
            "ООО Пример",
        ]
        assert [i.value for i in told["creditor"].identifiers] == ["7707083893"]
        assert told["creditor_agent"].name == "Банк"
        [purpose] = [f.value for f in facts if f.role == "remittance"]
        assert isinstance(purpose, Text)
        assert purpose.text == "Оплата\nза станок"
